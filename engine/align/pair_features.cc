#include "engine/align/pair_features.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <iterator>
#include <tuple>

#include "engine/align/patronymic.h"
#include "engine/base/strings.h"
#include "engine/claims/transliteration.h"
#include "engine/text/number_key.h"

namespace rashomon {
namespace {

// A word whose best counterpart is less like it than this has none.
constexpr float kCounterpart = 0.5f;
// One that is so much like it is no chance that an antonym could spoil.
constexpr float kSureCounterpart = 0.85f;

// Weighted vectors are added up as whole numbers of 1 / kFixedPoint, so that no
// order of adding shows. No weight is over 30 and no number of a vector over 1:
// as many as kMostAdded fit into 31 bits. Sentences never have more.
constexpr double kFixedPoint = 1 << 15;
constexpr int kMostAdded = 2000;

template <typename T>
void SortUnique(std::vector<T>* list) {
  std::sort(list->begin(), list->end());
  list->erase(std::unique(list->begin(), list->end()), list->end());
}

template <typename T>
std::vector<T> Shared(const std::vector<T>& a, const std::vector<T>& b) {
  std::vector<T> shared;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                        std::back_inserter(shared));
  return shared;
}

std::vector<int> Without(const std::vector<int>& a, const std::vector<int>& b) {
  std::vector<int> rest;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(),
                      std::back_inserter(rest));
  return rest;
}

// shared / root(a b); 0 where a side is empty.
double Cosine(double shared, double a, double b) {
  return a > 0 && b > 0 ? std::min(1.0, shared / std::sqrt(a * b)) : 0.0;
}

// 0 where a side is zero, or there are no vectors.
template <typename Vector>
double CosineOf(const Vector& a, const Vector& b) {
  const double norms = static_cast<double>(a.norm()) * b.norm();
  if (a.size() != b.size() || norms < 1e-12) return 0;
  return std::clamp(static_cast<double>(a.dot(b)) / norms, -1.0, 1.0);
}

double Rounded(double value) { return std::round(value * 1e9) / 1e9; }

// The sentence as it is counted: without spare patronymics; across scripts, names
// by their stem in Latin letters, and numbers by what they say. New texts go
// into `texts`.
std::vector<Word> AsCounted(const std::vector<Word>& sentence,
                            const NamesAcrossScripts& names,
                            std::deque<std::string>* texts) {
  std::vector<Word> counted;
  counted.reserve(sentence.size());
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (IsSparePatronymic(sentence, i)) continue;
    counted.push_back(sentence[i]);
  }
  if (!names.mixed()) return counted;
  JoinNumberGroups(&counted, texts);
  for (Word& word : counted) {
    word.stem = texts->emplace_back(names.StemOf(word));
  }
  return counted;
}

// Across scripts, Cyrillic stems are spelt as they sound: "президент" is much
// like "president".
SpellingNeighbors SpellingOf(const std::vector<std::string_view>& stems,
                             bool across_scripts) {
  if (!across_scripts) return SpellingNeighbors(stems);
  std::vector<std::string> latin;
  latin.reserve(stems.size());
  for (const std::string_view stem : stems) latin.push_back(Transliterate(stem));
  return SpellingNeighbors({latin.begin(), latin.end()});
}

bool HasSparePatronymic(const std::vector<Word>& sentence) {
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (IsSparePatronymic(sentence, i)) return true;
  }
  return false;
}

}  // namespace

std::string_view Name(PairFeature feature) {
  constexpr std::array<std::string_view, kPairFeatureCount> kNames = {
      "cosine",        "soft_cosine",     "plain_cosine",
      "bigram_cosine", "shared_weight",   "unshared_weight",
      "lesser_weight", "weight_ratio",    "number_shared",
      "number_conflict", "number_one_sided", "vector_cosine",
      "word_match",    "rest_cosine",     "opposites",
      "length"};
  const auto i = static_cast<std::size_t>(feature);
  return i < kNames.size() ? kNames[i] : std::string_view();
}

