// The arrays of ONNX's test data, and when two of them are equal.
#pragma once

#include "frontends/weights/Element.h"

#include <cstdint>
#include <string>
#include <vector>

namespace onnx {
class TensorProto;
}

namespace aic::onnx::test {

/// Row-major, dense.
struct Array {
  weights::ElementType type = weights::ElementType::F32;
  std::vector<int64_t> shape;
  std::vector<uint8_t> bytes;
};

/// False for a type that aic does not have, and for data of another size than the shape's. `declared` is the
/// type that the model says, 0 for none: the test data hold bfloat16 as uint16.
bool toArray(const ::onnx::TensorProto& tensor, int declared, Array& array);

/// "" where both have one type and shape and each element is as near as ONNX's own runner demands (1e-3 of
/// the expected value and 1e-7, for bfloat16 a unit of its last place; integers exactly; NaN is NaN), else
/// what differs.
std::string difference(const Array& found, const Array& expected);

/// The names in a folder, sorted, without hidden ones; none where it cannot be read.
std::vector<std::string> entries(const std::string& folder);

/// The bytes of a file; none where it cannot be read.
std::string readFile(const std::string& path);

} // namespace aic::onnx::test
