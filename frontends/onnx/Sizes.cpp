#include "frontends/onnx/Sizes.h"

#include "llvm/ADT/StringExtras.h"

#include <algorithm>

namespace aic::onnx {
namespace {

constexpr int kMaxNesting = 64;
constexpr int64_t kMaxSize = int64_t(1) << 40;

using Value = llvm::function_ref<std::optional<int64_t>(llvm::StringRef)>;

bool isInName(char c) {
  return llvm::isAlnum(c) || c == '_' || c == '.';
}

/// Reads an expression from the front of a text.
class Reader {
public:
  Reader(llvm::StringRef text, Value value) : rest_(text.ltrim()), value_(value) {}

  bool atEnd() const { return rest_.empty(); }

  std::optional<int64_t> sum() {
    std::optional<int64_t> left = product();
    while (left && !rest_.empty() && (rest_[0] == '+' || rest_[0] == '-')) {
      bool plus = rest_[0] == '+';
      drop(1);
      std::optional<int64_t> right = product();
      if (!right)
        return std::nullopt;
      left = bounded(plus ? *left + *right : *left - *right);
    }
    return left;
  }

private:
  std::optional<int64_t> product() {
    std::optional<int64_t> left = factor();
    while (left && !rest_.empty() && (rest_[0] == '*' || rest_[0] == '/')) {
      bool times = rest_[0] == '*', floors = rest_.starts_with("//");
      drop(floors ? 2 : 1);
      std::optional<int64_t> right = factor();
      if (!right)
        return std::nullopt;
      left = times ? multiplied(*left, *right) : divided(*left, *right, floors);
    }
    return left;
  }

  std::optional<int64_t> factor() {
    if (rest_.starts_with("(")) {
      if (++depth_ > kMaxNesting)
        return std::nullopt;
      drop(1);
      std::optional<int64_t> inner = sum();
      --depth_;
      if (!rest_.starts_with(")"))
        return std::nullopt;
      drop(1);
      return inner;
    }
    llvm::StringRef name = rest_.take_while(isInName);
    if (name.empty())
      return std::nullopt;
    drop(name.size());
    int64_t number;
    if (!llvm::isDigit(name[0]))
      return value_(name);
    return name.getAsInteger(10, number) ? std::nullopt : bounded(number);
  }

  static std::optional<int64_t> bounded(int64_t number) {
    return number > kMaxSize || number < -kMaxSize ? std::nullopt : std::optional(number);
  }
  static std::optional<int64_t> multiplied(int64_t a, int64_t b) {
    int64_t product;
    return __builtin_mul_overflow(a, b, &product) ? std::nullopt : bounded(product);
  }
  static std::optional<int64_t> divided(int64_t a, int64_t b, bool floors) {
    if (b == 0 || (!floors && a % b != 0))
      return std::nullopt;
    return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0);
  }

  void drop(size_t count) { rest_ = rest_.drop_front(count).ltrim(); }

  llvm::StringRef rest_;
  Value value_;
  int depth_ = 0;
};

} // namespace

std::optional<int64_t> sizeOf(llvm::StringRef text, Value value) {
  Reader reader(text, value);
  std::optional<int64_t> found = reader.sum();
  return reader.atEnd() && found && *found >= 0 && *found <= kMaxSize ? found : std::nullopt;
}

std::string forShell(const std::string& argument) {
  auto isPlain = [](char c) {
    return llvm::isAlnum(c) || static_cast<unsigned char>(c) >= 0x80 ||
           llvm::StringRef("_-./:=+,%@").contains(c);
  };
  if (!argument.empty() && std::all_of(argument.begin(), argument.end(), isPlain))
    return argument;
  std::string text = "'";
  for (char c : argument)
    text += c == '\'' ? "'\\''" : std::string(1, c);
  return text + "'";
}

} // namespace aic::onnx
