#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "absl/types/span.h"
#include "frontends/weights/Gguf.h"

namespace aic::weights {

namespace {

/// A tensor's name there and here, without ".weight" or ".bias"; `blk.N.` and what stands for it are in
/// Block.
struct Row {
  const char *theirs, *ours;
  GgufOrder order = GgufOrder::Same;
};

constexpr Row kLlama[] = {
    {"token_embd", "model.embed_tokens"},
    {"output_norm", "model.norm"},
    {"output", "lm_head"},
    {"blk.N.attn_norm", "model.layers.N.input_layernorm"},
    {"blk.N.attn_q", "model.layers.N.self_attn.q_proj", GgufOrder::PairedQuery},
    {"blk.N.attn_k", "model.layers.N.self_attn.k_proj", GgufOrder::PairedKey},
    {"blk.N.attn_v", "model.layers.N.self_attn.v_proj"},
    {"blk.N.attn_output", "model.layers.N.self_attn.o_proj"},
    {"blk.N.ffn_norm", "model.layers.N.post_attention_layernorm"},
    {"blk.N.ffn_gate", "model.layers.N.mlp.gate_proj"},
    {"blk.N.ffn_up", "model.layers.N.mlp.up_proj"},
    {"blk.N.ffn_down", "model.layers.N.mlp.down_proj"},
};

constexpr Row kGpt2[] = {
    {"token_embd", "wte"},
    {"position_embd", "wpe"},
    {"output_norm", "ln_f"},
    {"blk.N.attn_norm", "h.N.ln_1"},
    {"blk.N.attn_qkv", "h.N.attn.c_attn", GgufOrder::Transposed},
    {"blk.N.attn_output", "h.N.attn.c_proj", GgufOrder::Transposed},
    {"blk.N.ffn_norm", "h.N.ln_2"},
    {"blk.N.ffn_up", "h.N.mlp.c_fc", GgufOrder::Transposed},
    {"blk.N.ffn_down", "h.N.mlp.c_proj", GgufOrder::Transposed},
};

absl::Span<const Row> RowsOf(absl::string_view architecture) {
  if (architecture == "llama")
    return kLlama;
  if (architecture == "gpt2")
    return kGpt2;
  return {};
}

} // namespace

GgufName CheckpointName(absl::string_view architecture, absl::string_view name) {
  const size_t dot = name.rfind('.');
  if (dot == absl::string_view::npos)
    return {std::string(name)};
  const absl::string_view leaf = name.substr(dot); // ".weight"
  std::string stem(name.substr(0, dot));
  absl::string_view number, rest = stem;
  if (absl::ConsumePrefix(&rest, "blk.")) {
    number = rest.substr(0, rest.find('.'));
    uint32_t block;
    if (!absl::SimpleAtoi(number, &block) || number.size() == rest.size())
      return {std::string(name)};
    number = name.substr(4, number.size());
    stem = absl::StrCat("blk.N", rest.substr(number.size()));
  }
  for (const Row& row : RowsOf(architecture))
    if (stem == row.theirs) {
      const absl::string_view ours = row.ours;
      const size_t at = ours.find(".N.");
      const bool matrix = leaf == ".weight"; // a bias has no second axis
      return {at == absl::string_view::npos
                  ? absl::StrCat(ours, leaf)
                  : absl::StrCat(ours.substr(0, at + 1), number, ours.substr(at + 2), leaf),
              !matrix && row.order == GgufOrder::Transposed ? GgufOrder::Same : row.order};
    }
  return {std::string(name)};
}

absl::string_view TiedHead(absl::string_view architecture) {
  return architecture == "llama" ? "lm_head.weight" : "";
}

} // namespace aic::weights
