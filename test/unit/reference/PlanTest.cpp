// Functions with states, and plans: what lasts from run to run, and what an arena loses.
#include "compiler/reference/Plan.h"

#include "test/unit/reference/Parse.h"

#include <gmock/gmock.h>

using namespace mlir;

namespace aic::reference {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kFunctions = R"(
aic.state @memory : tensor<4xf32> = dense<1.0> : tensor<4xf32>
aic.state @runs : tensor<i64> = dense<7> : tensor<i64>
func.func @put(%x: tensor<2xf32>, %p: tensor<i64>, %m: tensor<4xf32> {aic.state = @memory}, %r: tensor<i64> {aic.state = @runs})
    -> (tensor<4xf32>, tensor<4xf32> {aic.state = @memory}, tensor<i64> {aic.state = @runs}) {
  %0 = aic.update_slice %x into %m at %p {dim = 0 : i64} : (tensor<2xf32>, tensor<4xf32>, tensor<i64>) -> tensor<4xf32>
  %1 = aic.constant dense<1> : tensor<i64>
  %2 = aic.add %r, %1 : (tensor<i64>, tensor<i64>) -> tensor<i64>
  return %m, %0, %2 : tensor<4xf32>, tensor<4xf32>, tensor<i64>
}
)";

TEST(Function, FindsStatesAndLeavesThem) {
  Parsed parsed(kFunctions);
  ASSERT_TRUE(parsed.module);
  FailureOr<StateValues> states = initialStates(*parsed.module);
  ASSERT_TRUE(succeeded(states));
  Type f32 = Float32Type::get(&parsed.context), i64 = IntegerType::get(&parsed.context, 64);
  auto put = parsed.module->lookupSymbol<func::FuncOp>("put");
  auto run = [&](int64_t position, SmallVectorImpl<Tensor>& outputs) {
    return evaluateFunction(put, {reals(f32, {2}, {5, 6}), integers(i64, {}, {position})}, *states, outputs);
  };
  SmallVector<Tensor> first, second, third;
  ASSERT_TRUE(succeeded(run(1, first)));
  ASSERT_EQ(first.size(), 1u);
  EXPECT_THAT(first[0].f, ElementsAre(1, 1, 1, 1)); // as the run found it
  ASSERT_TRUE(succeeded(run(0, second)));
  EXPECT_THAT(second[0].f, ElementsAre(1, 5, 6, 1));
  EXPECT_THAT((*states)["memory"].f, ElementsAre(5, 6, 6, 1));
  EXPECT_THAT((*states)["runs"].i, ElementsAre(9));
  // A failure changes none.
  EXPECT_TRUE(failed(run(3, third)));
  EXPECT_THAT((*states)["memory"].f, ElementsAre(5, 6, 6, 1));
  EXPECT_THAT((*states)["runs"].i, ElementsAre(9));
}

TEST(Function, SaysWhatItLacks) {
  Parsed parsed(kFunctions);
  auto put = parsed.module->lookupSymbol<func::FuncOp>("put");
  Type f32 = Float32Type::get(&parsed.context), i64 = IntegerType::get(&parsed.context, 64);
  SmallVector<Tensor> outputs;
  StateValues none;
  const Tensor x = reals(f32, {2}, {5, 6}), p = integers(i64, {}, {0});
  EXPECT_TRUE(failed(evaluateFunction(put, {x, p}, none, outputs)));
  StateValues states = *initialStates(*parsed.module);
  EXPECT_TRUE(failed(evaluateFunction(put, {x}, states, outputs)));
  EXPECT_TRUE(failed(evaluateFunction(put, {x, p, p}, states, outputs)));
  EXPECT_THAT(parsed.errors, ElementsAre(HasSubstr("no value is given for the state @memory"),
                                         HasSubstr("takes more than the 1 inputs given"),
                                         HasSubstr("takes 2 inputs, 3 are given")));
}

/// A module of the `schedule` dialect, not verified: plans that are wrong are what is looked for.
class PlanOf {
public:
  explicit PlanOf(const std::string& program)
      : handler(&context, [this](Diagnostic& diagnostic) { errors.push_back(diagnostic.str()); }) {
    context.loadDialect<AicDialect, schedule::ScheduleDialect>();
    module = parseSourceString<ModuleOp>(R"(
schedule.state @s : memref<2xf32>
schedule.state @n : memref<i32>
schedule.kernel @double family("pointwise") {
^bb0(%x: tensor<2xf32>):
  %0 = aic.add %x, %x : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  aic.yield %0 : tensor<2xf32>
}
schedule.kernel @sum family("pointwise") {
^bb0(%x: tensor<2xf32>, %y: tensor<2xf32>):
  %0 = aic.add %x, %y : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  aic.yield %0 : tensor<2xf32>
}
schedule.kernel @next family("pointwise") {
^bb0(%x: tensor<i32>):
  %0 = aic.constant dense<1> : tensor<i32>
  %1 = aic.add %x, %0 : (tensor<i32>, tensor<i32>) -> tensor<i32>
  aic.yield %1 : tensor<i32>
}
)" + program,
                                         ParserConfig(&context, /*verifyAfterParse=*/false));
  }
  schedule::ProgramOp program() { return *module->getOps<schedule::ProgramOp>().begin(); }

  MLIRContext context;
  std::vector<std::string> errors;
  ScopedDiagnosticHandler handler;
  OwningOpRef<ModuleOp> module;
};

