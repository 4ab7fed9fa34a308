// How good answers are. Definitions are scikit-learn's (1.2, sklearn.metrics), ties included; sums are
// compensated.
#pragma once

#include "absl/types/span.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace aic::tool {

/// Labels and predictions are classes, from 0 on; scores are [samples, classes], the class last. There is a
/// sample at least.

/// The class with the largest score; the first of equals.
std::vector<int64_t> predictedClasses(absl::Span<const double> scores, size_t classes);

/// [classes, classes]: how many samples of class i were taken for class j.
std::vector<uint64_t> confusionMatrix(absl::Span<const int64_t> labels, absl::Span<const int64_t> predicted,
                                      size_t classes);

double accuracy(absl::Span<const int64_t> labels, absl::Span<const int64_t> predicted);

/// The part of samples whose label is among the k largest scores; of equal scores later classes count as
/// larger (top_k_accuracy_score).
double topAccuracy(absl::Span<const int64_t> labels, absl::Span<const double> scores, size_t classes,
                   size_t k);

/// Over classes: the mean, of all samples together, and the mean weighted by how many samples a class has.
struct Averages {
  double macro = 0, micro = 0, weighted = 0;
};

/// precision_recall_fscore_support with zero_division=0. The averages are over the classes that are a label
/// or a prediction.
struct ClassReport {
  std::vector<double> precision, recall, f1;
  std::vector<uint64_t> support; // samples of the class
  Averages precisions, recalls, f1s;
};
ClassReport classReport(absl::Span<const uint64_t> confusion, size_t classes);

/// roc_curve without its dropped points: (false positive rate, true positive rate) from (0, 0) to (1, 1), one
/// for each different score. Empty where there are no positives, or nothing else.
std::vector<std::pair<double, double>> rocCurve(absl::Span<const bool> positive,
                                                absl::Span<const double> scores);

/// roc_auc_score of two classes: the area below that curve. NaN where there is none.
double areaUnderRoc(absl::Span<const bool> positive, absl::Span<const double> scores);

/// roc_auc_score of several, each against the rest; scores are probabilities. Where a class has no samples
/// (scikit-learn refuses that), its own is NaN, and the averages are over the others.
struct ClassAreas {
  std::vector<double> areas; // one a class
  Averages averages;
};
ClassAreas areasUnderRoc(absl::Span<const int64_t> labels, absl::Span<const double> probabilities,
                         size_t classes);

/// log_loss of two classes, of probabilities (cut to [2^-52, 1 - 2^-52]); of logits exactly.
double binaryCrossEntropy(absl::Span<const bool> positive, absl::Span<const double> probabilities);
double binaryCrossEntropyOfLogits(absl::Span<const bool> positive, absl::Span<const double> logits);

/// log_loss of several, of probabilities (cut so, then divided by their sum); of logits exactly.
double crossEntropy(absl::Span<const int64_t> labels, absl::Span<const double> probabilities, size_t classes);
double crossEntropyOfLogits(absl::Span<const int64_t> labels, absl::Span<const double> logits,
                            size_t classes);

/// Each row's softmax, and each number's 1 / (1 + exp(-x)).
std::vector<double> softmaxRows(absl::Span<const double> logits, size_t classes);
std::vector<double> sigmoids(absl::Span<const double> logits);

/// Of numbers [samples, outputs], the means over outputs; r2 with force_finite=True.
double meanSquaredError(absl::Span<const double> wanted, absl::Span<const double> found);
double meanAbsoluteError(absl::Span<const double> wanted, absl::Span<const double> found);
double r2Score(absl::Span<const double> wanted, absl::Span<const double> found, size_t outputs);

} // namespace aic::tool