// Most sentences are counted as they stand, and are not copied.
SentenceProfile PairSpace::Add(const std::vector<Word>& sentence,
                               const std::vector<std::string>& anchors) {
  if (!mixes_scripts() && !HasSparePatronymic(sentence)) {
    return AddAsCounted(sentence, anchors);
  }
  std::deque<std::string> texts;
  return AddAsCounted(AsCounted(sentence, names_across_scripts_, &texts),
                      anchors);
}

SentenceProfile PairSpace::AddAsCounted(
    const std::vector<Word>& sentence,
    const std::vector<std::string>& anchors) {
  SentenceProfile profile;
  profile.bag = words_.Add(sentence);
  for (const BagEntry& entry : profile.bag) {
    profile.words.push_back(entry.column);
    profile.weight += weight(entry.column);
  }
  int last = -1;
  for (const Word& word : sentence) {
    if (word.kind == WordKind::kPunctuation || word.stem.empty()) continue;
    const int column = words_.ColumnOf(word.stem);
    if (last >= 0) profile.bigrams.push_back({last, column});
    if (word.kind == WordKind::kNumber) {
      profile.numbers.push_back(NumberKey(word.normal));
    }
    last = column;
  }
  // No stem starts with a control character: anchors keep to themselves.
  for (const std::string& anchor : anchors) {
    profile.anchors.push_back(words_.ColumnOf(StrCat("\x01", anchor)));
  }
  SortUnique(&profile.anchors);
  SortUnique(&profile.bigrams);
  SortUnique(&profile.numbers);
  for (const auto& [a, b] : profile.bigrams) {
    profile.bigram_weight += 0.5 * (weight(a) + weight(b));
  }
  if (model_->vectors() != nullptr) profile.vector = VectorOf(sentence);
  return profile;
}

// A word in both cases counts as the more frequent one. Of forms with one stem
// the most frequent in the table is looked up: rows stand by falling frequency.
void PairSpace::NoteKey(int column, const Word& word, WordCase word_case) {
  const auto at = static_cast<std::size_t>(column);
  if (at >= keys_.size()) keys_.resize(at + 1);
  std::optional<VectorKey>& noted = keys_[at];
  const bool first = !noted;
  if (first) noted.emplace(VectorKey{word_case, {}});
  if (noted->word_case != word_case) noted->word_case = WordCase::kEither;
  const WordVectors& vectors = *model_->vectors();
  if (vectors.key_form() == WordVectors::KeyForm::kStem) return;
  const auto order = [&vectors](std::string_view normal) {
    return std::tuple(vectors.Find(normal, WordCase::kEither), normal.size(),
                      normal);
  };
  if (first || order(word.normal) < order(noted->normal)) {
    noted->normal = word.normal;
  }
}

// The weighted sum of the words' vectors. Notes how each column is looked up.
Eigen::VectorXf PairSpace::VectorOf(const std::vector<Word>& sentence) {
  const WordVectors& vectors = *model_->vectors();
  Eigen::VectorXf sum = Eigen::VectorXf::Zero(vectors.dimensions());
  CaseReader cases(sentence);
  for (const Word& word : sentence) {
    const WordCase word_case = cases.Next(word);
    if (word.kind != WordKind::kWord || word.stem.empty()) continue;
    const int column = words_.ColumnOf(word.stem);
    NoteKey(column, word, word_case);
    const std::string_view key =
        vectors.key_form() == WordVectors::KeyForm::kStem
            ? std::string_view(word.stem)
            : std::string_view(word.normal);
    const std::uint32_t id = vectors.Find(key, word_case);
    if (id == WordVectors::kUnknown) {
      sum += vectors.unseen_weight() *
             static_cast<float>(weight(column)) *
             vectors.VectorOfUnknown(key, word_case);
      continue;
    }
    const WordRow row = vectors.row(id);
    const float factor = row.scale * vectors.weight(id);
    for (Eigen::Index i = 0; i < sum.size(); ++i) {
      sum[i] += factor * static_cast<float>(row.values[i]);
    }
  }
  return sum;
}

