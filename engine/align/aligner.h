// Aligns the sentences of two articles.
//
//   Aligner aligner(&word_model);
//   Alignment a = aligner.Align(left_annotation, right_annotation);
//   for (const AlignedGroup& g : a.groups) ...
//
// Every pair of sentences that shares a word gets a probability of reporting
// the same content, from a logistic model over alignment_features.h that
// tools/train fits on marked pairs of reports (data/alignment_model.md:
// figures). Pairs join into m:n groups as long as every pair of a group is
// likely enough (grouping.h). Crossings are free: news
// reorders. What joins no group is unmatched, with its nearest miss.
#ifndef RASHOMON_ENGINE_ALIGN_ALIGNER_H_
#define RASHOMON_ENGINE_ALIGN_ALIGNER_H_

#include <vector>

#include "engine/align/alignment.h"
#include "engine/align/alignment_features.h"
#include "engine/align/linear_model.h"
#include "engine/claims/claim.h"
#include "engine/embed/stem_numbers.h"
#include "engine/embed/word_book.h"
#include "engine/embed/word_model.h"
#include "engine/text/word.h"

namespace rashomon {

// The entities of the mentions in each sentence of an annotation; sorted, each
// once.
Anchors AnchorsOf(const Annotation& annotation);

struct AlignerOptions {
  // A pair of lower probability aligns nothing. Higher: fewer, surer groups.
  // In cross-validation over marked pairs of reports F1 of alignment is flat
  // from 0.20 to 0.32 (0.48 to 0.49), while precision rises from 0.50 to 0.61
  // (data/alignment_model.md). 0.28 stands near the low end: a sentence that is
  // wrongly aligned is a smaller error than one that is wrongly said to be
  // missing.
  double threshold = 0.22;
};

// Immutable, thread-safe. The two sides are treated alike: exchanging them
// mirrors the alignment.
class Aligner {
 public:
  // With the shipped model. `word_model` outlives this.
  explicit Aligner(const WordModel* word_model,
                   const AlignerOptions& options = {});
  // With another model over AlignmentFeatureNames().
  Aligner(const WordModel* word_model, const AlignerOptions& options,
          LinearModel model);

  // Sentences as word lists. An index in the result is an index here.
  Alignment Align(const std::vector<std::vector<Word>>& left,
                  const std::vector<std::vector<Word>>& right) const;

  // With anchors: lists of the same sizes as `left` and `right`, or empty.
  // Time and memory are linear in the words for hostile input too
  // (candidates.h); two articles of 50 sentences take some 5 ms.
  Alignment Align(const std::vector<std::vector<Word>>& left,
                  const std::vector<std::vector<Word>>& right,
                  const Anchors& left_anchors,
                  const Anchors& right_anchors) const;

  // Words and anchors of two annotations.
  Alignment Align(const Annotation& left, const Annotation& right) const;
  // The same by a book of the same word model, which is renewed by nobody
  // meanwhile, and the numbers of the stems of left and right.
  Alignment Align(const Annotation& left, const Annotation& right,
                  const StemNumbers& numbers, WordBook* book) const;

 private:
  Alignment Align(const std::vector<std::vector<Word>>& left,
                  const std::vector<std::vector<Word>>& right,
                  const Anchors& left_anchors, const Anchors& right_anchors,
                  const StemNumbers* numbers, WordBook* book) const;

  const WordModel* word_model_;
  AlignerOptions options_;
  LinearModel model_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_ALIGNER_H_
