#include "frontends/onnx/Node.h"

#include "frontends/onnx/Importer.h"
#include "frontends/onnx/Names.h"
#include "mlir/IR/Verifier.h"

#include <onnx/onnx_pb.h>

namespace aic::onnx {

using ::onnx::AttributeProto;

namespace {

constexpr int64_t kMaxKnown = 1 << 20; // elements of a value that an importer reads

std::string ordinal(size_t i) {
  static constexpr const char* kWords[] = {"first", "second", "third", "fourth", "fifth", "sixth", "seventh"};
  return i < std::size(kWords) ? kWords[i] : std::to_string(i + 1) + "th";
}

} // namespace

llvm::ArrayRef<int64_t> shapeOf(mlir::Value x) {
  return x ? llvm::cast<mlir::RankedTensorType>(x.getType()).getShape() : llvm::ArrayRef<int64_t>();
}

mlir::Type elementOf(mlir::Value x) {
  return x ? llvm::cast<mlir::RankedTensorType>(x.getType()).getElementType() : nullptr;
}

int64_t elementsOf(llvm::ArrayRef<int64_t> shape) {
  int64_t count = 1;
  for (int64_t size : shape)
    count *= size;
  return count;
}

bool isFloat(mlir::Value x) {
  return x && llvm::isa<mlir::FloatType>(elementOf(x));
}

Node::Node(Importer& importer, const ::onnx::NodeProto& proto, const Scope& scope, const Frame& frame,
           int64_t opset)
    : importer_(importer), proto_(proto), scope_(scope), frame_(frame), opset_(opset),
      what_(Importer::describe(proto, frame)), location_(importer.place(what_)),
      results_(proto.output_size()) {}

std::string Node::operatorName() const {
  return shownName(proto_.op_type());
}

mlir::MLIRContext* Node::context() const {
  return importer_.context();
}

void Node::report(int code, const std::string& message) {
  failed_ = true;
  importer_.error(code, what_ + ": " + operatorName() + ": " + message);
}
void Node::error(const std::string& message) {
  report(1, message);
}
void Node::unsupported(const std::string& message) {
  report(3, message);
}

//===-- Inputs -----------------------------------------------------------------------------------------===//

size_t Node::inputs() const {
  return static_cast<size_t>(proto_.input_size());
}

bool Node::has(size_t i) const {
  return i < inputs() && !proto_.input(static_cast<int>(i)).empty();
}

mlir::Value Node::optional(size_t i) {
  if (!has(i))
    return nullptr;
  const mlir::Value* found = scope_.find(proto_.input(static_cast<int>(i)));
  if (!found || !*found)
    failed_ = true; // reported before the importer was called
  return found ? *found : nullptr;
}

mlir::Value Node::operand(size_t i) {
  if (!has(i) && !failed_)
    error("its " + ordinal(i) + " input is missing");
  return optional(i);
}

llvm::SmallVector<mlir::Value> Node::operands() {
  llvm::SmallVector<mlir::Value> all;
  if (inputs() == 0)
    error("it has no inputs");
  for (size_t i = 0; i < inputs() && !failed_; ++i)
    all.push_back(operand(i));
  return all;
}

mlir::ElementsAttr Node::tryKnown(mlir::Value value) {
  return value ? importer_.evaluate(value) : nullptr;
}

void Node::reportUnknown(mlir::Value value, const std::string& what) {
  std::vector<std::string> inputs = importer_.inputsOf(value);
  std::string message = what + " must be known when the model is compiled";
  if (inputs.empty()) {
    unsupported(message + "; it is computed from constants, but cannot be: it has too many elements, or an "
                          "operator on the way fails");
    return;
  }
  importer_.wantBound(inputs);
  message += "; it is computed from the values of ";
  for (size_t i = 0; i < inputs.size() && i < 4; ++i)
    message += (i ? ", " : "") + ("input " + quoted(inputs[i]));
  if (inputs.size() > 4)
    message += ", ...";
  message += " (--bind " + shownName(inputs.front()) + "=FILE.npy makes an input a constant)";
  unsupported(message);
}

mlir::ElementsAttr Node::known(mlir::Value value, const std::string& what) {
  mlir::ElementsAttr found = failed_ ? nullptr : tryKnown(value);
  if (!found && !failed_)
    reportUnknown(value, what);
  return found;
}

mlir::ElementsAttr Node::known(size_t i) {
  mlir::Value value = operand(i);
  if (failed_)
    return nullptr;
  return known(value,
               "the value of its " + ordinal(i) + " input " + quoted(proto_.input(static_cast<int>(i))));
}

Node::Ints Node::ints(size_t i) {
  mlir::ElementsAttr value = known(i);
  if (!value)
    return {};
  auto type = llvm::cast<mlir::RankedTensorType>(value.getType());
  std::optional<Ints> found = integersOf(value, kMaxKnown);
  if (!found || type.getRank() > 1 || llvm::isa<mlir::FloatType>(type.getElementType())) {
    error("its " + ordinal(i) + " input is a list of integers; found " + aic::describe(type));
    return {};
  }
  return *found;
}

Node::Numbers Node::numbers(size_t i) {
  mlir::ElementsAttr value = known(i);
  if (!value)
    return {};
  auto type = llvm::cast<mlir::RankedTensorType>(value.getType());
  std::optional<Numbers> found = numbersOf(value, kMaxKnown);
  if (!found || type.getRank() > 1) {
    error("its " + ordinal(i) + " input is a list of numbers; found " + aic::describe(type));
    return {};
  }
  return *found;
}

int64_t Node::integer(size_t i) {
  Ints found = ints(i);
  if (!failed_ && found.size() != 1)
    error("its " + ordinal(i) + " input is one integer; found " + std::to_string(found.size()));
  return failed_ ? 0 : found[0];
}

double Node::number(size_t i) {
  Numbers found = numbers(i);
  if (!failed_ && found.size() != 1)
    error("its " + ordinal(i) + " input is one number; found " + std::to_string(found.size()));
  return failed_ ? 0 : found[0];
}

//===-- Attributes -------------------------------------------------------------------------------------===//

// An attribute of a function's body may stand for one of its call.
static const AttributeProto* findAttribute(const ::onnx::NodeProto& node, const Frame& frame,
                                           llvm::StringRef name) {
  for (const AttributeProto& attribute : node.attribute()) {
    if (llvm::StringRef(attribute.name()) != name)
      continue;
    if (attribute.ref_attr_name().empty())
      return &attribute;
    return frame.call ? findAttribute(*frame.call, *frame.caller, attribute.ref_attr_name()) : nullptr;
  }
  return nullptr;
}

const AttributeProto* Node::find(llvm::StringRef name) const {
  return findAttribute(proto_, frame_, name);
}

const AttributeProto* Node::find(llvm::StringRef name, int type) {
  const AttributeProto* found = find(name);
  if (!found || found->type() == type)
    return found;
  error("its attribute " + name.str() + " has another type than the operator says");
  return nullptr;
}

bool Node::hasAttribute(llvm::StringRef name) const {
  return find(name) != nullptr;
}

int64_t Node::integer(llvm::StringRef name, int64_t otherwise) {
  const AttributeProto* found = find(name, AttributeProto::INT);
  return found ? found->i() : otherwise;
}

double Node::number(llvm::StringRef name, double otherwise) {
  const AttributeProto* found = find(name, AttributeProto::FLOAT);
  return found ? found->f() : otherwise;
}

std::string Node::string(llvm::StringRef name, llvm::StringRef otherwise) {
  const AttributeProto* found = find(name, AttributeProto::STRING);
  return found ? found->s() : otherwise.str();
}

Node::Ints Node::ints(llvm::StringRef name) {
  const AttributeProto* found = find(name, AttributeProto::INTS);
  return found ? Ints(found->ints().begin(), found->ints().end()) : Ints();
}

Node::Numbers Node::numbers(llvm::StringRef name) {
  const AttributeProto* found = find(name, AttributeProto::FLOATS);
  return found ? Numbers(found->floats().begin(), found->floats().end()) : Numbers();
}

std::vector<std::string> Node::strings(llvm::StringRef name) {
  const AttributeProto* found = find(name, AttributeProto::STRINGS);
  return found ? std::vector<std::string>(found->strings().begin(), found->strings().end())
               : std::vector<std::string>();
}

mlir::ElementsAttr Node::tensor(llvm::StringRef name) {
  const AttributeProto* found = find(name, AttributeProto::TENSOR);
  if (!found)
    return nullptr;
  Problem problem;
  std::string key = proto_.output_size() && isGoodName(proto_.output(0)) ? proto_.output(0) : "constant";
  mlir::ElementsAttr value = importer_.tensors().read(found->t(), key, problem);
  if (!value)
    report(problem.code, "its attribute " + name.str() + ": " + problem.message);
  return value;
}

mlir::Type Node::elementType(llvm::StringRef name, mlir::Type otherwise) {
  if (!hasAttribute(name))
    return otherwise;
  int64_t type = integer(name, 0);
  if (failed_)
    return nullptr;
  bool inRange = type >= 0 && type < 1000;
  mlir::Type element = inRange ? aic::onnx::elementType(context(), static_cast<int>(type)) : nullptr;
  if (!element)
    unsupported("aic has no type for " + (inRange ? elementName(static_cast<int>(type)) : "it"));
  return element;
}

llvm::SmallVector<mlir::Value> Node::subgraph(llvm::StringRef name, mlir::ValueRange inputs) {
  const AttributeProto* found = find(name, AttributeProto::GRAPH);
  if (!found) {
    if (!failed_)
      error("its attribute " + name.str() + " is missing");
    return {};
  }
  llvm::SmallVector<mlir::Value> results = importer_.importGraph(found->g(), scope_, frame_, inputs);
  failed_ |= results.size() != static_cast<size_t>(found->g().output_size());
  return results;
}

int64_t Node::axis(int64_t axis, int64_t rank) {
  if (failed_)
    return 0;
  if (axis >= -rank && axis < rank)
    return axis < 0 ? axis + rank : axis;
  error("axis " + std::to_string(axis) + " is outside of [" + std::to_string(-rank) + ", " +
        std::to_string(rank) + ")");
  return 0;
}

Node::Ints Node::axes(llvm::ArrayRef<int64_t> given, int64_t rank) {
  Ints found;
  for (int64_t one : given) {
    found.push_back(axis(one, rank));
    if (failed_)
      return {};
  }
  llvm::sort(found);
  auto twice = std::adjacent_find(found.begin(), found.end());
  if (twice == found.end())
    return found;
  error("axis " + std::to_string(*twice) + " is named twice");
  return {};
}

//===-- Results ----------------------------------------------------------------------------------------===//

size_t Node::outputs() const {
  return static_cast<size_t>(proto_.output_size());
}

bool Node::wants(size_t i) const {
  return i < outputs() && !proto_.output(static_cast<int>(i)).empty() &&
         importer_.isRead(proto_.output(static_cast<int>(i)));
}

void Node::result(size_t i, mlir::Value value) {
  if (i < results_.size())
    results_[i] = value;
}

//===-- Emitting ---------------------------------------------------------------------------------------===//

bool Node::poisoned(mlir::ValueRange operands) {
  failed_ |= llvm::any_of(operands, [](mlir::Value value) { return !value; });
  return failed_;
}

bool Node::checkBounds(llvm::ArrayRef<int64_t> shape) {
  if (isBounded(shape) && llvm::all_of(shape, [](int64_t size) { return size >= 0; }))
    return true;
  error("a tensor would have a negative size, or more than 2^40 elements or 32 axes");
  return false;
}

// An error of the dialect, in whose message the operation's name gives way to the node's operator's.
template <typename Body> static bool listen(mlir::MLIRContext* context, std::string& message, Body body) {
  mlir::ScopedDiagnosticHandler handler(context, [&](mlir::Diagnostic& d) {
    if (d.getSeverity() == mlir::DiagnosticSeverity::Error)
      message += (message.empty() ? "" : "; ") + d.str();
    return llvm::success();
  });
  return llvm::succeeded(body());
}

llvm::SmallVector<mlir::Value> Node::emitInferred(mlir::ValueRange operands, Infer infer, Create create) {
  if (poisoned(operands) || !importer_.count()) {
    failed_ = true;
    return {};
  }
  llvm::SmallVector<mlir::Type> types;
  std::string message;
  if (!listen(context(), message, [&] { return infer(location_, types); }) || types.empty()) {
    error(message.empty() ? "its inputs do not fit" : message);
    return {};
  }
  mlir::Operation* op = create(importer_.builder(), location_, types);
  if (op->getNumResults() == 1)
    return {importer_.folded(op)};
  return llvm::SmallVector<mlir::Value>(op->getResults());
}

mlir::Value Node::emitChecked(mlir::Type result, mlir::ValueRange operands, Create create) {
  if (poisoned(operands) || !importer_.count()) {
    failed_ = true;
    return nullptr;
  }
  mlir::Operation* op = create(importer_.builder(), location_, result);
  std::string message;
  if (listen(context(), message, [&] { return mlir::verify(op); }))
    return importer_.folded(op);
  op->erase();
  error(message);
  return nullptr;
}

mlir::NamedAttribute Node::attribute(llvm::StringRef name, llvm::ArrayRef<int64_t> values) const {
  return attribute(name, mlir::Attribute(mlir::DenseI64ArrayAttr::get(context(), values)));
}
mlir::NamedAttribute Node::attribute(llvm::StringRef name, int64_t value) const {
  return attribute(name, mlir::Attribute(builder().getI64IntegerAttr(value)));
}
mlir::NamedAttribute Node::attribute(llvm::StringRef name, bool value) const {
  return attribute(name, mlir::Attribute(mlir::BoolAttr::get(context(), value)));
}
mlir::NamedAttribute Node::attribute(llvm::StringRef name, double value) const {
  return attribute(name, mlir::Attribute(builder().getF64FloatAttr(value)));
}
mlir::NamedAttribute Node::attribute(llvm::StringRef name, mlir::Attribute value) const {
  return {mlir::StringAttr::get(context(), name), value};
}

mlir::Value Node::constant(mlir::ElementsAttr value) {
  if (failed_ || !value) {
    failed_ = true;
    return nullptr;
  }
  return emitChecked(value.getType(), {},
                     [&](mlir::OpBuilder& builder, mlir::Location location, mlir::TypeRange types) {
                       return ConstantOp::create(builder, location, types, value).getOperation();
                     });
}

mlir::Value Node::constant(llvm::ArrayRef<int64_t> values, llvm::ArrayRef<int64_t> shape,
                           mlir::Type element) {
  if (failed_ || !element || !checkBounds(shape))
    return nullptr;
  if (!importer_.countElements(static_cast<int64_t>(values.size()))) {
    failed_ = true;
    return nullptr;
  }
  if (llvm::isa<mlir::FloatType>(element))
    return constant(llvm::ArrayRef<double>(Numbers(values.begin(), values.end())), shape, element);
  llvm::SmallVector<llvm::APInt> elements;
  for (int64_t value : values)
    elements.emplace_back(element.getIntOrFloatBitWidth(), static_cast<uint64_t>(value), /*isSigned=*/false,
                          /*implicitTrunc=*/true);
  return constant(mlir::DenseElementsAttr::get(mlir::RankedTensorType::get(shape, element), elements));
}

mlir::Value Node::constant(llvm::ArrayRef<double> values, llvm::ArrayRef<int64_t> shape, mlir::Type element) {
  if (failed_ || !element || !checkBounds(shape))
    return nullptr;
  if (!importer_.countElements(static_cast<int64_t>(values.size()))) {
    failed_ = true;
    return nullptr;
  }
  auto type = llvm::dyn_cast<mlir::FloatType>(element);
  if (!type)
    return constant(llvm::ArrayRef<int64_t>(Ints(values.begin(), values.end())), shape, element);
  llvm::SmallVector<llvm::APFloat> elements;
  for (double value : values) {
    elements.emplace_back(value);
    bool loses;
    elements.back().convert(type.getFloatSemantics(), llvm::APFloat::rmNearestTiesToEven, &loses);
  }
  return constant(mlir::DenseElementsAttr::get(mlir::RankedTensorType::get(shape, element), elements));
}

mlir::Value Node::filled(double number, llvm::ArrayRef<int64_t> shape, mlir::Type element) {
  if (llvm::isa_and_nonnull<mlir::FloatType>(element))
    return constant(llvm::ArrayRef<double>(number), shape, element);
  return constant(llvm::ArrayRef<int64_t>(static_cast<int64_t>(number)), shape, element);
}

mlir::Value Node::add(mlir::Value a, mlir::Value b) {
  return emit<AddOp>({a, b});
}
mlir::Value Node::sub(mlir::Value a, mlir::Value b) {
  return emit<SubOp>({a, b});
}
mlir::Value Node::mul(mlir::Value a, mlir::Value b) {
  return emit<MulOp>({a, b});
}
mlir::Value Node::div(mlir::Value a, mlir::Value b) {
  return emit<DivOp>({a, b});
}
mlir::Value Node::minimum(mlir::Value a, mlir::Value b) {
  return emit<MinimumOp>({a, b});
}
mlir::Value Node::maximum(mlir::Value a, mlir::Value b) {
  return emit<MaximumOp>({a, b});
}
mlir::Value Node::compare(Predicate predicate, mlir::Value a, mlir::Value b) {
  mlir::Attribute value = PredicateAttr::get(context(), predicate);
  return emit<CompareOp>({a, b}, attribute("predicate", value));
}
mlir::Value Node::where(mlir::Value condition, mlir::Value a, mlir::Value b) {
  return emit<WhereOp>({condition, a, b});
}

mlir::Value Node::cast(mlir::Value x, mlir::Type element) {
  if (!x || !element || failed_)
    return nullptr;
  auto type = llvm::cast<mlir::RankedTensorType>(x.getType());
  return type.getElementType() == element ? x : emitAs<CastOp>(type.clone(element), x);
}

mlir::Value Node::reshape(mlir::Value x, llvm::ArrayRef<int64_t> shape) {
  if (!x || shapeOf(x) == shape)
    return x;
  if (!checkBounds(shape))
    return nullptr;
  return emitAs<ReshapeOp>(llvm::cast<mlir::RankedTensorType>(x.getType()).clone(shape), x);
}

mlir::Value Node::expand(mlir::Value x, llvm::ArrayRef<int64_t> shape) {
  if (!x || shapeOf(x) == shape)
    return x;
  if (!checkBounds(shape))
    return nullptr;
  return emitAs<ExpandOp>(llvm::cast<mlir::RankedTensorType>(x.getType()).clone(shape), x);
}

mlir::Value Node::transpose(mlir::Value x, llvm::ArrayRef<int64_t> perm) {
  if (llvm::is_sorted(perm) && x && perm.size() == shapeOf(x).size() &&
      llvm::all_of(llvm::enumerate(perm),
                   [](auto p) { return p.value() == static_cast<int64_t>(p.index()); }))
    return x;
  return emit<TransposeOp>(x, attribute("perm", perm));
}

mlir::Value Node::concat(mlir::ValueRange parts, int64_t dim) {
  return parts.size() == 1 ? parts.front() : emit<ConcatOp>(parts, attribute("dim", dim));
}

mlir::Value Node::slice(mlir::Value x, llvm::ArrayRef<int64_t> offsets, llvm::ArrayRef<int64_t> sizes,
                        llvm::ArrayRef<int64_t> steps) {
  if (x && shapeOf(x) == sizes && llvm::all_of(offsets, [](int64_t o) { return o == 0; }) &&
      llvm::all_of(steps, [](int64_t s) { return s == 1; }))
    return x;
  return emit<SliceOp>(
      x, {attribute("offsets", offsets), attribute("sizes", sizes), attribute("strides", steps)});
}

mlir::Value Node::slice(mlir::Value x, int64_t dim, int64_t offset, int64_t size, int64_t step) {
  if (!x || failed_)
    return nullptr;
  Ints offsets(shapeOf(x).size(), 0), sizes(shapeOf(x)), steps(shapeOf(x).size(), 1);
  offsets[dim] = offset;
  sizes[dim] = size;
  steps[dim] = step;
  return slice(x, offsets, sizes, steps);
}

mlir::Value Node::pad(mlir::Value x, llvm::ArrayRef<int64_t> low, llvm::ArrayRef<int64_t> high, PadMode mode,
                      double value) {
  auto none = [](int64_t size) { return size == 0; };
  if (llvm::all_of(low, none) && llvm::all_of(high, none))
    return x;
  mlir::Attribute modeAttr = PadModeAttr::get(context(), mode);
  return emit<PadOp>(x, {attribute("low", low), attribute("high", high), attribute("mode", modeAttr),
                         attribute("value", value)});
}

} // namespace aic::onnx
