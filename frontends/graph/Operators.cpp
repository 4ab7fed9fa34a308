#include "frontends/graph/Operators.h"

#include <algorithm>
#include <iterator>

namespace aic::graph {

static constexpr OperatorRow kOperators[] = {{Op::Or, Tok::Or, kOr, "or"},
                                             {Op::And, Tok::And, kAnd, "and"},
                                             {Op::Not, Tok::Not, kNot, "not"},
                                             {Op::Eq, Tok::EqEq, kCompare, "=="},
                                             {Op::Ne, Tok::NotEq, kCompare, "!="},
                                             {Op::Lt, Tok::Less, kCompare, "<"},
                                             {Op::Le, Tok::LessEq, kCompare, "<="},
                                             {Op::Gt, Tok::Greater, kCompare, ">"},
                                             {Op::Ge, Tok::GreaterEq, kCompare, ">="},
                                             {Op::Add, Tok::Plus, kSum, "+"},
                                             {Op::Sub, Tok::Minus, kSum, "-"},
                                             {Op::Mul, Tok::Star, kProduct, "*"},
                                             {Op::Div, Tok::Slash, kProduct, "/"},
                                             {Op::FloorDiv, Tok::SlashSlash, kProduct, "//"},
                                             {Op::Rem, Tok::Percent, kProduct, "%"},
                                             {Op::Neg, Tok::Minus, kNegate, "-"},
                                             {Op::Pow, Tok::StarStar, kPower, "**"}};

const OperatorRow& operatorRow(Op op) {
  return *std::find_if(std::begin(kOperators), std::end(kOperators),
                       [&](const OperatorRow& row) { return row.op == op; });
}

const OperatorRow* binaryOperator(Tok token) {
  for (const OperatorRow& row : kOperators)
    if (row.token == token && row.precedence != kNot && row.precedence < kNegate)
      return &row;
  return nullptr;
}

const char* opSpelling(Op op) {
  return operatorRow(op).spelling;
}

} // namespace aic::graph
