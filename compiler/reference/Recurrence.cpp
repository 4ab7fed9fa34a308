// Recurrent networks, one layer in one direction: lstm, gru, rnn, and the recurrence that is left of them
// when the input's projection is an operation of its own.
#include "compiler/reference/Evaluators.h"
#include "compiler/reference/Products.h"
#include "dialects/aic/Aic.h"

#include <algorithm>

using namespace mlir;

namespace aic::reference {
namespace {

/// Sequences that go through a step together: the weights are read once for all of them.
constexpr int64_t kSequences = 64;

/// A network of G gates of H units over x: [N, T, C], which is the gates' input itself where `inputWeight` is
/// null.
struct Network {
  Cell cell;
  InnerRounding inner, stored;
  const Tensor& x;
  const Tensor* inputWeight;      ///< [G * H, C]
  std::vector<double> inputBias;  ///< [G * H]
  const Tensor& hiddenWeight;     ///< [G * H, H]
  std::vector<double> hiddenBias; ///< [G * H]
  const Tensor *hidden, *carried; ///< the state before the first step [N, H]; null for zeros
  bool reverse;

  int64_t units() const { return hiddenWeight.shape[1]; }
  int64_t rows() const { return hiddenWeight.shape[0]; }
};

/// The bias's elements, or as many zeros.
std::vector<double> biasOf(const Tensor* bias, const Tensor& weight) {
  return bias ? bias->f : std::vector<double>(weight.shape[0]);
}

/// One sequence's step: the next h and, of an lstm, c, from what the input and the last h give to the gates.
/// All have `units` elements, input and hidden so many for each gate.
void step(Cell cell, int64_t units, const double* input, const double* hidden, const double* last, double* h,
          double* c, const InnerRounding& inner) {
  auto gate = [&](int64_t number, int64_t unit) {
    return inner(input[number * units + unit] + hidden[number * units + unit]);
  };
  auto open = [&](double gate) { return inner(sigmoid(gate)); };
  for (int64_t unit = 0; unit < units; ++unit)
    switch (cell) {
    case Cell::Lstm: // i f g o
      c[unit] = open(gate(1, unit)) * c[unit] + open(gate(0, unit)) * inner(std::tanh(gate(2, unit)));
      h[unit] = open(gate(3, unit)) * inner(std::tanh(c[unit]));
      break;
    case Cell::Gru: { // r z n
      double r = open(gate(0, unit)), z = gate(1, unit);
      double n = inner(std::tanh(inner(input[2 * units + unit] + inner(r * hidden[2 * units + unit]))));
      h[unit] = open(-z) * n + open(z) * last[unit]; // 1 - sigmoid(z) would lose the digits of a small one
      break;
    }
    case Cell::RnnTanh:
      h[unit] = inner(std::tanh(gate(0, unit)));
      break;
    case Cell::RnnRelu: {
      double sum = gate(0, unit);
      h[unit] = sum < 0 ? 0 : sum; // NaN passes
      break;
    }
    }
}

/// Appends y, h and, of an lstm, c.
LogicalResult run(Operation* op, Network network, Results& results) {
  for (Type type : op->getResultTypes()) {
    FailureOr<Tensor> result = zeros(op, type);
    if (failed(result))
      return failure();
    results.push_back(std::move(*result));
  }
  const Tensor& x = network.x;
  // Passes make a linear of the input's side, and one bias of two.
  for (std::vector<double>* bias : {&network.inputBias, &network.hiddenBias})
    for (double& value : *bias)
      value = network.stored(value);
  int64_t sequences = x.shape[0], steps = x.shape[1], width = x.shape[2];
  int64_t units = network.units(), rows = network.rows();
  MutableArrayRef<Tensor> made = MutableArrayRef(results).take_back(op->getNumResults());
  Tensor &y = made[0], &last = made[1];
  Tensor* carried = network.cell == Cell::Lstm ? &made[2] : nullptr;
  if (carried && network.carried)
    carried->f = network.carried->f;

  int64_t block = std::min(sequences, kSequences);
  std::vector<double> input(block * rows), hidden(block * rows), nothing(units);
  for (int64_t first = 0; first < sequences; first += block) {
    int64_t count = std::min(block, sequences - first);
    // The block's last h, and how far apart its sequences are there.
    const double* before = network.hidden ? &network.hidden->f[first * units] : nothing.data();
    int64_t stride = network.hidden ? units : 0;
    for (int64_t number = 0; number < steps; ++number) {
      int64_t time = network.reverse ? steps - 1 - number : number;
      for (int64_t n = 0; n < count; ++n) {
        std::copy(network.inputBias.begin(), network.inputBias.end(), input.begin() + n * rows);
        std::copy(network.hiddenBias.begin(), network.hiddenBias.end(), hidden.begin() + n * rows);
      }
      const double* now = x.f.data() + (first * steps + time) * width;
      if (network.inputWeight) {
        addProductTransposed(now, steps * width, network.inputWeight->f.data(), input.data(), count, width,
                             rows);
        for (double& sum : input)
          sum = network.stored(sum);
      } else {
        for (int64_t n = 0; n < count; ++n)
          std::copy_n(now + n * steps * width, rows, input.begin() + n * rows);
      }
      addProductTransposed(before, stride, network.hiddenWeight.f.data(), hidden.data(), count, units, rows);
      double* next = &y.f[(first * steps + time) * units];
      for (int64_t n = 0; n < count; ++n)
        step(network.cell, units, &input[n * rows], &hidden[n * rows], before + n * stride,
             next + n * steps * units, carried ? &carried->f[(first + n) * units] : nullptr, network.inner);
      before = next;
      stride = steps * units;
    }
    for (int64_t n = 0; n < count; ++n)
      std::copy_n(before + n * stride, units, last.f.begin() + (first + n) * units);
  }
  return success();
}

/// lstm, gru and rnn declare x, w_ih, w_hh, b_ih, b_hh, h0 and, lstm only, c0.
template <typename Op>
LogicalResult layer(Op op, Cell cell, Operands operands, Results& results, const Tensor* carried = nullptr) {
  const Tensor &inputWeight = *operands[1], &hiddenWeight = *operands[2];
  return run(op,
             {cell,
              {operands, inputWeight.element},
              InnerRounding::ofStored(operands, inputWeight.element),
              *operands[0],
              &inputWeight,
              biasOf(declaredOperand(op, operands, 3), inputWeight),
              hiddenWeight,
              biasOf(declaredOperand(op, operands, 4), hiddenWeight),
              declaredOperand(op, operands, 5),
              carried,
              op.getReverse()},
             results);
}

LogicalResult lstm(Operation* op, Operands operands, Results& results) {
  auto lstm = cast<LstmOp>(op);
  return layer(lstm, Cell::Lstm, operands, results, declaredOperand(lstm, operands, 6));
}

LogicalResult gru(Operation* op, Operands operands, Results& results) {
  return layer(cast<GruOp>(op), Cell::Gru, operands, results);
}

LogicalResult rnn(Operation* op, Operands operands, Results& results) {
  auto rnn = cast<RnnOp>(op);
  return layer(rnn, rnn.getRelu() ? Cell::RnnRelu : Cell::RnnTanh, operands, results);
}

/// Declares x, w_hh, b_n (gru only: the last third of the hidden bias), h0 and c0.
LogicalResult recurrence(Operation* op, Operands operands, Results& results) {
  auto recurrence = cast<RecurrenceOp>(op);
  const Tensor& weight = *operands[1];
  std::vector<double> bias = biasOf(nullptr, weight);
  if (const Tensor* last = declaredOperand(recurrence, operands, 2))
    std::copy(last->f.begin(), last->f.end(), bias.end() - last->size());
  return run(op,
             {recurrence.getCell(),
              {operands, weight.element},
              {operands, weight.element},
              *operands[0],
              /*inputWeight=*/nullptr,
              biasOf(nullptr, weight),
              weight,
              std::move(bias),
              declaredOperand(recurrence, operands, 3),
              declaredOperand(recurrence, operands, 4),
              recurrence.getReverse()},
             results);
}

const Entry kEntries[] = {
    {"aic.gru", gru}, {"aic.lstm", lstm}, {"aic.recurrence", recurrence}, {"aic.rnn", rnn}};

} // namespace

ArrayRef<Entry> recurrenceEntries() {
  return kEntries;
}

} // namespace aic::reference
