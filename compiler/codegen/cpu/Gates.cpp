// Squeeze-and-excitation: see Gates.h.
#include "compiler/codegen/cpu/Gates.h"

#include "compiler/codegen/Kernel.h"
#include "compiler/lowering/Lowering.h"
#include "compiler/lowering/Prologue.h"
#include "compiler/transforms/Remarks.h"

#include "llvm/ADT/StringSet.h"

using namespace mlir;

namespace aic::codegen {
namespace {

using schedule::DispatchOp;
using schedule::KernelOp;

constexpr llvm::StringLiteral kPass = "aic-cpu-tiles";

// Of scaled rows, in bytes: a part of the second-level cache that leaves room for weights.
constexpr int64_t kBlockBytes = 256 * 1024;

// A row's mean adds up one tile after another, some six pixels each: not more of them than a LongSum chains.
constexpr int64_t kLongestRow = 192;

// A product may scale so many times the elements of its input. (7 x 7 x 1152 to 192, in six groups of
// outputs, each of which scales all of them: 14 % longer for what a pass does in 2 %.)
constexpr double kMostScaled = 1.25;

class Joiner {
  ModuleOp schedule;
  const CpuTarget& target;
  SymbolTable kernels;
  DenseMap<std::pair<Operation*, Operation*>, KernelOp> gated;  // multiplication, product -> both
  DenseMap<std::pair<Operation*, Operation*>, KernelOp> padded; // padding, convolution -> both
  DenseMap<std::pair<Operation*, unsigned>, KernelOp> withMeans, meansAlone, ofMeans;

  KernelOp kernelOf(DispatchOp dispatch) { return kernels.lookup<KernelOp>(dispatch.getKernel()); }

  // A kernel that `make` changes, in front of the one that it is a copy of.
  KernelOp copyOf(KernelOp kernel, const Twine& name, function_ref<void(KernelOp)> make) {
    KernelOp made = kernel.clone();
    made.setSymName(name.str());
    kernels.insert(made, Block::iterator(kernel)); // under a name that nothing has
    make(made);
    return made;
  }

  // The only dispatch that reads a transient which one dispatch writes.
  static DispatchOp onlyReader(Value buffer, DispatchOp writer) {
    if (!buffer.getDefiningOp<schedule::TransientOp>())
      return {};
    DispatchOp reader;
    for (OpOperand& use : buffer.getUses()) {
      auto user = cast<DispatchOp>(use.getOwner());
      if (user == writer)
        continue;
      if (reader || llvm::is_contained(user.getWrites(), buffer) || llvm::count(user.getReads(), buffer) != 1)
        return {};
      reader = user;
    }
    return reader;
  }

  // Does a dispatch behind `first` and before `last` write what `first` reads?
  static bool isOverwritten(DispatchOp first, DispatchOp last) {
    for (Operation* op = first->getNextNode(); op != last; op = op->getNextNode())
      if (auto between = dyn_cast<DispatchOp>(op))
        for (Value written : between.getWrites())
          if (llvm::is_contained(first.getReads(), written))
            return true;
    return false;
  }

  // The kernel of `product` with the multiplication inside, before its root; null where it cannot be.
  // `why` not, unless a remark has said it.
  KernelOp gatedKernel(KernelOp multiplication, KernelOp product, unsigned image, unsigned factor,
                       std::string& why) {
    KernelOp& known = gated[{multiplication, product}];
    if (known)
      return known;
    Operation* root = splitKernel(product).root;
    auto x = root ? dyn_cast<BlockArgument>(root->getOperand(0)) : BlockArgument();
    if (!x || !x.hasOneUse() || !isConstantArgument(product, root->getOperand(1))) {
      why = "the convolution reads their result twice, or its weight is computed";
      return {};
    }
    Block& from = multiplication.getBody().front();
    KernelOp made = copyOf(product, "gate_" + product.getSymName(), [&](KernelOp kernel) {
      Block& body = kernel.getBody().front();
      BlockArgument in = body.getArgument(x.getArgNumber());
      Operation* reader = *in.user_begin();
      BlockArgument by = body.addArgument(from.getArgument(factor).getType(), multiplication.getLoc());
      OpBuilder b(reader);
      Value scaled = MulOp::create(b, multiplication.getLoc(), in, by);
      reader->setOperand(0, scaled);
    });
    Operation* gate = lowering::gateOf(splitKernel(made).root);
    if (!gate || typeOf(from.getArgument(image)) != typeOf(x))
      why = "the convolution is not one of 1 x 1 in f32 without groups, stride and padding";
    if (!why.empty() || !pays(made, gate)) {
      kernels.erase(made);
      return {};
    }
    return known = made;
  }

