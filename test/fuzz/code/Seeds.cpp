/// \file
/// Writes the fuzz target's seed: Seeds FOLDER.
#include "test/unit/runtime/SmallCode.h"

#include <fstream>

int main(int argc, char** argv) {
  if (argc != 2)
    return 2;
  std::ofstream file(std::string(argv[1]) + "/small.so", std::ios::binary);
  return (file << aic::test::SmallCode().Bytes()).flush().good() ? 0 : 1;
}
