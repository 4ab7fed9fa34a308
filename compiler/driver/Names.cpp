// What a dispatch is called, in the words of the model's author.
#include "compiler/codegen/Kernel.h"
#include "compiler/driver/Content.h"
#include "compiler/lowering/States.h"
#include "compiler/transforms/Constants.h"
#include "dialects/aic/AttentionForms.h"
#include "dialects/aic/Views.h"

using namespace mlir;

namespace aic::driver {
namespace {

// More operations than this are not listed: the root and how many there are beside it.
constexpr size_t kListed = 4;

// The argument of the kernel that a value of its body is a view of; null if it is none.
BlockArgument argumentOf(Value value) {
  while (isView(value.getDefiningOp()))
    value = value.getDefiningOp()->getOperand(0);
  return dyn_cast<BlockArgument>(value);
}

// "layer1.0.conv1" for the parameter "layer1.0.conv1.weight", also where passes have changed it ("...+bn");
// "" for what is in no layer.
StringRef layerOf(ElementsAttr parameter) {
  StringRef name = transforms::resourceKey(parameter).split('+').first;
  return name.contains('.') ? name.rsplit('.').first : StringRef();
}

// The layer whose parameter an operand is, or "".
StringRef layerOf(Value operand, schedule::DispatchOp dispatch) {
  BlockArgument argument = argumentOf(operand);
  if (!argument || argument.getArgNumber() >= dispatch.getReads().size())
    return {};
  auto constant = dispatch.getReads()[argument.getArgNumber()].getDefiningOp<schedule::ConstantOp>();
  return constant ? layerOf(constant.getValue()) : StringRef();
}

StringRef firstLayer(Operation* op, schedule::DispatchOp dispatch) {
  for (Value operand : op->getOperands())
    if (StringRef layer = layerOf(operand, dispatch); !layer.empty())
      return layer;
  return {};
}

// " (length from 1 to 16)" of an attention that gets one when it runs, and fails beyond that; else "".
std::string boundsOfLength(Operation* root) {
  std::optional<AttentionForm> attention = attentionForm(root);
  if (!attention || !attention->length)
    return "";
  auto rows = [](Value matrix) {
    return cast<RankedTensorType>(matrix.getType()).getShape().take_back(2)[0];
  };
  const int64_t least = attention->causal ? std::max<int64_t>(rows(attention->q), 1) : 1;
  return " (length from " + std::to_string(least) + " to " + std::to_string(rows(attention->k)) + ")";
}

} // namespace

std::string nameOf(schedule::DispatchOp dispatch, schedule::KernelOp kernel) {
  if (auto checked = dispatch->getAttrOfType<StringAttr>(lowering::kCheckedAttr))
    return checked.str();
  Operation* root = codegen::splitKernel(kernel).root;
  StringRef layer = root ? firstLayer(root, dispatch) : StringRef();
  std::string rootName;
  SmallVector<std::string> names;
  for (Operation& op : kernel.getBody().front().without_terminator()) {
    if (&op == root) {
      rootName = layer.empty() ? op.getName().stripDialect().str() : layer.str();
      if (layer.empty())
        for (Value written : dispatch.getWrites())
          if (auto state = written.getDefiningOp<schedule::StateBufferOp>())
            rootName += " " + state.getState().str();
      rootName += boundsOfLength(root);
      names.push_back(rootName);
    } else if (!isa<ConstantOp>(op) && !isView(&op) &&
               (layer.empty() || firstLayer(&op, dispatch) != layer)) { // a bias is the layer's own
      names.push_back(op.getName().stripDialect().str());
    }
  }
  if (names.empty()) // views alone
    return kernel.getFamily().str();
  if (names.size() > kListed)
    return (root ? rootName : names.front()) + " + " + std::to_string(names.size() - 1) + " more";
  return llvm::join(names, " + ");
}

} // namespace aic::driver
