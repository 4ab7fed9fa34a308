// Registration of the `aic` dialect, its attributes and its constants.
#include "dialects/aic/Aic.h"
#include "dialects/aic/AicDialect.cpp.inc"
#include "dialects/aic/AicEnums.cpp.inc"
#include "dialects/aic/Infer.h"
#include "dialects/aic/Quantised.h"
#include "dialects/aic/Training.h"
#include "mlir/IR/DialectImplementation.h"
#include "mlir/Interfaces/FunctionInterfaces.h"

#include "llvm/ADT/TypeSwitch.h"
#define GET_ATTRDEF_CLASSES
#include "dialects/aic/AicAttrs.cpp.inc"

namespace aic {

void AicDialect::initialize() {
  addOperations<
#define GET_OP_LIST
#include "dialects/aic/AicOps.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "dialects/aic/AicQuantised.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "dialects/aic/AicTraining.cpp.inc"
      >();
  addAttributes<
#define GET_ATTRDEF_LIST
#include "dialects/aic/AicAttrs.cpp.inc"
      >();
}

mlir::Operation* AicDialect::materializeConstant(mlir::OpBuilder& builder, mlir::Attribute value,
                                                 mlir::Type type, mlir::Location loc) {
  auto elements = llvm::dyn_cast<mlir::ElementsAttr>(value);
  if (!elements || elements.getType() != type)
    return nullptr;
  return ConstantOp::create(builder, loc, type, elements);
}

/// `aic.state` on argument or result `index` of a function: one that is declared, of this type, and not on
/// another.
static mlir::LogicalResult verifyStateAttr(mlir::Operation* op, unsigned index,
                                           mlir::NamedAttribute attribute, bool isResult) {
  if (attribute.getName() != kStateAttr)
    return mlir::success();
  const char* what = isResult ? "result " : "argument ";
  auto function = llvm::dyn_cast<mlir::FunctionOpInterface>(op);
  auto name = llvm::dyn_cast<mlir::FlatSymbolRefAttr>(attribute.getValue());
  if (!function || !name)
    return op->emitOpError("has '") << kStateAttr << "' at " << what << index
                                    << "; a function has it, and it is the symbol of a state";
  auto state = mlir::SymbolTable::lookupNearestSymbolFrom<StateOp>(op, name);
  if (!state)
    return op->emitOpError("has ") << what << index << " for the state " << name
                                   << ", which the module does not declare";
  mlir::Type type = isResult ? function.getResultTypes()[index] : function.getArgumentTypes()[index];
  if (type != state.getType())
    return op->emitOpError("has ") << what << index << " of type " << type << " for the state " << name
                                   << ", which is " << state.getType();
  for (unsigned other = 0; other < index; ++other)
    if (isResult ? function.getResultAttr(other, kStateAttr) == name
                 : function.getArgAttr(other, kStateAttr) == name)
      return op->emitOpError("has two ") << (isResult ? "results" : "arguments") << " for the state " << name;
  return mlir::success();
}

mlir::LogicalResult AicDialect::verifyRegionArgAttribute(mlir::Operation* op, unsigned, unsigned index,
                                                         mlir::NamedAttribute attribute) {
  return verifyStateAttr(op, index, attribute, /*isResult=*/false);
}

mlir::LogicalResult AicDialect::verifyRegionResultAttribute(mlir::Operation* op, unsigned, unsigned index,
                                                            mlir::NamedAttribute attribute) {
  return verifyStateAttr(op, index, attribute, /*isResult=*/true);
}

bool isBounded(llvm::ArrayRef<int64_t> shape) {
  if (shape.size() > size_t(kMaxRank))
    return false;
  int64_t elements = 1;
  for (int64_t size : shape) {
    if (size < 0 || size > kMaxElements / elements) // negative: dynamic
      return false;
    elements *= std::max<int64_t>(size, 1);
  }
  return true;
}

std::string describe(mlir::Type type) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  if (auto tensor = llvm::dyn_cast<mlir::RankedTensorType>(type); tensor && !tensor.getEncoding())
    stream << describe(tensor.getElementType()) << infer::describeShape(tensor.getShape());
  else if (type.isSignlessInteger(1))
    stream << "bool";
  else if (type.isUnsignedInteger())
    stream << "u" << type.getIntOrFloatBitWidth();
  else
    stream << type;
  return text;
}

int64_t elementBytes(mlir::Type element) {
  return (element.getIntOrFloatBitWidth() + 7) / 8;
}

int64_t tensorBytes(mlir::ShapedType type) {
  return type.getNumElements() * elementBytes(type.getElementType());
}

std::optional<llvm::SmallVector<int64_t>> broadcastShapes(llvm::ArrayRef<int64_t> a,
                                                          llvm::ArrayRef<int64_t> b) {
  llvm::SmallVector<int64_t> result(std::max(a.size(), b.size()));
  for (size_t i = 0; i < result.size(); ++i) {
    int64_t x = i < a.size() ? a[a.size() - 1 - i] : 1;
    int64_t y = i < b.size() ? b[b.size() - 1 - i] : 1;
    if (x != y && x != 1 && y != 1)
      return std::nullopt;
    result[result.size() - 1 - i] = x == 1 ? y : x;
  }
  return result;
}

} // namespace aic
