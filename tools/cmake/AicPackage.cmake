# cpack --config BUILD/CPackConfig.cmake: Debian packages, one a component, in BUILD/packages. They put all under /usr.
#   libaic-runtime0    the shared runtime: needs libc alone
#   aic                the compiler and its tools
#   libaic-dev         header, static library, find_package(aic), pkg-config
#   python3-aic        the package for Python
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_PACKAGE_CONTACT "aic <aic@localhost>")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL runtime development python)
if(AIC_BUILD_COMPILER)
  list(APPEND CPACK_COMPONENTS_ALL compiler)
endif()
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Libraries are found in the build folder, and in LLVM's own.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR}/lib ${LLVM_LIBRARY_DIRS})
set(CPACK_DEBIAN_PACKAGE_SECTION science)

set(runtime libaic-runtime${PROJECT_VERSION_MAJOR})
set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME ${runtime})
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA ${CMAKE_CURRENT_LIST_DIR}/triggers)
set(CPACK_COMPONENT_RUNTIME_DESCRIPTION
  "runs compiled neural networks\n The runtime of aic: loads what the compiler made of a model, on the CPU or on Vulkan.")
set(CPACK_DEBIAN_COMPILER_PACKAGE_NAME aic)
set(CPACK_COMPONENT_COMPILER_DESCRIPTION
  "compiler of neural networks\n aic compiles models, ONNX files or text, to native code or Vulkan shaders in one artifact.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libaic-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "${runtime} (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS aic)
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
  "builds programs that run compiled neural networks\n aic.h, the static runtime, CMake's and pkg-config's files.")
set(CPACK_DEBIAN_PYTHON_PACKAGE_NAME python3-aic)
set(CPACK_DEBIAN_PYTHON_PACKAGE_SECTION python)
set(CPACK_DEBIAN_PYTHON_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_PYTHON_PACKAGE_DEPENDS "python3 (>= 3.9), python3-numpy, ${runtime} (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_PYTHON_PACKAGE_SUGGESTS aic)
set(CPACK_DEBIAN_PYTHON_PACKAGE_CONTROL_EXTRA ${CMAKE_CURRENT_LIST_DIR}/python/prerm)
set(CPACK_COMPONENT_PYTHON_DESCRIPTION
  "runs compiled neural networks from Python\n aic.load, aic.compile: NumPy in, NumPy out.")
include(CPack)
