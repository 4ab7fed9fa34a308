// Operations that only move elements: transpose, slice, expand, reshape, one after another; pad; concat. Rows
// of the result are copied whole where the source's neighbours lie side by side; transpositions go in squares
// that are turned in registers, or where a few planes become one, in a vector of each; the rest goes element
// by element.
#include "compiler/codegen/cpu/Emitters.h"
#include "compiler/codegen/cpu/RegisterTile.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

#include "llvm/ADT/APSInt.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// Where the epilogue, if there is one, reads no tensor but the root's, ones of the result's shape, and single
// elements: it needs no more of an element's place than the offset.
bool isAlone(const KernelParts& parts) {
  const int64_t elements = typeOf(parts.root->getResult(0)).getNumElements();
  return llvm::all_of(parts.epilogue, [&](Operation* op) {
    return llvm::all_of(op->getOperands(), [&](Value operand) {
      const int64_t own = typeOf(operand).getNumElements();
      return !isa<BlockArgument>(operand) || own == elements || own == 1;
    });
  });
}

// Alone, axes that are one run on both sides are merged; on that of a result which is written in runs, those
// inside of one.
CopyView viewOf(const KernelParts& parts) {
  CopyView view = copyView(parts.root);
  if (!isAlone(parts))
    return view;
  const schedule::Runs runs = parts.root->getParentOfType<schedule::KernelOp>().getResultRuns();
  Axes outer, merged;
  int64_t inside = ShapedType::getNumElements(view.axes.sizes);
  for (auto [size, stride] : llvm::zip(view.axes.sizes, view.axes.strides)) {
    if (size == 1)
      continue;
    if (inside == runs.length)
      std::swap(outer, merged); // a run begins
    inside /= size;
    merged.append(size, stride);
  }
  outer.sizes.append(merged.sizes);
  outer.strides.append(merged.strides);
  view.axes = outer;
  return view;
}

// A transposition in squares of registers: the axis along which the source has its neighbours, or -1 where
// there is none but the last, or either is too short. Its places are dealt out kSquare at a time. (A last
// axis of a window's 9 places is worth squares that are mostly empty: element by element it takes three times
// as long.)
constexpr int64_t kSquare = 16, kShort = 4;
int64_t turnedAxis(const KernelParts& parts, const Axes& axes) {
  if (!isAlone(parts) || axes.sizes.size() < 2 || axes.strides.back() <= 1 || axes.sizes.back() < kShort)
    return -1;
  for (size_t i = 0; i + 1 < axes.sizes.size(); ++i)
    if (axes.strides[i] == 1 && axes.sizes[i] >= kSquare)
      return static_cast<int64_t>(i);
  return -1;
}
SmallVector<int64_t> turnedUnits(const Axes& axes, int64_t axis) {
  SmallVector<int64_t> sizes(ArrayRef(axes.sizes).drop_back());
  sizes[static_cast<size_t>(axis)] = (sizes[static_cast<size_t>(axis)] + kSquare - 1) / kSquare;
  return sizes;
}

// A few planes become one, as a picture's channels when it is turned to nhwc: the last axis is so short that
// its elements and their neighbours along the one before it, which are neighbours in the source, are woven
// together from a vector of each plane. The places of that axis are dealt out kSquare at a time. (Measured on
// Zen 4, 224 x 224 x 3: 6 times as fast as element by element where the picture is in the second-level cache,
// 1.3 to 1.8 times where it comes from memory.)
constexpr int64_t kMostPlanes = 8;
bool weaves(const KernelParts& parts, const Axes& axes) {
  size_t rank = axes.sizes.size();
  return isAlone(parts) && rank >= 2 && axes.strides[rank - 1] > 1 && axes.sizes[rank - 1] >= 2 &&
         axes.sizes[rank - 1] <= kMostPlanes && axes.strides[rank - 2] == 1 &&
         axes.sizes[rank - 2] >= kSquare;
}

