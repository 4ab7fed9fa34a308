// An entry that is run on batches of samples.
#pragma once

#include "tools/aic/Data.h"
#include "tools/aic/Model.h"

#include <string>
#include <utility>
#include <vector>

namespace aic::tool {

/// An entry that is run on batches, and the memory of its inputs and outputs.
struct BatchEntry {
  uint32_t entry = 0;
  std::vector<Buffer> inputs, outputs;
  Feed feed;
  std::vector<size_t> scalars; ///< the outputs that are one float: first the loss, which is called so or is
                               ///< first; not what Pieces passes on
  int rate = -1, step = -1, epoch = -1, seed = -1; ///< inputs that the loop fills; -1: there is none

  /// Opens an entry and matches its inputs with the samples. Inputs that the loop fills are scalars called
  /// `rate` (a float), step, epoch and seed (ints). Returns 0, or prints what is wrong and returns the exit
  /// code.
  int open(const aic_model* model, uint32_t number, const Samples& samples, const std::string& rate,
           const std::vector<std::pair<std::string, std::string>>& names);

  /// Of an entry whose inputs are there: `rate`, step, epoch and seed. Returns their names.
  std::vector<std::string> findScalars(const std::string& rate);

  /// The names of `scalars`.
  std::vector<std::string> names() const;
  /// A scalar's value after a run.
  double scalar(size_t i) const;

  /// Fills an input that the loop fills; nothing where `place` is -1.
  void storeRate(double value);
  void storeInteger(int place, int64_t value);

  aic_status run(aic_session* session);

private:
  std::vector<aic_input> in_;
  std::vector<aic_output> out_;
};

/// Whether it is f32 or f64.
bool isLossType(weights::ElementType type);
/// Writes a number into a scalar of such a type.
void storeScalar(weights::ElementType type, void* out, double value);

} // namespace aic::tool
