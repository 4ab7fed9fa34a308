#include "test/unit/transforms/RandomOperators.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "test/unit/transforms/RandomLayers.h"

#include "llvm/ADT/STLExtras.h"

#include <random>

using namespace mlir;

namespace aic::transforms::test {

namespace {

class Maker : public RandomLayers {
public:
  using RandomLayers::RandomLayers;

  OwningOpRef<ModuleOp> module(int size) {
    OwningOpRef<ModuleOp> module = ModuleOp::create(loc);
    builder.setInsertionPointToStart(module->getBody());
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
    if (isFloat(x) && chance(30))
      return void(
          add(make("dropout", {x, index({2}, 1000)},
                   {builder.getNamedAttr("p", builder.getF64FloatAttr(0.25)), integer("stream", pick(0, 2))}),
              false));
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
    switch (pick(0, 5)) {
    case 4: {
      int64_t width = pick(0, size);
      return void(
          add(make("narrow", {x, index({}, size - width + 1)}, {integer("dim", dim), integer("size", width)}),
              isExact(x)));
    }
    case 5: { // of what is computed, a constant or an input; read again behind it or not
      shape[dim] = pick(0, size);
      Value values =
          anyThat([&](Value v) { return shapeOf(v) == ArrayRef(shape) && elementOf(v) == elementOf(x); });
      if (!values)
        values = constant(shape, elementOf(x));
      return void(
          add(make("update_slice", {values, x, index({}, size - shape[dim] + 1)}, integer("dim", dim)),
              isExact({values, x})));
    }
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
};

} // namespace

OwningOpRef<ModuleOp> randomOperators(MLIRContext& context, uint64_t seed, int size) {
  context.loadDialect<AicDialect, func::FuncDialect>();
  return Maker(context, seed).module(size);
}

} // namespace aic::transforms::test
