// Random models of all kinds of operators: layouts, fusions, buffers shared and in place, whatever meets
// whatever.
#include "Harness.h"

#include <cstdlib>
#include <random>

namespace aic::test {
namespace {

class RandomModel {
public:
  explicit RandomModel(uint64_t seed) : engine(seed) {}

  Batch make() {
    for (int64_t i = 0, n = pick(1, 3); i < n; ++i) {
      Shape shape;
      if (chance(0.6))
        shape = {pick(1, 2), pick(1, 20), pick(3, 12), pick(3, 12)};
      else
        for (int64_t k = 0, rank = pick(1, 3); k < rank; ++k)
          shape.push_back(pick(1, 24));
      values.push_back({batch.argument(shape), shape});
    }
    for (int64_t i = 0, n = pick(3, 25); i < n; ++i)
      step();
    // The last value, and some that are read elsewhere as well.
    for (size_t i = 0; i < values.size(); ++i)
      if (i + 1 == values.size() || chance(0.15))
        batch.result(values[i].name, tensorType(values[i].shape), values[i].name);
    return batch;
  }

private:
  struct Value {
    std::string name;
    Shape shape;
  };

  int64_t pick(int64_t low, int64_t high) { return low + int64_t(engine() % uint64_t(high - low + 1)); }
  bool chance(double p) { return std::uniform_real_distribution<double>()(engine) < p; }
  static int64_t count(const Shape& shape) {
    int64_t n = 1;
    for (int64_t size : shape)
      n *= size;
    return n;
  }
  // Recent values more often than old ones.
  Value any() {
    size_t back = chance(0.6) ? 1 : size_t(pick(1, int64_t(values.size())));
    return values[values.size() - back];
  }
  void push(const std::string& op, const Shape& shape) {
    if (count(shape) <= 40000 && count(shape) > 0)
      values.push_back({batch.op(op), shape});
  }
  static std::string signature(const std::vector<Shape>& from, const Shape& to) {
    std::string text = " : (";
    for (size_t i = 0; i < from.size(); ++i)
      text += (i ? ", " : "") + tensorType(from[i]);
    return text + ") -> " + tensorType(to);
  }

