// The headers for C++: instances that move, spans, exceptions, states, memory of the caller's.
#include "lstm.hpp"
#include "odd.hpp"

#include <array>
#include <cstddef>
#include <cstring>
#include <vector>

// States lie where the library has them: at multiples of 64.
static_assert(offsetof(odd_states, seen) == 0 && offsetof(odd_states, runs) == 64 &&
              offsetof(odd_states, start) == 128);

alignas(ODD_ARENA_ALIGNMENT) static std::array<std::byte, ODD_ARENA_BYTES> arena;

int main() {
  static odd_inputs in;
  static odd_outputs out;
  odd_model first;
  first.run(in, out);
  odd_model model = std::move(first);
  if (first.get() || !model.get() || out.self_[0] != 16)
    return 1;
  model.reset();
  std::vector<float> x(ODD_INPUT_X_SIZE);
  std::array<std::int64_t, 1> which = {0};
  std::uint8_t mask[3] = {};
  std::array<std::uint16_t, 4> half = {};
  std::array<float, 3> y;
  double runs[1];
  std::uint16_t twice[4], small[1];
  model.run(std::span<const float, ODD_INPUT_X_SIZE>(x), which, mask, half, {}, y, runs, twice, small);
  if (std::memcmp(y.data(), out.y, sizeof out.y) || runs[0] != 16 || model.states().runs[0] != 8)
    return 2;

  odd_model other{std::span(arena)};
  other = std::move(model);
  other.run(in, out);
  if (out.self_[0] != 18)
    return 3;
  which[0] = -1;
  try {
    other.run(std::span<const float, ODD_INPUT_X_SIZE>(x), which, mask, half, {}, y, runs, twice, small);
    return 4;
  } catch (const std::runtime_error& error) {
    if (!std::strstr(error.what(), "an index is out of range"))
      return 5;
  }
  try {
    odd_model small_one{std::span(arena).first(64)};
    return 6;
  } catch (const std::runtime_error&) {
  }

  // Several entries share the states.
  static lstm_lstm_stream_inputs step;
  static lstm_lstm_stream_outputs logits;
  lstm_model stream;
  step.x[0] = 1;
  stream.run_lstm_stream(step, logits);
  bool changed = false;
  for (float h : stream.states().h)
    changed |= h != 0;
  stream.reset();
  for (float h : stream.states().h)
    changed &= h == 0;
  static lstm_lstm_inputs whole;
  static lstm_lstm_outputs classes;
  stream.run_lstm(whole, classes);
  return changed ? 0 : 7;
}