  bool pays(KernelOp kernel, Operation* gate) const {
    Contraction c = describeContraction(splitKernel(kernel).root, /*constantWeight=*/true);
    double scaled = chooseGateTiling(gate, c, chooseTiling(c, target), target).scaled;
    if (scaled <= kMostScaled * static_cast<double>(typeOf(gate->getResult(0)).getNumElements()))
      return true;
    transforms::reportMissed(gate->getLoc(), kPass,
                             "the factors of the channels are multiplied in before the product that reads "
                             "them: its workgroups would do it again and again");
    return false;
  }

  // A multiplication of an image by one factor a channel, of arguments: the image, and the factors.
  static std::optional<std::pair<BlockArgument, BlockArgument>> gateIn(Block& body) {
    for (auto mul : body.getOps<MulOp>())
      for (auto [x, factor] : {std::pair(mul.getA(), mul.getB()), std::pair(mul.getB(), mul.getA())}) {
        auto shape = typeOf(factor).getShape(), image = typeOf(mul.getResult()).getShape();
        if (isa<BlockArgument>(x) && isa<BlockArgument>(factor) && x != factor &&
            x.getType() == mul.getType() && image.size() == 4 && shape.size() == 4 &&
            (shape[0] == 1 || shape[0] == image[0]) && shape[1] == 1 && shape[2] == 1 && shape[3] == image[3])
          return {{cast<BlockArgument>(x), cast<BlockArgument>(factor)}};
      }
    return std::nullopt;
  }

  // What reads a gate's result, where that is a product that can multiply by the factors; else why not.
  DispatchOp productBehind(DispatchOp dispatch, std::string& why) {
    if (dispatch.getWrites().size() != 1 ||
        !llvm::hasNItems(kernelOf(dispatch).getBody().front().without_terminator(), 1)) {
      why = "other operators are in one kernel with the multiplication";
      return {};
    }
    DispatchOp reader = onlyReader(dispatch.getWrites()[0], dispatch);
    if (!reader) {
      why = "not one operator alone reads their result";
      return {};
    }
    Operation* root = splitKernel(kernelOf(reader)).root;
    auto read =
        isa_and_nonnull<Conv2dOp>(root) ? dyn_cast<BlockArgument>(root->getOperand(0)) : BlockArgument();
    if (!read || kernelOf(reader).getFamily() != "contraction" ||
        reader.getReads()[read.getArgNumber()] != dispatch.getWrites()[0])
      why = "the " + (root ? transforms::describe(root) : StringRef("elementwise kernel")).str() +
            " that reads their result is no pointwise convolution of it";
    else if (isOverwritten(dispatch, reader))
      why = "what they are made of is overwritten before it is read";
    return why.empty() ? reader : DispatchOp();
  }

  bool joinGate(DispatchOp dispatch) {
    KernelOp kernel = kernelOf(dispatch);
    auto gate = kernel.getFamily() == "elementwise" ? gateIn(kernel.getBody().front()) : std::nullopt;
    if (!gate)
      return false;
    std::string why;
    auto missed = [&] {
      if (auto shape = typeOf(gate->first).getShape(); !why.empty() && shape[1] * shape[2] > 1)
        transforms::reportMissed(dispatch.getLoc(), kPass,
                                 "the factors of the channels are not multiplied in by a product: " + why);
      return false;
    };
    DispatchOp reader = productBehind(dispatch, why);
    if (!reader)
      return missed();
    auto [x, factor] = *gate;
    KernelOp product = kernelOf(reader);
    auto read = cast<BlockArgument>(splitKernel(product).root->getOperand(0));
    KernelOp both = gatedKernel(kernel, product, x.getArgNumber(), factor.getArgNumber(), why);
    if (!both)
      return missed();
    reader.getReadsMutable()[read.getArgNumber()].set(dispatch.getReads()[x.getArgNumber()]);
    reader.getReadsMutable().append(dispatch.getReads()[factor.getArgNumber()]);
    reader.setKernel(both.getSymName());
    transforms::reportPassed(dispatch.getLoc(), kPass,
                             "the factors of the channels are multiplied in by the product that reads them");
    return true;
  }

