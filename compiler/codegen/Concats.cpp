// Concatenations in place: see Concats.h.
#include "compiler/codegen/Concats.h"

#include "compiler/codegen/Gather.h"
#include "compiler/codegen/Normalisation.h"
#include "compiler/lowering/Lowering.h"
#include "compiler/transforms/Remarks.h"

#include "llvm/ADT/StringSet.h"

using namespace mlir;

namespace aic::codegen {
namespace {

using schedule::DispatchOp;
using schedule::KernelOp;
using schedule::Runs;

constexpr llvm::StringLiteral kPass = "aic-join-concats";

// How long before the concatenation an operand may be made that is less than half of it: longer, and the
// arena would hold the whole for little.
constexpr int64_t kMostDispatchesBefore = 16;

// A kernel is made anew for each place that its result is written to: of one that many operands are made by
// (steps, or parts of a list) these are copied, for the sake of the code.
constexpr size_t kMostPlaces = 4;

// Of a kernel without a root a vector computes the elements of one run, whose bytes are so many at least:
// shorter, and most of it is computed for nothing.
constexpr int64_t kLeastBytesOfRun = 32;

// The concatenation that is all of a kernel, and reads each argument once, in their order; else null.
ConcatOp onlyConcat(KernelOp kernel) {
  Block& body = kernel.getBody().front();
  auto concat = dyn_cast<ConcatOp>(body.front());
  if (!concat || concat->getNextNode() != body.getTerminator() ||
      !llvm::equal(concat.getInputs(), body.getArguments()))
    return {};
  return concat;
}

// An operand: where it lies in the result's buffer, and who may write it there.
struct Branch {
  Runs runs;
  DispatchOp writer;
  KernelOp kernel; // the writer's that does so; null: it is copied
  std::string why; // it is
};

class Joiner {
  ModuleOp schedule;
  WritesRuns writesRuns;
  SymbolTable kernels;
  DenseMap<std::pair<Operation*, Attribute>, KernelOp> placed; // a kernel and runs; null: it cannot
  // Those that copy some operands of a kernel's concatenation: from and to which.
  DenseMap<std::pair<Operation*, std::pair<size_t, size_t>>, KernelOp> copies;
  llvm::StringSet<> replaced;
  DenseMap<Operation*, int64_t> order; // of the dispatches that there were
  DenseMap<Operation*, llvm::SmallDenseSet<Attribute>>
      places; // of a kernel, in the concatenations as they were

  KernelOp kernelOf(DispatchOp dispatch) { return kernels.lookup<KernelOp>(dispatch.getKernel()); }

  static RankedTensorType resultType(KernelOp kernel) {
    return cast<RankedTensorType>(kernel.getResultTypes().front());
  }

  static DenseI64ArrayAttr toAttr(MLIRContext* context, const Runs& runs) {
    return DenseI64ArrayAttr::get(context, {runs.length, runs.offset, runs.stride});
  }

  // `kernel` with its result in runs, after `change`; null where its emitter writes none such.
  KernelOp inRuns(KernelOp kernel, const Runs& runs, function_ref<void(KernelOp)> change = nullptr) {
    KernelOp made = kernel.clone();
    made.setRunsAttr(toAttr(kernel.getContext(), runs));
    if (change)
      change(made);
    if (!writesRuns(made)) {
      made.erase();
      return {};
    }
    kernels.insert(made, Block::iterator(kernel)); // under a name that nothing has
    return made;
  }

  // Before `dispatch` nothing uses `buffer`, but what writes other parts of it.
  bool isWrittenFirst(Value buffer, DispatchOp dispatch) {
    return llvm::all_of(buffer.getUsers(), [&](Operation* user) {
      auto other = cast<DispatchOp>(user);
      return other == dispatch || dispatch->isBeforeInBlock(other) ||
             (kernelOf(other).getRuns() && !llvm::is_contained(other.getReads(), buffer));
    });
  }

