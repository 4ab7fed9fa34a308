// Caches in fewer bits: what `aic compile --state-precision` says of states.
#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Precision.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/Values.h"
#include "dialects/aic/Quantised.h"
#include "dialects/aic/Views.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

#include <cmath>
#include <cstring>

using namespace mlir;

namespace aic::transforms {
namespace {

constexpr llvm::StringLiteral kPass = "aic-narrow-states";
/// Rows of smaller numbers have the scale of this one, which is about the least that f32 has in full
/// precision.
constexpr double kLeast = 0x1p-119;

/// A function's argument for a state, and the number of the result that is written back; -1 where none is.
struct Use {
  func::FuncOp function;
  BlockArgument argument;
  int result = -1;

  Value last() const {
    return argument.getOwner()->getTerminator()->getOperand(static_cast<unsigned>(result));
  }
};

SmallVector<Use> usesOf(ModuleOp module, StateOp state) {
  auto symbol = FlatSymbolRefAttr::get(state.getSymNameAttr());
  SmallVector<Use> uses;
  for (auto function : module.getOps<func::FuncOp>()) {
    if (function.isExternal())
      continue;
    Use use{function, {}, -1};
    for (BlockArgument argument : function.getArguments())
      if (function.getArgAttr(argument.getArgNumber(), kStateAttr) == symbol)
        use.argument = argument;
    for (unsigned i = 0; i < function.getNumResults(); ++i)
      if (function.getResultAttr(i, kStateAttr) == symbol)
        use.result = static_cast<int>(i);
    if (use.argument)
      uses.push_back(use);
  }
  return uses;
}

/// The argument and what becomes of it by updates, the last of which is written back; empty where something
/// else is.
SmallVector<Value> updatesOf(const Use& use) {
  if (use.result < 0)
    return {use.argument};
  SmallVector<Value> chain;
  for (Value value = use.last();;) {
    chain.push_back(value);
    if (value == use.argument)
      return chain;
    auto update = value.getDefiningOp<UpdateSliceOp>();
    if (!update)
      return {};
    value = update.getX();
  }
}

/// The chain itself: what an update writes into, and what is written back.
bool isWrite(const Use& use, OpOperand& read) {
  Operation* op = read.getOwner();
  if (auto update = dyn_cast<UpdateSliceOp>(op))
    return &read == &update.getXMutable();
  return isa<func::ReturnOp>(op) && static_cast<int>(read.getOperandNumber()) == use.result;
}

class Narrower {
public:
  Narrower(StateOp state, Type element) : state(state), element(element), b(state.getContext()) {}

  void run(ArrayRef<Use> uses) {
    state.setValueAttr(narrowed(state.getValue()));
    state.setType(state.getType().clone(element));
    for (const Use& use : uses) {
      SmallVector<Value> chain = updatesOf(use);
      for (Value value : chain)
        value.setType(halfOf(value.getType()));
      for (Value value : chain) {
        if (auto update = value.getDefiningOp<UpdateSliceOp>()) {
          b.setInsertionPoint(update);
          Value values = update.getValues();
          update.getValuesMutable().set(CastOp::create(b, update.getLoc(), halfOf(values.getType()), values));
        }
        for (OpOperand& read : llvm::make_early_inc_range(value.getUses()))
          if (!isWrite(use, read))
            narrow(read);
      }
      func::FuncOp function = use.function;
      SmallVector<Type> results(function.getResultTypes());
      if (use.result >= 0)
        results[static_cast<size_t>(use.result)] = halfOf(results[static_cast<size_t>(use.result)]);
      function.setType(b.getFunctionType(use.argument.getOwner()->getArgumentTypes(), results));
    }
  }

  /// Null where it cannot be had.
  ElementsAttr narrowed(ElementsAttr value) {
    auto type = cast<RankedTensorType>(halfOf(value.getType()));
    if (auto dense = dyn_cast<DenseElementsAttr>(value); dense && dense.isSplat()) {
      APFloat number = dense.getSplatValue<APFloat>();
      bool inexact;
      number.convert(cast<FloatType>(element).getFloatSemantics(), APFloat::rmNearestTiesToEven, &inexact);
      return DenseElementsAttr::get(type, number);
    }
    FailureOr<reference::Tensor> numbers = reference::fromAttr(value);
    if (failed(numbers))
      return {};
    return roundedAttr(std::move(numbers->f), type, (resourceKey(value) + "+state").str());
  }

private:
  StateOp state;
  Type element;
  OpBuilder b;

