// What ONNX Runtime's optimiser makes of transformers and convolutions: operators of the domain com.microsoft
// that stand for several of ONNX's own. They become these again; the passes fuse them in their own way.
#include "frontends/onnx/operators/Windows.h"

namespace aic::onnx {
namespace {

using mlir::Value;

//===-- Activations ------------------------------------------------------------------------------------===//

/// x * sigmoid(alpha * x)
Value swish(Node& n, Value x, double alpha) {
  return alpha == 1 ? n.emit<SiluOp>(x) : n.mul(x, n.emit<SigmoidOp>(n.mul(x, n.scalar(alpha, x))));
}

void swishOperator(Node& n) {
  Value x = n.operand(0);
  double alpha = n.number("alpha", 1);
  if (!n.failed())
    n.result(swish(n, x, alpha));
}

void quickGelu(Node& n) {
  Value x = n.operand(0);
  double alpha = n.number("alpha", double(1.702f));
  if (!n.failed())
    n.result(swish(n, x, alpha));
}

Value gelu(Node& n, Value x, bool tanh) {
  return n.emit<GeluOp>(x, n.attribute("tanh", tanh));
}

void plainGelu(Node& n) {
  n.result(gelu(n, n.operand(0), false));
}

void biasGelu(Node& n) {
  Value x = n.operand(0);
  n.result(gelu(n, n.add(x, n.operand(1)), false));
}

void fastGelu(Node& n) {
  Value x = n.operand(0), bias = n.optional(1);
  n.result(gelu(n, bias ? n.add(x, bias) : x, true));
}

void gemmFastGelu(Node& n) {
  Value x = n.emit<MatmulOp>({n.operand(0), n.operand(1)});
  Value bias = n.optional(2);
  n.result(gelu(n, bias ? n.add(x, bias) : x, true));
}

// The first half times the GELU of the second.
void biasSplitGelu(Node& n) {
  Value x = n.operand(0);
  x = n.add(x, n.operand(1));
  if (n.failed())
    return;
  int64_t last = rankOf(x) - 1, size = last < 0 ? 1 : shapeOf(x)[last];
  if (size % 2)
    return n.error("the last axis of its input, " + describe(x.getType()) + ", has two halves");
  n.result(n.mul(n.slice(x, last, 0, size / 2), gelu(n, n.slice(x, last, size / 2, size / 2), false)));
}

//===-- Normalisations ---------------------------------------------------------------------------------===//

/// Which results of a normalisation a node asks for, by their places; -1: the operator has no such result.
struct Places {
  int mean, deviation, sum; // the deviation's inverse
};

/// The layer norm of x, or its RMS norm (no mean, no beta), over the last axis; beta may be null.
void normalise(Node& n, Value x, Value gamma, Value beta, bool rms, double eps, Places places) {
  if (n.failed())
    return;
  if (rankOf(x) < 1 || shapeOf(gamma) != shapeOf(x).take_back(1))
    return n.error("its scale, " + describe(gamma.getType()) + ", stands for the last axis of " +
                   describe(x.getType()));
  llvm::SmallVector<mlir::NamedAttribute> attributes{n.attribute("axes", int64_t(1)),
                                                     n.attribute("eps", eps)};
  if (rms) {
    n.result(n.emit<RmsNormOp>({x, gamma}, attributes));
  } else {
    llvm::SmallVector<Value> made = n.emitSegments<LayerNormOp>({x, gamma, beta}, 2, attributes);
    n.result(made.empty() ? Value() : made.front());
  }
  Node::Ints last{rankOf(x) - 1};
  auto wants = [&](int place) { return place >= 0 && n.wants(place); };
  if (wants(places.sum))
    n.result(places.sum, x);
  if (!wants(places.mean) && !wants(places.deviation))
    return;
  Value wide = n.wide(x), mean = n.mean(wide, last, true), distance = rms ? wide : n.sub(wide, mean);
  Value variance = n.mean(n.mul(distance, distance), last, true);
  Value deviation = n.emit<SqrtOp>(n.add(variance, n.scalar(eps, wide)));
  if (wants(places.mean))
    n.result(places.mean, mean);
  if (wants(places.deviation))
    n.result(places.deviation, n.div(n.scalar(1, wide), deviation));
}

// (input, skip, gamma, beta, bias); skip may be of one batch, or of none.
void skipLayerNorm(Node& n) {
  Value x = n.operand(0), sum = n.add(x, n.operand(1)), gamma = n.operand(2), beta = n.optional(3);
  if (Value bias = n.optional(4))
    sum = n.add(sum, bias);
  normalise(n, sum, gamma, beta, false, n.number("epsilon", double(1e-12f)), {1, 2, 3});
}

// (input, skip, gamma, bias)
void skipRmsNorm(Node& n) {
  Value x = n.operand(0), sum = n.add(x, n.operand(1)), gamma = n.operand(2);
  if (Value bias = n.optional(3))
    sum = n.add(sum, bias);
  normalise(n, sum, gamma, nullptr, true, n.number("epsilon", double(1e-12f)), {1, 2, 3});
}

// ONNX Runtime keeps it in ONNX's own domain, and files have it in either.
void rmsNorm(Node& n) {
  Value x = n.operand(0), scale = n.operand(1);
  int64_t axis = n.axis(n.integer("axis", -1), rankOf(x));
  n.integer("stash_type", 1);
  double eps = n.number("epsilon", double(1e-5f));
  if (n.failed())
    return;
  if (axis != rankOf(x) - 1)
    return n.unsupported("axis " + std::to_string(axis) + ": the last one is supported");
  normalise(n, x, scale, nullptr, true, eps, {-1, 1, -1});
}

// (input_ids, segment_ids, words, positions, segments, gamma, beta, mask, position_ids)
void embedLayerNorm(Node& n) {
  Value ids = n.operand(0), kinds = n.optional(1), words = n.operand(2), positions = n.operand(3),
        segments = n.optional(4), gamma = n.operand(5), beta = n.operand(6), mask = n.optional(7),
        places = n.optional(8);
  double eps = n.number("epsilon", double(1e-12f));
  int64_t maskType = n.integer("mask_index_type", 0);
  if (n.failed())
    return;
  if (rankOf(ids) != 2 || rankOf(positions) != 2)
    return n.error("its ids and its table of positions have two axes; found " + describe(ids.getType()) +
                   " and " + describe(positions.getType()));
  int64_t length = shapeOf(ids)[1];
  if (!places && length > shapeOf(positions)[0])
    return n.error("there are positions for " + std::to_string(shapeOf(positions)[0]) +
                   " words, and the input has " + std::to_string(length));
  Value sum = n.emit<EmbeddingOp>({ids, words});
  sum = n.add(sum, places ? n.emit<EmbeddingOp>({places, positions}) : n.slice(positions, 0, 0, length));
  if (kinds && segments)
    sum = n.add(sum, n.emit<EmbeddingOp>({kinds, segments}));
  normalise(n, sum, gamma, beta, false, eps, {-1, -1, 2});
  if (!n.wants(1) || n.failed())
    return;
  if (maskType != 0)
    return n.unsupported("mask_index_type " + std::to_string(maskType));
  mlir::Type i32 = n.builder().getI32Type();
  n.result(1, mask ? n.cast(n.reduce<SumOp>(mask, {1}, false), i32) : n.filled(0, shapeOf(ids)[0], i32));
}

//===-- Products ---------------------------------------------------------------------------------------===//

/// x with its last two axes exchanged, and (batch) its first axis before these moved behind the others.
Value arranged(Node& n, Value x, bool transposed, bool batch) {
  int64_t rank = x ? rankOf(x) : 0;
  if (rank < 2 || (!transposed && !batch))
    return x;
  Node::Ints perm;
  for (int64_t i = 0; i < rank; ++i)
    perm.push_back(i);
  if (batch) { // the leading axes [1, rank - 1) are the batches, axis 0 the rows
    perm.erase(perm.begin());
    perm.insert(perm.begin() + (rank - 2), 0);
  }
  if (transposed)
    std::swap(perm[rank - 2], perm[rank - 1]);
  return n.transpose(x, perm);
}

void fusedMatMul(Node& n) {
  Value a = n.operand(0), b = n.operand(1);
  double alpha = n.number("alpha", 1);
  bool transA = n.flag("transA", false), transB = n.flag("transB", false);
  bool batchA = n.flag("transBatchA", false), batchB = n.flag("transBatchB", false);
  if (n.failed())
    return;
  if (!isFloat(a))
    return n.unsupported("the product of matrices of " + describe(elementOf(a)));
  if (rankOf(a) < 2 || rankOf(b) < 2)
    return n.unsupported("vectors: found " + describe(a.getType()) + " and " + describe(b.getType()));
  Value product = n.emit<MatmulOp>({arranged(n, a, transA, batchA), arranged(n, b, transB, batchB)});
  n.result(alpha == 1 ? product : n.mul(product, n.scalar(alpha, product)));
}

/// The activation that attributes name, as FusedConv and FusedGemm have it.
Value activated(Node& n, Value x) {
  std::string name = n.string("activation", "");
  Node::Numbers parameters = n.numbers("activation_params");
  if (n.failed())
    return nullptr;
  size_t wanted = name == "LeakyRelu" ? 1 : name == "Clip" || name == "HardSigmoid" ? 2 : 0;
  if (parameters.size() != wanted) {
    n.error("activation " + name + " has " + std::to_string(wanted) + " activation_params; found " +
            std::to_string(parameters.size()));
    return nullptr;
  }
  auto clamp = [&](Value v, double low, double high) {
    return n.emit<ClampOp>(v, {n.attribute("min", low), n.attribute("max", high)});
  };
  if (name.empty())
    return x;
  if (name == "Relu")
    return n.emit<ReluOp>(x);
  if (name == "Tanh")
    return n.emit<TanhOp>(x);
  if (name == "Sigmoid")
    return n.emit<SigmoidOp>(x);
  if (name == "LeakyRelu")
    return n.emit<LeakyReluOp>(x, n.attribute("negative_slope", parameters[0]));
  if (name == "Clip")
    return clamp(x, parameters[0], parameters[1]);
  if (name == "HardSigmoid")
    return clamp(n.add(n.mul(x, n.scalar(parameters[0], x)), n.scalar(parameters[1], x)), 0, 1);
  n.unsupported("activation " + name +
                ": Relu, Tanh, Sigmoid, LeakyRelu, Clip and HardSigmoid are supported");
  return nullptr;
}

// (x, weight, bias, sum): the sum is added before the activation.
void fusedConv(Node& n) {
  Value x = n.operand(0), weight = n.operand(1), made = convolution(n, x, weight, n.optional(2));
  if (Value sum = n.optional(3))
    made = n.add(made, sum);
  n.result(activated(n, made));
}

constexpr Operator kRows[] = {
    {"Swish", 24, swishOperator, "alpha"},
    {"com.microsoft:QuickGelu", 1, quickGelu, "alpha"},
    {"com.microsoft:Gelu", 1, plainGelu, ""},
    {"com.microsoft:BiasGelu", 1, biasGelu, ""},
    {"com.microsoft:FastGelu", 1, fastGelu, ""},
    {"com.microsoft:GemmFastGelu", 1, gemmFastGelu, ""},
    {"com.microsoft:BiasSplitGelu", 1, biasSplitGelu, ""},
    {"com.microsoft:SkipLayerNormalization", 1, skipLayerNorm, "epsilon"},
    {"com.microsoft:SkipSimplifiedLayerNormalization", 1, skipRmsNorm, "epsilon"},
    {"com.microsoft:SimplifiedLayerNormalization", 1, rmsNorm, "axis epsilon stash_type",
     "an axis but the last"},
    {"SimplifiedLayerNormalization", 1, rmsNorm, "axis epsilon stash_type", "an axis but the last"},
    {"com.microsoft:EmbedLayerNormalization", 1, embedLayerNorm, "epsilon mask_index_type"},
    {"com.microsoft:FusedMatMul", 1, fusedMatMul, "alpha transA transB transBatchA transBatchB",
     "integers, vectors"},
    {"com.microsoft:FusedConv", 1, fusedConv,
     "activation activation_params auto_pad dilations group kernel_shape pads strides"},
};

} // namespace

llvm::ArrayRef<Operator> fusedOperators() {
  return kRows;
}

} // namespace aic::onnx
