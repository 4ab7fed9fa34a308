#include "frontends/onnx/Node.h"

#include "frontends/onnx/Importer.h"
#include "frontends/onnx/Names.h"

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

bool isSequence(mlir::Value x) {
  return x && llvm::isa<mlir::TupleType>(x.getType());
}

bool isFloat(mlir::Value x) {
  return x && llvm::isa<mlir::FloatType>(elementOf(x));
}

Node::Node(Importer& importer, const ::onnx::NodeProto& proto, const Scope& scope, const Frame& frame,
           int64_t opset)
    : importer_(importer), proto_(proto), scope_(scope), frame_(frame), opset_(opset),
      what_(Importer::describe(proto, frame)), location_(importer.place(what_)),
      results_(proto.output_size()), asked_(proto.input_size(), false) {}

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
  if (i < inputs())
    asked_[i] = true;
  return i < inputs() && !proto_.input(static_cast<int>(i)).empty();
}

void Node::checkInputs() {
  for (size_t i = 0; i < inputs() && !failed_; ++i)
    if (const std::string& name = proto_.input(static_cast<int>(i)); !asked_[i] && !name.empty())
      unsupported("its " + ordinal(i) + " input, " + quoted(name) + ", is not supported in opset " +
                  std::to_string(opset_));
}

mlir::Value Node::lookUp(size_t i) {
  if (!has(i))
    return nullptr;
  const mlir::Value* found = scope_.find(proto_.input(static_cast<int>(i)));
  if (!found || !*found)
    failed_ = true; // reported before the importer was called
  return found ? *found : nullptr;
}

mlir::Value Node::optional(size_t i) {
  mlir::Value found = lookUp(i);
  if (!found || !isSequence(found))
    return found;
  error("its " + ordinal(i) + " input is a sequence, and it takes tensors");
  return nullptr;
}

mlir::Value Node::anyOperand(size_t i) {
  if (!has(i) && !failed_)
    error("its " + ordinal(i) + " input is missing");
  return lookUp(i);
}

llvm::SmallVector<mlir::Value> Node::sequence(size_t i) {
  mlir::Value found = anyOperand(i);
  if (!found || failed_)
    return {};
  if (isSequence(found))
    return llvm::SmallVector<mlir::Value>(found.getDefiningOp()->getOperands());
  error("its " + ordinal(i) + " input is a tensor, and it takes a sequence");
  return {};
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
    if (!frame.call)
      return nullptr;
    const AttributeProto* given = findAttribute(*frame.call, *frame.caller, attribute.ref_attr_name());
    return given ? given : frame.function->defaultOf(attribute.ref_attr_name());
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

llvm::SmallVector<mlir::Value> Node::subgraph(llvm::StringRef name, mlir::ValueRange inputs,
                                              llvm::SmallVector<mlir::Operation*>* made) {
  const AttributeProto* found = find(name, AttributeProto::GRAPH);
  if (!found) {
    if (!failed_)
      error("its attribute " + name.str() + " is missing");
    return {};
  }
  // All operations stand in one block, each behind those that were made before it.
  mlir::Block* block = importer_.builder().getInsertionBlock();
  mlir::Operation* before = block->empty() ? nullptr : &block->back();
  llvm::SmallVector<mlir::Value> results = importer_.importGraph(found->g(), scope_, frame_, inputs);
  if (made && !block->empty())
    for (auto at = before ? std::next(before->getIterator()) : block->begin(); at != block->end(); ++at)
      made->push_back(&*at);
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

void Node::alsoGive(llvm::StringRef suffix, mlir::Value value) {
  if (value && frame_.depth == 0 && outputs() > 0 && isGoodName(proto_.output(0)))
    importer_.alsoReturn(proto_.output(0) + "_" + suffix.str(), value);
}

void Node::result(size_t i, mlir::Value value) {
  if (i < results_.size())
    results_[i] = value;
}

} // namespace aic::onnx
