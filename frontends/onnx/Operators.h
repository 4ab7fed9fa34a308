// The table of operators: a row is an operator since an opset, the function that imports it, and the
// attributes that it knows. Rows live in operators/<Family>.cpp.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace aic::onnx {

class Node;

struct Operator {
  const char* name; ///< "Conv", or "domain:Name" outside of ONNX's own domain
  int since;        ///< the first opset that this row is for; the next row of the name ends it
  void (*import)(Node&);
  const char* attributes; ///< with spaces between; what is not among them is unsupported
  const char* note = "";  ///< what is not supported, for the documentation
};

llvm::ArrayRef<Operator> arithmeticOperators();     // elementwise arithmetic, variadic ones
llvm::ArrayRef<Operator> bitwiseOperators();        // BitwiseAnd and its like, BitShift
llvm::ArrayRef<Operator> activationOperators();     // activations
llvm::ArrayRef<Operator> comparisonOperators();     // comparisons, logic, Where, Cast
llvm::ArrayRef<Operator> reductionOperators();      // reductions, ArgMax, softmax
llvm::ArrayRef<Operator> matrixOperators();         // Gemm, MatMul, Det, Einsum
llvm::ArrayRef<Operator> convolutionOperators();    // Conv, ConvTranspose
llvm::ArrayRef<Operator> poolingOperators();        // pooling, LRN
llvm::ArrayRef<Operator> normalisationOperators();  // BatchNormalization and its like
llvm::ArrayRef<Operator> shapeOperators();          // Reshape to Pad
llvm::ArrayRef<Operator> indexOperators();          // Gather, OneHot, TopK
llvm::ArrayRef<Operator> scatterOperators();        // ScatterElements, ScatterND, Col2Im
llvm::ArrayRef<Operator> constantOperators();       // Constant, Range, Shape
llvm::ArrayRef<Operator> recurrentOperators();      // LSTM, GRU, RNN
llvm::ArrayRef<Operator> resizeOperators();         // Resize, Upsample
llvm::ArrayRef<Operator> samplingOperators();       // GridSample, AffineGrid, RoiAlign
llvm::ArrayRef<Operator> signalOperators();         // CumSum, DFT, STFT
llvm::ArrayRef<Operator> quantisationOperators();   // QuantizeLinear, MatMulNBits
llvm::ArrayRef<Operator> integerProductOperators(); // MatMulInteger to QLinearConv
llvm::ArrayRef<Operator> qLinearOperators();        // com.microsoft's QLinearAdd to QLinearSoftmax
llvm::ArrayRef<Operator> lossOperators();           // NegativeLogLikelihoodLoss, SoftmaxCrossEntropyLoss
llvm::ArrayRef<Operator> textOperators();           // TfIdfVectorizer
llvm::ArrayRef<Operator> deformOperators();         // DeformConv
llvm::ArrayRef<Operator> detectionOperators();      // NonMaxSuppression
llvm::ArrayRef<Operator> randomOperators();         // random numbers, by seed
llvm::ArrayRef<Operator> sequenceOperators();       // sequences of tensors
llvm::ArrayRef<Operator> controlOperators();        // If, Loop, Scan
llvm::ArrayRef<Operator> fusedOperators();          // what ONNX Runtime's optimiser writes; Swish
llvm::ArrayRef<Operator> attentionOperators(); // attention and rotary embeddings, ONNX's and ONNX Runtime's

/// The row for an operator at an opset; null where there is none.
const Operator* findOperator(llvm::StringRef domain, llvm::StringRef name, int64_t opset);
/// True where the operator has a row for some opset.
bool isKnownOperator(llvm::StringRef domain, llvm::StringRef name);

} // namespace aic::onnx
