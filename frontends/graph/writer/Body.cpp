#include "frontends/graph/writer/Body.h"

#include "frontends/graph/writer/Names.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <algorithm>

namespace aic::graph::writer {
namespace {

constexpr size_t kColumns = 96; // of a statement that holds more than one expression

/// "a", n, "b" of a path that goes on as "a", n + 1, "b".
bool differInNumber(const std::string& a, const std::string& b, std::string& before, long& number,
                    std::string& after) {
  size_t i = 0;
  while (i < a.size() && i < b.size() && a[i] == b[i])
    ++i;
  while (i > 0 && llvm::isDigit(a[i - 1]))
    --i;
  auto digits = [&](const std::string& text) {
    size_t end = i;
    while (end < text.size() && llvm::isDigit(text[end]))
      ++end;
    return text.substr(i, end - i);
  };
  std::string m = digits(a), n = digits(b);
  bool plain = !m.empty() && !n.empty() && m.size() < 10 && n.size() < 10 && (m[0] != '0' || m.size() == 1);
  if (!plain || std::stol(n) != std::stol(m) + 1 || a.substr(i + m.size()) != b.substr(i + n.size()))
    return false;
  before = a.substr(0, i);
  number = std::stol(m);
  after = a.substr(i + m.size());
  return true;
}

const Token* pathOf(const Item& item) {
  for (const Token& token : item.tokens)
    if (token.kind == Token::Kind::Path)
      return &token;
  return nullptr;
}

} // namespace

void Body::input(int value, const std::string& name, bool reusable) {
  names_[value] = name;
  taken_.insert(name);
  if (!reusable)
    fixed_.insert(name);
}

void Body::output(int value, const std::string& name) {
  outputs_.emplace_back(value, name);
  taken_.insert(name);
  fixed_.insert(name);
}

void Body::state(const std::string& name, int found, int next) {
  states_.push_back({name, found, next});
  taken_.insert(name);
  fixed_.insert(name);
  if (found >= 0)
    names_[found] = name;
}

void Body::count() {
  for (const Item& item : items_)
    for (const Token& token : item.tokens)
      if (token.kind == Token::Kind::Value)
        ++uses_[token.value];
  for (const auto& output : outputs_)
    uses_[output.first] += 2; // it has a name at the end: never within another expression
  for (const State& state : states_)
    if (state.next >= 0)
      uses_[state.next] += 2;
}

//===-- Loops ------------------------------------------------------------------------------------------===//

bool Body::continues(const Item& a, const Item& b, Loop& loop) const {
  if (a.parameter || b.parameter || a.tokens.size() != b.tokens.size() ||
      a.results.size() != b.results.size() || a.operation != b.operation)
    return false;
  std::string before, after;
  long number = -1;
  int carriedIn = -1, carriedOut = -1, places = 0;
  for (size_t t = 0; t < a.tokens.size(); ++t) {
    const Token &x = a.tokens[t], &y = b.tokens[t];
    if (x.kind != y.kind)
      return false;
    if (x.kind == Token::Kind::Text && x.text != y.text)
      return false;
    if (x.kind == Token::Kind::Path &&
        (number >= 0 || !differInNumber(x.text, y.text, before, number, after)))
      return false;
    if (x.kind != Token::Kind::Value || x.value == y.value)
      continue;
    if (carriedIn < 0) {
      carriedIn = x.value;
      carriedOut = y.value;
    }
    if (x.value != carriedIn || y.value != carriedOut)
      return false;
    ++places;
  }
  auto result = llvm::find(a.results, carriedOut);
  if (number < 0 || carriedIn < 0 || result == a.results.end())
    return false;
  for (int other : a.results) // nothing else reads what goes round
    if (auto uses = uses_.find(other);
        (uses == uses_.end() ? 0 : uses->second) != (other == carriedOut ? places : 0))
      return false;
  for (const Token& token : b.tokens) // nor is it read at other places
    if (token.kind == Token::Kind::Value && token.value == carriedIn)
      return false;
  size_t index = static_cast<size_t>(result - a.results.begin());
  if (loop.count == 1) {
    loop.from = number;
    loop.before = before;
    loop.after = after;
    loop.result = index;
    loop.carried = carriedIn;
  }
  return loop.before == before && loop.after == after && loop.result == index &&
         loop.from + static_cast<long>(loop.count) - 1 == number;
}

Body::Loop Body::loopAt(size_t i) const {
  Loop loop;
  while (i + loop.count < items_.size() &&
         continues(items_[i + loop.count - 1], items_[i + loop.count], loop))
    ++loop.count;
  if (loop.count < (items_[i].call ? 2 : 3))
    loop.count = 1;
  return loop;
}

void Body::writeLoop(size_t i, const Loop& loop) {
  const Item& first = items_[i];
  const Item& last = items_[i + loop.count - 1];
  for (const Token& token : first.tokens)
    if (token.kind == Token::Kind::Value)
      materialize(token.value);
  int result = last.results[loop.result];
  // The value that goes in gets a name that may be bound again.
  int uses = 0;
  for (const Token& token : first.tokens)
    uses += token.kind == Token::Kind::Value && token.value == loop.carried;
  std::string name = names_[loop.carried];
  bool reuse = uses_[loop.carried] == uses && !fixed_.count(name);
  if (!reuse) {
    std::string own = fresh("");
    line(own + " = " + name);
    names_[loop.carried] = name;
    name = own;
    taken_.insert(name);
  }
  std::string index = "i";
  for (const char* candidate : {"i", "j", "k", "n"})
    if (!taken_.count(candidate)) {
      index = candidate;
      break;
    }
  std::string whole = names_[loop.carried];
  names_[loop.carried] = name;
  Pending call = build(first, &loop);
  size_t mark = call.text.find('\x02');
  call.text.replace(mark, 1, "{" + index + "}");
  names_[loop.carried] = whole;
  line("for " + index + " in " + std::to_string(loop.from) + ".." +
       std::to_string(loop.from + static_cast<long>(loop.count)) + " {");
  std::string targets;
  std::vector<std::pair<int, std::string>> others;
  for (size_t k = 0; k < last.results.size(); ++k) {
    std::string target = k == loop.result ? name : "_";
    if (k != loop.result && uses_[last.results[k]] > 0) {
      target = fresh("");
      taken_.insert(target);
      others.emplace_back(last.results[k], target);
    }
    targets += (k ? ", " : "") + target;
  }
  indent_ += 2;
  line(targets + " = " + call.text);
  indent_ -= 2;
  line("}");
  // Every item of the run has been written.
  for (size_t k = i; k < i + loop.count; ++k)
    for (const Token& token : items_[k].tokens)
      if (token.kind == Token::Kind::Value) {
        int left = --uses_[token.value];
        auto named = names_.find(token.value);
        if (left <= 0 && named != names_.end() && named->second != name && !fixed_.count(named->second)) {
          taken_.erase(named->second);
          names_.erase(named);
        }
      }
  if (reuse)
    names_.erase(loop.carried);
  names_[result] = name;
  for (auto& [value, target] : others)
    names_[value] = target;
}

//===-- Expressions ------------------------------------------------------------------------------------===//

Body::Pending Body::build(const Item& item, const Loop* loop) {
  Pending made;
  made.operation = item.operation;
  for (const Token& token : item.tokens) {
    switch (token.kind) {
    case Token::Kind::Text:
      made.text += token.text;
      break;
    case Token::Kind::Path: {
      std::string path = spellPath(token.text);
      if (loop) {
        bool isQuoted = spellPath(loop->before + "0" + loop->after).front() == '"';
        path = escapePath(loop->before) + '\x02' + escapePath(loop->after);
        path = isQuoted ? "\"" + path + "\"" : path;
      }
      made.text += " @ " + path;
      made.path = true;
      break;
    }
    case Token::Kind::Value: {
      auto inner = pending_.find(token.value);
      if (inner == pending_.end()) {
        made.text += names_[token.value];
        made.leaves.push_back(token.value);
        break;
      }
      bool parentheses = inner->second.operation && (item.operation || token.postfix);
      made.text += (parentheses ? "(" : "") + inner->second.text + (parentheses ? ")" : "");
      made.path |= inner->second.path;
      made.leaves.insert(made.leaves.end(), inner->second.leaves.begin(), inner->second.leaves.end());
      break;
    }
    }
  }
  return made;
}

void Body::materialize(int value) {
  auto found = pending_.find(value);
  if (found == pending_.end())
    return;
  Pending expression = std::move(found->second);
  pending_.erase(found);
  assign({value}, expression, "");
}

/// Counts the reads of a statement; gives those values that nothing reads any more, in the order of the text.
std::vector<int> Body::release(const std::vector<int>& leaves) {
  std::vector<int> dying;
  for (int leaf : leaves)
    if (--uses_[leaf] == 0)
      dying.push_back(leaf);
  return dying;
}

std::string Body::fresh(const std::string& hint) {
  if (!hint.empty() && !taken_.count(hint))
    return hint;
  for (const char* name :
       {"x", "y", "z", "u", "v", "w", "p", "q", "r", "s", "t", "a", "b", "c", "d", "e", "f", "g", "h"})
    if (!taken_.count(name))
      return name;
  for (int& n = next_.try_emplace("", 2).first->second;; ++n)
    if (std::string name = "x" + std::to_string(n); !taken_.count(name))
      return name;
}

std::string Body::nameFor(int value, const std::vector<int>& dying, const std::string& hint) {
  for (const auto& output : outputs_)
    if (output.first == value && outputNames_.insert(output.second).second)
      return output.second;
  for (State& state : states_) // once nobody reads what it was
    if (state.next == value && !state.bound && (state.found < 0 || uses_[state.found] == 0)) {
      state.bound = true;
      return state.name;
    }
  for (int old : dying)
    if (auto name = names_.find(old); name != names_.end() && !fixed_.count(name->second))
      return name->second;
  return fresh(hint);
}

void Body::forget(const std::vector<int>& values) {
  for (int value : values)
    if (auto name = names_.find(value); name != names_.end() && !fixed_.count(name->second)) {
      taken_.erase(name->second);
      names_.erase(name);
    }
}

void Body::assign(const std::vector<int>& results, const Pending& expression, const std::string& hint) {
  std::vector<int> dying = release(expression.leaves);
  std::string targets;
  std::map<int, std::string> bound;
  bool first = true;
  for (int result : results) {
    std::string name = "_";
    if (auto uses = uses_.find(result); uses != uses_.end() && uses->second > 0) {
      name = nameFor(result, bound.empty() ? dying : std::vector<int>(), hint);
      bound[result] = name;
      taken_.insert(name);
    }
    targets += (first ? "" : ", ") + name;
    first = false;
  }
  line(targets + " = " + expression.text);
  // A name that is bound again is not free.
  for (int value : dying) {
    bool again = false;
    for (const auto& entry : bound)
      again |= names_.count(value) && entry.second == names_[value];
    if (again)
      names_.erase(value);
    else
      forget({value});
  }
  for (auto& [value, name] : bound)
    names_[value] = name;
}

//===-- Statements -------------------------------------------------------------------------------------===//

void Body::writeParameter(const Item& item) {
  std::string type;
  for (const Token& token : item.tokens)
    type += token.text;
  auto [known, isNew] = parameters_.try_emplace(item.path + " " + type);
  if (isNew) {
    std::string last = item.path.substr(item.path.rfind('.') + 1);
    bool plain = isIdentifier(last);
    std::string name = plain ? last : identifier(last, "weight");
    if (!taken_.insert(name).second)
      for (int& n = next_.try_emplace(name, 2).first->second;; ++n)
        if (std::string numbered = name + "_" + std::to_string(n); taken_.insert(numbered).second) {
          name = numbered;
          break;
        }
    fixed_.insert(name);
    known->second = name;
    line("param " + name + ": " + type + (name == item.path ? "" : " @ " + spellPath(item.path)));
  }
  names_[item.results[0]] = known->second;
}

void Body::write(const Item& item) {
  if (item.parameter)
    return writeParameter(item);
  // A path is followed by nothing but what closes a call.
  for (const Token& token : item.tokens)
    if (auto inner = pending_.find(token.value);
        token.kind == Token::Kind::Value && token.postfix && inner != pending_.end() && inner->second.path)
      materialize(token.value);
  Pending expression = build(item);
  while (indent_ + expression.text.size() > kColumns) {
    int longest = -1;
    for (const Token& token : item.tokens)
      if (auto inner = pending_.find(token.value);
          token.kind == Token::Kind::Value && inner != pending_.end())
        if (longest < 0 || inner->second.text.size() > pending_[longest].text.size())
          longest = token.value;
    if (longest < 0)
      break;
    materialize(longest);
    expression = build(item);
  }
  for (const Token& token : item.tokens)
    if (token.kind == Token::Kind::Value)
      pending_.erase(token.value);
  if (item.results.size() == 1 && uses_[item.results[0]] == 1) {
    pending_[item.results[0]] = std::move(expression);
    return;
  }
  std::string hint;
  if (const Token* path = pathOf(item); path && !item.call) {
    std::string last = path->text.substr(path->text.rfind('.') + 1);
    if (last.size() > 1 && isIdentifier(last) && llvm::none_of(last, llvm::isDigit))
      hint = last;
  }
  assign(item.results, expression, hint);
}

void Body::write() {
  for (size_t i = 0; i < items_.size();) {
    Loop loop = loopAt(i);
    if (loop.count > 1)
      writeLoop(i, loop);
    else
      write(items_[i]);
    i += loop.count;
  }
}

/// What states have at the end under other names. At once, where one is what another was.
void Body::bindStates() {
  std::string names, values;
  std::vector<std::string> lines;
  bool crossed = false;
  for (const State& state : states_) {
    if (state.next < 0 || state.bound)
      continue;
    const std::string& value = names_[state.next];
    for (const State& other : states_)
      crossed |= other.next >= 0 && !other.bound && other.name == value && other.name != state.name;
    names += (names.empty() ? "" : ", ") + state.name;
    values += (values.empty() ? "" : ", ") + value;
    lines.push_back(state.name + " = " + value);
  }
  if (crossed)
    lines = {names + " = [" + values + "]"};
  for (const std::string& text : lines)
    line(text);
}

std::string Body::graph() {
  count();
  write();
  for (const auto& [value, name] : outputs_) {
    materialize(value);
    if (names_[value] != name)
      line(name + " = " + names_[value]);
  }
  bindStates();
  return std::move(text_);
}

std::string Body::block(const std::vector<int>& results) {
  count();
  for (int result : results)
    ++uses_[result];
  write();
  Item item;
  for (size_t i = 0; i < results.size(); ++i) {
    Token comma, value;
    comma.text = ", ";
    value.kind = Token::Kind::Value;
    value.value = results[i];
    if (i)
      item.tokens.push_back(comma);
    item.tokens.push_back(value);
  }
  line("return " + build(item).text);
  return std::move(text_);
}

} // namespace aic::graph::writer
