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
    spoken.push_back({SpellingKey(word.stem), 1 + report.Rarity(sentence, i) / 4});
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
  const double common = CommonWeight(a, b);
  if (common < kLeastSpoken || common / lighter < kSameUtterance) {
    return std::nullopt;
  }
  return SharedUtterance{common, std::min(1.0, common / lighter)};
}

}  // namespace rashomon
