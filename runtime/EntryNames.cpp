/// \file
/// Entries by their names, and in sizes: "resnet50[N=8]".
#include "runtime/Failure.h"
#include "runtime/Model.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

using namespace aic;
using namespace aic::runtime;

namespace {

/// Whether `name`, "resnet50" or "resnet50[N=8,S=64]", means an entry: it has the name, and every dimension
/// that is given. Says in `given` how many are.
bool Means(const aic_model& model, uint32_t entry, const char* name, uint32_t* given) {
  const flatbuffers::String& own = *model.header->entries()->Get(entry)->name();
  *given = 0;
  // size() and not strlen: nothing behind a zero byte in a damaged file's name is compared.
  if (strncmp(name, own.c_str(), own.size()) != 0 || strlen(own.c_str()) != own.size())
    return false;
  const char* at = name + own.size();
  if (*at == '\0')
    return true;
  if (*at != '[')
    return false;
  do {
    ++at; // The bracket or the comma.
    const char* equals = strchr(at, '=');
    if (!equals || equals[1] < '0' || equals[1] > '9')
      return false;
    char* end;
    const long long value = strtoll(equals + 1, &end, 10);
    bool found = false;
    for (uint32_t d = model.dimStart[entry]; d < model.dimStart[entry + 1]; ++d) {
      const size_t length = strlen(model.dimNames[d]);
      found = found || (model.dimValues[d] == value && length == size_t(equals - at) &&
                        memcmp(model.dimNames[d], at, length) == 0);
    }
    if (!found)
      return false;
    ++*given;
    at = end;
  } while (*at == ',');
  return at[0] == ']' && at[1] == '\0';
}

/// The names of all entries, as many as a message has room for.
struct Names {
  explicit Names(const aic_model& model) {
    const uint32_t count = model.header->entries()->size();
    for (uint32_t entry = 0; entry < count; ++entry) {
      if (entry)
        Add(", ");
      Add(model.header->entries()->Get(entry)->name()->c_str());
      char value[32];
      for (uint32_t d = model.dimStart[entry]; d < model.dimStart[entry + 1]; ++d) {
        Add(d == model.dimStart[entry] ? "[" : ",");
        Add(model.dimNames[d]);
        snprintf(value, sizeof(value), "=%lld", static_cast<long long>(model.dimValues[d]));
        Add(value);
        if (d + 1 == model.dimStart[entry + 1])
          Add("]");
      }
      if (used + 1 >= sizeof(text))
        return;
    }
  }
  void Add(const char* part) {
    const int length = snprintf(text + used, sizeof(text) - used, "%s", part);
    used = length < 0 || used + length >= sizeof(text) ? sizeof(text) - 1 : used + length;
  }
  char text[700] = "";
  size_t used = 0;
};

} // namespace

extern "C" aic_status aic_model_find_entry(const aic_model* model, const char* name, uint32_t* entry) {
  if (!entry)
    return Fail(AIC_INVALID_ARGUMENT, "aic_model_find_entry: entry is NULL");
  *entry = 0;
  if (!model || !name)
    return Fail(AIC_INVALID_ARGUMENT, "aic_model_find_entry: %s is NULL", model ? "name" : "model");
  uint32_t matches = 0, whole = 0, match = 0, wholeMatch = 0;
  for (uint32_t i = 0; i < model->header->entries()->size(); ++i) {
    uint32_t given;
    if (!Means(*model, i, name, &given))
      continue;
    ++matches;
    match = i;
    if (given ==
        model->dimStart[i + 1] - model->dimStart[i]) { // One that has no other dimensions comes first.
      ++whole;
      wholeMatch = i;
    }
  }
  if (matches != 1 && whole != 1)
    return Fail(AIC_INVALID_ARGUMENT, "%s: %s entry %.100s: there are %s", model->where.data(),
                matches ? "more than one is" : "there is no", name, Names(*model).text);
  *entry = matches == 1 ? match : wholeMatch;
  return AIC_OK;
}
