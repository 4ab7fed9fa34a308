// Matrix products, determinants, and Einsum, which becomes transposes and one product for each operand.
#include "frontends/onnx/Node.h"

namespace aic::onnx {
namespace {

using mlir::Value;

bool checkFloats(Node& n, Value x) {
  if (x && !isFloat(x))
    n.unsupported("the product of matrices of " + describe(elementOf(x)) + ": aic has it for floats");
  return !n.failed();
}

// Vectors become a row or a column, as NumPy does.
Value product(Node& n, Value a, Value b) {
  if (n.failed())
    return nullptr;
  if (rankOf(a) == 0 || rankOf(b) == 0) {
    n.error("its inputs have at least one axis");
    return nullptr;
  }
  bool row = rankOf(a) == 1, column = rankOf(b) == 1;
  if (row)
    a = n.reshape(a, {1, shapeOf(a)[0]});
  if (column)
    b = n.reshape(b, {shapeOf(b)[0], 1});
  Value result = n.emit<MatmulOp>({a, b});
  if (n.failed() || (!row && !column))
    return result;
  Node::Ints shape(shapeOf(result));
  if (column)
    shape.pop_back();
  if (row)
    shape.erase(shape.end() - (column ? 1 : 2));
  return n.reshape(result, shape);
}

void matMul(Node& n) {
  Value a = n.operand(0), b = n.operand(1);
  if (checkFloats(n, a))
    n.result(product(n, a, b));
}

void gemm(Node& n) {
  Value a = n.operand(0), b = n.operand(1), c = n.optional(2);
  bool transA = n.flag("transA", false), transB = n.flag("transB", false);
  double alpha = n.number("alpha", 1), beta = n.number("beta", 1);
  if (n.failed() || !checkFloats(n, a))
    return;
  if (rankOf(a) != 2 || rankOf(b) != 2)
    return n.error("its first two inputs are matrices; found " + describe(a.getType()) + " and " +
                   describe(b.getType()));
  if (transA)
    a = n.transpose(a, {1, 0});
  bool plain = alpha == 1 && (!c || beta == 1);
  // What PyTorch's Linear becomes.
  int64_t rows = shapeOf(b)[transB ? 0 : 1];
  if (transB && plain && (!c || shapeOf(c) == llvm::ArrayRef<int64_t>(rows)))
    return n.result(n.emit<LinearOp>(c ? mlir::ValueRange{a, b, c} : mlir::ValueRange{a, b}));
  if (transB)
    b = n.transpose(b, {1, 0});
  Value result = n.emit<MatmulOp>({a, b});
  if (alpha != 1)
    result = n.mul(result, n.scalar(alpha, result));
  if (c && beta != 0) {
    Value sum = n.add(result, beta == 1 ? c : n.mul(c, n.scalar(beta, c)));
    if (!n.failed() && shapeOf(sum) != shapeOf(result))
      return n.error("its third input, " + describe(c.getType()) + ", does not broadcast to " +
                     describe(result.getType()));
    result = sum;
  }
  n.result(result);
}

/// A tensor in an Einsum: a letter for each axis. The axes of an ellipsis are the letters kEllipsis + i,
/// counted from the last.
struct Term {
  Value value;
  llvm::SmallVector<int> letters;

  int64_t size(int letter) const { return shapeOf(value)[llvm::find(letters, letter) - letters.begin()]; }
  bool has(int letter) const { return llvm::is_contained(letters, letter); }
};
constexpr int kEllipsis = 1000;

class Einsum {
public:
  explicit Einsum(Node& n) : n_(n) {}

  Value run() {
    std::string equation = n_.string("equation", "");
    equation.erase(std::remove(equation.begin(), equation.end(), ' '), equation.end());
    llvm::SmallVector<Value> operands = n_.operands();
    if (n_.failed() || !parse(equation, operands))
      return nullptr;
    Term all = prepared(0);
    for (size_t i = 1; i < terms_.size() && !n_.failed(); ++i)
      all = contract(all, prepared(i), i + 1);
    return n_.failed() ? nullptr : finish(all);
  }

private:
  bool fail(const std::string& message) {
    n_.error(message);
    return false;
  }

  bool parseTerm(llvm::StringRef text, Value value) {
    Term term;
    term.value = value;
    int64_t rank = rankOf(value), named = 0;
    for (char c : text)
      named += llvm::isAlpha(c);
    bool ellipsis = text.contains("...");
    if (named > rank || (!ellipsis && named != rank))
      return fail("'" + text.str() + "' does not name the axes of " + describe(value.getType()));
    for (size_t i = 0; i < text.size(); ++i) {
      if (llvm::isAlpha(text[i])) {
        term.letters.push_back(text[i]);
      } else if (text.substr(i, 3) == "...") {
        for (int64_t axis = rank - named; axis > 0; --axis)
          term.letters.push_back(kEllipsis + static_cast<int>(axis));
        most_ = std::max(most_, rank - named);
        i += 2;
      } else {
        return fail("the equation holds letters, commas, '...' and '->'");
      }
    }
    if (static_cast<int64_t>(term.letters.size()) != rank)
      return fail("'" + text.str() + "' has more than one ellipsis");
    terms_.push_back(term);
    return true;
  }

