/// \file
/// What a model as a C library offers: the name of everything in C. The header, the C++ header and the object
/// code are made from it.
#ifndef AIC_COMPILER_LIBRARY_INTERFACE_H
#define AIC_COMPILER_LIBRARY_INTERFACE_H

#include "absl/status/statusor.h"
#include "compiler/artifact/Artifact.h"

#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace aic::library {

/// What a model's comments say, without their marks.
struct Comments {
  std::map<std::string, std::string> entries; ///< by name
  std::map<std::string, std::string> states;  ///< by full name
  /// By entry, "input" or "output", and name.
  std::map<std::tuple<std::string, std::string, std::string>, std::string> tensors;
};

/// An input, an output or a state as a member of a structure.
struct Member {
  const artifact::Tensor* tensor;
  std::string name;    ///< of the member: "x"
  std::string macro;   ///< of its constants, without the last word: "ODD_INPUT_X"
  std::string comment; ///< "" where there is none
  uint64_t elements;   ///< 0 for an empty tensor, whose array has one element all the same
  uint64_t offset;     ///< in the structure, in bytes
};

/// A structure of inputs, of outputs or of the states.
struct Structure {
  std::string type; ///< "odd_inputs"; "" where it has no members
  std::vector<Member> members;
};

/// One of the model's functions.
struct Function {
  std::string prefix; ///< "odd", or "lm_step" where there are several
  std::string title;  ///< "odd", "step[N=8]"
  std::string comment;
  Structure inputs, outputs;
  /// Of run_with: the inputs', then the outputs'.
  std::vector<std::string> parameters;
};

/// It refers to the content that it was made of.
struct Interface {
  std::string name;                ///< of the library, its files and its type: "odd"
  std::string upper;               ///< the same in constants: "ODD"
  std::vector<Function> functions; ///< One an entry, in their order.
  Structure states;
};

/// `text` as an identifier: what C does not take becomes _, a digit at the beginning gets one in front, a
/// keyword of C or C++ one behind. "" for "".
std::string identifier(const std::string& text);

/// Whether it is one as it stands.
bool isIdentifier(const std::string& text);

/// The C type of an element: "float"; f16 and bf16 are "uint16_t".
const char* typeOf(artifact::ElementType type);

/// `name` is an identifier. Errors: InvalidArgument, where two things would have one name in C: the message
/// says which.
absl::StatusOr<Interface> makeInterface(const artifact::Content& content, const std::string& name,
                                        const Comments& comments);

/// NAME.h and NAME.hpp. instanceBytes: what NAME_ARENA_BYTES is.
std::string makeHeader(const Interface& interface, const artifact::Content& content, uint64_t instanceBytes);
std::string makeCppHeader(const Interface& interface);

} // namespace aic::library

#endif // AIC_COMPILER_LIBRARY_INTERFACE_H
