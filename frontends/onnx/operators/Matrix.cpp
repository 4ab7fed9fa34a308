// Matrix products, determinants, and Einsum, which becomes transposes and one product for each operand.
#include "frontends/Einsum.h"
#include "frontends/onnx/Node.h"

namespace aic::onnx {
namespace {

using mlir::Value;

bool checkFloats(Node& n, Value x) {
  if (x && !isFloat(x))
    n.unsupported("the product of matrices of " + describe(elementOf(x)) + ": aic has it for floats");
  return !n.failed();
}

// Vectors become a row or a column, as NumPy does.
Value product(Node& n, Value a, Value b) {
  if (n.failed())
    return nullptr;
  if (rankOf(a) == 0 || rankOf(b) == 0) {
    n.error("its inputs have at least one axis");
    return nullptr;
  }
  bool row = rankOf(a) == 1, column = rankOf(b) == 1;
  if (row)
    a = n.reshape(a, {1, shapeOf(a)[0]});
  if (column)
    b = n.reshape(b, {shapeOf(b)[0], 1});
  Value result = n.emit<MatmulOp>({a, b});
  if (n.failed() || (!row && !column))
    return result;
  Node::Ints shape(shapeOf(result));
  if (column)
    shape.pop_back();
  if (row)
    shape.erase(shape.end() - (column ? 1 : 2));
  return n.reshape(result, shape);
}

void matMul(Node& n) {
  Value a = n.operand(0), b = n.operand(1);
  if (checkFloats(n, a))
    n.result(product(n, a, b));
}

void gemm(Node& n) {
  Value a = n.operand(0), b = n.operand(1), c = n.optional(2);
  bool transA = n.flag("transA", false), transB = n.flag("transB", false);
  double alpha = n.number("alpha", 1), beta = n.number("beta", 1);
  if (n.failed() || !checkFloats(n, a))
    return;
  if (rankOf(a) != 2 || rankOf(b) != 2)
    return n.error("its first two inputs are matrices; found " + describe(a.getType()) + " and " +
                   describe(b.getType()));
  if (transA)
    a = n.transpose(a, {1, 0});
  bool plain = alpha == 1 && (!c || beta == 1);
  // What PyTorch's Linear becomes.
  int64_t rows = shapeOf(b)[transB ? 0 : 1];
  if (transB && plain && (!c || shapeOf(c) == llvm::ArrayRef<int64_t>(rows)))
    return n.result(n.emit<LinearOp>(c ? mlir::ValueRange{a, b, c} : mlir::ValueRange{a, b}));
  if (transB)
    b = n.transpose(b, {1, 0});
  Value result = n.emit<MatmulOp>({a, b});
  if (alpha != 1)
    result = n.mul(result, n.scalar(alpha, result));
  if (c && beta != 0) {
    Value sum = n.add(result, beta == 1 ? c : n.mul(c, n.scalar(beta, c)));
    if (!n.failed() && shapeOf(sum) != shapeOf(result))
      return n.error("its third input, " + describe(c.getType()) + ", does not broadcast to " +
                     describe(result.getType()));
    result = sum;
  }
  n.result(result);
}

/// What Einsum emits by.
struct EinsumEmitter {
  Node& n;

  bool failed() const { return n.failed(); }
  void error(const std::string& message) { n.error(message); }
  Value reshape(Value x, llvm::ArrayRef<int64_t> shape) { return n.reshape(x, shape); }
  Value transpose(Value x, llvm::ArrayRef<int64_t> perm) { return n.transpose(x, perm); }
  Value slice(Value x, int64_t axis, int64_t start, int64_t count, int64_t step) {
    return n.slice(x, axis, start, count, step);
  }
  Value sum(Value x, llvm::ArrayRef<int64_t> axes) { return n.reduce<SumOp>(x, axes, false); }
  Value mul(Value a, Value b) { return n.mul(a, b); }
  Value matmul(Value a, Value b) { return n.emit<MatmulOp>({a, b}); }
};

void einsum(Node& n) {
  std::string equation = n.string("equation", "");
  llvm::SmallVector<Value> operands = n.operands();
  if (!n.failed())
    n.result(Einsum(EinsumEmitter{n}, equation, operands).run());
}

// Laplace's expansion, each minor once: that of a set of columns and as many of the last rows.
void det(Node& n) {
  constexpr int64_t kMost = 6;
  Value x = n.operand(0);
  if (n.failed())
    return;
  int64_t rank = rankOf(x), size = rank >= 2 ? shapeOf(x)[rank - 1] : 0;
  if (rank < 2 || shapeOf(x)[rank - 2] != size)
    return n.error("its input holds square matrices; found " + describe(x.getType()));
  if (size == 0) // an empty product
    return n.result(n.filled(1, shapeOf(x).drop_back(2), elementOf(x)));
  if (size > kMost)
    return n.unsupported("matrices of " + std::to_string(size) + " rows: those of up to " +
                         std::to_string(kMost) + " are");
  Node::Ints outer(shapeOf(x).drop_back(2)), flat(outer);
  flat.push_back(size * size);
  Value elements = n.reshape(x, flat);
  std::vector<Value> minors(size_t(1) << size);
  for (size_t set = 1; set < minors.size() && !n.failed(); ++set) {
    int64_t row = size - llvm::popcount(set);
    bool negative = false;
    for (int64_t column = 0; column < size; ++column) {
      if (!(set >> column & 1))
        continue;
      Value one = n.reshape(n.slice(elements, rank - 2, row * size + column, 1), outer);
      Value rest = minors[set & ~(size_t(1) << column)];
      Value term = rest ? n.mul(one, rest) : one;
      Value& sum = minors[set];
      sum = !sum ? term : negative ? n.sub(sum, term) : n.add(sum, term);
      negative = !negative;
    }
  }
  n.result(minors.back());
}

constexpr Operator kRows[] = {
    {"MatMul", 1, matMul, "", "integers"},
    {"Gemm", 1, gemm, "alpha beta broadcast transA transB", "integers"},
    {"Det", 11, det, "", "matrices of more than 6 rows"},
    {"Einsum", 12, einsum, "equation"},
};

} // namespace

llvm::ArrayRef<Operator> matrixOperators() {
  return kRows;
}

} // namespace aic::onnx
