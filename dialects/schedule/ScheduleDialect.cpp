// Registration of the `schedule` dialect, kernels and buffers; the program's verifier is in Program.cpp.
#include "dialects/schedule/Parts.h"
#include "dialects/schedule/ScheduleDialect.cpp.inc"

using namespace mlir;

#define GET_OP_CLASSES
#include "dialects/schedule/ScheduleOps.cpp.inc"

namespace aic::schedule {

void ScheduleDialect::initialize() {
  addOperations<
#define GET_OP_LIST
#include "dialects/schedule/ScheduleOps.cpp.inc"
      >();
}

std::optional<int64_t> bufferBytes(Type type) {
  auto shaped = dyn_cast<ShapedType>(type);
  if (!shaped || !shaped.hasStaticShape() || !shaped.getElementType().isIntOrFloat())
    return std::nullopt;
  if (auto memref = dyn_cast<MemRefType>(type); memref && !memref.getLayout().isIdentity())
    return std::nullopt;
  unsigned bits = shaped.getElementType().getIntOrFloatBitWidth();
  if (bits > 64)
    return std::nullopt;
  constexpr int64_t kMaxElements = int64_t(1) << 40;
  int64_t elements = 1, empty = 1; // an empty axis counts as one, so that no product overflows
  for (int64_t size : shaped.getShape()) {
    if (size > kMaxElements / elements)
      return std::nullopt;
    elements *= std::max<int64_t>(size, 1);
    empty *= size != 0;
  }
  return elements * empty * ((bits + 7) / 8);
}

/// C4 of a kernel.
static LogicalResult verifyRuns(KernelOp kernel) {
  auto numbers = kernel.getRuns();
  if (!numbers)
    return success();
  TypeRange results = kernel.getResultTypes();
  if (results.size() != 1 || numbers->size() != 3)
    return kernel.emitOpError("has runs of ")
           << numbers->size() << " numbers and " << results.size()
           << " results; there are a length, an offset and a stride, of one result [C4]";
  const auto [length, offset, stride] = kernel.getResultRuns();
  const int64_t elements = cast<ShapedType>(results.front()).getNumElements();
  constexpr int64_t kMaxElements = int64_t(1) << 40;
  if (length < 1 || offset < 0 || stride > kMaxElements || length > stride || offset > stride - length ||
      elements % length != 0 || elements / length > kMaxElements / stride)
    return kernel.emitOpError("has runs [")
           << *numbers << "] of a result of " << elements
           << " elements; the length divides these, and offset + length lies "
              "in the stride, at most 2^40 elements in all [C4]";
  return success();
}

LogicalResult KernelOp::verify() {
  auto check = [&](TypeRange types, const char* verb) -> LogicalResult {
    for (Type type : types)
      if (!isa<RankedTensorType>(type) || !bufferBytes(type))
        return emitOpError(verb) << " " << type
                                 << "; a kernel reads and writes tensors of static shape, with at most "
                                 << "2^40 integers or floats as elements [C1]";
    return success();
  };
  if (failed(check(getArgumentTypes(), "reads")) || failed(check(getResultTypes(), "writes")))
    return failure();
  if (std::optional<uint64_t> workgroups = getWorkgroups(); workgroups && int64_t(*workgroups) < 1)
    return emitOpError("has ") << int64_t(*workgroups) << " workgroups; at least one does the work [C2]";
  if (std::optional<uint64_t> steps = getSteps(); steps && int64_t(*steps) < 1)
    return emitOpError("has ") << int64_t(*steps) << " steps; at least one does the work [C2]";
  int64_t previous = -1;
  for (int64_t argument : getConstantArguments().value_or(ArrayRef<int64_t>())) {
    if (argument <= previous || argument >= int64_t(getArgumentTypes().size()))
      return emitOpError("lists argument ")
             << argument << " as constant; these are numbers of its " << getArgumentTypes().size()
             << " arguments, in order, each once [C3]";
    previous = argument;
  }
  return verifyRuns(*this);
}

/// True for a buffer and a tensor (or a constant's value) that are the same bytes under two shapes.
static bool areSameBytes(Type buffer, Type tensor) {
  return getElementTypeOrSelf(buffer) == getElementTypeOrSelf(tensor) && bufferBytes(buffer) &&
         bufferBytes(buffer) == bufferBytes(tensor);
}

LogicalResult ConstantOp::verify() {
  if (!areSameBytes(getBuffer().getType(), getValue().getShapedType()))
    return emitOpError("has a value of type ")
           << getValue().getShapedType() << " and a buffer of type " << getBuffer().getType()
           << "; element type and number of elements are equal [C1]";
  return success();
}

int64_t TransientOp::getBytes() {
  auto type = cast<MemRefType>(getBuffer().getType());
  std::optional<uint64_t> packed = getElements();
  return packed ? int64_t(*packed) * ((type.getElementTypeBitWidth() + 7) / 8) : *bufferBytes(type);
}

LogicalResult TransientOp::verify() {
  if (getPacking().has_value() != getElements().has_value())
    return emitOpError("needs packing and elements together [C1]");
  if (std::optional<uint64_t> elements = getElements();
      elements && (int64_t(*elements) < 1 || *elements > uint64_t(1) << 40))
    return emitOpError("has ") << int64_t(*elements) << " elements; from 1 to 2^40 are possible [C1]";
  return success();
}

LogicalResult StateBufferOp::verifySymbolUses(SymbolTableCollection& symbols) {
  auto state = symbols.lookupNearestSymbolFrom<StateOp>(*this, getStateAttr());
  if (!state)
    return emitOpError("is of ") << getStateAttr() << ", which is no schedule.state of this module [C1]";
  if (state.getType() != getBuffer().getType())
    return emitOpError("has type ") << getBuffer().getType() << ", the state " << getStateAttr() << " has "
                                    << state.getType() << " [C2]";
  return success();
}

int64_t readOffset(DispatchOp dispatch, size_t i) {
  auto offsets = dispatch->getAttrOfType<DenseI64ArrayAttr>(kReadOffsetsAttr);
  return offsets && i < static_cast<size_t>(offsets.size()) ? offsets[static_cast<int64_t>(i)] : -1;
}

void readPart(DispatchOp dispatch, size_t i, Value whole, int64_t offset) {
  SmallVector<int64_t> offsets;
  for (size_t read = 0; read < dispatch.getReads().size(); ++read)
    offsets.push_back(read == i ? offset : readOffset(dispatch, read));
  dispatch.getReadsMutable()[i].set(whole);
  dispatch->setAttr(kReadOffsetsAttr, DenseI64ArrayAttr::get(dispatch.getContext(), offsets));
}

/// C6, and C7 and C8 of read i, which is a part.
static LogicalResult verifyPart(DispatchOp dispatch, size_t i, Type tensor) {
  Value buffer = dispatch.getReads()[i];
  auto transient = buffer.getDefiningOp<TransientOp>();
  const bool plain = transient ? !transient.getPacking() : buffer.getDefiningOp<InputOp>() != nullptr;
  if (!plain || getElementTypeOrSelf(tensor) != getElementTypeOrSelf(buffer.getType()))
    return dispatch.emitOpError("reads a part of buffer ")
           << i << ", which is no input or transient of " << getElementTypeOrSelf(tensor)
           << " that is not packed [C7]";
  const int64_t all = *bufferBytes(buffer.getType());
  const int64_t offset = readOffset(dispatch, i), bytes = bufferBytes(tensor).value_or(0);
  if (offset < 0 || offset % kBufferAlignment != 0 || offset > all || bytes > all - offset)
    return dispatch.emitOpError("reads ")
           << bytes << " bytes at " << offset << " of buffer " << i << " of " << all
           << "; a part begins at a multiple of " << kBufferAlignment << " and lies inside [C8]";
  return success();
}

LogicalResult DispatchOp::verify() {
  if (Attribute given = (*this)->getAttr(kReadOffsetsAttr)) {
    auto offsets = dyn_cast<DenseI64ArrayAttr>(given);
    if (!offsets || static_cast<size_t>(offsets.size()) != getReads().size())
      return emitOpError("needs one number of ") << kReadOffsetsAttr << " for each buffer that it reads [C6]";
  }
  for (Value buffer : getWrites())
    if (Operation* made = buffer.getDefiningOp(); made && isa<InputOp, ConstantOp>(made)) {
      InFlightDiagnostic error = emitOpError("writes a buffer that is read only [C4]");
      error.attachNote(made->getLoc()) << "the buffer is here";
      return error;
    }
  return success();
}

LogicalResult DispatchOp::verifySymbolUses(SymbolTableCollection& symbols) {
  auto kernel = symbols.lookupNearestSymbolFrom<KernelOp>(*this, getKernelAttr());
  if (!kernel)
    return emitOpError("runs ") << getKernelAttr() << ", which is no schedule.kernel of this module [C1]";
  // A part of a buffer is as large as all of it where all of the part's runs are.
  auto fits = [](Type buffer, Type tensor, const Runs& runs) {
    if (runs.areWhole())
      return areSameBytes(buffer, tensor);
    return getElementTypeOrSelf(buffer) == getElementTypeOrSelf(tensor) &&
           cast<ShapedType>(buffer).getNumElements() ==
               runs.bufferElements(cast<ShapedType>(tensor).getNumElements());
  };
  auto check = [&](TypeRange buffers, TypeRange tensors, const char* verb, bool parts,
                   const Runs& runs = {}) -> LogicalResult {
    if (buffers.size() != tensors.size())
      return emitOpError() << verb << " " << buffers.size() << " buffers, kernel " << getKernelAttr() << " "
                           << verb << " " << tensors.size() << " [C2]";
    for (auto [i, buffer, tensor] : llvm::enumerate(buffers, tensors))
      if (parts && readOffset(*this, i) != -1) {
        if (failed(verifyPart(*this, i, tensor)))
          return failure();
      } else if (!fits(buffer, tensor, runs))
        return emitOpError() << verb << " buffer " << i << " of type " << buffer << ", kernel "
                             << getKernelAttr() << " " << verb << " " << tensor
                             << " there; element type and number of elements are "
                             << "equal [C3]";
    return success();
  };
  if (failed(check(getReads().getTypes(), kernel.getArgumentTypes(), "reads", true)))
    return failure();
  for (int64_t argument : kernel.getConstantArguments().value_or(ArrayRef<int64_t>()))
    if (!getReads()[argument].getDefiningOp<ConstantOp>())
      return emitOpError("reads a buffer as argument ")
             << argument << " that is no constant, as kernel " << getKernelAttr() << " expects [C5]";
  return check(getWrites().getTypes(), kernel.getResultTypes(), "writes", false, kernel.getResultRuns());
}

} // namespace aic::schedule
