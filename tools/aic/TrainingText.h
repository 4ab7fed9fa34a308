// A training entry for a model that has none: as text of the graph language, which its user could have
// written.
#pragma once

#include "frontends/graph/Ast.h"
#include "tools/aic/TrainingPlaces.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace aic::tool {

/// What a training entry is made of.
struct TrainingRequest {
  std::string graph;     ///< whose results are compared with the target; "": the file's first
  std::string loss;      ///< "cross_entropy", with arguments "cross_entropy,label_smoothing=0.1"
  std::string optimizer; ///< "adam", "sgd,momentum=0.9"
  std::string trained;   ///< the names of the parameters that are: "*", "head.*"
  double clip = 0;       ///< bound of the gradients' norm; 0: none
  std::string target;    ///< the array of --data that is the target
  std::string of = {};   ///< the result that the loss compares; "": the only one
};

struct TrainingText {
  std::string text;               ///< the model's, with the new graphs behind it
  TrainingPlaces places;          ///< where the parts of that text stand for the user
  std::string added;              ///< these alone, in canonical form
  std::string pattern;            ///< of --only, as it stands there; "" where all are trained
  std::string train, validate;    ///< their names
  std::string rate;               ///< what the input for the learning rate is called
  std::string target;             ///< what the input for the target is called there
  std::vector<std::string> notes; ///< what a user should know of them
};

/// A model's text as it was parsed. Null where it cannot be read or has errors: the compiler says which.
std::unique_ptr<graph::File> readModelText(const std::string& path);

/// The graph of a name, the first where it is "", or null.
const graph::Item* findGraph(const graph::File& file, const std::string& name);

/// The name of the first dimension of the first input that has one and is not in `others`: the samples'; ""
/// where it is a number.
std::string batchDimension(const graph::Item& graph, const std::vector<std::string>& others);

/// Whether that dimension has a default, and which; -1: none.
int64_t batchDefault(const graph::Item& graph, const std::string& dimension);

/// Makes graphs `train` and `validate` of `request.graph`: its inputs, the target and, in train, `lr: f32[]`;
/// its statements, with `training=true` in train where a layer or a block of the file takes it; the loss, and
/// what share is right where that makes sense; parameters and optimiser. Returns "", or what is wrong.
std::string makeTrainingText(const graph::File& file, const TrainingRequest& request, TrainingText& result);

} // namespace aic::tool