  Type halfOf(Type type) const { return cast<RankedTensorType>(type).clone(element); }

  /// Whether halves may stand where `read` reads: keys and values of an attention, through views.
  static bool takesHalves(OpOperand& read) {
    Operation* op = read.getOwner();
    if (isa<AttentionOp>(op))
      return read.getOperandNumber() == 1 || read.getOperandNumber() == 2;
    return isView(op) && llvm::all_of(op->getResult(0).getUses(), takesHalves);
  }

  void narrow(OpOperand& read) {
    Operation* op = read.getOwner();
    if (takesHalves(read)) {
      if (!isView(op))
        return;
      Value view = op->getResult(0);
      view.setType(halfOf(view.getType()));
      for (OpOperand& next : llvm::make_early_inc_range(view.getUses()))
        narrow(next);
      return;
    }
    b.setInsertionPoint(op);
    Value value = read.get();
    read.set(CastOp::create(b, op->getLoc(), cast<RankedTensorType>(value.getType()).clone(b.getF32Type()),
                            value));
  }
};

/// Makes a cache one of bytes, and of a scale for each row in a state beside it.
class ByteRows {
public:
  explicit ByteRows(StateOp state) : state(state), b(state.getContext()) {}

  /// Why it cannot be; "" where it can.
  static std::string whyNot(StateOp state, ArrayRef<Use> uses) {
    auto type = cast<RankedTensorType>(state.getType());
    const int64_t last = type.getRank() - 1;
    if (last < 0 || type.getShape().back() < 2)
      return "int8 has a scale for each row, along the last axis, which is to have several numbers";
    for (const Use& use : uses)
      for (Value value : updatesOf(use))
        if (auto update = value.getDefiningOp<UpdateSliceOp>(); update && update.getDim() == uint64_t(last))
          return "int8 has a scale for each row, along the last axis, and updates write parts of rows";
    if (SymbolTable::lookupSymbolIn(state->getParentOp(), scaleName(state)))
      return "there is another state '" + scaleName(state) + "', as its scales would be called";
    return "";
  }

  /// False, and nothing has changed, where what the state begins with does not fit.
  bool run(ArrayRef<Use> uses) {
    ElementsAttr numbers, scales;
    if (!begin(numbers, scales))
      return false;
    state.setValueAttr(numbers);
    state.setType(cast<RankedTensorType>(numbers.getType()));
    b.setInsertionPointAfter(state);
    auto beside = StateOp::create(b, state.getLoc(), scaleName(state),
                                  cast<RankedTensorType>(scales.getType()), scales);
    for (const Use& use : uses)
      narrow(use, FlatSymbolRefAttr::get(beside.getSymNameAttr()), scales.getType());
    return true;
  }

private:
  StateOp state;
  OpBuilder b;

  static std::string scaleName(StateOp state) { return (state.getSymName() + ".scale").str(); }

  Type bytesOf(Type type) { return cast<RankedTensorType>(type).clone(b.getI8Type()); }

  /// What an update writes: the numbers of `values`, and the scales of their rows.
  std::pair<Value, Value> quantised(Location loc, Value values) {
    auto number = [&](double value) {
      return ConstantOp::create(b, loc,
                                DenseElementsAttr::get(RankedTensorType::get({}, b.getF32Type()),
                                                       b.getF32FloatAttr(static_cast<float>(value))));
    };
    Value largest = AmaxOp::create(b, loc, AbsOp::create(b, loc, values),
                                   ArrayRef<int64_t>(typeOf(values).getRank() - 1), /*keepdim=*/true);
    Value scale = DivOp::create(b, loc, MaximumOp::create(b, loc, largest, number(kLeast)), number(127));
    Value rounded = RoundOp::create(b, loc, DivOp::create(b, loc, values, scale));
    Value within = ClampOp::create(b, loc, rounded, b.getF64FloatAttr(-127), b.getF64FloatAttr(127));
    return {CastOp::create(b, loc, bytesOf(values.getType()), within), scale};
  }

