#include "engine/align/pair_features.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "engine/base/strings.h"

namespace rashomon {
namespace {

// A sentence's first word is capitalised anyway: it is a name only where it is
// as rare as names are (SIF weight of a share below 1e-5).
constexpr double kRareAsAName = 0.97;

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

std::string NumberKey(std::string_view normal) {
  std::string key;
  for (const char c : normal) {
    if (c != ',' && c != ' ') key.push_back(c);
  }
  return key;
}

}  // namespace

std::string_view Name(PairFeature feature) {
  constexpr std::array<std::string_view, kPairFeatureCount> kNames = {
      "cosine",         "soft_cosine",     "soft_squared",   "plain_cosine",
      "bigram_cosine",  "shared_weight",   "unshared_weight",
      "lesser_weight",  "weight_ratio",    "name_cosine",    "shared_names",
      "number_shared",  "number_conflict", "number_one_sided"};
  const auto i = static_cast<std::size_t>(feature);
  return i < kNames.size() ? kNames[i] : std::string_view();
}

SentenceProfile PairSpace::Add(const std::vector<Word>& sentence,
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
    } else if (word.capitalized &&
               (last >= 0 || weight(column) > kRareAsAName)) {
      profile.names.push_back(column);
    }
    last = column;
  }
  // No stem starts with a control character: anchors keep to themselves.
  for (const std::string& anchor : anchors) {
    profile.names.push_back(words_.ColumnOf(StrCat("\x01", anchor)));
  }
  SortUnique(&profile.bigrams);
  SortUnique(&profile.names);
  SortUnique(&profile.numbers);
  for (const auto& [a, b] : profile.bigrams) {
    profile.bigram_weight += 0.5 * (weight(a) + weight(b));
  }
  for (const int name : profile.names) profile.name_weight += weight(name);
  return profile;
}

void PairSpace::Finish() {
  std::vector<std::string_view> stems;
  stems.reserve(static_cast<std::size_t>(columns()));
  for (int i = 0; i < columns(); ++i) stems.push_back(words_.stem(i));
  neighbors_.emplace(stems);
}

// What the words of one side alone weigh through the nearest spelling among
// those of the other side alone.
double PairSpace::SoftWeight(const std::vector<int>& only_here,
                             const std::vector<int>& only_there) const {
  double sum = 0;
  for (const int word : only_here) {
    double best = 0;
    for (const SpellingNeighbor& n : neighbors_->of(word)) {
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

PairFeatures PairSpace::Compare(const SentenceProfile& left,
                                const SentenceProfile& right) const {
  double shared = 0;
  const std::vector<int> shared_words = Shared(left.words, right.words);
  for (const int word : shared_words) shared += weight(word);
  double soft = shared;
  if (neighbors_) {
    const std::vector<int> only_left = Without(left.words, right.words);
    const std::vector<int> only_right = Without(right.words, left.words);
    soft += 0.5 * (SoftWeight(only_left, only_right) +
                   SoftWeight(only_right, only_left));
  }
  double bigrams = 0;
  for (const auto& [a, b] : Shared(left.bigrams, right.bigrams)) {
    bigrams += 0.5 * (weight(a) + weight(b));
  }
  double names = 0;
  for (const int name : Shared(left.names, right.names)) names += weight(name);
  const bool numbers = !Shared(left.numbers, right.numbers).empty();
  const double lesser = std::min(left.weight, right.weight);
  const double greater = std::max(left.weight, right.weight);

  PairFeatures f;
  f[PairFeature::kCosine] = Cosine(shared, left.weight, right.weight);
  f[PairFeature::kSoftCosine] = Cosine(soft, left.weight, right.weight);
  f[PairFeature::kSoftSquared] =
      f[PairFeature::kSoftCosine] * f[PairFeature::kSoftCosine];
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
  f[PairFeature::kNameCosine] =
      Cosine(names, left.name_weight, right.name_weight);
  f[PairFeature::kSharedNames] = std::log1p(names);
  f[PairFeature::kNumberShared] = numbers ? 1 : 0;
  f[PairFeature::kNumberConflict] =
      !numbers && !left.numbers.empty() && !right.numbers.empty() ? 1 : 0;
  f[PairFeature::kNumberOneSided] =
      left.numbers.empty() != right.numbers.empty() ? 1 : 0;
  return f;
}

}  // namespace rashomon
