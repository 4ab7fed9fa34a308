// A list of items, each an expression over values, to statements: names for values, expressions within
// expressions where the line stays short, and loops.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace aic::graph::writer {

struct Token {
  enum class Kind : uint8_t { Text, Value, Path };
  Kind kind = Kind::Text;
  std::string text; ///< of a Text, or the path, below the body's
  int value = -1;
  bool postfix = false; ///< of a value: an index follows
};

/// One assignment, or one parameter (tokens: its type; path).
struct Item {
  std::vector<Token> tokens;
  std::vector<int> results;
  std::string path; ///< of a parameter
  bool parameter = false;
  bool operation = false; ///< in parentheses within another's operands
  bool call = false;      ///< of a block
};

/// The statements of a block or a graph.
class Body {
public:
  /// `forbidden`: names that no value gets. `inputs` have names already; those that may be bound again are
  /// `reusable`.
  Body(std::vector<Item> items, std::set<std::string> forbidden)
      : items_(std::move(items)), taken_(std::move(forbidden)) {}

  void input(int value, const std::string& name, bool reusable);
  /// A value that has this name at the end; the name is nobody else's.
  void output(int value, const std::string& name);

  /// A state that is declared under this name, nobody else's: the value that it has then, and the one that it
  /// has at the end; -1 where nobody reads it or binds it.
  void state(const std::string& name, int found, int next);

  /// The text, two spaces deep; of a graph.
  std::string graph();
  /// The same, and `return` of these values.
  std::string block(const std::vector<int>& results);

private:
  /// A run of items that differ in a number of their path: the first, with the number's place.
  struct Loop {
    size_t count = 1;
    long from = 0;
    std::string before, after; // the path around the number
    size_t result = 0;         // which result goes round
    int carried = -1;          // the value that goes in
  };
  struct Pending {
    std::string text;
    bool operation = false, path = false;
    std::vector<int> leaves; // values that have names, in the order of the text
  };

  struct State {
    std::string name;
    int found, next;
    bool bound = false; // to `next`
  };

  void count();
  void bindStates();
  Loop loopAt(size_t i) const;
  bool continues(const Item& a, const Item& b, Loop& loop) const;
  void write();
  void write(const Item& item);
  void writeLoop(size_t i, const Loop& loop);
  void writeParameter(const Item& item);
  Pending build(const Item& item, const Loop* loop = nullptr);
  void materialize(int value);
  void assign(const std::vector<int>& results, const Pending& expression, const std::string& hint);
  std::string nameFor(int value, const std::vector<int>& dying, const std::string& hint);
  std::string fresh(const std::string& hint);
  std::vector<int> release(const std::vector<int>& leaves);
  void forget(const std::vector<int>& values);
  void line(const std::string& text) { text_ += std::string(indent_, ' ') + text + "\n"; }

  std::vector<Item> items_;
  std::vector<std::pair<int, std::string>> outputs_;
  std::vector<State> states_;
  std::map<int, int> uses_;             // that are still to be written
  std::map<int, std::string> names_;    // of values
  std::map<int, Pending> pending_;      // values that are read once, not written yet
  std::set<std::string> taken_, fixed_; // fixed: never bound again
  std::set<std::string> outputNames_;
  std::map<std::string, std::string> parameters_; // path and type to name
  std::string text_;
  std::map<std::string, int> next_; // the number that a name's next namesake gets
  size_t indent_ = 2;
};

} // namespace aic::graph::writer
