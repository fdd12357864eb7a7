// Aligns the sentences of two articles.
//
//   Aligner aligner(&word_counts);
//   Alignment a = aligner.Align(left_annotation, right_annotation);
//   for (const AlignedGroup& g : a.groups) ...
//
// Every pair of sentences that shares a word gets a probability of reporting
// the same content; pairs join into m:n groups as long as the mean probability
// over all pairs of a group stays above the threshold. Crossings are free: news
// reorders. What joins no group is unmatched, with its nearest miss.
#ifndef RASHOMON_ENGINE_ALIGN_ALIGNER_H_
#define RASHOMON_ENGINE_ALIGN_ALIGNER_H_

#include <string>
#include <vector>

#include "engine/align/alignment.h"
#include "engine/claims/claim.h"
#include "engine/embed/word_counts.h"
#include "engine/text/word.h"

namespace rashomon {

// What ties two sentences together beyond their words, by sentence: names
// ("lavrov"), numbers with their noun. Equal strings are equal anchors.
using Anchors = std::vector<std::vector<std::string>>;

// The entities of the mentions in each sentence of an annotation; sorted, each
// once.
Anchors AnchorsOf(const Annotation& annotation);

// Immutable, thread-safe. The two sides are treated alike: exchanging them
// mirrors the alignment.
class Aligner {
 public:
  // `counts` outlives this.
  explicit Aligner(const WordCounts* counts) : counts_(counts) {}

  // Sentences as word lists. An index in the result is an index here.
  Alignment Align(const std::vector<std::vector<Word>>& left,
                  const std::vector<std::vector<Word>>& right) const;

  // With anchors: lists of the same sizes as `left` and `right`, or empty.
  Alignment Align(const std::vector<std::vector<Word>>& left,
                  const std::vector<std::vector<Word>>& right,
                  const Anchors& left_anchors,
                  const Anchors& right_anchors) const;

  // Words and anchors of two annotations.
  Alignment Align(const Annotation& left, const Annotation& right) const;

 private:
  const WordCounts* counts_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_ALIGNER_H_