  // Whether a dispatch does nothing but to copy a part that `aic-read-parts` lets others read.
  static bool isReadWhereItLies(DispatchOp dispatch, KernelOp kernel) {
    const std::optional<int64_t> first =
        kernel.getFamily() == "copy" ? lowering::copiedFrom(kernel) : std::nullopt;
    return first &&
           isa<schedule::TransientOp, schedule::InputOp>(dispatch.getReads().front().getDefiningOp()) &&
           *first * ((resultType(kernel).getElementTypeBitWidth() + 7) / 8) % schedule::kBufferAlignment == 0;
  }

  // Who may write operand `index` of the concatenation: else why not.
  Branch branchOf(DispatchOp dispatch, unsigned index, const Runs& runs) {
    Branch branch;
    branch.runs = runs;
    Value value = dispatch.getReads()[index];
    auto because = [&](const Twine& why) {
      branch.why = why.str();
      return branch;
    };
    auto transient = value.getDefiningOp<schedule::TransientOp>();
    if (!transient)
      return because(isa_and_nonnull<schedule::ConstantOp>(value.getDefiningOp()) ? "it is a constant"
                     : isa_and_nonnull<schedule::InputOp>(value.getDefiningOp())  ? "it is an input"
                     : isa_and_nonnull<schedule::OutputOp>(value.getDefiningOp()) ? "it is an output, too"
                                                                                  : "it is a state");
    for (OpOperand& use : value.getUses()) {
      auto user = cast<DispatchOp>(use.getOwner());
      if (llvm::is_contained(user.getWrites(), value) && !branch.writer)
        branch.writer = user;
      else if (user != dispatch || llvm::count(dispatch.getReads(), value) != 1)
        return because("it is read elsewhere, too");
    }
    KernelOp kernel = branch.writer ? kernelOf(branch.writer) : KernelOp();
    if (!kernel || branch.writer == dispatch || branch.writer.getWrites().size() != 1 || kernel.getRuns())
      return because("it is made with others");
    if (order.lookup(dispatch) - order.lookup(branch.writer) > kMostDispatchesBefore &&
        runs.length < runs.stride / 2)
      return because("it is made long before");
    if (isReadWhereItLies(branch.writer, kernel))
      return because("it is a part that is read where it lies");
    const int64_t bytes = runs.length * ((resultType(kernel).getElementTypeBitWidth() + 7) / 8);
    if (kernel.getFamily() == "elementwise" && runs.length < resultType(kernel).getNumElements() &&
        bytes < kLeastBytesOfRun)
      return because("its runs have " + Twine(bytes) + " bytes");
    if (places.lookup(kernel).size() > kMostPlaces)
      return because("more than " + Twine(kMostPlaces) + " operands are made by the same kernel");
    auto [known, isNew] = placed.try_emplace({kernel, toAttr(kernel.getContext(), runs)}, KernelOp());
    if (isNew)
      known->second = inRuns(kernel, runs);
    branch.kernel = known->second;
    return branch.kernel
               ? branch
               : because("a kernel of the family '" + kernel.getFamily() + "' writes no part of a tensor");
  }

  // Where the operands of a concatenation lie in its buffer; empty where that is no runs.
  static SmallVector<Runs> runsOf(KernelOp kernel, ConcatOp concat) {
    const auto shape = typeOf(concat.getResult()).getShape();
    const int64_t inner = ShapedType::getNumElements(shape.drop_front(concat.getDim() + 1));
    const int64_t whole = shape[concat.getDim()] * inner;
    const Runs outer = kernel.getResultRuns();      // of a part of another concatenation
    if (!outer.areWhole() && outer.length != whole) // along another axis
      return {};
    int64_t offset = outer.offset;
    SmallVector<Runs> all;
    for (Value input : concat.getInputs()) {
      Runs& runs = all.emplace_back();
      runs.length = typeOf(input).getDimSize(concat.getDim()) * inner;
      runs.offset = offset;
      runs.stride = outer.areWhole() ? whole : outer.stride;
      offset += runs.length;
    }
    return all;
  }