  void step() {
    Value x = any();
    size_t rank = x.shape.size();
    switch (pick(0, 15)) {
    case 0:
    case 1:
    case 2: {
      const char* ops[] = {"relu", "tanh", "sigmoid", "silu", "abs", "neg", "relu6", "sin", "erf"};
      return push("aic." + std::string(ops[pick(0, 8)]) + " " + x.name + " : " + tensorType(x.shape),
                  x.shape);
    }
    case 3:
    case 4:
    case 5: { // with another value of its shape, or something that broadcasts to it
      const char* ops[] = {"add", "sub", "mul", "maximum", "minimum"};
      Value y = any();
      if (y.shape != x.shape) {
        Shape shape = x.shape;
        for (int64_t& size : shape)
          size = chance(0.5) ? 1 : size;
        if (chance(0.3) && !shape.empty())
          shape.erase(shape.begin());
        y = {batch.weight(shape), shape};
      }
      return push("aic." + std::string(ops[pick(0, 4)]) + " " + x.name + ", " + y.name +
                      signature({x.shape, y.shape}, x.shape),
                  x.shape);
    }
    case 6:
    case 7: { // a convolution
      if (rank != 4)
        return;
      int64_t c = x.shape[1], k = pick(1, 3), stride = pick(1, 2), padding = pick(0, 1);
      bool depthwise = chance(0.3) && c > 1;
      int64_t o = depthwise ? c : pick(1, 20), groups = depthwise ? c : 1;
      if (x.shape[2] + 2 * padding < k || x.shape[3] + 2 * padding < k)
        return;
      Shape w = {o, c / groups, k, k}, y = x.shape;
      y[1] = o;
      for (int axis : {2, 3})
        y[axis] = (y[axis] + 2 * padding - k) / stride + 1;
      std::string conv = "aic.conv2d " + x.name + ", " + batch.weight(w) + ", " + batch.weight({o}) +
                         " {stride = " + array({stride, stride}) +
                         ", padding = " + array({padding, padding, padding, padding}) +
                         ", groups = " + std::to_string(groups) + " : i64}" + signature({x.shape, w, {o}}, y);
      push("aic.tanh " + batch.op(conv) + " : " + tensorType(y), y); // so that values stay small
      return;
    }
    case 8: { // a pool
      if (rank != 4 || x.shape[2] < 2 || x.shape[3] < 2)
        return;
      Shape y = {x.shape[0], x.shape[1], (x.shape[2] - 2) / 2 + 1, (x.shape[3] - 2) / 2 + 1};
      return push(std::string(chance(0.5) ? "aic.max_pool2d " : "aic.avg_pool2d ") + x.name +
                      " {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>}" + signature({x.shape}, y),
                  y);
    }
    case 9: {                                // linear
      if (rank < 1 || x.shape.back() > 2000) // a longer sum is less exact
        return;
      int64_t k = x.shape.back(), n = pick(1, 40);
      Shape y = x.shape;
      y.back() = n;
      std::string linear =
          "aic.linear " + x.name + ", " + batch.weight({n, k}) + signature({x.shape, {n, k}}, y);
      push("aic.tanh " + batch.op(linear) + " : " + tensorType(y), y);
      return;
    }
    case 10: { // a value times its transpose
      if (rank < 2)
        return;
      std::vector<int64_t> perm(rank);
      for (size_t i = 0; i < rank; ++i)
        perm[i] = int64_t(i);
      std::swap(perm[rank - 1], perm[rank - 2]);
      Shape turned = x.shape, y = x.shape;
      std::swap(turned[rank - 1], turned[rank - 2]);
      y[rank - 1] = y[rank - 2];
      if (count(y) > 40000)
        return;
      std::string t = batch.op("aic.transpose " + x.name + " {perm = " + array(perm) + "}" +
                               signature({x.shape}, turned));
      std::string product = batch.op("aic.matmul " + x.name + ", " + t + signature({x.shape, turned}, y));
      push("aic.softmax " + product + " {dim = " + std::to_string(rank - 1) + " : i64}" + signature({y}, y),
           y);
      return;
    }
    case 11: { // a reduction
      if (rank == 0)
        return;
      const char* ops[] = {"mean", "amax", "amin"};
      int64_t dim = pick(0, int64_t(rank) - 1);
      bool keep = chance(0.5);
      Shape y = x.shape;
      keep ? void(y[dim] = 1) : void(y.erase(y.begin() + dim));
      return push("aic." + std::string(ops[pick(0, 2)]) + " " + x.name + " {dims = " + array({dim}) +
                      ", keepdim = " + (keep ? "true" : "false") + "}" + signature({x.shape}, y),
                  y);
    }
    case 12: { // a permutation
      if (rank < 2)
        return;
      std::vector<int64_t> perm(rank);
      for (size_t i = 0; i < rank; ++i)
        perm[i] = int64_t(i);
      std::shuffle(perm.begin(), perm.end(), engine);
      Shape y;
      for (int64_t axis : perm)
        y.push_back(x.shape[axis]);
      return push("aic.transpose " + x.name + " {perm = " + array(perm) + "}" + signature({x.shape}, y), y);
    }
    case 13: { // a reshape
      Shape y = {count(x.shape)};
      if (chance(0.5) && y[0] % 2 == 0)
        y = {2, y[0] / 2};
      return push("aic.reshape " + x.name + signature({x.shape}, y), y);
    }
    case 14: { // joined with another of its shape, or itself
      if (rank == 0)
        return;
      Value other = any();
      if (other.shape != x.shape)
        other = x;
      int64_t dim = pick(0, int64_t(rank) - 1);
      Shape y = x.shape;
      y[dim] *= 2;
      return push("aic.concat " + x.name + ", " + other.name + " {dim = " + std::to_string(dim) + " : i64}" +
                      signature({x.shape, x.shape}, y),
                  y);
    }
    default: { // every second element of an axis, backwards; or padding
      if (rank == 0)
        return;
      int64_t dim = pick(0, int64_t(rank) - 1);
      std::vector<int64_t> first(rank, 0), second(rank, 1);
      Shape y = x.shape;
      if (chance(0.5)) {
        first[dim] = y[dim] - 1;
        y[dim] = (y[dim] + 1) / 2;
        second[dim] = -2;
        return push("aic.slice " + x.name + " {offsets = " + array(first) + ", sizes = " + array(y) +
                        ", strides = " + array(second) + "}" + signature({x.shape}, y),
                    y);
      }
      for (int64_t& size : y)
        ++size;
      return push("aic.pad " + x.name + " {low = " + array(first) + ", high = " + array(second) +
                      ", value = 0.5 : f64}" + signature({x.shape}, y),
                  y);
    }
    }
  }

  std::mt19937_64 engine;
  Batch batch;
  std::vector<Value> values;
};

// The text without the digits of its weights.
std::string elided(const std::string& text) {
  std::string result;
  for (size_t at = 0; at < text.size();) {
    size_t hex = text.find("\"0x", at), end = hex == std::string::npos ? hex : text.find('"', hex + 1);
    result += text.substr(at, hex == std::string::npos ? hex : hex - at);
    if (end == std::string::npos)
      break;
    result += "...";
    at = end + 1;
  }
  return result;
}

// AIC_RANDOM_MODELS=FIRST:COUNT runs others.
TEST(Random, Models) {
  uint64_t first = 0, count = 40;
  if (const char* range = std::getenv("AIC_RANDOM_MODELS"))
    ASSERT_EQ(std::sscanf(range, "%lu:%lu", &first, &count), 2);
  for (uint64_t seed = first; seed < first + count; ++seed) {
    Batch batch = RandomModel(seed).make();
    HarnessOptions options;
    options.moreThreads = {2, 3};
    options.fuse = seed % 8 != 7;
    if (seed % 4 == 1) {
      const char* cpus[] = {"x86-64-v2", "x86-64-v3", "x86-64-v4"};
      options.targetCpu = cpus[seed / 4 % 3];
    }
    options.smallestScale = 0.5; // most values are of about 1
    batch.expectClose(2e-5, options);
    if (HasFailure()) {
      std::printf("seed %lu:\n%s\n", seed, elided(batch.text()).c_str());
      break;
    }
  }
}

} // namespace
} // namespace aic::test
