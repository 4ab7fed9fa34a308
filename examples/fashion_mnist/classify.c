/* classify MODEL.aic: shows what the compiled CNN makes of Fashion-MNIST's test pictures, then counts its
 * right answers over all of them and its pictures per second. An example of the C API; `classify --help`
 * lists the options. */
#include "runtime/aic.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

/* A picture is kFull x kFull grey values; the network sees the kSide x kSide in its centre, in kChannels
 * equal channels. */
enum { kFull = 28, kSide = 24, kMargin = (kFull - kSide) / 2, kChannels = 3, kClasses = 10, kBarWidth = 24 };

static const char* const kNames[kClasses] = {"T-shirt/top", "trouser", "pullover", "dress", "coat",
                                             "sandal",      "shirt",   "sneaker",  "bag",   "ankle boot"};

typedef struct {
  const char* model;
  const char* data;   /* the folder of the .gz files */
  const char* labels; /* where to write one answer a byte, or NULL */
  int show, count, threads, vulkan;
} Options;

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static uint32_t bigEndian(const uint8_t* p) {
  return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* Reads a gzipped IDX file: magic, count, further dimensions (u32, big-endian), then `each` bytes an item.
 * Returns the items (to be freed) and their count, or NULL after saying why. */
static uint8_t* readIdx(const char* folder, const char* name, uint32_t magic, size_t each, uint32_t* count) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  gzFile file = gzopen(path, "rb");
  if (!file) {
    fprintf(stderr, "classify: cannot open %s; `apt-get install dataset-fashion-mnist` brings it\n", path);
    return NULL;
  }
  uint8_t header[16];
  const unsigned length = each > 1 ? 16 : 8; /* pictures say their height and width, labels do not */
  uint8_t* items = NULL;
  int good = gzread(file, header, length) == (int)length && bigEndian(header) == magic;
  good = good && (each == 1 || (bigEndian(header + 8) == kFull && bigEndian(header + 12) == kFull));
  *count = good ? bigEndian(header + 4) : 0;
  if (good && *count > 0 && *count <= 100000 && (items = malloc(*count * each)) != NULL &&
      gzread(file, items, (unsigned)(*count * each)) != (int)(*count * each)) {
    free(items);
    items = NULL;
  }
  gzclose(file);
  if (!items)
    fprintf(stderr, "classify: %s is not what it should be\n", path);
  return items;
}

/* One picture as the network wants it: [3, 24, 24], grey / 255. */
static void prepare(const uint8_t* picture, float* input) {
  for (int y = 0; y < kSide; y++)
    for (int x = 0; x < kSide; x++)
      input[y * kSide + x] = (float)picture[(y + kMargin) * kFull + x + kMargin] / 255.0f;
  for (int c = 1; c < kChannels; c++)
    memcpy(input + c * kSide * kSide, input, sizeof(float) * kSide * kSide);
}

static int best(const float* logits) {
  int top = 0;
  for (int i = 1; i < kClasses; i++)
    if (logits[i] > logits[top])
      top = i;
  return top;
}

/* Two rows of the picture in one line of text: half blocks in grey on a terminal, else letters by darkness.
 */
static void printRows(const uint8_t* picture, int row, int colour) {
  static const char ramp[] = " .:-=+*#%@";
  for (int x = 0; x < kSide; x++) {
    const uint8_t* p = picture + (row + kMargin) * kFull + x + kMargin;
    const int upper = p[0], lower = p[kFull];
    if (colour)
      printf("\033[38;5;%d;48;5;%dm\u2580", 232 + upper * 23 / 255, 232 + lower * 23 / 255);
    else
      putchar(ramp[(upper + lower) * 9 / 510]);
  }
  fputs(colour ? "\033[0m" : "", stdout);
}