  // The kernel of a depthwise convolution with the padding of what it reads inside; null where it cannot be.
  KernelOp paddedKernel(KernelOp padding, KernelOp convolution) {
    KernelOp& known = padded[{padding, convolution}];
    if (known)
      return known;
    Operation *root = splitKernel(convolution).root, *pad = &bodyOf(padding).front();
    auto x = root ? dyn_cast<BlockArgument>(root->getOperand(0)) : BlockArgument();
    if (!x || !x.hasOneUse())
      return {};
    KernelOp made = copyOf(convolution, "padded_" + convolution.getSymName(), [&](KernelOp kernel) {
      BlockArgument in = bodyOf(kernel).getArgument(x.getArgNumber());
      Operation* reader = *in.user_begin();
      in.setType(pad->getOperand(0).getType());
      OpBuilder b(reader);
      Operation* inside = b.clone(*pad);
      inside->setOperand(0, in);
      reader->setOperand(0, inside->getResult(0));
    });
    if (!lowering::padOf(splitKernel(made).root)) {
      kernels.erase(made);
      return {};
    }
    return known = made;
  }

  bool joinPadding(DispatchOp dispatch) {
    KernelOp kernel = kernelOf(dispatch);
    Block& body = bodyOf(kernel);
    if (dispatch.getWrites().size() != 1 || !llvm::hasNItems(body.without_terminator(), 1) ||
        !isa<PadOp>(body.front()) || !isa<BlockArgument>(body.front().getOperand(0)))
      return false;
    DispatchOp reader = onlyReader(dispatch.getWrites()[0], dispatch);
    if (!reader || kernelOf(reader).getFamily() != "window" || isOverwritten(dispatch, reader))
      return false;
    KernelOp convolution = kernelOf(reader);
    auto x = dyn_cast<BlockArgument>(splitKernel(convolution).root->getOperand(0));
    if (!x || reader.getReads()[x.getArgNumber()] != dispatch.getWrites()[0])
      return false;
    KernelOp both = paddedKernel(kernel, convolution);
    if (!both)
      return false;
    reader.getReadsMutable()[x.getArgNumber()].set(dispatch.getReads()[0]);
    reader.setKernel(both.getSymName());
    transforms::reportPassed(dispatch.getLoc(), kPass,
                             "the depthwise convolution that reads it pads with the zero point itself");
    return true;
  }

  // The kernel of a depthwise convolution that makes the means of the rows of its result `index`, too, as its
  // last result, or in place of it; null where it cannot.
  KernelOp kernelWithMeans(KernelOp convolution, unsigned index, bool inPlace) {
    KernelOp& known = (inPlace ? meansAlone : withMeans)[{convolution, index}];
    if (known)
      return known;
    Value of = convolution.getBody().front().getTerminator()->getOperand(index);
    RankedTensorType type = typeOf(of);
    if (type.getRank() != 4 || type.getDimSize(2) > kLongestRow || !of.getDefiningOp())
      return {};
    KernelOp made = copyOf(convolution, "row_means_of_" + convolution.getSymName(), [&](KernelOp kernel) {
      Operation* terminator = kernel.getBody().front().getTerminator();
      OpBuilder b(terminator);
      Value mean =
          MeanOp::create(b, kernel.getLoc(), terminator->getOperand(index), ArrayRef<int64_t>{2}, true);
      if (inPlace)
        terminator->eraseOperand(index);
      terminator->insertOperands(terminator->getNumOperands(), mean);
    });
    if (!lowering::rowMeanOf(made.getBody().front())) {
      kernels.erase(made);
      return {};
    }
    return known = made;
  }

