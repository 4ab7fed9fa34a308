# aic_graph_files(FILE.graph VARIABLE): the files that it names, and those that its imports name, as far as they are there. They are
# looked for again when one of the .graph files changes.
function(aic_graph_files file variable)
  set(found "")
  set(graphs "${file}")
  while(graphs)
    list(POP_FRONT graphs graph)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${graph}")
    get_filename_component(folder "${graph}" DIRECTORY)
    file(READ "${graph}" text)
    string(REGEX MATCHALL "(import|weights)[ \t]+\"[^\"\n]+\"" lines "${text}")
    foreach(line IN LISTS lines)
      string(REGEX REPLACE "^[^\"]*\"([^\"]*)\"$" "\\1" named "${line}")
      get_filename_component(named "${named}" ABSOLUTE BASE_DIR "${folder}")
      if(EXISTS "${named}" AND NOT IS_DIRECTORY "${named}" AND NOT named IN_LIST found AND NOT named STREQUAL file)
        list(APPEND found "${named}")
        if(line MATCHES "^import")
          list(APPEND graphs "${named}")
        endif()
      endif()
    endforeach()
  endwhile()
  set(${variable} ${found} PARENT_SCOPE)
endfunction()

# aic_add_model(TARGET FILE.graph|FILE.onnx [NAME NAME] [GRAPH NAME...] [DIMS NAME=VALUE[,VALUE]...] [WEIGHTS FILE|random:SEED]
#               [TARGET_CPU CPU[,CPU]...] [OPTIONS OPTION...] [STATIC | LIBRARY])
#
# Compiles a model when the project is built, and puts it into TARGET: no file has to be found when the program runs. NAME is the
# file's, without its extension, where none is given; what C does not take in a name becomes _. The program says
#
#   #include "NAME_aic.h"
#   aic_model* model;
#   if (NAME_open(0, &model) != AIC_OK) ...      // aic_model_open_memory of NAME_aic, NAME_aic_bytes() bytes of read-only data
#
# and goes on by aic.h. TARGET is linked with aic::runtime, with STATIC with aic::runtime_static. Paths are relative to the calling
# CMakeLists.txt. GRAPH, DIMS, WEIGHTS and TARGET_CPU are the options of `aic compile`; OPTIONS are others of it, as they stand. Without
# TARGET_CPU the code is for the CPU that builds (native): programs that others run want one, such as x86-64-v3, or several.
#
# With LIBRARY it is a C library (`aic compile --emit c-library --with-runtime`), and TARGET is linked with it and nothing else of aic:
#
#   #include "NAME.h"            or "NAME.hpp"
#   NAME* model;
#   if (NAME_create(&model) != AIC_OK) ...
#
# The model is compiled anew when its file, WEIGHTS or the compiler changes, or a file that a .graph imports or takes weights from. (Of
# an .onnx what lies in further files is not looked at.) The compiler is aic::compiler, or else the program AIC_PROGRAM, an `aic` on the PATH.
# A model with an error fails the build with aic's message, FILE:LINE:COLUMN; a call with an error fails the configuration at the call.
function(aic_add_model target file)
  cmake_parse_arguments(PARSE_ARGV 2 A "STATIC;LIBRARY" "NAME;WEIGHTS;TARGET_CPU" "GRAPH;DIMS;OPTIONS")
  if(A_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "aic_add_model: \"${A_UNPARSED_ARGUMENTS}\" is no argument of it")
  endif()
  if(A_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR "aic_add_model: ${A_KEYWORDS_MISSING_VALUES} has no value")
  endif()
  if(A_STATIC AND A_LIBRARY)
    message(FATAL_ERROR "aic_add_model: STATIC and LIBRARY: a library has its own runtime")
  endif()
  if(NOT TARGET ${target})
    message(FATAL_ERROR "aic_add_model: there is no target ${target}")
  endif()
  get_filename_component(file "${file}" ABSOLUTE)
  if(NOT EXISTS "${file}")
    message(FATAL_ERROR "aic_add_model: ${file} does not exist")
  endif()
  if(NOT A_NAME)
    get_filename_component(A_NAME "${file}" NAME_WE)
  endif()
  string(MAKE_C_IDENTIFIER "${A_NAME}" name)
  set(library aic_model_${target}_${name})
  if(TARGET ${library})
    message(FATAL_ERROR "aic_add_model: ${target} has a model ${name} already: say NAME")
  endif()
  if(TARGET aic::compiler)
    set(compiler $<TARGET_FILE:aic::compiler>)
  else()
    find_program(AIC_PROGRAM aic DOC "The compiler of aic_add_model")
    if(NOT AIC_PROGRAM)
      message(FATAL_ERROR "aic_add_model: there is no compiler: install aic's component compiler, or set AIC_PROGRAM to the program aic")
    endif()
    set(compiler ${AIC_PROGRAM})
  endif()

  set(depends ${file} ${compiler})
  if(TARGET aic::compiler)
    list(APPEND depends aic::compiler)
  endif()
  set(command ${compiler} compile ${file})
  if(A_GRAPH)
    list(JOIN A_GRAPH "," graphs)
    list(APPEND command --graph ${graphs})
  endif()
  foreach(dim IN LISTS A_DIMS)
    list(APPEND command --dim ${dim})
  endforeach()
  if(A_WEIGHTS)
    if(NOT A_WEIGHTS MATCHES "^random:")
      get_filename_component(A_WEIGHTS "${A_WEIGHTS}" ABSOLUTE)
      list(APPEND depends ${A_WEIGHTS})
    endif()
    list(APPEND command --weights ${A_WEIGHTS})
  endif()
  if(file MATCHES "\\.graph$")
    aic_graph_files("${file}" files)
    list(APPEND depends ${files})
  endif()
  if(A_TARGET_CPU)
    list(APPEND command --target-cpu ${A_TARGET_CPU})
  endif()

  set(folder ${CMAKE_CURRENT_BINARY_DIR}/${library})
  set(artifact ${folder}/${name}.aic)
  file(MAKE_DIRECTORY ${folder})
  get_filename_component(shown "${file}" NAME)
  if(A_LIBRARY)
    set(files ${folder}/lib${name}.a ${folder}/${name}.h ${folder}/${name}.hpp)
    add_custom_command(OUTPUT ${files} COMMAND ${command} ${A_OPTIONS} --emit c-library --with-runtime --name ${name} -o ${folder}
      DEPENDS ${depends} VERBATIM COMMENT "aic compile ${shown}")
    add_custom_target(${library}_files DEPENDS ${files})
    add_library(${library} INTERFACE)
    target_include_directories(${library} INTERFACE ${folder})
    target_link_libraries(${library} INTERFACE ${folder}/lib${name}.a)
    add_dependencies(${library} ${library}_files)
    target_link_libraries(${target} PRIVATE ${library})
    add_dependencies(${target} ${library}_files)
    return()
  endif()
  add_custom_command(OUTPUT ${artifact} COMMAND ${command} ${A_OPTIONS} -o ${artifact} DEPENDS ${depends} VERBATIM
    COMMENT "aic compile ${shown}")

  # The bytes by the assembler that every C and C++ compiler here has. -fno-lto: link-time optimisers do not see assembly's symbols.
  string(REGEX REPLACE "([\\\\\"])" "\\\\\\1" quoted "${artifact}")
  string(REGEX REPLACE "([\\\\\"])" "\\\\\\1" quoted "${quoted}")
  get_property(languages GLOBAL PROPERTY ENABLED_LANGUAGES)
  set(source ${folder}/${name}_aic.cpp)
  if("C" IN_LIST languages)
    set(source ${folder}/${name}_aic.c)
  endif()
  file(CONFIGURE OUTPUT ${folder}/${name}_aic.h @ONLY CONTENT [[/* @shown@, compiled by aic; made by aic_add_model. */
#ifndef AIC_MODEL_@name@_H
#define AIC_MODEL_@name@_H

#include "aic.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The compiled model, as `aic compile -o FILE` writes it; it begins on a page. */
extern const unsigned char @name@_aic[];
extern const unsigned char @name@_aic_end[];
static inline size_t @name@_aic_bytes(void) { return (size_t)(@name@_aic_end - @name@_aic); }

/* Opens it: aic_model_open_memory, with its flags and errors. aic_model_close closes it. */
static inline aic_status @name@_open(uint32_t flags, aic_model** model) {
  return aic_model_open_memory(@name@_aic, @name@_aic_bytes(), flags, model);
}

#ifdef __cplusplus
}
#endif

#endif
]])
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT [[/* @shown@, compiled by aic; made by aic_add_model. */
__asm__(".pushsection .rodata.@name@_aic,\"a\"\n"
        ".balign 4096\n"
        ".globl @name@_aic, @name@_aic_end\n"
        ".hidden @name@_aic, @name@_aic_end\n"
        "@name@_aic:\n"
        ".incbin \"@quoted@\"\n"
        "@name@_aic_end:\n"
        ".popsection\n");
]])
  add_library(${library} STATIC ${source})
  set_source_files_properties(${source} PROPERTIES OBJECT_DEPENDS ${artifact})
  target_compile_options(${library} PRIVATE -fno-lto)
  target_include_directories(${library} PUBLIC ${folder})
  if(A_STATIC)
    target_link_libraries(${library} PUBLIC aic::runtime_static)
  else()
    target_link_libraries(${library} PUBLIC aic::runtime)
  endif()
  target_link_libraries(${target} PRIVATE ${library})
endfunction()