/* The picture on the left, the three likeliest classes with bars on the right. */
static void show(int number, const uint8_t* picture, int label, const float* logits, int colour) {
  double share[kClasses], sum = 0;
  for (int i = 0; i < kClasses; i++)
    sum += share[i] = exp(logits[i] - logits[best(logits)]);
  int order[kClasses];
  for (int i = 0; i < kClasses; i++) {
    int at = i;
    for (; at > 0 && share[order[at - 1]] < share[i]; at--)
      order[at] = order[at - 1];
    order[at] = i;
  }
  for (int row = 0; row < kSide; row += 2) {
    printf("  ");
    printRows(picture, row, colour);
    if (row == 4)
      printf("   picture %d, %s: %s", number, kNames[label], order[0] == label ? "right" : "wrong");
    const int rank = (row - 8) / 4;
    if (row >= 8 && row % 4 == 0 && rank < 3) {
      const double part = share[order[rank]] / sum;
      printf("   %-12s%6.1f %% ", kNames[order[rank]], 100 * part);
      for (int i = 0; i < kBarWidth; i++)
        fputs(i < (int)(part * kBarWidth + 0.5) ? "\u2588" : "\u00b7", stdout);
    }
    putchar('\n');
  }
  putchar('\n');
}

static int runAll(const Options* options, aic_session* session, const uint8_t* pictures,
                  const uint8_t* labels, uint32_t count) {
  float image[kChannels * kSide * kSide], logits[kClasses];
  const aic_input in = {image, sizeof image};
  const aic_output out = {logits, sizeof logits};
  const int colour = isatty(STDOUT_FILENO) && getenv("NO_COLOR") == NULL;
  uint8_t* answers = malloc(count);
  uint32_t right = 0;
  int code = answers == NULL;
  for (int i = 0; !code && i < options->show && (uint32_t)i < count; i++) {
    prepare(pictures + (size_t)i * kFull * kFull, image);
    code = aic_session_run(session, &in, 1, &out, 1) != AIC_OK;
    if (!code)
      show(i, pictures + (size_t)i * kFull * kFull, labels[i], logits, colour);
  }
  const double start = seconds();
  for (uint32_t i = 0; !code && i < count; i++) {
    prepare(pictures + (size_t)i * kFull * kFull, image);
    code = aic_session_run(session, &in, 1, &out, 1) != AIC_OK;
    answers[i] = (uint8_t)best(logits);
    right += answers[i] == labels[i];
  }
  const double took = seconds() - start;
  if (code) {
    fprintf(stderr, "classify: %s\n", aic_last_error());
  } else {
    printf("%u of %u pictures right (%.2f %%)\n", right, count, 100.0 * right / count);
    aic_session_info info;
    AIC_INIT(&info);
    aic_session_describe(session, &info);
    if (info.device == AIC_TARGET_VULKAN)
      printf("%.0f pictures per second, one at a time, on %s\n", count / took, info.device_name);
    else
      printf("%.0f pictures per second, one at a time, on %u thread%s\n", count / took, info.threads,
             info.threads == 1 ? "" : "s");
  }
  if (!code && options->labels) {
    FILE* file = fopen(options->labels, "wb");
    code = !file || fwrite(answers, 1, count, file) != count;
    if (file && fclose(file) != 0)
      code = 1;
    if (code)
      fprintf(stderr, "classify: cannot write %s\n", options->labels);
  }
  free(answers);
  return code;
}

/* Whether the model takes one [3, 24, 24] f32 picture and gives ten f32 numbers. */
static int fits(const aic_model* model) {
  aic_tensor_info in, out;
  AIC_INIT(&in);
  AIC_INIT(&out);
  return aic_model_input_count(model) == 1 && aic_model_output_count(model) == 1 &&
         aic_model_input(model, 0, &in) == AIC_OK && aic_model_output(model, 0, &out) == AIC_OK &&
         in.type == AIC_F32 && in.bytes == sizeof(float) * kChannels * kSide * kSide && out.type == AIC_F32 &&
         out.bytes == sizeof(float) * kClasses;
}

