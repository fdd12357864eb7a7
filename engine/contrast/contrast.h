// Divergences of two aligned reports: runs the detectors, weighs what they
// find, makes one flag of one point, and orders the flags.
//
//   RASHOMON_ASSIGN_OR_RETURN(ConfidenceModel model,
//                             ConfidenceModel::Shipped());
//   std::vector<Divergence> d =
//       FindDivergences({&left, &left_annotation}, {&right, &right_annotation},
//                       alignment, words, model);
#ifndef RASHOMON_ENGINE_CONTRAST_CONTRAST_H_
#define RASHOMON_ENGINE_CONTRAST_CONTRAST_H_

#include <memory>
#include <vector>

#include "corpus/article.h"
#include "engine/align/alignment.h"
#include "engine/claims/claim.h"
#include "engine/contrast/confidence.h"
#include "engine/contrast/divergence.h"
#include "engine/contrast/finding.h"
#include "engine/embed/stem_numbers.h"
#include "engine/embed/word_book.h"
#include "engine/embed/word_model.h"

namespace rashomon {

struct Report {
  const Article* article = nullptr;
  const Annotation* annotation = nullptr;
};

// What the detectors find, in both directions, before it is weighed.
std::vector<Finding> FindCandidates(const Report& left, const Report& right,
                                    const Alignment& alignment,
                                    const WordModel& words);
// The same by the numbers of the stems of left and right, and the book that gave
// them, which is renewed by nobody meanwhile.
std::vector<Finding> FindCandidates(
    const Report& left, const Report& right, const Alignment& alignment,
    const std::shared_ptr<const StemNumbers>& numbers, WordBook* book);

// Candidates with confidence, fingerprint and anchor, best first, each point
// once.
std::vector<Divergence> Weigh(std::vector<Finding> candidates,
                              const Article& left, const Article& right,
                              const ConfidenceModel& model);

// All of them, best first, each point once, with confidence, fingerprint and
// anchor. Exchanging the reports mirrors the result. Costs O(n m) sentence
// cosines for the first 400 sentences of each; else linear.
std::vector<Divergence> FindDivergences(const Report& left,
                                        const Report& right,
                                        const Alignment& alignment,
                                        const WordModel& words,
                                        const ConfidenceModel& model);
// The same by numbers and a book, as above.
std::vector<Divergence> FindDivergences(
    const Report& left, const Report& right, const Alignment& alignment,
    const std::shared_ptr<const StemNumbers>& numbers, WordBook* book,
    const ConfidenceModel& model);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_CONTRAST_H_
