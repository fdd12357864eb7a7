#include "engine/claims/time_expression_words.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/base/word_set.h"
#include "engine/claims/number_figure.h"

namespace rashomon {
namespace {

// Larger counts of units are no times.
constexpr int kMaxCount = 3000;
// "the past few weeks" are so many.
constexpr int kFew = 3;

// "XIX" in lower case; 0 where other letters are in it.
int Roman(std::string_view text) {
  int value = 0, last = 0;
  for (auto c = text.rbegin(); c != text.rend(); ++c) {
    const int digit = *c == 'i' ? 1 : *c == 'v' ? 5 : *c == 'x' ? 10 : 0;
    if (digit == 0) return 0;
    value += digit < last ? -digit : digit;
    last = std::max(last, digit);
  }
  return value;
}

}  // namespace

int LeadingNumber(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

void TimeWords::MoveTo(std::size_t i) {
  const PhraseMatches matches = s_.matches.of(ListId::kTimes);
  while (match_ < matches.size() && matches[match_].first < i) ++match_;
  while (next_absolute_ < absolute_.size() &&
         absolute_[next_absolute_].last <= i) {
    ++next_absolute_;
  }
}

const PhraseMatch* TimeWords::At(std::size_t i) const {
  const PhraseMatches matches = s_.matches.of(ListId::kTimes);
  for (std::size_t m = match_; m < matches.size() && matches[m].first <= i;
       ++m) {
    if (matches[m].first == i) return &matches[m];
  }
  return nullptr;
}

bool TimeWords::Is(std::size_t i, std::string_view category) const {
  const PhraseMatch* m = At(i);
  return m != nullptr && m->entry->category == category;
}

TimeUnit TimeWords::UnitAt(std::size_t i) const {
  const PhraseMatch* m = At(i);
  if (m == nullptr || m->entry->category != "unit") return TimeUnit::kNone;
  return TimeUnitNamed(m->entry->note);
}

const TimeReading* TimeWords::DateAt(std::size_t i) const {
  for (std::size_t a = next_absolute_;
       a < absolute_.size() && absolute_[a].first <= i; ++a) {
    if (absolute_[a].first == i) return &absolute_[a];
  }
  return nullptr;
}

const PhraseMatch* TimeWords::NumberAt(std::size_t i) const {
  return s_.matches.Starting(ListId::kNumbers, i);
}

bool TimeWords::MayBegin(std::size_t i) const {
  const Word& word = s_.word(i);
  static constexpr ListSet kBeginnings({ListId::kTimes, ListId::kNumbers});
  if (s_.matches.HasAny(kBeginnings, i) || word.kind == WordKind::kNumber ||
      DateAt(i) != nullptr || IsVagueCount(i)) {
    return true;
  }
  return s_.russian && word.all_caps;
}

bool TimeWords::IsVagueCount(std::size_t i) const {
  static constexpr WordSet kCounts({"a", "an", "few", "several", "несколько"});
  return i < s_.size() && kCounts.Has(s_.word(i).normal);
}

int TimeWords::CountAt(std::size_t i) const {
  if (i >= s_.size()) return 0;
  const Word& word = s_.word(i);
  if (word.kind == WordKind::kNumber) {
    const auto value = FigureValue(word.normal, s_.russian);
    return value && *value >= 1 && *value <= kMaxCount &&
                   *value == std::floor(*value)
               ? static_cast<int>(*value)
               : 0;
  }
  if (IsVagueCount(i)) return s_.Is(i, "a") || s_.Is(i, "an") ? 1 : kFew;
  const PhraseMatch* m = NumberAt(i);
  if (m == nullptr) return 0;
  if (m->entry->category != "cardinal" && m->entry->category != "vague") {
    return 0;
  }
  const double value = LeadingNumber(m->entry->note);
  return value >= 1 ? static_cast<int>(value) : 0;
}

int TimeWords::OrdinalAt(std::size_t i) const {
  if (i >= s_.size()) return 0;
  const Word& word = s_.word(i);
  if (word.kind == WordKind::kNumber) {
    const std::size_t figures = FigureLength(word.normal);
    if (figures == word.normal.size() && !s_.russian) return 0;
    if (figures == 0 || figures > 2) return 0;
    return LeadingNumber(word.normal);
  }
  if (s_.russian && word.all_caps) return Roman(word.normal);
  const PhraseMatch* m = NumberAt(i);
  if (m == nullptr) return 0;
  if (m->entry->category == "ordinal") return LeadingNumber(m->entry->note);
  return s_.Is(i, "third") ? 3 : 0;
}

}  // namespace rashomon
