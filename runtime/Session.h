/// \file
/// A session: a plan of its own, and what is known of its states.
#ifndef AIC_RUNTIME_SESSION_H
#define AIC_RUNTIME_SESSION_H

#include "runtime/Control.h"
#include "runtime/Model.h"
#include "runtime/Target.h"

struct aic_session {
  aic_session(aic_model* sessionModel, const aic::runtime::TargetKind* sessionKind)
      : model(sessionModel), kind(sessionKind), targetIndex(model->chosen[kind->kind]) {
    model->Retain();
  }
  ~aic_session() {
    if (plan)
      kind->end(plan);
    model->Release();
  }

  const aic::schema::Target& target() const { return *model->header->targets()->Get(targetIndex); }

  aic_model* model;
  const aic::runtime::TargetKind* kind;
  const uint32_t targetIndex;
  uint32_t threads = 0;
  aic::runtime::Plan* plan = nullptr;
  aic::runtime::Trace trace;
  aic::runtime::Control control;
  std::atomic<bool> running{false};

  /// States that a run which failed, or a write, has left as nobody knows. As long as there is one, no run
  /// begins and no state is read.
  aic::runtime::Array<bool> lost;
  uint32_t lostStates = 0;
  void MarkLost(uint32_t state, bool isLost) {
    lostStates += uint32_t(isLost) - uint32_t(lost[state]);
    lost[state] = isLost;
  }
  void MarkAllLost() {
    for (uint32_t state = 0; state < lost.size(); ++state)
      MarkLost(state, true);
  }
  /// AIC_OK, or AIC_STATE_LOST with a message.
  aic_status CheckLost() const;
};

namespace aic::runtime {

/// Marks a session as running, and as idle again. Holds() is false when it was running already.
class RunMark {
public:
  explicit RunMark(aic_session& session)
      : session_(session), holds_(!session.running.exchange(true, std::memory_order_acquire)) {}
  ~RunMark() {
    if (holds_)
      session_.running.store(false, std::memory_order_release);
  }
  bool Holds() const { return holds_; }

private:
  aic_session& session_;
  bool holds_;
};

} // namespace aic::runtime

#endif // AIC_RUNTIME_SESSION_H
