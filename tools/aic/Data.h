// --data: samples from files, and how they become the inputs of an entry.
#pragma once

#include "absl/types/span.h"
#include "tools/aic/Model.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace aic::tool {

/// What --data takes, for an option's type_name and for messages.
inline constexpr const char* kDataForms = "FILE.npz|FOLDER|idx:IMAGES,LABELS";
/// A sentence or two on it, for --help.
inline constexpr const char* kDataHelp =
    "The samples: a .npz file, a folder of them (one after another, by their names), or two files in MNIST's "
    "format, which may be packed by gzip. Arrays are named as the entry's inputs, the first axis is the "
    "samples";

/// Values of one name for each sample.
struct Column {
  std::string name; ///< "" where the files have no names (idx): then the place counts
  weights::ElementType type;
  std::vector<int64_t> shape; ///< of one sample
  size_t sampleBytes;
  /// Of a picture in an idx file: as floats its 0 to 255 are 0 to 1.
  bool picture = false;

  /// The elements of a sample, dense, little-endian, row-major, of any alignment.
  const uint8_t* sample(int64_t index) const;

  struct Part { ///< of one file
    int64_t begin;
    const uint8_t* data;
  };
  std::vector<Part> parts;

  /// "image: u8[28, 28]", "a picture: u8[28, 28]"
  std::string describe() const;
};

/// All samples of --data. Files stay mapped; only what is compressed, and idx, takes memory.
class Samples {
public:
  /// Opens `argument`, that of `option`. `command` and `option` are for messages. Returns 0, or prints what
  /// is wrong and returns the exit code.
  int open(const std::string& command, const std::string& argument, const std::string& option = "--data");

  int64_t size() const { return size_; }
  const std::string& option() const { return option_; }
  const std::vector<Column>& columns() const { return columns_; }
  /// The column of a name, or null.
  const Column* find(const std::string& name) const;
  /// "FILE.npz: 60000 samples of image: u8[28, 28], label: u8[]"
  std::string describe() const;
  /// The files that were read: an output must not replace one.
  const std::vector<std::string>& files() const { return files_; }

private:
  int openNpz(const std::string& path);
  int openIdx(const std::string& command, const std::string& paths);

  std::string argument_, option_;
  std::vector<std::string> files_;
  std::vector<Column> columns_;
  std::vector<std::shared_ptr<const void>> keep_;
  int64_t size_ = 0;
};

/// Which column goes into which input of an entry. Points into the Samples, which stay where they are
/// meanwhile.
class Feed {
public:
  /// Matches each input, but for those in `others` (the learning rate, a seed), with the column of its name,
  /// or of its place where columns have no names. An input is [B, ...] with the same B in all of them, and a
  /// column's sample has the shape behind B, but for dimensions of 1, or one of the two is flat. Integers are
  /// converted where every value fits, f64 to f32 and back, and pictures (idx) to floats from 0 to 1; what
  /// else differs is wrong usage. Columns that no input takes are left. `names` has inputs whose column has
  /// another name, which is behind theirs. Returns as Samples::open.
  int match(const std::string& command, const Samples& samples, const std::vector<Buffer>& inputs,
            const std::vector<std::string>& others = {},
            const std::vector<std::pair<std::string, std::string>>& names = {});

  /// B: how many samples a run takes.
  int64_t batch() const { return batch_; }
  /// The column that goes into the input number `input`, or null: it is one of `others`.
  const Column* column(size_t input) const { return columns_[input]; }

  /// Fills the inputs with `rows`, the numbers of samples: at most batch() of them. The places behind fewer
  /// repeat the last, so that every value is one that the model may be given.
  void fill(absl::Span<const int64_t> rows, std::vector<Buffer>& inputs) const;

private:
  std::vector<const Column*> columns_; // one an input
  int64_t batch_ = 0;
};

} // namespace aic::tool
