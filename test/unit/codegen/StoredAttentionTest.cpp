// Attention of keys and values that are stored in 8 bits, against the reference, on every kind of CPU.
#include "Harness.h"

#include <cmath>

namespace aic::test {
namespace {

// With a scale for each row, of each matrix or of all: few queries and
// many, several blocks of keys, wide heads, rows that are no whole vectors.
TEST(StoredAttention, ShapesAndCpus) {
  struct Case {
    int64_t matrices, queries, keys, width, valueWidth;
    bool causal;
  };
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3"}) {
    Batch batch;
    for (const auto& [matrices, queries, keys, width, valueWidth, causal] :
         {Case{2, 1, 37, 24, 19, false}, Case{4, 3, 40, 64, 64, true}, Case{3, 33, 31, 17, 33, true},
          Case{1, 19, 800, 270, 290, false}, Case{1, 1, 4500, 8, 8, false}}) {
      const Shape q{matrices, queries, width}, k{matrices, keys, width}, v{matrices, keys, valueWidth},
          kScale{1, keys, 1}, vScale{matrices, keys, 1}, out{matrices, queries, valueWidth};
      std::string text = "aic.quantised_attention " + batch.argument(q);
      text += ", " + batch.argument(k, "i8");
      text += ", " + batch.argument(v, "i8");
      text += " k_scale " + batch.argument(kScale);
      text += " v_scale " + batch.argument(vScale);
      text += std::string(" {causal = ") + (causal ? "true" : "false") + ", scale = 0.0625 : f64} : (" +
              tensorType(q) + ", " + tensorType(k, "i8") + ", " + tensorType(v, "i8") + ", " +
              tensorType(kScale) + ", " + tensorType(vScale) + ") -> " + tensorType(out);
      batch.result(batch.op(text), tensorType(out), tensorType(k, "i8"));
    }
    HarnessOptions options;
    options.targetCpu = cpu;
    options.smallestScale = 1;
    options.input = [](size_t index, int64_t i) {
      const double x = std::sin(double(i * 13 + int64_t(index * 5)) + 0.1 * double(i));
      return index % 5 == 0 ? x : index % 5 < 3 ? std::nearbyint(127 * x) : (1.5 + x) / 200;
    };
    batch.expectClose(5e-6, options);
  }
}

} // namespace
} // namespace aic::test
