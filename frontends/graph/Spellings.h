// What somebody who knows PyTorch or Python writes, and what stands for it here: for messages.
#pragma once

#include <string>
#include <vector>

namespace aic::graph {

/// What to write for a call of that name, without what stands before its last dot: "cat" is "concat([a, b],
/// dim=0)". "" where the table has nothing.
std::string spellingOfCall(const std::string& name);

/// The same for a name that is not called: "True" is "true", "torch.int64" "i64", "x.T" "transpose(x, 0, 1)".
std::string spellingOfName(const std::string& name);

/// The same for the word that a statement begins with: "while" ...
std::string spellingOfStatement(const std::string& word);

/// The same for a character that no token begins with.
std::string spellingOfCharacter(char c);

/// What stands for all calls and names.
std::vector<std::string> allSpellings();

/// A layer's class as a name to compare by: BatchNorm2d and batch_norm are "batchnorm".
std::string plainSpelling(const std::string& name);

} // namespace aic::graph
