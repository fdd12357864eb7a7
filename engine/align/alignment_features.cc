#include "engine/align/alignment_features.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "engine/align/candidates.h"
#include "engine/claims/names_across_scripts.h"

namespace rashomon {
namespace {

using Sentences = std::vector<std::vector<Word>>;

// The shortest marked report has four sentences: the model knows nothing of
// shorter ones.
constexpr std::size_t kShortest = 4;

struct Side {
  std::vector<SentenceProfile> profiles;
  std::vector<Bag> bags;
  std::vector<bool> titles;
};

Side SideOf(const Sentences& sentences, const Anchors& anchors,
            PairSpace* space) {
  Side side;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    side.profiles.push_back(space->Add(
        sentences[i],
        i < anchors.size() ? anchors[i] : std::vector<std::string>()));
    const SentenceProfile& profile = side.profiles.back();
    // Two scripts share few words: what names tell has to find candidates, too.
    side.bags.push_back(space->mixes_scripts() ? space->BagWithAnchors(profile)
                                               : profile.bag);
    side.titles.push_back(!sentences[i].empty() &&
                          sentences[i][0].span.field == Field::kTitle);
  }
  return side;
}

// A word's weight times its inverse frequency among the sentences at hand,
// scaled to 0..1: what stands in every sentence tells none apart.
std::vector<double> LocalWeights(const PairSpace& space, const Side& left,
                                 const Side& right) {
  std::vector<int> frequency(static_cast<std::size_t>(space.columns()), 0);
  for (const Side* side : {&left, &right}) {
    for (const SentenceProfile& profile : side->profiles) {
      for (const int word : profile.words) {
        ++frequency[static_cast<std::size_t>(word)];
      }
      for (const int anchor : profile.anchors) {
        ++frequency[static_cast<std::size_t>(anchor)];
      }
    }
  }
  const double sentences =
      static_cast<double>(left.profiles.size() + right.profiles.size() + 1);
  std::vector<double> weights(frequency.size(), 0.0);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    weights[i] = space.weight(static_cast<int>(i)) *
                 std::log(sentences / std::max(frequency[i], 1)) /
                 std::log(sentences);
  }
  return weights;
}

double SharedWeight(const SentenceProfile& a, const SentenceProfile& b,
                    const std::vector<double>& weights) {
  double sum = 0;
  auto x = a.words.begin();
  auto y = b.words.begin();
  while (x != a.words.end() && y != b.words.end()) {
    if (*x < *y) {
      ++x;
    } else if (*y < *x) {
      ++y;
    } else {
      sum += weights[static_cast<std::size_t>(*x++)];
      ++y;
    }
  }
  return sum;
}

// The best and the second best soft cosine of one sentence.
struct TopTwo {
  double best = 0;
  double second = 0;

  void Add(double value) {
    if (value > best) {
      second = std::exchange(best, value);
    } else {
      second = std::max(second, value);
    }
  }
  double MarginOf(double value) const {
    return value - (value >= best ? second : best);
  }
};

// The soft cosines of the candidates, by place.
class SoftCosines {
 public:
  SoftCosines(std::size_t lefts, std::size_t rights)
      : by_left_(lefts), by_right_(rights) {}

  void Add(int left, int right, double soft) {
    by_place_[{left, right}] = soft;
    by_left_[static_cast<std::size_t>(left)].Add(soft);
    by_right_[static_cast<std::size_t>(right)].Add(soft);
  }
  double At(int left, int right) const {
    const auto at = by_place_.find({left, right});
    return at == by_place_.end() ? 0.0 : at->second;
  }
  // The lesser of a candidate's margins on both sides.
  double LesserMargin(int left, int right) const {
    const double soft = At(left, right);
    return std::min(by_left_[static_cast<std::size_t>(left)].MarginOf(soft),
                    by_right_[static_cast<std::size_t>(right)].MarginOf(soft));
  }
  double BestAround(int left, int right) const {
    double best = 0;
    for (int i = -1; i <= 1; ++i) {
      for (int j = -1; j <= 1; ++j) {
        // The two corners across the diagonal are the order reversed.
        if ((i == 0 && j == 0) || i * j < 0) continue;
        best = std::max(best, At(left + i, right + j));
      }
    }
    return best;
  }

