// NonMaxSuppression. How many boxes it keeps only the run knows: its result has a row for each that there can
// be, those that are there first and -1 in the others, and the model gets an output that says how many are
// there.
#include "frontends/onnx/Node.h"

#include <limits>

namespace aic::onnx {
namespace {

using mlir::Value;

constexpr int64_t kMaxSteps = 1024; // boxes of a class, each found by a few dispatches

constexpr int64_t kMaxRows = 1 << 22; // scores, and rows of the result

class Suppression {
public:
  explicit Suppression(Node& n) : n_(n) {}

  void run() {
    Value boxes = n_.operand(0);
    scores_ = n_.operand(1);
    int64_t most = n_.has(2) ? n_.integer(2) : 0;
    overlap_ = n_.has(3) ? n_.number(3) : 0;
    bool floor = n_.has(4);
    double least = floor ? n_.number(4) : 0;
    centred_ = n_.flag("center_point_box", false);
    if (n_.failed())
      return;
    if (rankOf(boxes) != 3 || rankOf(scores_) != 3 || shapeOf(boxes)[2] != 4 ||
        shapeOf(boxes)[0] != shapeOf(scores_)[0] || shapeOf(boxes)[1] != shapeOf(scores_)[2] ||
        !isFloat(boxes) || elementOf(boxes) != elementOf(scores_))
      return n_.error("expected boxes [N, B, 4] and scores [N, C, B]; found " + describe(boxes.getType()) +
                      " and " + describe(scores_.getType()));
    if (!(overlap_ >= 0 && overlap_ <= 1))
      return n_.error("iou_threshold is in [0, 1]");
    batch_ = shapeOf(scores_)[0], classes_ = shapeOf(scores_)[1], count_ = shapeOf(scores_)[2];
    int64_t steps = std::clamp<int64_t>(most, 0, count_);
    if (steps > kMaxSteps)
      return n_.unsupported("max_output_boxes_per_class is " + std::to_string(most) + ", and there are " +
                            std::to_string(count_) +
                            " boxes: it may be at most 1,024 here (another initializer, or --bind, sets it)");
    if (std::max(count_, steps) > 0 && batch_ * classes_ > kMaxRows / std::max(count_, steps))
      return n_.unsupported("more than 2^22 scores or rows");
    if (steps * batch_ * classes_ == 0)
      return give(n_.filled(0, {0, 3}, i64()), n_.whole(0, i64()));
    corners(boxes);
    if (floor)
      scores_ = n_.where(n_.compare(Predicate::GT, scores_, n_.scalar(least, scores_)), scores_, gone());
    for (int64_t step = 0; step < steps; ++step)
      keepBest();
    rows(steps);
  }

private:
  mlir::Type i64() const { return n_.builder().getI64Type(); }
  /// The score of a box that was kept, suppressed or is not good enough.
  Value gone() { return n_.scalar(-std::numeric_limits<double>::infinity(), scores_); }

  /// Both corners of the boxes, [N, B, 4], and the four sides and areas of all, [N, 1, B].
  void corners(Value boxes) {
    auto part = [&](int64_t i) { return n_.slice(boxes, 2, i, 1); };
    llvm::SmallVector<Value> sides; // low and high of the one axis, then of the other
    for (int64_t axis = 0; axis < 2; ++axis) {
      Value a = part(axis), b = part(axis + 2);
      if (centred_) {
        Value half = n_.mul(b, n_.scalar(0.5, b));
        sides.append({n_.sub(a, half), n_.add(a, half)});
      } else {
        sides.append({n_.minimum(a, b), n_.maximum(a, b)});
      }
    }
    boxes_ = n_.concat(sides, 2);
    for (Value side : sides)
      sides_.push_back(n_.reshape(side, {batch_, 1, count_}));
    area_ = areaOf(sides_);
    Node::Ints places;
    for (int64_t i = 0; i < count_; ++i)
      places.push_back(i);
    places_ = n_.constant(places, {1, 1, count_}, i64());
  }

