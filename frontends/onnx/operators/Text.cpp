// TfIdfVectorizer over integers: how often each of the given n-grams is in a sequence.
#include "frontends/onnx/Node.h"

#include <map>

namespace aic::onnx {
namespace {

using mlir::Value;

constexpr int64_t kMaxCompared = 1 << 24; // integers in all comparisons

/// The n-grams of one length: their words, one after another, and where each one's count goes.
struct Grams {
  Node::Ints words, columns;
};

/// The pool by the n-grams' length; empty (reported) where its attributes do not fit together.
std::map<int64_t, Grams> readPool(Node& n, llvm::ArrayRef<int64_t> columns) {
  Node::Ints pool = n.ints("pool_int64s"), starts = n.ints("ngram_counts");
  std::map<int64_t, Grams> all;
  size_t gram = 0;
  for (size_t i = 0; i < starts.size() && !n.failed(); ++i) {
    int64_t length = static_cast<int64_t>(i) + 1, size = static_cast<int64_t>(pool.size());
    int64_t end = i + 1 < starts.size() ? starts[i + 1] : size;
    if (starts[i] < 0 || end < starts[i] || end > size || (end - starts[i]) % length != 0 ||
        (end - starts[i]) / length > static_cast<int64_t>(columns.size() - gram)) {
      n.error(
          "ngram_counts says where in the pool the n-grams of each length begin, and ngram_indexes holds a "
          "place for each of them");
      return {};
    }
    for (int64_t at = starts[i]; at < end; at += length) {
      Grams& found = all[length];
      found.words.append(pool.begin() + at, pool.begin() + at + length);
      found.columns.push_back(columns[gram++]);
    }
  }
  return all;
}

/// How often each n-gram is in the rows of x [N, C], f32 [N, grams]. Its words may stand up to `skips` words
/// apart.
Value count(Node& n, Value x, int64_t length, const Grams& grams, int64_t skips) {
  int64_t rows = shapeOf(x)[0], size = shapeOf(x)[1];
  int64_t number = static_cast<int64_t>(grams.columns.size());
  mlir::Type f32 = n.builder().getF32Type(), i64 = n.builder().getI64Type();
  int64_t windows = 0;
  std::vector<Node::Ints> words(length); // of each window its first, second, ...
  int64_t most = length == 1 ? 1 : std::min(skips + 1, size);
  for (int64_t apart = 1; apart <= most && windows <= kMaxCompared / length; ++apart)
    for (int64_t first = 0; first < size && length - 1 <= (size - 1 - first) / apart; ++first) {
      for (int64_t word = 0; word < length; ++word)
        words[word].push_back(first + word * apart);
      if (++windows > kMaxCompared / length)
        break;
    }
  if (windows == 0)
    return n.filled(0, {rows, number}, f32);
  if (windows > kMaxCompared / length || rows > kMaxCompared / windows ||
      rows * windows > kMaxCompared / number) {
    n.unsupported("more than 2^24 comparisons");
    return nullptr;
  }
  Value same; // [N, windows, grams]
  for (int64_t word = 0; word < length && !n.failed(); ++word) {
    Node::Ints wanted;
    for (int64_t gram = 0; gram < number; ++gram)
      wanted.push_back(grams.words[gram * length + word]);
    Value at = n.emit<TakeOp>({x, n.constant(words[word], windows, i64)}, n.attribute("dim", int64_t(1)));
    Value equal = n.compare(Predicate::EQ, n.reshape(at, {rows, windows, 1}),
                            n.constant(wanted, {1, 1, number}, elementOf(x)));
    same = same ? n.emit<LogicalAndOp>({same, equal}) : equal;
  }
  return n.reduce<SumOp>(n.cast(same, f32), int64_t(1), false);
}

void tfIdfVectorizer(Node& n) {
  Value x = n.operand(0);
  std::string mode = n.string("mode", "");
  int64_t least = n.integer("min_gram_length", 1), most = n.integer("max_gram_length", 1),
          skips = n.integer("max_skip_count", 0);
  Node::Ints columns = n.ints("ngram_indexes");
  Node::Numbers weights = n.numbers("weights");
  if (n.hasAttribute("pool_strings"))
    return n.unsupported("a pool of strings");
  std::map<int64_t, Grams> pool = readPool(n, columns);
  if (n.failed())
    return;
  if (mode != "TF" && mode != "IDF" && mode != "TFIDF")
    return n.error("mode is TF, IDF or TFIDF");
  if ((!elementOf(x).isInteger(32) && !elementOf(x).isInteger(64)) || rankOf(x) < 1 || rankOf(x) > 2)
    return n.error("its input is a list, or rows, of integers; found " + describe(x.getType()));
  if (least < 1 || most < least || skips < 0 || skips > INT32_MAX)
    return n.error("1 <= min_gram_length <= max_gram_length and max_skip_count is not negative");
  if (columns.empty() || (!weights.empty() && weights.size() != columns.size()))
    return n.error("ngram_indexes holds a place for each n-gram, and weights, where given, a number");
  int64_t width = 0;
  for (int64_t column : columns) {
    if (column < 0 || column >= 1 << 24)
      return n.error("ngram_indexes holds places in [0, 2^24)");
    width = std::max(width, column + 1);
  }
  bool list = rankOf(x) == 1;
  if (list)
    x = n.reshape(x, {1, shapeOf(x)[0]});
  // The counts of all n-grams side by side behind a column of zeros, and from which of them each result is.
  Node::Ints from(width, 0);
  llvm::SmallVector<Value> counts;
  int64_t before = 0;
  for (const auto& [length, grams] : pool) {
    if (length < least || length > most)
      continue;
    counts.push_back(count(n, x, length, grams, skips));
    if (n.failed())
      return;
    for (int64_t column : grams.columns)
      from[column] = ++before;
  }
  mlir::Type f32 = n.builder().getF32Type();
  counts.insert(counts.begin(), n.filled(0, {shapeOf(x)[0], 1}, f32));
  Value result = n.emit<TakeOp>({n.concat(counts, 1), n.constant(from, width, n.builder().getI64Type())},
                                n.attribute("dim", int64_t(1)));
  if (mode == "IDF")
    result = n.minimum(result, n.scalar(1, result));
  if (mode != "TF" && !weights.empty()) {
    Node::Numbers each(width, 0);
    for (auto [i, column] : llvm::enumerate(columns))
      each[column] = weights[i];
    result = n.mul(result, n.constant(each, width, f32));
  }
  n.result(list ? n.reshape(result, width) : result);
}

constexpr Operator kRows[] = {
    {"TfIdfVectorizer", 9, tfIdfVectorizer,
     "max_gram_length max_skip_count min_gram_length mode ngram_counts ngram_indexes pool_int64s "
     "pool_strings "
     "weights",
     "strings"},
};

} // namespace

llvm::ArrayRef<Operator> textOperators() {
  return kRows;
}

} // namespace aic::onnx
