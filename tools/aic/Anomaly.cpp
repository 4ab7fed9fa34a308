#include "tools/aic/Anomaly.h"

#include "absl/strings/str_cat.h"
#include "dialects/schedule/Schedule.h"

#include <cmath>
#include <cstring>
#include <iterator>

namespace aic::tool {

namespace {

/// Whether elements of f32 or f64 are finite, and whether one is not even a number.
template <typename T> void scan(const void* data, size_t count, bool& finite, bool& number) {
  const char* at = static_cast<const char*>(data);
  for (size_t i = 0; i < count; ++i, at += sizeof(T)) {
    T value;
    std::memcpy(&value, at, sizeof value);
    finite &= std::isfinite(value);
    number &= !std::isnan(value);
  }
}

} // namespace

Anomaly::Anomaly(driver::Compilation& compilation, const aic_model* model, aic_session* session,
                 uint32_t entry)
    : model_(model), session_(session), entry_(entry) {
  aic_session_info info;
  AIC_INIT(&info);
  if (aic_session_describe(session, &info) == AIC_OK)
    target_ = info.target;
  auto programs = compilation.schedule(0).getOps<schedule::ProgramOp>();
  schedule::ProgramOp program = *std::next(programs.begin(), entry);
  for (schedule::DispatchOp dispatch : program.getBody().front().getOps<schedule::DispatchOp>()) {
    std::vector<Written>& written = written_.emplace_back();
    auto kernel =
        mlir::SymbolTable::lookupNearestSymbolFrom<schedule::KernelOp>(dispatch, dispatch.getKernelAttr());
    const schedule::Runs runs = kernel.getResultRuns();
    for (auto [i, result] : llvm::enumerate(kernel.getResultTypes())) {
      auto type = llvm::cast<mlir::RankedTensorType>(result);
      const int64_t elements = type.getNumElements(), length = runs.areWhole() ? elements : runs.length;
      mlir::Type element = type.getElementType();
      if (element.isF32() || element.isF64())
        written.push_back({dispatch.getReads().size() + i, element.isF32() ? size_t{4} : size_t{8},
                           length > 0 ? elements / length : 0, length, runs.offset, runs.stride});
    }
  }
  aic_session_set_trace(
      session,
      [](void* user, uint32_t dispatch, uint64_t, void* const* buffers, uint32_t count) {
        static_cast<Anomaly*>(user)->look(dispatch, buffers, count);
      },
      this);
}

Anomaly::~Anomaly() {
  aic_session_set_trace(session_, nullptr, nullptr);
}

void Anomaly::look(uint32_t dispatch, void* const* buffers, uint32_t count) {
  if (dispatch >= written_.size() || nan_ >= 0)
    return;
  bool finite = true, number = true;
  for (const Written& written : written_[dispatch])
    for (int64_t run = 0; written.buffer < count && run < written.runs; ++run) {
      const char* at = static_cast<const char*>(buffers[written.buffer]) +
                       (written.offset + run * written.stride) * static_cast<int64_t>(written.bytes);
      const auto elements = static_cast<size_t>(written.length);
      written.bytes == 4 ? scan<float>(at, elements, finite, number)
                         : scan<double>(at, elements, finite, number);
    }
  if (!finite && infinite_ < 0)
    infinite_ = dispatch;
  if (!number)
    nan_ = dispatch;
}

std::string Anomaly::operatorOf(int64_t dispatch) const {
  aic_dispatch_info info;
  AIC_INIT(&info);
  if (aic_model_entry_dispatch(model_, target_, entry_, static_cast<uint32_t>(dispatch), &info) != AIC_OK)
    return absl::StrCat("operator ", dispatch + 1);
  return *info.location ? absl::StrCat(info.location, ": ", info.name) : std::string(info.name);
}

std::string Anomaly::describe() const {
  if (infinite_ < 0)
    return "";
  std::string text = absl::StrCat(operatorOf(infinite_), " is the first operator whose result is not finite");
  if (nan_ >= 0 && nan_ != infinite_)
    absl::StrAppend(&text, ", and ", operatorOf(nan_), " the first with a NaN");
  return text;
}

} // namespace aic::tool
