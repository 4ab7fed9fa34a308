#include "test/unit/transforms/RandomOperators.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"

#include "llvm/ADT/STLExtras.h"

#include <limits>
#include <random>

using namespace mlir;

namespace aic::transforms::test {

namespace {

using Shape = SmallVector<int64_t>;

class Maker {
public:
  Maker(MLIRContext& context, uint64_t seed)
      : builder(&context), loc(builder.getUnknownLoc()), random(seed * 0x9e3779b97f4a7c15 + 1) {}

  OwningOpRef<ModuleOp> make(int size) {
    OwningOpRef<ModuleOp> module = ModuleOp::create(loc);
    builder.setInsertionPointToStart(module->getBody());
    favourite = anyElement();
    SmallVector<Type> inputs;
    for (int64_t i = 0, n = pick(1, 4); i < n; ++i)
      inputs.push_back(RankedTensorType::get(anyShape(), chance(3) ? anyElement() : favourite));
    auto function = func::FuncOp::create(builder, loc, "main", builder.getFunctionType(inputs, {}));
    Block* block = function.addEntryBlock();
    builder.setInsertionPointToStart(block);
    for (BlockArgument argument : block->getArguments())
      add(argument, true);
    for (int attempt = 0; attempt < 8 * size && int(values.size()) < size; ++attempt)
      step();
    SmallVector<Value> results{values.back()};
    for (int64_t i = 0, n = pick(0, 3); i < n; ++i)
      results.push_back(any());
    func::ReturnOp::create(builder, loc, results);
    function.setFunctionType(builder.getFunctionType(inputs, ValueRange(results).getTypes()));
    return module;
  }

private:
  //===-- Chance
  //-------------------------------------------------------------------------------------------------===//

  int64_t pick(int64_t low, int64_t high) { return low + int64_t(random() % uint64_t(high - low + 1)); }
  bool chance(int64_t oneIn) { return pick(1, oneIn) == 1; }
  template <typename T> T oneOf(std::initializer_list<T> choices) {
    return choices.begin()[pick(0, int64_t(choices.size()) - 1)];
  }

  Type anyElement() {
    return oneOf<Type>({builder.getF32Type(), builder.getF32Type(), builder.getF32Type(),
                        builder.getF16Type(), builder.getBF16Type(), builder.getF64Type(),
                        builder.getI1Type(), builder.getIntegerType(8), builder.getIntegerType(8, false),
                        builder.getIntegerType(16), builder.getI32Type(), builder.getI64Type()});
  }
  Type anyFloat() {
    return isa<FloatType>(favourite)
               ? favourite
               : oneOf<Type>({builder.getF32Type(), builder.getF64Type(), builder.getF16Type()});
  }
  int64_t anySize() { return chance(40) ? 0 : chance(4) ? 1 : pick(2, 5); }
  Shape anyShape() {
    Shape shape;
    for (int64_t i = 0, rank = pick(0, 4); i < rank; ++i)
      shape.push_back(anySize());
    return shape;
  }

  //===-- Values
  //-------------------------------------------------------------------------------------------------===//

  static RankedTensorType typeOf(Value value) { return cast<RankedTensorType>(value.getType()); }
  static ArrayRef<int64_t> shapeOf(Value value) { return typeOf(value).getShape(); }
  static Type elementOf(Value value) { return typeOf(value).getElementType(); }
  static bool isFloat(Value value) { return isa<FloatType>(elementOf(value)); }

  /// `exact`: no pass may change its last digit, so that what jumps (floor, argmax, comparisons) may read it.
  Value add(Value value, bool isExact) {
    if (!value || typeOf(value).getNumElements() > 4000)
      return {};
    values.push_back(value);
    if (isExact)
      exact.insert(value);
    return value;
  }
  bool isExact(ValueRange operands) const {
    return llvm::all_of(operands, [&](Value value) {
      return exact.contains(value) || isa_and_nonnull<ConstantOp>(value.getDefiningOp());
    });
  }

  /// A recent value, so that chains form, or any.
  Value any() {
    int64_t last = int64_t(values.size()) - 1;
    return values[chance(3) ? pick(0, last) : std::max<int64_t>(0, last - pick(0, 2))];
  }
  template <typename Wanted> Value anyThat(Wanted wanted) {
    for (int attempt = 0; attempt < 12; ++attempt)
      if (Value value = any(); wanted(value))
        return value;
    return {};
  }
  Value anyOf(Type element) {
    return anyThat([&](Value value) { return elementOf(value) == element; });
  }
  /// A float of this rank: one that is there, or an old one reshaped and cast.
  Value floatOfRank(int64_t rank) {
    Value value = anyThat([&](Value v) { return isFloat(v) && int64_t(shapeOf(v).size()) == rank; });
    if (value)
      return value;
    value = anyThat([&](Value v) { return isFloat(v); });
    if (!value)
      value = convertTo(any(), anyFloat());
    Shape shape;
    int64_t left = typeOf(value).getNumElements();
    for (int64_t i = 0; i < rank; ++i) {
      int64_t size = i + 1 == rank ? left : factorOf(left);
      shape.push_back(size);
      left = size ? left / size : left;
    }
    return rank == 0 ? Value() : reshape(value, shape);
  }
  int64_t factorOf(int64_t number) {
    Shape factors{1};
    for (int64_t f = 2; f <= number; ++f)
      if (number % f == 0)
        factors.push_back(f);
    return factors[pick(0, int64_t(factors.size()) - 1)];
  }

