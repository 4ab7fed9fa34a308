// The metrics of aic eval against scikit-learn's (make_metrics.py), within 1e-12.

#include "tools/aic/Metrics.h"

#include <cmath>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <memory>
#include <nlohmann/json.hpp>

namespace aic::tool {
namespace {

using nlohmann::json;
using testing::DoubleNear;
using testing::ElementsAre;
using testing::Pointwise;

using Numbers = std::vector<double>;
using Classes = std::vector<int64_t>;

constexpr double kBound = 1e-12;

json cases(const std::string& kind) {
  std::ifstream file(AIC_SOURCE_DIR "/test/unit/aic_tool/golden/metrics.json");
  json found = json::array();
  for (const json& each : json::parse(file))
    if (each["kind"] == kind)
      found.push_back(each);
  EXPECT_FALSE(found.empty());
  return found;
}

/// Bools as they are asked for.
struct Bools {
  explicit Bools(const Classes& labels) : size(labels.size()), data(new bool[labels.size()]) {
    for (size_t i = 0; i < size; ++i)
      data[i] = labels[i] == 1;
  }
  operator absl::Span<const bool>() const { return absl::MakeConstSpan(data.get(), size); }
  size_t size;
  std::unique_ptr<bool[]> data;
};

void expectAverages(const Averages& found, const json& wanted) {
  EXPECT_NEAR(found.macro, wanted["macro"], kBound);
  EXPECT_NEAR(found.micro, wanted["micro"], kBound);
  EXPECT_NEAR(found.weighted, wanted["weighted"], kBound);
}

void expectReport(const Classes& labels, const Classes& predicted, size_t classes, const json& wanted) {
  EXPECT_NEAR(accuracy(labels, predicted), wanted["accuracy"], kBound);
  const std::vector<uint64_t> confusion = confusionMatrix(labels, predicted, classes);
  EXPECT_EQ(confusion, wanted["confusion"].get<std::vector<uint64_t>>());
  const ClassReport report = classReport(confusion, classes);
  EXPECT_THAT(report.precision, Pointwise(DoubleNear(kBound), wanted["precision"]["classes"].get<Numbers>()));
  EXPECT_THAT(report.recall, Pointwise(DoubleNear(kBound), wanted["recall"]["classes"].get<Numbers>()));
  EXPECT_THAT(report.f1, Pointwise(DoubleNear(kBound), wanted["f1"]["classes"].get<Numbers>()));
  expectAverages(report.precisions, wanted["precision"]);
  expectAverages(report.recalls, wanted["recall"]);
  expectAverages(report.f1s, wanted["f1"]);
}

TEST(Metrics, OfClassesAreScikitLearns) {
  int areas = 0;
  for (const json& each : cases("classes")) {
    const auto labels = each["labels"].get<Classes>();
    const auto logits = each["logits"].get<Numbers>(), probabilities = each["probabilities"].get<Numbers>();
    const size_t classes = each["classes"];
    const json& wanted = each["wanted"];
    expectReport(labels, predictedClasses(logits, classes), classes, wanted);
    EXPECT_THAT(softmaxRows(logits, classes), Pointwise(DoubleNear(kBound), probabilities));
    EXPECT_NEAR(topAccuracy(labels, logits, classes, 2), wanted["top2"], kBound);
    EXPECT_EQ(topAccuracy(labels, logits, classes, classes), 1);
    EXPECT_NEAR(crossEntropy(labels, probabilities, classes), wanted["ce"], kBound);
    EXPECT_NEAR(crossEntropyOfLogits(labels, logits, classes), wanted["ce"], kBound);
    const ClassAreas found = areasUnderRoc(labels, probabilities, classes);
    if (!wanted.contains("auc"))
      continue;
    ++areas;
    EXPECT_THAT(found.areas, Pointwise(DoubleNear(kBound), wanted["auc"]["classes"].get<Numbers>()));
    expectAverages(found.averages, wanted["auc"]);
  }
  EXPECT_EQ(areas, 1);
}

TEST(Metrics, OfTwoClassesAreScikitLearns) {
  for (const json& each : cases("binary")) {
    const auto labels = each["labels"].get<Classes>();
    const auto probabilities = each["probabilities"].get<Numbers>();
    const json& wanted = each["wanted"];
    Classes predicted;
    for (double p : probabilities)
      predicted.push_back(p > 0.5);
    expectReport(labels, predicted, 2, wanted);
    const ClassReport report = classReport(confusionMatrix(labels, predicted, 2), 2);
    EXPECT_NEAR(report.precision[1], wanted["precision"]["binary"], kBound);
    EXPECT_NEAR(report.recall[1], wanted["recall"]["binary"], kBound);
    EXPECT_NEAR(report.f1[1], wanted["f1"]["binary"], kBound);
    const Bools positive(labels);
    EXPECT_NEAR(areaUnderRoc(positive, probabilities), wanted["auc"], kBound);
    const auto points = rocCurve(positive, probabilities);
    ASSERT_EQ(points.size(), wanted["roc"].size());
    for (size_t i = 0; i < points.size(); ++i) {
      EXPECT_NEAR(points[i].first, wanted["roc"][i][0], kBound);
      EXPECT_NEAR(points[i].second, wanted["roc"][i][1], kBound);
    }
    EXPECT_NEAR(binaryCrossEntropy(positive, probabilities), wanted["bce"], kBound);
    if (!each.contains("logits"))
      continue;
    const auto logits = each["logits"].get<Numbers>();
    EXPECT_NEAR(binaryCrossEntropyOfLogits(positive, logits), wanted["bce"], kBound);
    EXPECT_THAT(sigmoids(logits), Pointwise(DoubleNear(kBound), probabilities));
  }
}

TEST(Metrics, OfNumbersAreScikitLearns) {
  for (const json& each : cases("numbers")) {
    const auto labels = each["labels"].get<Numbers>(), found = each["found"].get<Numbers>();
    const json& wanted = each["wanted"];
    EXPECT_NEAR(meanSquaredError(labels, found), wanted["mse"], kBound);
    EXPECT_NEAR(meanAbsoluteError(labels, found), wanted["mae"], kBound);
    EXPECT_NEAR(r2Score(labels, found, each["outputs"]), wanted["r2"], kBound);
  }
}

TEST(Metrics, TiesOfTheTop) {
  // Later classes count as larger, as in top_k_accuracy_score; the prediction is the first of equals, as
  // argmax is.
  EXPECT_EQ(topAccuracy({0}, {1, 1, 0}, 3, 1), 0);
  EXPECT_EQ(topAccuracy({1}, {1, 1, 0}, 3, 1), 1);
  EXPECT_THAT(predictedClasses({1, 1, 0, 0, 2, 2}, 3), ElementsAre(0, 1));
}

TEST(Metrics, WhatThereIsNoCurveFor) {
  EXPECT_TRUE(rocCurve(Bools({1, 1}), {0.1, 0.2}).empty());
  EXPECT_TRUE(std::isnan(areaUnderRoc(Bools({0, 0}), {0.1, 0.2})));
  const ClassAreas found = areasUnderRoc({0, 1, 1}, {0.5, 0.4, 0.1, 0.2, 0.7, 0.1, 0.6, 0.4, 0}, 3);
  EXPECT_TRUE(std::isnan(found.areas[2])); // no sample of it
  EXPECT_EQ(found.areas[0], 0.5);
  EXPECT_EQ(found.averages.macro, (found.areas[0] + found.areas[1]) / 2);
}

TEST(Metrics, LogitsThatExpDoesNotHold) {
  EXPECT_EQ(binaryCrossEntropyOfLogits(Bools({1, 0}), {1000, -1000}), 0);
  EXPECT_EQ(binaryCrossEntropyOfLogits(Bools({0, 1}), {1000, -1000}), 1000);
  EXPECT_EQ(crossEntropyOfLogits({0}, {1000, 0}, 2), 0);
  EXPECT_EQ(crossEntropyOfLogits({1}, {1000, 0}, 2), 1000);
  EXPECT_THAT(sigmoids({1000, -1000}), ElementsAre(1, 0));
  EXPECT_THAT(softmaxRows({1000, 0}, 2), ElementsAre(1, 0));
}

} // namespace
} // namespace aic::tool