void PairSpace::Finish() {
  std::vector<std::string_view> stems;
  stems.reserve(static_cast<std::size_t>(columns()));
  for (int i = 0; i < columns(); ++i) stems.push_back(words_.stem(i));
  spelling_.emplace(SpellingOf(stems, mixes_scripts()));
  RowMatrix vectors;  // of columns; zeros for what is no word
  if (const WordVectors* table = model_->vectors()) {
    vectors = RowMatrix::Zero(columns(), table->dimensions());
    fixed_.resize(columns(), table->dimensions());
    keys_.resize(stems.size());
    for (std::size_t i = 0; i < stems.size(); ++i) {
      if (!keys_[i]) continue;
      const std::string_view key =
          keys_[i]->normal.empty() ? stems[i] : keys_[i]->normal;
      vectors.row(static_cast<Eigen::Index>(i)) =
          table->VectorOf(key, keys_[i]->word_case).transpose();
    }
    for (int i = 0; i < columns(); ++i) {
      const auto scale = static_cast<float>(kFixedPoint * weight(i));
      fixed_.row(i) = (vectors.row(i) * scale).array().round()
                          .cast<std::int32_t>();
    }
  }
  neighbors_.emplace(stems, *spelling_, vectors);
}

// What the words of one side alone weigh through the nearest spelling among
// those of the other side alone.
double PairSpace::SoftWeight(const std::vector<int>& only_here,
                             const std::vector<int>& only_there) const {
  double sum = 0;
  for (const int word : only_here) {
    double best = 0;
    for (const SpellingNeighbor& n : spelling_->of(word)) {
      if (!std::binary_search(only_there.begin(), only_there.end(), n.stem)) {
        continue;
      }
      best = std::max(best,
                      n.similarity * std::min(weight(word), weight(n.stem)));
    }
    sum += best;
  }
  return sum;
}

float PairSpace::BestCounterpart(int word,
                                 const std::vector<int>& there) const {
  float best = 0;
  for (const WordNeighbor& n : neighbors_->of(word)) {
    if (n.similarity > best &&
        std::binary_search(there.begin(), there.end(), n.word)) {
      best = n.similarity;
    }
  }
  return best;
}

Bag PairSpace::BagWithAnchors(const SentenceProfile& profile) const {
  Bag bag;
  double weights = 0;
  for (const std::vector<int>* columns : {&profile.words, &profile.anchors}) {
    for (const int column : *columns) {
      weights += weight(column);
      bag.push_back({column, static_cast<float>(std::sqrt(weight(column)))});
    }
  }
  const auto norm = static_cast<float>(std::sqrt(weights));
  for (BagEntry& entry : bag) entry.weight /= norm;
  std::sort(bag.begin(), bag.end(), [](const BagEntry& a, const BagEntry& b) {
    return a.column < b.column;
  });
  return bag;
}

double PairSpace::ShareFound(const SentenceProfile& here,
                             const SentenceProfile& there,
                             const std::vector<double>& weights) const {
  double found = 0, all = 0;
  for (const int word : here.words) {
    const double weight = weights[static_cast<std::size_t>(word)];
    all += weight;
    const bool same =
        std::binary_search(there.words.begin(), there.words.end(), word);
    found += weight * (same ? 1.0f : BestCounterpart(word, there.words));
  }
  for (const int anchor : here.anchors) {
    const double weight = weights[static_cast<std::size_t>(anchor)];
    all += weight;
    found += std::binary_search(there.anchors.begin(), there.anchors.end(),
                                anchor)
                 ? weight
                 : 0;
  }
  return all > 0 ? Rounded(found / all) : 0;
}

PairSpace::Matches PairSpace::MatchWords(const std::vector<int>& only_here,
                                         const std::vector<int>& there) const {
  Matches m;
  m.rest = FixedVector::Zero(fixed_.cols());
  int added = 0;
  const auto stands_there = [&](int word) {
    return std::binary_search(there.begin(), there.end(), word);
  };
  for (const int word : only_here) {
    const float best = BestCounterpart(word, there);
    m.weight += best * weight(word);
    if (best < kCounterpart && fixed_.cols() > 0 && added++ < kMostAdded) {
      m.rest += fixed_.row(word).transpose();
    }
    const std::vector<int>& opposites = neighbors_->opposites(word);
    if (best < kSureCounterpart &&
        std::any_of(opposites.begin(), opposites.end(), stands_there)) {
      m.opposite += weight(word);
    }
  }
  return m;
}

