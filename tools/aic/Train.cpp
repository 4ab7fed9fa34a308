// aic train MODEL.graph: a training step, run on samples until it is done.

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/aic/Command.h"
#include "tools/aic/Data.h"
#include "tools/aic/Failure.h"
#include "tools/aic/NumberOption.h"
#include "tools/aic/TrainOptions.h"

#include <CLI/CLI.hpp>
#include <cmath>

namespace aic::tool {

namespace {

/// What the options say of each other; and the checkpoint's name.
int checkOptions(TrainOptions& options) {
  if (!absl::EndsWith(options.model.file, ".graph"))
    return failUsage("train",
                     absl::StrCat(options.model.file, ": a model to train is text, FILE.graph; `aic import` "
                                                      "makes that of an ONNX model"));
  if (options.generates() && (options.loss.empty() || options.optimizer.empty()))
    return failUsage("train",
                     "--loss and --optimizer go together: they make a training entry of one that has none");
  if (!options.generates() && (options.trained != "*" || options.clip > 0 || options.printEntry ||
                               !options.label.empty() || !options.of.empty()))
    return failUsage("train",
                     "--of, --only, --clip-norm, --label and --print-entry are for an entry that --loss and "
                     "--optimizer make; one of the file has these things in it");
  if (std::string wrong = parseSchedule(options.schedule, options.trainer.schedule); !wrong.empty())
    return failUsage("train", absl::StrCat("--schedule ", options.schedule, ": ", wrong));
  if (double share = shareOf(options.validate); !(share >= 0 && share < 1))
    return failUsage("train", absl::StrCat("--validate ", options.validate,
                                           ": a share of the samples lies between "
                                           "0 and 1"));
  if (options.trainer.patience > 0 && options.validate.empty())
    return failUsage("train",
                     "--early-stop looks at the validation loss: say what that is of with --validate");
  if (options.anomaly && options.pieces > 1)
    return failUsage("train", "--detect-anomaly looks at one run, and a step of several --pieces has more");
  if (options.printEntry)
    return Good;
  if (options.out.empty())
    return failUsage("train", "-o is missing: the .safetensors file for what is learned");
  options.namesCheckpoint = !options.trainer.checkpoint.empty();
  if (!options.namesCheckpoint)
    options.trainer.checkpoint = options.out + ".checkpoint";
  return Good;
}

void addData(CLI::App& command, TrainOptions& options) {
  command.add_option("--data", options.data, kDataHelp)->required()->type_name(kDataForms);
  command
      .add_option("--validate", options.validate,
                  "A share of the samples, as 0.1, that is kept from training, or samples of their own: "
                  "their loss is "
                  "taken after each epoch")
      ->type_name("SHARE|DATA");
  command
      .add_option(
          "--entry", options.entry,
          "The graph that is a training step; its learning rate is the input or state lr, an f32[]; default: "
          "train")
      ->type_name("NAME");
  command
      .add_option("--validate-entry", options.validateEntry,
                  "The graph that gives the loss, and changes nothing; default: validate")
      ->type_name("NAME");
}

/// Of a learning rate, or of a gradient's norm.
bool isRate(double number) {
  return number > 0 && std::isfinite(number);
}

void addMade(CLI::App& command, TrainOptions& options) {
  const std::string group = "For a model without a training entry";
  command
      .add_option(
          "--loss", options.loss,
          "Make one, with this loss of nn: cross_entropy, mse_loss, ..., with its arguments behind it, as in "
          "cross_entropy,label_smoothing=0.1")
      ->type_name("NAME[,ARGUMENT=VALUE]...")
      ->group(group);
  command
      .add_option("--optimizer", options.optimizer,
                  "And this optimiser of optim: sgd, adam, adamw, rmsprop, as in sgd,momentum=0.9")
      ->type_name("NAME[,ARGUMENT=VALUE]...")
      ->group(group);
  command
      .add_option("--label", options.label,
                  "The array of --data that is the target; default: the one that is no input of the model")
      ->type_name("NAME")
      ->group(group);
  command
      .add_option("--of", options.of,
                  "The result that the loss compares with it; default: the only one of floats")
      ->type_name("OUTPUT")
      ->group(group);
  command
      .add_option("--only", options.trained,
                  "Train the parameters whose names fit, as '*.lora_*'; default: all")
      ->type_name("PATTERN")
      ->group(group);
  command
      .add_option("--clip-norm", options.clip, "Scale gradients down together where their norm is above this")
      ->check(numberWhere(isRate, "above 0 and finite"))
      ->type_name("NORM")
      ->group(group);
  command
      .add_flag("--print-entry", options.printEntry,
                "Print the entry's text, to be put into the model, and end")
      ->group(group);
}

void addCourse(CLI::App& command, TrainOptions& options) {
  TrainerOptions& trainer = options.trainer;
  const CLI::Range positive(int64_t{1}, int64_t{1} << 40);
  command.add_option("--epochs", trainer.epochs, "How often all samples are gone through; default: 10")
      ->check(positive)
      ->type_name("N");
  command
      .add_option(
          "--batch", options.batch,
          "Samples a step; default: what the graph says, 32 for an entry that is made. An epoch's last "
          "samples, too few for a batch, are left out")
      ->check(positive)
      ->type_name("N");
  command
      .add_option(
          "--pieces", options.pieces,
          "Cut each batch into so many, and sum their gradients in a fixed order: the same bits for any "
          "number "
          "of processes (mpirun -n N aic train). Default: 1, and under mpirun 8 or as many as the batch has "
          "equal ones")
      ->check(CLI::Range(int64_t{1}, int64_t{1} << 20))
      ->type_name("P");
  command.add_option("--lr", options.rate, "The learning rate; default: 0.001")
      ->check(numberWhere(isRate, "above 0 and finite"))
      ->type_name("RATE");
  command
      .add_option("--schedule", options.schedule,
                  "How it changes: constant (default), linear[:LAST], cosine[:LAST], step:EPOCHS[,GAMMA], "
                  "exponential:GAMMA")
      ->type_name("SCHEDULE");
  command.add_option("--warmup", trainer.schedule.warmup, "Steps in which it rises to its value; default: 0")
      ->check(CLI::Range(int64_t{0}, int64_t{1} << 40))
      ->type_name("STEPS");
  command.add_option("--seed", trainer.seed, "Of the samples' order and of dropouts; default: 0")
      ->type_name("SEED");
  command.add_flag("--no-shuffle", options.noShuffle, "Take the samples in their own order");
  command
      .add_option(
          "--early-stop", trainer.patience,
          "End after so many epochs without a better validation loss, and keep the best epoch's result")
      ->check(positive)
      ->type_name("EPOCHS");
  command.add_flag(
      "--detect-anomaly", options.anomaly,
      "Look at what every operator gives, so that one which is not finite can be named (slower)");
}

void addFiles(CLI::App& command, TrainOptions& options) {
  command
      .add_option("-o,--output", options.out,
                  "The .safetensors file for what is learned: the parameters under their own names")
      ->type_name("FILE");
  command
      .add_option("--save", options.save,
                  "Write only the parameters whose names fit, as '*.lora_*'; default: all")
      ->type_name("PATTERN");
  command
      .add_option(
          "--checkpoint", options.trainer.checkpoint,
          "Where the training stands after each epoch: all states and numbers. Default: -o's name with "
          ".checkpoint, removed at a good end; one that is named stays")
      ->type_name("FILE");
  command
      .add_option("--checkpoint-every", options.trainer.checkpointEvery,
                  "Epochs between checkpoints; default: 1")
      ->check(CLI::Range(int64_t{1}, int64_t{1} << 40))
      ->type_name("N");
  command.add_flag("--resume", options.resume,
                   "Go on from the checkpoint, to the same bits as without a break");
  command.add_option("--log", options.log, "JSON lines, one for each step and epoch")->type_name("FILE");
  command.add_option("--curves", options.curves, "Draw the losses, an SVG")->type_name("FILE");
  command.add_option("--report", options.report, "A page with curves and tables, HTML")->type_name("FILE");
  command.add_flag("--json", options.trainer.json, "Print the result as JSON, and nothing else");
}

} // namespace

Command addTrain(CLI::App& app) {
  auto options = std::make_shared<TrainOptions>();
  CLI::App* command = app.add_subcommand("train", "Train a model on samples from files");
  command->add_option("file", options->model.file, "The model: FILE.graph")->required();
  addData(*command, *options);
  addMade(*command, *options);
  addCourse(*command, *options);
  addFiles(*command, *options);
  addDeviceOptions(*command, options->device);
  addModelOptions(*command, options->model);
  addMemoryOption(*command, options->model);
  command->footer("A step takes samples in an order that --seed and the epoch say (tools/aic/README.md). "
                  "Ctrl-C writes a checkpoint "
                  "first (exit code 130).\n\n"
                  "Examples:\n"
                  "  aic train mlp.graph --weights random:1 --data diabetes.npz --loss binary_cross_entropy "
                  "--optimizer adam "
                  "-o mlp.safetensors\n"
                  "  aic train cnn.graph --entry train --weights random:1 --data "
                  "idx:train-images.gz,train-labels.gz --validate 0.1 "
                  "--lr 0.01 --schedule cosine --early-stop 3 --report cnn.html -o cnn.safetensors\n"
                  "  aic train lm.graph --weights base.safetensors,random:1 --data text/ --loss "
                  "cross_entropy --optimizer adamw "
                  "--only '*.lora_*' --save '*.lora_*' -o adapters.safetensors");
  return {command, [options] {
            options->trainer.shuffle = !options->noShuffle;
            if (int code = checkOptions(*options))
              return code;
            return train(*options);
          }};
}

} // namespace aic::tool
