// odd.hpp: odd.h for C++20. What goes wrong is a std::runtime_error with the library's words.
#ifndef ODD_HPP
#define ODD_HPP

#if __cplusplus < 202002L
#error "odd.hpp is C++20; odd.h is for C and for C++"
#endif

#include "odd.h"

#include <cstddef>
#include <span>
#include <stdexcept>
#include <utility>

/// An instance, which may be moved.
class odd_model {
public:
  odd_model() { this->check(odd_create(&self_)); }
  /// In memory of the caller's: ODD_ARENA_BYTES, aligned to ODD_ARENA_ALIGNMENT.
  explicit odd_model(std::span<std::byte> arena) { this->check(odd_create_in(arena.data(), arena.size(), &self_)); }
  odd_model(odd_model&& other) noexcept : self_(std::exchange(other.self_, nullptr)) {}
  odd_model& operator=(odd_model&& other) noexcept {
    std::swap(self_, other.self_);
    return *this;
  }
  ~odd_model() { odd_destroy(self_); }

  void run(const odd_inputs& inputs, odd_outputs& outputs) { this->check(odd_run(this->self_, &inputs, &outputs)); }
  void run(std::span<const float, 429> x, std::span<const int64_t, 1> class_, std::span<const uint8_t, 3> mask, std::span<const uint16_t, 4> half, std::span<const float, 0> none_of_it, std::span<float, 3> y, std::span<double, 1> self_, std::span<uint16_t, 4> half_out, std::span<uint16_t, 1> small) {
    this->check(odd_run_with(this->self_, x.data(), class_.data(), mask.data(), half.data(), none_of_it.data(), y.data(), self_.data(), half_out.data(), small.data()));
  }

  odd_states& states() { return *odd_state(self_); }
  void reset() { this->check(odd_reset(self_)); }
  odd* get() const { return self_; }

private:
  static void check(aic_status status) {
    if (status != AIC_OK)
      throw std::runtime_error(odd_last_error());
  }

  odd* self_ = nullptr;
};

#endif // ODD_HPP
