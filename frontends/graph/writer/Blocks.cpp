#include "frontends/graph/writer/Blocks.h"

#include "frontends/graph/writer/Names.h"
#include "frontends/graph/writer/Scopes.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace aic::graph::writer {
namespace {

constexpr int kLeast = 4;                     // steps of a block
constexpr int kMostScopes = 24;               // levels of a scope that are looked at
constexpr size_t kMostText = size_t(1) << 30; // of all that is compared

/// Where a step with parameters lives: its layer's path, or what a parameter's path begins with.
std::optional<std::string> ownScope(const Step& step) {
  for (const Piece& piece : step.pieces)
    if (piece.kind == Piece::Kind::Path)
      return step.parameter ? parentOf(piece.text) : piece.text;
  return std::nullopt;
}

/// The scope of what stands between two modules: it belongs to the one before it, up to where their paths
/// part.
std::string between(const std::string& before, const std::string& after) {
  size_t i = 0, common = 0;
  for (; i < before.size() && i < after.size() && before[i] == after[i]; ++i)
    if (before[i] == '.')
      common = i;
  if (i == before.size() && (i == after.size() || after[i] == '.'))
    return before;
  size_t end = before.find('.', common + (common > 0));
  if (end == std::string::npos)
    return before;
  // A number belongs to the name in front of it: layer.0.
  size_t next = before.find('.', end + 1);
  llvm::StringRef component = llvm::StringRef(before).slice(end + 1, next);
  if (!component.empty() && llvm::all_of(component, llvm::isDigit))
    end = next;
  return before.substr(0, end);
}

struct Range {
  int begin, end;
  std::string scope;
};

/// Every scope whose steps stand together.
std::vector<Range> scopeRanges(const Steps& steps) {
  struct Extent {
    int first, last, count;
  };
  std::map<std::string, Extent> extents;
  for (int i = 0; i < static_cast<int>(steps.steps.size()); ++i) {
    std::string scope = steps.steps[i].scope;
    for (int level = 0; !scope.empty() && level < kMostScopes; ++level, scope = parentOf(scope)) {
      auto [place, isNew] = extents.try_emplace(scope, Extent{i, i, 0});
      place->second.last = i;
      ++place->second.count;
    }
  }
  std::vector<Range> ranges;
  for (const auto& [scope, extent] : extents)
    if (extent.count == extent.last - extent.first + 1 && extent.count >= kLeast)
      ranges.push_back({extent.first, extent.last + 1, scope});
  // A module that begins with a concat of ever more tensors is like the others after it.
  for (size_t i = 0, count = ranges.size(); i < count; ++i)
    if (ranges[i].end - ranges[i].begin > kLeast)
      ranges.push_back({ranges[i].begin + 1, ranges[i].end, ranges[i].scope});
  return ranges;
}

/// Where each value is read last, and by what it is made.
class Uses {
public:
  explicit Uses(const Steps& steps) : last_(steps.values.size(), -1), made_(steps.values.size(), -1) {
    for (int i = 0; i < static_cast<int>(steps.steps.size()); ++i) {
      for (const Piece& piece : steps.steps[i].pieces)
        if (piece.kind == Piece::Kind::Value)
          last_[piece.value] = i;
      for (int result : steps.steps[i].results)
        made_[result] = i;
    }
    for (int output : steps.outputs)
      last_[output] = INT32_MAX;
  }
  bool isMadeIn(int value, const Range& range) const {
    return made_[value] >= range.begin && made_[value] < range.end;
  }
  bool isReadAfter(int value, const Range& range) const { return last_[value] >= range.end; }

private:
  std::vector<int> last_, made_;
};

/// What equal ranges have in common, as text; "" for a range that cannot be a block.
std::string signature(const Steps& steps, const Uses& uses, const Range& range, Block& member) {
  std::string text;
  std::vector<int> inputs, outputs;
  std::unordered_map<int, std::string> names;
  for (int i = range.begin; i < range.end; ++i) {
    const Step& step = steps.steps[i];
    text += step.parameter ? "\np " : step.operation ? "\no " : "\n. ";
    text += below(range.scope, step.scope);
    for (const Piece& piece : step.pieces) {
      text += '\x01';
      switch (piece.kind) {
      case Piece::Kind::Text:
        text += piece.text;
        break;
      case Piece::Kind::Ints:
        text +=
            piece.text + "#" + std::to_string(piece.ints.size()) + static_cast<char>('a' + int(piece.form));
        break;
      case Piece::Kind::Path: {
        std::string path = below(range.scope, piece.text);
        if (path.empty() || (step.parameter && path == "."))
          return ""; // a parameter of another module
        text += "@" + path;
        break;
      }
      case Piece::Kind::Value: {
        auto [name, isNew] = names.try_emplace(piece.value);
        if (isNew) { // what the range makes has its name already
          mlir::RankedTensorType type = steps.values[piece.value].type;
          name->second = "i" + std::to_string(inputs.size()) + ":" + aic::describe(type.getElementType()) +
                         "/" + std::to_string(type.getRank());
          inputs.push_back(piece.value);
        }
        text += "%" + name->second;
        break;
      }
      }
    }
    for (size_t k = 0; k < step.results.size(); ++k) {
      int result = step.results[k];
      bool out = uses.isReadAfter(result, range);
      names.emplace(result, std::to_string(i - range.begin) + "." + std::to_string(k));
      text += out ? "!" : "-";
      if (out)
        outputs.push_back(result);
    }
  }
  if (outputs.empty() || outputs.size() > 8 || inputs.size() > 16)
    return "";
  member.inputs.push_back(std::move(inputs));
  member.outputs.push_back(std::move(outputs));
  return text;
}

} // namespace

