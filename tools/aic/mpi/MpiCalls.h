// What aic asks of MPI, by a library of its own that is loaded where it is needed: so aic runs where there is
// no MPI.
#pragma once

#include <cstddef>

/// Each call but the last two returns 0, or MPI's error code.
struct AicMpiCalls {
  int rank, size;
  int (*send)(const void* data, size_t bytes, int to);
  int (*receive)(void* data, size_t bytes, int from);
  int (*broadcast)(void* data, size_t bytes, int from);
  void (*finish)();
  void (*abort)(int code); ///< ends all processes; does not return
};

/// The only function of libaic_mpi.so: joins the processes that mpirun started, and fills `calls`. Returns 0,
/// or MPI's error code.
extern "C" int aic_mpi_open(AicMpiCalls* calls);
