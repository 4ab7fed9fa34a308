#include "runtime/vulkan/Hazards.h"

namespace aic::runtime::vulkan {

bool Hazards::Meet(const Access* accesses, size_t count) const {
  for (size_t i = 0; i < count; ++i)
    for (size_t j = 0; j < count_; ++j) {
      const Access &now = accesses[i], &before = seen_[j];
      if ((now.write || before.write) && now.space == before.space && now.begin < before.end &&
          before.begin < now.end)
        return true;
    }
  return false;
}

void Hazards::Note(const Access* accesses, size_t count) {
  for (size_t i = 0; i < count; ++i)
    seen_[count_++] = accesses[i];
}

} // namespace aic::runtime::vulkan