  void narrow(const Use& use, FlatSymbolRefAttr symbol, Type scaleType) {
    func::FuncOp function = use.function;
    SmallVector<Value> chain = updatesOf(use);
    const auto attribute = b.getDictionaryAttr(b.getNamedAttr(kStateAttr, symbol));
    const unsigned place = use.argument.getArgNumber() + 1;
    (void)function.insertArgument(place, scaleType, attribute, use.argument.getLoc());
    Value scale = function.getArgument(place);
    for (Value value : llvm::reverse(chain)) {
      value.setType(bytesOf(value.getType()));
      if (auto update = value.getDefiningOp<UpdateSliceOp>()) {
        b.setInsertionPoint(update);
        auto [numbers, scales] = quantised(update.getLoc(), update.getValues());
        update.getValuesMutable().set(numbers);
        scale = UpdateSliceOp::create(b, update.getLoc(), scales, scale, update.getStart(), update.getDim());
        b.setInsertionPointAfter(update);
      } else {
        b.setInsertionPointToStart(use.argument.getOwner());
      }
      readFloats(use, value, scale);
    }
    SmallVector<Type> types(function.getArgumentTypes()), results(function.getResultTypes());
    if (use.result >= 0) {
      results[static_cast<size_t>(use.result)] = use.last().getType();
      const unsigned at = static_cast<unsigned>(use.result) + 1;
      function.setType(b.getFunctionType(use.argument.getOwner()->getArgumentTypes(), results));
      (void)function.insertResult(at, scaleType, attribute);
      use.argument.getOwner()->getTerminator()->insertOperands(at, scale);
      return;
    }
    function.setType(b.getFunctionType(use.argument.getOwner()->getArgumentTypes(), results));
  }

  /// What reads the cache, and is no part of it, reads floats, which attentions do without
  /// (aic-read-quantised).
  void readFloats(const Use& use, Value value, Value scale) {
    Value floats;
    for (OpOperand& read : llvm::make_early_inc_range(value.getUses())) {
      if (isWrite(use, read))
        continue;
      if (!floats)
        floats = DequantizeOp::create(b, value.getLoc(), value, scale, Value());
      if (read.getOwner() != floats.getDefiningOp())
        read.set(floats);
    }
  }

