# cmake --install BUILD [--prefix DIR] [--component NAME]: what programs need that run models (runtime), what compiles them (compiler),
# and what C and C++ programs are built with (development): the header, the static library, find_package(aic), pkg-config. The package
# for Python (python) goes where Debian's Python looks.
# The tree that is installed may be moved.
include(CMakePackageConfigHelpers)
set(aic_cmake_dir ${CMAKE_INSTALL_LIBDIR}/cmake/aic)

install(TARGETS aic_runtime EXPORT aicTargets
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT runtime NAMELINK_COMPONENT development)
install(TARGETS aic_runtime_static EXPORT aicTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(FILES ${PROJECT_SOURCE_DIR}/runtime/aic.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(FILES ${PROJECT_SOURCE_DIR}/runtime/valgrind.supp DESTINATION ${CMAKE_INSTALL_DATADIR}/aic COMPONENT development)
install(EXPORT aicTargets NAMESPACE aic:: DESTINATION ${aic_cmake_dir} COMPONENT development)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/aicConfig.cmake.in ${PROJECT_BINARY_DIR}/cmake/aicConfig.cmake
  INSTALL_DESTINATION ${aic_cmake_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/cmake/aicConfigVersion.cmake COMPATIBILITY SameMajorVersion)
install(FILES ${PROJECT_BINARY_DIR}/cmake/aicConfig.cmake ${PROJECT_BINARY_DIR}/cmake/aicConfigVersion.cmake
  ${CMAKE_CURRENT_LIST_DIR}/AicAddModel.cmake DESTINATION ${aic_cmake_dir} COMPONENT development)

# pkg-config: aic is the shared library, aic-static the static one. The prefix is found from where the file lies.
file(RELATIVE_PATH aic_pc_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
foreach(name aic aic-static)
  set(aic_pc_libs "-laic_runtime")
  if(name STREQUAL "aic-static") # What the archive needs; Threads says how this platform links threads.
    list(JOIN CMAKE_DL_LIBS " -l" dl)
    set(aic_pc_libs "-laic_runtime_static -pthread")
    if(CMAKE_DL_LIBS)
      string(APPEND aic_pc_libs " -l${dl}")
    endif()
  endif()
  set(aic_pc_name ${name})
  configure_file(${CMAKE_CURRENT_LIST_DIR}/aic.pc.in ${PROJECT_BINARY_DIR}/cmake/${name}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/cmake/${name}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
endforeach()

install(DIRECTORY ${PROJECT_SOURCE_DIR}/runtime/python/aic DESTINATION lib/python3/dist-packages COMPONENT python
  FILES_MATCHING PATTERN "*.py" PATTERN "py.typed" PATTERN "__pycache__" EXCLUDE)

if(AIC_BUILD_COMPILER)
  # LLVM's libraries lie in a folder of their own.
  set_target_properties(aic aic-lsp-server PROPERTIES INSTALL_RPATH_USE_LINK_PATH ON)
  install(TARGETS aic EXPORT aicCompilerTargets RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT compiler)
  install(TARGETS aic-lsp-server RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT compiler)
  if(TARGET aic-sentencepiece) # aic starts it from its own folder
    install(TARGETS aic-sentencepiece RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT compiler)
  endif()
  install(EXPORT aicCompilerTargets NAMESPACE aic:: DESTINATION ${aic_cmake_dir} COMPONENT compiler)
endif()
