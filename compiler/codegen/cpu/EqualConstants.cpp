// Constants by what they hold: see EqualConstants.h.
#include "compiler/codegen/cpu/EqualConstants.h"

#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/DialectResourceBlobManager.h"

#include "llvm/Support/xxhash.h"

using namespace mlir;

namespace aic::codegen {
namespace {

ArrayRef<char> bytesOf(Attribute value) {
  auto resource = dyn_cast<DenseResourceElementsAttr>(value);
  const AsmResourceBlob* blob = resource ? resource.getRawHandle().getBlob() : nullptr;
  return blob ? blob->getData() : ArrayRef<char>();
}

} // namespace

Attribute EqualConstants::first(Attribute value) {
  Attribute& same = known[value];
  if (same)
    return same;
  same = value;
  ArrayRef<char> bytes = bytesOf(value);
  if (bytes.empty())
    return same;
  uint64_t hash = llvm::xxh3_64bits(ArrayRef(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()));
  SmallVector<Attribute>& candidates = byHash[{cast<TypedAttr>(value).getType(), hash}];
  auto* found = llvm::find_if(candidates, [&](Attribute other) { return bytesOf(other) == bytes; });
  if (found != candidates.end())
    same = *found;
  else
    candidates.push_back(value);
  return same;
}

std::string nameOfConstant(Attribute value) {
  auto resource = dyn_cast<DenseResourceElementsAttr>(value);
  return resource ? "'" + resource.getRawHandle().getKey().str() + "'" : "a constant";
}

} // namespace aic::codegen