  Value constant(ArrayRef<int64_t> shape, Type element, int64_t low = -16, int64_t high = 16) {
    reference::Tensor tensor;
    tensor.shape.assign(shape.begin(), shape.end());
    tensor.element = element;
    bool splat = chance(4);
    int64_t number = pick(low, high);
    for (int64_t i = 0, n = tensor.type().getNumElements(); i < n; ++i) {
      int64_t own = splat ? number : pick(low, high);
      if (tensor.isFloat())
        tensor.f.push_back(double(own) / 8);
      else
        tensor.i.push_back(element.isInteger(1)          ? own & 1
                           : element.isUnsignedInteger() ? std::abs(own)
                                                         : own);
    }
    return ConstantOp::create(builder, loc, tensor.type(), reference::toAttr(tensor, "parameter"));
  }
  Value number(Type element, double value) {
    auto type = RankedTensorType::get({}, element);
    if (isa<FloatType>(element)) {
      llvm::APFloat number(value);
      bool lossy;
      number.convert(cast<FloatType>(element).getFloatSemantics(), llvm::APFloat::rmNearestTiesToEven,
                     &lossy);
      return ConstantOp::create(builder, loc, type, DenseElementsAttr::get(type, number));
    }
    llvm::APInt bits(element.getIntOrFloatBitWidth(), uint64_t(int64_t(value)), /*isSigned=*/true, true);
    return ConstantOp::create(builder, loc, type, DenseElementsAttr::get(type, bits));
  }

  /// Any operation whose result types are inferred; null where these operands and attributes are none for it.
  Operation* tryMake(StringRef name, ValueRange operands, ArrayRef<NamedAttribute> attributes = {},
                     unsigned results = 1) {
    OperationState state(loc, ("aic." + name).str());
    state.addOperands(operands);
    state.addAttributes(attributes);
    for (unsigned i = 0; i < results; ++i)
      state.addTypes(operands.front().getType());
    Operation* op = Operation::create(state);
    auto inferred = dyn_cast<InferTypeOpInterface>(op);
    SmallVector<Type> types;
    if (!inferred ||
        failed(inferred.inferReturnTypes(builder.getContext(), std::nullopt, operands,
                                         op->getDiscardableAttrDictionary(), op->getPropertiesStorage(), {},
                                         types)) ||
        types.size() != results) {
      op->destroy();
      return nullptr;
    }
    for (auto [result, type] : llvm::zip_equal(op->getResults(), types))
      result.setType(type);
    return builder.insert(op);
  }
  Value make(StringRef name, ValueRange operands, ArrayRef<NamedAttribute> attributes = {}) {
    if (llvm::any_of(operands, [](Value value) { return !value; }))
      return {};
    Operation* op = tryMake(name, operands, attributes);
    return op ? op->getResult(0) : Value();
  }
  NamedAttribute list(StringRef name, ArrayRef<int64_t> sizes) {
    return builder.getNamedAttr(name, builder.getDenseI64ArrayAttr(sizes));
  }
  NamedAttribute integer(StringRef name, int64_t value) {
    return builder.getNamedAttr(name, builder.getI64IntegerAttr(value));
  }
  NamedAttribute flag(StringRef name, bool value) {
    return builder.getNamedAttr(name, builder.getBoolAttr(value));
  }
  NamedAttribute real(StringRef name, double value) {
    return builder.getNamedAttr(name, builder.getF64FloatAttr(value));
  }
  NamedAttribute segments(ArrayRef<int32_t> sizes) {
    return builder.getNamedAttr("operandSegmentSizes", builder.getDenseI32ArrayAttr(sizes));
  }

  Value convertTo(Value x, Type element) {
    return CastOp::create(builder, loc, RankedTensorType::get(shapeOf(x), element), x);
  }
  Value reshape(Value x, ArrayRef<int64_t> shape) {
    auto type = RankedTensorType::get(shape, elementOf(x));
    if (!x || type.getNumElements() != typeOf(x).getNumElements())
      return {};
    Value made = ReshapeOp::create(builder, loc, type, x);
    if (exact.contains(x))
      exact.insert(made);
    return made;
  }
  /// Something that broadcasts with x and has its element type.
  Value partner(Value x) {
    Type element = elementOf(x);
    ArrayRef<int64_t> shape = shapeOf(x);
    if (chance(4))
      return number(element, double(pick(-2, 2)));
    if (!chance(3))
      if (Value other = anyThat([&](Value v) {
            return elementOf(v) == element && broadcastShapes(shapeOf(v), shape).has_value();
          }))
        return other;
    Shape own(shape.drop_front(pick(0, int64_t(shape.size()))));
    for (int64_t& size : own)
      size = chance(2) ? 1 : size;
    if (chance(6)) // wider than x
      own.insert(own.begin(), 2);
    if (!broadcastShapes(own, shape))
      return x;
    return constant(own, element);
  }

