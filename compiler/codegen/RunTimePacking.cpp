// Weights that are computed at run time: a dispatch packs them before the first that reads them. What moves
// elements is seen in the kernels: their roots read views of the packed weight. Other packings are said of
// the buffer between them, and the copies that made the weight are left out where the packing kernel can read
// it through views.
#include "compiler/codegen/Kernel.h"
#include "compiler/lowering/Lowering.h"
#include "compiler/lowering/Packing.h"
#include "dialects/aic/Views.h"
#include "mlir/IR/IRMapping.h"

#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/ScopeExit.h"

#include <map>

using namespace mlir;

namespace aic::codegen {
namespace {

using schedule::DispatchOp;
using schedule::KernelOp;

// A kernel that reads a packed weight now: as argument `to`, in place of what it read as `from`.
struct Rewritten {
  DictionaryAttr packing;
  RankedTensorType type; // of the weight
  unsigned from, to;

  bool isTransformed() const { return lowering::isTransformed(packing); }
};

// A weight as a kernel of the family "copy", or several, one after another, make it of a buffer.
struct Copied {
  Value source;
  SmallVector<KernelOp> kernels; // in the order in which they run
};

class RunTimePacking {
  ModuleOp schedule;
  function_ref<DictionaryAttr(KernelOp, unsigned)> packingOf;
  DenseMap<Operation*, Rewritten> rewritten;
  std::map<std::vector<const void*>, KernelOp> packers; // by type, packing and copies

  void rewrite(KernelOp kernel) {
    Operation* root = splitKernel(kernel).root;
    auto argument =
        root && root->getNumOperands() > 1 ? dyn_cast<BlockArgument>(root->getOperand(1)) : BlockArgument();
    if (!argument || isConstantArgument(kernel, argument))
      return;
    unsigned index = argument.getArgNumber();
    DictionaryAttr packing = packingOf(kernel, index);
    if (!packing)
      return;
    const bool moved = lowering::isMove(packing);
    RankedTensorType type = typeOf(argument), packed = moved ? packedType(type, packing) : type;
    Block& body = kernel.getBody().front();
    BlockArgument weight = argument;
    if (argument.hasOneUse())
      argument.setType(packed);
    else // what else reads it reads it as it is
      weight = body.addArgument(packed, argument.getLoc());
    OpBuilder b(root);
    if (moved)
      root->setOperand(1, lowering::unpackWeight(b, root->getLoc(), weight, type, packing));
    else
      root->setOperand(1, weight);
    rewritten[kernel] = {packing, type, index, weight.getArgNumber()};
  }

  static RankedTensorType packedType(RankedTensorType type, DictionaryAttr packing) {
    return RankedTensorType::get(lowering::packedAxes(type.getShape(), packing).packedShape(),
                                 type.getElementType());
  }

  // The dispatch before `at` that wrote a transient, where it is the only one, and a copy alone.
  DispatchOp copyThatMade(Value buffer, DispatchOp at, SymbolTable& kernels) {
    if (!buffer.getDefiningOp<schedule::TransientOp>())
      return {};
    DispatchOp writer;
    for (Operation* user : buffer.getUsers())
      if (auto dispatch = cast<DispatchOp>(user); llvm::is_contained(dispatch.getWrites(), buffer)) {
        if (writer)
          return {};
        writer = dispatch;
      }
    auto kernel = writer ? kernels.lookup<KernelOp>(writer.getKernel()) : KernelOp();
    if (!kernel || kernel.getFamily() != "copy" || writer.getReads().size() != 1 ||
        !llvm::all_of(kernel.getBody().front().without_terminator(),
                      [](Operation& op) { return isView(&op); }))
      return {};
    for (Operation* between = writer->getNextNode(); between != at; between = between->getNextNode())
      if (auto other = dyn_cast<DispatchOp>(between))
        if (llvm::is_contained(other.getWrites(), writer.getReads().front()))
          return {};
    return writer;
  }

  // What the weight `source`, which `at` reads, is a copy of, where a packing kernel can read it from there.
  Copied behindCopies(Value source, DispatchOp at, RankedTensorType type, SymbolTable& kernels) {
    Copied found{source, {}}, tried = found;
    while (DispatchOp writer = copyThatMade(tried.source, at, kernels)) {
      tried.source = writer.getReads().front();
      tried.kernels.insert(tried.kernels.begin(), kernels.lookup<KernelOp>(writer.getKernel()));
      Block body;
      OpBuilder b(type.getContext());
      b.setInsertionPointToStart(&body);
      if (lowering::hasWholeWindows(readBy(b, writer.getLoc(), body, tried, type)))
        found = tried;
      body.dropAllReferences();
    }
    return found;
  }

  // An argument of `body` for the source, and the copies of it, as a value of type `type`.
  static Value readBy(OpBuilder& b, Location loc, Block& body, const Copied& copied, RankedTensorType type) {
    auto as = [&](Value value, RankedTensorType wanted) {
      return value.getType() == wanted ? value : ReshapeOp::create(b, loc, wanted, value).getResult();
    };
    RankedTensorType first = type;
    if (!copied.kernels.empty())
      first = typeOf(KernelOp(copied.kernels.front()).getBody().front().getArgument(0));
    Value value = body.addArgument(first, loc);
    for (KernelOp kernel : copied.kernels) {
      Block& of = kernel.getBody().front();
      IRMapping map;
      map.map(of.getArgument(0), as(value, typeOf(of.getArgument(0))));
      for (Operation& op : of.without_terminator())
        b.clone(op, map);
      value = map.lookup(of.getTerminator()->getOperand(0));
    }
    return as(value, type);
  }

