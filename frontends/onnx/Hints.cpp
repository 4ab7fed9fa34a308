// What to do about an operator that nothing imports: a sentence for each kind.
#include "frontends/onnx/Hints.h"

#include "frontends/onnx/Onnx.h"
#include "frontends/onnx/Operators.h"

#include "llvm/ADT/STLExtras.h"

namespace aic::onnx {
namespace {

constexpr llvm::StringLiteral kCut = "onnx.utils.extract_model(IN, OUT, input_names, output_names) cuts the "
                                     "model there, and what is behind is a "
                                     "few lines of the program";

/// Results whose shape hangs on the data.
constexpr llvm::StringLiteral kDataDependent[] = {"Unique",     "StringSplit",  "Tokenizer",
                                                  "BeamSearch", "GreedySearch", "Sampling"};

constexpr llvm::StringLiteral kText[] = {"StringNormalizer",  "StringConcat", "StringSplit",
                                         "RegexFullMatch",    "LabelEncoder", "CategoryMapper",
                                         "WordConvEmbedding", "Tokenizer",    "ImageDecoder"};

} // namespace

std::string hintFor(llvm::StringRef domain, llvm::StringRef name, std::optional<int64_t> opset) {
  if (llvm::is_contained(kText, name))
    return name.str() + " is of text or files, of which aic has no type: " + kCut.str();
  if (llvm::is_contained(kDataDependent, name))
    return "the shape of what " + name.str() +
           " makes hangs on the data, and aic knows every shape when it compiles: " + kCut.str();
  if (domain == "com.microsoft.nchwc")
    return "com.microsoft.nchwc is how ONNX Runtime lays images out for one machine: save with "
           "SessionOptions.graph_optimization_level = ORT_ENABLE_EXTENDED or less";
  if (domain == "com.microsoft")
    return "the operators of com.microsoft are what ONNX Runtime's optimiser writes: take the model from "
           "before that, "
           "or export without it (optimum-cli export onnx without --optimize; "
           "SessionOptions.graph_optimization_level = ORT_DISABLE_ALL)";
  if (domain.starts_with("ai.onnx.ml"))
    return "ai.onnx.ml is of trees, scalers and their like: aic compiles networks; " + kCut.str();
  if (domain.starts_with("ai.onnx.preview.training") || domain.starts_with("ai.onnx.training"))
    return domain.str() +
           " is for training: export the model for inference (in the graph language, grad and optim "
           "train)";
  if (!domain.empty())
    return name.str() + " of " + domain.str() +
           " is an operator of somebody's own: a function of the model under that name "
           "(onnx.helper.make_function) "
           "says what it computes";
  if (opset && *opset > newestOpset())
    return "aic knows the operators of opset " + std::to_string(newestOpset()) +
           ": export with opset_version = " + std::to_string(newestOpset()) + " or less";
  return "";
}

} // namespace aic::onnx
