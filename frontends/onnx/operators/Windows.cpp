#include "frontends/onnx/operators/Windows.h"

namespace aic::onnx {

Node::Ints listOf(Node& n, llvm::StringRef name, size_t count, int64_t low, int64_t otherwise) {
  Node::Ints found = n.ints(name);
  if (found.empty())
    found.assign(count, otherwise);
  bool good = found.size() == count;
  for (int64_t value : found)
    good &= value >= low && value <= INT32_MAX;
  if (!good && !n.failed())
    n.error("its attribute " + name.str() + " is a list of " + std::to_string(count) +
            " numbers, each at least " + std::to_string(low));
  found.resize(count, low);
  return found;
}

Windows readWindows(Node& n, llvm::ArrayRef<int64_t> sizes, llvm::ArrayRef<int64_t> kernel) {
  size_t rank = sizes.size();
  Windows w;
  w.kernel.assign(kernel.begin(), kernel.end());
  w.stride = listOf(n, "strides", rank, 1, 1);
  w.dilation = listOf(n, "dilations", rank, 1, 1);
  Node::Ints pads = listOf(n, "pads", 2 * rank, 0, 0);
  w.before.assign(pads.begin(), pads.begin() + rank);
  w.after.assign(pads.begin() + rank, pads.end());
  std::string mode = n.string("auto_pad", "NOTSET");
  if (n.failed() || mode == "NOTSET" || mode == "")
    return w;
  if (mode == "VALID") {
    w.before.assign(rank, 0);
    w.after.assign(rank, 0);
    return w;
  }
  if (mode != "SAME_UPPER" && mode != "SAME_LOWER") {
    n.error("auto_pad is NOTSET, VALID, SAME_UPPER or SAME_LOWER");
    return w;
  }
  // As many windows as strides fit; the odd element of padding goes to the end with UPPER.
  for (size_t i = 0; i < rank; ++i) {
    int64_t count = (sizes[i] + w.stride[i] - 1) / w.stride[i];
    int64_t all = std::max<int64_t>((count - 1) * w.stride[i] + w.span(i) - sizes[i], 0);
    w.before[i] = mode == "SAME_UPPER" ? all / 2 : all - all / 2;
    w.after[i] = all - w.before[i];
  }
  return w;
}

} // namespace aic::onnx