  // Notes of each kernel where the concatenation would have its result.
  void collectPlaces(DispatchOp dispatch) {
    ConcatOp concat = onlyConcat(kernelOf(dispatch));
    if (!concat)
      return;
    for (auto [value, runs] : llvm::zip_equal(dispatch.getReads(), runsOf(kernelOf(dispatch), concat)))
      for (Operation* user : value.getUsers())
        if (auto writer = cast<DispatchOp>(user); llvm::is_contained(writer.getWrites(), value))
          places[kernelOf(writer)].insert(toAttr(schedule.getContext(), runs));
  }

  // The kernel that copies operands [first, last) of the concatenation.
  KernelOp copyOf(KernelOp kernel, ArrayRef<Branch> branches, size_t first, size_t last) {
    auto [known, isNew] = copies.try_emplace({kernel, {first, last}}, KernelOp());
    if (isNew)
      known->second = makeCopy(kernel, branches, first, last);
    return known->second;
  }

  KernelOp makeCopy(KernelOp kernel, ArrayRef<Branch> branches, size_t first, size_t last) {
    Runs runs = branches[first].runs;
    for (size_t i = first + 1; i < last; ++i)
      runs.length += branches[i].runs.length;
    return inRuns(kernel, runs, [&](KernelOp made) {
      Block& body = made.getBody().front();
      auto all = cast<ConcatOp>(body.front());
      OpBuilder b(all);
      auto some = ConcatOp::create(b, all.getLoc(), all.getInputs().slice(first, last - first), all.getDim());
      all.replaceAllUsesWith(some.getResult());
      all.erase();
      SmallVector<int64_t> constants;
      for (int64_t constant : made.getConstantArguments().value_or(ArrayRef<int64_t>()))
        if (auto number = static_cast<size_t>(constant); number >= first && number < last)
          constants.push_back(constant - static_cast<int64_t>(first));
      if (constants.empty())
        made.removeConstantArgumentsAttr();
      else
        made.setConstantArguments(constants);
      for (unsigned i = body.getNumArguments(); i-- > 0;)
        if (i < first || i >= last)
          body.eraseArgument(i);
    });
  }

  void write(Branch branch, Value result) {
    DispatchOp writer = branch.writer;
    replaced.insert(writer.getKernel());
    Value before = writer.getWrites().front();
    if (Operation* made = result.getDefiningOp(); writer->isBeforeInBlock(made))
      made->moveBefore(writer);
    writer.getWritesMutable()[0].set(result);
    writer.setKernel(branch.kernel.getSymName());
    before.getDefiningOp()->erase();
  }

  void report(DispatchOp dispatch, ArrayRef<Branch> branches, size_t copied) {
    const Branch* missed = llvm::find_if(branches, [](const Branch& branch) { return !branch.kernel; });
    std::string why;
    if (missed != branches.end())
      why = ("; operand " + Twine(missed - branches.begin() + 1) + " is copied: " + missed->why).str();
    if (copied == branches.size())
      return transforms::reportMissed(dispatch.getLoc(), kPass,
                                      "no operand of concat is written where it lies in the result" + why);
    transforms::reportPassed(dispatch.getLoc(), kPass,
                             Twine(branches.size() - copied) + " of " + Twine(branches.size()) +
                                 " operands of concat are written where they lie in the result" + why);
  }