  bool joinMean(DispatchOp dispatch) {
    KernelOp kernel = kernelOf(dispatch);
    auto mean = dyn_cast_or_null<MeanOp>(splitKernel(kernel).root);
    auto x = mean ? dyn_cast<BlockArgument>(mean.getX()) : BlockArgument();
    if (!x || !x.hasOneUse() || typeOf(x).getRank() != 4 || mean.getDims() != ArrayRef<int64_t>{1, 2})
      return false;
    Value image = dispatch.getReads()[x.getArgNumber()];
    if (!image.getDefiningOp<schedule::TransientOp>())
      return false;
    DispatchOp writer;
    for (Operation* user : image.getUsers())
      if (auto other = cast<DispatchOp>(user); llvm::is_contained(other.getWrites(), image)) {
        if (writer && writer != other)
          return false;
        writer = other;
      }
    if (!writer || kernelOf(writer).getFamily() != "window" || lowering::rowMeanOf(bodyOf(writer)))
      return false;
    auto index = static_cast<unsigned>(llvm::find(writer.getWrites(), image) - writer.getWrites().begin());
    if (typeOf(bodyOf(writer).getTerminator()->getOperand(index)) != x.getType())
      return false;
    // (A kernel that makes nothing else keeps the image.)
    const bool inPlace =
        writer.getWrites().size() > 1 &&
        llvm::all_of(image.getUsers(), [&](Operation* user) { return user == writer || user == dispatch; });
    KernelOp convolution = kernelWithMeans(kernelOf(writer), index, inPlace);
    if (!convolution)
      return false;
    RankedTensorType type = typeOf(bodyOf(convolution).getTerminator()->getOperands().back());
    KernelOp& ofMeans_ = ofMeans[{kernel, x.getArgNumber()}];
    if (!ofMeans_)
      ofMeans_ = copyOf(kernel, kernel.getSymName() + "_of_rows", [&](KernelOp made) {
        made.getBody().front().getArgument(x.getArgNumber()).setType(type);
      });
    OpBuilder b(writer);
    Value means = schedule::TransientOp::create(b, writer.getLoc(),
                                                MemRefType::get(type.getShape(), type.getElementType()));
    SmallVector<Value> writes(writer.getWrites());
    if (inPlace)
      writes.erase(writes.begin() + index);
    writes.push_back(means);
    DispatchOp::create(b, writer.getLoc(), convolution.getSymName(), writer.getReads(), writes);
    writer.erase();
    dispatch.getReadsMutable()[x.getArgNumber()].set(means);
    if (inPlace)
      image.getDefiningOp()->erase();
    dispatch.setKernel(ofMeans_.getSymName());
    transforms::reportPassed(dispatch.getLoc(), kPass,
                             "the means of rows are gathered by the depthwise convolution before it");
    return true;
  }

  static Block& bodyOf(KernelOp kernel) { return kernel.getBody().front(); }
  Block& bodyOf(DispatchOp dispatch) { return bodyOf(kernelOf(dispatch)); }

public:
  Joiner(ModuleOp schedule, const CpuTarget& target)
      : schedule(schedule), target(target), kernels(schedule) {}

  void run() {
    bool changed = false;
    for (auto program : schedule.getOps<schedule::ProgramOp>()) {
      for (DispatchOp dispatch : llvm::to_vector(program.getOps<DispatchOp>())) {
        if (joinGate(dispatch) || joinPadding(dispatch)) {
          Value product = dispatch.getWrites()[0];
          dispatch.erase();
          product.getDefiningOp()->erase();
          changed = true;
        }
      }
      // (A dispatch that gets means is made anew.)
      SmallVector<DispatchOp> means;
      for (auto dispatch : program.getOps<DispatchOp>())
        if (kernelOf(dispatch).getFamily() == "reduction")
          means.push_back(dispatch);
      for (DispatchOp dispatch : means)
        changed |= joinMean(dispatch);
    }
    if (!changed)
      return;
    llvm::StringSet<> run;
    for (auto program : schedule.getOps<schedule::ProgramOp>())
      for (auto dispatch : program.getOps<DispatchOp>())
        run.insert(dispatch.getKernel());
    for (KernelOp kernel : llvm::to_vector(schedule.getOps<KernelOp>()))
      if (!run.contains(kernel.getSymName()))
        kernels.erase(kernel);
  }
};

} // namespace

int64_t GateTiling::scratchBytes(const Contraction& c, const ContractionTiling& t,
                                 const CpuTarget& target) const {
  int64_t rows = weights ? t.width(c, target) : unitsPerBlock * t.mr;
  return 4 * rows * c.depth();
}

GateTiling chooseGateTiling(Operation* gate, const Contraction& c, const ContractionTiling& t,
                            const CpuTarget& target) {
  GateTiling g;
  bool shared = typeOf(gate->getOperand(1)).getDimSize(0) == 1;
  int64_t unitGroups = ceilDiv(t.units(c), t.unitsPerGroup),
          panelGroups = ceilDiv(t.panels(c, target), t.panelsPerGroup);
  int64_t rows = c.outWidth * panelGroups, columns = c.channelsOut * unitGroups;
  g.weights = shared && columns <= rows;
  g.scaled = static_cast<double>(c.depth()) * static_cast<double>(g.weights ? columns : rows);
  g.unitsPerBlock = std::clamp<int64_t>(kBlockBytes / (4 * t.mr * std::max<int64_t>(1, c.depth())), 1,
                                        std::min(t.unitsPerGroup, t.units(c)));
  return g;
}

void joinGates(ModuleOp schedule, const CpuTarget& target) {
  Joiner(schedule, target).run();
}

} // namespace aic::codegen
