// Operations with weights: a layer of the library where its parameters have a layer's names, else the
// primitive.
#include "frontends/graph/writer/Spell.h"

#include "llvm/ADT/ScopeExit.h"

namespace aic::graph::writer {
namespace {

using Roles = llvm::SmallVector<std::pair<Constant*, const char*>>;

/// Whether a layer that reads x declares the weight of that type: its parameters are of x's.
bool isOfType(mlir::Value weight, mlir::Value x) {
  return mlir::getElementTypeOrSelf(weight.getType()) == mlir::getElementTypeOrSelf(x.getType());
}

/// The prefix of a layer's parameters; nullopt where they are not parameters of one layer.
std::optional<std::string> layerPath(Speller& s, llvm::ArrayRef<std::pair<mlir::Value, const char*>> weights,
                                     bool transposeFirst = false) {
  Roles roles;
  for (auto [value, role] : weights) {
    Constant* constant = value ? s.constant(value) : nullptr;
    if (!constant || constant->type().getNumElements() == 0)
      return std::nullopt;
    for (auto& other : roles)
      if (other.first == constant)
        return std::nullopt; // one tensor in two roles has one path
    roles.push_back({constant, role});
  }
  return s.constants().layer(roles, s.scopeName(), transposeFirst);
}

void padding(Speller& s, llvm::ArrayRef<int64_t> amounts) {
  s.sizes(", padding=", amounts, "padding", 0);
}

template <typename Op> bool convolution(Speller& s, mlir::Operation* any, const char* name) {
  auto op = llvm::dyn_cast<Op>(any);
  if (!op)
    return false;
  constexpr bool isTransposed = std::is_same_v<Op, ConvTranspose2dOp>;
  auto weight = op.getWeight().getType().getShape();
  llvm::SmallVector<std::pair<mlir::Value, const char*>> weights = {{op.getWeight(), "weight"}};
  if (op.getBias())
    weights.push_back({op.getBias(), "bias"});
  std::optional<std::string> path =
      s.constant(op.getX()) || !isOfType(op.getWeight(), op.getX()) ? std::nullopt : layerPath(s, weights);
  if (path) {
    int64_t channels = isTransposed ? weight[1] * static_cast<int64_t>(op.getGroups()) : weight[0];
    s.text(std::string("nn.") + name + "(").value(op.getX()).one(", ", channels, "out_channels");
    s.sizes(", ", weight.drop_front(2), "kernel_size");
  } else {
    s.text(std::string(name) + "(").value(op.getX()).text(", ").value(op.getWeight(), "weight");
    if (op.getBias())
      s.text(", ").value(op.getBias(), "bias");
  }
  s.sizes(", stride=", op.getStride(), "stride", 1);
  padding(s, op.getPadding());
  if constexpr (isTransposed)
    s.sizes(", output_padding=", op.getOutputPadding(), "output_padding", 0);
  s.sizes(", dilation=", op.getDilation(), "dilation", 1);
  s.ints(", groups=", static_cast<int64_t>(op.getGroups()), "groups", Piece::Form::One,
         std::vector<int64_t>{1});
  if (path)
    s.text(op.getBias() ? ")" : ", bias=false)").path(*path);
  else
    s.text(")");
  s.end(any->getResults());
  return true;
}

void linearLayer(Speller& s, mlir::Value x, int64_t width, bool bias, const std::string& path) {
  s.text("nn.linear(")
      .value(x)
      .one(", ", width, "out_features")
      .text(bias ? ")" : ", bias=false)")
      .path(path);
}

void linearPrimitive(Speller& s, mlir::Value x, mlir::Value weight, mlir::Value bias) {
  s.text("linear(").value(x).text(", ").value(weight, "weight");
  if (bias)
    s.text(", ").value(bias, "bias");
  s.text(")");
}

/// x . W, where an exporter has turned a linear layer's weight and lost its name: it is turned back, and gets
/// the name that belongs to its bias or its node.
bool isTurned(Speller& s, mlir::Value value) {
  Constant* weight = s.constant(value);
  return weight && weight->name.empty() && weight->type().getRank() == 2 &&
         weight->type().getNumElements() > 0 && (weight->path.empty() || weight->transposed);
}

/// The sum that adds a bias to a product, and the bias; null where there is none.
std::pair<mlir::Operation*, mlir::Value> biasOf(Speller& s, MatmulOp product) {
  mlir::Operation* only = nullptr;
  for (mlir::Operation* user : product.getResult().getUsers())
    if (s.isLive(user)) {
      if (only)
        return {};
      only = user;
    }
  auto sum = llvm::dyn_cast_or_null<AddOp>(only);
  if (!sum || sum.getA() == sum.getB())
    return {};
  mlir::Value bias = sum.getA() == product.getResult() ? sum.getB() : sum.getA();
  Constant* constant = s.constant(bias);
  auto shape = product.getResult().getType().getShape();
  if (!constant || constant->type().getShape() != shape.take_back(1) || shape.back() == 0 ||
      sum.getResult().getType() != product.getResult().getType())
    return {};
  return {sum, bias};
}

bool matmul(Speller& s, MatmulOp op) {
  mlir::Value x = op.getA(), weight = op.getB();
  if (isTurned(s, weight) && !s.constant(x) && isOfType(weight, x)) {
    auto [sum, bias] = biasOf(s, op);
    int64_t width = op.getResult().getType().getShape().back();
    if (sum) {
      std::optional<std::string> path = layerPath(s, {{weight, "weight"}, {bias, "bias"}}, true);
      if (!path) { // `in_proj_bias` stands beside `in_proj_weight`
        llvm::StringRef name = s.constant(bias)->name;
        bool named = name.consume_back("bias") &&
                     s.constants().assign(*s.constant(weight), name.str() + "weight", true);
        if (named)
          linearPrimitive(s, x, weight, bias);
        sum = named ? sum : nullptr;
      } else {
        linearLayer(s, x, width, true, *path);
      }
      if (sum) {
        s.absorb(sum);
        s.end(sum->getResults());
        return true;
      }
    } else if (!s.constants().isLiteral(*s.constant(weight))) {
      if (std::optional<std::string> path = layerPath(s, {{weight, "weight"}}, true)) {
        linearLayer(s, x, width, false, *path);
        s.end(op->getResults());
        return true;
      }
    }
  }
  s.text("matmul(").value(x).text(", ").value(weight, "weight").text(")").end(op->getResults());
  return true;
}

bool linear(Speller& s, LinearOp op) {
  llvm::SmallVector<std::pair<mlir::Value, const char*>> weights = {{op.getWeight(), "weight"}};
  if (op.getBias())
    weights.push_back({op.getBias(), "bias"});
  std::optional<std::string> path =
      s.constant(op.getX()) || !isOfType(op.getWeight(), op.getX()) ? std::nullopt : layerPath(s, weights);
  if (path)
    linearLayer(s, op.getX(), op.getWeight().getType().getDimSize(0), op.getBias() != nullptr, *path);
  else
    linearPrimitive(s, op.getX(), op.getWeight(), op.getBias());
  s.end(op->getResults());
  return true;
}

/// `, weight, bias` by name, those that are there.
void affine(Speller& s, mlir::Value weight, mlir::Value bias) {
  if (weight)
    s.text(", ").value(weight, "weight");
  if (bias)
    s.text(weight ? ", " : ", bias=").value(bias, "bias");
}

bool normalisation(Speller& s, mlir::Operation* any) {
  std::optional<std::string> path;
  mlir::Value x = any->getNumOperands() ? any->getOperand(0) : mlir::Value();
  if (auto op = llvm::dyn_cast<BatchNormOp>(any)) {
    if (!s.constant(x) && op.getWeight() && op.getBias())
      path = layerPath(s, {{op.getWeight(), "weight"},
                           {op.getBias(), "bias"},
                           {op.getMean(), "running_mean"},
                           {op.getVar(), "running_var"}});
    s.text(path ? "nn.batch_norm(" : "batch_norm(").value(x);
    if (!path) {
      s.text(", ").value(op.getMean(), "running_mean").text(", ").value(op.getVar(), "running_var");
      affine(s, op.getWeight(), op.getBias());
    }
    s.number(", eps=", op.getEps().convertToDouble(), 1e-5);
  } else if (auto op = llvm::dyn_cast<LayerNormOp>(any)) {
    if (!s.constant(x) && op.getWeight() && op.getBias() && op.getAxes() == 1)
      path = layerPath(s, {{op.getWeight(), "weight"}, {op.getBias(), "bias"}});
    s.text(path ? "nn.layer_norm(" : "layer_norm(").value(x);
    if (!path) {
      s.list(", ", op.getX().getType().getShape().take_back(op.getAxes()));
      affine(s, op.getWeight(), op.getBias());
    }
    s.number(", eps=", op.getEps().convertToDouble(), 1e-5);
  } else if (auto op = llvm::dyn_cast<RmsNormOp>(any)) {
    if (!s.constant(x) && op.getWeight() && op.getAxes() == 1)
      path = layerPath(s, {{op.getWeight(), "weight"}});
    s.text(path ? "nn.rms_norm(" : "rms_norm(").value(x);
    if (!path) {
      s.list(", ", op.getX().getType().getShape().take_back(op.getAxes()));
      affine(s, op.getWeight(), nullptr);
    }
    s.number(", eps=", op.getEps().convertToDouble(), 1e-5);
  } else if (auto op = llvm::dyn_cast<GroupNormOp>(any)) {
    if (!s.constant(x) && op.getWeight() && op.getBias())
      path = layerPath(s, {{op.getWeight(), "weight"}, {op.getBias(), "bias"}});
    s.text(path ? "nn.group_norm(" : "group_norm(").value(x);
    s.one(", ", static_cast<int64_t>(op.getNumGroups()), "num_groups");
    if (!path)
      affine(s, op.getWeight(), op.getBias());
    s.number(", eps=", op.getEps().convertToDouble(), 1e-5);
  } else {
    return false;
  }
  s.text(")");
  if (path)
    s.path(*path);
  s.end(any->getResults());
  return true;
}

} // namespace

bool spellLayer(Speller& s, mlir::Operation* op) {
  if (auto product = llvm::dyn_cast<MatmulOp>(op))
    return matmul(s, product);
  if (auto product = llvm::dyn_cast<LinearOp>(op))
    return linear(s, product);
  return convolution<Conv2dOp>(s, op, "conv2d") || convolution<Conv1dOp>(s, op, "conv1d") ||
         convolution<ConvTranspose2dOp>(s, op, "conv_transpose2d") || normalisation(s, op);
}

} // namespace aic::graph::writer