// The two elements of each pair, which are neighbours, change places (a rotary embedding of even and odd
// elements): vectors go over both, where what the epilogue reads does so too.
bool swapsPairs(const KernelParts& parts, const Axes& axes) {
  size_t rank = axes.sizes.size();
  if (rank < 2 || axes.sizes[rank - 1] != 2 || axes.strides[rank - 1] != -1 || axes.strides[rank - 2] != 2)
    return false;
  if (isAlone(parts))
    return true;
  auto fits = [&](Value operand) {
    auto own = typeOf(operand).getShape();
    return !isa<BlockArgument>(operand) || typeOf(operand).getNumElements() == 1 ||
           (own.size() >= 2 && own.take_back(2) == ArrayRef(axes.sizes).take_back(2));
  };
  return llvm::all_of(parts.epilogue, [&](Operation* op) { return llvm::all_of(op->getOperands(), fits); });
}

/// A pad's axes, those that are not padded in one with the axis before them where elements are only counted.
struct PaddedAxes {
  SmallVector<int64_t> in, low, out;
};
PaddedAxes paddedAxes(const KernelParts& parts) {
  auto op = cast<PadOp>(parts.root);
  ArrayRef<int64_t> in = typeOf(op.getX()).getShape(), out = typeOf(op.getResult()).getShape();
  const bool merges = op.getMode() == PadMode::Constant && isAlone(parts);
  PaddedAxes axes;
  for (auto [size, low, padded] : llvm::zip(in, op.getLow(), out)) {
    if (merges && size == padded && !axes.in.empty()) {
      axes.in.back() *= size;
      axes.low.back() *= size;
      axes.out.back() *= size;
    } else {
      axes.in.push_back(size);
      axes.low.push_back(low);
      axes.out.push_back(padded);
    }
  }
  return axes;
}

class CopyEmitter {
  KernelEmitter& e;
  Operation* root;
  RankedTensorType out;
  int64_t lanes, each;
  Type element;

  // Columns [0, count) of a row: `source(col, lanes, mask)` gives the value.
  void columns(Value row, Value firstCol, int64_t count, bool vectors,
               function_ref<Value(Value, int64_t, Value)> source) {
    e.forEachVector(count, vectors ? lanes : 0, [&](Value col, int64_t width, Value mask) {
      e.finish(source(col, width, mask), Position{row, e.add(firstCol, col), width, mask});
    });
  }

  void strided(const CopyView& view) {
    const Axes& axes = view.axes;
    int64_t rank = static_cast<int64_t>(axes.sizes.size());
    e.space = ResultSpace(axes.sizes, std::max<int64_t>(rank - 1, 0));
    int64_t step = rank == 0 ? 1 : axes.strides.back();
    Value x = e.buffer(view.argument);
    auto [begin, end] = e.share(e.workgroup, e.space.rows, each);
    e.loop(begin, end, 1, [&](Value row) {
      Value at = e.cst(view.base), rest = row;
      for (int64_t i = rank - 2; i >= 0; --i) {
        Value index = i == 0 ? rest : e.rem(rest, axes.sizes[i]);
        at = e.add(at, e.mul(index, axes.strides[i]));
        rest = i == 0 ? rest : e.div(rest, axes.sizes[i]);
      }
      columns(row, e.cst(0), e.space.cols, step == 1 || step == 0, [&](Value col, int64_t width, Value mask) {
        if (step == 0)
          return e.splat(e.load(x, at, element, 0), width);
        return e.load(x, e.add(at, e.mul(col, step)), element, width, mask);
      });
    });
  }

