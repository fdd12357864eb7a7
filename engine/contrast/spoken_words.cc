#include "engine/contrast/spoken_words.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "engine/base/strings.h"

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

// Those of `words` that are among `others`, in order.
std::vector<const SpokenWord*> WordsThatStandIn(
    const std::vector<SpokenWord>& others,
    const std::vector<SpokenWord>& words) {
  std::vector<const SpokenWord*> shared;
  for (const SpokenWord& word : words) {
    if (std::any_of(others.begin(), others.end(), [&](const SpokenWord& o) {
          return word.IsSameAs(o);
        })) {
      shared.push_back(&word);
    }
  }
  return shared;
}

}  // namespace

SpokenWord::SpokenWord(std::string key, double weight)
    : key(std::move(key)), hash(StringHash()(this->key)), weight(weight) {}

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

// Words that no other is the same as change no sum: they are passed over.
double CommonWeight(const std::vector<SpokenWord>& a,
                    const std::vector<SpokenWord>& b) {
  const std::vector<const SpokenWord*> rows = WordsThatStandIn(b, a);
  if (rows.empty()) return 0;
  const std::vector<const SpokenWord*> columns = WordsThatStandIn(a, b);
  std::vector<double> row(columns.size() + 1, 0.0);
  for (const SpokenWord* x : rows) {
    double diagonal = 0;
    for (std::size_t k = 1; k < row.size(); ++k) {
      const double above = row[k];
      const SpokenWord& y = *columns[k - 1];
      row[k] = x->IsSameAs(y) ? diagonal + std::min(x->weight, y.weight)
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
