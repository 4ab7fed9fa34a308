// What aic and aic-sentencepiece say to each other over a socket: numbers of 4 bytes in the machine's order,
// and strings, a number of bytes and they.
//
// aic-sentencepiece, once:  string error; where it is empty: number of ids; first id or kNone; last id or
// kNone;
//                           of each id a string, the bytes that it adds to a text
// aic, as often as it likes: string text
// aic-sentencepiece:         string error; where it is empty: number of ids; the ids

#ifndef AIC_FRONTENDS_TOKENIZERS_SENTENCEPIECEWIRE_H
#define AIC_FRONTENDS_TOKENIZERS_SENTENCEPIECEWIRE_H

#include <cerrno>
#include <cstdint>
#include <string>
#include <sys/socket.h>

namespace aic::tokenizers::wire {

constexpr uint32_t kNone = UINT32_MAX;
constexpr uint32_t kMaxBytes = 1u << 28; ///< of a string
constexpr uint32_t kMaxCount = 1u << 24; ///< of ids

/// False where the other side is gone. No signal is raised.
inline bool Send(int socket, const void* data, size_t bytes) {
  for (auto* at = static_cast<const char*>(data); bytes > 0;) {
    ssize_t sent = send(socket, at, bytes, MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR)
      continue;
    if (sent <= 0)
      return false;
    at += sent;
    bytes -= static_cast<size_t>(sent);
  }
  return true;
}

inline bool Receive(int socket, void* data, size_t bytes) {
  for (auto* at = static_cast<char*>(data); bytes > 0;) {
    ssize_t got = recv(socket, at, bytes, 0);
    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0)
      return false;
    at += got;
    bytes -= static_cast<size_t>(got);
  }
  return true;
}

inline void Put(std::string& out, uint32_t number) {
  out.append(reinterpret_cast<const char*>(&number), sizeof number);
}
inline void Put(std::string& out, const std::string& text) {
  Put(out, static_cast<uint32_t>(text.size()));
  out += text;
}

inline bool Receive(int socket, uint32_t& number) {
  return Receive(socket, &number, sizeof number);
}
inline bool Receive(int socket, std::string& text) {
  uint32_t bytes;
  if (!Receive(socket, bytes) || bytes > kMaxBytes)
    return false;
  text.resize(bytes);
  return Receive(socket, text.data(), bytes);
}

} // namespace aic::tokenizers::wire

#endif