  bool parse(llvm::StringRef equation, llvm::ArrayRef<Value> operands) {
    auto [left, right] = equation.split("->");
    llvm::SmallVector<llvm::StringRef> texts;
    left.split(texts, ',');
    if (texts.size() != operands.size())
      return fail("the equation has " + std::to_string(texts.size()) + " terms, the node " +
                  std::to_string(operands.size()) + " inputs");
    for (auto [text, value] : llvm::zip_equal(texts, operands))
      if (!parseTerm(text, value))
        return false;
    auto addEllipsis = [&] {
      for (int64_t axis = most_; axis > 0; --axis)
        output_.push_back(kEllipsis + static_cast<int>(axis));
    };
    std::map<int, int> uses;
    for (const Term& term : terms_)
      for (int letter : term.letters)
        ++uses[letter];
    if (!equation.contains("->")) { // the letters that occur once, in the alphabet's order
      addEllipsis();
      for (auto [letter, count] : uses)
        if (letter < kEllipsis && count == 1)
          output_.push_back(letter);
      return true;
    }
    for (size_t i = 0; i < right.size(); ++i) {
      if (right.substr(i, 3) == "...") {
        addEllipsis();
        i += 2;
      } else if (!uses.count(right[i]) || llvm::is_contained(output_, right[i])) {
        return fail("'" + right.str() + "' holds a letter twice, or one that no input has");
      } else {
        output_.push_back(right[i]);
      }
    }
    return true;
  }

  bool neededAfter(int letter, size_t next) const {
    for (size_t i = next; i < terms_.size(); ++i)
      if (terms_[i].has(letter))
        return true;
    return llvm::is_contained(output_, letter);
  }

  bool usedOutside(int letter, size_t which) const {
    for (size_t i = 0; i < terms_.size(); ++i)
      if (i != which && terms_[i].has(letter))
        return true;
    return llvm::is_contained(output_, letter);
  }

  /// The diagonal of axes that bear one letter.
  void takeDiagonals(Term& term) {
    for (size_t i = 0; i < term.letters.size() && !n_.failed(); ++i)
      for (size_t j = i + 1; j < term.letters.size(); ++j) {
        if (term.letters[i] != term.letters[j])
          continue;
        int64_t size = shapeOf(term.value)[i];
        if (shapeOf(term.value)[j] != size) {
          n_.error("one letter stands for axes of two sizes");
          return;
        }
        Node::Ints perm, shape;
        for (size_t axis = 0; axis < term.letters.size(); ++axis)
          if (axis != i && axis != j)
            perm.push_back(static_cast<int64_t>(axis));
        for (int64_t axis : perm)
          shape.push_back(shapeOf(term.value)[axis]);
        llvm::SmallVector<int> letters;
        for (int64_t axis : perm)
          letters.push_back(term.letters[axis]);
        letters.push_back(term.letters[i]);
        perm.append({static_cast<int64_t>(i), static_cast<int64_t>(j)});
        int64_t last = static_cast<int64_t>(shape.size());
        shape.push_back(size * size);
        Value flat = n_.reshape(n_.transpose(term.value, perm), shape);
        term.value = size == 0 ? flat : n_.slice(flat, last, 0, size, size + 1);
        term.letters = letters;
        return takeDiagonals(term);
      }
  }

  void sumOut(Term& term, llvm::function_ref<bool(int)> keep) {
    Node::Ints axes;
    llvm::SmallVector<int> letters;
    for (auto [axis, letter] : llvm::enumerate(term.letters)) {
      if (keep(letter))
        letters.push_back(letter);
      else
        axes.push_back(static_cast<int64_t>(axis));
    }
    if (axes.empty())
      return;
    term.value = n_.reduce<SumOp>(term.value, axes, false);
    term.letters = letters;
  }

  Term prepared(size_t i) {
    Term term = terms_[i];
    takeDiagonals(term);
    if (!n_.failed())
      sumOut(term, [&](int letter) { return usedOutside(letter, i); });
    return term;
  }

  /// The term with its axes in the order of `letters`; those that it has not are of size 1.
  Value arranged(const Term& term, llvm::ArrayRef<int> letters) {
    Node::Ints perm, shape;
    for (int letter : letters)
      if (term.has(letter))
        perm.push_back(llvm::find(term.letters, letter) - term.letters.begin());
    for (int letter : letters)
      shape.push_back(term.has(letter) ? term.size(letter) : 1);
    return n_.reshape(n_.transpose(term.value, perm), shape);
  }