  /// An index into an axis of this size: a constant, or what was computed, brought into range.
  Value index(ArrayRef<int64_t> shape, int64_t size) {
    Type element = oneOf<Type>({builder.getI32Type(), builder.getI64Type()});
    if (size < 1)
      return {};
    if (Value given = chance(2) ? anyThat([&](Value v) {
          return elementOf(v) == element && isExact(v) && shapeOf(v) == shape;
        })
                                : Value())
      return make("rem", {given, number(element, double(size))});
    return constant(shape, element, 0, size - 1);
  }

  //===-- Operators
  //----------------------------------------------------------------------------------------------===//

  void step() {
    using Step = void (Maker::*)();
    static constexpr Step kSteps[] = {&Maker::unary,     &Maker::unary,       &Maker::binary,
                                      &Maker::binary,    &Maker::binary,      &Maker::bools,
                                      &Maker::choose,    &Maker::convert,     &Maker::move,
                                      &Maker::move,      &Maker::move,        &Maker::join,
                                      &Maker::reduce,    &Maker::reduce,      &Maker::search,
                                      &Maker::indexed,   &Maker::matrix,      &Maker::matrix,
                                      &Maker::window,    &Maker::convolve,    &Maker::normalise,
                                      &Maker::recurrent, &Maker::attend,      &Maker::spelledAttention,
                                      &Maker::heads,     &Maker::spelledNorm, &Maker::spelledActivation,
                                      &Maker::batchNorm, &Maker::oneNumber};
    (this->*kSteps[pick(0, std::size(kSteps) - 1)])();
  }

  void unary() {
    Value x = any();
    if (elementOf(x).isInteger(1))
      return void(add(make("logical_not", x), isExact(x)));
    if (!isFloat(x))
      return void(add(make(oneOf<StringRef>({"abs", "neg", "sign"}), x), isExact(x)));
    if (isExact(x) && chance(3)) // they jump, or keep every digit
      return void(
          add(make(oneOf<StringRef>({"floor", "ceil", "round", "sign", "abs", "neg", "relu", "relu6"}), x),
              true));
    switch (pick(0, 6)) {
    case 0: // of what cannot grow
      return void(add(
          make(oneOf<StringRef>({"exp", "sinh", "cosh", "tan", "atanh", "asin", "acos"}), make("tanh", x)),
          false));
    case 1:
      return void(add(make(oneOf<StringRef>({"log", "sqrt", "rsqrt", "acosh"}),
                           make("add", {make("abs", x), number(elementOf(x), 1.5)})),
                      false));
    case 2:
      return void(add(make("clamp", x,
                           chance(2) ? SmallVector<NamedAttribute>{real("min", -0.5), real("max", 1)}
                                     : SmallVector<NamedAttribute>{real("max", 0.75)}),
                      isExact(x)));
    case 3:
      return void(add(make("gelu", x, flag("tanh", chance(2))), false));
    case 4:
      return void(add(make(oneOf<StringRef>({"leaky_relu", "elu", "softplus"}), x), false));
    default:
      return void(
          add(make(oneOf<StringRef>({"relu", "relu6", "sigmoid", "tanh", "silu", "hardswish", "hardsigmoid",
                                     "erf", "sin", "cos", "atan", "asinh", "abs", "neg"}),
                   x),
              false));
    }
  }

  void binary() {
    Value a = any(), b = partner(a);
    if (chance(2))
      std::swap(a, b);
    if (elementOf(a).isInteger(1))
      return void(add(make(oneOf<StringRef>({"minimum", "maximum", "logical_and", "logical_or"}), {a, b}),
                      isExact({a, b})));
    if (chance(8)) { // by nothing near zero
      Value divisor = make("maximum", {make("abs", b), number(elementOf(b), isFloat(b) ? 0.5 : 1)});
      StringRef name = isFloat(a) && !isExact({a, b}) ? "div" : oneOf<StringRef>({"div", "floor_div", "rem"});
      return void(add(make(name, {a, divisor}), !isFloat(a) && isExact({a, b})));
    }
    if (isFloat(a) && chance(12))
      return void(add(make("pow", {make("add", {make("abs", a), number(elementOf(a), 0.5)}),
                                   number(elementOf(a), oneOf({-1.0, -0.5, 0.5, 2.0, 3.0}))}),
                      false));
    StringRef name = oneOf<StringRef>({"add", "sub", "mul", "minimum", "maximum"});
    bool keeps = name.starts_with("m") && name != "mul";
    add(make(name, {a, b}), isExact({a, b}) && (keeps || !isFloat(a)));
  }

  void bools() {
    Value a = any(), b = partner(a);
    if (!isExact({a, b}))
      return;
    auto predicate = PredicateAttr::get(builder.getContext(), Predicate(pick(0, 5)));
    add(make("compare", {a, b}, builder.getNamedAttr("predicate", predicate)), true);
  }

  void choose() {
    Value condition = anyOf(builder.getI1Type());
    if (!condition)
      return;
    Value a = anyThat([&](Value v) { return broadcastShapes(shapeOf(v), shapeOf(condition)).has_value(); });
    if (!a)
      return;
    Value b = partner(a);
    add(make("where", {condition, a, b}), isExact({condition, a, b}));
  }