  KernelOp packer(const Rewritten& r, const Copied& copied, KernelOp reader) {
    std::vector<const void*> key = {r.type.getAsOpaquePointer(), r.packing.getAsOpaquePointer()};
    for (KernelOp copy : copied.kernels)
      key.push_back(copy.getAsOpaquePointer());
    KernelOp& kernel = packers[key];
    if (kernel)
      return kernel;
    OpBuilder b(reader);
    Location loc = reader.getLoc();
    std::string name = "pack";
    for (int64_t size : r.type.getShape())
      name += (name == "pack" ? "_" : "x") + std::to_string(size);
    std::string unique = name;
    for (int i = 2; SymbolTable::lookupSymbolIn(schedule, unique); ++i)
      unique = name + "_" + std::to_string(i);
    auto tiling = b.getDictionaryAttr({b.getNamedAttr("packing", r.packing)});
    kernel = KernelOp::create(b, loc, unique, lowering::kPackFamily, /*constant_arguments=*/nullptr,
                              /*workgroups=*/IntegerAttr(), /*steps=*/IntegerAttr(), tiling);
    Block& body = kernel.getBody().emplaceBlock();
    b.setInsertionPointToStart(&body);
    Value weight = readBy(b, loc, body, copied, r.type);
    YieldOp::create(b, loc, r.isTransformed() ? weight : lowering::packWeight(b, loc, weight, r.packing));
    return kernel;
  }

  void insert(schedule::ProgramOp program) {
    llvm::MapVector<std::pair<Value, std::pair<Type, Attribute>>, Value> done;
    SymbolTable kernels(schedule);
    for (auto dispatch : llvm::make_early_inc_range(program.getOps<DispatchOp>())) {
      auto kernel = kernels.lookup<KernelOp>(dispatch.getKernel());
      // What is written is packed again: a state, or what is updated in place.
      auto forgetWritten = llvm::make_scope_exit([&] {
        for (Value written : dispatch.getWrites())
          done.remove_if([&](auto& entry) { return entry.first.first == written; });
      });
      auto found = rewritten.find(kernel);
      if (found == rewritten.end())
        continue;
      const Rewritten& r = found->second;
      Value source = dispatch.getReads()[r.from];
      Value& buffer = done[{source, {r.type, r.packing}}];
      if (!buffer) {
        OpBuilder b(dispatch);
        Copied copied{source, {}};
        if (r.isTransformed()) {
          copied = behindCopies(source, dispatch, r.type, kernels);
          int64_t elements = lowering::packedElements(r.type.getShape(), r.packing);
          buffer = schedule::TransientOp::create(b, dispatch.getLoc(),
                                                 MemRefType::get(r.type.getShape(), r.type.getElementType()),
                                                 IntegerAttr(), r.packing, b.getI64IntegerAttr(elements));
        } else {
          RankedTensorType packed = packedType(r.type, r.packing);
          buffer = schedule::TransientOp::create(b, dispatch.getLoc(),
                                                 MemRefType::get(packed.getShape(), packed.getElementType()));
        }
        DispatchOp::create(b, dispatch.getLoc(), packer(r, copied, kernel).getSymName(), copied.source,
                           buffer);
      }
      if (r.to == r.from)
        dispatch.getReadsMutable()[r.from].set(buffer);
      else
        dispatch.getReadsMutable().append(buffer);
      eraseUnread(source);
    }
  }

  // A copy that nothing reads any more, and those before it.
  static void eraseUnread(Value buffer) {
    while (buffer.getDefiningOp<schedule::TransientOp>() && buffer.hasOneUse()) {
      auto writer = dyn_cast<DispatchOp>(*buffer.user_begin());
      if (!writer || writer.getReads().size() != 1 || writer.getWrites().size() != 1 ||
          writer.getWrites().front() != buffer)
        return;
      Value source = writer.getReads().front();
      writer.erase();
      buffer.getDefiningOp()->erase();
      buffer = source;
    }
  }

  // Kernels of copies that were left out.
  void eraseUnused() {
    llvm::DenseSet<StringRef> used;
    schedule.walk([&](DispatchOp dispatch) { used.insert(dispatch.getKernel()); });
    for (KernelOp kernel : llvm::make_early_inc_range(schedule.getOps<KernelOp>()))
      if (kernel.getFamily() == "copy" && !used.contains(kernel.getSymName()))
        kernel.erase();
  }

public:
  RunTimePacking(ModuleOp schedule, function_ref<DictionaryAttr(KernelOp, unsigned)> packingOf)
      : schedule(schedule), packingOf(packingOf) {}

  void run() {
    for (KernelOp kernel : llvm::to_vector(schedule.getOps<KernelOp>()))
      rewrite(kernel);
    if (!rewritten.empty())
      for (auto program : schedule.getOps<schedule::ProgramOp>())
        insert(program);
    if (llvm::any_of(rewritten, [](auto& entry) { return entry.second.isTransformed(); }))
      eraseUnused();
  }
};

} // namespace

void packRunTimeWeights(ModuleOp schedule, function_ref<DictionaryAttr(KernelOp, unsigned)> packingOf) {
  RunTimePacking(schedule, packingOf).run();
}

} // namespace aic::codegen
