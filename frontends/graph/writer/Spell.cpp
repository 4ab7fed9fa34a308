#include "frontends/graph/writer/Spell.h"

#include "frontends/graph/writer/Names.h"
#include "frontends/graph/writer/Scopes.h"

namespace aic::graph::writer {
void Speller::findLive(mlir::func::FuncOp function) {
  for (mlir::Operation& op : llvm::reverse(function.front())) {
    bool live = op.hasTrait<mlir::OpTrait::IsTerminator>();
    for (mlir::Operation* user : op.getUsers())
      live |= live_.contains(user);
    bool isConstant = op.getNumResults() == 1 && constants_.find(op.getResult(0));
    if (live && !isConstant)
      live_.insert(&op);
  }
}

bool Speller::used(mlir::Value value) const {
  return llvm::any_of(value.getUsers(), [&](mlir::Operation* user) { return live_.contains(user); });
}

mlir::Type Speller::elementOf(mlir::Value value) const {
  return mlir::getElementTypeOrSelf(value.getType());
}

/// Exporters make equal constants one: the biases and norms of a model that was never trained. Each module
/// has its own again. Only short ones: a table that is tied on purpose stays one tensor.
void Speller::findSpread(mlir::func::FuncOp function, const Scopes& scopes) {
  constexpr int64_t kShort = int64_t(1) << 14;
  for (mlir::Operation& op : function.front())
    for (mlir::Value result : op.getResults()) {
      Constant* constant = constants_.find(result);
      if (!constant || constant->name.find('.') == std::string::npos || constant->type().getRank() != 1 ||
          constant->type().getNumElements() > kShort || constants_.isLiteral(*constant))
        continue;
      std::string module = parentOf(constant->name), owner;
      bool several = false, named = true;
      llvm::SmallVector<mlir::Operation*> users(result.getUsers());
      for (mlir::Operation* user : llvm::reverse(users)) {
        std::string scope = scopes.of(user);
        named &= !scope.empty();
        several |= !owner.empty() && scope != owner;
        if (owner.empty() || scope == module)
          owner = scope;
      }
      if (several && named)
        constants_.spread(result, owner);
    }
}

/// Parameters that several modules read are declared once, in front of everything.
void Speller::findShared(mlir::func::FuncOp function, const Scopes& scopes) {
  llvm::MapVector<Constant*, std::string> common;
  for (mlir::Operation& op : function.front()) {
    if (!live_.contains(&op) || op.hasTrait<mlir::OpTrait::IsTerminator>())
      continue;
    std::string scope = scopes.of(&op);
    for (mlir::Value operand : op.getOperands())
      if (Constant* constant = constants_.find(operand);
          constant && !constants_.isLiteral(*constant) && !constants_.isSpread(operand)) {
        auto [place, isNew] = common.insert({constant, scope});
        if (!isNew && place->second != scope) {
          place->second = commonScope(place->second, scope);
          shared_.try_emplace(constant, -1);
        }
      }
  }
  for (auto& [constant, scope] : common)
    if (shared_.count(constant)) {
      if (!constant->name.empty() && !below(parentOf(constant->name), scope).empty())
        shared_.erase(constant); // all that read it are within its module
      else
        sharedScopes_[constant] = scope;
    }
}

int Speller::number(mlir::Value value) {
  auto [place, isNew] = numbers_.try_emplace(value, static_cast<int>(out_.values.size()));
  if (isNew)
    out_.values.push_back({llvm::cast<mlir::RankedTensorType>(value.getType())});
  return place->second;
}

Step Speller::start() const {
  Step step;
  step.scope = nodeScope_;
  step.scoped = scoped_;
  return step;
}

std::string Speller::scopeName() const {
  return nodeScope_.empty() ? op_->getName().stripDialect().str() : nodeScope_;
}

bool Speller::read(mlir::func::FuncOp function, std::string& problem) {
  findLive(function);
  Scopes scopes(function, constants_);
  findSpread(function, scopes);
  findShared(function, scopes);
  for (mlir::BlockArgument input : function.getArguments())
    out_.inputs.push_back(number(input));
  // A first look finds what belongs to another operation's step.
  for (mlir::Operation& op : function.front()) {
    if (!live_.contains(&op) || op.hasTrait<mlir::OpTrait::IsTerminator>() || absorbed_.contains(&op))
      continue;
    op_ = &op;
    std::string node = nodeName(op.getLoc());
    nodeScope_ = scopes.of(&op);
    scoped_ = node.find('/') != std::string::npos && (!nodeScope_.empty() || node.rfind('/') == 0);
    step_ = start();
    if (!spellOperation(*this, &op) && problem_.empty())
      problem_ = "the language has no " + op.getName().stripDialect().str();
    if (!problem_.empty()) {
      problem = (node.empty() ? "" : "node '" + commentText(node) + "': ") + problem_;
      return false;
    }
  }
  op_ = function.front().getTerminator();
  nodeScope_.clear();
  scoped_ = true;
  for (mlir::Value output : op_->getOperands()) {
    step_ = start();
    value(output, "constant");
    out_.outputs.push_back(step_.pieces.back().value);
  }
  first_.insert(first_.end(), std::make_move_iterator(out_.steps.begin()),
                std::make_move_iterator(out_.steps.end()));
  out_.steps = std::move(first_);
  return true;
}

Speller& Speller::text(const std::string& text) {
  if (!step_.pieces.empty() && step_.pieces.back().kind == Piece::Kind::Text) {
    step_.pieces.back().text += text;
    return *this;
  }
  Piece piece;
  piece.text = text;
  step_.pieces.push_back(std::move(piece));
  return *this;
}

Speller& Speller::value(mlir::Value value, const char* role, bool postfix) {
  Piece piece;
  piece.kind = Piece::Kind::Value;
  piece.postfix = postfix;
  if (Constant* known = constant(value)) {
    auto shared = shared_.find(known);
    if (shared != shared_.end() && shared->second >= 0) {
      piece.value = shared->second;
      step_.pieces.push_back(std::move(piece));
      return *this;
    }
    // A step of its own, in front of this one, at each use: a block then holds what it reads.
    Step step = start();
    piece.value = static_cast<int>(out_.values.size());
    out_.values.push_back({known->type()});
    step.results.push_back(piece.value);
    if (constants_.isLiteral(*known)) {
      Piece literal;
      literal.text = Constants::literal(known->value);
      step.pieces.push_back(std::move(literal));
    } else {
      step.parameter = true;
      Piece type, shape, path;
      type.text = spellType(known->type().getElementType());
      shape.kind = Piece::Kind::Ints;
      shape.form = Piece::Form::List;
      shape.hint = "size";
      shape.ints.assign(known->type().getShape().begin(), known->type().getShape().end());
      path.kind = Piece::Kind::Path;
      std::string scope = shared == shared_.end() ? nodeScope_ : sharedScopes_[known];
      path.text = constants_.parameter(*known, (scope.empty() ? "" : scope + ".") + role);
      if (known->transposed)
        std::swap(shape.ints[0], shape.ints[1]);
      step.pieces = {type, shape, path};
    }
    if (shared != shared_.end()) {
      shared->second = piece.value;
      step.scope.clear();
      step.scoped = true;
      first_.push_back(std::move(step));
    } else {
      out_.steps.push_back(std::move(step));
    }
  } else {
    piece.value = number(value);
  }
  step_.pieces.push_back(std::move(piece));
  return *this;
}

Speller& Speller::broadcast(mlir::Value value, mlir::Value other, bool left) {
  Constant* known = constant(value);
  auto type = llvm::cast<mlir::RankedTensorType>(value.getType());
  bool literal = known && known->path.empty() && (known->name.empty() || type.getRank() == 0) &&
                 type.getRank() <= llvm::cast<mlir::RankedTensorType>(other.getType()).getRank();
  std::optional<std::string> element = literal ? Constants::element(known->value) : std::nullopt;
  if (!element)
    return this->value(value);
  return text(left && element->front() == '-' ? "(" + *element + ")" : *element);
}

Speller& Speller::position(mlir::Value value, int64_t low, int64_t high, const char* role) {
  Constant* known = constant(value);
  std::optional<std::string> element = known ? Constants::element(known->value) : std::nullopt;
  int64_t number = 0;
  if (element && !llvm::StringRef(*element).getAsInteger(10, number) && number >= low && number <= high)
    return one("", number, role);
  return this->value(value, role);
}

Speller& Speller::one(const std::string& before, int64_t number, const char* hint) {
  return ints(before, number, hint, Piece::Form::One);
}

Speller& Speller::ints(const std::string& before, llvm::ArrayRef<int64_t> numbers, const char* hint,
                       Piece::Form form, std::optional<std::vector<int64_t>> otherwise) {
  Piece piece;
  piece.kind = Piece::Kind::Ints;
  piece.form = form;
  piece.text = before;
  piece.hint = hint;
  piece.ints.assign(numbers.begin(), numbers.end());
  piece.otherwise = std::move(otherwise);
  step_.pieces.push_back(std::move(piece));
  return *this;
}

Speller& Speller::sizes(const std::string& before, llvm::ArrayRef<int64_t> numbers, const char* hint,
                        std::optional<int64_t> otherwise) {
  std::optional<std::vector<int64_t>> all;
  if (otherwise)
    all = std::vector<int64_t>(numbers.size(), *otherwise);
  return ints(before, numbers, hint, Piece::Form::Sizes, all);
}

Speller& Speller::number(const std::string& before, double number, std::optional<double> otherwise) {
  // ONNX keeps 1e-5 as the nearest float, which is what the kernels compute with: it is written as 1e-5.
  mlir::Type element = elementOf(op_->getOperand(0));
  if (otherwise && (number == *otherwise ||
                    (!element.isF64() && static_cast<float>(number) == static_cast<float>(*otherwise))))
    return *this;
  return text(before + spellNumber(number, element));
}

Speller& Speller::path(const std::string& path) {
  Piece piece;
  piece.kind = Piece::Kind::Path;
  piece.text = path;
  step_.pieces.push_back(std::move(piece));
  return *this;
}

Speller& Speller::asOperator() {
  step_.operation = true;
  return *this;
}

void Speller::end(mlir::ValueRange results) {
  for (mlir::Value result : results)
    step_.results.push_back(number(result));
  out_.steps.push_back(std::move(step_));
  step_ = start();
}

void Speller::endStates(mlir::ValueRange results) {
  std::vector<Step> after;
  step_.results.push_back(number(results[0]));
  for (mlir::Value state : results.drop_front()) {
    auto type = llvm::cast<mlir::RankedTensorType>(state.getType());
    llvm::SmallVector<int64_t> shape = {1};
    llvm::append_range(shape, type.getShape());
    int whole = static_cast<int>(out_.values.size());
    out_.values.push_back({type.clone(shape)});
    step_.results.push_back(whole);
    if (!used(state))
      continue;
    Step step = start();
    Piece open, value, close;
    open.text = "squeeze(";
    value.kind = Piece::Kind::Value;
    value.value = whole;
    close.text = ", 0)";
    step.pieces = {open, value, close};
    step.results.push_back(number(state));
    after.push_back(std::move(step));
  }
  out_.steps.push_back(std::move(step_));
  for (Step& step : after)
    out_.steps.push_back(std::move(step));
  step_ = start();
}

bool spellOperation(Speller& speller, mlir::Operation* op) {
  return spellQuantised(speller, op) || spellElementwise(speller, op) || spellLayer(speller, op) ||
         spellShape(speller, op) || spellOther(speller, op);
}

} // namespace aic::graph::writer
