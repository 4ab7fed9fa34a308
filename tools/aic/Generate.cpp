// aic generate FILE.aic: goes on with a text.

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "frontends/tokenizers/Tokenizer.h"
#include "frontends/tokenizers/Utf8.h"
#include "frontends/weights/FileWriter.h"
#include "tools/aic/Bindings.h"
#include "tools/aic/Command.h"
#include "tools/aic/Device.h"
#include "tools/aic/Failure.h"
#include "tools/aic/Interrupt.h"
#include "tools/aic/LanguageModel.h"
#include "tools/aic/NumberOption.h"
#include "tools/aic/Print.h"
#include "tools/aic/Progress.h"
#include "tools/aic/Sampler.h"
#include "tools/aic/StateFile.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>

namespace aic::tool {

namespace {

using Clock = std::chrono::steady_clock;

struct Options {
  std::string file, tokenizer, prompt, saveState, loadState;
  bool hasPrompt = false;
  int64_t count = 64;
  Sampling sampling;
  DeviceOptions device;
  bool verify = false, json = false;
};

/// How many ids went through, and how long that took.
struct Rate {
  int64_t ids = 0;
  double seconds = 0;

  std::string describe() const {
    return absl::StrFormat("%s in %.3g s, %.3g tokens/s", withCommas(static_cast<uint64_t>(ids)), seconds,
                           perSecond());
  }
  double perSecond() const { return seconds > 0 ? static_cast<double>(ids) / seconds : 0; }
  nlohmann::ordered_json toJson() const {
    return {{"tokens", ids}, {"seconds", seconds}, {"tokens_per_second", perSecond()}};
  }
};

/// A text in the making.
class Conversation {
public:
  Conversation(LanguageModel& language, aic_session* session, tokenizers::Tokenizer& tokenizer)
      : language_(language), session_(session), tokenizer_(tokenizer) {}

  int64_t position = 0;         ///< how many ids the states have seen
  std::vector<int64_t> pending; ///< the ids that come next
  std::vector<int64_t> drawn;   ///< those that were generated
  std::string text;             ///< they, as text
  const char* end = "length";   ///< why there are no more
  Rate prompt, steps;

  aic_status failed = AIC_OK; ///< of a run
  absl::Status wrong;         ///< of the logits

  /// Whether all went well until now.
  bool good() const { return failed == AIC_OK && wrong.ok(); }

  /// Runs what is pending, in pieces, until it is done, a run fails or Ctrl-C comes.
  void feed(Rate& rate) {
    size_t done = 0;
    const Clock::time_point begin = Clock::now();
    while (done < pending.size() && !interrupted()) {
      size_t size = static_cast<size_t>(language_.pieceOf(static_cast<int64_t>(pending.size() - done)));
      failed = language_.run(session_, absl::MakeConstSpan(pending).subspan(done, size), position);
      if (failed != AIC_OK)
        break;
      done += size;
      position += static_cast<int64_t>(size);
    }
    rate.seconds += std::chrono::duration<double>(Clock::now() - begin).count();
    rate.ids += static_cast<int64_t>(done);
    pending.erase(pending.begin(), pending.begin() + static_cast<std::ptrdiff_t>(done));
  }