  void join(DispatchOp dispatch) {
    KernelOp kernel = kernelOf(dispatch);
    ConcatOp concat = onlyConcat(kernel);
    Value result = dispatch.getWrites().front();
    if (!concat || !isa<schedule::TransientOp, schedule::OutputOp>(result.getDefiningOp()) ||
        !isWrittenFirst(result, dispatch))
      return;
    SmallVector<Branch> branches;
    for (auto [index, runs] : llvm::enumerate(runsOf(kernel, concat)))
      branches.push_back(branchOf(dispatch, static_cast<unsigned>(index), runs));
    if (branches.empty())
      return;
    auto isCopied = [](const Branch& branch) { return !branch.kernel; };
    auto first = static_cast<size_t>(llvm::find_if(branches, isCopied) - branches.begin());
    size_t last = branches.size();
    while (last > first && !isCopied(branches[last - 1]))
      --last;
    KernelOp copy;
    if (first < last && last - first < branches.size() && !(copy = copyOf(kernel, branches, first, last)))
      return;
    report(dispatch, branches, last - first);
    if (last - first == branches.size())
      return;
    replaced.insert(kernel.getSymName());
    OpBuilder b(dispatch);
    if (copy)
      DispatchOp::create(b, dispatch.getLoc(), copy.getSymName(),
                         dispatch.getReads().slice(first, last - first), result);
    SmallVector<Branch> inPlace(branches.begin(), branches.begin() + static_cast<ptrdiff_t>(first));
    inPlace.append(branches.begin() + static_cast<ptrdiff_t>(last), branches.end());
    dispatch.erase();
    for (const Branch& branch : inPlace)
      write(branch, result);
  }

  void eraseUnused() {
    llvm::StringSet<> used;
    schedule.walk([&](DispatchOp dispatch) { used.insert(dispatch.getKernel()); });
    for (auto& [key, kernel] : placed)
      if (kernel)
        replaced.insert(kernel.getSymName());
    for (KernelOp kernel : llvm::to_vector(schedule.getOps<KernelOp>()))
      if (replaced.contains(kernel.getSymName()) && !used.contains(kernel.getSymName()))
        kernels.erase(kernel);
  }

public:
  Joiner(ModuleOp schedule, WritesRuns writesRuns)
      : schedule(schedule), writesRuns(writesRuns), kernels(schedule) {}

  void run() {
    // The last first: what is a part of another becomes parts of that.
    for (auto program : schedule.getOps<schedule::ProgramOp>()) {
      const auto dispatches = llvm::to_vector(program.getOps<DispatchOp>());
      for (auto [i, dispatch] : llvm::enumerate(dispatches))
        order[dispatch] = static_cast<int64_t>(i);
    }
    for (auto program : schedule.getOps<schedule::ProgramOp>())
      program.walk([&](DispatchOp dispatch) { collectPlaces(dispatch); });
    for (auto program : schedule.getOps<schedule::ProgramOp>()) {
      const auto dispatches = llvm::to_vector(program.getOps<DispatchOp>());
      for (DispatchOp dispatch : llvm::reverse(dispatches))
        if (dispatch.getWrites().size() == 1)
          join(dispatch);
    }
    eraseUnused();
  }
};

} // namespace

void joinConcats(ModuleOp schedule, WritesRuns writesRuns) {
  Joiner(schedule, writesRuns).run();
}

LogicalResult checkRuns(ModuleOp schedule, StringRef device, WritesRuns writesRuns) {
  for (KernelOp kernel : schedule.getOps<KernelOp>())
    if (kernel.getRuns() && !writesRuns(kernel))
      return kernel.emitError("unsupported on ")
             << device << ": no kernel of the family '" << kernel.getFamily() << "' writes runs of "
             << kernel.getResultRuns().length << " elements";
  return success();
}

bool writesRunsOfRows(KernelOp kernel) {
  const StringRef family = kernel.getFamily();
  if (kernel.getBody().front().getTerminator()->getNumOperands() != 1)
    return false;
  auto type = cast<RankedTensorType>(kernel.getResultTypes().front());
  const int64_t length = kernel.getResultRuns().length;
  int64_t columns = type.getRank() == 0 ? 1 : type.getShape().back(); // of the space in which it is stored
  if (family == "elementwise")
    columns = elementwiseSpace(kernel).cols;
  else if (family == "gather")
    columns = describeGather(kernel).space.cols;
  else if (family == "normalisation")
    columns = describeNormalisation(kernel).space.cols;
  else if (!llvm::is_contained({"argmax", "block_linear", "contraction", "copy", "interpolate", "reduction",
                                "softmax", "window"},
                               family))
    return false;
  return length == type.getNumElements() || length % columns == 0;
}

} // namespace aic::codegen