  void convert() {
    Value x = any();
    Type to = anyElement();
    auto bits = [](Type type) { return llvm::cast<FloatType>(type).getFPMantissaWidth(); };
    bool widens = isFloat(x) && isa<FloatType>(to) && bits(to) >= bits(elementOf(x));
    if (isExact(x) || widens)
      add(convertTo(x, to), isExact(x));
  }

  void move() {
    Value x = any();
    ArrayRef<int64_t> shape = shapeOf(x);
    int64_t rank = int64_t(shape.size());
    bool keeps = isExact(x);
    switch (pick(0, 5)) {
    case 0: {
      Shape to;
      int64_t left = typeOf(x).getNumElements();
      for (int64_t i = 0, n = pick(0, 5); i < n; ++i) {
        to.push_back(left ? factorOf(left) : anySize());
        left = to.back() ? left / to.back() : 0;
      }
      if (left != 1 && !(left == 0 && llvm::is_contained(to, 0)))
        to.push_back(left);
      return void(add(reshape(x, to), keeps));
    }
    case 1: {
      Shape perm = llvm::to_vector(llvm::seq<int64_t>(0, rank));
      std::shuffle(perm.begin(), perm.end(), random);
      return void(add(make("transpose", x, list("perm", perm)), keeps));
    }
    case 2: {
      Shape wide(shape);
      for (int64_t& size : wide)
        size = size == 1 ? pick(0, 3) : size;
      if (chance(3))
        wide.insert(wide.begin(), pick(1, 2));
      return void(add(ExpandOp::create(builder, loc, RankedTensorType::get(wide, elementOf(x)), x), keeps));
    }
    case 3:
    case 4: {
      Shape offsets, sizes, strides;
      for (int64_t size : shape) {
        int64_t stride = oneOf<int64_t>({1, 1, 1, -1, 2, -2});
        int64_t most = (size + std::abs(stride) - 1) / std::abs(stride);
        int64_t count = chance(30) ? 0 : chance(2) ? most : most ? pick(1, most) : 0;
        int64_t span = count ? (count - 1) * std::abs(stride) : 0;
        int64_t slack = std::max<int64_t>(size - 1 - span, 0), first = pick(0, slack);
        offsets.push_back(stride > 0 || !count ? first : first + span);
        sizes.push_back(count);
        strides.push_back(stride);
      }
      return void(
          add(make("slice", x, {list("offsets", offsets), list("sizes", sizes), list("strides", strides)}),
              keeps));
    }
    default: {
      auto mode = PadMode(pick(0, 2));
      Shape low, high;
      for (int64_t size : shape) {
        int64_t most = mode == PadMode::Reflect ? std::clamp<int64_t>(size - 1, 0, 2) : 2;
        low.push_back(chance(2) ? 0 : pick(0, most));
        high.push_back(chance(2) ? 0 : pick(0, most));
      }
      return void(add(make("pad", x,
                           {list("low", low), list("high", high), real("value", oneOf({0.0, 1.0})),
                            builder.getNamedAttr("mode", PadModeAttr::get(builder.getContext(), mode))}),
                      keeps));
    }
    }
  }

  void join() {
    Value x = any();
    if (shapeOf(x).empty())
      return;
    int64_t dim = pick(0, int64_t(shapeOf(x).size()) - 1);
    SmallVector<Value> parts{x};
    for (int64_t i = 0, n = chance(10) ? 40 : pick(0, 3); i < n; ++i) {
      Shape shape(shapeOf(x));
      shape[dim] = anySize();
      Value other = anyThat([&](Value v) {
        Shape own(shapeOf(v));
        if (elementOf(v) != elementOf(x) || own.size() != shape.size())
          return false;
        own[dim] = shape[dim];
        return own == shape;
      });
      parts.push_back(other ? other : constant(shape, elementOf(x)));
    }
    if (chance(2))
      std::swap(parts.front(), parts.back());
    Value joined = add(make("concat", parts, integer("dim", dim)), isExact(parts));
    if (!joined || !chance(2))
      return;
    // What h[-1] of stacked states is.
    Shape sizes(shapeOf(joined)), offsets(sizes.size(), 0), strides(sizes.size(), 1);
    offsets[dim] = sizes[dim] - shapeOf(parts.back())[dim];
    sizes[dim] = shapeOf(parts.back())[dim];
    add(make("slice", joined, {list("offsets", offsets), list("sizes", sizes), list("strides", strides)}),
        isExact(parts));
  }

  Shape someAxes(Value x) {
    Shape dims;
    for (int64_t axis = 0; axis < int64_t(shapeOf(x).size()); ++axis)
      if (chance(2))
        dims.push_back(axis);
    return dims;
  }

  void reduce() {
    Value x = any();
    StringRef name = oneOf<StringRef>({"sum", "mean", "amax", "amin", "prod"});
    bool keeps = isExact(x) && (name.starts_with("am") || !isFloat(x));
    if (name == "prod" && isFloat(x))
      x = make("tanh", x);
    add(make(name, x, {list("dims", someAxes(x)), flag("keepdim", chance(2))}), keeps);
  }