int Block::memberAt(int start) const {
  auto found = std::lower_bound(starts.begin(), starts.end(), start);
  return found != starts.end() && *found == start ? static_cast<int>(found - starts.begin()) : -1;
}

void inferScopes(Steps& steps) {
  std::vector<std::string> after(steps.steps.size() + 1); // the next module that is known
  std::vector<bool> known(steps.steps.size());
  for (size_t i = steps.steps.size(); i-- > 0;) {
    Step& step = steps.steps[i];
    std::optional<std::string> own = ownScope(step);
    // A node's name says where it was computed; a parameter may live elsewhere.
    if (!step.scoped && own) {
      step.scope = *own;
      step.scoped = true;
    }
    known[i] = step.scoped;
    after[i] = known[i] ? step.scope : after[i + 1];
  }
  std::string before;
  bool any = false;
  for (size_t i = 0; i < steps.steps.size(); ++i) {
    if (known[i]) {
      before = steps.steps[i].scope;
      any = true;
    } else if (any) {
      steps.steps[i].scope = between(before, after[i]);
    }
  }
}

std::vector<std::unique_ptr<Block>> findBlocks(const Steps& steps) {
  Uses uses(steps);
  std::map<std::pair<uint64_t, uint64_t>, std::unique_ptr<Block>> bySignature;
  std::vector<Range> ranges = scopeRanges(steps);
  std::sort(ranges.begin(), ranges.end(), [](const Range& a, const Range& b) {
    return std::make_tuple(a.begin, b.end, a.scope.size(), a.scope) <
           std::make_tuple(b.begin, a.end, b.scope.size(), b.scope);
  });
  size_t compared = 0;
  for (const Range& range : ranges) {
    Block member;
    std::string text = signature(steps, uses, range, member);
    compared += text.size();
    if (compared > kMostText)
      break;
    if (text.empty())
      continue;
    llvm::XXH128_hash_t hash =
        llvm::xxh3_128bits(llvm::ArrayRef(reinterpret_cast<const uint8_t*>(text.data()), text.size()));
    auto& block = bySignature[{hash.low64, hash.high64}];
    if (!block) {
      block = std::make_unique<Block>();
      block->length = range.end - range.begin;
    }
    if (!block->starts.empty() && block->starts.back() == range.begin)
      continue; // the same steps under a longer name
    block->starts.push_back(range.begin);
    block->scopes.push_back(range.scope);
    block->inputs.push_back(std::move(member.inputs[0]));
    block->outputs.push_back(std::move(member.outputs[0]));
  }
  std::vector<std::unique_ptr<Block>> blocks;
  for (auto& [hash, block] : bySignature)
    if (block->starts.size() > 1)
      blocks.push_back(std::move(block));
  std::sort(blocks.begin(), blocks.end(), [](const auto& a, const auto& b) {
    return std::make_tuple(b->length, a->scopes[0].size(), a->starts[0]) <
           std::make_tuple(a->length, b->scopes[0].size(), b->starts[0]);
  });
  // The longest first; of what they repeat only one copy is left in the text, and is looked at again.
  std::vector<bool> hidden(steps.steps.size(), false);
  std::vector<int> covered(steps.steps.size(), 0); // by a member of this length
  for (auto& block : blocks) {
    std::vector<size_t> visible;
    for (size_t m = 0; m < block->starts.size(); ++m)
      if (!hidden[block->starts[m]] && covered[block->starts[m]] != block->length)
        visible.push_back(m);
    int count = static_cast<int>(visible.size());
    if (count < 2 || (count - 1) * block->length < count + 4)
      continue;
    block->selected = true;
    block->shown = visible[0];
    for (size_t m : visible)
      for (int i = block->starts[m]; i < block->starts[m] + block->length; ++i) {
        covered[i] = block->length;
        hidden[i] = hidden[i] || m != block->shown;
      }
  }
  blocks.erase(std::remove_if(blocks.begin(), blocks.end(), [](const auto& b) { return !b->selected; }),
               blocks.end());
  std::reverse(blocks.begin(), blocks.end());
  return blocks;
}

} // namespace aic::graph::writer
