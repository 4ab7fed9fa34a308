// Every operator against PyTorch's results in float64: see make_goldens.py.
#include "frontends/weights/Weights.h"
#include "test/unit/reference/Parse.h"

#include <cmath>
#include <fstream>
#include <set>
#include <sstream>

using namespace mlir;

namespace aic::reference {
namespace {

constexpr double kTolerance = 1e-12;
constexpr double kRoundedTolerance = 2e-6; // of what PyTorch computed in float32
const std::string kFolder = AIC_SOURCE_DIR "/test/unit/reference/";

std::string readText(const std::string& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The tensor that an argument or result of a case names, read as `type`.
Tensor golden(const weights::WeightFile& file, StringAttr name, Type type) {
  auto ranked = cast<RankedTensorType>(type);
  const weights::TensorInfo* view = name ? file.Find(name.str()) : nullptr;
  if (!view) {
    ADD_FAILURE() << "no tensor " << (name ? name.str() : "?");
    return {};
  }
  EXPECT_EQ(ArrayRef(view->shape), ranked.getShape());
  EXPECT_EQ(int64_t(view->bytes), tensorBytes(ranked));
  return fromBytes(ranked.getShape(), ranked.getElementType(), file.Load(name.str())->data());
}

/// Empty where `found` is `expected`; else the first difference. `summed`: relative to the largest element
/// expected.
std::string difference(const Tensor& found, const Tensor& expected, double tolerance, bool summed) {
  if (found.shape != expected.shape || found.element != expected.element || found.size() != expected.size())
    return "another shape or element type";
  double largest = 0;
  for (double value : expected.f)
    if (std::isfinite(value))
      largest = std::max(largest, std::fabs(value));
  std::ostringstream text;
  text.precision(17);
  for (size_t n = 0; n < expected.f.size(); ++n) {
    double a = found.f[n], b = expected.f[n];
    bool same = a == b || (std::isnan(a) && std::isnan(b)) ||
                (std::isfinite(b) && std::fabs(a - b) <= tolerance * (summed ? largest : std::fabs(b)));
    if (!same) {
      text << "element " << n << ": expected " << b << ", found " << a;
      return text.str();
    }
  }
  for (size_t n = 0; n < expected.i.size(); ++n)
    if (found.i[n] != expected.i[n]) {
      text << "element " << n << ": expected " << expected.i[n] << ", found " << found.i[n];
      return text.str();
    }
  return "";
}

TEST(Golden, EveryOperatorEqualsPyTorch) {
  Parsed parsed(readText(kFolder + "goldens.mlir"));
  ASSERT_TRUE(parsed.module) << (parsed.errors.empty() ? "" : parsed.errors.front());
  auto file = weights::WeightFile::Open(kFolder + "goldens.npz");
  ASSERT_TRUE(file.ok()) << file.status();

  std::set<std::string> covered;
  int cases = 0;
  for (func::FuncOp function : parsed.module->getOps<func::FuncOp>()) {
    SCOPED_TRACE(function.getName().str());
    std::vector<Tensor> args;
    for (unsigned n = 0; n < function.getNumArguments(); ++n)
      args.push_back(golden(**file, function.getArgAttrOfType<StringAttr>(n, "aic.name"),
                            function.getArgumentTypes()[n]));
    SmallVector<Tensor> results;
    ASSERT_TRUE(succeeded(evaluateBlock(function.getBody().front(), args, results))) << parsed.errors.back();
    ASSERT_EQ(results.size(), function.getNumResults());
    double tolerance = function->hasAttr("rounded") ? kRoundedTolerance : kTolerance;
    for (auto [n, result] : llvm::enumerate(results)) {
      Tensor expected = golden(**file, function.getResultAttrOfType<StringAttr>(n, "aic.name"),
                               function.getResultTypes()[n]);
      EXPECT_EQ(difference(result, expected, tolerance, function->hasAttr("summed")), "") << "result " << n;
    }
    function.walk([&](Operation* op) { covered.insert(op->getName().getStringRef().str()); });
    ++cases;
  }
  EXPECT_GT(cases, 1700);

  // An operation without goldens is not known to be right. A declared state computes nothing; gradients are
  // replaced before anything is computed.
  const std::set<std::string> computeNothing = {StateOp::getOperationName().str(),
                                                GradientOp::getOperationName().str(),
                                                StopGradientOp::getOperationName().str()};
  for (RegisteredOperationName name : parsed.context.getRegisteredOperations())
    if (name.getDialectNamespace() == AicDialect::getDialectNamespace() &&
        !computeNothing.count(name.getStringRef().str()))
      EXPECT_TRUE(covered.count(name.getStringRef().str())) << name.getStringRef().str();
}

} // namespace
} // namespace aic::reference
