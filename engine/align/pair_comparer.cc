#include "engine/align/pair_comparer.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>

namespace rashomon {
namespace {

// A word whose best counterpart is less like it than this has none.
constexpr float kCounterpart = 0.5f;
// One that is so much like it is no chance that an antonym could spoil.
constexpr float kSureCounterpart = 0.85f;
// As many sums are exact (fixed_rows.h). Sentences never have more words.
constexpr std::size_t kMostAdded = 2000;
// Sums of all words are kept of so many sentences: articles have fewer.
constexpr std::size_t kMostTotals = 4096;

// shared / root(a b); 0 where a side is empty.
double Cosine(double shared, double a, double b) {
  return a > 0 && b > 0 ? std::min(1.0, shared / std::sqrt(a * b)) : 0.0;
}

double Cosine(const SumProducts& p) {
  const double norms = std::sqrt(p.left) * std::sqrt(p.right);
  return norms < 1e-12 ? 0 : std::clamp(p.cross / norms, -1.0, 1.0);
}

// 0 where a side is zero, or there are no vectors.
double VectorCosine(const SentenceProfile& a, const SentenceProfile& b) {
  const double norms = static_cast<double>(a.norm) * b.norm;
  if (a.vector.size() != b.vector.size() || norms < 1e-12) return 0;
  return std::clamp(static_cast<double>(a.vector.dot(b.vector)) / norms, -1.0,
                    1.0);
}

// Of what two sides find of themselves in each other.
double HarmonicMean(double a, double b) {
  return a + b > 0 ? 2 * a * b / (a + b) : 0;
}

double Rounded(double value) { return std::round(value * 1e9) / 1e9; }

// Calls visit(value) for each value of both. Both sorted.
template <typename Visit>
void VisitShared(const std::vector<int>& a, const std::vector<int>& b,
                 const Visit& visit) {
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() && y != b.end()) {
    if (*x == *y) {
      visit(*x);
      ++x, ++y;
    } else {
      *x < *y ? ++x : ++y;
    }
  }
}

bool ShareAny(const std::vector<int>& a, const std::vector<int>& b) {
  bool any = false;
  VisitShared(a, b, [&any](int) { any = true; });
  return any;
}

// Weight of a side's words through their best counterparts.
double FoundWeight(const SentenceProfile& side,
                   const std::vector<WordMatch>& matches,
                   const std::vector<double>& of_columns) {
  double found = 0;
  for (const WordMatch& m : matches) {
    const int word = side.words[static_cast<std::size_t>(m.place)];
    found += of_columns[static_cast<std::size_t>(word)] *
             (m.shared ? 1.0f : m.best);
  }
  return found;
}

}  // namespace

double WeightOf(const SentenceProfile& sentence,
                const std::vector<double>& of_columns) {
  double weight = 0;
  for (const std::vector<int>* columns : {&sentence.words, &sentence.anchors}) {
    for (const int column : *columns) {
      weight += of_columns[static_cast<std::size_t>(column)];
    }
  }
  return weight;
}

PairComparer::PairComparer(const PairSpace* space, const PairFeatureSet& asked)
    : space_(*space),
      asked_(asked),
      matcher_(&space->ties(), &space->weights()),
      is_taken_(static_cast<std::size_t>(space->bigrams()), false),
      totals_(std::min(static_cast<std::size_t>(space->sentences()),
                       kMostTotals)) {}

void PairComparer::Take(const SentenceProfile& here) {
  for (const int id : taken_) is_taken_[static_cast<std::size_t>(id)] = false;
  taken_.clear();
  for (const Bigram& b : here.bigrams) {
    taken_.push_back(b.id);
    is_taken_[static_cast<std::size_t>(b.id)] = true;
  }
  here_ = &here;
  matcher_.Take(here.words);
}

PairComparer::Shared PairComparer::FindShared() const {
  Shared shared;
  for (const WordMatch& m : matcher_.there()) {
    if (!m.shared) continue;
    shared.weight +=
        space_.weight(there_->words[static_cast<std::size_t>(m.place)]);
    ++shared.words;
  }
  return shared;
}

double PairComparer::SharedBigramWeight() const {
  double shared = 0;
  for (const Bigram& b : there_->bigrams) {
    if (is_taken_[static_cast<std::size_t>(b.id)]) shared += b.weight;
  }
  return shared;
}

// Words that find nothing add nothing.
PairComparer::Found PairComparer::Find(
    const SentenceProfile& side, const std::vector<WordMatch>& matches) const {
  Found found;
  for (const WordMatch& m : matches) {
    if (m.shared) continue;
    const double weight =
        space_.weight(side.words[static_cast<std::size_t>(m.place)]);
    found.soft += m.spelling;
    found.weight += m.best * weight;
    if (m.opposite && m.best < kSureCounterpart) found.opposite += weight;
  }
  return found;
}

