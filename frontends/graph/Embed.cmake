# cmake -DINPUT=nn.graph -DOUTPUT=Library.cpp -P Embed.cmake: the standard library as a C++ string.
file(READ ${INPUT} TEXT)
file(WRITE ${OUTPUT} "// Made from nn.graph.\n#include \"frontends/graph/Unit.h\"\nnamespace aic::graph {\nextern const char kStandardLibrary[];\nconst char kStandardLibrary[] = R\"nn.graph(${TEXT})nn.graph\";\n} // namespace aic::graph\n")
