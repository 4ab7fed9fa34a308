// Byte-level BPE as OpenAI published it with GPT-2 (github.com/openai/gpt-2, src/encoder.py): a text is cut
// into words by a pattern, each word begins as its bytes, and the pair of the lowest rank is merged wherever
// it stands until no pair has a rank.

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "frontends/tokenizers/Gpt2Files.h"
#include "frontends/tokenizers/Tokenizer.h"
#include "frontends/tokenizers/Words.h"
#include "frontends/weights/MappedFile.h"

#include <queue>

namespace aic::tokenizers {

namespace {

/// The tokens of one word, and the pairs that may be merged.
class Word {
public:
  Word(absl::string_view bytes, const Vocabulary& vocabulary, const Merges& merges) : merges_(merges) {
    for (char byte : bytes)
      tokens_.push_back({vocabulary.byteIds[static_cast<uint8_t>(byte)], tokens_.size(), tokens_.size() + 2});
    for (size_t i = 0; i + 1 < tokens_.size(); ++i)
      Offer(i);
  }

  /// All pairs of one rank go, from left to right, before those that they make are looked at.
  void MergeAll() {
    while (!waiting_.empty()) {
      const int32_t rank = waiting_.top().rank;
      std::vector<size_t> made;
      for (; !waiting_.empty() && waiting_.top().rank == rank; waiting_.pop()) {
        const Pair pair = waiting_.top();
        if (!Stands(pair))
          continue;
        Take(pair);
        made.push_back(pair.at);
      }
      for (size_t at : made) {
        Offer(at);
        if (tokens_[at].before != 0)
          Offer(tokens_[at].before - 1);
      }
    }
  }

  void AppendTo(std::vector<int64_t>& ids) const {
    for (size_t i = 0; i < tokens_.size(); i = tokens_[i].after - 1)
      ids.push_back(tokens_[i].id);
  }

private:
  struct Token {
    int32_t id;           // -1: merged into one before it
    size_t before, after; // the neighbours' indices plus 1: 0 and tokens_.size() + 1 are none
  };
  struct Pair {
    int32_t rank, left, right, merged;        // ids
    size_t at;                                // index of the left token
    bool operator<(const Pair& other) const { // std::priority_queue has the largest on top
      return rank != other.rank ? rank > other.rank : at > other.at;
    }
  };

  bool HasNext(size_t at) const { return tokens_[at].after <= tokens_.size(); }

  /// Whether a pair of that time is still there.
  bool Stands(const Pair& pair) const {
    return tokens_[pair.at].id == pair.left && HasNext(pair.at) &&
           tokens_[tokens_[pair.at].after - 1].id == pair.right;
  }

  /// Queues the token at `at` and its next, where they have a rank.
  void Offer(size_t at) {
    if (tokens_[at].id < 0 || !HasNext(at))
      return;
    int32_t left = tokens_[at].id, right = tokens_[tokens_[at].after - 1].id;
    if (auto found = merges_.find(PairKey(left, right)); found != merges_.end())
      waiting_.push({found->second.rank, left, right, found->second.id, at});
  }

  void Take(const Pair& pair) {
    Token& left = tokens_[pair.at];
    Token& right = tokens_[left.after - 1];
    left.id = pair.merged;
    left.after = right.after;
    right.id = -1;
    if (HasNext(pair.at))
      tokens_[left.after - 1].before = pair.at + 1;
  }

  const Merges& merges_;
  std::vector<Token> tokens_;
  std::priority_queue<Pair> waiting_;
};

class Gpt2 : public Tokenizer {
public:
  Gpt2(Vocabulary vocabulary, Merges merges, Words words)
      : vocabulary_(std::move(vocabulary)), merges_(std::move(merges)), words_(std::move(words)) {
    for (const char* name : {"<|endoftext|>", "</s>"})
      if (auto found = vocabulary_.ids.find(name); found != vocabulary_.ids.end() && !end_)
        end_ = found->second;
  }

  int64_t Size() const override { return static_cast<int64_t>(vocabulary_.bytes.size()); }

  absl::StatusOr<std::vector<int64_t>> Encode(absl::string_view text) override {
    if (absl::Status status = CheckUtf8(text); !status.ok())
      return status;
    absl::StatusOr<std::vector<absl::string_view>> words = words_.Split(text);
    if (!words.ok())
      return words.status();
    std::vector<int64_t> ids;
    for (absl::string_view bytes : *words) {
      Word word(bytes, vocabulary_, merges_);
      word.MergeAll();
      word.AppendTo(ids);
    }
    return ids;
  }

  std::string Decode(int64_t id) const override {
    return id >= 0 && id < Size() && id != end_ ? vocabulary_.bytes[static_cast<size_t>(id)] : "";
  }

  std::optional<int64_t> End() const override { return end_; }

private:
  Vocabulary vocabulary_;
  Merges merges_;
  Words words_;
  std::optional<int64_t> end_;
};

/// The first of two files of a folder that is there.
absl::StatusOr<std::pair<std::string, weights::MappedFile>>
OpenEither(const std::string& folder, const char* first, const char* second) {
  for (const char* name : {first, second}) {
    std::string path = absl::StrCat(folder, "/", name);
    absl::StatusOr<weights::MappedFile> file = weights::MapFile(path);
    if (!file.ok() && absl::IsNotFound(file.status()))
      continue;
    if (!file.ok())
      return file.status();
    return std::make_pair(std::move(path), *std::move(file));
  }
  return absl::NotFoundError(absl::StrCat(folder, ": there is neither ", first, " nor ", second));
}

absl::string_view Text(const weights::MappedFile& file) {
  return {reinterpret_cast<const char*>(file.bytes.data()), file.bytes.size()};
}

} // namespace

absl::StatusOr<std::unique_ptr<Tokenizer>> ParseGpt2(absl::string_view vocabulary, absl::string_view merges,
                                                     const std::string& vocabularyName,
                                                     const std::string& mergesName) {
  absl::StatusOr<Vocabulary> tokens = ParseVocabulary(vocabulary, vocabularyName);
  if (!tokens.ok())
    return tokens.status();
  absl::StatusOr<Merges> pairs = ParseMerges(merges, *tokens, mergesName);
  if (!pairs.ok())
    return pairs.status();
  absl::StatusOr<Words> words = Words::Create();
  if (!words.ok())
    return words.status();
  return std::make_unique<Gpt2>(*std::move(tokens), *std::move(pairs), *std::move(words));
}

absl::StatusOr<std::unique_ptr<Tokenizer>> OpenGpt2(const std::string& folder) {
  auto vocabulary = OpenEither(folder, "vocab.json", "encoder.json");
  if (!vocabulary.ok())
    return vocabulary.status();
  auto merges = OpenEither(folder, "merges.txt", "vocab.bpe");
  if (!merges.ok())
    return merges.status();
  return ParseGpt2(Text(vocabulary->second), Text(merges->second), vocabulary->first, merges->first);
}

} // namespace aic::tokenizers
