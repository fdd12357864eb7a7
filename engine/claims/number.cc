#include "engine/claims/number.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string>

#include "engine/lexicon/lexicons.h"

namespace rashomon {
namespace {

// What numbers.tsv says of one word.
enum class Part { kNone, kCardinal, kMultiplier, kFraction, kPlural, kOrdinal };

struct WordValue {
  Part part = Part::kNone;
  double value = 0;
};

Part PartNamed(std::string_view category) {
  if (category == "cardinal") return Part::kCardinal;
  if (category == "multiplier") return Part::kMultiplier;
  if (category == "fraction") return Part::kFraction;
  if (category == "plural") return Part::kPlural;
  if (category == "ordinal") return Part::kOrdinal;
  return Part::kNone;
}

double NoteValue(std::string_view note) {
  double value = 0;
  std::from_chars(note.data(), note.data() + note.size(), value);
  return value;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Figures of one run of digits and separators, without the separators.
double ParseDigits(std::string_view digits) {
  double value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error == std::errc::result_out_of_range) {
    return std::numeric_limits<double>::max();
  }
  return value;
}

// True where every group after the first has three digits.
bool IsGrouped(std::string_view text, char separator) {
  std::size_t begin = 0;
  bool first = true;
  for (;;) {
    std::size_t end = text.find(separator, begin);
    if (end == std::string_view::npos) end = text.size();
    const std::size_t size = end - begin;
    if (first ? size == 0 || size > 3 : size != 3) return false;
    if (end == text.size()) return !first;
    first = false;
    begin = end + 1;
  }
}

std::string Without(std::string_view text, char separator) {
  std::string out;
  for (const char c : text) {
    if (c != separator) out += c;
  }
  return out;
}

// The length of what is figures and separators at the front.
std::size_t FigureLength(std::string_view text) {
  std::size_t n = 0;
  while (n < text.size() &&
         (IsDigit(text[n]) || text[n] == ',' || text[n] == '.')) {
    ++n;
  }
  while (n > 0 && !IsDigit(text[n - 1])) --n;
  return n;
}

class NumberFinder {
 public:
  explicit NumberFinder(const SentenceReading& s) : s_(s) {
    values_.resize(s.size());
    for (const PhraseMatch& m : s.matches.of(ListId::kNumbers)) {
      values_[m.first] = {PartNamed(m.entry->category),
                          NoteValue(m.entry->note)};
    }
  }

  std::vector<Number> Find() {
    std::vector<Number> out;
    for (std::size_t i = 0; i < s_.size();) {
      Number number;
      if (Read(i, &number)) {
        out.push_back(number);
        i = number.last;
      } else {
        ++i;
      }
    }
    return out;
  }

 private:
  bool Read(std::size_t i, Number* number) {
    number->first = i;
    if (s_.word(i).kind == WordKind::kNumber) return ReadFigure(i, number);
    switch (values_[i].part) {
      case Part::kNone: return ReadArticle(i, number);
      case Part::kOrdinal:
        number->ordinal = true;
        number->in_words = true;
        number->value = values_[i].value;
        number->last = i + 1;
        return true;
      case Part::kFraction: return ReadFraction(i, number);
      case Part::kPlural: return ReadPlural(i, number);
      default: return ReadWords(i, number);
    }
  }

  // "a dozen", "a hundred", "a million", "half a million".
  bool ReadArticle(std::size_t i, Number* number) {
    if (!s_.Is(i, "a") && !s_.Is(i, "an")) return false;
    if (i + 1 >= s_.size() || values_[i + 1].part != Part::kMultiplier) {
      return false;
    }
    number->value = 1;
    number->last = i + 1;
    number->in_words = true;
    Multiply(number);
    return true;
  }

  bool ReadFraction(std::size_t i, Number* number) {
    number->value = values_[i].value;
    number->in_words = true;
    number->last = i + 1;
    if (s_.Is(i, "half") && s_.Is(i + 1, "a") && i + 2 < s_.size() &&
        values_[i + 2].part == Part::kMultiplier) {
      number->last = i + 2;
      Multiply(number);
      return true;
    }
    number->fraction = true;
    return true;
  }