 private:
  absl::flat_hash_map<std::pair<int, int>, double> by_place_;
  std::vector<TopTwo> by_left_;
  std::vector<TopTwo> by_right_;
};

double RelativePlace(int index, std::size_t sentences) {
  return sentences > 1 ? static_cast<double>(index) /
                             static_cast<double>(sentences - 1)
                       : 0.0;
}

class ContextReader {
 public:
  ContextReader(const PairSpace& space, const Side& left, const Side& right)
      : space_(space),
        left_(left),
        right_(right),
        weights_(LocalWeights(space, left, right)) {}

  void Fill(const SoftCosines& soft, AlignmentCandidate* c) const {
    const auto set = [c](ContextFeature f, double value) {
      c->features[kPairFeatureCount + static_cast<std::size_t>(f)] = value;
    };
    const auto i = static_cast<std::size_t>(c->left);
    const auto j = static_cast<std::size_t>(c->right);
    const SentenceProfile& a = left_.profiles[i];
    const SentenceProfile& b = right_.profiles[j];
    const double of_left = space_.ShareFound(a, b, weights_);
    const double of_right = space_.ShareFound(b, a, weights_);
    set(ContextFeature::kLocalMatch,
        of_left + of_right > 0 ? 2 * of_left * of_right / (of_left + of_right)
                               : 0);
    set(ContextFeature::kLocalContained, std::max(of_left, of_right));
    set(ContextFeature::kLocalShared,
        std::log1p(std::max(SharedWeight(a, b, weights_), 0.0)));
    set(ContextFeature::kNeighbors, soft.BestAround(c->left, c->right));
    set(ContextFeature::kLesserMargin, soft.LesserMargin(c->left, c->right));
    set(ContextFeature::kTitleToText,
        left_.titles[i] != right_.titles[j] ? 1 : 0);
    set(ContextFeature::kBothTitles,
        left_.titles[i] && right_.titles[j] ? 1 : 0);
    set(ContextFeature::kPositions,
        std::abs(RelativePlace(c->left, left_.profiles.size()) -
                 RelativePlace(c->right, right_.profiles.size())));
    set(ContextFeature::kShortness,
        1.0 / static_cast<double>(std::max(
                  kShortest,
                  std::min(left_.profiles.size(), right_.profiles.size()))));
  }

 private:
  const PairSpace& space_;
  const Side& left_;
  const Side& right_;
  std::vector<double> weights_;
};

}  // namespace

std::vector<std::string_view> AlignmentFeatureNames() {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < kPairFeatureCount; ++i) {
    names.push_back(Name(static_cast<PairFeature>(i)));
  }
  names.insert(names.end(),
               {"local_match", "local_contained", "local_shared", "neighbors",
                "lesser_margin", "title_to_text", "both_titles", "positions",
                "shortness"});
  return names;
}

std::vector<AlignmentCandidate> AlignmentCandidates(
    const WordModel& word_model, const Sentences& left, const Sentences& right,
    const Anchors& left_anchors, const Anchors& right_anchors) {
  PairSpace space(&word_model, NamesAcrossScripts(left, right));
  const Side left_side = SideOf(left, left_anchors, &space);
  const Side right_side = SideOf(right, right_anchors, &space);
  space.Finish();
  SoftCosines soft(left.size(), right.size());
  std::vector<AlignmentCandidate> candidates;
  for (const CandidatePair& pair :
       CandidatePairs(left_side.bags, right_side.bags, space.columns())) {
    const PairFeatures features = space.Compare(
        left_side.profiles[static_cast<std::size_t>(pair.left)],
        right_side.profiles[static_cast<std::size_t>(pair.right)]);
    AlignmentCandidate candidate{pair.left, pair.right, {}};
    std::copy(features.values().begin(), features.values().end(),
              candidate.features.begin());
    candidates.push_back(candidate);
    soft.Add(pair.left, pair.right, features[PairFeature::kSoftCosine]);
  }
  const ContextReader reader(space, left_side, right_side);
  for (AlignmentCandidate& c : candidates) reader.Fill(soft, &c);
  return candidates;
}

}  // namespace rashomon