  void pairs(const CopyView& view) {
    const Axes outer{SmallVector<int64_t>(ArrayRef(view.axes.sizes).drop_back(2)),
                     SmallVector<int64_t>(ArrayRef(view.axes.strides).drop_back(2))};
    e.space = ResultSpace(view.axes.sizes, static_cast<int64_t>(outer.sizes.size()));
    SmallVector<int64_t> other;
    for (int64_t i = 0; i < lanes; ++i)
      other.push_back(i ^ 1);
    Value x = e.buffer(view.argument);
    auto [begin, end] = e.share(e.workgroup, e.space.rows, each);
    e.loop(begin, end, 1, [&](Value row) {
      Value at = e.add(e.offsetOf(row, outer), view.base - 1);
      columns(row, e.cst(0), e.space.cols, true, [&](Value col, int64_t width, Value mask) -> Value {
        Value loaded = e.load(x, e.add(at, col), element, width, mask);
        return vector::ShuffleOp::create(e.b, e.loc, loaded, loaded, other);
      });
    });
  }

  // Vectors along `turned` are loaded, turned, and stored along the last axis. Of the last places, where they
  // are no square, so many rows are stored as there are: a store whose mask is empty takes hundreds of cycles
  // where it goes to memory that is not there.
  void inSquares(const CopyView& view, int64_t turned) {
    const Axes& axes = view.axes;
    int64_t rank = static_cast<int64_t>(axes.sizes.size()), size = axes.sizes[turned], rowsApart = 1;
    e.space = ResultSpace(axes.sizes, rank - 1);
    for (int64_t i = turned + 1; i + 1 < rank; ++i)
      rowsApart *= axes.sizes[i];
    Value x = e.buffer(view.argument);
    SmallVector<int64_t> units = turnedUnits(axes, turned);
    auto square = [&](Value at, Value row, int64_t places, Value col, int64_t count) {
      LoopEmitter::Values rows;
      Value mask = places < lanes ? e.maskFirst(e.cst(places), lanes) : Value();
      Value cut = count < lanes ? e.maskFirst(e.cst(count), lanes) : Value();
      for (int64_t i = 0; i < count; ++i)
        rows.push_back(e.load(x, e.add(at, e.mul(e.add(col, i), axes.strides.back())), element, lanes, mask));
      rows.resize(static_cast<size_t>(lanes), rows.back()); // what is not stored
      rows = transposeSquare(e, rows);
      for (int64_t j = 0; j < places; ++j)
        e.finish(rows[static_cast<size_t>(j)], Position{e.add(row, j * rowsApart), col, lanes, cut});
    };
    auto unit = [&](Value at, Value row, int64_t places) {
      for (int64_t part = 0; part < places; part += lanes) {
        Value from = e.add(at, part), to = e.add(row, part * rowsApart);
        int64_t here = std::min(lanes, places - part), whole = e.space.cols / lanes * lanes;
        e.loop(e.cst(0), e.cst(whole), lanes, [&](Value col) { square(from, to, here, col, lanes); });
        if (int64_t rest = e.space.cols - whole)
          square(from, to, here, e.cst(whole), rest);
      }
    };
    auto [begin, end] = e.share(e.workgroup, ShapedType::getNumElements(units), each);
    e.loop(begin, end, 1, [&](Value number) {
      SmallVector<Value> index = e.delinearize(number, units);
      index[turned] = e.mul(index[turned], kSquare);
      Value at = e.cst(view.base), row = e.cst(0);
      for (int64_t i = 0; i + 1 < rank; ++i) {
        at = e.add(at, e.mul(index[i], axes.strides[i]));
        row = e.add(e.mul(row, axes.sizes[i]), index[i]);
      }
      const int64_t last = size / kSquare * kSquare;
      if (last == size)
        return unit(at, row, kSquare);
      e.ifThenElse(
          e.less(index[turned], e.cst(last)), [&] { unit(at, row, kSquare); },
          [&] { unit(at, row, size - last); });
    });
  }

