// `aic run --check`: the compiled model beside the oracle.
#pragma once

#include "compiler/driver/Driver.h"
#include "compiler/reference/Function.h"
#include "tools/aic/Model.h"

#include <map>
#include <string>
#include <vector>

namespace aic::tool {

/// Runs a session and compares all that it computes. After each dispatch its results are compared with those
/// of compiler/reference, which computes the same plan in double precision from the same inputs and states;
/// after the run, the outputs and states are compared with those of the module as the frontend made it, so
/// that an error of a pass is seen too. Every run begins with the states that the session has, so that what
/// is uncertain in one does not add up over many: a run that is right from states that are right leaves such
/// states.
///
/// Each element has a bound of its own (reference/Uncertainty.h): 1e-4 of it (f64: 1e-10, f16: 5e-3, bf16:
/// 4e-2; integers and bools: equal), or as much as it is uncertain where values are rounded. States that a
/// run does not write keep every bit.
class ReferenceCheck {
public:
  /// The session must be of `model`, which must be what `compilation` made; all outlive this.
  ReferenceCheck(driver::Compilation& compilation, const aic_model* model, aic_session* session);

  /// That the states of a session that has not run are those of the module. Returns as run() does.
  int checkNew();

  /// Runs an entry once. Prints the first operator that differs, at its source line, or what else differs,
  /// and returns NumbersDiffer; other failures are printed and returned as their exit codes; else Good.
  int run(uint32_t entry, const std::vector<Buffer>& inputs, const std::vector<Buffer>& outputs);

  /// "12 operators agree with the reference; the farthest is off by 2.1e-07 of its largest value, at ...",
  /// and how many have numbers that roundings decide, which are not measured so.
  std::string summary() const;

private:
  struct Run;

  int referenceFailed();
  int readStates(reference::StateValues& values, std::map<std::string, std::string>* bytes = nullptr);

  driver::Compilation& compilation_;
  const aic_model* model_;
  aic_session* session_;
  size_t shown_; // of the diagnostics
  struct Entry {
    size_t operators = 0, runs = 0;
  };
  std::map<uint32_t, Entry> entries_;
  double farthest_ = 0;
  std::string farthestPlace_;
  size_t uncertain_ = 0; // operators of which roundings decide a number, in the run that has most
  std::string uncertainPlace_;
};

} // namespace aic::tool
