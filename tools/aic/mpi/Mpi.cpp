// libaic_mpi.so: the calls of MPI, whichever it was built with.

#include "tools/aic/mpi/MpiCalls.h"

#include <algorithm>
#include <mpi.h>

namespace {

constexpr size_t kMost = size_t{1} << 30; // bytes a message: MPI counts in int

/// Calls `part` for parts of a message, until one fails.
template <typename Byte, typename Part> int inParts(Byte* data, size_t bytes, Part part) {
  int failed = MPI_SUCCESS;
  for (size_t at = 0; at < bytes && failed == MPI_SUCCESS; at += kMost)
    failed = part(data + at, static_cast<int>(std::min(kMost, bytes - at)));
  return failed;
}

int send(const void* data, size_t bytes, int to) {
  return inParts(static_cast<const char*>(data), bytes, [&](const char* part, int count) {
    return MPI_Send(part, count, MPI_BYTE, to, 0, MPI_COMM_WORLD);
  });
}

int receive(void* data, size_t bytes, int from) {
  return inParts(static_cast<char*>(data), bytes, [&](char* part, int count) {
    return MPI_Recv(part, count, MPI_BYTE, from, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
  });
}

int broadcast(void* data, size_t bytes, int from) {
  return inParts(static_cast<char*>(data), bytes, [&](char* part, int count) {
    return MPI_Bcast(part, count, MPI_BYTE, from, MPI_COMM_WORLD);
  });
}

void finish() {
  MPI_Finalize();
}

void abortAll(int code) {
  MPI_Abort(MPI_COMM_WORLD, code);
}

} // namespace

extern "C" __attribute__((visibility("default"))) int aic_mpi_open(AicMpiCalls* calls) {
  if (int failed = MPI_Init(nullptr, nullptr))
    return failed;
  MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
  *calls = {0, 1, send, receive, broadcast, finish, abortAll};
  if (int failed = MPI_Comm_rank(MPI_COMM_WORLD, &calls->rank))
    return failed;
  return MPI_Comm_size(MPI_COMM_WORLD, &calls->size);
}
