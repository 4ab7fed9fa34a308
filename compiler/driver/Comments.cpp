#include "compiler/driver/Comments.h"

#include "frontends/graph/Parser.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/MemoryBuffer.h"

namespace aic::driver {
namespace {

/// The lines of a comment without their marks. Blank lines between them stay.
std::string textOf(const graph::Trivia& trivia) {
  std::string text;
  auto add = [&](llvm::StringRef line) {
    line = line.ltrim('#');
    line.consume_front(" ");
    text += line.rtrim().str() + "\n";
  };
  for (const graph::Comment& comment : trivia.leading) {
    if (comment.blankAbove && !text.empty())
      text += "\n";
    add(comment.text);
  }
  if (!trivia.trailing.empty())
    add(trivia.trailing);
  return llvm::StringRef(text).trim('\n').str();
}

template <typename Key> void put(std::map<Key, std::string>& to, Key key, const graph::Trivia& trivia) {
  if (std::string text = textOf(trivia); !text.empty())
    to[std::move(key)] = std::move(text);
}

} // namespace

library::Comments commentsOf(const std::string& path) {
  library::Comments comments;
  if (!llvm::StringRef(path).ends_with(".graph"))
    return comments;
  auto text = llvm::MemoryBuffer::getFile(path);
  if (!text)
    return comments;
  std::vector<graph::Diagnostic> ignored; // the model was read before
  auto file = graph::parse(path, (*text)->getBuffer().str(), ignored);
  for (const auto& item : file->items) {
    if (item->kind != graph::Item::Kind::Graph)
      continue;
    const std::string& entry = item->name.text;
    put(comments.entries, entry, item->trivia);
    for (const graph::Argument& input : item->inputs.items)
      put(comments.tensors, {entry, "input", input.name.text}, input.trivia);
    for (const graph::Argument& output : item->outputs.items)
      put(comments.tensors, {entry, "output", output.name.text}, output.trivia);
    for (const auto& statement : item->body.statements)
      if (statement->kind == graph::Statement::Kind::State && !statement->targets.empty())
        put(comments.states, statement->targets.front().text, statement->trivia);
  }
  return comments;
}

} // namespace aic::driver
