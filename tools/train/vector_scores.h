// What a table of word vectors is worth by the plainest use of it: a sentence
// is the sum of its words' rows times their weights, and cosine compares.
//
//   RASHOMON_ASSIGN_OR_RETURN(std::vector<GradedPair> pairs,
//                             ReadGradedPairs(path));
//   double pearson = SimilarityScore(vectors, counts, pairs);
#ifndef RASHOMON_TOOLS_TRAIN_VECTOR_SCORES_H_
#define RASHOMON_TOOLS_TRAIN_VECTOR_SCORES_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/embed/word_counts.h"
#include "engine/embed/word_vectors.h"

namespace rashomon {

struct GradedPair {
  std::string left;
  std::string right;
  double score = 0;
};

struct EventReport {
  std::string event;
  std::string title;
  std::string text;
};

// TSV with columns score, left, right. The error names the file and line.
absl::StatusOr<std::vector<GradedPair>> ReadGradedPairs(
    const std::string& path);

// JSONL with event, title and text. The error names the file and line.
absl::StatusOr<std::vector<EventReport>> ReadEventReports(
    const std::string& path);

// Pearson correlation of cosine and score.
double SimilarityScore(const WordVectors& vectors, const WordCounts& counts,
                       const std::vector<GradedPair>& pairs);

// The share of titles for which the text of the next report of the same event
// is nearer than the texts of 200 reports of other events, chosen at random
// with a fixed seed. Reports of one event stand together.
double RetrievalScore(const WordVectors& vectors, const WordCounts& counts,
                      const std::vector<EventReport>& reports);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_TRAIN_VECTOR_SCORES_H_
