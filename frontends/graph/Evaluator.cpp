// What all of evaluation shares: places, messages, budgets.
#include "frontends/graph/Evaluator.h"

#include <cctype>

namespace aic::graph {

Evaluator::Evaluator(mlir::MLIRContext* context, const LoadOptions& options, Units& units,
                     std::vector<Diagnostic>& diagnostics)
    : context_(context), options_(options), units_(units), diagnostics_(diagnostics), builder_(context),
      parameters_(context) {}

int Evaluator::exitCode() const {
  if (forcedExit_)
    return forcedExit_;
  return errors_ == 0 && !hasErrors(diagnostics_) ? 0 : 1;
}

const Scope* userPlace(const Scope* scope, Span& span) {
  while (scope->unit->library && scope->parent) {
    span = scope->callSpan;
    scope = scope->parent;
  }
  return scope;
}

/// The layer that the user called, in front of what went wrong inside it, unless the message names it
/// already: "conv2d: ..." within nn.conv2d.
static std::string withLayer(const Scope* scope, const Scope* place, const std::string& message) {
  if (scope == place)
    return message;
  while (scope->parent != place)
    scope = scope->parent;
  std::string plain = scope->block.substr(scope->block.rfind('.') + 1);
  bool named = message.compare(0, plain.size(), plain) == 0 &&
               !std::isalnum(static_cast<unsigned char>(message.c_str()[plain.size()])) &&
               message.c_str()[plain.size()] != '_';
  return named ? message : scope->block + ": " + message;
}

/// At the place that the user wrote, with the chain of block calls.
Diagnostic Evaluator::diagnose(const Scope& scope, Span span, Diagnostic::Severity severity,
                               const std::string& text) {
  const Scope* place = userPlace(&scope, span);
  Diagnostic d = at(place->unit->source(), span, severity, text);
  for (const Scope* s = place; s->parent; s = s->parent) {
    auto [line, column] = s->parent->unit->source().lineColumn(s->callSpan.begin);
    d.calls.push_back({s->parent->unit->source().name(), line, column, s->block});
  }
  return d;
}

void Evaluator::error(const Scope& scope, Span span, const std::string& text,
                      std::optional<Diagnostic> note) {
  Span shown = span;
  const Scope* place = userPlace(&scope, shown);
  std::string message = withLayer(&scope, place, text);
  // A loop or a block that is called often would say the same again and again.
  if (!reported_.emplace(place->unit, shown.begin, message).second)
    return;
  Diagnostic d = diagnose(scope, span, Diagnostic::Error, message);
  if (note)
    d.notes.push_back(std::move(*note));
  if (++errors_ > kMaxReported) {
    if (errors_ == kMaxReported + 1) {
      Diagnostic more;
      more.severity = Diagnostic::Note;
      more.file = d.file;
      more.message = "too many errors; evaluation stops here";
      diagnostics_.push_back(more);
    }
    stopped_ = true;
    return;
  }
  diagnostics_.push_back(std::move(d));
}

mlir::Location Evaluator::location(const Scope& scope, Span span) {
  const Scope* place = userPlace(&scope, span);
  auto [line, column] = place->unit->source().lineColumn(span.begin);
  mlir::Location here = mlir::FileLineColLoc::get(context_, place->unit->source().name(), line, column);
  return place->parent ? mlir::CallSiteLoc::get(here, location(*place->parent, place->callSpan)) : here;
}

bool Evaluator::spend(const Scope& scope, Span span, int64_t steps) {
  if (stopped_)
    return false;
  if (steps <= options_.maxSteps - steps_) {
    steps_ += steps;
    return true;
  }
  error(scope, span,
        std::string(several_ ? "evaluating the graphs" : "evaluating the graph") + " takes more than " +
            std::to_string(options_.maxSteps) + " steps: a loop or list is too long");
  stopped_ = true;
  return false;
}

bool Evaluator::countOperator(const Scope& scope, Span span) {
  if (stopped_)
    return false;
  if (!evaluating_.empty()) {
    error(scope, span, "a constant at the top of a file has no tensors and no parameters");
    return false;
  }
  if (++operators_ <= options_.maxOperators)
    return true;
  error(scope, span,
        std::string(several_ ? "the graphs together have" : "the graph has") + " more than " +
            std::to_string(options_.maxOperators) + " operators");
  stopped_ = true;
  return false;
}

llvm::LogicalResult Evaluator::listen(llvm::function_ref<llvm::LogicalResult()> body, std::string& message) {
  mlir::ScopedDiagnosticHandler handler(context_, [&](mlir::Diagnostic& d) {
    if (d.getSeverity() == mlir::DiagnosticSeverity::Error)
      message += (message.empty() ? "" : "; ") + d.str();
    return llvm::success();
  });
  return body();
}

} // namespace aic::graph
