#include "frontends/onnx/Operators.h"

#include "frontends/onnx/Onnx.h"

#include "llvm/ADT/StringExtras.h"

#include <map>

namespace aic::onnx {
namespace {

/// The rows of each operator, oldest first, by its name in the table.
const std::map<std::string, std::vector<const Operator*>>& table() {
  static const std::map<std::string, std::vector<const Operator*>> rows = [] {
    std::map<std::string, std::vector<const Operator*>> all;
    for (llvm::ArrayRef<Operator> family :
         {arithmeticOperators(),   activationOperators(),  comparisonOperators(), reductionOperators(),
          matrixOperators(),       convolutionOperators(), poolingOperators(),    normalisationOperators(),
          shapeOperators(),        indexOperators(),       scatterOperators(),    constantOperators(),
          recurrentOperators(),    resizeOperators(),      samplingOperators(),   signalOperators(),
          quantisationOperators(), lossOperators(),        textOperators(),       controlOperators(),
          fusedOperators(),        attentionOperators(),   bitwiseOperators(),    sequenceOperators(),
          deformOperators(),       detectionOperators(),   randomOperators(),     integerProductOperators(),
          qLinearOperators()})
      for (const Operator& row : family)
        all[row.name].push_back(&row);
    for (auto& entry : all)
      llvm::sort(entry.second, [](const Operator* a, const Operator* b) { return a->since < b->since; });
    return all;
  }();
  return rows;
}

const std::vector<const Operator*>* rowsOf(llvm::StringRef domain, llvm::StringRef name) {
  auto found = table().find(domain.empty() ? name.str() : (domain + ":" + name).str());
  bool fits = found != table().end() && (!domain.empty() || !name.contains(':'));
  return fits ? &found->second : nullptr;
}

} // namespace

const Operator* findOperator(llvm::StringRef domain, llvm::StringRef name, int64_t opset) {
  const Operator* found = nullptr;
  if (const auto* rows = rowsOf(domain, name))
    for (const Operator* row : *rows)
      if (row->since <= opset)
        found = row;
  return found;
}

bool isKnownOperator(llvm::StringRef domain, llvm::StringRef name) {
  return rowsOf(domain, name) != nullptr;
}

std::vector<OperatorInfo> supportedOperators() {
  std::vector<OperatorInfo> all;
  for (const auto& [name, rows] : table()) {
    OperatorInfo info;
    auto [domain, plain] = llvm::StringRef(name).rsplit(':');
    info.domain = plain.empty() ? "" : domain.str();
    info.name = plain.empty() ? name : plain.str();
    for (const Operator* row : rows) {
      info.versions.push_back(row->since);
      llvm::SmallVector<llvm::StringRef> parts;
      llvm::StringRef(row->attributes).split(parts, ' ', -1, /*KeepEmpty=*/false);
      for (llvm::StringRef part : parts)
        if (!llvm::is_contained(info.attributes, part))
          info.attributes.push_back(part.str());
      info.note = row->note; // the newest row's
    }
    llvm::sort(info.attributes);
    all.push_back(std::move(info));
  }
  llvm::sort(all, [](const OperatorInfo& a, const OperatorInfo& b) {
    return std::tie(a.domain, a.name) < std::tie(b.domain, b.name);
  });
  return all;
}

int64_t newestOpset() {
  return 24;
}

/// The end of the document.
static constexpr const char* kWhoDecides = R"(
## Who decides

The standard's text. Where PyTorch and ONNX Runtime agree on something else, or on what it leaves open, they do: models are
written by the one and checked with the other. What follows from that differs from some of ONNX's node tests:

| operator | what is computed | node tests that say otherwise |
| --- | --- | --- |
| Resize, Upsample | sizes are int(f32(size * scale)) and coordinates f32; align_corners divides by the result's size less 1, not by size * scale - 1; scales that change no size copy; a coordinate within 1e-6 of the middle is there, for round_prefer_floor and round_prefer_ceil; before opset 11 a pixel is the one before its coordinate, or the one after where the scale is below 1 | test_resize_downsample_scales_linear_align_corners, test_resize_downsample_scales_cubic_align_corners |
)";

std::string operatorTable() {
  std::string text =
      "# The operators of ONNX that aic imports\n\n"
      "Printed from the table in `operators/`: `build/bin/aic operators --markdown` writes it anew. A "
      "number is the first opset whose form of the operator has an importer of its own; it serves until "
      "the next. The newest opset that the table was written for is " +
      std::to_string(newestOpset()) +
      ".\n\n"
      "| operator | since opset | attributes | not supported |\n| --- | --- | --- | --- |\n";
  for (const OperatorInfo& info : supportedOperators()) {
    text += "| " + (info.domain.empty() ? "" : info.domain + ":") + info.name + " | ";
    for (auto [i, version] : llvm::enumerate(info.versions))
      text += (i ? ", " : "") + std::to_string(version);
    text += " | " + llvm::join(info.attributes, " ") + " | " + info.note + " |\n";
  }
  return text + kWhoDecides;
}

} // namespace aic::onnx
