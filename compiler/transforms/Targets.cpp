// The devices that passes know, and questions to those of one compilation.
#include "compiler/transforms/Targets.h"

#include "mlir/IR/Diagnostics.h"

#include "llvm/ADT/STLExtras.h"

#include <limits>
#include <mutex>

using namespace mlir;

namespace aic::transforms {
namespace {

std::mutex mutex; // compilations may begin in several threads

SmallVector<Target>& known() {
  static SmallVector<Target> targets;
  return targets;
}

} // namespace

void registerTarget(const Target& target) {
  std::lock_guard<std::mutex> lock(mutex);
  if (llvm::none_of(known(), [&](const Target& other) { return other.name == target.name; }))
    known().push_back(target);
}

FailureOr<Targets> Targets::named(ArrayRef<std::string> names, MLIRContext* context) {
  std::lock_guard<std::mutex> lock(mutex);
  Targets found;
  for (const std::string& name : names) {
    auto* target = llvm::find_if(known(), [&](const Target& other) { return other.name == name; });
    if (target == known().end())
      return emitError(UnknownLoc::get(context)) << "no target has the name '" << name << "'";
    found.targets.push_back(*target);
  }
  return found;
}

std::string Targets::whyNot(Operation* op) const {
  for (const Target& target : targets)
    if (std::string why = target.whyNot(op); !why.empty())
      return why;
  return "";
}

int64_t Targets::buffers() const {
  int64_t least = std::numeric_limits<int64_t>::max();
  for (const Target& target : targets)
    least = std::min(least, target.buffers);
  return least;
}

std::string Draft::whyNot(const Targets& targets) const {
  for (Operation* op : made)
    if (std::string why = targets.whyNot(op); !why.empty())
      return why;
  return "";
}

void Draft::takeBack() {
  for (Operation* op : llvm::reverse(made))
    op->erase();
  made.clear();
}

} // namespace aic::transforms
