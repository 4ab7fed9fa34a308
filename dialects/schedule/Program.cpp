// The verifier of `schedule.program`: that the plan is one, whoever made it.
#include "dialects/schedule/Schedule.h"

#include <map>

using namespace mlir;

namespace aic::schedule {
namespace {

/// A transient's life: from the dispatch that writes it first until `end`, which is the dispatch that reads
/// it last (whose results may take its place) or, where the last use is a write, the dispatch after that.
struct Life {
  TransientOp transient;
  int64_t begin, end;

  int64_t offset() { return *transient.getOffset(); }
  int64_t bytes() { return transient.getBytes(); }
};

/// C6, and the lives of the transients that dispatches use, in the order in which they begin.
LogicalResult findLives(ProgramOp program, SmallVectorImpl<Life>& lives) {
  llvm::DenseMap<Operation*, size_t> index;
  int64_t time = 0;
  for (DispatchOp dispatch : program.getBody().front().getOps<DispatchOp>()) {
    for (Value buffer : dispatch.getReads())
      if (auto transient = buffer.getDefiningOp<TransientOp>()) {
        auto life = index.find(transient);
        if (life == index.end()) {
          InFlightDiagnostic error =
              dispatch.emitOpError("reads a transient that nothing has written yet [C6]");
          error.attachNote(transient.getLoc()) << "the transient is here";
          return error;
        }
        lives[life->second].end = time;
      }
    for (Value buffer : dispatch.getWrites())
      if (auto transient = buffer.getDefiningOp<TransientOp>()) {
        auto [life, isNew] = index.try_emplace(transient, lives.size());
        if (isNew)
          lives.push_back({transient, time, time + 1});
        lives[life->second].end = time + 1;
      }
    ++time;
  }
  return success();
}

/// C3 and C4.
LogicalResult checkOffsets(ProgramOp program) {
  bool planned = program.getArenaBytes().has_value();
  for (TransientOp transient : program.getBody().front().getOps<TransientOp>()) {
    if (!transient.getOffset()) {
      if (planned)
        return transient.emitOpError("has no offset, but memory is planned [C4]");
      continue;
    }
    int64_t offset = *transient.getOffset();
    if (offset < 0 || offset % kBufferAlignment != 0)
      return transient.emitOpError("has offset ")
             << offset << ", which is not a multiple of " << kBufferAlignment << " from 0 on [C3]";
    int64_t arena = planned ? int64_t(*program.getArenaBytes()) : 0;
    int64_t bytes = transient.getBytes();
    if (planned && (offset > arena || bytes > arena - offset))
      return transient.emitOpError("has ")
             << bytes << " bytes at offset " << offset << ", the arena has " << arena << " bytes [C4]";
  }
  return success();
}

/// C5. `lives` are in the order in which they begin.
LogicalResult checkOverlaps(MutableArrayRef<Life> lives) {
  std::map<int64_t, Life*> alive;      // by offset; no two share a byte
  std::multimap<int64_t, Life*> byEnd; // the same
  for (Life& life : lives) {
    if (!life.transient.getOffset() || life.bytes() == 0)
      continue;
    while (!byEnd.empty() && byEnd.begin()->first <= life.begin) {
      alive.erase(byEnd.begin()->second->offset());
      byEnd.erase(byEnd.begin());
    }
    auto after = alive.lower_bound(life.offset());
    Life* other = nullptr;
    if (after != alive.end() && after->first - life.offset() < life.bytes())
      other = after->second;
    else if (after != alive.begin()) {
      Life* before = std::prev(after)->second;
      if (life.offset() - before->offset() < before->bytes())
        other = before;
    }
    if (other) {
      InFlightDiagnostic error =
          life.transient.emitOpError("has ")
          << life.bytes() << " bytes at offset " << life.offset()
          << ", some of which belong to a transient that is alive at the same time [C5]";
      error.attachNote(other->transient.getLoc())
          << "that one has " << other->bytes() << " bytes at offset " << other->offset();
      return error;
    }
    alive.emplace(life.offset(), &life);
    byEnd.emplace(life.end, &life);
  }
  return success();
}

/// C7.
template <typename OpTy> LogicalResult checkNumbers(ProgramOp program, const char* what) {
  auto ops = program.getBody().front().getOps<OpTy>();
  llvm::BitVector seen(std::distance(ops.begin(), ops.end()));
  for (OpTy op : ops) {
    uint64_t index = op.getIndex();
    if (index >= seen.size() || seen[index])
      return op.emitOpError("has number ") << int64_t(index) << "; the " << seen.size() << " " << what
                                           << " are numbered from 0, each once [C7]";
    seen.set(index);
  }
  return success();
}

/// C8.
LogicalResult checkStates(ProgramOp program) {
  llvm::SmallDenseSet<Attribute> seen;
  for (auto buffer : program.getBody().front().getOps<StateBufferOp>())
    if (!seen.insert(buffer.getStateAttr()).second)
      return buffer.emitOpError("is the second buffer of the state ") << buffer.getStateAttr() << " [C8]";
  return success();
}

} // namespace

LogicalResult ProgramOp::verify() {
  std::optional<uint64_t> sizes[] = {getArenaBytes(), getPeakLiveBytes(), getTotalBytes()};
  for (std::optional<uint64_t> size : sizes)
    if (size.has_value() != sizes[0].has_value() || (size && int64_t(*size) < 0))
      return emitOpError(
          "needs arena_bytes, peak_live_bytes and total_bytes together, none of them negative [C1]");
  if (getBody().getNumArguments() != 0)
    return emitOpError("has a region with arguments; buffers are operations [C2]");
  return success();
}

LogicalResult ProgramOp::verifyRegions() {
  SmallVector<Life> lives;
  if (failed(checkNumbers<InputOp>(*this, "inputs")) || failed(checkNumbers<OutputOp>(*this, "outputs")) ||
      failed(checkStates(*this)) || failed(checkOffsets(*this)) || failed(findLives(*this, lives)))
    return failure();
  return checkOverlaps(lives);
}

} // namespace aic::schedule