  /// Draws up to `count` ids and hands their text to `show`, in whole characters.
  template <typename Show> void generate(Sampler& sampler, int64_t count, Show show) {
    tokenizers::CharacterStream characters;
    for (int64_t i = 0; i < count; ++i) {
      if (i > 0)
        feed(steps);
      if (!pending.empty()) // it could not be run
        break;
      // A model's table of words may be longer than the tokenizer's, to have a round size.
      absl::StatusOr<int64_t> id =
          sampler.Draw(language_.logits().subspan(0, static_cast<size_t>(tokenizer_.Size())));
      if (!id.ok()) {
        wrong = id.status();
        break;
      }
      drawn.push_back(*id);
      pending.push_back(*id);
      if (*id == tokenizer_.End()) {
        end = "end of text";
        break;
      }
      std::string bytes = tokenizer_.Decode(*id);
      text += bytes;
      show(characters.Push(bytes));
    }
    show(characters.Finish());
  }

private:
  LanguageModel& language_;
  aic_session* session_;
  tokenizers::Tokenizer& tokenizer_;
};

constexpr const char* kPosition = "aic.position";
constexpr const char* kPending = "aic.pending";

/// The states of --load-state, and where its text stands.
int loadConversation(const Options& options, const aic_model* model, aic_session* session, int64_t vocabulary,
                     Conversation& conversation) {
  std::vector<StateNote> notes = {{kPosition, {}}, {kPending, {}}};
  if (int code = loadStates(model, session, options.loadState, &notes))
    return code;
  const std::vector<int64_t>& position = notes[0].values;
  if (position.size() != 1)
    return fail(WrongUsage, absl::StrCat(options.loadState, ": there is no ", kPosition,
                                         ": only from a file that aic generate wrote it can go on"));
  constexpr int64_t kMost = int64_t{1} << 53; // what is added to it does not overflow
  if (position[0] < 0 || position[0] > kMost)
    return fail(WrongUsage, absl::StrCat(options.loadState, ": ", kPosition, " is ", position[0],
                                         ", which is no number of tokens"));
  for (int64_t id : notes[1].values)
    if (id < 0 || id >= vocabulary)
      return fail(WrongUsage, absl::StrCat(options.loadState, ": ", kPending, " has the id ", id,
                                           ", the model's are 0 to ", vocabulary - 1));
  conversation.position = position[0];
  conversation.pending = notes[1].values;
  return Good;
}

/// The prompt's ids behind what is pending.
int addPrompt(const Options& options, tokenizers::Tokenizer& tokenizer, Conversation& conversation) {
  absl::StatusOr<std::vector<int64_t>> ids = tokenizer.Encode(options.prompt);
  if (!ids.ok())
    return fail(ids.status().code() == absl::StatusCode::kInvalidArgument ? WrongUsage : OurFault,
                absl::StrCat("--prompt: ", ids.status().message()));
  if (ids->empty() && conversation.pending.empty())
    return failUsage("generate", options.hasPrompt
                                     ? "--prompt: the text is empty, there is nothing to go on from"
                                     : "--prompt is missing: the text to go on from");
  std::optional<int64_t> begin = tokenizer.Begin();
  if (conversation.position == 0 && conversation.pending.empty() && begin)
    conversation.pending.push_back(*begin);
  conversation.pending.insert(conversation.pending.end(), ids->begin(), ids->end());
  return Good;
}

/// That the states have room for all that is pending and `count` ids behind it. How much room there is the
/// model does not say, so a step is tried at the last position; a try that fails tells how much there is by
/// halving. Leaves the states as they were.
int checkRoom(LanguageModel& language, aic_session* session, const Conversation& text, int64_t count) {
  std::vector<uint8_t> before(aic_session_saved_bytes(session));
  if (aic_status status = aic_session_save_states(session, before.data(), before.size()))
    return failRuntime(status);
  const int64_t end = text.position + static_cast<int64_t>(text.pending.size()) + count;
  auto tryAt = [&](int64_t position) {
    aic_status status = aic_session_reset_state(session, AIC_ALL_STATES);
    return status ? status : language.run(session, {&text.pending[0], 1}, position);
  };
  // Vulkan's i64 have 32 bits, and what is larger is not supported.
  auto isOutside = [](aic_status status) { return status == AIC_KERNEL_FAILED || status == AIC_UNSUPPORTED; };
  aic_status status = tryAt(end - 1);
  int64_t room = end;
  if (isOutside(status)) {
    int64_t fits = 0, fails = end - 1; // positions; of 0 it is not known yet
    if (aic_status first = tryAt(0))
      return failRuntime(first); // it is not the position
    while (fails - fits > 1) {
      int64_t middle = fits + (fails - fits) / 2;
      status = tryAt(middle);
      if (status != AIC_OK && !isOutside(status))
        return failRuntime(status);
      (status == AIC_OK ? fits : fails) = middle;
    }
    room = fits + 1;
  } else if (status != AIC_OK) {
    return failRuntime(status);
  }
  if (aic_status back = aic_session_load_states(session, before.data(), before.size()))
    return failRuntime(back);
  if (room == end)
    return Good;
  std::string behind = text.position > 0 ? absl::StrCat(" behind the ", text.position, " before it") : "";
  return fail(WrongUsage,
              absl::StrCat("the prompt has ", text.pending.size(), " tokens", behind, " and -n is ", count,
                           ": ", end, " in all, and the model has room for ", room));
}

/// That what is asked for makes sense, before anything is opened.
int checkOptions(const Options& options) {
  if (absl::EndsWith(options.file, ".graph") || absl::EndsWith(options.file, ".onnx"))
    return failUsage("generate", absl::StrCat(options.file,
                                              ": this is a model's source; compile it first: "
                                              "aic compile ",
                                              options.file, " -o model.aic"));
  if (absl::Status status = tokenizers::CheckName(options.tokenizer); !status.ok())
    return failUsage("generate", absl::StrCat("--tokenizer: ", status.message()));
  if (options.prompt.empty() && (options.hasPrompt || options.loadState.empty()))
    return failUsage("generate", options.hasPrompt
                                     ? "--prompt: the text is empty, there is nothing to go on from"
                                     : "--prompt is missing: the text to go on from");
  if (options.sampling.temperature == 0 && (options.sampling.topK != 0 || options.sampling.topP < 1))
    return failUsage("generate",
                     "--top-k and --top-p go with a --temperature above 0: at 0 the likeliest token "
                     "is taken");
  if (options.saveState.empty())
    return Good;
  if (int code = checkStateName("generate", "--save-state", options.saveState))
    return code;
  if (sameFile(options.saveState, options.file))
    return failUsage("generate",
                     absl::StrCat("--save-state ", options.saveState, ": this would overwrite what is read"));
  // It is written last: whether it can be is better known before. Nothing stays of this.
  absl::StatusOr<std::unique_ptr<weights::FileWriter>> writer =
      weights::FileWriter::Create(options.saveState);
  return writer.ok() ? static_cast<int>(Good) : fail(writer.status());
}

/// What was generated goes to stdout, how fast to stderr.
void report(const Options& options, const Conversation& text) {
  if (options.json) {
    nlohmann::ordered_json json = {
        {"text", text.text},         {"tokens", text.drawn},           {"end", text.end},
        {"position", text.position}, {"prompt", text.prompt.toJson()}, {"steps", text.steps.toJson()}};
    printJson(json);
    return;
  }
  std::fputs("\n", stdout);
  std::fflush(stdout);
  std::fprintf(stderr, "prompt: %s\n", text.prompt.describe().c_str());
  if (text.steps.ids > 0)
    std::fprintf(stderr, "steps: %s\n", text.steps.describe().c_str());
  if (std::string(text.end) != "length")
    std::fprintf(stderr, "ended by: %s\n", text.end);
}

int generate(const Options& options) {
  if (int code = checkOptions(options))
    return code;
  aic_session_options device;
  if (int code = parseDevice("generate", options.device, /*profile=*/false, device))
    return code;
  ModelHandle model;
  SessionHandle session;
  LanguageModel language;
  if (int code = openModel(options.file, 0, options.verify, model))
    return code;
  if (int code = language.Open(model.get()))
    return code;
  absl::StatusOr<std::unique_ptr<tokenizers::Tokenizer>> tokenizer = tokenizers::Open(options.tokenizer);
  if (!tokenizer.ok())
    return fail(tokenizer.status());
  if ((*tokenizer)->Size() > language.vocabulary())
    return fail(WrongUsage, absl::StrCat("the tokenizer has ", (*tokenizer)->Size(), " tokens, the model ",
                                         language.vocabulary(), ": they do not belong together"));
  if (int code = makeSession(model.get(), device, session))
    return code;
  Conversation text(language, session.get(), **tokenizer);
  if (!options.loadState.empty())
    if (int code = loadConversation(options, model.get(), session.get(), language.vocabulary(), text))
      return code;
  if (int code = addPrompt(options, **tokenizer, text))
    return code;
  if (int code = checkRoom(language, session.get(), text, options.count))
    return code;

  NoteInterrupt note;
  Progress progress("reading the prompt");
  text.feed(text.prompt);
  progress.stop();
  Sampler sampler(options.sampling);
  if (text.good() && text.pending.empty())
    text.generate(sampler, options.count, [&](const std::string& characters) {
      if (options.json)
        return;
      std::fwrite(characters.data(), 1, characters.size(), stdout); // there may be zeros
      std::fflush(stdout);
    });
  if (!text.good())
    text.end = "an error";
  else if (interrupted())
    text.end = "Ctrl-C";
  report(options, text);
  if (text.failed != AIC_OK)
    return failRuntime(text.failed);
  if (!text.wrong.ok())
    return fail(text.wrong);
  if (!options.saveState.empty())
    if (int code = saveStates(model.get(), session.get(), options.saveState,
                              {{kPosition, {text.position}}, {kPending, text.pending}}))
      return code;
  return interrupted() ? Interrupted : Good;
}

} // namespace

Command addGenerate(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("generate", "Go on with a text, by a compiled language model");
  command->add_option("file", options->file, "The model, FILE.aic")->required();
  command
      ->add_option(
          "--tokenizer", options->tokenizer,
          "What makes the text into numbers: bytes (0 to 255), gpt2:FOLDER (vocab.json or encoder.json, "
          "and merges.txt or vocab.bpe), sentencepiece:FILE")
      ->required()
      ->type_name("NAME");
  CLI::Option* prompt =
      command->add_option("--prompt", options->prompt, "The text to go on from")->type_name("TEXT");
  command->add_option("-n,--count", options->count, "How many tokens to generate at most; default: 64")
      ->check(CLI::Range(int64_t{0}, int64_t{1} << 31))
      ->type_name("N");
  command
      ->add_option("--temperature", options->sampling.temperature,
                   "Draw a token by the probabilities of logits / T; default: 0, the likeliest one")
      ->check(numberWhere([](double t) { return t >= 0 && t <= 1e6; }, "from 0 to 1000000"))
      ->type_name("T");
  command->add_option("--top-k", options->sampling.topK, "Draw from the K likeliest tokens alone")
      ->check(CLI::Range(int64_t{1}, int64_t{1} << 31))
      ->type_name("K");
  command
      ->add_option("--top-p", options->sampling.topP,
                   "Draw from the fewest tokens whose probabilities (after --top-k) reach P")
      ->check(numberWhere([](double p) { return p > 0 && p <= 1; }, "above 0 and at most 1"))
      ->type_name("P");
  command->add_option("--seed", options->sampling.seed, "Of what is drawn; default: 0")
      ->check([](const std::string& text) {
        uint64_t seed = 0;
        return absl::SimpleAtoi(text, &seed) ? std::string()
                                             : text + " is no whole number from 0 to 18446744073709551615";
      })
      ->type_name("N");
  command
      ->add_option("--save-state", options->saveState, "Write the model's states at the end, to go on later")
      ->type_name("FILE.safetensors");
  command
      ->add_option("--load-state", options->loadState,
                   "Go on from states that --save-state wrote; then --prompt may be left out")
      ->type_name("FILE.safetensors");
  addDeviceOptions(*command, options->device);
  addVerifyOption(*command, options->verify);
  command->add_flag("--json", options->json,
                    "Print the text, its tokens, why it ended and the speeds as JSON, at the end");
  command->footer(absl::StrCat(
      "The model has these entries, whose states hold the text so far (a model of one entry needs no "
      "name):\n",
      kConvention,
      "\n`position` is how many tokens came before. Whole pieces of the prompt go through prefill, the rest "
      "through step.\n\n"
      "The text goes to stdout as it comes, tokens per second to stderr. Ctrl-C ends it: what there is "
      "stays, "
      "--save-state\nis written, and the exit code is 130. A prompt and -n for which the model has no room "
      "are exit "
      "code 2.\n\n"
      "Examples:\n"
      "  aic generate kjv.aic --tokenizer bytes --prompt 'In the beginning'\n"
      "  aic generate gpt2.aic --tokenizer gpt2:gpt2/ --prompt 'Once upon a time' -n 100 --temperature 0.8 "
      "--top-k 40\n"
      "  aic generate kjv.aic --tokenizer bytes --load-state talk.safetensors --save-state "
      "talk.safetensors"));
  return {command, [options, prompt] {
            options->hasPrompt = prompt->count() > 0;
            return generate(*options);
          }};
}

} // namespace aic::tool
