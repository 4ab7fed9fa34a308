// What repeats in a model: ranges of steps, each a module of its own, that are equal but for their ints, the
// values that they read and where their parameters live.
#pragma once

#include "frontends/graph/writer/Steps.h"

#include <memory>

namespace aic::graph::writer {

/// An int of a block that differs from call to call.
struct BlockArgument {
  std::string name;
  std::vector<int64_t> values; ///< for each member
};

/// Equal ranges of steps. One of them is written, as a block; the others, and it, are calls.
struct Block {
  int length = 0;
  std::vector<int> starts;         ///< in order: the members
  std::vector<std::string> scopes; ///< of each member
  std::vector<std::vector<int>>
      inputs; ///< of each member: the values that it reads, in the order of their first use
  std::vector<std::vector<int>> outputs; ///< of each member: the values that are read after it
  size_t shown = 0;                      ///< the member whose steps the text shows
  bool selected = false;
  std::string name;
  std::vector<BlockArgument> arguments; ///< once its body is written

  /// The member that begins there; -1 where there is none.
  int memberAt(int start) const;
};

/// Gives every step a scope, where names say so: those of nodes, of parameters, and what stands between them.
void inferScopes(Steps& steps);

/// The blocks that make the text shorter, the smaller ones first.
std::vector<std::unique_ptr<Block>> findBlocks(const Steps& steps);

} // namespace aic::graph::writer
