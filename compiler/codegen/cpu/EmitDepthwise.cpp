// Depthwise convolution on nhwc activations: pixels of a row side by side in registers, one vector of
// channels of each, and one vector after another of some lines of memory. A column of the input is loaded
// once for all of them, and the weights of a row of the kernel once for them all too. Rows of the window that
// fall outside the input shorten the ky loop; the tiles at the ends of a row are made for just the columns
// that are there. A mean over the pixels of each row is gathered tile by tile. Where pixels lie so far apart
// that they would push each other out of the first-level cache, what a band reads of a block is copied first.
// Of 8-bit integers the same FMAs have exact sums: they are widened to f32 as they are loaded, and no sum of
// up to kMostIntegers products leaves f32's 24 bits.
#include "compiler/codegen/cpu/DepthwiseTiling.h"
#include "compiler/codegen/cpu/Emitters.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// Windows up to this width are unrolled: their weights are in registers beside the sums.
constexpr int64_t kUnrolled = 9;
// Pictures beyond this are not in the second-level cache when they are read. (Measured: a row ahead, 112 x
// 112 x 96 with stride 2 and silu behind it is 1.4 times as fast, from DRAM 1.1 to 1.4 times; without an
// epilogue .95 to 1.1.)
constexpr int64_t kAheadBytes = 1024 * 1024;
// At the ends of a row; where there are more, their pixels are computed one by one.
constexpr int64_t kMostEdgeTiles = 8;

class DepthwiseEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  const Window window;
  const DepthwiseTiling tiling;
  const WindowAxis &h = window.h, &w = window.w;
  const int64_t channels = window.channels;
  const bool integers; // x and weight of 8 bits, bias and sums of 32
  const FloatType real;
  const int64_t lanes, rest, whole; // rest: channels after the `whole` ones that are whole vectors
  const int64_t restLanes;          // of the vector that holds the rest
  const Value x, weight, bias;
  const Value source;      // what windows are read from: x, or the copied block
  const int64_t pixelStep; // in it
  const bool ahead;        // what rows read is fetched ahead
  const Value means;       // [image, row, channel], of the results' rows, or null

  // The channels of a block: [begin, end) are whole vectors; the rest is there if restEnd is more than
  // `whole`. restEnd is null where there never is one.
  struct Channels {
    Value begin, end, restEnd;
    Value origin; // of a copied block: offset in it of the image's first pixel and channel; else null
  };

  // One row of output pixels.
  struct Row {
    WindowRange range;
    Value base;     // offset in `source` of the image's first pixel
    Value position; // of the row's first pixel
    Value mean;     // offset of the row's in `means`
    Channels channels;
  };

  // A vector of channels.
  struct Part {
    Value first;
    int64_t lanes;
    Value mask; // or null
  };

  Value load(Value memref, Value at, const Part& part, bool isSigned = true) {
    if (!integers)
      return e.load(memref, at, real, part.lanes, part.mask);
    Value bytes = e.load(memref, at, e.b.getI8Type(), part.lanes, part.mask);
    auto words = VectorType::get({part.lanes}, e.b.getI32Type());
    Value wide = isSigned ? arith::ExtSIOp::create(e.b, e.loc, words, bytes).getResult()
                          : arith::ExtUIOp::create(e.b, e.loc, words, bytes).getResult();
    return arith::SIToFPOp::create(e.b, e.loc, VectorType::get({part.lanes}, real), wide);
  }
  Value loadSource(Value at, const Part& part) {
    return load(source, at, part, !typeOf(window.x).getElementType().isUnsignedInteger());
  }

  void forEachPart(const Channels& of, function_ref<void(const Part&)> body) {
    if (whole > 0)
      e.loop(of.begin, of.end, lanes, [&](Value first) { body({first, lanes, {}}); });
    if (!of.restEnd)
      return;
    auto ofRest = [&](Value first) { body({first, restLanes, e.maskFirst(e.cst(rest), restLanes)}); };
    if (getConstantIntValue(of.restEnd))
      return ofRest(e.cst(whole));
    e.loop(e.cst(whole), of.restEnd, lanes, ofRest);
  }

  // Is a row one tile?
  bool wholeRows() const { return w.kernel <= kUnrolled && tiling.pixels >= w.out; }

  // What the pixels of one tile add up to, of one vector of channels.
  void addToMean(const Row& row, const Part& part, Value sum) {
    Value at = e.add(row.mean, part.first);
    Value before =
        wholeRows() ? e.constant(real, 0.0, part.lanes) : e.load(means, at, real, part.lanes, part.mask);
    Value share = e.constant(real, 1.0 / static_cast<double>(w.out), part.lanes);
    e.store(e.multiplyAdd(sum, share, before), means, at, part.mask);
  }

  // Adds what one row of the window gives, whose first column is at `at` in `source`, with the weights from
  // weightAt on.
  // `outside`: all of it is padding.
  using RowOfWindow =
      function_ref<Values(const Part& part, Value at, Value weightAt, bool outside, Values sums)>;

  Value padding(const Part& part) {
    return e.constant(real, static_cast<double>(window.padValue), part.lanes);
  }

  // What the next row of this tile reads and this one has not: it lies further apart than what a core fetches
  // by itself.
  void fetchAhead(const Row& row, Value base, Value left, int64_t count) {
    if (!ahead)
      return;
    int64_t columns = std::min(count * w.stride, (count - 1) * w.stride + (w.kernel - 1) * w.dilation + 1);
    for (int64_t line = 0; line < h.stride; ++line) {
      Value y = e.add(row.range.base, (h.kernel - 1) * h.dilation + 1 + line);
      Value at = e.add(base, e.mul(e.add(e.mul(y, w.in), left), pixelStep));
      for (int64_t column = 0; column < columns; ++column)
        memref::PrefetchOp::create(e.b, e.loc, source, ValueRange{e.add(at, column * pixelStep)},
                                   /*isWrite=*/false, /*localityHint=*/2, /*isDataCache=*/true);
    }
  }

  // `count` pixels from `ow` on, of one vector of channels after another.
  void pixels(const Row& row, Value ow, int64_t count, RowOfWindow body) {
    Value left = e.add(e.mul(ow, w.stride), -w.padLow), position = e.add(row.position, ow);
    forEachPart(row.channels, [&](const Part& part) {
      Value start = bias && !integers ? load(bias, part.first, part) : e.constant(real, 0.0, part.lanes);
      Value base = e.add(row.base, part.first);
      fetchAhead(row, base, left, count);
      Values sums(static_cast<size_t>(count), start);
      auto over = [&](Value lower, Value upper, bool outside) {
        sums = e.loop(lower, upper, 1, sums, [&](Value ky, ValueRange carried) {
          Value y = e.add(row.range.base, e.mul(ky, h.dilation));
          Value at = e.add(base, e.mul(e.add(e.mul(y, w.in), left), pixelStep));
          Value weightAt = e.add(part.first, e.mul(ky, w.kernel * channels));
          return body(part, at, weightAt, outside, Values(carried));
        });
      };
      const bool pads = window.padValue != 0 && (h.padLow > 0 || h.padHigh > 0);
      if (pads)
        over(e.cst(0), row.range.lower, true);
      over(row.range.lower, row.range.upper, false);
      if (pads)
        over(row.range.upper, e.cst(h.kernel), true);
      Value offset = e.add(e.mul(position, channels), part.first), ofRow;
      Value whole =
          bias && integers ? e.load(bias, part.first, e.b.getI32Type(), part.lanes, part.mask) : Value();
      for (int64_t i = 0; i < count; ++i) {
        Value sum = integers ? arith::FPToSIOp::create(
                                   e.b, e.loc, VectorType::get({part.lanes}, e.b.getI32Type()), sums[i])
                                   .getResult()
                             : sums[i];
        if (whole)
          sum = arith::AddIOp::create(e.b, e.loc, sum, whole);
        Value made = e.finish(sum, Position{e.add(position, i), part.first, part.lanes, part.mask,
                                            e.add(offset, i * channels)});
        if (means)
          ofRow = ofRow ? arith::AddFOp::create(e.b, e.loc, ofRow, made).getResult() : made;
      }
      if (means)
        addToMean(row, part, ofRow);
    });
  }

  // `first` is `ow` where that is known: columns outside the input are left out.
  void tile(const Row& row, Value ow, int64_t count, std::optional<int64_t> first) {
    auto there = [&](int64_t column) {
      int64_t at = first ? *first * w.stride - w.padLow + column : 0;
      return at >= 0 && at < w.in;
    };
    pixels(row, ow, count, [&](const Part& part, Value at, Value weightAt, bool outside, Values acc) {
      SmallVector<Value> factors(static_cast<size_t>(w.kernel));
      int64_t last = (count - 1) * w.stride + (w.kernel - 1) * w.dilation;
      for (int64_t column = 0; column <= last; ++column) {
        const bool isPadding = outside || !there(column);
        if (isPadding && window.padValue == 0)
          continue;
        Value element = isPadding ? padding(part) : Value();
        for (int64_t i = 0; i < count; ++i) {
          int64_t from = column - i * w.stride, kx = from / w.dilation;
          if (from < 0 || from % w.dilation != 0 || kx >= w.kernel)
            continue;
          if (!element)
            element = loadSource(e.add(at, column * pixelStep), part);
          if (!factors[kx])
            factors[kx] = load(weight, e.add(weightAt, kx * channels), part);
          acc[i] = e.multiplyAdd(element, factors[kx], acc[i]);
        }
      }
      return acc;
    });
  }

  // The same by a loop over the window's columns [lower, upper), all of which are there.
  void loopTile(const Row& row, Value ow, int64_t count, Value lower, Value upper) {
    pixels(row, ow, count, [&](const Part& part, Value at, Value weightAt, bool outside, Values acc) {
      auto over = [&](Value begin, Value end, bool isPadding) {
        acc = e.loop(begin, end, 1, acc, [&](Value kx, ValueRange carried) {
          Values inner(carried);
          Value factor = load(weight, e.add(weightAt, e.mul(kx, channels)), part);
          Value column = e.add(at, e.mul(kx, w.dilation * pixelStep));
          for (int64_t i = 0; i < count; ++i) {
            Value element =
                isPadding ? padding(part) : loadSource(e.add(column, i * w.stride * pixelStep), part);
            inner[i] = e.multiplyAdd(element, factor, inner[i]);
          }
          return inner;
        });
      };
      if (outside) {
        over(e.cst(0), e.cst(w.kernel), true);
        return acc;
      }
      if (window.padValue != 0)
        over(e.cst(0), lower, true);
      over(lower, upper, false);
      if (window.padValue != 0)
        over(upper, e.cst(w.kernel), true);
      return acc;
    });
  }

  // Calls its argument with each of a band's rows.
  using EachRow = function_ref<void(function_ref<void(const Row&)>)>;

  // Pixels [begin, end) of rows, some of whose columns are outside.
  void edge(EachRow eachRow, int64_t begin, int64_t end) {
    if (begin >= end)
      return;
    if (w.kernel <= kUnrolled && ceilDiv(end - begin, tiling.pixels) <= kMostEdgeTiles) {
      for (int64_t ow = begin; ow < end; ow += tiling.pixels)
        eachRow([&](const Row& row) { tile(row, e.cst(ow), std::min(tiling.pixels, end - ow), ow); });
      return;
    }
    e.loop(e.cst(begin), e.cst(end), 1, [&](Value ow) {
      WindowRange columns = windowRange(e, w, ow, /*includePad=*/false);
      eachRow([&](const Row& row) { loopTile(row, ow, 1, columns.lower, columns.upper); });
    });
  }

  // Pixels [begin, end) of rows, all of whose columns are inside.
  void inner(EachRow eachRow, int64_t begin, int64_t end) {
    auto compute = [&](Value ow, int64_t count) {
      eachRow([&](const Row& row) {
        if (w.kernel <= kUnrolled)
          tile(row, ow, count, std::nullopt);
        else
          loopTile(row, ow, count, e.cst(0), e.cst(w.kernel));
      });
    };
    int64_t whole = begin + (end - begin) / tiling.pixels * tiling.pixels;
    if (whole > begin)
      e.loop(e.cst(begin), e.cst(whole), tiling.pixels, [&](Value ow) { compute(ow, tiling.pixels); });
    if (whole < end)
      compute(e.cst(whole), end - whole);
  }

  Row row(Value index, const Channels& of) {
    bool one = window.images == 1;
    Value image = one ? e.cst(0) : e.div(index, h.out), oh = one ? index : e.rem(index, h.out);
    return {windowRange(e, h, oh, /*includePad=*/false),
            of.origin ? of.origin : e.mul(image, h.in * w.in * channels), e.mul(index, w.out),
            e.mul(index, channels), of};
  }

  void columns(EachRow eachRow) {
    // Tiles begin at multiples of their size; those whose windows lie inside are one loop.
    int64_t size = tiling.pixels, reach = (w.kernel - 1) * w.dilation - w.padLow;
    int64_t first = std::min(w.out, ceilDiv(w.padLow, w.stride));
    int64_t last = w.in - 1 - reach < 0 ? 0 : std::min(w.out, (w.in - 1 - reach) / w.stride + 1);
    int64_t begin = std::min(w.out, ceilDiv(first, size) * size);
    int64_t end = last == w.out ? last : last / size * size;
    end = std::max(end, begin);
    edge(eachRow, 0, begin);
    inner(eachRow, begin, end);
    edge(eachRow, end, w.out);
  }

  // The channels of the rows that the band [top, bottom) reads, one pixel right after the other.
  void copyBlock(Value top, Value bottom, Channels& of) {
    Value first = e.max(e.add(e.mul(top, h.stride), -h.padLow), e.cst(0));
    Value last = e.add(e.mul(e.add(bottom, -1), h.stride), (h.kernel - 1) * h.dilation - h.padLow);
    Value begin = e.mul(first, w.in);
    e.loop(begin, e.mul(e.min(e.add(last, 1), e.cst(h.in)), w.in), 1, [&](Value pixel) {
      Value from = e.mul(pixel, channels), to = e.sub(e.mul(e.sub(pixel, begin), pixelStep), of.begin);
      forEachPart(of, [&](const Part& part) {
        e.store(load(x, e.add(from, part.first), part), source, e.add(to, part.first), part.mask);
      });
    });
    of.origin = e.sub(e.cst(0), e.add(e.mul(begin, pixelStep), of.begin));
  }

  // Each tile of all rows [top, bottom): what one row of a tile reads, the next one finds in the first-level
  // cache.
  void rows(Value top, Value bottom, const Channels& of) {
    auto ofAll = [&](function_ref<void(const Row&)> body) {
      e.loop(top, bottom, 1, [&](Value at) { body(row(at, of)); });
    };
    if (means && !wholeRows())
      ofAll([&](const Row& one) {
        forEachPart(of, [&](const Part& part) {
          e.store(e.constant(real, 0.0, part.lanes), means, e.add(one.mean, part.first), part.mask);
        });
      });
    columns(ofAll);
  }

  // [count * index / of, count * (index + 1) / of)
  std::pair<Value, Value> evenShare(Value index, int64_t count, int64_t of) {
    if (of == 1)
      return {e.cst(0), e.cst(count)};
    return {e.div(e.mul(index, count), of), e.div(e.mul(e.add(index, 1), count), of)};
  }

