// Fits the word-vector table (engine/embed/word_vectors.h) on news text: the
// whole recipe, in the order of the functions here. The card beside the shipped
// table says what each step is worth.
#ifndef RASHOMON_TOOLS_TRAIN_FIT_VECTORS_H_
#define RASHOMON_TOOLS_TRAIN_FIT_VECTORS_H_

#include <cstddef>
#include <functional>
#include <string>

#include "absl/status/statusor.h"

namespace rashomon {

struct VectorFiles {
  std::string english;  // articles, JSONL, zstd: title, text
  std::string events;   // reports, JSONL: event, title, text
  std::string pairs;    // graded sentence pairs, TSV: score, left, right
};

struct VectorFitOptions {
  int dimensions = 256;
  // 12 MB with what else the table holds.
  std::size_t max_words = 40'000;
  // How often the pairs of reports of one event are taken in an epoch; there
  // are some 200 pairs of neighbouring sentences for each.
  int event_repeats = 10;
  int epochs = 4;
  // Where words start from: unit vectors times a / (a + share).
  double start_a = 1e-4;
  // Gets the lines of the log.
  std::function<void(const std::string&)> log;
};

// The bytes of the table. One thread; the same files give the same bytes.
// Errors name the file and line.
absl::StatusOr<std::string> FitVectors(const VectorFiles& files,
                                       const VectorFitOptions& options);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_TRAIN_FIT_VECTORS_H_
