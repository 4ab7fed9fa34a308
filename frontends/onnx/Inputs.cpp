// The model's inputs: their sizes from the file, --dim, --shape and --bind, and those that become constants.
#include "frontends/onnx/Importer.h"
#include "frontends/onnx/Names.h"
#include "frontends/onnx/Sizes.h"
#include "frontends/onnx/States.h"

#include <onnx/onnx_pb.h>

namespace aic::onnx {
namespace {

using ::onnx::GraphProto;
using ::onnx::ValueInfoProto;

/// A size as the file gives it: a number, a name, or neither.
struct Size {
  int64_t value = -1; // -1: not set
  std::string name;
};

struct Input {
  std::string name;
  mlir::Type element;
  bool hasShape = false;
  llvm::SmallVector<Size> sizes;
  mlir::ElementsAttr bound;
};

std::string spell(const Input& input) {
  std::string text = aic::describe(input.element) + "[";
  if (!input.hasShape)
    return text + "...]";
  for (auto [i, size] : llvm::enumerate(input.sizes))
    text += (i ? ", " : "") + (size.value >= 0     ? std::to_string(size.value)
                               : size.name.empty() ? "?"
                                                   : shownName(size.name));
  return text + "]";
}

/// `--shape x=1x3xHEIGHTxWIDTH`: what is there, and names to replace.
std::string suggestShape(const Input& input) {
  if (!input.hasShape)
    return "--shape " + forShell(shownName(input.name) + "=1x3x224x224") + " (its shape; a scalar: --shape " +
           forShell(shownName(input.name) + "=") + ")";
  std::string text = shownName(input.name) + "=";
  for (auto [i, size] : llvm::enumerate(input.sizes))
    text += (i ? "x" : "") + (size.value >= 0 ? std::to_string(size.value) : std::string("SIZE"));
  return "--shape " + forShell(text);
}

/// Everything about the inputs that can be wrong is found in one run.
class Inputs {
public:
  Inputs(Importer& importer, const LoadOptions& options, LoadResult& result)
      : importer_(importer), options_(options), result_(result) {}

  bool good = true;
  std::vector<Input> inputs;

  void fail(int code, const std::string& message) {
    good = false;
    importer_.error(code, message);
  }

  void read(const ValueInfoProto& info) {
    std::string what = "input " + quoted(info.name());
    if (!isGoodName(info.name()) || find(info.name()))
      return fail(1, what + ": the name of an input is UTF-8 text of at most 4,096 bytes, and no other's");
    if (!info.type().has_tensor_type())
      return fail(info.has_type() ? 3 : 1,
                  what + (info.has_type()
                              ? " is no tensor: aic has no sequences, maps, optional and sparse values"
                              : " has no type"));
    const auto& type = info.type().tensor_type();
    Input input;
    input.name = info.name();
    input.element = elementType(importer_.context(), type.elem_type());
    if (!input.element)
      return fail(3, what + " holds " + elementName(type.elem_type()) + ", which aic has no type for");
    input.hasShape = type.has_shape();
    for (const auto& dim : type.shape().dim()) {
      Size size;
      if (dim.has_dim_value() && dim.dim_value() >= 0) // -1 stands for what is not known, in some files
        size.value = dim.dim_value();
      else if (dim.has_dim_param() && isGoodName(dim.dim_param()))
        size.name = dim.dim_param();
      input.sizes.push_back(size);
    }
    inputs.push_back(std::move(input));
  }

  void useOptions() {
    checkNames();
    for (const auto& [name, value] : options_.dims)
      named_.emplace(name, std::make_pair(value, "--dim " + name));
    for (Input& input : inputs) {
      auto shape = options_.shapes.find(input.name);
      if (shape != options_.shapes.end())
        setShape(input, shape->second, "--shape " + shownName(input.name));
      auto file = options_.binds.find(input.name);
      if (file == options_.binds.end())
        continue;
      Problem problem;
      input.bound = importer_.tensors().readNpy(file->second, input.name, problem);
      if (!input.bound) {
        fail(problem.code, "--bind " + shownName(input.name) + ": " + problem.message);
        continue;
      }
      result_.files.push_back(file->second);
      auto type = llvm::cast<mlir::RankedTensorType>(input.bound.getType());
      if (type.getElementType() != input.element)
        fail(1, "--bind " + shownName(input.name) + ": the input is " + spell(input) + ", " + file->second +
                    " holds " + describe(type));
      else
        setShape(input, type.getShape(), "--bind " + shownName(input.name));
    }
    useNamed();
    // A state that grows by one a run: the most usual.
    for (Input& input : inputs)
      if (options_.capacity > 0 &&
          llvm::any_of(options_.states, [&](const StateOption& o) { return outputOfState(o, input.name); })) {
        auto unset = [](const Size& size) { return size.value < 0; };
        if (llvm::count_if(input.sizes, unset) != 1)
          continue;
        Size& size = *llvm::find_if(input.sizes, unset);
        size.value = options_.capacity - 1;
        if (!size.name.empty())
          named_.emplace(size.name, std::make_pair(size.value, "--capacity"));
      }
    useNamed();
  }

  void useNamed() {
    auto value = [&](llvm::StringRef name) -> std::optional<int64_t> {
      auto found = named_.find(name.str());
      return found == named_.end() ? std::nullopt : std::optional(found->second.first);
    };
    for (Input& input : inputs)
      for (Size& size : input.sizes)
        if (size.value < 0 && !size.name.empty()) {
          auto found = named_.find(size.name); // set itself, whatever it could be computed from
          size.value = found != named_.end() ? found->second.first : sizeOf(size.name, value).value_or(-1);
        }
  }