public:
  explicit DepthwiseEmitter(KernelEmitter& e)
      : e(e), window(describeWindow(e.parts.root)), tiling(DepthwiseTiling::fromAttr(*e.kernel.getTiling())),
        integers(typeOf(window.x).getElementType().isInteger()),
        real(integers ? e.b.getF32Type() : e.realOf(window.x)), lanes(e.target.lanes(elementBytes(real))),
        rest(channels % lanes), whole(channels - rest),
        restLanes(e.target.halfVectors && rest <= lanes / 2 ? lanes / 2 : lanes), x(e.buffer(window.x)),
        weight(e.buffer(window.weight)), bias(window.bias ? e.buffer(window.bias) : Value()),
        source(tiling.copied ? e.workerScratch : x), pixelStep(tiling.copied ? tiling.together : channels),
        ahead(!tiling.copied &&
              h.in * w.in * channels * elementBytes(typeOf(window.x).getElementType()) > kAheadBytes),
        means(e.rowMeanBuffer()) {}

  void emit() {
    // Neighbouring workgroups read the same rows.
    int64_t line = DepthwiseTiling::channelsOfLine(window, e.target), lines = ceilDiv(channels, line);
    int64_t together = std::max<int64_t>(1, tiling.together / line);
    Value inRows = e.div(e.workgroup, tiling.channelGroups),
          inLines = e.rem(e.workgroup, tiling.channelGroups);
    std::pair<Value, Value> ownRows = evenShare(inRows, window.images * h.out, tiling.rowGroups);
    std::pair<Value, Value> own = evenShare(inLines, lines, tiling.channelGroups);
    e.loop(ownRows.first, ownRows.second, tiling.band, [&](Value top) {
      Value bottom = e.min(e.add(top, tiling.band), ownRows.second);
      auto block = [&](Value first, Value last) { // lines
        Value end = e.mul(last, line);
        Channels of{e.mul(first, line), channels % line ? e.min(end, e.cst(whole)) : end, {}, {}};
        if (rest)
          of.restEnd = e.max(e.min(end, e.cst(channels)), e.cst(whole));
        if (tiling.copied)
          copyBlock(top, bottom, of);
        rows(top, bottom, of);
      };
      if (tiling.channelGroups == 1 && lines <= together)
        return block(e.cst(0), e.cst(lines));
      e.loop(own.first, own.second, together,
             [&](Value index) { block(index, e.min(e.add(index, together), own.second)); });
    });
  }
};

} // namespace

void emitDepthwise(KernelEmitter& e) {
  auto out = cast<RankedTensorType>(e.parts.root->getResult(0).getType());
  e.space = ResultSpace(out.getShape(), 3);
  DepthwiseEmitter(e).emit();
}

} // namespace aic::codegen
