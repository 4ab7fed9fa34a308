// Winograd's transforms in registers: see WinogradTransforms.h.
#include "compiler/codegen/cpu/WinogradTransforms.h"

using namespace mlir;

namespace aic::codegen {

using Values = WinogradTransforms::Values;

Value WinogradTransforms::sum(Value a, Value b) {
  return arith::AddFOp::create(e.b, e.loc, a, b);
}
Value WinogradTransforms::difference(Value a, Value b) {
  return arith::SubFOp::create(e.b, e.loc, a, b);
}
Value WinogradTransforms::times(double factor, Value a) {
  return arith::MulFOp::create(e.b, e.loc, e.constant(e.b.getF32Type(), factor, lanes), a);
}
Value WinogradTransforms::timesPlus(double factor, Value a, Value b) {
  return e.multiplyAdd(e.constant(e.b.getF32Type(), factor, lanes), a, b);
}

Values WinogradTransforms::ofInput(ArrayRef<Value> d) {
  if (d.size() == 4)
    return {difference(d[0], d[2]), sum(d[1], d[2]), difference(d[2], d[1]), difference(d[1], d[3])};
  Value even = timesPlus(-4, d[2], d[4]), odd = timesPlus(-4, d[1], d[3]);
  Value evenOfTwo = difference(d[4], d[2]), oddOfTwo = difference(d[3], d[1]);
  return {timesPlus(4, d[0], timesPlus(-5, d[2], d[4])),
          sum(even, odd),
          difference(even, odd),
          timesPlus(2, oddOfTwo, evenOfTwo),
          timesPlus(-2, oddOfTwo, evenOfTwo),
          timesPlus(4, d[1], timesPlus(-5, d[3], d[5]))};
}

Values WinogradTransforms::ofOutput(ArrayRef<Value> m) {
  Value even = sum(m[1], m[2]), odd = difference(m[1], m[2]);
  if (m.size() == 4)
    return {sum(m[0], even), difference(odd, m[3])};
  Value evenOfTwo = sum(m[3], m[4]), oddOfTwo = difference(m[3], m[4]);
  return {sum(sum(m[0], even), evenOfTwo), timesPlus(2, oddOfTwo, odd), timesPlus(4, evenOfTwo, even),
          sum(timesPlus(8, oddOfTwo, odd), m[5])};
}

Values WinogradTransforms::ofWeights(ArrayRef<Value> m) {
  Value even = sum(m[1], m[2]), odd = difference(m[1], m[2]);
  Value evenOfTwo = sum(m[3], m[4]), oddOfTwo = difference(m[3], m[4]);
  return {sum(sum(m[0], even), evenOfTwo), timesPlus(2, oddOfTwo, odd),
          sum(timesPlus(4, evenOfTwo, even), m[5])};
}

Values WinogradTransforms::ofGradient(ArrayRef<Value> g) {
  Value even = sum(g[0], g[2]), odd = sum(g[1], g[3]);
  Value evenOfTwo = timesPlus(1.0 / 6, g[2], times(1.0 / 24, g[0]));
  Value oddOfTwo = timesPlus(1.0 / 3, g[3], times(1.0 / 12, g[1]));
  return {times(0.25, g[0]),        times(-1.0 / 6, sum(even, odd)), times(-1.0 / 6, difference(even, odd)),
          sum(evenOfTwo, oddOfTwo), difference(evenOfTwo, oddOfTwo), g[3]};
}

WinogradTransforms::Matrix
WinogradTransforms::ofSquare(int64_t rows, function_ref<Value(int64_t, int64_t)> at, Line ofLine) {
  Matrix half; // [column][row]
  for (int64_t column = 0; column < rows; ++column) {
    Values line;
    for (int64_t row = 0; row < rows; ++row)
      line.push_back(at(row, column));
    half.push_back(ofLine(line));
  }
  Matrix result;
  for (size_t row = 0; row < half.front().size(); ++row) {
    Values line;
    for (const Values& column : half)
      line.push_back(column[row]);
    result.push_back(ofLine(line));
  }
  return result;
}

} // namespace aic::codegen