  Value areaOf(llvm::ArrayRef<Value> sides) {
    return n_.mul(n_.sub(sides[1], sides[0]), n_.sub(sides[3], sides[2]));
  }

  /// Of each class the box of the best score that is left is kept; it and what overlaps it are gone.
  void keepBest() {
    Value best = n_.emit<ArgmaxOp>(scores_, {n_.attribute("dim", int64_t(2)), n_.attribute("keepdim", true)});
    Value score = n_.reduce<AmaxOp>(scores_, int64_t(2), true);
    Value there = n_.compare(Predicate::GT, score, gone());
    kept_.push_back(n_.where(there, best, n_.whole(-1, i64())));
    Value box =
        n_.emit<GatherOp>({boxes_, n_.expand(best, {batch_, classes_, 4})}, n_.attribute("dim", int64_t(1)));
    llvm::SmallVector<Value> sides;
    for (int64_t i = 0; i < 4; ++i)
      sides.push_back(n_.slice(box, 2, i, 1));
    auto shared = [&](size_t axis) {
      Value low = n_.maximum(sides_[2 * axis], sides[2 * axis]);
      Value high = n_.minimum(sides_[2 * axis + 1], sides[2 * axis + 1]);
      return n_.emit<ReluOp>(n_.sub(high, low));
    };
    Value both = n_.mul(shared(0), shared(1));
    Value either = n_.sub(n_.add(area_, areaOf(sides)), both);
    // Of boxes without an area this is 0 / 0, which is not above anything.
    Value covered = n_.compare(Predicate::GT, n_.div(both, either), n_.scalar(overlap_, both));
    Value same = n_.compare(Predicate::EQ, places_, best);
    scores_ = n_.where(n_.emit<LogicalOrOp>({covered, same}), gone(), scores_);
  }

  /// [N * C * steps, 3]: batch, class and box, those that are there first.
  void rows(int64_t steps) {
    int64_t all = batch_ * classes_ * steps;
    Node::Ints owners; // batch and class of each row
    for (int64_t row = 0; row < all; ++row)
      owners.append({row / (classes_ * steps), row / steps % classes_});
    Value box = n_.reshape(n_.concat(kept_, 2), {all, 1});
    Value there = n_.compare(Predicate::GE, box, n_.whole(0, i64()));
    Value row = n_.where(there, n_.constant(owners, {all, 2}, i64()), n_.whole(-1, i64()));
    Value one = n_.cast(n_.reshape(there, {all}), n_.builder().getI32Type());
    // Of equal ones the first comes first.
    llvm::SmallVector<Value> order = n_.emitAll<TopkOp>(
        one, {n_.attribute("k", all), n_.attribute("dim", int64_t(0)), n_.attribute("largest", true)});
    if (n_.failed())
      return;
    Value sorted = n_.emit<TakeOp>({n_.concat({row, box}, 1), order[1]}, n_.attribute("dim", int64_t(0)));
    give(sorted, n_.cast(n_.reduce<SumOp>(one, int64_t(0), false), i64()));
  }

  void give(Value rows, Value count) {
    n_.result(rows);
    n_.alsoGive("count", count);
  }

  Node& n_;
  Value boxes_, scores_, area_, places_;
  llvm::SmallVector<Value> sides_, kept_;
  double overlap_ = 0;
  bool centred_ = false;
  int64_t batch_ = 0, classes_ = 0, count_ = 0;
};

void nonMaxSuppression(Node& n) {
  Suppression(n).run();
}

constexpr Operator kRows[] = {
    {"NonMaxSuppression", 10, nonMaxSuppression, "center_point_box",
     "a result as long as what is kept: it has a row for each box that can be (at most 1,024 of a class), -1 "
     "in those that "
     "are not, and an output NAME_count says how many are"},
};

} // namespace

llvm::ArrayRef<Operator> detectionOperators() {
  return kRows;
}

} // namespace aic::onnx
