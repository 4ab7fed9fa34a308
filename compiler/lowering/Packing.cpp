// Packing of weights: see Packing.h for the layouts.
#include "compiler/lowering/Packing.h"

#include "dialects/aic/Aic.h"
#include "dialects/aic/Views.h"

#include <algorithm>
#include <cstring>

using namespace mlir;

namespace aic::lowering {
namespace {

// Panels of `width` outputs: out[g][p][k][w] = in(g * N + p * width + w, k).
struct Panels {
  int64_t groups = 1, outputs = 1, depth = 1, width = 1; // outputs per group
  int64_t panels() const { return (outputs + width - 1) / width; }
  int64_t elements() const { return groups * panels() * depth * width; }
};

int64_t get(DictionaryAttr packing, StringRef name) {
  return packing.getAs<IntegerAttr>(name).getInt();
}

Panels panelsOf(ArrayRef<int64_t> shape, DictionaryAttr packing) {
  StringRef kind = packing.getAs<StringAttr>("kind").getValue();
  int64_t width = get(packing, "width");
  if (kind == "conv") {
    int64_t groups = get(packing, "groups");
    return {groups, shape[0] / groups, shape[1] * shape[2] * shape[3], width};
  }
  if (kind == "recurrence") // the gates of a unit side by side
    return {1, shape[1], shape[0], width};
  if (kind == "linear")
    return {1, shape[0], shape[1], width};
  if (kind == "winograd") {
    int64_t groups = get(packing, "groups"), points = get(packing, "tile") + 2;
    return {groups, shape[0] / groups, points * points * shape[1], width};
  }
  if (kind == "quads")
    return {1, shape[0], (shape[1] + 3) / 4 * 4, width};
  if (kind == "pairs")
    return {1, shape[0], (shape[1] + 1) / 2 * 2, width};
  if (kind == "conv_quads") {
    int64_t groups = get(packing, "groups"), columns = get(packing, "columns");
    return {groups, shape[0] / groups, shape[2] * (shape[3] / columns) * ((columns * shape[1] + 3) / 4 * 4),
            width};
  }
  return {1, shape.end()[-1], shape.end()[-2], width};
}

// The matrix G of F(m, 3), row-major, with A = m + 2 rows of 3: Lavin and Gray, "Fast Algorithms for
// Convolutional Neural Networks", 2015; the points are 0, 1, -1 and infinity, for m = 4 also 2 and -2.
constexpr double kG2[] = {1, 0, 0, 0.5, 0.5, 0.5, 0.5, -0.5, 0.5, 0, 0, 1};
constexpr double kG4[] = {1. / 4,  0,       0,      -1. / 6, -1. / 6,  -1. / 6, -1. / 6, 1. / 6, -1. / 6,
                          1. / 24, 1. / 12, 1. / 6, 1. / 24, -1. / 12, 1. / 6,  0,       0,      1};

// out[g][panel][A * A][c][w] = (G w G^T) of output panel * width + w and channel c.
void packWinogradWeights(ArrayRef<int64_t> shape, DictionaryAttr packing, const float* in, float* out) {
  Panels p = panelsOf(shape, packing);
  const int64_t tile = get(packing, "tile"), points = tile + 2, channels = shape[1];
  const double* g = tile == 4 ? kG4 : kG2;
  std::fill_n(out, p.elements(), 0.0f);
  for (int64_t output = 0; output < shape[0]; ++output) {
    int64_t group = output / p.outputs, inGroup = output % p.outputs;
    float* panel = out + (group * p.panels() + inGroup / p.width) * p.depth * p.width + inGroup % p.width;
    for (int64_t c = 0; c < channels; ++c) {
      const float* window = in + (output * channels + c) * 9;
      double half[6][3];
      for (int64_t i = 0; i < points; ++i)
        for (int64_t x = 0; x < 3; ++x)
          half[i][x] = g[i * 3] * window[x] + g[i * 3 + 1] * window[3 + x] + g[i * 3 + 2] * window[6 + x];
      for (int64_t i = 0; i < points; ++i)
        for (int64_t j = 0; j < points; ++j)
          panel[((i * points + j) * channels + c) * p.width] = static_cast<float>(
              half[i][0] * g[j * 3] + half[i][1] * g[j * 3 + 1] + half[i][2] * g[j * 3 + 2]);
    }
  }
}

template <typename Bits>
void packWindowsInQuads(ArrayRef<int64_t> shape, DictionaryAttr packing, const Bits* in, Bits* out) {
  const Panels p = panelsOf(shape, packing);
  std::fill_n(out, p.elements(), Bits(0));
  const int64_t channels = shape[1], height = shape[2], width = shape[3], columns = get(packing, "columns"),
                runs = width / columns, quads = p.depth / 4 / height / runs;
  for (int64_t row = 0; row < shape[0]; ++row) {
    const int64_t inGroup = row % p.outputs, panel = row / p.outputs * p.panels() + inGroup / p.width;
    for (int64_t c = 0; c < channels; ++c)
      for (int64_t y = 0; y < height; ++y)
        for (int64_t x = 0; x < width; ++x) {
          const int64_t k = x % columns * channels + c;
          const int64_t quad = (y * runs + x / columns) * quads + k / 4;
          out[((panel * (p.depth / 4) + quad) * p.width + inGroup % p.width) * 4 + k % 4] =
              in[((row * channels + c) * height + y) * width + x];
        }
  }
}

DictionaryAttr make(MLIRContext* context, StringRef kind, ArrayRef<std::pair<StringRef, int64_t>> numbers) {
  Builder b(context);
  SmallVector<NamedAttribute> attrs{b.getNamedAttr("kind", b.getStringAttr(kind))};
  for (auto [name, value] : numbers)
    attrs.push_back(b.getNamedAttr(name, b.getI64IntegerAttr(value)));
  return b.getDictionaryAttr(attrs);
}

} // namespace

int64_t packedElements(ArrayRef<int64_t> shape, DictionaryAttr packing) {
  if (!packing || packing.getAs<StringAttr>("kind").getValue() == "depthwise")
    return ShapedType::getNumElements(shape);
  return panelsOf(shape, packing).elements();
}

template <typename Bits>
void pack(ArrayRef<int64_t> shape, DictionaryAttr packing, const Bits* in, Bits* out) {
  if (!packing) {
    std::memcpy(out, in, ShapedType::getNumElements(shape) * sizeof(Bits));
    return;
  }
  StringRef kind = packing.getAs<StringAttr>("kind").getValue();
  if (kind == "depthwise") {
    int64_t channels = shape[0], window = shape[2] * shape[3];
    for (int64_t c = 0; c < channels; ++c)
      for (int64_t k = 0; k < window; ++k)
        out[k * channels + c] = in[c * window + k];
    return;
  }
  if (kind == "recurrence") {
    int64_t units = shape[1], gates = get(packing, "gates"), width = get(packing, "width");
    for (int64_t panel = 0; panel * width < units; ++panel)
      for (int64_t k = 0; k < units; ++k)
        for (int64_t gate = 0; gate < gates; ++gate)
          for (int64_t w = 0; w < width; ++w, ++out) {
            int64_t unit = panel * width + w;
            *out = unit < units ? in[(gate * units + unit) * units + k] : 0;
          }
    return;
  }
  if (kind == "winograd") {
    if constexpr (sizeof(Bits) == sizeof(float))
      packWinogradWeights(shape, packing, reinterpret_cast<const float*>(in), reinterpret_cast<float*>(out));
    else
      llvm_unreachable("Winograd's weights are f32");
    return;
  }
  Panels p = panelsOf(shape, packing);
  if (kind == "quads" || kind == "pairs") {
    const int64_t each = kind == "quads" ? 4 : 2;
    std::fill_n(out, p.elements(), Bits(0));
    for (int64_t row = 0; row < shape[0]; ++row)
      for (int64_t k = 0; k < shape[1]; ++k)
        out[((row / p.width * (p.depth / each) + k / each) * p.width + row % p.width) * each + k % each] =
            in[row * shape[1] + k];
    return;
  }
  if (kind == "conv_quads")
    return packWindowsInQuads(shape, packing, in, out);
  // Where k of one output lies in the input: a convolution's K runs over (ky, kx, c), its weight over (c, ky,
  // kx).
  SmallVector<int64_t> order(p.depth);
  int64_t rowStride = p.depth;
  if (kind == "conv") {
    int64_t channels = shape[1], window = shape[2] * shape[3];
    for (int64_t k = 0; k < window; ++k)
      for (int64_t c = 0; c < channels; ++c)
        order[k * channels + c] = c * window + k;
  } else if (kind == "linear") {
    for (int64_t k = 0; k < p.depth; ++k)
      order[k] = k;
  } else {
    rowStride = 1;
    for (int64_t k = 0; k < p.depth; ++k)
      order[k] = k * p.outputs;
  }
  for (int64_t g = 0; g < p.groups; ++g)
    for (int64_t panel = 0; panel < p.panels(); ++panel) {
      Bits* to = out + (g * p.panels() + panel) * p.depth * p.width;
      for (int64_t w = 0; w < p.width; ++w) {
        int64_t output = panel * p.width + w;
        const Bits* row = in + (g * p.outputs + output) * rowStride;
        for (int64_t k = 0; k < p.depth; ++k)
          to[k * p.width + w] = output < p.outputs ? row[order[k]] : 0;
      }
    }
}

template void pack(ArrayRef<int64_t>, DictionaryAttr, const uint8_t*, uint8_t*);
template void pack(ArrayRef<int64_t>, DictionaryAttr, const uint16_t*, uint16_t*);
template void pack(ArrayRef<int64_t>, DictionaryAttr, const uint32_t*, uint32_t*);
template void pack(ArrayRef<int64_t>, DictionaryAttr, const uint64_t*, uint64_t*);

SmallVector<int64_t> PackedAxes::packedShape() const {
  SmallVector<int64_t> sizes;
  for (int64_t from : order)
    sizes.push_back(from == axis ? panels : from == static_cast<int64_t>(shape.size()) ? width : shape[from]);
  return sizes;
}

bool isPackingOf(DictionaryAttr packing, ArrayRef<int64_t> shape) {
  auto kind = packing.getAs<StringAttr>("kind");
  auto positive = [&](StringRef name) {
    auto value = packing.getAs<IntegerAttr>(name);
    return value && value.getType().isInteger(64) && value.getInt() >= 1 && value.getInt() <= 4096;
  };
  if (!kind || llvm::is_contained(shape, 0))
    return false;
  if (kind.getValue() == "depthwise")
    return shape.size() == 4;
  if (!positive("width"))
    return false;
  if (kind.getValue() == "conv_quads")
    return shape.size() == 4 && positive("groups") && shape[0] % get(packing, "groups") == 0 &&
           positive("columns") && shape[3] % get(packing, "columns") == 0;
  if (kind.getValue() == "conv")
    return shape.size() == 4 && positive("groups") && shape[0] % get(packing, "groups") == 0;
  if (kind.getValue() == "winograd")
    return shape.size() == 4 && shape[2] == 3 && shape[3] == 3 && positive("groups") &&
           shape[0] % get(packing, "groups") == 0 && positive("tile") &&
           (get(packing, "tile") == 2 || get(packing, "tile") == 4);
  if (kind.getValue() == "recurrence")
    return shape.size() == 2 && positive("gates") && shape[0] % get(packing, "gates") == 0;
  return kind.getValue() == "linear" || kind.getValue() == "quads" || kind.getValue() == "pairs"
             ? shape.size() == 2
             : kind.getValue() == "matmul" && shape.size() >= 2;
}

PackedAxes packedAxes(ArrayRef<int64_t> shape, DictionaryAttr packing) {
  StringRef kind = packing.getAs<StringAttr>("kind").getValue();
  PackedAxes p;
  if (kind == "conv") {
    int64_t groups = get(packing, "groups");
    p = {{groups, shape[0] / groups, shape[1], shape[2], shape[3]}, 1, 1, 1, {0, 1, 3, 4, 2, 5}};
  } else if (kind == "recurrence") {
    int64_t gates = get(packing, "gates");
    p = {{gates, shape[0] / gates, shape[1]}, 1, 1, 1, {1, 2, 0, 3}};
  } else if (kind == "linear") {
    p = {{shape[0], shape[1]}, 0, 1, 1, {0, 1, 2}};
  } else if (kind == "matmul") {
    int64_t rows = shape.end()[-2], columns = shape.end()[-1];
    p = {{ShapedType::getNumElements(shape.drop_back(2)), rows, columns}, 2, 1, 1, {0, 2, 1, 3}};
  } else { // depthwise: all channels are one panel
    p = {{shape[0], shape[2] * shape[3]}, 0, 1, shape[0], {0, 1, 2}};
    return p;
  }
  p.width = get(packing, "width");
  p.panels = (p.shape[p.axis] + p.width - 1) / p.width;
  return p;
}

namespace {

Value reshape(OpBuilder& b, Location loc, Value value, ArrayRef<int64_t> shape) {
  auto type = cast<RankedTensorType>(value.getType());
  return type.getShape() == shape ? value : ReshapeOp::create(b, loc, type.clone(shape), value);
}

// `axis` as panels and places inside them.
SmallVector<int64_t> cut(const PackedAxes& p) {
  SmallVector<int64_t> sizes(p.shape);
  sizes[p.axis] = p.width;
  sizes.insert(sizes.begin() + p.axis, p.panels);
  return sizes;
}

// From `order` to the axes of cut().
SmallVector<int64_t> permutation(const PackedAxes& p) {
  SmallVector<int64_t> axes;
  for (int64_t from : p.order)
    axes.push_back(from == static_cast<int64_t>(p.shape.size()) ? p.axis + 1
                   : from > p.axis                              ? from + 1
                                                                : from);
  return axes;
}

} // namespace

Value packWeight(OpBuilder& b, Location loc, Value weight, DictionaryAttr packing) {
  PackedAxes p = packedAxes(cast<RankedTensorType>(weight.getType()).getShape(), packing);
  Value value = reshape(b, loc, weight, p.shape);
  if (int64_t missing = p.panels * p.width - p.shape[p.axis]) {
    SmallVector<int64_t> low(p.shape.size(), 0), high(low);
    high[p.axis] = missing;
    value = PadOp::create(b, loc, value, low, high, PadMode::Constant, llvm::APFloat(0.0));
  }
  value = reshape(b, loc, value, cut(p));
  return TransposeOp::create(b, loc, value, b.getDenseI64ArrayAttr(permutation(p)));
}

Value unpackWeight(OpBuilder& b, Location loc, Value packed, RankedTensorType type, DictionaryAttr packing) {
  PackedAxes p = packedAxes(type.getShape(), packing);
  SmallVector<int64_t> forth = permutation(p), back(forth.size()), padded(p.shape);
  for (auto [to, from] : llvm::enumerate(forth))
    back[from] = static_cast<int64_t>(to);
  padded[p.axis] = p.panels * p.width;
  Value value = TransposeOp::create(b, loc, packed, b.getDenseI64ArrayAttr(back));
  value = reshape(b, loc, value, padded);
  if (padded != p.shape)
    value = SliceOp::create(b, loc, value, SmallVector<int64_t>(padded.size(), 0), p.shape,
                            SmallVector<int64_t>(padded.size(), 1));
  return reshape(b, loc, value, type.getShape());
}

DictionaryAttr packConv(MLIRContext* context, int64_t groups, int64_t width) {
  return make(context, "conv", {{"groups", groups}, {"width", width}});
}
DictionaryAttr packLinear(MLIRContext* context, int64_t width) {
  return make(context, "linear", {{"width", width}});
}
DictionaryAttr packQuads(MLIRContext* context, int64_t width) {
  return make(context, "quads", {{"width", width}});
}
DictionaryAttr packPairs(MLIRContext* context, int64_t width) {
  return make(context, "pairs", {{"width", width}});
}
DictionaryAttr packConvQuads(MLIRContext* context, int64_t groups, int64_t columns, int64_t width) {
  return make(context, "conv_quads", {{"groups", groups}, {"columns", columns}, {"width", width}});
}
DictionaryAttr packMatmul(MLIRContext* context, int64_t width) {
  return make(context, "matmul", {{"width", width}});
}
DictionaryAttr packRecurrence(MLIRContext* context, int64_t gates, int64_t width) {
  return make(context, "recurrence", {{"gates", gates}, {"width", width}});
}
DictionaryAttr packDepthwise(MLIRContext* context) {
  return make(context, "depthwise", {});
}
DictionaryAttr packWinograd(MLIRContext* context, int64_t groups, int64_t tile, int64_t width) {
  return make(context, "winograd", {{"groups", groups}, {"tile", tile}, {"width", width}});
}

bool hasWholeWindows(Value weight) {
  StridedView view = stridedView(weight);
  return isa<BlockArgument>(view.base) && view.strides.size() == 4 &&
         (view.strides[3] == 1 || view.strides[3] == -1) && view.strides[2] == 3 * view.strides[3];
}

bool isMove(DictionaryAttr packing) {
  StringRef kind = packing.getAs<StringAttr>("kind").getValue();
  return !isTransformed(packing) && !kind.ends_with("quads") && kind != "pairs";
}

bool isTransformed(DictionaryAttr packing) {
  return packing.getAs<StringAttr>("kind").getValue() == "winograd";
}

} // namespace aic::lowering
