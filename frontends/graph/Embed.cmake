# cmake -DINPUT=nn.graph -DNAME=kStandardLibrary -DOUTPUT=nn.cpp -P Embed.cmake: a library of the language as a C++ string.
file(READ ${INPUT} TEXT)
get_filename_component(FILE ${INPUT} NAME)
file(WRITE ${OUTPUT} "// Made from ${FILE}.\n#include \"frontends/graph/Unit.h\"\nnamespace aic::graph {\nextern const char ${NAME}[];\nconst char ${NAME}[] = R\"library(${TEXT})library\";\n} // namespace aic::graph\n")