  // The vectors of `of` planes' first elements, of each in turn: the lanes of all, in their order.
  LoopEmitter::Values woven(const LoopEmitter::Values& of) {
    int64_t planes = static_cast<int64_t>(of.size());
    LoopEmitter::Values all;
    for (int64_t v = 0; v < planes; ++v) {
      Value vector = of[0];
      for (int64_t plane = 1; plane < planes; ++plane) {
        SmallVector<int64_t> from;
        for (int64_t i = 0; i < lanes; ++i) {
          int64_t at = v * lanes + i;
          // What this plane gives; before the first round what plane 0 does; and what is there already.
          from.push_back(at % planes == plane             ? lanes + at / planes
                         : plane == 1 && at % planes == 0 ? at / planes
                                                          : i);
        }
        vector = vector::ShuffleOp::create(e.b, e.loc, vector, of[static_cast<size_t>(plane)], from);
      }
      all.push_back(vector);
    }
    return all;
  }

  void planes(const CopyView& view) {
    const Axes& axes = view.axes;
    int64_t rank = static_cast<int64_t>(axes.sizes.size()), along = rank - 2, size = axes.sizes[along],
            count = axes.sizes.back();
    e.space = ResultSpace(axes.sizes, rank - 1);
    Value x = e.buffer(view.argument);
    SmallVector<int64_t> units = turnedUnits(axes, along);
    // `places` from `first` on, which are row `row` and those after it.
    auto weave = [&](Value at, Value row, int64_t places) {
      for (int64_t part = 0; part < places; part += lanes) {
        int64_t here = std::min(lanes, places - part);
        Value mask = here < lanes ? e.maskFirst(e.cst(here), lanes) : Value();
        LoopEmitter::Values vectors;
        for (int64_t plane = 0; plane < count; ++plane)
          vectors.push_back(e.load(x, e.add(at, part + plane * axes.strides.back()), element, lanes, mask));
        vectors = woven(vectors);
        Value first = e.add(row, part); // places run on behind its end: as a line of all rows
        for (int64_t v = 0; v * lanes < here * count; ++v) {
          int64_t left = here * count - v * lanes;
          Value cut = left < lanes ? e.maskFirst(e.cst(left), lanes) : Value();
          e.finish(vectors[static_cast<size_t>(v)], Position{first, e.cst(v * lanes), lanes, cut});
        }
      }
    };
    auto [begin, end] = e.share(e.workgroup, ShapedType::getNumElements(units), each);
    e.loop(begin, end, 1, [&](Value unit) {
      SmallVector<Value> index = e.delinearize(unit, units);
      Value at = e.cst(view.base), row = e.cst(0), number = index[along];
      index[along] = e.mul(number, kSquare);
      for (int64_t i = 0; i + 1 < rank; ++i) {
        at = e.add(at, e.mul(index[i], axes.strides[i]));
        row = e.add(e.mul(row, axes.sizes[i]), index[i]);
      }
      int64_t rest = size % kSquare;
      if (rest == 0)
        return weave(at, row, kSquare);
      Value whole = e.less(number, e.cst(units[along] - 1));
      e.ifThenElse(whole, [&] { weave(at, row, kSquare); }, [&] { weave(at, row, rest); });
    });
  }

