/// \file
/// Writes the fuzz target's seeds: Seeds FOLDER. Small sound artifacts; their code is no ELF, the target
/// never loads it.
#include "runtime/schema/Prelude.h"
#include "runtime/schema/Signature.h"
#include "runtime/schema/artifact_generated.h"
#include "test/unit/runtime/TestModel.h"

#include <cstdio>
#include <cstring>
#include <fstream>

using namespace aic;

/// The same artifact with its weights at the next 64 bytes instead of at the next page: the loader asks for
/// no more, and an input of libFuzzer's is 4096 bytes at most.
static std::string Compact(std::string bytes) {
  auto* header = schema::GetMutableHeader(bytes.data() + sizeof(schema::Prelude));
  const auto& sections = *header->sections();
  for (uint32_t i = 1; i < sections.size(); ++i) {
    auto* section = const_cast<schema::Section*>(sections[i]);
    uint64_t end = sections[i - 1]->offset() + sections[i - 1]->bytes(), offset = (end + 63) / 64 * 64;
    uint64_t surplus = section->offset() - offset;
    section->mutate_offset(offset);
    section->mutate_alignment(64);
    bytes.erase(offset, surplus); // The header, before it, stays where it is.
  }
  uint64_t size = bytes.size();
  memcpy(&bytes[offsetof(schema::Prelude, fileBytes)], &size, sizeof(size));
  test::FixChecksums(&bytes);
  return bytes;
}

/// With a signature behind it, by nobody.
static std::string Signed(std::string bytes) {
  schema::Signature signature = {};
  memcpy(signature.magic, schema::kSignatureMagic, sizeof(signature.magic));
  signature.kind = schema::Signature::kEd25519;
  signature.bytes = sizeof(signature);
  bytes.resize((bytes.size() + schema::kSignatureAlignment - 1) / schema::kSignatureAlignment *
               schema::kSignatureAlignment);
  bytes.append(reinterpret_cast<const char*>(&signature), sizeof(signature));
  uint64_t size = bytes.size();
  memcpy(&bytes[offsetof(schema::Prelude, fileBytes)], &size, sizeof(size));
  test::FixChecksums(&bytes);
  return bytes;
}

int main(int argc, char** argv) {
  if (argc != 2)
    return 2;
  const std::string code = "not code";
  auto write = [&](const test::TestModel& model, const char* name, bool isSigned = false) {
    absl::StatusOr<std::string> bytes = artifact::SerializeArtifact(model.content);
    if (!bytes.ok())
      return fprintf(stderr, "%s\n", bytes.status().ToString().c_str()), false;
    std::string compact = Compact(*std::move(bytes));
    if (isSigned)
      compact = Signed(std::move(compact));
    return (std::ofstream(std::string(argv[1]) + "/" + name, std::ios::binary) << compact).flush().good();
  };
  auto two = test::TwoTargetModel();
  two->target().code = absl::MakeConstSpan(reinterpret_cast<const uint8_t*>(code.data()), code.size());
  two->target().kernels.resize(3); // The plan runs no others, and an input of libFuzzer's is small.
  for (artifact::Target& target : two->content.targets)
    for (artifact::Dispatch& dispatch : target.programs[0].dispatches)
      dispatch.location.clear(), dispatch.name.clear(); // The other seeds have them.
  auto entries = test::TwoEntryModel();
  entries->target().code = two->target().code;
  entries->target().kernels.resize(3);
  entries->program().scratchBytes = 64;
  auto states = test::StateModel();
  states->target().code = two->target().code;
  auto loop = test::ChainModel(5, code);
  artifact::Program& program = loop->program();
  for (artifact::Dispatch& dispatch : program.dispatches)
    dispatch.location.clear(), dispatch.name.clear();
  program.dispatches.erase(program.dispatches.begin() + 3, program.dispatches.begin() + 5);
  program.dispatches[1].strides = {64, 0};
  program.dispatches[1].bindings[0].bytes = 64;
  program.repeats = {{1, 2, 2}};
  bool good = write(*loop, "loop.aic") && write(*test::ChainModel(1, code), "chain.aic") &&
              write(*test::EmptyModel(code), "empty.aic") &&
              write(*test::EmptyModel(code), "signed.aic", true) && write(*two, "two.aic") &&
              write(*entries, "entries.aic") && write(*states, "states.aic");
  return good ? 0 : 1;
}