  void search() {
    Value x = any();
    int64_t rank = int64_t(shapeOf(x).size());
    if (isFloat(x) && rank > 0 && chance(2))
      return void(add(
          make(oneOf<StringRef>({"softmax", "log_softmax"}), x, integer("dim", pick(0, rank - 1))), false));
    if (!isExact(x))
      return;
    if (chance(2)) {
      SmallVector<NamedAttribute> attributes{flag("keepdim", chance(2))};
      if (rank > 0 && !chance(4))
        attributes.push_back(integer("dim", pick(0, rank - 1)));
      return void(add(make("argmax", x, attributes), true));
    }
    if (rank == 0)
      return;
    int64_t dim = pick(0, rank - 1);
    Operation* op =
        tryMake("topk", x,
                {integer("k", pick(0, shapeOf(x)[dim])), integer("dim", dim), flag("largest", chance(2))}, 2);
    if (op) {
      add(op->getResult(0), true);
      add(op->getResult(1), true);
    }
  }

  void indexed() {
    Value x = any();
    if (chance(6)) {
      Value ids = anyThat(
          [&](Value v) { return (elementOf(v).isInteger(32) || elementOf(v).isInteger(64)) && isExact(v); });
      return ids ? void(add(make("one_hot", ids, integer("num_classes", pick(1, 4))), true)) : void();
    }
    if (shapeOf(x).empty())
      return;
    int64_t dim = pick(0, int64_t(shapeOf(x).size()) - 1), size = shapeOf(x)[dim];
    Shape shape(shapeOf(x));
    shape[dim] = pick(0, 3);
    switch (pick(0, 3)) {
    case 0:
      return void(add(make("gather", {x, index(shape, size)}, integer("dim", dim)), isExact(x)));
    case 1:
      return void(add(make("take",
                           {x, index(chance(3)   ? Shape()
                                     : chance(2) ? Shape{2}
                                                 : anyShape(),
                                     size)},
                           integer("dim", dim)),
                      isExact(x)));
    case 2: {
      Value updates = constant(shape, elementOf(x));
      auto reduction = ScatterReduction(elementOf(x).isInteger(1) ? 0 : pick(0, 4));
      Value made = make(
          "scatter", {x, index(shape, size), updates},
          {integer("dim", dim),
           builder.getNamedAttr("reduction", ScatterReductionAttr::get(builder.getContext(), reduction))});
      return void(add(made, isExact(x) && (!isFloat(x) || reduction == ScatterReduction::None)));
    }
    default: {
      Value table = chance(2) ? floatOfRank(2) : constant({5, 3}, anyFloat());
      return table
                 ? void(add(make("embedding", {index(anyShape(), shapeOf(table)[0]), table}), isExact(table)))
                 : void();
    }
    }
  }

  void matrix() {
    if (chance(2)) {
      Value x = floatOfRank(pick(1, 4));
      if (!x)
        return;
      int64_t outputs = pick(1, 6);
      SmallVector<Value> operands{x, constant({outputs, shapeOf(x).back()}, elementOf(x))};
      if (chance(8))
        if (Value weight = anyThat([&](Value v) {
              return elementOf(v) == elementOf(x) && shapeOf(v).size() == 2 &&
                     shapeOf(v)[1] == shapeOf(x).back();
            }))
          operands[1] = weight;
      if (chance(2))
        operands.push_back(constant({shapeOf(operands[1])[0]}, elementOf(x)));
      return void(add(make("linear", operands), false));
    }
    Value a = floatOfRank(pick(2, 4));
    if (!a)
      return;
    Shape shape(shapeOf(a));
    Shape other(ArrayRef<int64_t>(shape).drop_front(pick(0, int64_t(shape.size()) - 2)));
    other[other.size() - 2] = shape.back();
    other.back() = pick(1, 5);
    for (size_t i = 0; i + 2 < other.size(); ++i)
      other[i] = chance(3) ? 1 : other[i];
    Value b = anyThat([&](Value v) {
      return elementOf(v) == elementOf(a) && shapeOf(v).size() >= 2 &&
             *std::prev(shapeOf(v).end(), 2) == shape.back() &&
             broadcastShapes(shapeOf(v).drop_back(2), ArrayRef<int64_t>(shape).drop_back(2)).has_value();
    });
    if (!b && chance(3)) {
      Shape perm = llvm::to_vector(llvm::seq<int64_t>(0, int64_t(shape.size())));
      std::swap(perm[perm.size() - 1], perm[perm.size() - 2]);
      b = make("transpose", a, list("perm", perm));
    }
    add(make("matmul", {a, b ? b : constant(other, elementOf(a))}), false);
  }

  /// A float image [N, C, H, W].
  Value image() {
    Value x = floatOfRank(4);
    return x && typeOf(x).getNumElements() > 0 ? x : Value();
  }

