#include "engine/claims/number.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

#include "engine/claims/number_figure.h"
#include "engine/claims/number_words.h"
#include "engine/lexicon/lexicons.h"
#include "engine/text/byte_run.h"

namespace rashomon {
namespace {

// "several hundred" is at least so many hundreds.
constexpr double kSeveral = 2;
struct WordValue {
  NumberPart part = NumberPart::kNone;
  double value = 0;
  const PhraseMatch* match = nullptr;  // of numbers.tsv; none for compounds
};

double NoteValue(std::string_view note) {
  double value = 0;
  std::from_chars(note.data(), note.data() + note.size(), value);
  return value;
}

bool Starts(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

// Words are too short for a call of memchr to pay.
bool HasHyphen(std::string_view word) {
  return std::find(word.begin(), word.end(), '-') != word.end();
}

// False where no normal form of the sentence can have one: hyphens beyond ASCII
// are unified.
bool MayHaveHyphens(const SentenceReading& s) {
  const std::string_view bytes = Slice(s.text, s.span);
  return AsciiWithoutEnd<'-'>(bytes, 0) < bytes.size();
}

class NumberFinder {
 public:
  explicit NumberFinder(const SentenceReading& s)
      : s_(s), hyphens_(MayHaveHyphens(s)) {}

  Numbers Find() {
    Numbers out;
    for (std::size_t i = 0; i < s_.size();) {
      if (!MayBegin(i)) {
        ++i;
        continue;
      }
      Number number;
      if (Read(i, &number)) {
        if (number.high < number.value) number.high = number.value;
        out.push_back(number);
        i = number.last;
      } else {
        ++i;
      }
    }
    return out;
  }

 private:
  // Of the phrase that begins here; every word of an idiom is part of it.
  WordValue ValueAt(std::size_t i) const {
    const PhraseMatch* m = s_.matches.At(ListId::kNumbers, i);
    if (m == nullptr) return {};
    const NumberPart part = NumberPartNamed(m->entry->category);
    if (m->first != i) {
      return {part == NumberPart::kIdiom ? part : NumberPart::kNone, 0, nullptr};
    }
    return {part, NoteValue(m->entry->note), m};
  }
  NumberPart PartAt(std::size_t i) const { return ValueAt(i).part; }

  // False for most words: those of no list that are no figure, article or
  // compound.
  bool MayBegin(std::size_t i) const {
    const Word& word = s_.word(i);
    return s_.matches.Has(ListId::kNumbers, i) ||
           word.kind == WordKind::kNumber ||
           s_.classes[i] == WordClass::kDeterminer ||
           (hyphens_ && HasHyphen(word.normal));
  }

  bool Read(std::size_t i, Number* number) {
    number->first = i;
    number->last = i + 1;
    const WordValue word = ValueAt(i);
    if (word.part == NumberPart::kIdiom) return false;
    if (s_.word(i).kind == WordKind::kNumber) return ReadFigure(i, number);
    number->in_words = true;
    number->value = word.value;
    switch (word.part) {
      case NumberPart::kNone: return ReadOther(i, number);
      case NumberPart::kOrdinal: return number->ordinal = true;
      case NumberPart::kFraction: return ReadFraction(i, number);
      case NumberPart::kPlural: return ReadPlural(i, number);
      case NumberPart::kVague: return ReadVague(i, number);
      case NumberPart::kMeasure:
        number->measure = word.match->entry->note;
        return true;
      default: return ReadWords(i, number);
    }
  }

  bool ReadOther(std::size_t i, Number* number) {
    if (s_.classes[i] == WordClass::kDeterminer) return ReadArticle(i, number);
    return HasHyphen(s_.word(i).normal) && ReadCompound(i, number);
  }

  // "a dozen", "a hundred", "a million".
  bool ReadArticle(std::size_t i, Number* number) {
    if (!s_.Is(i, "a") && !s_.Is(i, "an")) return false;
    number->value = 1;
    if (PartAt(i + 1) != NumberPart::kMultiplier) return IsBoundedUnit(i);
    Multiply(number);
    ReadAndAHalf(number);
    return true;
  }

  // "more than a year", "nearly a decade": the article counts one.
  bool IsBoundedUnit(std::size_t i) const {
    const auto starts = [](const PhraseMatch& m, std::size_t at) {
      return m.first < at;
    };
    const auto& units = s_.matches.of(ListId::kUnits);
    const auto unit =
        std::lower_bound(units.begin(), units.end(), i + 1, starts);
    if (unit == units.end() || unit->first != i + 1) return false;
    const auto& bounds = s_.matches.of(ListId::kBounds);
    auto bound = std::lower_bound(bounds.begin(), bounds.end(), i, starts);
    if (bound == bounds.begin()) return false;
    --bound;
    const std::string_view category = bound->entry->category;
    return bound->last == i && bound->entry->note.empty() &&
           (category == "more" || category == "less" || category == "about" ||
            category == "at_least" || category == "at_most");
  }

  // "a couple of days", "a couple of hundred".
  bool ReadVague(std::size_t i, Number* number) {
    number->last = ValueAt(i).match->last;
    number->vague = true;
    Multiply(number);
    return true;
  }

  bool ReadFraction(std::size_t i, Number* number) {
    if (s_.Is(i, "half") && (s_.Is(i + 1, "a") || s_.Is(i + 1, "an")) &&
        PartAt(i + 2) == NumberPart::kMultiplier) {
      number->last = i + 2;
      Multiply(number);
      return true;
    }
    // "third" is a share only where it says so: "a third of".
    const bool share =
        i > 0 && (s_.Is(i - 1, "a") || s_.Is(i - 1, "one")) &&
        s_.Is(i + 1, "of");
    if (s_.Is(i, "third") && !share) {
      number->value = 3;
      return number->ordinal = true;
    }
    return number->fraction = true;
  }

  bool ReadPlural(std::size_t i, Number* number) {
    number->plural = true;
    // "hundreds of thousands", "tens of millions", "десятки тысяч".
    const std::size_t next = s_.Is(i + 1, "of") ? i + 2 : i + 1;
    const bool joined = PartAt(next) == NumberPart::kPlural ||
                        (s_.russian && PartAt(next) == NumberPart::kMultiplier);
    if (joined) {
      number->value *= ValueAt(next).value;
      number->last = next + 1;
    }
    return true;
  }

  // --- words ---

  struct Sum {
    double total = 0, group = 0;
    // What may still be added below: 20 takes less than 10.
    double below = std::numeric_limits<double>::infinity();
    double value() const { return total + group; }
  };

  static double SmallestPlace(double value) {
    if (value >= 100) return 100;
    return value >= 20 ? 10 : 1;
  }

  static void AddMultiplier(double value, Sum* sum, Number* number) {
    const double factor = sum->group == 0 ? 1 : sum->group;
    if (value < 1000 && factor < 100) {
      sum->group = factor * value;
      sum->below = value == 100 ? 100 : 1;
    } else {
      sum->total += factor * value;
      sum->group = 0;
      sum->below = value;
      number->multiplier = value;
    }
  }

  // "and" within a number: "three hundred and twelve".
  bool AndInside(std::size_t k) const {
    return s_.Is(k, "and") && PartAt(k + 1) == NumberPart::kCardinal &&
           k > 0 && PartAt(k - 1) == NumberPart::kMultiplier;
  }

  bool ReadWords(std::size_t i, Number* number) {
    Sum sum;
    std::size_t k = i;
    for (; k < s_.size(); ++k) {
      const WordValue v = ValueAt(k);
      if (v.part == NumberPart::kCardinal) {
        if (v.value >= sum.below) break;  // "two three" are two numbers
        sum.group += v.value;
        sum.below = SmallestPlace(v.value);
      } else if (v.part == NumberPart::kMultiplier) {
        AddMultiplier(v.value, &sum, number);
      } else if (double tens = 0; k > i && TensAndUnit(k, sum, &tens)) {
        sum.group += tens;
        sum.below = 1;
      } else if (!AndInside(k)) {
        break;
      }
    }
    number->value = sum.value();
    number->last = k;
    number->bare_one = k == i + 1 && number->value == 1;
    // "тысячи людей" without a count before it is any number of them.
    number->plural = k == i + 1 && s_.Is(i, "тысячи");
    ReadSeveral(i, number);
    ReadFractionAfter(number);
    ReadAndAHalf(number);
    return true;
  }

  // "two hundred twenty-five".
  bool TensAndUnit(std::size_t k, const Sum& sum, double* value) const {
    Number part;
    if (!HasHyphen(s_.word(k).normal)) return false;
    if (!SplitCompound(s_.word(k).normal, &part) || !part.tail.empty() ||
        part.ordinal || part.fraction || part.value >= sum.below) {
      return false;
    }
    *value = part.value;
    return true;
  }

  // "several hundred", "a few thousand", "несколько тысяч".
  void ReadSeveral(std::size_t i, Number* number) const {
    if (i == 0 || PartAt(i) != NumberPart::kMultiplier) return;
    if (!s_.Is(i - 1, "several") && !s_.Is(i - 1, "few") &&
        !s_.Is(i - 1, "несколько") && !s_.Is(i - 1, "нескольких")) {
      return;
    }
    number->first = i - 1;
    number->value *= kSeveral;
    number->plural = true;
  }

  // "two thirds", "three quarters"; "one third of".
  void ReadFractionAfter(Number* number) {
    const std::size_t next = number->last;
    if (PartAt(next) != NumberPart::kFraction || s_.Is(next, "half")) return;
    const bool one = number->value == 1;
    if (one && !s_.Is(next + 1, "of")) return;
    if (!one && !s_.russian && s_.word(next).normal.back() != 's') return;
    number->value *= ValueAt(next).value;
    number->fraction = true;
    number->bare_one = false;
    ++number->last;
  }

  // "two and a half", "a million and a half".
  void ReadAndAHalf(Number* number) {
    const std::size_t i = number->last;
    if (!s_.Is(i, "and") || !s_.Is(i + 1, "a") || !s_.Is(i + 2, "half")) {
      return;
    }
    number->value += 0.5 * number->multiplier;
    number->bare_one = false;
    number->last = i + 3;
    Multiply(number);  // "two and a half million"
  }

  // --- words with a hyphen ---

  bool ReadCompound(std::size_t i, Number* number) {
    if (!SplitCompound(s_.word(i).normal, number)) return false;
    if (number->value == 1 && !number->ordinal && !number->fraction &&
        FindUnitWord(number->tail) == nullptr) {
      return false;  // "one-sided"
    }
    if (number->tail.empty() && !number->ordinal && !number->fraction) {
      Multiply(number);
    }
    return true;
  }

  // "twenty-five-year-old" is 25 and "year-old".
  static bool SplitCompound(std::string_view word, Number* number) {
    const std::size_t hyphen = word.find('-');
    if (hyphen == 0 || hyphen + 1 >= word.size()) return false;
    const NumberWord* head = FindNumberWord(word.substr(0, hyphen));
    if (head == nullptr) return false;
    const std::string_view tail = word.substr(hyphen + 1);
    number->value = head->value;
    if (head->part == NumberPart::kOrdinal) {
      number->tail = tail;
      return number->ordinal = true;
    }
    const bool counts = head->part == NumberPart::kCardinal ||
                        (head->part == NumberPart::kMultiplier);
    return counts && ReadTail(tail, number);
  }

  static bool ReadTail(std::string_view tail, Number* number) {
    const std::size_t end = std::min(tail.find('-'), tail.size());
    const NumberWord* word = FindNumberWord(tail.substr(0, end));
    if (word == nullptr) return TakeTail(tail, number);
    const bool more = end < tail.size();
    if (word->part == NumberPart::kFraction && !more) {
      number->value *= word->value;
      return number->fraction = true;
    }
    const bool tens = number->value >= 20 && number->value < 100 &&
                      std::fmod(number->value, 10) == 0 && word->value < 10;
    if (tens && word->part == NumberPart::kOrdinal && !more) {
      number->value += word->value;
      return number->ordinal = true;
    }
    if (word->part != NumberPart::kCardinal) return false;
    if (tens) {
      number->value += word->value;
      return !more || TakeTail(tail.substr(end + 1), number);
    }
    number->high = word->value;  // "два-три"
    return !more && word->value > number->value;
  }

  // "one-on-one", "5-to-4" and "two-by-four" count nothing.
  static bool TakeTail(std::string_view tail, Number* number) {
    for (const std::string_view no : {"to-", "on-", "by-", "in-", "and-"}) {
      if (Starts(tail, no)) return false;
    }
    number->tail = tail;
    return true;
  }

  // --- figures ---

  bool ReadFigure(std::size_t i, Number* number) {
    const std::string_view normal = s_.word(i).normal;
    const std::size_t figures = FigureLength(normal);
    const std::optional<double> value =
        FigureValue(normal.substr(0, figures), s_.russian);
    if (!value) return false;
    number->value = *value;
    const std::string_view rest = normal.substr(figures);
    if (IsOrdinalEnding(rest)) {
      const std::size_t tail = rest.find('-', 1);
      if (tail != std::string_view::npos) number->tail = rest.substr(tail + 1);
      return number->ordinal = true;
    }
    if (!rest.empty()) return ReadSuffix(i, rest, number);
    JoinSpacedGroups(number);
    ReadVulgarHalf(number);
    Multiply(number);
    ReadAndAHalf(number);
    return true;
  }

  // "20th", "1st", "2-й", "5-го", "90th-story".
  static bool IsOrdinalEnding(std::string_view rest) {
    const std::string_view first = rest.substr(0, rest.find('-', 1));
    for (const std::string_view end :
         {"st", "nd", "rd", "th", "-й", "-го", "-му", "-м", "-я", "-е", "-ю",
          "-ой", "-ый", "-ая", "-х", "-ом", "-ми"}) {
      if (first == end) return true;
    }
    return false;
  }

  // "5m", "3bn", "10k", "100km", "18-year-old" written together.
  bool ReadSuffix(std::size_t i, std::string_view rest, Number* number) {
    if (rest[0] == '-') return ReadFigureTail(rest.substr(1), number);
    const bool money =
        i > 0 && (s_.IsMark(i - 1, '$') || s_.Is(i - 1, "€") ||
                  s_.Is(i - 1, "£"));
    // "20m people" are millions, a "100m race" is none.
    const bool counted = s_.Is(i + 1, WordClass::kOpen) &&
                         s_.word(i + 1).normal.back() == 's';
    if (rest == "mn" || rest == "mln" || (rest == "m" && (money || counted))) {
      number->multiplier = 1e6;
    } else if (rest == "bn" || rest == "bln" || rest == "b") {
      number->multiplier = 1e9;
    } else if (rest == "tn" || rest == "trn") {
      number->multiplier = 1e12;
    } else if (rest == "k") {
      number->multiplier = 1e3;
    } else if (FindUnitWord(rest) != nullptr) {
      number->tail = rest;
    } else {
      return false;
    }
    number->value *= number->multiplier;
    return true;
  }

  static bool ReadFigureTail(std::string_view tail, Number* number) {
    const std::size_t end = std::min(tail.find('-'), tail.size());
    const NumberWord* word = FindNumberWord(tail.substr(0, end));
    if (word == nullptr) return TakeTail(tail, number);
    if (word->part != NumberPart::kMultiplier) return false;  // "7-eleven"
    number->multiplier = word->value;
    number->value *= word->value;
    return end == tail.size() || TakeTail(tail.substr(end + 1), number);
  }

  // "25 000": groups of three digits that one space parts.
  void JoinSpacedGroups(Number* number) {
    const std::string_view first = s_.word(number->first).normal;
    if (first.size() > 3 ||
        first.find_first_of(".,") != std::string_view::npos) {
      return;
    }
    while (number->last < s_.size()) {
      const Word& before = s_.word(number->last - 1);
      const Word& next = s_.word(number->last);
      const bool decimals = next.normal.size() > 4 && next.normal[3] == ',';
      if (next.kind != WordKind::kNumber ||
          (next.normal.size() != 3 && !decimals) ||
          next.span.begin - before.span.end > 3 ||
          next.span.begin == before.span.end) {
        return;
      }
      const std::optional<double> value = FigureValue(next.normal, true);
      if (!value || next.normal.find('.') != std::string::npos) return;
      number->value = number->value * 1000 + *value;
      ++number->last;
      if (decimals) return;
    }
  }

  // "3½", which is two words.
  void ReadVulgarHalf(Number* number) {
    if (!s_.Is(number->last, "1\u20442")) return;
    number->value += 0.5;
    ++number->last;
  }

  void Multiply(Number* number) {
    while (PartAt(number->last) == NumberPart::kMultiplier) {
      number->value *= ValueAt(number->last).value;
      number->multiplier *= ValueAt(number->last).value;
      ++number->last;
      // "млн." keeps its stop, if a word follows.
      if (s_.russian && s_.IsMark(number->last, '.') &&
          number->last + 1 < s_.size()) {
        ++number->last;
      }
    }
  }

  const SentenceReading& s_;
  const bool hyphens_;
};

}  // namespace

bool MayHaveNumbers(const SentenceReading& s) {
  if (!s.matches.of(ListId::kNumbers).empty()) return true;
  // "more than a year".
  if (!s.matches.of(ListId::kBounds).empty() &&
      !s.matches.of(ListId::kUnits).empty()) {
    return true;
  }
  const auto begin = s.classes.begin();
  if (std::find(begin, s.classes.end(), WordClass::kNumber) !=
      s.classes.end()) {
    return true;
  }
  if (!MayHaveHyphens(s)) return false;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s.classes[i] == WordClass::kOpen && HasHyphen(s.word(i).normal)) {
      return true;
    }
  }
  return false;
}

Numbers FindNumbers(const SentenceReading& s) {
  return NumberFinder(s).Find();
}

}  // namespace rashomon
