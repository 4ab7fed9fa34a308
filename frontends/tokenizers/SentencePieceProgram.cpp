// aic-sentencepiece FILE: the library SentencePiece in a process of its own. Standard input is a socket; what
// goes over it stands in SentencePieceWire.h. It ends when the other side closes.

#include "frontends/tokenizers/SentencePieceWire.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sentencepiece_processor.h>
#include <sys/resource.h>
#include <unistd.h>

namespace {

using namespace aic::tokenizers;

/// The bytes that an id adds to a text.
std::string bytesOf(const sentencepiece::SentencePieceProcessor& processor, int id) {
  const std::string& piece = processor.IdToPiece(id);
  if (processor.IsControl(id))
    return "";
  if (processor.IsByte(id)) // <0x0A>
    return std::string(1, static_cast<char>(std::strtol(piece.c_str() + 3, nullptr, 16)));
  if (processor.IsUnknown(id)) {
    std::string surface;
    processor.Decode(std::vector<int>{id}, &surface).IgnoreError();
    return surface;
  }
  constexpr char kSpace[] = "\xE2\x96\x81"; // U+2581
  std::string bytes = piece;
  for (size_t at = 0; (at = bytes.find(kSpace, at)) != std::string::npos; ++at)
    bytes.replace(at, sizeof kSpace - 1, " ");
  return bytes;
}

/// The first message.
std::string describe(const sentencepiece::SentencePieceProcessor& processor) {
  std::string out;
  wire::Put(out, std::string());
  wire::Put(out, static_cast<uint32_t>(processor.GetPieceSize()));
  for (int id : {processor.bos_id(), processor.eos_id()})
    wire::Put(out, id < 0 ? wire::kNone : static_cast<uint32_t>(id));
  for (int id = 0; id < processor.GetPieceSize(); ++id)
    wire::Put(out, bytesOf(processor, id));
  return out;
}

std::string encode(const sentencepiece::SentencePieceProcessor& processor, const std::string& text) {
  std::vector<int> ids;
  sentencepiece::util::Status status = processor.Encode(text, &ids);
  std::string out;
  wire::Put(out, status.ok() ? std::string() : status.ToString());
  if (!status.ok())
    return out;
  wire::Put(out, static_cast<uint32_t>(ids.size()));
  for (int id : ids)
    wire::Put(out, static_cast<uint32_t>(id));
  return out;
}

} // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "aic-sentencepiece: this program is a part of aic, which starts it\n");
    return 2;
  }
  std::signal(SIGINT, SIG_IGN); // Ctrl-C is for aic, which closes the socket
  const int socket = STDIN_FILENO;
  sentencepiece::SentencePieceProcessor processor;
  sentencepiece::util::Status status = processor.Load(argv[1]);
  std::string message;
  if (status.ok())
    message = describe(processor);
  else
    wire::Put(message, status.ToString());
  if (!wire::Send(socket, message.data(), message.size()) || !status.ok())
    return 1;
  std::string text;
  while (wire::Receive(socket, text)) {
    message = encode(processor, text);
    if (!wire::Send(socket, message.data(), message.size()))
      return 1;
  }
  return 0;
}
