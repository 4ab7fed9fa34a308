"""bad.cpp: four functions that are too long; good.cpp: what is long and no function, and a function of 80 lines."""


def statements(count, indentation="  "):
    return "".join(f"{indentation}f({i});\n" for i in range(count))


with open("bad.cpp", "w") as file:
    file.write("namespace n {\nvoid plain() {\n" + statements(79) + "}\n")
    file.write("std::vector<int> of(int first,\n                    int second) {\n  if (first) {\n" + statements(39, "    ") +
               "  } else {\n" + statements(38, "    ") + "  }\n  return {};\n}\n\n")
    file.write("struct S {\n  int member() const {\n    auto inner = [&] {\n" + statements(77, "      ") + "    };\n    return 0;\n  }\n};\n\n")
    file.write("TEST(Suite, Case) {\n#if X\n" + statements(81) + "}\n} // namespace n\n")

with open("good.cpp", "w") as file:
    file.write("void eighty() {\n" + statements(78) + "}\n")
    file.write("constexpr int kTable[] = {\n" + "    1,\n" * 100 + "};\n")
    file.write("class C {\npublic:\n" + "  int x;\n" * 100 + "};\n")
    file.write("namespace {\n" + "int y;\n" * 100 + "}\n")
    file.write("enum class E : int {\n" + "  A,\n" * 100 + "};\n")
    file.write("template <typename T> struct D {\n" + "  T x;\n" * 100 + "};\n")
