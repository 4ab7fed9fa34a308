/// \file
/// The artifact's header, out of bytes that nobody vouches for.
#ifndef AIC_RUNTIME_HEADER_H
#define AIC_RUNTIME_HEADER_H

#include "runtime/Memory.h"
#include "runtime/schema/Prelude.h"
#include "runtime/schema/Signature.h"
#include "runtime/schema/artifact_generated.h"

namespace aic::runtime {

/// A header whose every offset, size, index and range has been checked. What is not checked: the weights'
/// checksum, and whether a kernel stays inside the buffers that its dispatches bind, which only the compiler
/// can know.
class Header {
public:
  /// Checks `size` bytes at `bytes`, a whole model.aic, and copies the header out of them, so that it stays
  /// as it was checked whatever happens to the file. `where` names the file in messages. Errors:
  /// AIC_INVALID_ARTIFACT, AIC_UNSUPPORTED (another format version), AIC_OUT_OF_MEMORY.
  aic_status Read(const char* where, const uint8_t* bytes, uint64_t size);

  const schema::Header& operator*() const { return *root_; }
  const schema::Header* operator->() const { return root_; }

  /// The minor version of the format that it is written in.
  uint32_t minor() const { return minor_; }

  /// The weights section, or NULL if the model has none.
  const schema::Section* weights() const { return weights_; }

  /// The file's signature, which nobody has compared with anything, or NULL; and how many bytes of the file
  /// are before it, else all.
  const schema::Signature* signature() const { return signature_.bytes ? &signature_ : nullptr; }
  uint64_t signedBytes() const { return signedBytes_; }

  /// The size of input or output `index` of an entry in bytes.
  uint64_t InputBytes(uint32_t entry, uint32_t index) const { return sizes_[firstSize_[entry] + index]; }
  uint64_t OutputBytes(uint32_t entry, uint32_t index) const {
    return InputBytes(entry, root_->entries()->Get(entry)->inputs()->size() + index);
  }

  uint32_t StateCount() const { return root_->states() ? root_->states()->size() : 0; }
  const schema::State& State(uint32_t index) const { return *root_->states()->Get(index); }
  /// The size of a state in bytes.
  uint64_t StateBytes(uint32_t index) const { return stateBytes_[index]; }
  /// Where a state begins in memory that holds all of them: a multiple of 64. Of StateCount(): where they
  /// end.
  uint64_t StateStart(uint32_t index) const { return stateStart_[index]; }

  /// What `bytes` bytes of an input, output or state are in the memory of a kind of target.
  static uint64_t BytesThere(const schema::TargetRules& rules, const schema::Tensor& tensor, uint64_t bytes) {
    return bytes / schema::kElementBytes[tensor.type()] * rules.elementBytes[tensor.type()];
  }

private:
  aic_status CheckEntries(const char* where);
  /// The weights section is known already.
  aic_status CheckStates(const char* where);
  aic_status CheckSections(const char* where, const uint8_t* bytes, uint64_t size, uint64_t headerEnd);
  aic_status CheckTarget(const char* where, uint32_t index, const uint8_t* fileBytes) const;
  /// The kernels of a target with variants, and their SPIR-V. Dispatches are checked already.
  aic_status CheckShaders(const char* where, const schema::Target& target, const uint8_t* fileBytes) const;
  aic_status CheckProgram(const char* where, const schema::Target& target, uint32_t entry) const;
  /// The tensor that a binding of an input, output or state names, and its size; NULL if there is none. Says
  /// how many there are, and of what ("input").
  const schema::Tensor* TensorOf(uint32_t entry, const schema::Binding& binding, const char** what,
                                 uint32_t* count, uint64_t* bytes) const;
  /// Of a dispatch that runs `times` times.
  aic_status CheckDispatch(const char* where, const schema::Target& target, uint32_t entry,
                           const schema::Dispatch& dispatch, uint32_t times) const;
  /// Where it begins at byte `offset`.
  aic_status CheckBinding(const char* where, const schema::Target& target, uint32_t entry,
                          const schema::Dispatch& dispatch, uint32_t index, uint64_t offset) const;

  /// `end`: of the last section.
  aic_status ReadSignature(const char* where, const uint8_t* bytes, uint64_t size, uint64_t end);

  uint32_t minor_ = 0;
  schema::Signature signature_ = {}; ///< A copy, as the header is one.
  uint64_t signedBytes_ = 0;
  Array<uint64_t> copy_; // FlatBuffers' scalars must stand at multiples of their size
  const schema::Header* root_ = nullptr;
  const schema::Section* weights_ = nullptr;
  Array<uint64_t> sizes_;     ///< Of all entries: an entry's inputs, then its outputs.
  Array<uint32_t> firstSize_; ///< Where an entry's begin.
  Array<uint64_t> stateBytes_;
  Array<uint64_t> stateStart_; ///< One more than there are states.
};

} // namespace aic::runtime

#endif // AIC_RUNTIME_HEADER_H
