#include "engine/contrast/spoken_words.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace rashomon {
namespace {

// Share of the lighter one's weight that two tellings of one utterance have in
// common, in order. Chosen by reading quotations of data/divergences: other
// translations have 0.4 to 0.7, other utterances of one speaker below 0.3.
constexpr double kSameUtterance = 0.45;

// Tellings that start with as many words alike are one utterance, whatever
// follows.
constexpr std::size_t kSameStart = 5;
// A telling stands within so many times its own words.
constexpr std::size_t kLongestStretch = 2;

// British endings of stems and their American ones.
constexpr std::string_view kSpellings[][2] = {
    {"our", "or"}, {"is", "iz"}, {"tre", "ter"}, {"enc", "ens"}};

std::string SpellingKey(std::string_view stem) {
  for (const auto& [british, american] : kSpellings) {
    if (!stem.ends_with(british)) continue;
    std::string key(stem.substr(0, stem.size() - british.size()));
    key += american;
    return key;
  }
  return std::string(stem);
}

// The weight that `a` has in common with the stretch of the longer `b` that has
// most of it: words strewn over a long utterance are no telling of a short one.
double CommonWeightInStretch(const std::vector<SpokenWord>& a,
                             const std::vector<SpokenWord>& b) {
  const std::size_t size = kLongestStretch * a.size();
  if (b.size() <= size) return CommonWeight(a, b);
  double most = 0;
  const std::size_t step = std::max<std::size_t>(1, a.size() / 2);
  for (std::size_t first = 0; first + step < b.size(); first += step) {
    const auto begin = b.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end =
        b.begin() + static_cast<std::ptrdiff_t>(std::min(b.size(), first + size));
    most = std::max(most, CommonWeight(a, {begin, end}));
  }
  return most;
}

bool StartAlike(const std::vector<SpokenWord>& a,
                const std::vector<SpokenWord>& b) {
  if (a.size() < kSameStart || b.size() < kSameStart) return false;
  for (std::size_t i = 0; i < kSameStart; ++i) {
    if (a[i].key != b[i].key) return false;
  }
  return true;
}

}  // namespace

std::vector<SpokenWord> SpokenWordsOf(const ReportIndex& report, int sentence,
                                      WordRange range) {
  constexpr std::string_view kNot = "n't";
  std::vector<SpokenWord> spoken;
  bool inserted = false;  // by the editor, between square brackets
  for (std::size_t i = range.first; i < range.last; ++i) {
    const Word& word = report.words(sentence)[i];
    if (word.normal == "[") inserted = true;
    if (word.normal == "]") inserted = false;
    if (inserted || word.kind == WordKind::kPunctuation) continue;
    if (word.normal.ends_with(kNot)) {
      const std::size_t size = word.normal.size() - kNot.size();
      spoken.push_back({std::string(word.normal.substr(0, size)), 1});
      spoken.push_back({"not", 1});
      continue;
    }
    spoken.push_back({SpellingKey(word.stem), 1 + report.Rarity(word) / 4});
  }
  return spoken;
}

double WeightOf(const std::vector<SpokenWord>& words) {
  double sum = 0;
  for (const SpokenWord& word : words) sum += word.weight;
  return sum;
}

double CommonWeight(const std::vector<SpokenWord>& a,
                    const std::vector<SpokenWord>& b) {
  std::vector<double> row(b.size() + 1, 0.0);
  for (const SpokenWord& x : a) {
    double diagonal = 0;
    for (std::size_t k = 1; k < row.size(); ++k) {
      const double above = row[k];
      const SpokenWord& y = b[k - 1];
      row[k] = x.key == y.key ? diagonal + std::min(x.weight, y.weight)
                              : std::max(row[k], row[k - 1]);
      diagonal = above;
    }
  }
  return row.back();
}

std::optional<SharedUtterance> OneUtterance(const std::vector<SpokenWord>& a,
                                            double weight_a,
                                            const std::vector<SpokenWord>& b,
                                            double weight_b) {
  const double lighter = std::min(weight_a, weight_b);
  if (lighter < kLeastSpoken) return std::nullopt;
  const double common = a.size() < b.size() ? CommonWeightInStretch(a, b)
                                            : CommonWeightInStretch(b, a);
  const bool one = common / lighter >= kSameUtterance || StartAlike(a, b);
  if (common < kLeastSpoken || !one) return std::nullopt;
  return SharedUtterance{common, std::min(1.0, common / lighter)};
}

}  // namespace rashomon
