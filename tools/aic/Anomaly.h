// Which operator of a run was the first whose result is not finite.
#pragma once

#include "compiler/driver/Driver.h"
#include "runtime/aic.h"

#include <string>
#include <vector>

namespace aic::tool {

/// Looks at what each dispatch of an entry has written, while it runs on a session: about as slow as reading
/// all of that once more.
class Anomaly {
public:
  /// The session must be of what `compilation` made, of its first target; both outlive this.
  Anomaly(driver::Compilation& compilation, const aic_model* model, aic_session* session, uint32_t entry);
  ~Anomaly();
  Anomaly(const Anomaly&) = delete;
  Anomaly& operator=(const Anomaly&) = delete;

  /// Before a run.
  void begin() { infinite_ = nan_ = -1; }

  /// Of the run since: "model.graph:12:7: fc1 + relu is the first operator whose result is not finite".
  /// Infinities may be meant (a mask), so the first NaN is named too where it is another's. "" where all is
  /// finite.
  std::string describe() const;

private:
  /// A float tensor that a dispatch writes: its buffer's place among those of the dispatch, the bytes of an
  /// element, and where they lie in the buffer, one run after another.
  struct Written {
    size_t buffer, bytes;
    int64_t runs, length, offset, stride;
  };

  void look(uint32_t dispatch, void* const* buffers, uint32_t count);
  std::string operatorOf(int64_t dispatch) const;

  const aic_model* model_;
  aic_session* session_;
  uint32_t entry_, target_ = 0;
  std::vector<std::vector<Written>> written_; // by dispatch
  int64_t infinite_ = -1, nan_ = -1; // the first dispatch whose result is not finite, or not a number
};

} // namespace aic::tool