  Term contract(const Term& a, const Term& b, size_t next) {
    if (n_.failed())
      return a;
    llvm::SmallVector<int> batch, inner, left, right;
    for (int letter : a.letters)
      (!b.has(letter) ? left : neededAfter(letter, next) ? batch : inner).push_back(letter);
    for (int letter : b.letters)
      if (!a.has(letter))
        right.push_back(letter);
    bool broadcasts = false;
    for (int letter : a.letters)
      broadcasts |= b.has(letter) && a.size(letter) != b.size(letter);
    Term result;
    if (inner.empty() || broadcasts || !isFloat(a.value)) {
      // An outer product, sizes of 1 that stretch, or integers: a product at each place, then a sum.
      llvm::SmallVector<int> letters(batch);
      for (auto* more : {&left, &right, &inner})
        letters.append(*more);
      result.value = n_.mul(arranged(a, letters), arranged(b, letters));
      result.letters = letters;
      if (!n_.failed())
        sumOut(result, [&](int letter) { return !llvm::is_contained(inner, letter); });
      return result;
    }
    auto ordered = [](llvm::ArrayRef<int> x, llvm::ArrayRef<int> y, llvm::ArrayRef<int> z) {
      llvm::SmallVector<int> all(x);
      all.append(y.begin(), y.end());
      all.append(z.begin(), z.end());
      return all;
    };
    auto count = [](const Term& term, llvm::ArrayRef<int> letters) {
      int64_t product = 1;
      for (int letter : letters)
        product *= term.size(letter);
      return product;
    };
    Value x = n_.reshape(arranged(a, ordered(batch, left, inner)),
                         {count(a, batch), count(a, left), count(a, inner)});
    Value y = n_.reshape(arranged(b, ordered(batch, inner, right)),
                         {count(b, batch), count(b, inner), count(b, right)});
    result.letters = ordered(batch, left, right);
    Node::Ints shape;
    for (int letter : result.letters)
      shape.push_back(a.has(letter) ? a.size(letter) : b.size(letter));
    result.value = n_.reshape(n_.emit<MatmulOp>({x, y}), shape);
    return result;
  }

  Value finish(Term term) {
    sumOut(term, [&](int letter) { return llvm::is_contained(output_, letter); });
    if (n_.failed())
      return nullptr;
    return arranged(term, output_);
  }

  Node& n_;
  std::vector<Term> terms_;
  llvm::SmallVector<int> output_;
  int64_t most_ = 0; // axes of the longest ellipsis
};

void einsum(Node& n) {
  n.result(Einsum(n).run());
}

// Laplace's expansion, each minor once: that of a set of columns and as many of the last rows.
void det(Node& n) {
  constexpr int64_t kMost = 6;
  Value x = n.operand(0);
  if (n.failed())
    return;
  int64_t rank = rankOf(x), size = rank >= 2 ? shapeOf(x)[rank - 1] : 0;
  if (rank < 2 || shapeOf(x)[rank - 2] != size)
    return n.error("its input holds square matrices; found " + describe(x.getType()));
  if (size == 0) // an empty product
    return n.result(n.filled(1, shapeOf(x).drop_back(2), elementOf(x)));
  if (size > kMost)
    return n.unsupported("matrices of " + std::to_string(size) + " rows: those of up to " +
                         std::to_string(kMost) + " are");
  Node::Ints outer(shapeOf(x).drop_back(2)), flat(outer);
  flat.push_back(size * size);
  Value elements = n.reshape(x, flat);
  std::vector<Value> minors(size_t(1) << size);
  for (size_t set = 1; set < minors.size() && !n.failed(); ++set) {
    int64_t row = size - llvm::popcount(set);
    bool negative = false;
    for (int64_t column = 0; column < size; ++column) {
      if (!(set >> column & 1))
        continue;
      Value one = n.reshape(n.slice(elements, rank - 2, row * size + column, 1), outer);
      Value rest = minors[set & ~(size_t(1) << column)];
      Value term = rest ? n.mul(one, rest) : one;
      Value& sum = minors[set];
      sum = !sum ? term : negative ? n.sub(sum, term) : n.add(sum, term);
      negative = !negative;
    }
  }
  n.result(minors.back());
}

constexpr Operator kRows[] = {
    {"MatMul", 1, matMul, "", "integers"},
    {"Gemm", 1, gemm, "alpha beta broadcast transA transB", "integers"},
    {"Det", 11, det, "", "matrices of more than 6 rows"},
    {"Einsum", 12, einsum, "equation"},
};

} // namespace

llvm::ArrayRef<Operator> matrixOperators() {
  return kRows;
}

} // namespace aic::onnx