  void window() {
    Value x = image();
    if (!x)
      return;
    Shape kernel{std::min(pick(1, 3), shapeOf(x)[2]), std::min(pick(1, 3), shapeOf(x)[3])};
    Shape stride{pick(1, 2), pick(1, 2)}, padding;
    for (int i = 0; i < 4; ++i)
      padding.push_back(pick(0, kernel[i % 2] / 2));
    switch (pick(0, 3)) {
    case 0:
      return void(add(make("max_pool2d", x,
                           {list("kernel", kernel), list("stride", stride), list("padding", padding),
                            flag("ceil_mode", chance(2))}),
                      isExact(x)));
    case 1:
      return void(add(make("avg_pool2d", x,
                           {list("kernel", kernel), list("stride", stride), list("padding", padding),
                            flag("ceil_mode", chance(2)), flag("count_include_pad", chance(2))}),
                      false));
    case 2:
      return void(add(make("adaptive_avg_pool2d", x, list("output_size", {pick(1, 4), pick(1, 4)})), false));
    default: {
      bool bilinear = chance(2);
      auto mode =
          ResizeModeAttr::get(builder.getContext(), bilinear ? ResizeMode::Bilinear : ResizeMode::Nearest);
      return void(add(make("interpolate", x,
                           {list("output_size", {pick(1, 7), pick(1, 7)}), builder.getNamedAttr("mode", mode),
                            flag("align_corners", bilinear && chance(2))}),
                      false));
    }
    }
  }

  void convolve() {
    Value made;
    if (chance(3)) {
      Value x = floatOfRank(3);
      if (!x || typeOf(x).getNumElements() == 0)
        return;
      int64_t channels = shapeOf(x)[1], outputs = pick(1, 4), kernel = std::min(pick(1, 3), shapeOf(x)[2]);
      SmallVector<Value> operands{x, constant({outputs, channels, kernel}, elementOf(x))};
      if (chance(2))
        operands.push_back(constant({outputs}, elementOf(x)));
      made = make("conv1d", operands,
                  {list("stride", {pick(1, 2)}), list("padding", {pick(0, 1), pick(0, 1)}),
                   list("dilation", {1}), integer("groups", 1)});
    } else {
      Value x = image();
      if (!x)
        return;
      int64_t channels = shapeOf(x)[1], groups = chance(3) ? channels : 1;
      Shape kernel{std::min(pick(1, 3), shapeOf(x)[2]), std::min(pick(1, 3), shapeOf(x)[3])};
      if (chance(3)) {
        int64_t outputs = pick(1, 2);
        SmallVector<Value> operands{x, constant({channels, outputs, kernel[0], kernel[1]}, elementOf(x))};
        if (chance(2))
          operands.push_back(constant({groups * outputs}, elementOf(x)));
        Shape stride{pick(1, 3), pick(1, 2)};
        made = make("conv_transpose2d", operands,
                    {list("stride", stride), list("padding", Shape(4, pick(0, 1))),
                     list("output_padding", {pick(0, stride[0] - 1), 0}), list("dilation", {pick(1, 2), 1}),
                     integer("groups", groups)});
      } else {
        int64_t outputs = groups * pick(1, 3);
        SmallVector<Value> operands{
            x, constant({outputs, channels / groups, kernel[0], kernel[1]}, elementOf(x))};
        if (chance(2))
          operands.push_back(constant({outputs}, elementOf(x)));
        made = make("conv2d", operands,
                    {list("stride", {pick(1, 2), pick(1, 2)}),
                     list("padding", {pick(0, 1), pick(0, 1), pick(0, 1), pick(0, 1)}),
                     list("dilation", {pick(1, 2), 1}), integer("groups", groups)});
      }
    }
    if (made && chance(2))
      made = batchNorm(made);
    if (made && chance(3))
      made = make("relu", made);
    add(made, false);
  }

  Value batchNorm(Value x) {
    int64_t channels = shapeOf(x)[1];
    Type element = elementOf(x);
    SmallVector<Value> operands{x, constant({channels}, element), constant({channels}, element, 4, 16)};
    bool weight = chance(2), bias = chance(2);
    if (weight)
      operands.push_back(constant({channels}, element));
    if (bias)
      operands.push_back(constant({channels}, element));
    return make("batch_norm", operands, {real("eps", 1e-3), segments({1, 1, 1, weight, bias})});
  }
  void batchNorm() {
    Value x = floatOfRank(pick(2, 4));
    if (x)
      add(batchNorm(x), false);
  }

  void normalise() {
    Value x = floatOfRank(pick(1, 4));
    if (!x)
      return;
    ArrayRef<int64_t> shape = shapeOf(x);
    int64_t axes = pick(1, int64_t(shape.size()));
    Type element = elementOf(x);
    bool weight = chance(2), bias = chance(2);
    SmallVector<Value> operands{x};
    switch (pick(0, 2)) {
    case 0:
      if (weight)
        operands.push_back(constant(shape.take_back(axes), element));
      if (bias)
        operands.push_back(constant(shape.take_back(axes), element));
      return void(add(make("layer_norm", operands,
                           {integer("axes", axes), real("eps", 0.01), segments({1, weight, bias})}),
                      false));
    case 1:
      if (weight)
        operands.push_back(constant(shape.take_back(axes), element));
      return void(add(make("rms_norm", operands, {integer("axes", axes), real("eps", 0.01)}), false));
    default:
      if (shape.size() < 2 || shape[1] == 0)
        return;
      if (weight)
        operands.push_back(constant({shape[1]}, element));
      if (bias)
        operands.push_back(constant({shape[1]}, element));
      return void(add(
          make("group_norm", operands,
               {integer("num_groups", factorOf(shape[1])), real("eps", 0.01), segments({1, weight, bias})}),
          false));
    }
  }