  void concat() {
    auto op = cast<ConcatOp>(root);
    int64_t rank = out.getRank(), dim = op.getDim();
    // Without an epilogue everything from dim on is one row.
    int64_t split = e.parts.epilogue.empty() ? dim : rank - 1;
    e.space = ResultSpace(out.getShape(), split);
    int64_t outer = 1;
    for (int64_t i = 0; i < dim; ++i)
      outer *= out.getDimSize(i);
    bool rows = split > dim; // pieces are whole rows, not parts of one
    int64_t piecesRows = 1;
    for (int64_t i = dim + 1; i < split; ++i)
      piecesRows *= out.getDimSize(i);
    auto [begin, end] = e.share(e.workgroup, outer, each);
    e.loop(begin, end, 1, [&](Value o) {
      int64_t start = 0;
      for (Value input : op.getInputs()) {
        int64_t size = cast<RankedTensorType>(input.getType()).getDimSize(dim);
        Value x = e.buffer(input);
        if (rows) {
          int64_t count = size * piecesRows, total = out.getDimSize(dim) * piecesRows,
                  first = start * piecesRows;
          e.loop(e.cst(0), e.cst(count), 1, [&](Value r) {
            Value row = e.add(e.add(e.mul(o, total), r), first);
            Value at = e.mul(e.add(e.mul(o, count), r), e.space.cols);
            columns(row, e.cst(0), e.space.cols, true, [&](Value col, int64_t width, Value mask) {
              return e.load(x, e.add(at, col), element, width, mask);
            });
          });
        } else {
          int64_t tail = e.space.cols / std::max<int64_t>(out.getDimSize(dim), 1), count = size * tail;
          Value at = e.mul(o, count);
          columns(o, e.cst(start * tail), count, true, [&](Value col, int64_t width, Value mask) {
            return e.load(x, e.add(at, col), element, width, mask);
          });
        }
        start += size;
      }
    });
  }

  // Where coordinate `index` of the padded axis lies in the operand, for reflect and replicate.
  Value source(Value index, int64_t low, int64_t size, PadMode mode) {
    Value at = e.add(index, -low);
    if (mode == PadMode::Replicate)
      return e.min(e.max(at, e.cst(0)), e.cst(size - 1));
    at = e.max(at, e.sub(e.cst(0), at));                // mirror at the front
    return e.min(at, e.sub(e.cst(2 * (size - 1)), at)); // and at the back
  }

  // Integers as the reference has them: saturating to 64 bits (NaN to 0), then cut to the width; a bool is
  // value != 0.
  Value padValue(PadOp op) {
    if (isa<FloatType>(element))
      return e.number(element, op.getValue());
    llvm::APSInt whole(64, /*isUnsigned=*/false);
    bool exact;
    op.getValue().convertToInteger(whole, llvm::APFloat::rmTowardZero, &exact);
    unsigned width = element.getIntOrFloatBitWidth();
    llvm::APInt value = element.isInteger(1) ? llvm::APInt(1, !op.getValue().isZero()) : whole.trunc(width);
    return arith::ConstantOp::create(e.b, e.loc, e.b.getIntegerAttr(e.b.getIntegerType(width), value));
  }

  void pad() {
    auto op = cast<PadOp>(root);
    const auto [in, lows, sizes] = paddedAxes(e.parts);
    auto strides = denseStrides(in);
    auto rank = static_cast<int64_t>(in.size());
    e.space = ResultSpace(sizes, rank - 1);
    Value x = e.buffer(op.getX());
    bool constant = op.getMode() == PadMode::Constant;
    Value filling = padValue(op);
    auto [begin, end] = e.share(e.workgroup, e.space.rows, each);
    e.loop(begin, end, 1, [&](Value row) {
      Value at = e.cst(0), rest = row;
      Value inside = arith::ConstantOp::create(e.b, e.loc, e.b.getBoolAttr(true));
      for (int64_t i = rank - 2; i >= 0; --i) {
        Value index = i == 0 ? rest : e.rem(rest, sizes[i]);
        rest = i == 0 ? rest : e.div(rest, sizes[i]);
        if (!constant) {
          at = e.add(at, e.mul(source(index, lows[i], in[i], op.getMode()), strides[i]));
          continue;
        }
        Value own = e.add(index, -lows[i]);
        using P = arith::CmpIPredicate;
        inside = arith::AndIOp::create(e.b, e.loc, inside,
                                       arith::CmpIOp::create(e.b, e.loc, P::sge, own, e.cst(0)));
        inside = arith::AndIOp::create(e.b, e.loc, inside,
                                       arith::CmpIOp::create(e.b, e.loc, P::slt, own, e.cst(in[i])));
        at = e.add(at, e.mul(own, strides[i]));
      }
      if (!constant)
        return columns(row, e.cst(0), e.space.cols, false, [&](Value col, int64_t width, Value mask) {
          return e.load(x, e.add(at, source(col, lows.back(), in.back(), op.getMode())), element, 0);
        });
      auto fill = [&](int64_t from, int64_t count) {
        if (count > 0)
          columns(row, e.cst(from), count, true,
                  [&](Value, int64_t width, Value) { return e.splat(filling, width); });
      };
      int64_t low = lows.back(), count = in.back();
      e.ifThenElse(
          inside,
          [&] {
            fill(0, low);
            columns(row, e.cst(low), count, true, [&](Value col, int64_t width, Value mask) {
              return e.load(x, e.add(at, col), element, width, mask);
            });
            fill(low + count, e.space.cols - low - count);
          },
          [&] { fill(0, e.space.cols); });
    });
  }

public:
  explicit CopyEmitter(KernelEmitter& e)
      : e(e), root(e.parts.root), out(cast<RankedTensorType>(root->getResult(0).getType())),
        lanes(elementwiseLanes(e.kernel, e.target)),
        each(e.kernel.getTiling()->getAs<IntegerAttr>("units_per_group").getInt()),
        element(out.getElementType()) {}