  /// True for the name of a size that is known once those of other names are, which are not all.
  bool follows(const std::string& name) {
    bool known = true, open = false;
    auto value = [&](llvm::StringRef part) -> std::optional<int64_t> {
      bool found = part != name && llvm::any_of(inputs, [&](const Input& input) {
                     return llvm::any_of(input.sizes, [&](const Size& size) { return part == size.name; });
                   });
      known &= found;
      open |= !named_.count(part.str());
      return 64; // a size that can be halved
    };
    return sizeOf(name, value) && known && open;
  }

  /// That every size is set.
  void checkSet() {
    std::string unset, set;
    std::vector<std::string> shown; // suggestions, each once
    for (const Input& input : inputs) {
      bool nameless = !input.hasShape;
      for (const Size& size : input.sizes)
        nameless |= size.value < 0 && size.name.empty();
      bool missing = nameless;
      if (nameless) // which sets the named ones too
        shown.push_back(suggestShape(input));
      for (const Size& size : input.sizes) {
        missing |= size.value < 0;
        if (size.value < 0 && !nameless && !follows(size.name))
          shown.push_back("--dim " + forShell(shownName(size.name) + "=SIZE"));
      }
      if (missing)
        unset += "\n  input " + quoted(input.name) + ": " + spell(input);
    }
    if (unset.empty())
      return;
    std::vector<std::string> once;
    for (const std::string& one : shown)
      if (!llvm::is_contained(once, one))
        once.push_back(one);
    for (size_t i = 0; i < once.size() && i < 20; ++i)
      set += (i ? " " : "") + once[i];
    bool grows = options_.capacity == 0 && llvm::any_of(inputs, [&](const Input& input) {
                   return llvm::any_of(input.sizes, [](const Size& size) { return size.value < 0; }) &&
                          llvm::any_of(options_.states,
                                       [&](const StateOption& o) { return outputOfState(o, input.name); });
                 });
    fail(1, "every size must be set when a model is compiled, and some inputs have sizes that are not:" +
                unset + "\nset them with " + set +
                (grows ? "; a state that grows with each run: --capacity N sets its size" : ""));
  }

private:
  Input* find(llvm::StringRef name) {
    for (Input& input : inputs)
      if (llvm::StringRef(input.name) == name)
        return &input;
    return nullptr;
  }

  void checkNames() {
    std::vector<std::string> names, dims;
    for (const Input& input : inputs) {
      names.push_back(input.name);
      for (const Size& size : input.sizes)
        if (!size.name.empty() && !llvm::is_contained(dims, size.name))
          dims.push_back(size.name);
    }
    auto check = [&](const std::string& option, const std::string& name,
                     const std::vector<std::string>& known, const std::string& what) {
      if (llvm::is_contained(known, name))
        return;
      std::string list;
      for (size_t i = 0; i < known.size() && i < 20; ++i)
        list += (i ? ", " : "") + shownName(known[i]);
      fail(1, option + " " + shownName(name) + ": the model has no " + what + " of that name" +
                  graph::suggestion(name, known) + (list.empty() ? "; it has none" : "; it has " + list));
    };
    for (const auto& entry : options_.shapes)
      check("--shape", entry.first, names, "input");
    for (const auto& entry : options_.binds)
      check("--bind", entry.first, names, "input");
    for (const auto& entry : options_.dims)
      check("--dim", entry.first, dims, "input size");
  }

  /// Sets the sizes of an input, and the named ones among them for all.
  void setShape(Input& input, llvm::ArrayRef<int64_t> shape, const std::string& option) {
    if (input.hasShape && input.sizes.size() != shape.size())
      return fail(1, option + ": the input is " + spell(input) + ", with " +
                         std::to_string(input.sizes.size()) + " axes; found " + std::to_string(shape.size()));
    input.hasShape = true;
    input.sizes.resize(shape.size());
    for (auto [axis, size] : llvm::enumerate(input.sizes)) {
      int64_t value = shape[axis];
      if (size.value >= 0 && size.value != value)
        return fail(1, option + ": the input is " + spell(input) + "; found " + std::to_string(value) +
                           " for axis " + std::to_string(axis));
      size.value = value;
      if (size.name.empty())
        continue;
      auto [known, isNew] = named_.emplace(size.name, std::make_pair(value, option));
      if (!isNew && known->second.first != value)
        return fail(1, option + ": the size " + shownName(size.name) + " is " + std::to_string(value) +
                           " here and " + std::to_string(known->second.first) + " by " +
                           known->second.second);
    }
  }

  Importer& importer_;
  const LoadOptions& options_;
  LoadResult& result_;
  std::map<std::string, std::pair<int64_t, std::string>> named_; // size, and which option says so
};

} // namespace

bool Importer::makeInputs(const GraphProto& graph, Scope& scope) {
  Inputs all(*this, options_, result_);
  for (const ValueInfoProto& info : graph.input())
    if (!scope.values.count(info.name())) // an initializer of the name is its value
      all.read(info);
  if (all.good)
    all.useOptions();
  if (all.good)
    all.checkSet();
  if (!all.good)
    return false;
  for (const Input& input : all.inputs) {
    llvm::SmallVector<int64_t> shape;
    for (const Size& size : input.sizes)
      shape.push_back(size.value);
    std::string what = "input " + quoted(input.name);
    if (!isBounded(shape)) {
      error(1, what + ": " + spell(input) + " has more than 2^40 elements or 32 axes");
      return false;
    }
    mlir::Location location = place(what);
    mlir::Value value;
    if (input.bound) {
      value = ConstantOp::create(builder_, location, input.bound);
    } else {
      value = function_.getBody().front().addArgument(mlir::RankedTensorType::get(shape, input.element),
                                                      location);
      inputs_.push_back(input.name);
    }
    define(scope, input.name, value, what);
  }
  return true;
}

} // namespace aic::onnx
