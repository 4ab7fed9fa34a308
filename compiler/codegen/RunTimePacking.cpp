// Weights that are computed at run time: a dispatch packs them before the first that reads them.
#include "compiler/codegen/Kernel.h"
#include "compiler/lowering/Lowering.h"
#include "compiler/lowering/Packing.h"

#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/ScopeExit.h"

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
};

class RunTimePacking {
  ModuleOp schedule;
  function_ref<DictionaryAttr(KernelOp, unsigned)> packingOf;
  DenseMap<Operation*, Rewritten> rewritten;
  DenseMap<std::pair<Type, Attribute>, KernelOp> packers;

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
    RankedTensorType type = typeOf(argument), packed = packedType(type, packing);
    Block& body = kernel.getBody().front();
    BlockArgument weight = argument;
    if (argument.hasOneUse())
      argument.setType(packed);
    else // what else reads it reads it as it is
      weight = body.addArgument(packed, argument.getLoc());
    OpBuilder b(root);
    root->setOperand(1, lowering::unpackWeight(b, root->getLoc(), weight, type, packing));
    rewritten[kernel] = {packing, type, index, weight.getArgNumber()};
  }

  static RankedTensorType packedType(RankedTensorType type, DictionaryAttr packing) {
    return RankedTensorType::get(lowering::packedAxes(type.getShape(), packing).packedShape(),
                                 type.getElementType());
  }

  KernelOp packer(const Rewritten& r, KernelOp reader) {
    KernelOp& kernel = packers[{r.type, r.packing}];
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
    Value weight = body.addArgument(r.type, loc);
    YieldOp::create(b, loc, lowering::packWeight(b, loc, weight, r.packing));
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
        RankedTensorType packed = packedType(r.type, r.packing);
        buffer = schedule::TransientOp::create(
            b, dispatch.getLoc(), MemRefType::get(packed.getShape(), packed.getElementType()), IntegerAttr());
        DispatchOp::create(b, dispatch.getLoc(), packer(r, kernel).getSymName(), source, buffer);
      }
      if (r.to == r.from)
        dispatch.getReadsMutable()[r.from].set(buffer);
      else
        dispatch.getReadsMutable().append(buffer);
    }
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
  }
};

} // namespace

void packRunTimeWeights(ModuleOp schedule, function_ref<DictionaryAttr(KernelOp, unsigned)> packingOf) {
  RunTimePacking(schedule, packingOf).run();
}

} // namespace aic::codegen
