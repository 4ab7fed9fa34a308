#include "frontends/graph/Spellings.h"

#include <cctype>

namespace aic::graph {
namespace {

struct Row {
  const char *theirs, *ours;
};

constexpr Row kCalls[] = {
    {"view", "reshape(x, [2, 8])"},
    {"view_as", "reshape(x, shape(y))"},
    {"reshape_as", "reshape(x, shape(y))"},
    {"cat", "concat([a, b], dim=0)"},
    {"hstack", "concat([a, b], dim=1)"},
    {"vstack", "concat([a, b], dim=0)"},
    {"bmm", "matmul(a, b)"},
    {"mm", "matmul(a, b)"},
    {"mv", "matmul(a, x[:, none])[:, 0]"},
    {"dot", "sum(a * b)"},
    {"t", "transpose(x, 0, 1)"},
    {"swapaxes", "transpose(x, 0, 1)"},
    {"size", "shape(x)[0]"},
    {"dim", "len(shape(x))"},
    {"numel", "the product of shape(x)"},
    {"range", "a..b, as in for i in 0..3"},
    {"enumerate", "for i in 0..len(xs)"},
    {"zip", "for a, b in [[1, 2], [3, 4]]"},
    {"append", "xs = xs + [x]"},
    {"extend", "xs = xs + ys"},
    {"float", "cast(x, f32)"},
    {"double", "cast(x, f64)"},
    {"half", "cast(x, f16)"},
    {"bfloat16", "cast(x, bf16)"},
    {"long", "cast(x, i64)"},
    {"int", "cast(x, i32)"},
    {"bool", "x != 0"},
    {"to", "cast(x, f32)"},
    {"type", "cast(x, f32)"},
    {"type_as", "cast(x, f32)"},
    {"detach", "stop_gradient(x)"},
    {"backward", "grad(loss, parameters(loss))"},
    {"item", "x: a scalar is a tensor here"},
    {"numpy", "x"},
    {"cpu", "x"},
    {"cuda", "x"},
    {"contiguous", "x: there are no strides here"},
    {"clone", "x: nothing changes a tensor here"},
    {"dropout", "x: a compiled model leaves it out"},
    {"Dropout", "x: a compiled model leaves it out"},
    {"Identity", "x"},
    {"Sequential", "a line for each layer: x = nn.linear(x, 8) @ \"0\""},
    {"ModuleList", "for i in 0..n with paths, as in nn.linear(x, 8) @ layers.{i}"},
    {"ModuleDict", "a path for each, as in nn.linear(x, 8) @ heads.left"},
    {"Parameter", "param weight: f32[8]"},
    {"register_buffer", "param mask: f32[8]"},
    {"Tensor", "tensor([1.0, 2.0], f32)"},
    {"from_numpy", "a parameter, or tensor([1.0, 2.0], f32)"},
    {"array", "tensor([1.0, 2.0], f32)"},
    {"empty", "zeros([2, 8])"},
    {"masked_fill", "where(mask, value, x)"},
    {"index_select", "take(x, 0, index)"},
    {"quantize_per_tensor", "quantize(x, scale, zero_point)"},
    {"quantize_per_channel", "quantize(x, scale, zero_point, axis=0)"},
    {"select", "x[i]"},
    {"add", "a + b"},
    {"mul", "a * b"},
    {"multiply", "a * b"},
    {"subtract", "a - b"},
    {"true_divide", "a / b"},
    {"divide", "a / b"},
    {"matmul", "matmul(a, b)"},
    {"square", "x * x"},
    {"negative", "-x"},
    {"addmm", "c + matmul(a, b)"},
    {"baddbmm", "c + matmul(a, b)"},
    {"max", "amax(x, dim=1), and argmax(x, dim=1) for where it is"},
    {"min", "amin(x, dim=1)"},
    {"argmin", "argmax(-x, dim=1)"},
    {"any", "amax(cast(x, i32), dim=1) != 0"},
    {"all", "amin(cast(x, i32), dim=1) != 0"},
    {"isnan", "x != x"},
    {"ReLU", "relu(x)"},
    {"ReLU6", "relu6(x)"},
    {"GELU", "gelu(x)"},
    {"SiLU", "silu(x)"},
    {"ELU", "elu(x)"},
    {"CrossEntropyLoss", "nn.cross_entropy(x, target)"},
    {"BCELoss", "nn.binary_cross_entropy(x, target)"},
    {"scaled_dot_product_attention", "attention(q, k, v)"},
    {"MultiheadAttention", "nn.multi_head_attention(x, x, x, 8) @ attention"},
    {"print", "a result of the graph: that is how a value is seen"},
    {"isinstance", "a type in the block's arguments"},
    {"super", "nothing: blocks have no classes"},
    {"no_grad", "nothing: only grad makes gradients"},
    {"eval", "nothing: a compiled model is for inference"},
    {"train", "nothing: grad and optim train"},
};

constexpr Row kNames[] = {
    {"True", "true"},      {"False", "false"},
    {"None", "none"},      {"int64", "i64"},
    {"long", "i64"},       {"int32", "i32"},
    {"int", "i32"},        {"int16", "i16"},
    {"int8", "i8"},        {"uint8", "u8"},
    {"float64", "f64"},    {"double", "f64"},
    {"float32", "f32"},    {"float", "f32"},
    {"float16", "f16"},    {"half", "f16"},
    {"bfloat16", "bf16"},  {"self", "nothing: a block's parameters are its own, as in param weight: f32[8]"},
    {"newaxis", "none"},   {"pi", "pi"},
    {"lambda", "a block"},
};

constexpr Row kAttributes[] = {
    {"shape", "shape(x)"},
    {"ndim", "len(shape(x))"},
    {"T", "transpose(x, 0, 1)"},
    {"mT", "transpose(x, -2, -1)"},
    {"grad", "grad(loss, x)"},
    {"data", "x"},
    {"device", "nothing: aic run --device says where a model runs"},
    {"dtype", "a type's name in the block's arguments, as in x: T[...]"},
};

constexpr Row kStatements[] = {
    {"while", "for i in 0..n, with an n that is known when the model is compiled"},
    {"break", "a for of fewer steps: loops run to their end"},
    {"continue", "an if around the rest of the loop's body"},
    {"pass", "nothing"},
    {"assert", "require(N > 1, \"a batch is needed\")"},
    {"def", "block NAME(x: f32[...]) { ... }"},
    {"class", "block NAME(x: f32[...]) { param weight: f32[8] ... }"},
    {"from", "import \"file.graph\" as name, at the top"},
    {"with", "what stands in it"},
    {"try", "what stands in it: nothing is caught"},
    {"raise", "require(N > 1, \"a batch is needed\")"},
    {"del", "nothing: what is not read any more is gone"},
    {"global", "an argument"},
    {"yield", "return"},
    {"let", "x = ..."},
    {"var", "x = ..."},
};

constexpr Row kCharacters[] = {
    {"&", "'and', of bools"}, {"|", "'or', of bools"},
    {"~", "'not', of bools"}, {"^", "'!=' of bools, or ** for a power"},
    {";", "a new line"},
};

template <size_t N> std::string find(const Row (&rows)[N], const std::string& name) {
  for (const Row& row : rows)
    if (name == row.theirs)
      return row.ours;
  return "";
}

} // namespace

std::string spellingOfCall(const std::string& name) {
  return find(kCalls, name);
}

std::string spellingOfName(const std::string& name) {
  size_t dot = name.rfind('.');
  if (dot == std::string::npos)
    return find(kNames, name);
  std::string last = name.substr(dot + 1), ours = find(kAttributes, last);
  return ours.empty() ? find(kNames, last) : ours;
}

std::string spellingOfStatement(const std::string& word) {
  return find(kStatements, word);
}

std::string spellingOfCharacter(char c) {
  return find(kCharacters, std::string(1, c));
}

std::vector<std::string> allSpellings() {
  std::vector<std::string> all;
  for (const Row& row : kCalls)
    all.emplace_back(row.ours);
  for (const Row& row : kNames)
    all.emplace_back(row.ours);
  for (const Row& row : kAttributes)
    all.emplace_back(row.ours);
  return all;
}

std::string plainSpelling(const std::string& name) {
  std::string plain;
  for (char c : name)
    if (c != '_')
      plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  bool rank = plain.size() > 2 && plain.back() == 'd' &&
              std::isdigit(static_cast<unsigned char>(plain[plain.size() - 2]));
  if (rank && plain.rfind("conv", 0) != 0 && plain.find("pool") == std::string::npos)
    plain.resize(plain.size() - 2); // BatchNorm2d: one layer is for all of them
  return plain;
}

} // namespace aic::graph
