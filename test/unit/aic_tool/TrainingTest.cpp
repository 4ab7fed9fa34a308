// What aic train is made of: learning rates against PyTorch's schedulers, the order of samples against
// NumPy's, the text of a training entry, curves.

#include "absl/strings/str_cat.h"
#include "frontends/graph/Parser.h"
#include "tools/aic/History.h"
#include "tools/aic/Schedule.h"
#include "tools/aic/Shuffle.h"
#include "tools/aic/TrainingText.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>

namespace aic::tool {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Schedule scheduleOf(const std::string& text) {
  Schedule schedule;
  EXPECT_EQ(parseSchedule(text, schedule), "");
  schedule.rate = 0.1;
  schedule.total = 10;
  schedule.perEpoch = 2;
  return schedule;
}

std::vector<double> ratesOf(const Schedule& schedule) {
  std::vector<double> rates;
  for (int64_t step = 0; step < schedule.total; ++step)
    rates.push_back(schedule.at(step));
  return rates;
}

TEST(Schedule, IsPyTorchs) {
  // torch.optim.lr_scheduler, 1.13: LinearLR(1, 0.2, 10), CosineAnnealingLR(10, 0.01), StepLR(2, 0.5) and
  // ExponentialLR(0.9) after every second step.
  const std::pair<const char*, std::vector<double>> wanted[] = {
      {"constant", std::vector<double>(10, 0.1)},
      {"linear:0.02", {0.1, 0.092, 0.084, 0.076, 0.068, 0.06, 0.052, 0.044, 0.036, 0.028}},
      {"cosine:0.01",
       {0.1, 0.09779754323328192, 0.09140576474687263, 0.08145033635316129, 0.06890576474687264, 0.055,
        0.04109423525312737, 0.028549663646838717, 0.01859423525312737, 0.012202456766718092}},
      {"step:2,0.5", {0.1, 0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.05, 0.025, 0.025}},
      {"exponential:0.9", {0.1, 0.1, 0.09, 0.09, 0.081, 0.081, 0.0729, 0.0729, 0.06561, 0.06561}}};
  for (const auto& [text, rates] : wanted)
    EXPECT_THAT(ratesOf(scheduleOf(text)), testing::Pointwise(testing::DoubleNear(1e-15), rates)) << text;
  EXPECT_DOUBLE_EQ(scheduleOf("step:1").at(2), 0.01);
}

TEST(Schedule, RisesFirst) {
  Schedule schedule = scheduleOf("linear");
  schedule.warmup = 4;
  EXPECT_THAT(ratesOf(schedule),
              testing::Pointwise(testing::DoubleNear(1e-15), {0.025, 0.05, 0.075, 0.1, 0.1, 0.1 * 5 / 6,
                                                              0.1 * 4 / 6, 0.05, 0.1 * 2 / 6, 0.1 / 6}));
  schedule.warmup = 100; // longer than all
  EXPECT_DOUBLE_EQ(schedule.at(9), 0.01);
}

TEST(Schedule, WhatIsNoneIsSaid) {
  Schedule schedule;
  EXPECT_EQ(parseSchedule("cosin", schedule), "there is no schedule 'cosin' (did you mean cosine?)");
  for (const char* text : {"constant:1", "linear:x", "cosine:-1", "cosine:1,2", "step", "step:0",
                           "step:2,nan", "exponential", "exponential:inf"})
    EXPECT_THAT(parseSchedule(text, schedule), HasSubstr("expected constant, linear[:LAST]")) << text;
}

TEST(Shuffle, IsTheDocumentedOrder) {
  std::vector<int64_t> rows(10);
  std::iota(rows.begin(), rows.end(), int64_t{0});
  // sorted(range(10), key=lambda row: splitmix64(e + row)) in Python, e of seed and epoch.
  EXPECT_THAT(shuffled(rows, 0, 0), ElementsAre(4, 8, 0, 1, 7, 6, 2, 5, 3, 9));
  EXPECT_THAT(shuffled(rows, 0, 1), ElementsAre(9, 7, 0, 1, 6, 3, 4, 5, 2, 8));
  EXPECT_THAT(shuffled(rows, 7, 0), ElementsAre(8, 1, 3, 2, 4, 7, 0, 6, 9, 5));
  rows.resize(5);
  EXPECT_THAT(shuffled(rows, 0, kValidationEpoch), ElementsAre(4, 0, 1, 3, 2));
  EXPECT_THAT(shuffled(std::vector<int64_t>{8, 2, 9}, 0, 0),
              ElementsAre(8, 2, 9)); // as they stand in the first
}

TEST(Shuffle, EveryPlaceIsAsLikely) {
  std::vector<int64_t> rows(8);
  std::iota(rows.begin(), rows.end(), int64_t{0});
  std::vector<std::vector<int>> counts(8, std::vector<int>(8, 0));
  constexpr int kEpochs = 8000;
  for (uint64_t epoch = 0; epoch < kEpochs; ++epoch) {
    const std::vector<int64_t> order = shuffled(rows, 3, epoch);
    for (size_t place = 0; place < 8; ++place)
      ++counts[static_cast<size_t>(order[place])][place];
  }
  double chi = 0;
  for (const std::vector<int>& row : counts)
    for (int count : row)
      chi += std::pow(count - kEpochs / 8.0, 2) / (kEpochs / 8.0);
  EXPECT_LT(chi, 85.4); // 99.9 % of 49 degrees of freedom
}

std::unique_ptr<graph::File> parseText(const std::string& text) {
  std::vector<graph::Diagnostic> diagnostics;
  std::unique_ptr<graph::File> file = graph::parse("m.graph", text, diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << render(diagnostics);
  return file;
}

constexpr const char* kModel = R"(block body(x: f32[N, D], training: bool = false) {
  return nn.batch_norm(nn.linear(x, 4) @ fc, training=training) @ bn
}

graph g(image: f32[N = 1, 8]) -> (logits: f32[N, 3]) {  # of three classes
  weights "g.safetensors"
  h = relu(body(image) @ .)  # a "comment)
  loss = nn.batch_norm(h, training=false) @ last
  logits = nn.linear(loss, 3) @ head
}
)";

