#include "engine/contrast/spoken_words.h"

#include <algorithm>
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

std::string SpellingKey(std::string_view stem) {
  for (const auto& [british, american] : kSpellings) {
    if (!stem.ends_with(british)) continue;
    std::string key(stem.substr(0, stem.size() - british.size()));
    key += american;
    return key;
  }
  return std::string(stem);
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
    if (other.Holds(word)) sum += word.weight;
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
  for (const auto& [ending, whole] : kEndings) {
    if (word.normal.ends_with(ending) && word.normal.size() > ending.size()) {
      return Contraction{
          word.normal.substr(0, word.normal.size() - ending.size()), whole};
    }
  }
  for (const std::string_view pronoun : kHaveIs) {
    if (word.normal.ends_with("'s") &&
        word.normal.size() == pronoun.size() + 2 &&
        word.normal.starts_with(pronoun)) {
      return Contraction{pronoun, "is"};
    }
  }
  return std::nullopt;
}

double SpokenWeight(double rarity) { return 1 + rarity / 4; }

std::uint64_t BitOf(const SpokenWord& word) {
  return std::uint64_t{1} << (word.hash & 63);
}

}  // namespace

SpokenWord::SpokenWord(std::string key, double weight)
    : key(std::move(key)), hash(StringHash()(this->key)), weight(weight) {}

std::vector<SpokenWord> SpokenWordsOf(const ReportIndex& report, int sentence,
                                      WordRange range) {
  std::vector<SpokenWord> spoken;
  spoken.reserve(range.last - range.first);
  const auto add_unknown = [&](std::string_view part) {
    Word whole;
    whole.stem = part;
    spoken.push_back({SpellingKey(part), SpokenWeight(report.Rarity(whole))});
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
    spoken.push_back({SpellingKey(word.stem),
                      SpokenWeight(report.Rarity(sentence, i))});
  }
  return spoken;
}

SpokenText::SpokenText(std::vector<SpokenWord> words)
    : words_(std::move(words)) {
  hashes_.reserve(words_.size());
  for (const SpokenWord& word : words_) {
    weight_ += word.weight;
    some_bits_ |= BitOf(word);
    hashes_.push_back(word.hash);
  }
  std::sort(hashes_.begin(), hashes_.end());
}

bool SpokenText::Holds(const SpokenWord& word) const {
  if ((some_bits_ & BitOf(word)) == 0 ||
      !std::binary_search(hashes_.begin(), hashes_.end(), word.hash)) {
    return false;
  }
  return std::any_of(words_.begin(), words_.end(),
                     [&](const SpokenWord& w) { return w.IsSameAs(word); });
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
      row[k] = x->IsSameAs(y) ? diagonal + std::min(x->weight, y.weight)
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
