// dropout: what stays is the reference's choice to the bit, over sizes, shares and streams.
#include "Harness.h"
#include "Text.h"

namespace aic::test {
namespace {

struct Case {
  std::vector<int64_t> shape;
  const char* p;
  double seed;
};

TEST(VulkanDropout, DrawsTheSameNumbers) {
  for (const Case& c : {Case{{1}, "0.0", 0}, Case{{63}, "0.3", 2147483647}, Case{{7, 100}, "0.99", 5},
                        Case{{3, 65, 5}, "0.5", 123456789}}) {
    std::string type = tensor(c.shape),
                drop = "aic.dropout %x, %key {p = " + std::string(c.p) + " : f64, stream = ";
    std::string types = " : i64} : (" + type + ", tensor<2xi64>) -> " + type + "\n";
    size_t count = 1;
    for (int64_t size : c.shape)
      count *= size_t(size);
    std::vector<double> x;
    for (size_t i = 0; i < count; ++i)
      x.push_back(0.25 * double(i % 31) + 1); // nowhere 0
    checkOn(function("%x: " + type + ", %key: tensor<2xi64>",
                     "  %0 = " + drop + "0" + types + "  %1 = " + drop + "4294967295" + types, "%0, %1",
                     type + ", " + type),
            {x, {c.seed, 12345}});
  }
}

} // namespace
} // namespace aic::test