TEST(TrainingText, IsTheModelsOwnStatementsAndALoss) {
  TrainingText made;
  TrainingRequest request{"", "cross_entropy,label_smoothing=0.1", "sgd,momentum=0.9", "head.*", 1, "label"};
  ASSERT_EQ(makeTrainingText(*parseText(kModel), request, made), "");
  // `loss` is the model's, so its own gets another name; both batch norms train.
  EXPECT_EQ(made.added,
            R"(block accuracy_of(output: T[...], target: U[...]) {
  return sum(cast(argmax(output, 1) == target and target != -100, f32)) / sum(cast(target != -100, f32))
}

graph train(image: f32[N = 1, 8], label: i64[N], lr: f32[]) -> (loss_1: f32[], accuracy: f32[]) {
  weights "g.safetensors"
  # of three classes

  h = relu(body(image, training=true) @ .)  # a "comment)
  loss = nn.batch_norm(h, training=true) @ last
  logits = nn.linear(loss, 3) @ head

  loss_1 = nn.cross_entropy(logits, label, label_smoothing=0.1)
  accuracy = accuracy_of(logits, label)
  params = parameters(loss_1, "head.*")
  grads, _ = optim.clip_grad_norm(grad(loss_1, params), 1.0)
  optim.sgd(params, grads, lr, momentum=0.9) @ optimizer
}

graph validate(image: f32[N = 1, 8], label: i64[N]) -> (loss_1: f32[], accuracy: f32[]) {
  weights "g.safetensors"
  # of three classes

  h = relu(body(image) @ .)  # a "comment)
  loss = nn.batch_norm(h, training=false) @ last
  logits = nn.linear(loss, 3) @ head

  loss_1 = nn.cross_entropy(logits, label, label_smoothing=0.1)
  accuracy = accuracy_of(logits, label)
}
)");
  EXPECT_EQ(made.text, std::string(kModel) + "\n" + made.added);
  EXPECT_TRUE(made.notes.empty());
}