  bool ReadPlural(std::size_t i, Number* number) {
    number->value = values_[i].value;
    number->plural = true;
    number->in_words = true;
    number->last = i + 1;
    // "hundreds of thousands", "tens of millions".
    if (s_.Is(i + 1, "of") && i + 2 < s_.size() &&
        values_[i + 2].part == Part::kPlural) {
      number->value *= values_[i + 2].value;
      number->last = i + 3;
    } else if (s_.russian && i + 1 < s_.size() &&
               values_[i + 1].part == Part::kMultiplier) {
      number->value *= values_[i + 1].value;
      number->last = i + 2;
    }
    return true;
  }

  bool ReadWords(std::size_t i, Number* number) {
    number->in_words = true;
    double total = 0, group = 0;
    std::size_t k = i;
    double last_unit = std::numeric_limits<double>::infinity();
    while (k < s_.size()) {
      // "twenty-five": the hyphen joins a ten and a unit.
      if (IsHyphen(k) && last_unit == 10 && k + 1 < s_.size() &&
          values_[k + 1].part == Part::kCardinal && values_[k + 1].value < 10) {
        ++k;
        continue;
      }
      const WordValue& v = values_[k];
      if (v.part == Part::kCardinal) {
        // "twenty five" adds, "two three" does not.
        if (v.value >= last_unit) break;
        group += v.value;
        last_unit = SmallestPlace(v.value);
      } else if (v.part == Part::kMultiplier) {
        if (v.value == 100 && group < 100) {
          group = (group == 0 ? 1 : group) * 100;
          last_unit = 100;
        } else if (v.value == 12) {
          group = (group == 0 ? 1 : group) * 12;
          last_unit = 1;
        } else {
          total += (group == 0 ? 1 : group) * v.value;
          group = 0;
          last_unit = v.value;
        }
        number->has_multiplier = true;
      } else if (!(s_.Is(k, "and") && k > i && group + total >= 100 &&
                   k + 1 < s_.size() &&
                   values_[k + 1].part == Part::kCardinal &&
                   values_[k - 1].part == Part::kMultiplier)) {
        break;
      }
      ++k;
    }
    number->value = total + group;
    number->last = k;
    number->bare_one = k == i + 1 && number->value == 1 &&
                       values_[i].part == Part::kCardinal;
    ReadFractionAfter(number);
    return true;
  }

  bool IsHyphen(std::size_t i) const {
    return s_.IsMark(i, '-') && i > 0 &&
           s_.word(i - 1).span.end == s_.word(i).span.begin;
  }

  // What may be added below a number word: 20 takes less than 10.
  static double SmallestPlace(double value) {
    if (value >= 100) return 100;
    if (value >= 20) return 10;
    return 1;
  }

  // "two thirds", "three quarters".
  void ReadFractionAfter(Number* number) {
    if (number->last >= s_.size() || s_.russian) return;
    const std::string_view next = s_.word(number->last).normal;
    if ((next == "thirds" || next == "quarters" || next == "fifths" ||
         next == "tenths") &&
        values_[number->last].part == Part::kFraction) {
      number->value *= values_[number->last].value;
      number->fraction = true;
      ++number->last;
    }
  }

  bool ReadFigure(std::size_t i, Number* number) {
    const std::string_view normal = s_.word(i).normal;
    number->last = i + 1;
    if (IsOrdinalFigure(normal)) {
      number->ordinal = true;
      number->value = ParseDigits(normal.substr(0, FigureLength(normal)));
      return true;
    }
    if (HasRussianOrdinalEnding(i)) {
      number->ordinal = true;
      number->last = i + 3;
      return true;
    }
    const std::size_t figures = FigureLength(normal);
    std::optional<double> value =
        FigureValue(normal.substr(0, figures), s_.russian);
    if (!value) return false;
    const std::string_view rest = normal.substr(figures);
    if (!rest.empty() && !ApplySuffix(rest, &*value)) return false;
    number->value = *value;
    JoinSpacedGroups(number);
    Multiply(number);
    return true;
  }