  void emit() {
    if (isa<ConcatOp>(root))
      return concat();
    if (isa<PadOp>(root) && out.getRank() > 0) // a scalar has nothing around it: a copy
      return pad();
    CopyView view = viewOf(e.parts);
    if (swapsPairs(e.parts, view.axes))
      return pairs(view);
    if (weaves(e.parts, view.axes))
      return planes(view);
    int64_t turned = turnedAxis(e.parts, view.axes);
    turned < 0 ? strided(view) : inSquares(view, turned);
  }
};

} // namespace

bool copiesToRuns(schedule::KernelOp kernel) {
  KernelParts parts = splitKernel(kernel);
  const schedule::Runs runs = kernel.getResultRuns();
  auto shape = typeOf(parts.root->getResult(0)).getShape();
  if (auto concat = dyn_cast<ConcatOp>(parts.root)) {
    const int64_t split = parts.epilogue.empty() ? static_cast<int64_t>(concat.getDim())
                                                 : static_cast<int64_t>(shape.size()) - 1;
    return runs.length % ShapedType::getNumElements(shape.drop_front(static_cast<size_t>(split))) == 0;
  }
  if (!isView(parts.root))
    return false;
  const Axes axes = viewOf(parts).axes;
  return !weaves(parts, axes) && !swapsPairs(parts, axes) &&
         (axes.sizes.empty() || runs.length % axes.sizes.back() == 0);
}

int64_t copyUnits(schedule::KernelOp kernel) {
  KernelParts parts = splitKernel(kernel);
  auto out = cast<RankedTensorType>(parts.root->getResult(0).getType());
  if (auto concat = dyn_cast<ConcatOp>(parts.root))
    return ShapedType::getNumElements(out.getShape().take_front(concat.getDim()));
  SmallVector<int64_t> sizes(out.getShape());
  if (isa<PadOp>(parts.root) && !sizes.empty()) {
    sizes = paddedAxes(parts).out;
  } else {
    Axes axes = viewOf(parts).axes;
    if (swapsPairs(parts, axes))
      return ShapedType::getNumElements(ArrayRef(axes.sizes).drop_back(2));
    if (weaves(parts, axes))
      return ShapedType::getNumElements(turnedUnits(axes, static_cast<int64_t>(axes.sizes.size()) - 2));
    if (int64_t turned = turnedAxis(parts, axes); turned >= 0)
      return ShapedType::getNumElements(turnedUnits(axes, turned));
    sizes = axes.sizes;
  }
  return sizes.empty() ? 1 : ShapedType::getNumElements(ArrayRef(sizes).drop_back());
}

void emitCopy(KernelEmitter& e) {
  CopyEmitter(e).emit();
}

} // namespace aic::codegen
