// Pooling, interpolation, attention, recurrence.
#include "dialects/aic/AttentionForms.h"
#include "frontends/graph/writer/Spell.h"

#include <cmath>

namespace aic::graph::writer {
namespace {

template <typename Op> bool pool(Speller& s, mlir::Operation* any) {
  auto op = llvm::dyn_cast<Op>(any);
  if (!op)
    return false;
  s.text(any->getName().stripDialect().str() + "(")
      .value(op.getX())
      .sizes(", ", op.getKernel(), "kernel_size");
  s.ints(", stride=", op.getStride(), "stride", Piece::Form::Sizes,
         std::vector<int64_t>(op.getKernel().begin(), op.getKernel().end()));
  s.sizes(", padding=", op.getPadding(), "padding", 0);
  if constexpr (std::is_same_v<Op, MaxPool2dOp>)
    s.sizes(", dilation=", op.getDilation(), "dilation", 1);
  s.flag(", ceil_mode=", op.getCeilMode());
  if constexpr (std::is_same_v<Op, AvgPool2dOp>)
    s.text(op.getCountIncludePad() ? "" : ", count_include_pad=false");
  s.text(")");
  return true;
}

void interpolate(Speller& s, InterpolateOp op) {
  s.text("interpolate(").value(op.getX());
  auto number = [&](double value) { return spellNumber(value, mlir::Float64Type::get(op.getContext())); };
  if (std::optional<llvm::ArrayRef<double>> scales = op.getScales())
    s.text(", scale_factor=[" + number((*scales)[0]) + ", " + number((*scales)[1]) + "]");
  else
    s.list(", size=", op.getOutputSize());
  if (op.getMode() != ResizeMode::Nearest)
    s.text(", mode=\"" + stringifyResizeMode(op.getMode()).str() + "\"");
  s.flag(", align_corners=", op.getAlignCorners()).text(")");
}

void attention(Speller& s, AttentionOp op) {
  if (spansOf(op) || isGuarded(op))
    s.fail("the language has no attention with spans or a guard");
  s.text("attention(").value(op.getQ()).text(", ").value(op.getK()).text(", ").value(op.getV());
  if (op.getMask())
    s.text(", mask=").value(op.getMask(), "mask");
  s.flag(", causal=", op.getCausal());
  if (op.getLength()) {
    auto shape = op.getQ().getType().getShape();
    int64_t least = op.getCausal() ? std::max<int64_t>(shape[shape.size() - 2], 1) : 1;
    s.text(", length=").position(op.getLength(), least, op.getK().getType().getShape().end()[-2], "length");
  }
  double scale = op.getScale().convertToDouble();
  if (scale != 1 / std::sqrt(static_cast<double>(op.getQ().getType().getShape().back())))
    s.text(", scale=" + spellNumber(scale, mlir::Float64Type::get(op.getContext())));
  s.text(")");
}

bool isZero(Speller& s, mlir::Value state) {
  Constant* constant = state ? s.constant(state) : nullptr;
  return !state || (constant && mlir::matchPattern(constant->value, mlir::m_AnyZeroFloat()));
}

/// One layer in one direction. Its states have an axis of layers in the language: it is put in front and
/// taken away.
template <typename Op> bool recurrence(Speller& s, mlir::Operation* any) {
  auto op = llvm::dyn_cast<Op>(any);
  if (!op)
    return false;
  constexpr bool isLstm = std::is_same_v<Op, LstmOp>;
  int64_t hidden = op.getWHh().getType().getDimSize(1);
  llvm::SmallVector<mlir::Value> states = {op.getH0()};
  if constexpr (isLstm)
    states.push_back(op.getC0());
  bool atRest = llvm::all_of(states, [&](mlir::Value state) { return isZero(s, state); });
  llvm::SmallVector<std::pair<mlir::Value, const char*>> weights = {{op.getWIh(), "weight_ih_l0"},
                                                                    {op.getWHh(), "weight_hh_l0"}};
  bool bias = op.getBIh() || op.getBHh();
  if (bias) {
    weights.push_back({op.getBIh(), "bias_ih_l0"});
    weights.push_back({op.getBHh(), "bias_hh_l0"});
  }
  if (bias && !(op.getBIh() && op.getBHh())) {
    s.fail("the language has no " + any->getName().stripDialect().str() + " with one bias of two");
    return true;
  }
  llvm::SmallVector<std::pair<Constant*, const char*>> roles;
  for (auto [value, role] : weights)
    if (Constant* constant = s.constant(value))
      roles.push_back({constant, role});
  std::optional<std::string> path;
  if (roles.size() == weights.size() && !s.constant(op.getX()))
    path = s.constants().layer(roles, s.scopeName());
  std::string name = any->getName().stripDialect().str();
  s.text((path ? "nn." : "") + name + "(").value(op.getX());
  auto state = [&](mlir::Value value, const char* role) {
    if (isZero(s, value))
      s.text("full([1, ")
          .one("", op.getX().getType().getDimSize(0))
          .text(", ")
          .one("", hidden, "hidden_size")
          .text("], 0.0, " + spellType(s.elementOf(op.getX())) + ")");
    else
      s.text("unsqueeze(").value(value, role).text(", 0)");
  };
  if (!path) {
    s.text(atRest ? ", none" : ", [");
    for (auto [i, value] : llvm::enumerate(states)) {
      if (atRest)
        break;
      s.text(i ? ", " : "");
      state(value, i ? "c0" : "h0");
    }
    s.text(atRest ? ", [" : "], [");
    for (auto [i, entry] : llvm::enumerate(weights))
      s.text(i ? ", " : "").value(entry.first, entry.second);
    s.text("]");
  }
  s.one(", ", hidden, "hidden_size");
  if (path && !atRest)
    for (auto [i, value] : llvm::enumerate(states)) {
      s.text(i ? ", c0=" : ", h0=");
      state(value, i ? "c0" : "h0");
    }
  if constexpr (std::is_same_v<Op, RnnOp>)
    s.text(op.getRelu() ? ", nonlinearity=\"relu\"" : "");
  if (path && !bias)
    s.text(", bias=false");
  s.flag(", reverse=", op.getReverse()).text(")");
  if (path)
    s.path(*path);
  s.endStates(any->getResults());
  return true;
}

} // namespace

bool spellOther(Speller& s, mlir::Operation* any) {
  if (recurrence<LstmOp>(s, any) || recurrence<GruOp>(s, any) || recurrence<RnnOp>(s, any))
    return true;
  if (auto op = llvm::dyn_cast<AdaptiveAvgPool2dOp>(any))
    s.text("adaptive_avg_pool2d(").value(op.getX()).sizes(", ", op.getOutputSize(), "output_size").text(")");
  else if (auto op = llvm::dyn_cast<InterpolateOp>(any))
    interpolate(s, op);
  else if (auto op = llvm::dyn_cast<AttentionOp>(any))
    attention(s, op);
  else if (!pool<MaxPool2dOp>(s, any) && !pool<AvgPool2dOp>(s, any))
    return false;
  s.end(any->getResults());
  return true;
}

} // namespace aic::graph::writer
