// Every family of kernels, on every element type and CPU, with tails of every length, under guard pages. By
// default each family and type has two of the tails, one element among them; AIC_GUARDED_TAILS=all takes all
// of them, on more CPUs (some twenty minutes), AIC_GUARDED_TAILS=5 the one of 5 elements.
#include "SweepFamilies.h"
#include "test/unit/Sanitized.h"

#include <cstdlib>
#include <cstring>
#include <tuple>

namespace aic::test {
namespace {

struct Cpu {
  const char* name;
  int64_t lanes; // of 4 bytes
};
std::ostream& operator<<(std::ostream& stream, const Cpu& cpu) {
  return stream << cpu.name;
}

// AVX-512 without its extensions for short and narrow vectors, and AVX without AVX2, FMA and F16C, are for
// runs by hand.
std::vector<Cpu> cpus() {
  std::vector<Cpu> all = {{"x86-64-v4", 16},      {"x86-64-v3", 8}, {"x86-64-v2", 4},
                          {"generic-aarch64", 4}, {"knl", 16},      {"sandybridge", 8}};
  // What runs under an emulator is nothing that a sanitizer sees.
  all.resize(std::getenv("AIC_GUARDED_TAILS") ? all.size() : kSanitized ? 3 : 4);
  return all;
}

// The lengths that a family is to have for a type: each leaves a tail, some behind a vector or two.
std::vector<int64_t> lengths(int64_t lanes, size_t salt) {
  const char* wanted = std::getenv("AIC_GUARDED_TAILS");
  std::vector<int64_t> tails;
  if (!wanted)
    tails = {1, int64_t(salt * 7 + 3) % lanes};
  else if (!std::strcmp(wanted, "all"))
    for (int64_t tail = 0; tail < lanes; ++tail)
      tails.push_back(tail);
  else
    tails = {std::atoi(wanted) % lanes};
  std::vector<int64_t> result;
  for (int64_t tail : tails) {
    size_t vectors = (salt + size_t(tail)) % 4; // before the tail
    result.push_back(tail + lanes * int64_t(vectors == 0 && tail == 0 ? 1 : vectors));
    if (wanted && tail > 0)
      result.push_back(tail + (vectors == 0 ? lanes : 0));
  }
  return result;
}

class Guarded : public testing::TestWithParam<std::tuple<Cpu, SweepFamily>> {};

TEST_P(Guarded, Tails) {
  const auto& [cpu, family] = GetParam();
  size_t salt = std::hash<std::string>()(std::string(family.name) + cpu.name);
  for (const std::string& type : family.types) {
    salt = salt / 3 + 1;
    Sweep sweep;
    for (int64_t n : lengths(cpu.lanes, salt))
      family.add(sweep, n, type);
    SCOPED_TRACE(type);
    sweep.expectRight(type, cpu.name);
    if (IsSkipped())
      return;
  }
}

// One element for each workgroup's rows: what is stored too wide lies in another's share.
TEST(Guarded, OneOutputOnTwoThreads) {
  for (const char* type : {"bf16", "f16", "f32"}) {
    Sweep sweep;
    Sweep::Value x = sweep.argument({40000, 8}, type);
    sweep.result(sweep.op("linear", {x, sweep.weight({1, 8}, type)}, "", {40000, 1}, type), "linear");
    SCOPED_TRACE(type);
    sweep.expectRight(type, "native", /*onTwoThreads=*/30);
  }
}

INSTANTIATE_TEST_SUITE_P(Sweep, Guarded,
                         testing::Combine(testing::ValuesIn(cpus()), testing::ValuesIn(sweepFamilies())),
                         [](const auto& info) {
                           std::string name = std::get<0>(info.param).name;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name + "_" + std::get<1>(info.param).name;
                         });

} // namespace
} // namespace aic::test