  void recurrent() {
    Value x = floatOfRank(3);
    if (!x || typeOf(x).getNumElements() == 0)
      return;
    Type element = elementOf(x);
    int64_t batch = shapeOf(x)[0], width = shapeOf(x)[2], hidden = pick(1, 4);
    StringRef name = oneOf<StringRef>({"lstm", "gru", "rnn"});
    int64_t rows = hidden * (name == "lstm" ? 4 : name == "gru" ? 3 : 1);
    SmallVector<Value> operands{x, constant({rows, width}, element), constant({rows, hidden}, element)};
    bool biasIn = chance(2), biasHidden = chance(2), h0 = chance(2), c0 = chance(2);
    if (biasIn)
      operands.push_back(constant({rows}, element));
    if (biasHidden)
      operands.push_back(constant({rows}, element));
    if (h0)
      operands.push_back(constant({batch, hidden}, element));
    SmallVector<int32_t> sizes{1, 1, 1, biasIn, biasHidden, h0};
    if (name == "lstm") {
      sizes.push_back(c0);
      if (c0)
        operands.push_back(constant({batch, hidden}, element));
    }
    Operation* op =
        tryMake(name, operands, {flag("reverse", chance(2)), segments(sizes)}, name == "lstm" ? 3 : 2);
    if (!op)
      return;
    for (Value result : op->getResults())
      add(result, false);
  }

  /// Scores and values of one attention: [..., Sq, D], [..., D, Sk], [..., Sk, Dv].
  bool operands(Value& q, Value& k, Value& v) {
    q = floatOfRank(pick(2, 4));
    if (!q)
      return false;
    Shape shape(shapeOf(q));
    Type element = elementOf(q);
    Shape keys(shape), heads(shape);
    int64_t count = pick(1, 5);
    keys[keys.size() - 2] = shape.back();
    keys.back() = count;
    heads[heads.size() - 2] = count;
    heads.back() = pick(1, 4);
    k = anyThat([&](Value other) {
      return elementOf(other) == element && shapeOf(other) == ArrayRef<int64_t>(keys);
    });
    if (!k)
      k = chance(2) ? constant(keys, element)
                    : make("add", {make("sum", q,
                                        {list("dims", {int64_t(shape.size()) - 2, int64_t(shape.size()) - 1}),
                                         flag("keepdim", true)}),
                                   constant(keys, element)});
    v = anyThat([&](Value other) {
      return elementOf(other) == element && shapeOf(other) == ArrayRef<int64_t>(heads);
    });
    if (!v)
      v = constant(heads, element);
    return k && v;
  }
  Value maskOf(ArrayRef<int64_t> scores, Type element) {
    Shape shape(scores.drop_front(pick(0, int64_t(scores.size()))));
    for (int64_t& size : shape)
      size = chance(3) ? 1 : size;
    Value given = anyThat([&](Value v) {
      return elementOf(v) == element && broadcastShapes(shapeOf(v), scores) == Shape(scores);
    });
    return given && chance(2) ? given : constant(shape, element);
  }

  void attend() {
    Value q, k, v;
    if (!operands(q, k, v))
      return;
    int64_t rank = int64_t(shapeOf(q).size());
    Shape perm = llvm::to_vector(llvm::seq<int64_t>(0, rank));
    std::swap(perm[rank - 1], perm[rank - 2]);
    k = make("transpose", k, list("perm", perm));
    Shape scores(shapeOf(q).drop_back());
    scores.push_back(shapeOf(k)[rank - 2]);
    SmallVector<Value> given{q, k, v};
    if (chance(2)) // numbers: a row of bools may hide all
      given.push_back(maskOf(scores, elementOf(q)));
    add(make("attention", given, {flag("causal", chance(2)), real("scale", 0.5)}), false);
  }

  void spelledAttention() {
    Value q, k, v;
    if (!operands(q, k, v))
      return;
    Type element = elementOf(q);
    bool hides = chance(4); // with a score that is low beside those of small numbers
    if (hides) {
      q = make("tanh", q);
      k = make("tanh", k);
    }
    Value scores = make("matmul", {q, k});
    if (chance(2))
      scores = make(oneOf<StringRef>({"mul", "div"}), {scores, number(element, 2)});
    if (!scores)
      return;
    if (chance(3)) {
      scores = make("add", {scores, maskOf(shapeOf(scores), element)});
    } else if (hides || chance(4)) {
      Value mask = maskOf(shapeOf(scores), builder.getI1Type());
      double hidden = hides ? -10000 : -std::numeric_limits<double>::infinity();
      scores = make("where", {mask, scores, number(element, hidden)});
    }
    if (!scores)
      return;
    Value weights =
        make("softmax", scores, integer("dim", chance(8) ? 0 : int64_t(shapeOf(scores).size()) - 1));
    add(make("matmul", {weights, v}), false);
    if (chance(6))
      add(weights, false);
  }

