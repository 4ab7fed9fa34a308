#include "runtime/Structs.h"

#include "runtime/Failure.h"

namespace aic::runtime {

aic_status ReadStructBytes(const char* function, const char* type, uint32_t first, const void* structure,
                           uint32_t* bytes) {
  memcpy(bytes, structure, sizeof(*bytes));
  if (*bytes >= first && *bytes <= kMaxStructBytes)
    return AIC_OK;
  return Fail(AIC_INVALID_ARGUMENT,
              "%s: %s.struct_bytes is %u, where %u or more is meant: set it to sizeof(%s) with AIC_INIT",
              function, type, *bytes, first, type);
}

aic_status CheckZeroBehind(const char* function, const char* type, const void* options, uint32_t known,
                           uint32_t bytes) {
  const auto* all = static_cast<const unsigned char*>(options);
  for (uint32_t i = known; i < bytes; ++i)
    if (all[i])
      return Fail(
          AIC_INVALID_ARGUMENT,
          "%s: %s has %u bytes, of which this library (version %s) knows %u, and byte %u is not zero: the "
          "program asks for what only a newer library can do",
          function, type, bytes, aic_version(), known, i);
  return AIC_OK;
}

} // namespace aic::runtime
