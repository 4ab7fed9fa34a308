// Packing of weights: see Packing.h for the layouts.
#include "compiler/lowering/Packing.h"

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
  return {1, shape[1], shape[0], width};
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
  Panels p = panelsOf(shape, packing);
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

template void pack(ArrayRef<int64_t>, DictionaryAttr, const uint16_t*, uint16_t*);
template void pack(ArrayRef<int64_t>, DictionaryAttr, const uint32_t*, uint32_t*);
template void pack(ArrayRef<int64_t>, DictionaryAttr, const uint64_t*, uint64_t*);

DictionaryAttr packConv(MLIRContext* context, int64_t groups, int64_t width) {
  return make(context, "conv", {{"groups", groups}, {"width", width}});
}
DictionaryAttr packLinear(MLIRContext* context, int64_t width) {
  return make(context, "linear", {{"width", width}});
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

} // namespace aic::lowering
