#include "tools/aic/Pieces.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/aic/Failure.h"
#include "tools/aic/Interrupt.h"

#include <cstring>

namespace aic::tool {

namespace {

template <typename Number> void addNumbers(const std::vector<uint8_t>& from, std::vector<uint8_t>& to) {
  for (size_t at = 0; at < to.size(); at += sizeof(Number)) {
    Number a, b;
    std::memcpy(&a, to.data() + at, sizeof a);
    std::memcpy(&b, from.data() + at, sizeof b);
    a += b;
    std::memcpy(to.data() + at, &a, sizeof a);
  }
}

template <typename Number> void storeMeans(const std::vector<uint8_t>& sums, int64_t count, void* out) {
  for (size_t at = 0; at < sums.size(); at += sizeof(Number)) {
    Number sum;
    std::memcpy(&sum, sums.data() + at, sizeof sum);
    sum /= static_cast<Number>(count);
    std::memcpy(static_cast<uint8_t*>(out) + at, &sum, sizeof sum);
  }
}

} // namespace

std::vector<uint32_t> generatorsOf(const aic_model* model) {
  std::vector<uint32_t> found;
  for (uint32_t i = 0; i < aic_model_state_count(model); ++i) {
    aic_state_info info;
    AIC_INIT(&info);
    if (aic_model_state(model, i, &info) != AIC_OK)
      continue;
    const std::string name = info.name;
    if ((name == "generator" || absl::EndsWith(name, ".generator")) && info.type == AIC_I64 &&
        info.rank == 1 && info.shape[0] == 2)
      found.push_back(i);
  }
  return found;
}

int Pieces::open(uint32_t update, const std::string& rate) {
  update_.entry = update;
  if (int code = allocateInputs(model_, update, update_.inputs))
    return code;
  if (int code = allocateOutputs(model_, update, update_.outputs))
    return code;
  update_.findScalars(rate);
  for (size_t i = 0; i < update_.inputs.size(); ++i)
    for (size_t o = 0; o < piece_.outputs.size(); ++o)
      if (absl::StartsWith(piece_.outputs[o].info.name, kPassed) &&
          std::string(piece_.outputs[o].info.name) == update_.inputs[i].info.name) {
        outputs_.push_back(o);
        inputs_.push_back(i);
      }
  for (uint32_t state : generatorsOf(model_))
    generators_.push_back({state, std::vector<int64_t>(2)});
  return Good;
}

bool Pieces::hasPieces(int64_t begin, int64_t end) const {
  return owner(begin) <= ranks_.rank() && ranks_.rank() <= owner(end - 1);
}

Pieces::Sum Pieces::emptySum() const {
  Sum sum;
  sum.numbers.resize(piece_.scalars.size() + 1); // and whether it was interrupted
  for (size_t o : outputs_)
    sum.passed.emplace_back(piece_.outputs[o].info.bytes);
  return sum;
}

int Pieces::readGenerators() {
  for (auto& [state, key] : generators_)
    if (aic_status status = aic_session_read_state(session_, state, key.data(), 16))
      return failRuntime(status);
  return Good;
}

/// Each piece has numbers of its own; the first, and -1, those of a step that is not cut.
int Pieces::writeGenerators(int64_t piece) {
  for (const auto& [state, key] : generators_) {
    const int64_t other[2] = {
        static_cast<int64_t>(static_cast<uint64_t>(key[0]) +
                             0x9E3779B97F4A7C15 * static_cast<uint64_t>(std::max<int64_t>(piece, 0))),
        key[1]};
    if (aic_status status = aic_session_write_state(session_, state, other, sizeof other))
      return failRuntime(status);
  }
  return Good;
}

int Pieces::runPiece(int64_t piece, Sum& sum) {
  if (int code = writeGenerators(piece))
    return code;
  const auto size = static_cast<size_t>(piece_.feed.batch());
  piece_.feed.fill(rows_.subspan(static_cast<size_t>(piece) * size, size), piece_.inputs);
  status_ = piece_.run(session_);
  if (status_ != AIC_OK)
    return OurFault; // the caller says it
  for (size_t i = 0; i < piece_.scalars.size(); ++i)
    sum.numbers[i] = piece_.scalar(i);
  sum.numbers.back() = aic::tool::interrupted() ? 1 : 0;
  for (size_t i = 0; i < outputs_.size(); ++i)
    std::memcpy(sum.passed[i].data(), piece_.outputs[outputs_[i]].data.get(), sum.passed[i].size());
  return Good;
}

void Pieces::add(const Sum& from, Sum& to) const {
  for (size_t i = 0; i < to.numbers.size(); ++i)
    to.numbers[i] += from.numbers[i];
  for (size_t i = 0; i < to.passed.size(); ++i)
    if (piece_.outputs[outputs_[i]].type() == weights::ElementType::F64)
      addNumbers<double>(from.passed[i], to.passed[i]);
    else
      addNumbers<float>(from.passed[i], to.passed[i]);
}

/// Calls `part` for the memory of each part of a sum, until one fails.
template <typename Pass> int Pieces::pass(Sum& sum, Pass part) {
  if (int code = part(sum.numbers.data(), sum.numbers.size() * sizeof(double)))
    return code;
  for (std::vector<uint8_t>& bytes : sum.passed)
    if (int code = part(bytes.data(), bytes.size()))
      return code;
  return Good;
}

/// The sum over the pieces from begin to end, in the process that has the first of them; the others do their
/// part of it, and pass that on. At most one sum a level of the tree is held.
int Pieces::sumOf(int64_t begin, int64_t end, Sum& sum) {
  if (end - begin == 1)
    return runPiece(begin, sum);
  const int64_t middle = begin + (end - begin + 1) / 2;
  const int64_t first = owner(begin), second = owner(middle), self = ranks_.rank();
  if (hasPieces(begin, middle))
    if (int code = sumOf(begin, middle, sum))
      return code;
  if (!hasPieces(middle, end) && first != self)
    return Good;
  Sum other = emptySum();
  if (hasPieces(middle, end))
    if (int code = sumOf(middle, end, other))
      return code;
  if (first != self)
    return second != self ? static_cast<int>(Good) : pass(other, [&](void* data, size_t bytes) {
      return ranks_.send(data, bytes, static_cast<int>(first));
    });
  if (second != self)
    if (int code = pass(other, [&](void* data, size_t bytes) {
          return ranks_.receive(data, bytes, static_cast<int>(second));
        }))
      return code;
  add(other, sum);
  return Good;
}

void Pieces::useMeans(const Sum& sum) {
  for (size_t i = 0; i < piece_.scalars.size(); ++i) {
    Buffer& output = piece_.outputs[piece_.scalars[i]];
    storeScalar(output.type(), output.data.get(), sum.numbers[i] / static_cast<double>(count_));
  }
  for (size_t i = 0; i < inputs_.size(); ++i) {
    Buffer& input = update_.inputs[inputs_[i]];
    if (input.type() == weights::ElementType::F64)
      storeMeans<double>(sum.passed[i], count_, input.data.get());
    else
      storeMeans<float>(sum.passed[i], count_, input.data.get());
  }
}

aic_status Pieces::run(absl::Span<const int64_t> rows, int& code) {
  rows_ = rows;
  status_ = AIC_OK;
  Sum sum = emptySum();
  if ((code = readGenerators()) || (code = sumOf(0, count_, sum)) ||
      (code = pass(sum, [&](void* data, size_t bytes) { return ranks_.broadcast(data, bytes, 0); })) ||
      (code = writeGenerators(-1))) {
    if (status_ != AIC_OK) // said by the caller
      code = Good;
    return status_;
  }
  interrupted_ = sum.numbers.back() > 0;
  useMeans(sum);
  return update_.run(session_);
}

} // namespace aic::tool
