// Dispatches one after another, in an arena that forgets.
#include "compiler/reference/Plan.h"

#include "dialects/schedule/Parts.h"

#include <map>

using namespace mlir;

namespace aic::reference {
namespace {

/// The value in a buffer's own shape, and in the type that it is held in there.
Tensor heldIn(Value buffer, Tensor value) {
  auto type = cast<MemRefType>(buffer.getType());
  value.shape.assign(type.getShape().begin(), type.getShape().end());
  value.element = type.getElementType();
  return value;
}

/// The elements of `whole` that a tensor has which begins at this byte of its buffer.
Tensor partOf(const Tensor& whole, int64_t offset, RankedTensorType type) {
  const int64_t size = type.getNumElements(), first = offset / ((type.getElementTypeBitWidth() + 7) / 8);
  Tensor part;
  part.element = whole.element;
  if (whole.isFloat())
    part.f.assign(whole.f.begin() + first, whole.f.begin() + first + size);
  else
    part.i.assign(whole.i.begin() + first, whole.i.begin() + first + size);
  return part;
}

} // namespace

Plan::Plan(schedule::ProgramOp program, std::optional<uint64_t> seed) : program(program) {
  if (seed)
    rounding.emplace(*seed);
  for (Operation& op : program.getBody().front()) {
    if (auto dispatch = dyn_cast<schedule::DispatchOp>(op)) {
      for (Value buffer : dispatch->getOperands())
        lastUse[buffer] = dispatches.size();
      dispatches.push_back(dispatch);
    } else if (auto transient = dyn_cast<schedule::TransientOp>(op)) {
      if (std::optional<uint64_t> offset = transient.getOffset()) { // memory is planned
        auto begin = static_cast<int64_t>(*offset);
        places[transient.getBuffer()] = {begin, begin + transient.getBytes()};
      }
    }
  }
}

schedule::KernelOp Plan::kernel(size_t i) const {
  schedule::DispatchOp dispatch = dispatches[i];
  return SymbolTable::lookupNearestSymbolFrom<schedule::KernelOp>(dispatch, dispatch.getKernelAttr());
}

LogicalResult Plan::begin(ArrayRef<Tensor> inputs, const StateValues& states) {
  values.clear();
  for (Operation& op : program.getBody().front())
    if (auto input = dyn_cast<schedule::InputOp>(op)) {
      if (input.getIndex() >= inputs.size())
        return input.emitError() << "the input " << input.getName() << " is not given";
      values[input.getBuffer()] = heldIn(input.getBuffer(), inputs[input.getIndex()]);
    } else if (auto state = dyn_cast<schedule::StateBufferOp>(op)) {
      auto known = states.find(state.getState());
      if (known == states.end())
        return state.emitError() << "the state " << state.getState() << " is not given";
      values[state.getBuffer()] = heldIn(state.getBuffer(), known->second);
    }
  return success();
}

FailureOr<Tensor> Plan::valueOf(Value buffer) const {
  if (auto constant = buffer.getDefiningOp<schedule::ConstantOp>())
    return fromAttr(constant.getValue(), [&] { return constant.emitError(); });
  auto known = values.find(buffer);
  if (known == values.end())
    return failure();
  return known->second;
}

void Plan::forgetWhatIsWrittenOver(Value written, bool inPart) {
  auto found = places.find(written);
  if (found == places.end())
    return;
  const Place place = found->second;
  for (auto& [other, its] : places)
    if (its.begin < place.end && place.begin < its.end && !(inPart && other == written))
      values.erase(other);
}

/// Of what `part` holds.
void Plan::writeInRuns(Value buffer, const schedule::Runs& runs) {
  Tensor& all = values[buffer];
  const auto elements = static_cast<size_t>(runs.bufferElements(part.size()));
  auto write = [&](auto& to, const auto& from) {
    to.resize(elements);
    for (size_t i = 0; i < from.size(); ++i)
      to[static_cast<size_t>(runs.placeOf(static_cast<int64_t>(i)))] = from[i];
  };
  all.element = part.element;
  part.isFloat() ? write(all.f, part.f) : write(all.i, part.i);
  all = heldIn(buffer, std::move(all));
}

LogicalResult Plan::step(size_t i) {
  schedule::DispatchOp dispatch = dispatches[i];
  Block& body = kernel(i).getBody().front();
  SmallVector<Tensor> arguments, results;
  for (auto [at, buffer, argument] : llvm::enumerate(dispatch.getReads(), body.getArguments())) {
    FailureOr<Tensor> value = valueOf(buffer);
    if (failed(value))
      return dispatch.emitError() << "a dispatch of " << dispatch.getKernel()
                                  << " reads what is not there (any more)";
    auto type = cast<RankedTensorType>(argument.getType());
    if (const int64_t offset = schedule::readOffset(dispatch, at); offset >= 0)
      *value = partOf(*value, offset, type);
    ArrayRef<int64_t> shape = type.getShape();
    value->shape.assign(shape.begin(), shape.end());
    if (rounding) // a difference of exact numbers is computed with rounded ones
      rounding->move(*value);
    arguments.push_back(std::move(*value));
  }
  if (failed(evaluateBlock(body, arguments, results, rounding ? &*rounding : nullptr)))
    return failure();
  const schedule::Runs runs = kernel(i).getResultRuns();
  for (Value buffer : dispatch.getWrites())
    forgetWhatIsWrittenOver(buffer, !runs.areWhole());
  if (!runs.areWhole()) {
    part = std::move(results.front());
    writeInRuns(dispatch.getWrites().front(), runs);
    return success();
  }
  for (auto [buffer, result] : llvm::zip_equal(dispatch.getWrites(), results))
    values[buffer] = std::move(result);
  return success();
}

Tensor Plan::writtenIn(size_t i, size_t result, const void* buffer) const {
  const Tensor& like = written(i, result);
  const schedule::Runs runs = kernel(i).getResultRuns();
  if (runs.areWhole())
    return fromBytes(like.shape, like.element, buffer);
  Tensor all = fromBytes({runs.bufferElements(like.size())}, like.element, buffer), made = like;
  for (int64_t i = 0; all.size() > 0 && i < like.size(); ++i) {
    const auto to = static_cast<size_t>(i), from = static_cast<size_t>(runs.placeOf(i));
    if (like.isFloat())
      made.f[to] = all.f[from];
    else
      made.i[to] = all.i[from];
  }
  return all.size() > 0 ? made : all;
}

const Tensor& Plan::written(size_t i, size_t result) const {
  if (kernel(i).getRuns())
    return part;
  schedule::DispatchOp dispatch = dispatches[i];
  return values.find(dispatch.getWrites()[result])->second;
}

void Plan::release(size_t i) {
  for (Value buffer : dispatches[i]->getOperands())
    if (lastUse.lookup(buffer) == i && buffer.getDefiningOp<schedule::TransientOp>())
      values.erase(buffer);
}

LogicalResult Plan::end(SmallVectorImpl<Tensor>& outputs, StateValues& states) const {
  std::map<uint64_t, schedule::OutputOp> ordered;
  for (auto output : schedule::ProgramOp(program).getOps<schedule::OutputOp>())
    ordered[output.getIndex()] = output;
  for (auto& [index, output] : ordered) {
    Value buffer = output.getBuffer();
    auto known = values.find(buffer);
    if (known != values.end())
      outputs.push_back(heldIn(buffer, known->second));
    else if (cast<ShapedType>(buffer.getType()).getNumElements() == 0) // nobody writes it
      outputs.push_back(heldIn(buffer, Tensor()));
    else
      return output.emitError() << "the output " << output.getName() << " is not written";
  }
  for (auto state : schedule::ProgramOp(program).getOps<schedule::StateBufferOp>()) {
    Tensor& kept = states[state.getState()];
    Tensor left = values.find(state.getBuffer())->second;
    left.shape = kept.shape;
    left.element = kept.element;
    kept = std::move(left);
  }
  return success();
}

LogicalResult Plan::run(ArrayRef<Tensor> inputs, StateValues& states, SmallVectorImpl<Tensor>& outputs) {
  if (failed(begin(inputs, states)))
    return failure();
  for (size_t i = 0; i < size(); ++i) {
    if (failed(step(i)))
      return failure();
    release(i);
  }
  return end(outputs, states);
}

} // namespace aic::reference
