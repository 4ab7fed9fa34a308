// llama.cpp's files of weights (https://github.com/ggml-org/ggml/blob/master/docs/gguf.md), and what its
// tensors are called in PyTorch's checkpoints.

#ifndef AIC_FRONTENDS_WEIGHTS_GGUF_H
#define AIC_FRONTENDS_WEIGHTS_GGUF_H

#include "absl/strings/string_view.h"

#include <string>

namespace aic::weights {

/// How a tensor differs from the checkpoint's, but for its name.
enum class GgufOrder {
  Same,
  Transposed,  ///< [out, in] where the checkpoint has [in, out]: GPT-2's Conv1D
  PairedQuery, ///< rows of a head so that a rotary embedding's pairs are neighbours, and not its two halves
  PairedKey,   ///< the same, in the heads of keys
};

struct GgufName {
  std::string name;
  GgufOrder order = GgufOrder::Same;
};

/// What Hugging Face's checkpoints call a tensor of a model of this `general.architecture` ("llama", "gpt2");
/// its own name where the architecture or the tensor is not in the table.
GgufName CheckpointName(absl::string_view architecture, absl::string_view name);

/// Whether the file's table of tokens makes the logits too where it has no tensor of its own for that; the
/// name of that in the checkpoint, or "".
absl::string_view TiedHead(absl::string_view architecture);

} // namespace aic::weights

#endif
