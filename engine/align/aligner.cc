#include "engine/align/aligner.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <utility>

#include "engine/align/candidates.h"
#include "engine/align/grouping.h"
#include "engine/embed/bag_of_words.h"

namespace rashomon {
namespace {

using Sentences = std::vector<std::vector<Word>>;

// First form: a logistic of the cosine, 0.5 at 0.33, and a bonus for shared
// anchors; set by eye, until the fitted model takes its place.
double Probability(double cosine, int shared_anchors) {
  const double anchors = 0.4 * std::min(shared_anchors, 3);
  return 1 / (1 + std::exp(-(12 * (cosine - 0.33) + anchors)));
}

std::vector<Bag> BagsOf(const Sentences& sentences, BagOfWords* words) {
  std::vector<Bag> bags;
  bags.reserve(sentences.size());
  for (const auto& sentence : sentences) bags.push_back(words->Add(sentence));
  return bags;
}

int SharedAnchors(const Anchors& left, int i, const Anchors& right, int j) {
  if (left.empty() || right.empty()) return 0;
  const auto& a = left[static_cast<std::size_t>(i)];
  const auto& b = right[static_cast<std::size_t>(j)];
  std::vector<std::string> shared;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                        std::back_inserter(shared));
  return static_cast<int>(shared.size());
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

Alignment Aligner::Align(const Sentences& left, const Sentences& right) const {
  return Align(left, right, {}, {});
}

Alignment Aligner::Align(const Annotation& left,
                         const Annotation& right) const {
  return Align(left.words, right.words, AnchorsOf(left), AnchorsOf(right));
}

Alignment Aligner::Align(const Sentences& left, const Sentences& right,
                         const Anchors& left_anchors,
                         const Anchors& right_anchors) const {
  BagOfWords words(counts_);
  const std::vector<Bag> left_bags = BagsOf(left, &words);
  const std::vector<Bag> right_bags = BagsOf(right, &words);
  std::vector<ScoredPair> pairs;
  for (const CandidatePair& c :
       CandidatePairs(left_bags, right_bags, words.columns())) {
    const int shared = SharedAnchors(left_anchors, c.left, right_anchors,
                                     c.right);
    pairs.push_back({c.left, c.right, Probability(c.cosine, shared)});
  }
  Alignment alignment;
  alignment.groups = GroupPairs(pairs);
  alignment.unmatched_left =
      UnmatchedOf(left.size(), pairs, alignment.groups, &ScoredPair::left,
                  &ScoredPair::right, &AlignedGroup::left);
  alignment.unmatched_right =
      UnmatchedOf(right.size(), pairs, alignment.groups, &ScoredPair::right,
                  &ScoredPair::left, &AlignedGroup::right);
  return alignment;
}

}  // namespace rashomon
