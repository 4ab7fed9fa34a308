# The four kinds of target that this tree has. Every library is static; headers stand beside their sources and are
# included from the top of the tree: #include "compiler/transforms/Passes.h".

# aic_library(NAME SOURCES ... [LINK ...]): a library without MLIR.
function(aic_library name)
  cmake_parse_arguments(A "" "" "SOURCES;LINK" ${ARGN})
  add_library(${name} STATIC ${A_SOURCES})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR})
  target_link_libraries(${name} PUBLIC ${A_LINK})
endfunction()

# aic_use_mlir(TARGET): MLIR's headers (as system headers) and shared libraries, and the precompiled header. What is in test/unit is
# not optimised: it is compiled in half of the time, and what runs long there is the compiler's code and LLVM's.
function(aic_use_mlir name)
  target_include_directories(${name} SYSTEM PUBLIC ${MLIR_INCLUDE_DIRS} ${LLVM_INCLUDE_DIRS})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR})
  target_link_libraries(${name} PUBLIC MLIR LLVM)
  set(pch AicMlirPch)
  set(header ${PROJECT_SOURCE_DIR}/dialects/Pch.h)
  set(link "")
  set(options $<$<CXX_COMPILER_ID:Clang>:-Xclang -fno-pch-timestamp>)
  if(CMAKE_CURRENT_SOURCE_DIR MATCHES "^${PROJECT_SOURCE_DIR}/test/unit/")
    set(pch AicMlirTestPch)
    set(header ${PROJECT_SOURCE_DIR}/dialects/PchTest.h)
    set(link GTest::gtest) # its definitions
    list(APPEND options -O0)
  endif()
  if(NOT TARGET ${pch})
    add_library(${pch} OBJECT ${PROJECT_SOURCE_DIR}/dialects/Pch.cpp)
    target_include_directories(${pch} SYSTEM PUBLIC ${MLIR_INCLUDE_DIRS} ${LLVM_INCLUDE_DIRS})
    target_compile_options(${pch} PRIVATE ${options})
    target_include_directories(${pch} PRIVATE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR})
    target_precompile_headers(${pch} PRIVATE ${header})
    target_link_libraries(${pch} PRIVATE ${link})
    add_dependencies(${pch} AicDialectIncGen AicScheduleIncGen)
  endif()
  get_target_property(type ${name} TYPE)
  if(type STREQUAL "EXECUTABLE") # CMake would say -fPIE, and a header precompiled with -fPIC refuses
    set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
    target_compile_options(${name} PRIVATE -fPIC)
  endif()
  target_compile_options(${name} PRIVATE ${options})
  target_precompile_headers(${name} REUSE_FROM ${pch})
endfunction()

# aic_mlir_library(NAME SOURCES ... [LINK ...] [DEPENDS ...]): a library with MLIR; DEPENDS are tablegen targets.
function(aic_mlir_library name)
  cmake_parse_arguments(A "" "" "SOURCES;LINK;DEPENDS" ${ARGN})
  add_library(${name} STATIC ${A_SOURCES})
  aic_use_mlir(${name})
  target_link_libraries(${name} PUBLIC ${A_LINK})
  if(A_DEPENDS)
    add_dependencies(${name} ${A_DEPENDS})
  endif()
endfunction()

# aic_unit_test(NAME SOURCES ... LINK ... [COST SECONDS]): a GoogleTest program build/bin/NAME, known to ctest, which starts those that
# take long first.
function(aic_unit_test name)
  cmake_parse_arguments(A "" "COST" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${A_SOURCES})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR})
  target_compile_definitions(${name} PRIVATE AIC_SOURCE_DIR="${PROJECT_SOURCE_DIR}" AIC_BINARY_DIR="${PROJECT_BINARY_DIR}")
  target_link_libraries(${name} PRIVATE ${A_LINK} GTest::gtest GTest::gmock GTest::gtest_main)
  add_test(NAME ${name} COMMAND ${name})
  if(A_COST)
    set_tests_properties(${name} PROPERTIES COST ${A_COST})
  endif()
endfunction()

# aic_use_gtest_headers(TARGET): GoogleTest's headers and Abseil's, precompiled, for unit tests without MLIR.
function(aic_use_gtest_headers name)
  set(options $<$<CXX_COMPILER_ID:Clang>:-Xclang -fno-pch-timestamp>)
  if(NOT TARGET AicTestPch)
    add_library(AicTestPch OBJECT ${PROJECT_SOURCE_DIR}/test/unit/Pch.cpp)
    target_compile_options(AicTestPch PRIVATE ${options})
    target_link_libraries(AicTestPch PRIVATE GTest::gtest GTest::gmock absl::status absl::statusor)
    target_precompile_headers(AicTestPch PRIVATE ${PROJECT_SOURCE_DIR}/test/unit/Pch.h)
  endif()
  set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE OFF) # as in aic_use_mlir
  target_compile_options(${name} PRIVATE -fPIC ${options})
  target_precompile_headers(${name} REUSE_FROM AicTestPch)
endfunction()

# Fuzz targets are there with AddressSanitizer alone, and then the libraries that they are of count which branches ran (aic_cover).
set(AIC_FUZZ OFF)
if(AIC_SANITIZE MATCHES "address" AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  set(AIC_FUZZ ON)
endif()

# aic_fuzzer(NAME SOURCES ... LINK ... [MLIR]): a libFuzzer program build-sanitize/bin/NAME; MLIR: with its headers, precompiled.
function(aic_fuzzer name)
  cmake_parse_arguments(A "MLIR" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${A_SOURCES})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR})
  if(A_MLIR)
    aic_use_mlir(${name})
  endif()
  aic_cover(${name})
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  target_link_libraries(${name} PRIVATE ${A_LINK})
endfunction()

# aic_cover(TARGET): where there are fuzz targets, the library counts which branches ran, which libFuzzer steers by; programs that do
# not fuzz find empty hooks in AddressSanitizer's runtime. The flag's parts stand here one by one: -fsanitize=fuzzer-no-link would not
# go with the precompiled header.
function(aic_cover name)
  if(AIC_FUZZ)
    target_compile_options(${name} PRIVATE -fsanitize-coverage=inline-8bit-counters,pc-table,trace-cmp)
  endif()
endfunction()
