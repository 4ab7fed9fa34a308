// What the passes say about their work: MLIR remarks, one clear sentence each, at the operator's place in the
// source.
#pragma once

#include "mlir/IR/Location.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/IR/Remarks.h"
#include "mlir/IR/Types.h"

#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace aic::transforms {

/// One remark. The location is that of the operator; it may be a FusedLoc, a NameLoc or a CallSiteLoc.
struct CollectedRemark {
  bool passed;         ///< true: the pass applied; false: it did not, and the message says why
  std::string pass;    ///< the pass's argument, such as "aic-fuse-epilogues"
  std::string message; ///< one sentence
  mlir::Location location;
};

/// What a RemarkCollector gathered, in the order in which it was said.
class CollectedRemarks {
public:
  void add(CollectedRemark remark);
  std::vector<CollectedRemark> all() const;

private:
  mutable std::mutex mutex; // passes on several functions may run at once
  std::vector<CollectedRemark> remarks;
};

/// A remark streamer that keeps the remarks of our passes instead of printing them.
class RemarkCollector final : public mlir::remark::detail::MLIRRemarkStreamerBase {
public:
  explicit RemarkCollector(std::shared_ptr<CollectedRemarks> into) : into(std::move(into)) {}
  void streamOptimizationRemark(const mlir::remark::detail::Remark& remark) override;

private:
  std::shared_ptr<CollectedRemarks> into;
};

/// From now on the remarks made in `context` are kept in the result, which outlives neither the context nor
/// its locations. Replaces whatever the context did with remarks before. Fails where MLIR cannot set its
/// engine up.
mlir::FailureOr<std::shared_ptr<CollectedRemarks>> collectRemarks(mlir::MLIRContext& context);

//===-- For the passes ----------------------------------------------------------------------------------===//

/// `pass` must be a literal: MLIR keeps the reference.
void reportPassed(mlir::Location loc, llvm::StringRef pass, const llvm::Twine& message);
void reportMissed(mlir::Location loc, llvm::StringRef pass, const llvm::Twine& message);

/// False where nobody listens: then a pass need not look for reasons.
bool remarksWanted(mlir::MLIRContext* context);

/// "f32[1, 64, 56, 56]"
std::string describe(mlir::Type type);

/// The operator's name as the user writes it: "conv2d".
llvm::StringRef describe(mlir::Operation* op);

/// Where a value comes from: "max_pool2d", "the input 'image'".
std::string describeSource(mlir::Value value);

} // namespace aic::transforms
