// Einsum, for every frontend: transposes and one product for each operand but the first.
#pragma once

#include "dialects/aic/Aic.h"

#include "llvm/ADT/StringExtras.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace aic {

/// Emitter: what makes operations, with `failed error reshape transpose slice sum mul matmul`.
template <typename Emitter> class Einsum {
public:
  Einsum(Emitter emitter, const std::string& equation, llvm::ArrayRef<mlir::Value> operands)
      : emitter_(emitter), equation_(equation), operands_(operands) {}

  /// Null where the emitter has failed.
  mlir::Value run() {
    equation_.erase(std::remove(equation_.begin(), equation_.end(), ' '), equation_.end());
    if (!parse(equation_, operands_))
      return nullptr;
    Term all = prepared(0);
    for (size_t i = 1; i < terms_.size() && !emitter_.failed(); ++i)
      all = contract(all, prepared(i), i + 1);
    return emitter_.failed() ? nullptr : finish(all);
  }

private:
  using Value = mlir::Value;
  using Ints = llvm::SmallVector<int64_t>;
  static constexpr int kEllipsis = 1000;

  /// A tensor in an Einsum: a letter for each axis. The axes of an ellipsis are the letters kEllipsis + i,
  /// counted from the last.
  struct Term {
    Value value;
    llvm::SmallVector<int> letters;

    int64_t size(int letter) const { return shapeOf(value)[llvm::find(letters, letter) - letters.begin()]; }
    bool has(int letter) const { return llvm::is_contained(letters, letter); }
  };

  static llvm::ArrayRef<int64_t> shapeOf(Value x) {
    return llvm::cast<mlir::RankedTensorType>(x.getType()).getShape();
  }

  static bool isFloat(Value x) { return llvm::isa<mlir::FloatType>(mlir::getElementTypeOrSelf(x.getType())); }

  bool fail(const std::string& message) {
    emitter_.error(message);
    return false;
  }

  bool parseTerm(llvm::StringRef text, Value value) {
    Term term;
    term.value = value;
    int64_t rank = static_cast<int64_t>(shapeOf(value).size()), named = 0;
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
      return fail("the equation has " + std::to_string(texts.size()) + " terms, for " +
                  std::to_string(operands.size()) + " tensors");
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
    for (size_t i = 0; i < term.letters.size() && !emitter_.failed(); ++i)
      for (size_t j = i + 1; j < term.letters.size(); ++j) {
        if (term.letters[i] != term.letters[j])
          continue;
        int64_t size = shapeOf(term.value)[i];
        if (shapeOf(term.value)[j] != size) {
          emitter_.error("one letter stands for axes of two sizes");
          return;
        }
        Ints perm, shape;
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
        Value flat = emitter_.reshape(emitter_.transpose(term.value, perm), shape);
        term.value = size == 0 ? flat : emitter_.slice(flat, last, 0, size, size + 1);
        term.letters = letters;
        return takeDiagonals(term);
      }
  }

  void sumOut(Term& term, llvm::function_ref<bool(int)> keep) {
    Ints axes;
    llvm::SmallVector<int> letters;
    for (auto [axis, letter] : llvm::enumerate(term.letters)) {
      if (keep(letter))
        letters.push_back(letter);
      else
        axes.push_back(static_cast<int64_t>(axis));
    }
    if (axes.empty())
      return;
    term.value = emitter_.sum(term.value, axes);
    term.letters = letters;
  }

  Term prepared(size_t i) {
    Term term = terms_[i];
    takeDiagonals(term);
    if (!emitter_.failed())
      sumOut(term, [&](int letter) { return usedOutside(letter, i); });
    return term;
  }

  /// The term with its axes in the order of `letters`; those that it has not are of size 1.
  Value arranged(const Term& term, llvm::ArrayRef<int> letters) {
    Ints perm, shape;
    for (int letter : letters)
      if (term.has(letter))
        perm.push_back(llvm::find(term.letters, letter) - term.letters.begin());
    for (int letter : letters)
      shape.push_back(term.has(letter) ? term.size(letter) : 1);
    return emitter_.reshape(emitter_.transpose(term.value, perm), shape);
  }

  Term contract(const Term& a, const Term& b, size_t next) {
    if (emitter_.failed())
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
      result.value = emitter_.mul(arranged(a, letters), arranged(b, letters));
      result.letters = letters;
      if (!emitter_.failed())
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
    Value x = emitter_.reshape(arranged(a, ordered(batch, left, inner)),
                               {count(a, batch), count(a, left), count(a, inner)});
    Value y = emitter_.reshape(arranged(b, ordered(batch, inner, right)),
                               {count(b, batch), count(b, inner), count(b, right)});
    result.letters = ordered(batch, left, right);
    Ints shape;
    for (int letter : result.letters)
      shape.push_back(a.has(letter) ? a.size(letter) : b.size(letter));
    result.value = emitter_.reshape(emitter_.matmul(x, y), shape);
    return result;
  }

  Value finish(Term term) {
    sumOut(term, [&](int letter) { return llvm::is_contained(output_, letter); });
    if (emitter_.failed())
      return nullptr;
    return arranged(term, output_);
  }

  Emitter emitter_;
  std::string equation_;
  llvm::ArrayRef<mlir::Value> operands_;
  std::vector<Term> terms_;
  llvm::SmallVector<int> output_;
  int64_t most_ = 0; // axes of the longest ellipsis
};

} // namespace aic
