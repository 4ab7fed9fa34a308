# aic_weights_fuzzer(FORMAT): the program fuzz_FORMAT and, as a test, a bounded run of it from the seeds in corpus/.
include_guard(DIRECTORY)

function(aic_weights_fuzzer format)
  file(GLOB source CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  aic_fuzzer(fuzz_${format} SOURCES ${source} LINK AicWeights)
  # New inputs go to the build folder, the committed seeds are only read.
  file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/found)
  add_test(NAME fuzz_${format}
    COMMAND fuzz_${format} -runs=50000 -max_total_time=20 -timeout=10 -rss_limit_mb=1024 -max_len=4096 -verbosity=0 -print_final_stats=0
      -seed=1 -artifact_prefix=${CMAKE_CURRENT_BINARY_DIR}/ ${CMAKE_CURRENT_BINARY_DIR}/found
      ${CMAKE_CURRENT_SOURCE_DIR}/corpus)
endfunction()