TEST(TrainingText, SaysWhatIsWrong) {
  TrainingText made;
  TrainingRequest request{"", "cross_entropi", "adam", "*", 0, "label"};
  auto file = parseText(kModel);
  EXPECT_THAT(
      makeTrainingText(*file, request, made),
      HasSubstr(
          "there is no nn.cross_entropi (did you mean cross_entropy?); there are cross_entropy, nll_loss"));
  request.loss = "mse_loss";
  request.optimizer = "adamm";
  EXPECT_THAT(makeTrainingText(*file, request, made),
              HasSubstr("there is no optim.adamm (did you mean adam"));
  request.optimizer = "adam";
  request.graph = "h";
  EXPECT_THAT(makeTrainingText(*file, request, made), HasSubstr("--graph h: the file has no such graph"));
  request = {"", "nll_loss", "adam", "*", 0, "label"};
  EXPECT_THAT(
      makeTrainingText(*parseText("graph g(x: f32[N = 1]) -> (y: f32[N]) {\n  y = x\n}\n"), request, made),
      HasSubstr("the graph g has the result y: f32[N]: the loss needs [N, classes, ...]"));
  // A target of the name of a result, a graph called train, and batch norms that cannot train.
  request = {"", "mse_loss", "adam", "*", 0, "y"};
  ASSERT_EQ(
      makeTrainingText(*parseText("block b(x: f32[N, C]) {\n  return nn.batch_norm(x) @ bn\n}\n"
                                  "graph train(x: f32[N = 1, 2]) -> (y: f32[N, 2]) {\n  y = b(x) @ b\n}\n"),
                       request, made),
      "");
  EXPECT_EQ(made.train, "train_1");
  EXPECT_EQ(made.target, "y_1");
  EXPECT_THAT(made.added,
              HasSubstr("graph train_1(x: f32[N = 1, 2], y_1: f32[N, 2], lr: f32[]) -> (loss: f32[]) {"));
  ASSERT_EQ(made.notes.size(), 1u);
  EXPECT_THAT(made.notes[0], HasSubstr("the batch norms of block b keep their running statistics"));
}

TEST(TrainingText, TakesValuesAloneFromOptions) {
  auto file = parseText(kModel);
  TrainingText made;
  auto request = [](const std::string& loss, const std::string& optimizer) {
    return TrainingRequest{"", "cross_entropy" + loss, "sgd" + optimizer, "fc\"{", 0, "a label"};
  };
  // A word is a string where one is wanted; a pattern is a string; a target has a name that the language has
  // not.
  ASSERT_EQ(
      makeTrainingText(*file, request(",reduction=sum, ignore_index=-1", ",nesterov=true,momentum=1"), made),
      "");
  EXPECT_THAT(made.added,
              HasSubstr("nn.cross_entropy(logits, target, reduction=\"sum\", ignore_index=-1)\n"));
  EXPECT_THAT(made.added, HasSubstr("lr, nesterov=true, momentum=1.0) @ optimizer\n"));
  EXPECT_THAT(made.added, HasSubstr("parameters(loss_1, \"fc\\\"{\")\n"));
  const std::pair<const char*, const char*> losses[] = {
      {",reduction=none", "what is made smaller is one number: reduction is mean or sum"},
      {",reductio=sum",
       "there is no argument reductio (did you mean reduction?); there are weight, ignore_index"},
      {",weight=logits", "weight is a tensor, which has no place in an option"},
      {",label_smoothing=loss", "label_smoothing: expected float, found loss"},
      {",ignore_index=1.5", "ignore_index: expected int, found 1.5"},
      {",ignore_index=1,ignore_index=2", "the argument ignore_index is given twice"},
      {",0.1", "expected ARGUMENT=VALUE, found 0.1"},
      {",x=1", "x is given by the entry"},
      {",ignore_index=1)\nw = f(", "expected ARGUMENT=VALUE, with commas between"},
      {",ignore_index=1) + f(", "expected ARGUMENT=VALUE, with commas between"},
      {",ignore_index=1) @ (", "expected "},
      {",ignore_index=1)\n}\ngraph h() -> (", "expected "}};
  for (const auto& [text, wrong] : losses)
    EXPECT_THAT(makeTrainingText(*file, request(text, ""), made), HasSubstr(wrong)) << text;
  for (const auto& [text, wrong] : {std::pair(",lr=1.0", "the learning rate is --lr"),
                                    {",momentum=[", "expected an expression"},
                                    {",nesterov=[true]", "nesterov: expected bool, found [true]"}})
    EXPECT_THAT(makeTrainingText(*file, request("", text), made),
                HasSubstr(absl::StrCat("--optimizer sgd", text, ": ", wrong)));
}

