/// \file
/// Writes the model that C99Test.c runs: C99Model FILE.
#include "test/unit/runtime/TestModel.h"

#include <cstdio>

int main(int argc, char** argv) {
  if (argc != 2)
    return 2;
  absl::Status status =
      aic::artifact::WriteArtifact(aic::test::ChainModel(8, aic::test::WholeKernels())->content, argv[1]);
  if (!status.ok())
    fprintf(stderr, "%s\n", status.ToString().c_str());
  return status.ok() ? 0 : 1;
}