TEST(Plan, StatesLastAndAreOfTheCallersTypes) {
  PlanOf parsed(R"(
schedule.program @f arena 64 peak_live 8 total 8 {
  %x = schedule.input 0 "x" : memref<2xf32>
  %s = schedule.state_buffer @s : memref<2xf32>
  %n = schedule.state_buffer @n : memref<i32>
  %y = schedule.output 0 "y" : memref<1x2xf32>
  %t = schedule.transient offset 0 : memref<2xf32>
  schedule.dispatch @double(%s) -> (%t) : (memref<2xf32>) -> memref<2xf32>
  schedule.dispatch @sum(%t, %x) -> (%s) : (memref<2xf32>, memref<2xf32>) -> memref<2xf32>
  schedule.dispatch @double(%s) -> (%y) : (memref<2xf32>) -> memref<1x2xf32>
  schedule.dispatch @next(%n) -> (%n) : (memref<i32>) -> memref<i32>
}
)");
  ASSERT_TRUE(parsed.module);
  Type f32 = Float32Type::get(&parsed.context), i64 = IntegerType::get(&parsed.context, 64);
  StateValues states;
  states["s"] = reals(f32, {2}, {1, 2});
  states["n"] = integers(i64, {}, {40}); // held as i32
  Plan plan(parsed.program());
  EXPECT_EQ(plan.size(), 4u);
  for (int run = 0; run < 2; ++run) {
    SmallVector<Tensor> outputs;
    ASSERT_TRUE(succeeded(plan.run({reals(f32, {2}, {10, 20})}, states, outputs)));
    ASSERT_EQ(outputs.size(), 1u);
    EXPECT_THAT(outputs[0].shape, ElementsAre(1, 2));
    EXPECT_THAT(outputs[0].f, run ? ElementsAre(68, 136) : ElementsAre(24, 48));
  }
  EXPECT_THAT(states["s"].f, ElementsAre(34, 68));
  EXPECT_THAT(states["n"].i, ElementsAre(42));
  EXPECT_EQ(states["n"].element, i64);
}

/// The errors of running a program on one input.
std::vector<std::string> errorsOf(const std::string& program) {
  PlanOf parsed(program);
  EXPECT_TRUE(parsed.module);
  StateValues states;
  SmallVector<Tensor> outputs;
  Type f32 = Float32Type::get(&parsed.context);
  EXPECT_TRUE(failed(Plan(parsed.program()).run({reals(f32, {2}, {10, 20})}, states, outputs)));
  return parsed.errors;
}

TEST(Plan, WhatIsWrittenOverIsGone) {
  EXPECT_THAT(errorsOf(R"(
schedule.program @f arena 64 peak_live 8 total 16 {
  %x = schedule.input 0 "x" : memref<2xf32>
  %y = schedule.output 0 "y" : memref<2xf32>
  %t = schedule.transient offset 0 : memref<2xf32>
  %u = schedule.transient offset 0 : memref<2xf32>
  schedule.dispatch @double(%x) -> (%t) : (memref<2xf32>) -> memref<2xf32>
  schedule.dispatch @double(%t) -> (%u) : (memref<2xf32>) -> memref<2xf32>
  schedule.dispatch @sum(%t, %u) -> (%y) : (memref<2xf32>, memref<2xf32>) -> memref<2xf32>
}
)"),
              ElementsAre(HasSubstr("a dispatch of sum reads what is not there (any more)")));
}

TEST(Plan, WhatNobodyWritesIsNotThere) {
  EXPECT_THAT(errorsOf(R"(
schedule.program @f arena 64 peak_live 8 total 8 {
  %y = schedule.output 0 "y" : memref<2xf32>
  %t = schedule.transient offset 0 : memref<2xf32>
  schedule.dispatch @double(%t) -> (%y) : (memref<2xf32>) -> memref<2xf32>
}
)"),
              ElementsAre(HasSubstr("a dispatch of double reads what is not there")));
  EXPECT_THAT(errorsOf(R"(
schedule.program @f arena 0 peak_live 0 total 0 {
  %y = schedule.output 0 "y" : memref<2xf32>
}
)"),
              ElementsAre(HasSubstr("the output y is not written")));
  EXPECT_THAT(errorsOf(R"(
schedule.program @f arena 0 peak_live 0 total 0 {
  %s = schedule.state_buffer @s : memref<2xf32>
  %y = schedule.output 0 "y" : memref<2xf32>
  schedule.dispatch @double(%s) -> (%y) : (memref<2xf32>) -> memref<2xf32>
}
)"),
              ElementsAre(HasSubstr("the state s is not given")));
}

} // namespace
} // namespace aic::reference