  // "2-й", "5-го" as three words.
  bool HasRussianOrdinalEnding(std::size_t i) const {
    if (!s_.IsMark(i + 1, '-') || !IsHyphen(i + 1) || i + 2 >= s_.size()) {
      return false;
    }
    static constexpr std::string_view kEndings[] = {
        "й", "го", "му", "м", "я", "е", "ю", "ой", "ый", "ая", "х", "ом"};
    for (const std::string_view ending : kEndings) {
      if (s_.Is(i + 2, ending)) return true;
    }
    return false;
  }

  // "20th", "1st", "2-й", "5-го".
  static bool IsOrdinalFigure(std::string_view normal) {
    for (const std::string_view end :
         {"st", "nd", "rd", "th", "-й", "-го", "-му", "-м", "-я", "-е", "-ю",
          "-ой", "-ый", "-ая", "-х"}) {
      if (normal.size() > end.size() &&
          normal.substr(normal.size() - end.size()) == end &&
          FigureLength(normal) == normal.size() - end.size()) {
        return true;
      }
    }
    return false;
  }

  // "5m", "3bn", "10k", "100km", "60%" written together.
  static bool ApplySuffix(std::string_view rest, double* value) {
    if (rest == "m" || rest == "mn" || rest == "mln") *value *= 1e6;
    else if (rest == "b" || rest == "bn" || rest == "bln") *value *= 1e9;
    else if (rest == "k") *value *= 1e3;
    else if (rest == "tn") *value *= 1e12;
    else return rest == "km" || rest == "kg" || rest == "%";
    return true;
  }

  // "25 000": groups of three digits that one space parts.
  void JoinSpacedGroups(Number* number) {
    const std::string_view first = s_.word(number->first).normal;
    if (first.size() > 3 || FigureLength(first) != first.size() ||
        first.find_first_of(".,") != std::string_view::npos) {
      return;
    }
    while (number->last < s_.size()) {
      const Word& before = s_.word(number->last - 1);
      const Word& next = s_.word(number->last);
      if (next.kind != WordKind::kNumber || next.normal.size() != 3 ||
          FigureLength(next.normal) != 3 ||
          next.normal.find_first_of(".,") != std::string::npos ||
          next.span.begin - before.span.end > 3) {
        return;
      }
      number->value = number->value * 1000 + ParseDigits(next.normal);
      ++number->last;
    }
  }

  void Multiply(Number* number) {
    while (number->last < s_.size() &&
           values_[number->last].part == Part::kMultiplier) {
      number->value *= values_[number->last].value;
      number->has_multiplier = true;
      ++number->last;
      // "млн." keeps its stop, if a word follows.
      if (s_.russian && s_.IsMark(number->last, '.') &&
          number->last + 1 < s_.size()) {
        ++number->last;
      }
    }
  }

  const SentenceReading& s_;
  std::vector<WordValue> values_;
};

}  // namespace

std::optional<double> FigureValue(std::string_view normal,
                                  bool decimal_comma) {
  if (normal.empty() || FigureLength(normal) != normal.size()) {
    return std::nullopt;
  }
  const bool commas = normal.find(',') != std::string_view::npos;
  const bool points = normal.find('.') != std::string_view::npos;
  if (!commas && !points) return ParseDigits(normal);
  if (commas && !points) {
    if (IsGrouped(normal, ',') &&
        !(decimal_comma && normal.size() < 8 && normal[0] == '0')) {
      return ParseDigits(Without(normal, ','));
    }
    if (std::count(normal.begin(), normal.end(), ',') > 1) return std::nullopt;
    std::string text(normal);
    std::replace(text.begin(), text.end(), ',', '.');
    return ParseDigits(text);
  }
  if (points && !commas) {
    if (std::count(normal.begin(), normal.end(), '.') > 1) {
      if (!IsGrouped(normal, '.')) return std::nullopt;
      return ParseDigits(Without(normal, '.'));
    }
    return ParseDigits(normal);
  }
  // Both: the later one is the decimal mark.
  const std::size_t comma = normal.rfind(','), point = normal.rfind('.');
  const char thousands = comma < point ? ',' : '.';
  std::string text = Without(normal, thousands);
  std::replace(text.begin(), text.end(), ',', '.');
  if (std::count(text.begin(), text.end(), '.') > 1) return std::nullopt;
  return ParseDigits(text);
}

std::vector<Number> FindNumbers(const SentenceReading& s) {
  return NumberFinder(s).Find();
}

}  // namespace rashomon
