// update_slice and narrow over shapes, axes, places, types and views of what is read; places that do not fit,
// which change nothing.
#include "Harness.h"
#include "runtime/aic.h"

#include <map>

namespace aic::test {
namespace {

using Starts = std::map<size_t, double>; // by the number of the argument

// Each element its own number, as far as a type goes; starts as they were asked for.
HarnessOptions numbered(const Starts& starts) {
  HarnessOptions options;
  options.input = [starts](size_t index, int64_t i) {
    auto start = starts.find(index);
    return start != starts.end() ? start->second : double((i * 37 + int64_t(index) * 11) % 97);
  };
  return options;
}

// A batch of slices, and where each lies.
struct Slices {
  Batch batch;
  Starts starts;
  size_t arguments = 0;

  std::string argument(const Shape& shape, const std::string& element) {
    ++arguments;
    return batch.argument(shape, element);
  }
  std::string start(double value, const std::string& element) {
    starts[arguments] = value;
    return argument({}, element);
  }

  /// x with `values`, whose shape is `part`, at `at` along `dim`.
  std::string update(const std::string& values, const Shape& part, const Shape& x, size_t dim, double at,
                     const std::string& element = "f32", const std::string& kind = "i64") {
    std::string text = "aic.update_slice " + values + " into " + argument(x, element);
    text += " at " + start(at, kind) + " {dim = " + std::to_string(dim) + " : i64}";
    std::string type = tensorType(x, element);
    std::string result = batch.op(text + " : (" + tensorType(part, element) + ", " + type + ", tensor<" +
                                  kind + ">) -> " + type);
    batch.result(result, type,
                 "update of " + type + " by " + std::to_string(part[dim]) + " along " + std::to_string(dim) +
                     " at " + std::to_string(at));
    return result;
  }
  std::string narrow(const std::string& x, const Shape& shape, size_t dim, int64_t size, double at,
                     const std::string& element = "f32", const std::string& kind = "i64") {
    Shape y = shape;
    y[dim] = size;
    std::string text = "aic.narrow " + x + " at " + start(at, kind) + " {dim = " + std::to_string(dim) +
                       " : i64, size = " + std::to_string(size) + " : i64}";
    std::string type = tensorType(y, element);
    std::string result =
        batch.op(text + " : (" + tensorType(shape, element) + ", tensor<" + kind + ">) -> " + type);
    batch.result(result, type,
                 "narrow of " + tensorType(shape, element) + " to " + std::to_string(size) + " along " +
                     std::to_string(dim) + " at " + std::to_string(at));
    return result;
  }
  /// Both, for the slice of `size` along `dim` of `whole`, at its first, a middle and the last place.
  void everywhere(const Shape& whole, size_t dim, int64_t size, const std::string& element = "f32",
                  const std::string& kind = "i64") {
    Shape part = whole;
    part[dim] = size;
    int64_t last = whole[dim] - size;
    for (int64_t at : std::vector<int64_t>{0, last / 2, last}) {
      update(argument(part, element), part, whole, dim, double(at), element, kind);
      narrow(argument(whole, element), whole, dim, size, double(at), element, kind);
    }
  }
};

const std::vector<Shape> kShapes = {{5},          {1},           {37},           {3, 17},
                                    {17, 3},      {4, 1, 16},    {2, 5, 33},     {1, 7, 1},
                                    {2, 3, 4, 5}, {1, 2, 9, 64}, {3, 1, 2, 1, 6}};

TEST(Slice, EveryAxis) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3"})
    for (const char* kind : {"i32", "i64"}) {
      Slices slices;
      for (const Shape& shape : kShapes)
        for (size_t dim = 0; dim < shape.size(); ++dim)
          for (int64_t size : {int64_t(1), (shape[dim] + 1) / 2, shape[dim]})
            if (size == 1 || (size > 1 && size < shape[dim]) || kind == std::string("i32"))
              slices.everywhere(shape, dim, size, "f32", kind);
      HarnessOptions options = numbered(slices.starts);
      options.targetCpu = cpu;
      options.moreThreads = {2};
      slices.batch.expectClose(0, options);
    }
}

TEST(Slice, EveryElementType) {
  for (const char* element : {"f32", "f64", "f16", "bf16", "i1", "i8", "ui8", "i16", "i32", "i64"}) {
    Slices slices;
    for (size_t dim : {0, 1, 2})
      slices.everywhere({3, 5, 19}, dim, 2, element);
    slices.batch.expectClose(0, numbered(slices.starts));
  }
}

// What is read through views: turned, repeated, backwards, every second.
TEST(Slice, Views) {
  for (bool fuse : {true, false}) {
    Slices slices;
    auto view = [&](const Shape& from, const std::string& op, const Shape& to) {
      return slices.batch.op("aic." + op + " : (" + tensorType(from) + ") -> " + tensorType(to));
    };
    auto transpose = [&](const Shape& from, const std::vector<int64_t>& perm, const Shape& to) {
      return view(from, "transpose " + slices.argument(from, "f32") + " {perm = " + array(perm) + "}", to);
    };
    auto slice = [&](const Shape& from, const Shape& offsets, const Shape& sizes, const Shape& strides) {
      return view(from,
                  "slice " + slices.argument(from, "f32") + " {offsets = " + array(offsets) +
                      ", sizes = " + array(sizes) + ", strides = " + array(strides) + "}",
                  sizes);
    };
    for (double at : {0.0, 3.0, 4.0}) {
      // A text's heads, as a cache takes them.
      slices.update(transpose({2, 3, 4, 17}, {0, 2, 1, 3}, {2, 4, 3, 17}), {2, 4, 3, 17}, {2, 4, 7, 17}, 2,
                    at);
      slices.update(transpose({20, 3}, {1, 0}, {3, 20}), {3, 20}, {7, 20}, 0, at);
      slices.update(transpose({20, 3}, {1, 0}, {3, 20}), {3, 20}, {3, 24}, 1, at);
      slices.update(view({3, 1}, "expand " + slices.argument({3, 1}, "f32"), {3, 20}), {3, 20}, {7, 20}, 0,
                    at);
      slices.update(view({1, 20}, "expand " + slices.argument({1, 20}, "f32"), {3, 20}), {3, 20}, {7, 20}, 0,
                    at);
      slices.update(slice({3, 20}, {0, 19}, {3, 20}, {1, -1}), {3, 20}, {7, 20}, 0, at);
      slices.update(slice({3, 40}, {0, 1}, {3, 20}, {1, 2}), {3, 20}, {7, 20}, 0, at);
      slices.narrow(transpose({20, 7}, {1, 0}, {7, 20}), {7, 20}, 0, 3, at);
      slices.narrow(transpose({3, 7, 2, 17}, {0, 2, 1, 3}, {3, 2, 7, 17}), {3, 2, 7, 17}, 2, 3, at);
      slices.narrow(slice({7, 20}, {6, 19}, {7, 20}, {-1, -1}), {7, 20}, 0, 3, at);
      slices.narrow(view({1, 20}, "expand " + slices.argument({1, 20}, "f32"), {7, 20}), {7, 20}, 0, 3, at);
    }
    HarnessOptions options = numbered(slices.starts);
    options.fuse = fuse;
    slices.batch.expectClose(0, options);
  }
}

// Updates of an update, and what is read of it; a place that is known when it is compiled.
TEST(Slice, Chain) {
  Slices slices;
  std::string x = slices.argument({9, 20}, "f32"), type = tensorType({9, 20}), part = tensorType({2, 20});
  for (double at : {0.0, 7.0, 1.0}) {
    std::string values = slices.argument({2, 20}, "f32"), start = slices.start(at, "i64");
    x = slices.batch.op("aic.update_slice " + values + " into " + x + " at " + start +
                        " {dim = 0 : i64} : (" + part + ", " + type + ", tensor<i64>) -> " + type);
  }
  slices.batch.result(x, type, "all");
  slices.narrow(x, {9, 20}, 0, 3, 6);
  std::string known = slices.batch.scalar("5", "i64");
  slices.batch.result(slices.batch.op("aic.narrow " + x + " at " + known +
                                      " {dim = 0 : i64, size = 3 : i64} : (" + type + ", tensor<i64>) -> " +
                                      tensorType({3, 20})),
                      tensorType({3, 20}), "at a known place");
  slices.batch.expectClose(0, numbered(slices.starts));
}

TEST(Slice, ManyWorkgroups) {
  Slices slices;
  for (double at : {0.0, 1.0, 3.0}) { // rows, and long runs in pieces
    slices.update(slices.argument({3, 5, 40000}, "f32"), {3, 5, 40000}, {3, 8, 40000}, 1, at);
    slices.update(slices.argument({100003}, "f32"), {100003}, {100006}, 0, at);
    slices.narrow(slices.argument({400, 403}, "f32"), {400, 403}, 1, 400, at);
    slices.narrow(slices.argument({100006}, "f32"), {100006}, 0, 100003, at);
  }
  HarnessOptions options = numbered(slices.starts);
  options.moreThreads = {2, 3, 8};
  slices.batch.expectClose(0, options);
}

TEST(Slice, OutOfRangeFailsTheRun) {
  for (const char* kind : {"i32", "i64"})
    for (bool update : {true, false})
      for (double bad : {-1.0, 4.0, 2147483647.0, -2147483648.0, 4294967296.0}) {
        if (std::abs(bad) > 2147483648.0 && kind == std::string("i32"))
          continue;
        Slices slices;
        if (update)
          slices.update(slices.argument({2, 7}, "f32"), {2, 7}, {5, 7}, 0, bad, "f32", kind);
        else
          slices.narrow(slices.argument({5, 7}, "f32"), {5, 7}, 0, 2, bad, "f32", kind);
        HarnessOptions options = numbered(slices.starts);
        options.withoutReference = true; // which refuses as well
        EXPECT_NE(runAndCompare(slices.batch.text(), options).message.find("an index is out of range"),
                  std::string::npos)
            << update << " " << kind << " " << bad;
      }
}

// Nothing to write or to read, but a place that has to be one.
TEST(Slice, EmptyValues) {
  for (bool update : {true, false})
    for (auto [at, good] : {std::pair{0.0, true}, {5.0, true}, {6.0, false}, {-1.0, false}}) {
      Slices slices;
      if (update)
        slices.update(slices.argument({0, 7}, "f32"), {0, 7}, {5, 7}, 0, at);
      else
        slices.narrow(slices.argument({5, 7}, "f32"), {5, 7}, 0, 0, at);
      HarnessOptions options = numbered(slices.starts);
      if (good) {
        slices.batch.expectClose(0, options);
        continue;
      }
      options.withoutReference = true;
      EXPECT_NE(runAndCompare(slices.batch.text(), options).message.find("an index is out of range"),
                std::string::npos)
          << (update ? "update" : "narrow") << " at " << at;
    }
}

// A state that is updated by many workgroups at a place that does not fit is what it was.
TEST(Slice, OutOfRangeLeavesTheState) {
  driver::Options compile;
  compile.path = "test.mlir";
  compile.module = R"(
    aic.state @s : tensor<3x8x40000xf32> = dense<7.0> : tensor<3x8x40000xf32>
    func.func @f(%v: tensor<3x5x40000xf32>, %p: tensor<i64>, %s: tensor<3x8x40000xf32> {aic.state = @s})
        -> (tensor<1xi64>, tensor<3x8x40000xf32> {aic.state = @s}) {
      %0 = aic.update_slice %v into %s at %p {dim = 1 : i64}
        : (tensor<3x5x40000xf32>, tensor<3x8x40000xf32>, tensor<i64>) -> tensor<3x8x40000xf32>
      %1 = aic.reshape %p : (tensor<i64>) -> tensor<1xi64>
      return %1, %0 : tensor<1xi64>, tensor<3x8x40000xf32>
    })";
  driver::Compilation compilation(compile);
  ASSERT_EQ(compilation.reach(driver::Stage::Artifact), driver::kGood)
      << graph::render(compilation.diagnostics());
  EXPECT_GT(compilation.content().targets[0].programs[0].dispatches[0].workgroups, 8u);
  std::string artifact = compilation.emit(driver::Stage::Artifact);
  aic_model* model = nullptr;
  aic_session* session = nullptr;
  ASSERT_EQ(aic_model_open_memory(artifact.data(), artifact.size(), 0, &model), AIC_OK) << aic_last_error();
  ASSERT_EQ(aic_session_create(model, 3, &session), AIC_OK) << aic_last_error();
  std::vector<float> values(size_t(3) * 5 * 40000), state(size_t(3) * 8 * 40000),
      expected(state.size(), 7.0f);
  int64_t start = 0, seen = 0;
  aic_output output{&seen, sizeof seen};
  auto run = [&](int64_t at, float value) {
    std::fill(values.begin(), values.end(), value);
    start = at;
    aic_input inputs[] = {{values.data(), values.size() * sizeof(float)}, {&start, sizeof start}};
    return aic_session_run(session, inputs, 2, &output, 1);
  };
  auto expectState = [&] {
    ASSERT_EQ(aic_session_read_state(session, 0, state.data(), state.size() * sizeof(float)), AIC_OK)
        << aic_last_error();
    EXPECT_TRUE(state == expected);
  };
  for (int64_t bad : {int64_t(-1), int64_t(4), int64_t(1) << 40, INT64_MIN}) {
    EXPECT_NE(run(bad, 3), AIC_OK) << bad;
    EXPECT_NE(std::string(aic_last_error()).find("an index is out of range"), std::string::npos);
    expectState();
  }
  ASSERT_EQ(run(3, 5), AIC_OK) << aic_last_error();
  for (size_t i = 0; i < expected.size(); ++i)
    if (i / 40000 % 8 >= 3)
      expected[i] = 5;
  expectState();
  EXPECT_NE(run(4, 6), AIC_OK);
  expectState();
  aic_session_close(session);
  aic_model_close(model);
}

} // namespace
} // namespace aic::test
