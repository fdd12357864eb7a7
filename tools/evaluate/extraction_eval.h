// Scores the HTML reader on saved pages with the text of their articles.
#ifndef RASHOMON_TOOLS_EVALUATE_EXTRACTION_EVAL_H_
#define RASHOMON_TOOLS_EVALUATE_EXTRACTION_EVAL_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tools/evaluate/evaluation.h"

namespace rashomon {

// extraction/: html/ID.html.gz, and ground_truth.json with the article body of
// each ID. F1 of macro precision and recall over shingles of four words, as
// article-extraction-benchmark (Scrapinghub, 2020) counts.
Evaluation ExtractionEvaluation();

// Shingles of two texts, counted as often as they stand there.
struct ShingleCounts {
  std::int64_t shared = 0;
  std::int64_t expected = 0;
  std::int64_t found = 0;
};

// A text of one to three words is one shingle; one of none has none.
ShingleCounts CountShingles(std::string_view expected, std::string_view found);

// The words as the benchmark splits them: runs of letters, digits and
// underscores (Unicode), by Python's \w+.
std::vector<std::string> ShingleWords(std::string_view utf8);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_EVALUATE_EXTRACTION_EVAL_H_