TEST(TrainingText, FindsTheSamplesDimension) {
  auto file = parseText("graph g(lr: f32[], x: f32[B = 16, 8], y: f32[3]) -> (z: f32[]) {\n  z = lr\n}\n"
                        "graph h(x: f32[4, 8]) -> (z: f32[]) {\n  z = mean(x)\n}\n");
  EXPECT_EQ(batchDimension(*findGraph(*file, "g"), {"lr"}), "B");
  EXPECT_EQ(batchDefault(*findGraph(*file, "g"), "B"), 16);
  EXPECT_EQ(batchDefault(*findGraph(*file, "g"), "N"), -1);
  EXPECT_EQ(batchDimension(*findGraph(*file, "h"), {}), "");
  EXPECT_EQ(findGraph(*file, "")->name.text, "g");
  EXPECT_EQ(findGraph(*file, "i"), nullptr);
}

TEST(History, TheBestEpochAndTheCurves) {
  History history;
  EXPECT_EQ(history.best(), -1);
  EXPECT_THAT(curvesSvg(history), HasSubstr("</svg>"));
  history.outputs = {"loss", "accuracy"};
  history.losses = {1.0, 0.5, NAN, 0.25};
  history.epochs = {{2, 0.1, 1.5, {0.75, 0.5}, {}}, {4, 0.1, 1.5, {0.3, 0.75}, {}}};
  EXPECT_EQ(history.best(), 1);
  history.validations = {"loss"};
  history.epochs[0].validation = {0.4};
  history.epochs[1].validation = {0.4};
  EXPECT_EQ(history.best(), 0); // of equals the first
  EXPECT_EQ(
      epochToJson(history, 1).dump(),
      R"({"epoch":2,"step":4,"training":{"loss":0.3,"accuracy":0.75},"validation":{"loss":0.4},"lr":0.1,"seconds":1.5})");
  const std::string svg = curvesSvg(history);
  for (const char* text : {">loss</text>", ">accuracy</text>", ">learning rate</text>", ">validation</text>"})
    EXPECT_THAT(svg, HasSubstr(text));
  EXPECT_THAT(svg, testing::Not(HasSubstr("nan")));
  const std::string page = reportHtml("a < b", {{"model", "m&n.graph"}}, history);
  EXPECT_THAT(page, HasSubstr("<h1>a &lt; b</h1>"));
  EXPECT_THAT(page, HasSubstr("<td>m&amp;n.graph</td>"));
  EXPECT_THAT(page,
              HasSubstr("<tr class=\"best\"><td>1</td><td>2</td><td>0.75</td><td>0.5</td><td>0.4</td>"));
}

} // namespace
} // namespace aic::tool
