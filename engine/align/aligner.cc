#include "engine/align/aligner.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "engine/align/grouping.h"
#include "engine/align/shipped_models.h"
#include "engine/base/span.h"

namespace rashomon {
namespace {

using Sentences = std::vector<std::vector<Word>>;

// The shipped table parses (a test says so); were it broken, the soft cosine
// alone would stand in: even odds at 0.5.
LinearModel ShippedOrCosine() {
  const std::vector<std::string_view> names = AlignmentFeatureNames();
  auto model = LinearModel::Parse(ShippedAlignmentModel(),
                                  "the shipped alignment model", names);
  if (model.ok()) return *std::move(model);
  std::vector<double> weights(names.size(), 0.0);
  weights[static_cast<std::size_t>(PairFeature::kSoftCosine)] = 10;
  return LinearModel(-5, std::move(weights));
}

PairFeatureSet WeighedBy(const LinearModel& model) {
  PairFeatureSet set;
  for (std::size_t i = 0; i < kPairFeatureCount; ++i) {
    if (model.Weighs(i)) set.Add(static_cast<PairFeature>(i));
  }
  return set;
}

// Lists sentences that are in no group, with the best of their pairs.
std::vector<Unmatched> UnmatchedOf(std::size_t sentences,
                                   const std::vector<ScoredPair>& pairs,
                                   const std::vector<AlignedGroup>& groups,
                                   int ScoredPair::*self,
                                   int ScoredPair::*other,
                                   std::vector<int> AlignedGroup::*side) {
  std::vector<Unmatched> nearest(sentences);
  for (std::size_t i = 0; i < sentences; ++i) {
    nearest[i].sentence = static_cast<int>(i);
  }
  for (const ScoredPair& pair : pairs) {
    Unmatched& u = nearest[static_cast<std::size_t>(pair.*self)];
    const bool better = pair.probability != u.score
                            ? pair.probability > u.score
                            : pair.*other < u.nearest;
    if (u.nearest < 0 || better) {
      u.nearest = pair.*other;
      u.score = pair.probability;
    }
  }
  std::vector<bool> matched(sentences, false);
  for (const AlignedGroup& group : groups) {
    for (const int i : group.*side) matched[static_cast<std::size_t>(i)] = true;
  }
  std::erase_if(nearest, [&](const Unmatched& u) {
    return matched[static_cast<std::size_t>(u.sentence)];
  });
  return nearest;
}

std::size_t SentenceOf(const std::vector<Span>& sentences, const Span& span) {
  const auto after = std::upper_bound(
      sentences.begin(), sentences.end(), span,
      [](const Span& a, const Span& b) {
        return std::pair(a.field, a.begin) < std::pair(b.field, b.begin);
      });
  if (after == sentences.begin()) return sentences.size();
  const auto at = static_cast<std::size_t>(after - sentences.begin()) - 1;
  return Overlaps(sentences[at], span) ? at : sentences.size();
}

}  // namespace

Anchors AnchorsOf(const Annotation& annotation) {
  Anchors anchors(annotation.sentences.size());
  for (const Mention& mention : annotation.mentions) {
    const std::size_t i = SentenceOf(annotation.sentences, mention.span);
    if (i < anchors.size() && !mention.entity.empty()) {
      anchors[i].push_back(mention.entity);
    }
  }
  for (auto& list : anchors) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
  return anchors;
}

Aligner::Aligner(const WordModel* word_model, const AlignerOptions& options)
    : Aligner(word_model, options, ShippedOrCosine()) {}

Aligner::Aligner(const WordModel* word_model, const AlignerOptions& options,
                 LinearModel model)
    : word_model_(word_model), options_(options), model_(std::move(model)) {}

Alignment Aligner::Align(const Sentences& left, const Sentences& right) const {
  return Align(left, right, {}, {});
}

Alignment Aligner::Align(const Annotation& left,
                         const Annotation& right) const {
  return Align(left.words, right.words, AnchorsOf(left), AnchorsOf(right));
}

Alignment Aligner::Align(const Annotation& left, const Annotation& right,
                         const StemNumbers& numbers, WordBook* book) const {
  return Align(left.words, right.words, AnchorsOf(left), AnchorsOf(right),
               &numbers, book);
}

Alignment Aligner::Align(const Sentences& left, const Sentences& right,
                         const Anchors& left_anchors,
                         const Anchors& right_anchors) const {
  WordBook book(word_model_);
  return Align(left, right, left_anchors, right_anchors, nullptr, &book);
}

Alignment Aligner::Align(const Sentences& left, const Sentences& right,
                         const Anchors& left_anchors,
                         const Anchors& right_anchors,
                         const StemNumbers* numbers, WordBook* book) const {
  std::vector<ScoredPair> pairs;
  for (const AlignmentCandidate& c :
       AlignmentCandidates(book, numbers, left, right, left_anchors,
                           right_anchors, WeighedBy(model_))) {
    pairs.push_back({c.left, c.right, Logistic(model_.Score(c.features))});
  }
  Alignment alignment;
  alignment.groups =
      GroupPairs(pairs, {.threshold = options_.threshold});
  alignment.unmatched_left =
      UnmatchedOf(left.size(), pairs, alignment.groups, &ScoredPair::left,
                  &ScoredPair::right, &AlignedGroup::left);
  alignment.unmatched_right =
      UnmatchedOf(right.size(), pairs, alignment.groups, &ScoredPair::right,
                  &ScoredPair::left, &AlignedGroup::right);
  alignment.pairs = std::move(pairs);
  return alignment;
}

}  // namespace rashomon
