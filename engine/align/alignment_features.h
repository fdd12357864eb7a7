// What speaks for two sentences of two articles reporting the same: the pair's
// own features (pair_features.h), and how it stands among the other pairs.
//
//   for (const AlignmentCandidate& c :
//        AlignmentCandidates(word_model, left, right, {}, {})) {
//     const double p = Logistic(model.Score(c.features));
//   }
#ifndef RASHOMON_ENGINE_ALIGN_ALIGNMENT_FEATURES_H_
#define RASHOMON_ENGINE_ALIGN_ALIGNMENT_FEATURES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/align/pair_comparer.h"
#include "engine/align/pair_features.h"
#include "engine/embed/stem_numbers.h"
#include "engine/embed/word_book.h"
#include "engine/embed/word_model.h"
#include "engine/text/word.h"

namespace rashomon {

// What ties two sentences together beyond their words, by sentence: names
// ("lavrov"), numbers with their noun. Equal strings are equal anchors.
using Anchors = std::vector<std::vector<std::string>>;

enum class ContextFeature : std::uint8_t {
  kLocalMatch,     // as kWordMatch; words that many sentences here have weigh
                   // less
  kLocalContained, // the greater of both sides' shares, weighed so
  kLocalShared,    // ln(1 + weight of shared words), weighed so
  kNeighbors,      // best soft cosine of the pairs around it, (i+-1, j+-1)
  kLesserMargin,   // soft cosine less the best other one of either sentence,
                   // the lesser of the two
  kTitleToText,    // 1: one is a title, the other is not
  kBothTitles,
  kPositions,      // difference of relative places, 0..1
  kShortness,      // 1 / sentences of the shorter article, at least 4
  kCount,
};
inline constexpr std::size_t kContextFeatureCount =
    static_cast<std::size_t>(ContextFeature::kCount);
inline constexpr std::size_t kAlignmentFeatureCount =
    kPairFeatureCount + kContextFeatureCount;

// The names in model files: all pair features, then all context features.
std::vector<std::string_view> AlignmentFeatureNames();

struct AlignmentCandidate {
  int left = 0;
  int right = 0;
  std::array<double, kAlignmentFeatureCount> features{};  // finite
};

// The pairs that share a word (candidates.h bounds them), or, where one article
// is in Cyrillic and the other in Latin letters, an anchor; by left, then right.
// Anchors: as many as sentences, or none. Exchanging the sides exchanges left
// and right, and changes no feature. Titles are the sentences whose words lie
// in the title. Pair features that are not asked for mean nothing.
std::vector<AlignmentCandidate> AlignmentCandidates(
    const WordModel& word_model, const std::vector<std::vector<Word>>& left,
    const std::vector<std::vector<Word>>& right, const Anchors& left_anchors,
    const Anchors& right_anchors,
    const PairFeatureSet& asked = PairFeatureSet::All());

// The same by a book that is renewed by nobody meanwhile. `numbers`: of the
// stems of both, the left one's first; null where nobody has them.
std::vector<AlignmentCandidate> AlignmentCandidates(
    WordBook* book, const StemNumbers* numbers,
    const std::vector<std::vector<Word>>& left,
    const std::vector<std::vector<Word>>& right, const Anchors& left_anchors,
    const Anchors& right_anchors, const PairFeatureSet& asked);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_ALIGNMENT_FEATURES_H_
