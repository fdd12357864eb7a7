#include "engine/align/alignment_features.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <utility>

#include "engine/align/candidates.h"
#include "engine/align/pair_comparer.h"
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

// The numbers in the book of a sentence's stems; none where nobody has them.
std::vector<int> BookNumbers(const StemNumbers* numbers, std::size_t report,
                             std::size_t sentence) {
  std::vector<int> stems;
  if (numbers == nullptr) return stems;
  const std::vector<NumberedWord>& words = numbers->words(report)[sentence];
  stems.reserve(words.size());
  for (const NumberedWord& word : words) {
    stems.push_back(numbers->book_number(word.stem));
  }
  return stems;
}

Side SideOf(const Sentences& sentences, const Anchors& anchors,
            const StemNumbers* numbers, bool left, PairSpace* space) {
  Side side;
  const std::vector<std::string> none;
  side.profiles.reserve(sentences.size());
  side.bags.reserve(sentences.size());
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::vector<std::string>& own =
        i < anchors.size() ? anchors[i] : none;
    const std::vector<int> stems = BookNumbers(numbers, left ? 0 : 1, i);
    side.profiles.push_back(left ? space->AddLeft(sentences[i], own, stems)
                                 : space->AddRight(sentences[i], own, stems));
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
LocalWeights LocalWeightsOf(const PairSpace& space, const Side& left,
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
  const double scale = std::log(sentences);
  LocalWeights weights;
  weights.of_columns.reserve(frequency.size());
  for (std::size_t i = 0; i < frequency.size(); ++i) {
    weights.of_columns.push_back(
        space.weight(static_cast<int>(i)) *
        std::log(sentences / std::max(frequency[i], 1)) / scale);
  }
  weights.of_sentences.resize(static_cast<std::size_t>(space.sentences()));
  for (const Side* side : {&left, &right}) {
    for (const SentenceProfile& profile : side->profiles) {
      weights.of_sentences[static_cast<std::size_t>(profile.number)] =
          WeightOf(profile, weights.of_columns);
    }
  }
  return weights;
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

// The soft cosines of the candidates, by place: those of three sentences of the
// left at a time, so that memory stays linear.
class SoftCosines {
 public:
  // `candidates`: by left, then right.
  SoftCosines(const std::vector<AlignmentCandidate>& candidates,
              std::size_t lefts, std::size_t rights)
      : candidates_(candidates),
        begin_(lefts + 1, 0),
        by_left_(lefts),
        by_right_(rights) {
    for (const AlignmentCandidate& c : candidates) {
      const auto i = static_cast<std::size_t>(c.left);
      ++begin_[i + 1];
      by_left_[i].Add(SoftOf(c));
      by_right_[static_cast<std::size_t>(c.right)].Add(SoftOf(c));
    }
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    for (std::vector<double>& row : rows_) row.assign(rights + 2, 0.0);
  }

  // Reads the sentence and those beside it: what follows is asked of it.
  void MoveTo(int left) {
    for (int i = left - 1; i <= left + 1; ++i) Load(i);
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
  static double SoftOf(const AlignmentCandidate& c) {
    return c.features[static_cast<std::size_t>(PairFeature::kSoftCosine)];
  }
  static std::size_t SlotOf(int left) {
    return static_cast<std::size_t>(left + 3) % 3;
  }
  // Zeros beyond either end.
  double At(int left, int right) const {
    return rows_[SlotOf(left)][static_cast<std::size_t>(right + 1)];
  }
  template <typename ValueOf>
  void Write(int left, const ValueOf& value) {
    const auto i = static_cast<std::size_t>(left);
    if (left < 0 || i + 1 >= begin_.size()) return;
    std::vector<double>& row = rows_[SlotOf(left)];
    for (std::size_t k = begin_[i]; k < begin_[i + 1]; ++k) {
      row[static_cast<std::size_t>(candidates_[k].right + 1)] =
          value(candidates_[k]);
    }
  }
  void Load(int left) {
    int& loaded = loaded_[SlotOf(left)];
    if (loaded == left) return;
    Write(loaded, [](const AlignmentCandidate&) { return 0.0; });
    Write(left, SoftOf);
    loaded = left;
  }

  const std::vector<AlignmentCandidate>& candidates_;
  std::vector<std::size_t> begin_;  // of each left sentence's, and the end
  std::vector<TopTwo> by_left_;
  std::vector<TopTwo> by_right_;
  std::array<std::vector<double>, 3> rows_;  // with one place at either end
  std::array<int, 3> loaded_ = {-3, -2, -1};  // beyond the first: none
};

double RelativePlace(int index, std::size_t sentences) {
  return sentences > 1 ? static_cast<double>(index) /
                             static_cast<double>(sentences - 1)
                       : 0.0;
}

void Set(ContextFeature feature, double value, AlignmentCandidate* c) {
  c->features[kPairFeatureCount + static_cast<std::size_t>(feature)] = value;
}

void SetLocal(const LocalMatch& m, AlignmentCandidate* c) {
  const double both = m.of_here + m.of_there;
  Set(ContextFeature::kLocalMatch,
      both > 0 ? 2 * m.of_here * m.of_there / both : 0, c);
  Set(ContextFeature::kLocalContained, std::max(m.of_here, m.of_there), c);
  Set(ContextFeature::kLocalShared, std::log1p(std::max(m.shared, 0.0)), c);
}

void SetPlace(const Side& left, const Side& right, AlignmentCandidate* c) {
  const auto i = static_cast<std::size_t>(c->left);
  const auto j = static_cast<std::size_t>(c->right);
  const std::size_t lefts = left.profiles.size();
  const std::size_t rights = right.profiles.size();
  Set(ContextFeature::kTitleToText, left.titles[i] != right.titles[j] ? 1 : 0,
      c);
  Set(ContextFeature::kBothTitles, left.titles[i] && right.titles[j] ? 1 : 0,
      c);
  Set(ContextFeature::kPositions,
      std::abs(RelativePlace(c->left, lefts) - RelativePlace(c->right, rights)),
      c);
  Set(ContextFeature::kShortness,
      1.0 / static_cast<double>(
                std::max(kShortest, std::min(lefts, rights))),
      c);
}

// How each candidate stands among those of its sentences and beside them.
void SetNeighborhood(std::size_t lefts, std::size_t rights,
                     std::vector<AlignmentCandidate>* candidates) {
  SoftCosines soft(*candidates, lefts, rights);
  for (AlignmentCandidate& c : *candidates) {
    soft.MoveTo(c.left);
    Set(ContextFeature::kNeighbors, soft.BestAround(c.left, c.right), &c);
    Set(ContextFeature::kLesserMargin, soft.LesserMargin(c.left, c.right), &c);
  }
}

// The features of pairs, which come by left, then right.
std::vector<AlignmentCandidate> Compared(
    const PairSpace& space, const Side& left, const Side& right,
    const std::vector<CandidatePair>& pairs, PairFeatureSet asked) {
  asked.Add(PairFeature::kSoftCosine);  // for SetNeighborhood
  const LocalWeights weights = LocalWeightsOf(space, left, right);
  PairComparer comparer(&space, asked);
  std::vector<AlignmentCandidate> candidates;
  candidates.reserve(pairs.size());
  int taken = -1;
  for (const CandidatePair& pair : pairs) {
    if (std::exchange(taken, pair.left) != pair.left) {
      comparer.Take(left.profiles[static_cast<std::size_t>(pair.left)]);
    }
    const PairFeatures features = comparer.Compare(
        right.profiles[static_cast<std::size_t>(pair.right)]);
    AlignmentCandidate& c =
        candidates.emplace_back(AlignmentCandidate{pair.left, pair.right, {}});
    std::copy(features.values().begin(), features.values().end(),
              c.features.begin());
    SetLocal(comparer.MatchLocally(weights), &c);
    SetPlace(left, right, &c);
  }
  return candidates;
}

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
    const Anchors& left_anchors, const Anchors& right_anchors,
    const PairFeatureSet& asked) {
  WordBook book(&word_model);
  return AlignmentCandidates(&book, nullptr, left, right, left_anchors,
                             right_anchors, asked);
}

std::vector<AlignmentCandidate> AlignmentCandidates(
    WordBook* book, const StemNumbers* numbers, const Sentences& left,
    const Sentences& right, const Anchors& left_anchors,
    const Anchors& right_anchors, const PairFeatureSet& asked) {
  PairSpace space(book, NamesAcrossScripts(left, right), numbers,
                  asked.Has(PairFeature::kBigramCosine));
  const Side left_side = SideOf(left, left_anchors, numbers, true, &space);
  const Side right_side = SideOf(right, right_anchors, numbers, false, &space);
  space.Finish();
  std::vector<AlignmentCandidate> candidates = Compared(
      space, left_side, right_side,
      CandidatePairs(left_side.bags, right_side.bags, space.columns()), asked);
  SetNeighborhood(left.size(), right.size(), &candidates);
  return candidates;
}

}  // namespace rashomon
