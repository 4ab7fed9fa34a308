# The runtime for AArch64, made on x86-64 by clang and LLD; Debian has the C library for it:
#
#   apt install clang-22 lld-22 (or mold) libc6-dev-arm64-cross libstdc++-12-dev-arm64-cross
#   cmake -B build-aarch64 -G Ninja -DCMAKE_TOOLCHAIN_FILE=tools/cmake/aarch64-linux-gnu.cmake \
#         -DAIC_BUILD_COMPILER=OFF -DAIC_BUILD_TESTS=OFF -DCMAKE_BUILD_TYPE=Release
#   ninja -C build-aarch64
#
# With crossbuild-essential-arm64 the same by GCC: -DAIC_CROSS_GCC=ON. What it makes runs here by qemu-user:
#   qemu-aarch64 -L /usr/aarch64-linux-gnu build-aarch64/bin/PROGRAM
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(aic_triple aarch64-linux-gnu)
option(AIC_CROSS_GCC "Cross-compile by ${aic_triple}-gcc instead of clang" OFF)
if(AIC_CROSS_GCC)
  set(CMAKE_C_COMPILER ${aic_triple}-gcc)
  set(CMAKE_CXX_COMPILER ${aic_triple}-g++)
else()
  set(CMAKE_C_COMPILER clang-22)
  set(CMAKE_CXX_COMPILER clang++-22)
  set(CMAKE_C_COMPILER_TARGET ${aic_triple})
  set(CMAKE_CXX_COMPILER_TARGET ${aic_triple})
  find_program(AIC_LLD ld.lld)
  if(AIC_LLD)
    add_link_options(-fuse-ld=lld)
  else()
    add_link_options(-fuse-ld=mold)
  endif()
endif()
# What the tests run programs by.
set(CMAKE_CROSSCOMPILING_EMULATOR qemu-aarch64 -L /usr/${aic_triple})
# Programs are this machine's; libraries and headers the other's. Those that are headers alone, such as FlatBuffers', are the same:
# the runtime's own copies are taken.
set(CMAKE_FIND_ROOT_PATH /usr/${aic_triple})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
