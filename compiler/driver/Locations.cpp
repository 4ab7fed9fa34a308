// MLIR locations as the user knows them.
#include "compiler/driver/Driver.h"
#include "mlir/IR/Location.h"

#include "llvm/Support/MemoryBuffer.h"

using namespace mlir;

namespace aic::driver {
namespace {

struct Place {
  FileLineColLoc at;
  SmallVector<FileLineColLoc> callers;
  std::string what = {}; // in a file without lines: "node 'conv1'"
};

// The last part of a fused location is its last operator, which is what a fused kernel gives; the innermost
// callee is where an operator stands.
Place find(Location location) {
  if (auto file = dyn_cast<FileLineColLoc>(location))
    return {file, {}, {}};
  if (auto name = dyn_cast<NameLoc>(location)) {
    Place place = find(name.getChildLoc());
    if (place.at && place.at.getLine() == 0)
      place.what = name.getName().str();
    return place;
  }
  if (auto call = dyn_cast<CallSiteLoc>(location)) {
    Place place = find(call.getCallee());
    Place caller = find(call.getCaller());
    if (!place.at)
      return caller;
    if (caller.at)
      place.callers.push_back(caller.at);
    place.callers.append(caller.callers);
    return place;
  }
  if (auto fused = dyn_cast<FusedLoc>(location))
    for (Location part : llvm::reverse(fused.getLocations()))
      if (Place place = find(part); place.at)
        return place;
  return {};
}

std::string lineOf(StringRef path, unsigned line) {
  auto file = llvm::MemoryBuffer::getFile(path);
  if (!file)
    return "";
  StringRef rest = (*file)->getBuffer();
  for (unsigned i = 1; i < line && !rest.empty(); ++i)
    rest = rest.split('\n').second;
  return rest.split('\n').first.rtrim('\r').str();
}

} // namespace

graph::Diagnostic diagnosticAt(Location location, graph::Diagnostic::Severity severity, std::string message) {
  graph::Diagnostic diagnostic;
  diagnostic.severity = severity;
  diagnostic.message = std::move(message);
  Place place = find(location);
  if (!place.at)
    return diagnostic;
  diagnostic.file = place.at.getFilename().str();
  if (place.at.getLine() == 0) { // no text, but a place with a name
    if (!place.what.empty())
      diagnostic.message = place.what + ": " + diagnostic.message;
    return diagnostic;
  }
  diagnostic.line = static_cast<int>(place.at.getLine());
  diagnostic.column = static_cast<int>(place.at.getColumn());
  diagnostic.sourceLine = lineOf(place.at.getFilename(), place.at.getLine());
  for (FileLineColLoc caller : place.callers) {
    graph::Frame frame;
    frame.file = caller.getFilename().str();
    frame.line = static_cast<int>(caller.getLine());
    frame.column = static_cast<int>(caller.getColumn());
    diagnostic.calls.push_back(frame);
  }
  return diagnostic;
}

std::string placeOf(Location location) {
  Place place = find(location);
  if (!place.at)
    return "";
  if (place.at.getLine() == 0)
    return place.at.getFilename().str() + (place.what.empty() ? "" : ": " + place.what);
  return place.at.getFilename().str() + ":" + std::to_string(place.at.getLine()) + ":" +
         std::to_string(place.at.getColumn());
}

} // namespace aic::driver