void PairSpace::CompareByMeaning(const SentenceProfile& left,
                                 const SentenceProfile& right, double shared,
                                 PairFeatures* f) const {
  const Matches l = MatchWords(Without(left.words, right.words), right.words);
  const Matches r = MatchWords(Without(right.words, left.words), left.words);
  const double of_left =
      left.weight > 0 ? (shared + l.weight) / left.weight : 0;
  const double of_right =
      right.weight > 0 ? (shared + r.weight) / right.weight : 0;
  (*f)[PairFeature::kWordMatch] =
      of_left + of_right > 0 ? 2 * of_left * of_right / (of_left + of_right)
                             : 0;
  (*f)[PairFeature::kVectorCosine] = CosineOf(left.vector, right.vector);
  (*f)[PairFeature::kRestCosine] =
      CosineOf(l.rest.cast<double>().eval(), r.rest.cast<double>().eval());
  (*f)[PairFeature::kOpposites] = l.opposite + r.opposite;
}

PairFeatures PairSpace::Compare(const SentenceProfile& left,
                                const SentenceProfile& right) const {
  double shared = 0;
  const std::vector<int> shared_words = Shared(left.words, right.words);
  for (const int word : shared_words) shared += weight(word);
  double soft = shared;
  if (spelling_) {
    const std::vector<int> only_left = Without(left.words, right.words);
    const std::vector<int> only_right = Without(right.words, left.words);
    soft += 0.5 * (SoftWeight(only_left, only_right) +
                   SoftWeight(only_right, only_left));
  }
  double bigrams = 0;
  for (const auto& [a, b] : Shared(left.bigrams, right.bigrams)) {
    bigrams += 0.5 * (weight(a) + weight(b));
  }
  const bool numbers = !Shared(left.numbers, right.numbers).empty();
  const double lesser = std::min(left.weight, right.weight);
  const double greater = std::max(left.weight, right.weight);

  PairFeatures f;
  f[PairFeature::kCosine] = Cosine(shared, left.weight, right.weight);
  f[PairFeature::kSoftCosine] = Cosine(soft, left.weight, right.weight);
  f[PairFeature::kPlainCosine] =
      Cosine(static_cast<double>(shared_words.size()),
             static_cast<double>(left.words.size()),
             static_cast<double>(right.words.size()));
  f[PairFeature::kBigramCosine] =
      Cosine(bigrams, left.bigram_weight, right.bigram_weight);
  f[PairFeature::kSharedWeight] = std::log1p(shared);
  f[PairFeature::kUnsharedWeight] =
      std::log1p(std::max(0.0, lesser + greater - 2 * shared));
  f[PairFeature::kLesserWeight] = std::log1p(lesser);
  f[PairFeature::kWeightRatio] = greater > 0 ? lesser / greater : 1.0;
  f[PairFeature::kNumberShared] = numbers ? 1 : 0;
  f[PairFeature::kNumberConflict] =
      !numbers && !left.numbers.empty() && !right.numbers.empty() ? 1 : 0;
  f[PairFeature::kNumberOneSided] =
      left.numbers.empty() != right.numbers.empty() ? 1 : 0;
  f[PairFeature::kLength] = std::log1p(
      static_cast<double>(left.words.size() + right.words.size()));
  if (neighbors_) CompareByMeaning(left, right, shared, &f);
  // Sums come in the order of columns, which depends on the side that was
  // added first: it must not show in the last bits.
  for (std::size_t i = 0; i < kPairFeatureCount; ++i) {
    double& value = f[static_cast<PairFeature>(i)];
    value = Rounded(value);
  }
  return f;
}

}  // namespace rashomon
