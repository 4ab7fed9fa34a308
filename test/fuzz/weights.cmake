# aic_weights_fuzzer(FORMAT): the program fuzz_FORMAT and, as a test, a bounded run of it from the seeds in corpus/.
# The room's sources are compiled once more, instrumented: without that libFuzzer sees no branch of the readers.
include_guard(DIRECTORY)

function(aic_weights_fuzzer format)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    return()
  endif()
  if(NOT TARGET AicWeightsInstrumented)
    get_target_property(sources AicWeights SOURCES)
    get_target_property(folder AicWeights SOURCE_DIR)
    get_target_property(link AicWeights LINK_LIBRARIES)
    list(TRANSFORM sources PREPEND ${folder}/)
    aic_library(AicWeightsInstrumented SOURCES ${sources} LINK ${link})
    target_compile_options(AicWeightsInstrumented PRIVATE -fsanitize=fuzzer-no-link)
  endif()
  file(GLOB source CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  aic_fuzzer(fuzz_${format} SOURCES ${source} LINK AicWeightsInstrumented)
  # New inputs go to the build folder, the committed seeds are only read.
  file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/found)
  add_test(NAME fuzz_${format}
    COMMAND fuzz_${format} -runs=50000 -max_total_time=20 -timeout=10 -rss_limit_mb=1024 -max_len=4096 -verbosity=0 -print_final_stats=0
      -seed=1 -artifact_prefix=${CMAKE_CURRENT_BINARY_DIR}/ ${CMAKE_CURRENT_BINARY_DIR}/found
      ${CMAKE_CURRENT_SOURCE_DIR}/corpus)
endfunction()
