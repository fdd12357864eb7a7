// Sentences of one article paired with those of another that report the same
// content (m:n, crossings allowed), and for the rest the nearest miss.
//
//   Aligner aligner(&word_model);
//   Alignment a = aligner.Align(left_annotation, right_annotation);
//   for (const AlignedGroup& g : a.groups) ...
#ifndef RASHOMON_ENGINE_ALIGN_ALIGNMENT_H_
#define RASHOMON_ENGINE_ALIGN_ALIGNMENT_H_

#include <vector>

namespace rashomon {

// Two sentences that may report the same.
struct ScoredPair {
  int left = 0;
  int right = 0;
  double probability = 0;  // that they report the same content
};

struct AlignedGroup {
  std::vector<int> left;   // sentence indices, ascending, never empty
  std::vector<int> right;
  double confidence = 0;   // 0..1: probability that they report the same
};

// A sentence without a partner, and the sentence of the other side that comes
// nearest.
struct Unmatched {
  int sentence = 0;
  int nearest = -1;  // sentence of the other side; -1 where it has none
  double score = 0;  // 0..1
};

struct Alignment {
  std::vector<AlignedGroup> groups;  // by first left, then first right sentence
  // Every pair that was weighed, grouped or not; by left, then right.
  std::vector<ScoredPair> pairs;
  std::vector<Unmatched> unmatched_left;   // by sentence
  std::vector<Unmatched> unmatched_right;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_ALIGNMENT_H_
