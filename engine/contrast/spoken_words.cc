#include "engine/contrast/spoken_words.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/base/strings.h"

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

// The stem as Americans spell it, where others spell it otherwise.
std::optional<std::string> AmericanStem(std::string_view stem) {
  for (const auto& [british, american] : kSpellings) {
    if (!stem.ends_with(british)) continue;
    std::string key(stem.substr(0, stem.size() - british.size()));
    key += american;
    return key;
  }
  return std::nullopt;
}

std::size_t HashOfKey(std::string_view stem) {
  const std::optional<std::string> american = AmericanStem(stem);
  return StringHash()(american ? *american : stem);
}

// Those of `text` that `other` holds, in order.
std::vector<const SpokenWord*> WordsThatStandIn(const SpokenText& other,
                                                const SpokenText& text) {
  std::vector<const SpokenWord*> shared;
  shared.reserve(text.words().size());
  for (const SpokenWord& word : text.words()) {
    if (other.Holds(word)) shared.push_back(&word);
  }
  return shared;
}

// Those of all words of `text` that `other` holds: no common subsequence is
// heavier.
double MostInCommon(const SpokenText& other, const SpokenText& text) {
  double sum = 0;
  for (const SpokenWord& word : text.words()) {
    if (other.Holds(word)) sum += word.weight();
  }
  constexpr double kRounding = 1 + 1e-9;
  return sum * kRounding;
}

// The weight that `a` has in common with the stretch of the longer `b` that has
// most of it: words strewn over a long utterance are no telling of a short one.
double CommonWeightInStretch(const SpokenText& a, const SpokenText& b) {
  const std::vector<SpokenWord>& words = b.words();
  const std::size_t size = kLongestStretch * a.words().size();
  if (words.size() <= size) return CommonWeight(a, b);
  double most = 0;
  const std::size_t step = std::max<std::size_t>(1, a.words().size() / 2);
  for (std::size_t first = 0; first + step < words.size(); first += step) {
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = words.begin() + static_cast<std::ptrdiff_t>(
                                         std::min(words.size(), first + size));
    most = std::max(
        most, CommonWeight(a, SpokenText(std::vector<SpokenWord>(begin, end))));
  }
  return most;
}

bool StartAlike(const SpokenText& a, const SpokenText& b) {
  if (a.words().size() < kSameStart || b.words().size() < kSameStart) {
    return false;
  }
  return std::equal(a.words().begin(), a.words().begin() + kSameStart,
                    b.words().begin(),
                    [](const SpokenWord& x, const SpokenWord& y) {
                      return x.IsSameAs(y);
                    });
}

// Two words written as one.
struct Contraction {
  std::string_view first;
  std::string_view second;
};

std::optional<Contraction> ContractionIn(const Word& word) {
  static constexpr std::string_view kEndings[][2] = {
      {"n't", "not"},  {"'m", "am"},   {"'re", "are"},
      {"'ve", "have"}, {"'ll", "will"}, {"'d", "would"}};
  // 's is a possessive elsewhere.
  static constexpr std::string_view kHaveIs[] = {
      "that", "it", "he", "she", "what", "there", "here", "who", "where"};
  const std::string_view normal = word.normal;
  const std::size_t size = normal.size();
  // All have a mark before the last letter or the last but one.
  if (size < 3 || (normal[size - 2] != '\'' && normal[size - 3] != '\'')) {
    return std::nullopt;
  }
  for (const auto& [ending, whole] : kEndings) {
    if (normal.ends_with(ending) && size > ending.size()) {
      return Contraction{normal.substr(0, size - ending.size()), whole};
    }
  }
  for (const std::string_view pronoun : kHaveIs) {
    if (normal.ends_with("'s") && size == pronoun.size() + 2 &&
        normal.starts_with(pronoun)) {
      return Contraction{pronoun, "is"};
    }
  }
  return std::nullopt;
}

double SpokenWeight(double rarity) { return 1 + rarity / 4; }

}  // namespace

SpokenWord::SpokenWord(std::string_view stem, double weight)
    : stem_(stem), hash_(HashOfKey(stem)), weight_(weight) {}

std::string SpokenWord::Key() const {
  return AmericanStem(stem_).value_or(std::string(stem_));
}

std::vector<SpokenWord> SpokenWordsOf(const ReportIndex& report, int sentence,
                                      WordRange range) {
  std::vector<SpokenWord> spoken;
  spoken.reserve(range.last - range.first);
  const auto add_unknown = [&](std::string_view part) {
    Word whole;
    whole.stem = part;
    spoken.push_back({part, SpokenWeight(report.Rarity(whole))});
  };
  bool inserted = false;  // by the editor, between square brackets
  for (std::size_t i = range.first; i < range.last; ++i) {
    const Word& word = report.words(sentence)[i];
    if (word.normal == "[") inserted = true;
    if (word.normal == "]") inserted = false;
    if (inserted) continue;
    if (word.normal == "%") add_unknown("percent");
    if (word.kind == WordKind::kPunctuation) continue;
    if (const std::optional<Contraction> both = ContractionIn(word)) {
      add_unknown(both->first);
      add_unknown(both->second);
      continue;
    }
    spoken.push_back({word.stem, SpokenWeight(report.Rarity(sentence, i))});
  }
  return spoken;
}

SpokenText::SpokenText(std::vector<SpokenWord> words)
    : words_(std::move(words)),
      slots_(std::bit_ceil(2 * words_.size() + 1), kFree) {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    weight_ += words_[i].weight();
    int& slot = slots_[SlotOf(words_[i])];
    if (slot == kFree) slot = static_cast<int>(i);
  }
}

std::size_t SpokenText::SlotOf(const SpokenWord& word) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = word.hash() & mask;
  while (slots_[at] != kFree &&
         !words_[static_cast<std::size_t>(slots_[at])].IsSameAs(word)) {
    at = (at + 1) & mask;
  }
  return at;
}

bool SpokenText::Holds(const SpokenWord& word) const {
  return slots_[SlotOf(word)] != kFree;
}

// Words that the other text does not hold change no sum: they are passed over.
double CommonWeight(const SpokenText& a, const SpokenText& b) {
  const std::vector<const SpokenWord*> rows = WordsThatStandIn(b, a);
  if (rows.empty()) return 0;
  const std::vector<const SpokenWord*> columns = WordsThatStandIn(a, b);
  std::vector<double> row(columns.size() + 1, 0.0);
  for (const SpokenWord* x : rows) {
    double diagonal = 0;
    for (std::size_t k = 1; k < row.size(); ++k) {
      const double above = row[k];
      const SpokenWord& y = *columns[k - 1];
      row[k] = x->IsSameAs(y) ? diagonal + std::min(x->weight(), y.weight())
                              : std::max(row[k], row[k - 1]);
      diagonal = above;
    }
  }
  return row.back();
}

std::optional<SharedUtterance> OneUtterance(const SpokenText& a,
                                            const SpokenText& b) {
  const double lighter = std::min(a.weight(), b.weight());
  if (lighter < kLeastSpoken) return std::nullopt;
  const double most = MostInCommon(b, a);
  const bool start = StartAlike(a, b);
  if (most < kLeastSpoken || (!start && most / lighter < kSameUtterance)) {
    return std::nullopt;
  }
  const double common = a.words().size() < b.words().size()
                            ? CommonWeightInStretch(a, b)
                            : CommonWeightInStretch(b, a);
  const bool one = start || common / lighter >= kSameUtterance;
  if (common < kLeastSpoken || !one) return std::nullopt;
  return SharedUtterance{common, std::min(1.0, common / lighter)};
}

}  // namespace rashomon