static int usage(FILE* to, int code) {
  fprintf(
      to,
      "usage: classify MODEL.aic [--show N] [--count N] [--device cpu|vulkan] [--threads N] [--data FOLDER]\n"
      "                          [--labels FILE]\n"
      "  --show N       test pictures to draw first (default 4)\n"
      "  --count N      look at the first N test pictures only\n"
      "  --device NAME  what to run on: cpu, or the first Vulkan device (default: what the model is for)\n"
      "  --threads N    threads of the runtime (default: one a CPU)\n"
      "  --data FOLDER  where the four .gz files are (default /usr/share/datasets/fashion-mnist)\n"
      "  --labels FILE  write the answers, one byte (0..9) a picture\n"
      "example: aic compile examples/cnn.graph -o cnn.aic && classify cnn.aic --show 2\n");
  return code;
}

/* A whole number in 0..limit, or -1. */
static int number(const char* text, long limit) {
  char* end;
  const long value = text ? strtol(text, &end, 10) : -1;
  return !text || *text == '\0' || *end != '\0' || value < 0 || value > limit ? -1 : (int)value;
}

int main(int argc, char** argv) {
  Options options = {NULL, "/usr/share/datasets/fashion-mnist", NULL, 4, 0, 0, -1};
  for (int i = 1; i < argc; i++) {
    if (!strcmp(argv[i], "--help"))
      return usage(stdout, 0);
    if (argv[i][0] != '-' && !options.model) {
      options.model = argv[i];
      continue;
    }
    const char* value = i + 1 < argc ? argv[i + 1] : NULL;
    int good = value != NULL;
    if (!strcmp(argv[i], "--show"))
      good = (options.show = number(value, 10000)) >= 0;
    else if (!strcmp(argv[i], "--count"))
      good = (options.count = number(value, 100000)) > 0;
    else if (!strcmp(argv[i], "--device"))
      good = value && (!strcmp(value, "cpu") || !strcmp(value, "vulkan")) &&
             (options.vulkan = !strcmp(value, "vulkan"), 1);
    else if (!strcmp(argv[i], "--threads"))
      good = (options.threads = number(value, AIC_MAX_THREADS)) >= 0;
    else if (!strcmp(argv[i], "--data"))
      options.data = value;
    else if (!strcmp(argv[i], "--labels"))
      options.labels = value;
    else
      good = 0;
    if (!good) {
      fprintf(stderr, "classify: %s is not understood here\n", argv[i]);
      return usage(stderr, 2);
    }
    i++;
  }
  if (!options.model)
    return usage(stderr, 2);

  aic_model* model = NULL;
  aic_session* session = NULL;
  uint32_t count = 0, label_count = 0;
  aic_session_options on;
  aic_session_options_init(&on);
  on.threads = (uint32_t)options.threads;
  if (options.vulkan >= 0)
    on.device = options.vulkan ? AIC_TARGET_VULKAN : AIC_TARGET_CPU;
  uint8_t* pictures = readIdx(options.data, "t10k-images-idx3-ubyte.gz", 2051, kFull * kFull, &count);
  uint8_t* labels =
      pictures ? readIdx(options.data, "t10k-labels-idx1-ubyte.gz", 2049, 1, &label_count) : NULL;
  int code = 1;
  if (!labels) {
    code = 4;
  } else if (label_count != count) {
    fprintf(stderr, "classify: %u pictures, but %u labels\n", count, label_count);
  } else if (aic_model_open(options.model, 0, &model) != AIC_OK) {
    fprintf(stderr, "classify: %s\n", aic_last_error());
  } else if (!fits(model)) {
    fprintf(stderr, "classify: %s is not a model from one f32[1, 3, 24, 24] to one f32[1, 10]\n",
            options.model);
  } else if (aic_session_create_with(model, &on, &session) != AIC_OK) {
    fprintf(stderr, "classify: %s\n", aic_last_error());
  } else {
    uint32_t wrong = 0;
    if (options.count > 0 && (uint32_t)options.count < count)
      count = (uint32_t)options.count;
    for (uint32_t i = 0; i < count; i++)
      wrong += labels[i] >= kClasses;
    code = wrong ? (fprintf(stderr, "classify: %u labels are not in 0..9\n", wrong), 1)
                 : runAll(&options, session, pictures, labels, count);
  }
  aic_session_close(session);
  aic_model_close(model);
  free(labels);
  free(pictures);
  return code;
}
