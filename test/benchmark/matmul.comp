// C = A . B, f32, row-major, all of 512 x 512: what one writes first. An invocation has 4 rows by 4 columns, in vec4s: four
// of A and four of B give sixteen products. No shared memory, no subgroups.
#version 450
layout(local_size_x = 64) in;
layout(std430, set = 0, binding = 0) readonly buffer A { vec4 a[]; };
layout(std430, set = 0, binding = 1) readonly buffer B { vec4 b[]; };
layout(std430, set = 0, binding = 2) writeonly buffer C { vec4 c[]; };

const uint kSize = 512, kFours = kSize / 4;

void main() {
  uint row = gl_GlobalInvocationID.x / kFours * 4, column = gl_GlobalInvocationID.x % kFours;
  vec4 sums[4] = vec4[4](vec4(0), vec4(0), vec4(0), vec4(0));
  for (uint k = 0; k < kFours; ++k) {
    vec4 b0 = b[(4 * k + 0) * kFours + column], b1 = b[(4 * k + 1) * kFours + column];
    vec4 b2 = b[(4 * k + 2) * kFours + column], b3 = b[(4 * k + 3) * kFours + column];
    for (uint r = 0; r < 4; ++r) {
      vec4 x = a[(row + r) * kFours + k];
      sums[r] += x.x * b0 + x.y * b1 + x.z * b2 + x.w * b3;
    }
  }
  for (uint r = 0; r < 4; ++r)
    c[(row + r) * kFours + column] = sums[r];
}