RowSum PairComparer::SumOfRest(const SentenceProfile& side,
                               const std::vector<WordMatch>& matches,
                               Rest* rest) {
  rest->others.clear();
  for (const WordMatch& m : matches) {
    if (!m.shared && m.best < kCounterpart) continue;
    rest->others.push_back(side.words[static_cast<std::size_t>(m.place)]);
  }
  const auto number = static_cast<std::size_t>(side.number);
  if (side.words.size() > 2 * rest->others.size() + 1 &&
      side.words.size() <= kMostAdded && number < totals_.size()) {
    std::vector<std::int32_t>& total = totals_[number];
    if (total.empty()) total = space_.vectors().Sum(side.words);
    return {.rows = rest->others, .without_from = total.data()};
  }
  rest->words.clear();
  std::set_difference(side.words.begin(), side.words.end(),
                      rest->others.begin(), rest->others.end(),
                      std::back_inserter(rest->words));
  if (rest->words.size() > kMostAdded) rest->words.resize(kMostAdded);
  return {.rows = rest->words};
}

double PairComparer::RestCosine() {
  if (space_.vectors().dimensions() == 0) return 0;
  const RowSum here = SumOfRest(*here_, matcher_.here(), &here_rest_);
  const RowSum there = SumOfRest(*there_, matcher_.there(), &there_rest_);
  return Cosine(space_.vectors().CompareSums(here, there));
}

void PairComparer::CompareWeights(double shared, PairFeatures* f) const {
  const double lesser = std::min(here_->weight, there_->weight);
  const double greater = std::max(here_->weight, there_->weight);
  const auto set = [&](PairFeature feature, const auto& value) {
    if (asked_.Has(feature)) (*f)[feature] = value();
  };
  set(PairFeature::kCosine,
      [&] { return Cosine(shared, here_->weight, there_->weight); });
  set(PairFeature::kWeightRatio,
      [&] { return greater > 0 ? lesser / greater : 1.0; });
  set(PairFeature::kBigramCosine, [&] {
    return Cosine(SharedBigramWeight(), here_->bigram_weight,
                  there_->bigram_weight);
  });
  set(PairFeature::kSharedWeight, [&] { return std::log1p(shared); });
  set(PairFeature::kUnsharedWeight, [&] {
    return std::log1p(std::max(0.0, lesser + greater - 2 * shared));
  });
  set(PairFeature::kLesserWeight, [&] { return std::log1p(lesser); });
  set(PairFeature::kLength, [&] {
    return std::log1p(static_cast<double>(here_->words.size() +
                                          there_->words.size()));
  });
}

void PairComparer::CompareNumbers(PairFeatures* f) const {
  const bool here = !here_->numbers.empty(), there = !there_->numbers.empty();
  const bool shared = ShareAny(here_->numbers, there_->numbers);
  (*f)[PairFeature::kNumberShared] = shared ? 1 : 0;
  (*f)[PairFeature::kNumberConflict] = !shared && here && there ? 1 : 0;
  (*f)[PairFeature::kNumberOneSided] = here != there ? 1 : 0;
}

PairFeatures PairComparer::Compare(const SentenceProfile& there) {
  there_ = &there;
  matcher_.Match(there.words);
  const Found of_here = Find(*here_, matcher_.here());
  const Found of_there = Find(there, matcher_.there());
  const Shared both = FindShared();
  const double shared = both.weight;
  const double soft = shared + 0.5 * (of_here.soft + of_there.soft);
  const auto share = [shared](const Found& found, double all) {
    return all > 0 ? (shared + found.weight) / all : 0;
  };

  PairFeatures f;
  CompareWeights(shared, &f);
  CompareNumbers(&f);
  f[PairFeature::kSoftCosine] = Cosine(soft, here_->weight, there.weight);
  f[PairFeature::kPlainCosine] =
      Cosine(both.words, static_cast<double>(here_->words.size()),
             static_cast<double>(there.words.size()));
  f[PairFeature::kWordMatch] = HarmonicMean(share(of_here, here_->weight),
                                            share(of_there, there.weight));
  f[PairFeature::kOpposites] = of_here.opposite + of_there.opposite;
  if (asked_.Has(PairFeature::kVectorCosine)) {
    f[PairFeature::kVectorCosine] = VectorCosine(*here_, there);
  }
  if (asked_.Has(PairFeature::kRestCosine)) {
    f[PairFeature::kRestCosine] = RestCosine();
  }
  // Sums come in the order of columns, which depends on the side that was
  // added first: it must not show in the last bits.
  for (std::size_t i = 0; i < kPairFeatureCount; ++i) {
    const auto feature = static_cast<PairFeature>(i);
    if (asked_.Has(feature)) f[feature] = Rounded(f[feature]);
  }
  return f;
}

LocalMatch PairComparer::MatchLocally(const LocalWeights& weights) const {
  const std::vector<double>& of_columns = weights.of_columns;
  double here = FoundWeight(*here_, matcher_.here(), of_columns);
  double there = FoundWeight(*there_, matcher_.there(), of_columns);
  VisitShared(here_->anchors, there_->anchors, [&](int anchor) {
    here += of_columns[static_cast<std::size_t>(anchor)];
    there += of_columns[static_cast<std::size_t>(anchor)];
  });
  const auto share = [&](const SentenceProfile& side, double found) {
    const double all =
        weights.of_sentences[static_cast<std::size_t>(side.number)];
    return all > 0 ? Rounded(found / all) : 0;
  };
  LocalMatch m{share(*here_, here), share(*there_, there), 0};
  for (const WordMatch& match : matcher_.there()) {
    if (!match.shared) continue;
    const int word = there_->words[static_cast<std::size_t>(match.place)];
    m.shared += of_columns[static_cast<std::size_t>(word)];
  }
  return m;
}

}  // namespace rashomon
