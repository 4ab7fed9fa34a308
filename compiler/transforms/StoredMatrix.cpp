// Constant weights as they are stored: see StoredMatrix.h.
#include "compiler/transforms/StoredMatrix.h"

#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Values.h"

using namespace mlir;

namespace aic::transforms {

DequantizeOp quantisedBehind(Value value, bool& transposed) {
  if (auto transpose = value.getDefiningOp<TransposeOp>(); transpose && typeOf(value).getRank() == 2) {
    transposed ^= transpose.getPerm()[0] == 1;
    value = transpose.getX();
  }
  auto op = value.getDefiningOp<DequantizeOp>();
  if (!op || op.getType().getRank() < 2)
    return {};
  for (Value operand : op->getOperands())
    if (!constantWithData(operand))
      return {};
  return op;
}

std::unique_ptr<StoredMatrix> storedMatrix(DequantizeOp op, bool transposed) {
  const int64_t inputs = transposed ? 0 : 1, outputs = 1 - inputs; // axes
  auto matrix = std::make_unique<StoredMatrix>();
  SmallVector<int64_t> shape(op.getType().getShape()), scaleShape(shapeOf(op.getScale()));
  if (shape.size() > 2) { // a window's axes are inputs like channels
    if (transposed || op.getBlock() > 0 ||
        !llvm::all_of(ArrayRef(scaleShape).drop_front(), [](int64_t size) { return size == 1; }))
      return nullptr;
    shape = {shape[0], ShapedType::getNumElements(ArrayRef(shape).drop_front())};
    scaleShape.resize(2);
  }
  matrix->outputs = shape[outputs];
  matrix->inputs = shape[inputs];
  const int64_t block = op.getBlock();
  if (block > 0 && op.getAxis() == static_cast<uint64_t>(outputs))
    return nullptr;
  matrix->block = block > 0 ? std::min(block, matrix->inputs) : scaleShape[inputs] == 1 ? matrix->inputs : 1;
  auto tensor = [&](Value value) { return *reference::fromAttr(constantWithData(value)); };
  ElementsAttr bytes = constantWithData(op.getQ());
  matrix->name = resourceKey(bytes).empty() ? "weight" : resourceKey(bytes).str();
  reference::Tensor q = tensor(op.getQ()), scale = tensor(op.getScale()), zero;
  if (op.getZero())
    zero = tensor(op.getZero());
  matrix->halfScales = typeOf(op.getScale()).getElementType().isF16();
  matrix->numbers.resize(matrix->outputs * matrix->inputs);
  const bool unsignedNumbers = q.element.isUnsignedInteger();
  auto stored = [&](int64_t row, int64_t column) {
    int64_t at = row * shape[1] + column;
    if (op.getBits() == 8)
      return q.i[at];
    int64_t half = q.i[at / 2] >> at % 2 * 4 & 15;
    return unsignedNumbers || half < 8 ? half : half - 16;
  };
  auto parameter = [&](int64_t output, int64_t part) {
    int64_t at[2] = {transposed ? part : output, transposed ? output : part};
    return (scaleShape[0] == 1 ? 0 : at[0]) * scaleShape[1] + (scaleShape[1] == 1 ? 0 : at[1]);
  };
  for (int64_t output = 0; output < matrix->outputs; ++output)
    for (int64_t input = 0; input < matrix->inputs; ++input) {
      int64_t number = transposed ? stored(input, output) : stored(output, input);
      if (op.getZero())
        number -= zero.i[parameter(output, input / matrix->block)];
      matrix->numbers[output * matrix->inputs + input] = static_cast<int16_t>(number);
    }
  const int64_t rows = scaleShape[outputs] == 1 ? 1 : matrix->outputs;
  for (int64_t output = 0; output < rows; ++output)
    for (int64_t part = 0; part < matrix->blocks(); ++part)
      matrix->scales.push_back(static_cast<float>(scale.f[parameter(output, part)]));
  return matrix;
}

} // namespace aic::transforms