  /// What the state begins with; false where it is not finite, or memory is short.
  bool begin(ElementsAttr& numbers, ElementsAttr& scales) {
    auto type = cast<RankedTensorType>(bytesOf(state.getType()));
    SmallVector<int64_t> shape(type.getShape());
    const auto width = static_cast<size_t>(shape.back());
    shape.back() = 1;
    const auto scaleType = RankedTensorType::get(shape, b.getF32Type());
    auto scaleOf = [](float largest) { return largest == 0 ? 0 : std::max(largest, float(kLeast)) / 127; };
    if (auto dense = dyn_cast<DenseElementsAttr>(state.getValue()); dense && dense.isSplat()) {
      const float value = dense.getSplatValue<float>();
      numbers = DenseElementsAttr::get(type, static_cast<int8_t>(value > 0 ? 127 : value < 0 ? -127 : 0));
      scales = DenseElementsAttr::get(scaleType, scaleOf(std::fabs(value)));
      return std::isfinite(value);
    }
    FailureOr<reference::Tensor> given = reference::fromAttr(state.getValue());
    const std::string key = resourceKey(state.getValue()).str();
    char *q = nullptr, *s = nullptr;
    numbers = newResource(type, key + "+state", &q);
    scales = newResource(scaleType, key + "+scale", &s);
    if (failed(given) || !numbers || !scales)
      return false;
    for (size_t row = 0; row < given->f.size() / width; ++row) {
      const ArrayRef<double> values = ArrayRef(given->f).slice(row * width, width);
      double largest = 0;
      for (double value : values) {
        if (!std::isfinite(value))
          return false;
        largest = std::max(largest, std::fabs(value));
      }
      const float scale = scaleOf(static_cast<float>(largest));
      std::memcpy(s + row * 4, &scale, 4);
      for (size_t i = 0; i < width; ++i)
        q[row * width + i] =
            static_cast<char>(scale == 0 ? 0 : std::nearbyint(static_cast<float>(values[i]) / scale));
    }
    return true;
  }
};

/// Why --state-precision may not store a state otherwise; "" where it may.
std::string whyNoCache(StateOp state, ArrayRef<Use> uses) {
  if (auto type = cast<RankedTensorType>(state.getType()); !type.getElementType().isF32())
    return "it is " + describe(type) + ", and states of f32 are stored in fewer bits";
  const bool isCache = llvm::any_of(uses, [](const Use& use) { return use.result >= 0; }) &&
                       llvm::all_of(uses, [](const Use& use) {
                         return !updatesOf(use).empty() && (use.result < 0 || use.last() != use.argument);
                       });
  return isCache ? "" : "something else than updates of slices is written to it";
}

std::string narrowed(StateOp state, ArrayRef<Use> uses, Stored stored) {
  Builder b(state.getContext());
  const std::string name = "the state '" + state.getSymName().str() + "' is ";
  if (stored == Stored::Int8) {
    if (std::string why = ByteRows::whyNot(state, uses); !why.empty())
      return why;
    if (!ByteRows(state).run(uses))
      return "what it begins with does not fit";
    const int64_t width = cast<RankedTensorType>(state.getType()).getShape().back();
    reportPassed(state.getLoc(), kPass,
                 name + describe(state.getType()) + " with a scale for each row, " +
                     std::to_string((width + 4) * 100 / (width * 4)) +
                     " % of its bytes: each number is off by at most 1/254 of its row's largest");
    return "";
  }
  Narrower narrower(state, stored == Stored::F16 ? Type(b.getF16Type()) : b.getBF16Type());
  if (!narrower.narrowed(state.getValue()))
    return "what it begins with does not fit";
  narrower.run(uses);
  reportPassed(state.getLoc(), kPass, name + describe(state.getType()) + ", half of its bytes");
  return "";
}

} // namespace

Operation* narrowStates(ModuleOp module, const Precision& precision, std::string& problem) {
  Operation* written = nullptr;
  const size_t rules = precision.rules.size();
  std::vector<bool> followed(rules);
  std::vector<std::string> refused(rules); // why the first state that a rule names stays as it is
  bool any = false;
  for (auto state : llvm::to_vector(module.getOps<StateOp>())) {
    std::vector<bool> named(rules);
    const Stored stored = *storedOf(precision, state.getSymName(), named);
    SmallVector<Use> uses = usesOf(module, state);
    std::string why = whyNoCache(state, uses);
    any |= why.empty();
    if (why.empty() && stored != Stored::F32) {
      Operation* update =
          llvm::find_if(uses, [](const Use& use) { return use.result >= 0; })->last().getDefiningOp();
      why = narrowed(state, uses, stored);
      if (why.empty() && !written)
        written = update;
    }
    if (!why.empty() && cast<RankedTensorType>(state.getType()).getElementType().isF32())
      reportMissed(state.getLoc(), kPass, "the state '" + state.getSymName() + "' stays f32: " + why);
    for (size_t rule = 0; rule < rules; ++rule)
      if (named[rule] && (why.empty() || precision.rules[rule].stored == Stored::F32))
        followed[rule] = true;
      else if (named[rule] && refused[rule].empty())
        refused[rule] = "the state '" + state.getSymName().str() + "' stays as it is: " + why;
  }
  const std::string none =
      "the model has no state of f32 that is written by updates alone, as keys and values are";
  if (*precision.all != Stored::F32 && !any)
    problem = none;
  for (size_t rule = 0; rule < rules && problem.empty(); ++rule)
    if (!followed[rule] && !refused[rule].empty())
      problem = refused[rule];
    else if (!followed[rule])
      problem = none + ", with a name that matches '" + precision.rules[rule].pattern + "'";
  return written;
}

} // namespace aic::transforms
