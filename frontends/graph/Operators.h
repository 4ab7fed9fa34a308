// The operators: how each is spelled, and how it binds. Python's precedence.
#pragma once

#include "frontends/graph/Ast.h"
#include "frontends/graph/Lexer.h"

namespace aic::graph {

/// What binds more strongly has the larger number. Comparisons do not chain; 'not' and '-' are prefixes, and
/// '**' is right-associative.
enum Precedence : int {
  kTernary = 0,
  kOr,
  kAnd,
  kNot,
  kCompare,
  kSum,
  kProduct,
  kNegate,
  kPower,
  kPostfix, // calls, indices, and what is one word
};

struct OperatorRow {
  Op op;
  Tok token;
  int precedence;
  const char* spelling;
};

const OperatorRow& operatorRow(Op op);

/// The operator between two operands that `token` spells, but '**', which binds in another way; or null.
const OperatorRow* binaryOperator(Tok token);

} // namespace aic::graph