  /// Projections of one input, cut into heads.
  void heads() {
    Value x = floatOfRank(3);
    if (!x || typeOf(x).getNumElements() == 0)
      return;
    Type element = elementOf(x);
    int64_t batch = shapeOf(x)[0], steps = shapeOf(x)[1], width = shapeOf(x)[2], count = pick(1, 2),
            size = pick(1, 3);
    auto projected = [&](ArrayRef<int64_t> perm) {
      SmallVector<Value> given{x, constant({count * size, width}, element)};
      if (chance(2))
        given.push_back(constant({count * size}, element));
      return make("transpose", reshape(make("linear", given), {batch, steps, count, size}),
                  list("perm", perm));
    };
    Value q = projected({0, 2, 1, 3}), k = projected({0, 2, 3, 1}), v = projected({0, 2, 1, 3});
    Value weights =
        make("softmax", make("mul", {make("matmul", {q, k}), number(element, 0.5)}), integer("dim", 3));
    Value result = make("transpose", make("matmul", {weights, v}), list("perm", {0, 2, 1, 3}));
    result = reshape(result, {batch, steps, count * size});
    if (chance(2))
      result = make("linear", {result, constant({width, count * size}, element)});
    add(result, false);
  }

  void spelledNorm() {
    Value x = floatOfRank(pick(1, 3));
    if (!x || typeOf(x).getNumElements() == 0)
      return;
    int64_t rank = int64_t(shapeOf(x).size());
    Type element = elementOf(x);
    SmallVector<NamedAttribute> last{list("dims", {chance(6) ? 0 : rank - 1}), flag("keepdim", true)};
    Value centred = chance(2) ? make("sub", {x, make("mean", x, last)}) : x;
    Value variance = make("mean", make("mul", {centred, centred}), last);
    Value moved = make("add", {variance, number(element, 0.125)});
    Value result = chance(2) ? make("div", {centred, make("sqrt", moved)})
                             : make("mul", {centred, make("rsqrt", moved)});
    if (chance(2))
      result = make("mul", {result, constant({shapeOf(x).back()}, element)});
    if (chance(2))
      result = make("add", {result, constant({shapeOf(x).back()}, element)});
    add(result, false);
  }

  void spelledActivation() {
    Value x = anyThat([&](Value v) { return isFloat(v); });
    if (!x)
      return;
    Type element = elementOf(x);
    auto num = [&](double value) { return number(element, value); };
    switch (pick(0, 5)) {
    case 0:
      return void(
          add(make("mul", {make("mul", {x, num(0.5)}),
                           make("add", {make("erf", make("mul", {x, num(0.70710678118654752)})), num(1)})}),
              false));
    case 1: {
      Value cube = make("mul", {make("mul", {make("mul", {x, x}), x}), num(0.044715)});
      Value inner = make("tanh", make("mul", {make("add", {x, cube}), num(0.7978845608028654)}));
      return void(add(make("mul", {make("mul", {x, num(0.5)}), make("add", {inner, num(1)})}), false));
    }
    case 2:
      return void(add(make("mul", {x, make("sigmoid", x)}), false));
    case 3: {
      Value bounded = make("clamp", x, {real("min", -20), real("max", 20)});
      return void(
          add(make("div", {bounded, make("add", {make("exp", make("neg", bounded)), num(1)})}), false));
    }
    case 4:
      return void(
          add(make("div", {make("mul", {x, make("relu6", make("add", {x, num(3)}))}), num(6)}), false));
    default: {
      if (shapeOf(x).empty())
        return;
      SmallVector<NamedAttribute> axis{list("dims", {pick(0, int64_t(shapeOf(x).size()) - 1)}),
                                       flag("keepdim", true)};
      Value exp = make("exp", make("sub", {x, make("amax", x, axis)}));
      return exp ? void(add(make("div", {exp, make("sum", exp, axis)}), false)) : void();
    }
    }
  }

  /// One number made of a kernel's result, beside a tensor.
  void oneNumber() {
    Value x = anyThat([&](Value v) { return isFloat(v) && typeOf(v).getNumElements() > 0; });
    if (!x)
      return;
    Value made;
    int64_t rank = int64_t(shapeOf(x).size());
    if (chance(2)) {
      made = make("mean", x,
                  {list("dims", llvm::to_vector(llvm::seq<int64_t>(0, rank))), flag("keepdim", true)});
    } else {
      int64_t count = typeOf(x).getNumElements();
      made = make("matmul", {reshape(x, {1, count}), reshape(x, {count, 1})});
    }
    Value number = made ? reshape(made, {}) : Value();
    add(number, false);
    if (number)
      add(make(oneOf<StringRef>({"add", "sub", "mul", "minimum", "maximum"}), {number, partner(number)}),
          false);
  }

  OpBuilder builder;
  Location loc;
  std::mt19937_64 random;
  Type favourite;
  SmallVector<Value> values;
  llvm::DenseSet<Value> exact;
};

} // namespace

OwningOpRef<ModuleOp> randomOperators(MLIRContext& context, uint64_t seed, int size) {
  context.loadDialect<AicDialect, func::FuncDialect>();
  return Maker(context, seed).make(size);
}

} // namespace aic::transforms::test
