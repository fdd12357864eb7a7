#include "engine/claims/quantity_trap.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/claims/quantity_noun.h"

namespace rashomon {
namespace {

// Years written without a unit or noun.
constexpr double kFirstYear = 1100, kLastYear = 2199;
// From here on four figures before a noun are a year unless they are round.
constexpr double kFirstNewsYear = 1900;
// A sentence with more capitals than this share is a headline in title case.
constexpr double kTitleCase = 0.6;

bool HasMark(std::string_view normal) {
  return normal.find_first_of(",.") != std::string_view::npos;
}

bool IsTitleCase(const SentenceReading& s) {
  std::size_t words = 0, capitals = 0;
  for (std::size_t i = 1; i < s.size(); ++i) {
    if (s.classes[i] != WordClass::kOpen) continue;
    ++words;
    capitals += s.word(i).capitalized;
  }
  return capitals > kTitleCase * words;
}

}  // namespace

NumberUseReader::NumberUseReader(const QuantityContext& context,
                                 const std::vector<Span>& times)
    : c_(context), times_(times), title_case_(IsTitleCase(context.s)) {}

NumberUse NumberUseReader::Use(std::size_t n) {
  const Number& number = c_.numbers[n];
  if (InTime(number)) return NumberUse::kNothing;
  if (IsLabel(number)) return NumberUse::kName;
  if (IsTied(number)) return NumberUse::kNothing;
  if (number.ordinal) return NumberUse::kCount;
  if (IsScore(n) || IsClock(number)) return NumberUse::kNothing;
  if (number.bare_one && !CountsOne(number) && !IsShare(n)) {
    return NumberUse::kNothing;
  }
  if (number.fraction && !FractionCounts(number)) return NumberUse::kNothing;
  const bool nothing = IsPartOfName(number) || LooksLikeYear(number) ||
                       IsListItem(number);
  return nothing ? NumberUse::kNothing : NumberUse::kCount;
}

bool NumberUseReader::InTime(const Number& number) {
  const Span span = c_.s.SpanOf(number.first, number.last);
  while (next_time_ < times_.size() && times_[next_time_].end <= span.begin) {
    ++next_time_;
  }
  return next_time_ < times_.size() && Overlaps(times_[next_time_], span);
}

// "one country" counts; "one of them", "one another", "no one" do not.
bool NumberUseReader::CountsOne(const Number& number) const {
  const SentenceReading& s = c_.s;
  const std::size_t next = number.last;
  if (number.first > 0 && (s.Is(number.first - 1, WordClass::kDeterminer) ||
                           s.Is(number.first - 1, "no") ||
                           s.Is(number.first - 1, "ни"))) {
    return c_.units.Starting(next) != nullptr;
  }
  // "One day they left" and "will one day leave", but "took one day".
  const bool measured =
      number.first > 0 && c_.units.Starting(next) != nullptr &&
      (s.Is(number.first - 1, WordClass::kPreposition) ||
       s.Is(number.first - 1, WordClass::kOpen));
  if (c_.bounds.Is(next, "after_one") && !measured) return false;
  if (c_.units.Starting(next) || c_.currencies.Starting(next)) return true;
  if (CountsVictims(c_, next, next)) return true;
  // "similar to one passed by the house".
  std::string_view word;
  if (next < s.size()) word = s.word(next).normal;
  const bool participle = word.size() > 4 && word.substr(word.size() - 2) == "ed";
  return s.Is(next, WordClass::kOpen) && !c_.bounds.Is(next, "verb") &&
         !(participle && !s.Is(next + 1, WordClass::kOpen));
}

// "one in five", "one out of ten".
bool NumberUseReader::IsShare(std::size_t n) const {
  if (n + 1 >= c_.numbers.size()) return false;
  const std::size_t last = c_.numbers[n].last;
  const std::size_t gap = c_.numbers[n + 1].first - last;
  const bool in = c_.s.Is(last, "in") || c_.s.Is(last, "из");
  return (in && gap == 1) ||
         (gap == 2 && ((c_.s.Is(last, "out") && c_.s.Is(last + 1, "of")) ||
                       (in && c_.s.Is(last + 1, "every"))));
}

// "half of voters", "over half", "two thirds of": a share; "half" before
// anything else is not.
bool NumberUseReader::FractionCounts(const Number& number) const {
  const SentenceReading& s = c_.s;
  if (number.last > number.first + 1) return true;
  const std::size_t next = number.last;
  const bool half = s.Is(number.first, "half") || s.russian;
  if (s.word(number.first).normal.find('-') != std::string::npos) {
    return true;  // "two-thirds"
  }
  if (s.russian) return s.Is(next, WordClass::kOpen);
  if (s.Is(next, "of")) {
    return half || (number.first > 0 && s.Is(number.first - 1, "a"));
  }
  const PhraseMatch* bound = c_.bounds.Ending(number.first);
  if (bound == nullptr && number.first > 0 && s.Is(number.first - 1, "a")) {
    bound = c_.bounds.Ending(number.first - 1);
  }
  if (bound != nullptr && bound->entry->category != "label" &&
      bound->entry->category != "noun_group") {
    return true;
  }
  return half && (s.Is(next, "the") || s.Is(next, "a") || s.Is(next, "an") ||
                  s.Is(next, "his") || s.Is(next, "its") ||
                  s.Is(next, "their") || s.Is(next, "our"));
}

// What a number would count stands here: a unit, a plural.
bool NumberUseReader::Countable(std::size_t i) const {
  return i < c_.s.size() &&
         (c_.units.Starting(i) != nullptr || c_.currencies.Starting(i) ||
          (c_.s.Is(i, WordClass::kOpen) && !c_.s.word(i).capitalized &&
           IsPluralForm(c_, i)));
}

// "Article 5", "Boeing 777", "No. 10", "page 3".
bool NumberUseReader::IsLabel(const Number& number) const {
  if (number.first == 0 || !number.tail.empty()) return false;
  const SentenceReading& s = c_.s;
  std::size_t before = number.first;
  if (before >= 2 && (s.IsMark(before - 1, '.') || s.IsMark(before - 1, '#'))) {
    --before;
  }
  const PhraseMatch* match = c_.bounds.Ending(before);
  if (match == nullptr || match->entry->category != "label") return false;
  const bool named = s.word(match->first).capitalized && match->first > 0;
  const bool number_named =
      !number.in_words || s.word(number.first).capitalized;
  if (named && number_named) return true;
  return !Countable(number.last) &&
         (!number.in_words || match->entry->note == "words");
}

// "the Big Four", "Falcon 9", "World War Two": capitals round the number.
bool NumberUseReader::IsPartOfName(const Number& number) const {
  const SentenceReading& s = c_.s;
  if (number.first == 0) return false;
  if (s.russian) {  // no title case there
    return number.in_words && s.word(number.first).capitalized &&
           !s.Is(number.first - 1, WordClass::kMark);
  }
  if (Countable(number.last)) return false;
  const bool small = number.last == number.first + 1 && number.tail.empty();
  const Word& before = s.word(number.first - 1);
  if (number.in_words) {
    if (!s.word(number.first).capitalized || title_case_) return false;
    const bool after = s.Is(number.last, WordClass::kOpen) &&
                       s.word(number.last).capitalized;
    return after || (before.capitalized && number.first > 1);
  }
  return small && number.first > 1 && !title_case_ && before.capitalized &&
         s.Is(number.first - 1, WordClass::kOpen) &&
         !HasMark(s.word(number.first).normal) && number.multiplier == 1 &&
         !c_.bounds.Ending(number.first) && !s.IsMark(number.last, '%') &&
         !s.Is(number.last, WordClass::kAuxiliary) &&
         !c_.bounds.Is(number.last, "victim");
}

// "9/11", "11:53", "24/7": figures tied to others by a mark of their own.
bool NumberUseReader::IsTied(const Number& number) const {
  const SentenceReading& s = c_.s;
  const auto mark = [&](std::size_t i) {
    return s.IsMark(i, '/') || s.IsMark(i, ':');
  };
  const std::size_t last = number.last;
  // "401(k)".
  if (s.IsMark(last, '(') && c_.Touching(last)) return true;
  if (mark(last) && c_.Touching(last) && c_.Touching(last + 1) &&
      s.Is(last + 1, WordClass::kNumber)) {
    return true;
  }
  return number.first >= 2 && mark(number.first - 1) &&
         c_.Touching(number.first) && c_.Touching(number.first - 1) &&
         (s.Is(number.first - 2, WordClass::kNumber) ||
          s.word(number.first - 2).normal.find('-') != std::string::npos);
}

// "8 o'clock", "5 p.m.", "8 часов вечера", "в семь утра".
bool NumberUseReader::IsClock(const Number& number) const {
  const SentenceReading& s = c_.s;
  constexpr double kHours = 24;
  std::size_t next = number.last;
  if (number.value > kHours || next >= s.size()) return false;
  if (s.russian) {
    if (s.Is(next, "часов") || s.Is(next, "часа") || s.Is(next, "час")) ++next;
    return s.Is(next, "утра") || s.Is(next, "вечера") || s.Is(next, "ночи");
  }
  return c_.bounds.Is(next, "clock") ||
         (s.Is(next, "in") && s.Is(next + 1, "the") &&
          c_.bounds.Is(next + 2, "clock"));
}

// "3-2", "a 5-4 decision", "555-12-34": figures that hyphens tie and that are
// no range.
bool NumberUseReader::IsScore(std::size_t n) const {
  const SentenceReading& s = c_.s;
  const auto tied = [&](std::size_t k) {
    if (k + 1 >= c_.numbers.size()) return false;
    const Number& a = c_.numbers[k];
    const Number& b = c_.numbers[k + 1];
    return b.first == a.last + 1 && s.IsMark(a.last, '-') &&
           c_.Touching(a.last) && c_.Touching(b.first) && !b.ordinal;
  };
  const auto score = [&](std::size_t k) {
    const Number& a = c_.numbers[k];
    const Number& b = c_.numbers[k + 1];
    if (b.multiplier > 1 && b.value > a.value) return false;
    if (b.value <= a.value || tied(k + 1)) return true;
    const bool before = k > 0 && tied(k - 1);
    const bool zero = s.word(b.first).normal[0] == '0' ||
                      s.word(a.first).normal == "0";
    // "555-1234": a bare run of three and four figures is a telephone's.
    const bool telephone = s.word(a.first).normal.size() == 3 &&
                           s.word(b.first).normal.size() == 4 &&
                           !Countable(b.last);
    const PhraseMatch* verb = c_.bounds.Ending(a.first);  // "lost 1-3"
    return before || zero || telephone || c_.bounds.Is(b.last, "score") ||
           (verb != nullptr && verb->entry->note == "score");
  };
  if (tied(n) && score(n)) return true;
  return n > 0 && tied(n - 1) && score(n - 1);
}

bool NumberUseReader::LooksLikeYear(const Number& number) const {
  const SentenceReading& s = c_.s;
  const std::string_view text = s.word(number.first).normal;
  if (number.last != number.first + 1 || text.size() != 4 || HasMark(text) ||
      number.value < kFirstYear || number.value > kLastYear) {
    return false;
  }
  const std::size_t next = number.last;
  if (c_.units.Starting(next) != nullptr ||
      c_.currencies.Starting(next) != nullptr) {
    // "2020 год" is a year, "2000 км" is not.
    return c_.bounds.Is(next, "year_word") || s.Is(next, "год") ||
           s.Is(next, "года") || s.Is(next, "году") || s.Is(next, "годом") ||
           s.Is(next, "г") || s.Is(next, "гг");
  }
  const PhraseMatch* bound = c_.bounds.Ending(number.first);
  if (bound != nullptr) {
    const std::string_view category = bound->entry->category;
    if (category == "more" || category == "less" || category == "at_least" ||
        category == "at_most" || category == "about") {
      return false;
    }
  }
  if (c_.currencies.Ending(number.first)) return false;
  // "1500 people" counts; "the 2016 election", "in 2016" do not.
  if (!s.Is(next, WordClass::kOpen) || s.word(next).capitalized ||
      !LooksPlural(c_, next)) {
    return true;
  }
  if (number.value < kFirstNewsYear) return false;
  const bool person = c_.bounds.Is(next, "noun_group") &&
                      c_.bounds.Starting(next)->entry->note != "- people";
  const bool determined =
      number.first > 0 && s.Is(number.first - 1, WordClass::kDeterminer);
  return !(person || std::fmod(number.value, 100) == 0) || determined;
}

// "1) The minister", "2. Sanctions": the number of an item; "the 2.0 version".
bool NumberUseReader::IsListItem(const Number& number) const {
  if (number.in_words) return false;
  const std::string_view text = c_.s.word(number.first).normal;
  if (text.size() == 3 && text.substr(1) == ".0") {
    return c_.units.Starting(number.last) == nullptr &&
           !c_.s.IsMark(number.last, '%') && number.multiplier == 1;
  }
  return number.first == 0 && (c_.s.IsMark(number.last, ')') ||
                               c_.s.IsMark(number.last, '.'));
}

}  // namespace rashomon
