/// \file
/// An open model: its bytes, its checked header, and the code of the targets that this machine may run,
/// ready.
#ifndef AIC_RUNTIME_MODEL_H
#define AIC_RUNTIME_MODEL_H

#include "runtime/Header.h"
#include "runtime/Memory.h"
#include "runtime/Target.h"

#include <atomic>

/// Unchanging once open, so threads share it without locks.
struct aic_model {
  std::atomic<uint32_t> references{1}; ///< The caller's, and one per session.
  aic::runtime::Array<char> where;     ///< Names the file in messages.
  aic::runtime::MappedFile file;       ///< Empty when opened from memory.
  const uint8_t* bytes = nullptr;
  uint64_t size = 0;
  aic::runtime::Header header;
  const uint8_t* weights = nullptr; ///< 64-byte aligned; NULL without weights.
  aic::runtime::Pages weightsCopy;  ///< Holds them when the caller's memory is not aligned.
  aic::runtime::Resident resident;  ///< Keeps them in memory, where that is asked for.
  uint32_t target = 0; ///< What a session runs that asks for no device; the number of targets: none.
  uint32_t chosen[aic::runtime::kTargetKinds] = {}; ///< The target of each kind that runs here; the number of
                                                    ///< targets: there is none.
  aic::runtime::Code* code[aic::runtime::kTargetKinds] = {}; ///< Of the chosen ones; NULL for others.
  aic::runtime::Array<const uint8_t*> sections; ///< Per target: its code section, aligned as its kind asks.
  aic::runtime::Pages sectionsCopy;             ///< Holds those that are not aligned in the caller's memory.
  /// Feature names of all targets, one target's after the other; target t's start at featureStart[t].
  aic::runtime::Array<const char*> features;
  aic::runtime::Array<uint32_t> featureStart;
  /// Dimensions of all entries, likewise.
  aic::runtime::Array<const char*> dimNames;
  aic::runtime::Array<int64_t> dimValues;
  aic::runtime::Array<uint32_t> dimStart; ///< One more than there are entries.

  aic_model() = default;
  ~aic_model();

  /// Sets the message and returns AIC_UNSUPPORTED: why there is no target of this kind.
  aic_status ExplainNo(const aic::runtime::TargetKind& kind) const;

  void Retain() { references.fetch_add(1, std::memory_order_relaxed); }
  void Release();
};

#endif // AIC_RUNTIME_MODEL_H
