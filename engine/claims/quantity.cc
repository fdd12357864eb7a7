#include "engine/claims/quantity.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>

#include "engine/claims/number.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {
namespace {

// How far "about" reaches: reporters round to a tenth (Krifka 2007,
// Approximate interpretation of number words).
constexpr double kAboutTolerance = 0.1;
// A noun is looked for in at most this many words after its number.
constexpr std::size_t kMaxNounWords = 5;
// Years written without a unit or noun.
constexpr double kFirstYear = 1100, kLastYear = 2199;

// The entry of a list that covers each word, as an index from words to matches.
class MatchAt {
 public:
  MatchAt(const std::vector<PhraseMatch>& matches, std::size_t words)
      : at_(words, nullptr), ending_(words + 1, nullptr) {
    for (const PhraseMatch& m : matches) {
      at_[m.first] = &m;
      ending_[m.last] = &m;
    }
  }
  const PhraseMatch* Starting(std::size_t i) const {
    return i < at_.size() ? at_[i] : nullptr;
  }
  // The match whose last word is i - 1.
  const PhraseMatch* Ending(std::size_t i) const {
    return i < ending_.size() ? ending_[i] : nullptr;
  }

 private:
  std::vector<const PhraseMatch*> at_;
  std::vector<const PhraseMatch*> ending_;
};

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() &&
         text.substr(text.size() - end.size()) == end;
}

class QuantityFinder {
 public:
  QuantityFinder(const SentenceReading& s, const std::vector<Span>& times)
      : s_(s),
        times_(times),
        bounds_(s.matches.of(ListId::kBounds), s.size()),
        units_(s.matches.of(ListId::kUnits), s.size()),
        currencies_(s.matches.of(ListId::kCurrencies), s.size()),
        cues_(s.matches.of(ListId::kCues), s.size()),
        number_words_(s.matches.of(ListId::kNumbers), s.size()),
        numbers_(FindNumbers(s)) {}

  std::vector<Quantity> Find() {
    std::vector<Quantity> out;
    for (std::size_t n = 0; n < numbers_.size(); ++n) {
      if (IsTrap(n)) continue;
      Quantity quantity;
      if (!Read(&n, &quantity)) continue;
      // "Between 3 and 2", "$5-$3 million": a slip, or no range at all.
      if (!quantity.unbounded_above && !quantity.unbounded_below &&
          quantity.high < quantity.low) {
        std::swap(quantity.low, quantity.high);
      }
      out.push_back(std::move(quantity));
    }
    return out;
  }

 private:
  // --- what is no quantity ---

  bool IsTrap(std::size_t n) {
    const Number& number = numbers_[n];
    if (number.ordinal || InTime(number)) return true;
    if (number.bare_one && !CountsOne(number)) return true;
    if (s_.Is(number.first, "zero") && s_.Is(number.last, "out")) return true;
    if (number.fraction && !FractionCounts(number)) return true;
    return IsLabel(number) || IsPartOfFigureRun(number) ||
           LooksLikeYear(number);
  }

  bool InTime(const Number& number) {
    const Span span = s_.SpanOf(number.first, number.last);
    while (next_time_ < times_.size() && times_[next_time_].end <= span.begin) {
      ++next_time_;
    }
    return next_time_ < times_.size() && Overlaps(times_[next_time_], span);
  }

  // "one country" counts, "one of them", "one another", "no one" do not.
  bool CountsOne(const Number& number) const {
    if (number.first > 0 && (s_.Is(number.first - 1, "no") ||
                             s_.Is(number.first - 1, "any") ||
                             s_.Is(number.first - 1, "every") ||
                             s_.Is(number.first - 1, "the") ||
                             s_.Is(number.first - 1, "this") ||
                             s_.Is(number.first - 1, "that"))) {
      return false;
    }
    const std::size_t next = number.last;
    if (next >= s_.size() || s_.classes[next] != WordClass::kOpen) return false;
    static constexpr std::string_view kOther[] = {
        "another", "day", "thing", "way", "might", "could", "must", "side",
        "point", "hand", "time", "kind", "more", "of", "из", "раз", "другой"};
    for (const std::string_view word : kOther) {
      if (s_.Is(next, word)) return false;
    }
    return true;
  }

  // "half of voters", "two thirds of": a share; "quarter" alone is not.
  bool FractionCounts(const Number& number) const {
    const std::string_view word = s_.word(number.first).normal;
    const bool share = s_.Is(number.last, "of") || s_.Is(number.last, "the");
    if (number.last > number.first + 1) return true;
    return share && (word == "half" || (number.first > 0 &&
                                        s_.Is(number.first - 1, "a")));
  }

  // "Article 5", "Boeing 777", "No. 10".
  bool IsLabel(const Number& number) const {
    if (number.first == 0) return false;
    std::size_t before = number.first;
    if (before >= 2 && s_.IsMark(before - 1, '.')) --before;
    const PhraseMatch* match = bounds_.Ending(before);
    if (match == nullptr || match->entry->category != "label") return false;
    const Word& label = s_.word(match->first);
    return label.capitalized || label.normal == "no" || label.normal == "№" ||
           label.normal == "article" || s_.russian;
  }

  // "9/11", "11:53", "10-12-2020", "3.1.4", "24/7": figures tied to others.
  bool IsPartOfFigureRun(const Number& number) const {
    const auto tied = [&](std::size_t mark, std::size_t other) {
      if (other >= s_.size() || mark >= s_.size()) return false;
      if (s_.word(other).kind != WordKind::kNumber) return false;
      const bool touching =
          s_.word(std::min(mark, other)).span.end ==
              s_.word(std::max(mark, other)).span.begin;
      return touching && (s_.IsMark(mark, '/') || s_.IsMark(mark, ':'));
    };
    return (number.first >= 2 && tied(number.first - 1, number.first - 2)) ||
           tied(number.last, number.last + 1);
  }

  bool LooksLikeYear(const Number& number) const {
    const std::string_view text = s_.word(number.first).normal;
    if (number.last != number.first + 1 || text.size() != 4 ||
        text.find_first_of(",.") != std::string_view::npos ||
        number.value < kFirstYear || number.value > kLastYear) {
      return false;
    }
    if (units_.Starting(number.last) != nullptr ||
        currencies_.Starting(number.last) != nullptr) {
      // "2020 год" is a year, "2000 км" is not.
      const std::size_t next = number.last;
      return s_.Is(next, "год") || s_.Is(next, "года") ||
             s_.Is(next, "году") || s_.Is(next, "годом") ||
             s_.Is(next, "г") || s_.Is(next, "гг");
    }
    if (number.first > 0 && bounds_.Ending(number.first) != nullptr &&
        bounds_.Ending(number.first)->entry->category != "range" &&
        bounds_.Ending(number.first)->entry->category != "noun_group") {
      return false;
    }
    if (number.first > 0 && currencies_.Ending(number.first)) return false;
    // "1500 people" counts; "the 2016 election", "in 2016" do not.
    const std::size_t next = number.last;
    const bool plural_noun = next < s_.size() &&
                             s_.classes[next] == WordClass::kOpen &&
                             !s_.word(next).capitalized &&
                             LooksPlural(next) && number.value < 1900;
    return !plural_noun;
  }

  // --- reading one quantity ---

  bool Read(std::size_t* n, Quantity* q) {
    const Number number = numbers_[*n];
    first_ = number.first;
    last_ = number.last;
    q->number = s_.SpanOf(number.first, number.last);
    q->low = q->high = number.value;
    if (number.plural) {
      q->unbounded_above = true;
      q->approximate = true;
    }
    ReadRange(n, q);
    ReadSignBefore(q);
    ReadUnit(q);
    ReadBoundBefore(q);
    ReadBoundAfter(q);
    ReadNoun(q);
    q->span = s_.SpanOf(first_, last_);
    return true;
  }

  // "10-15", "10 to 15", "between 10 and 15", "от 10 до 15".
  void ReadRange(std::size_t* n, Quantity* q) {
    if (*n + 1 >= numbers_.size()) return;
    const Number& low = numbers_[*n];
    const Number& high = numbers_[*n + 1];
    if (high.ordinal || high.fraction || high.value <= low.value) return;
    const std::size_t gap = high.first - low.last;
    if (gap != 1) return ReadUnitRange(n, q);
    const bool dash = s_.IsMark(low.last, '-');
    const bool to = s_.Is(low.last, "to") || s_.Is(low.last, "до");
    const bool opened = RangeOpens(low.first, s_.Is(low.last, "and") ||
                                                  s_.Is(low.last, "и"));
    const bool joined = (s_.Is(low.last, "and") || s_.Is(low.last, "и")) &&
                        opened;
    if (!dash && !to && !joined) return;
    if (s_.Is(low.last, "до") && !opened) return;
    if (opened) first_ = low.first - 1;
    double low_value = low.value;
    // "2 to 3 million" is 2 million to 3 million.
    if (high.has_multiplier && !low.has_multiplier &&
        low.value < high.value / 1000) {
      low_value *= MultiplierOf(high);
    }
    q->low = low_value;
    q->high = high.value;
    q->number = s_.SpanOf(low.first, high.last);
    last_ = high.last;
    ++*n;
  }

  // "$10 to $15".
  void ReadUnitRange(std::size_t* n, Quantity* q) {
    const Number& low = numbers_[*n];
    const Number& high = numbers_[*n + 1];
    if (high.first != low.last + 2) return;
    if (currencies_.Starting(low.last + 1) == nullptr) return;
    const bool joined = s_.Is(low.last, "to") || s_.IsMark(low.last, '-') ||
                        (s_.Is(low.last, "and") && low.first >= 2 &&
                         RangeOpens(low.first - 1, true));
    if (!joined) return;
    q->low = high.has_multiplier && !low.has_multiplier
                 ? low.value * MultiplierOf(high)
                 : low.value;
    q->high = high.value;
    q->number = s_.SpanOf(low.first, high.last);
    last_ = high.last;
    ++*n;
  }

  bool RangeOpens(std::size_t first, bool with_and) const {
    const PhraseMatch* match = bounds_.Ending(first);
    if (match == nullptr || match->entry->category != "range") return false;
    const bool between = s_.Is(match->first, "between") ||
                         s_.Is(match->first, "между") ||
                         s_.Is(match->last - 1, "between");
    return between == with_and;
  }

  // The multiplier words alone: 1e6 for "3 million".
  double MultiplierOf(const Number& number) const {
    double value = 1;
    for (std::size_t i = number.first; i < number.last; ++i) {
      const PhraseMatch* m = number_words_.Starting(i);
      if (m == nullptr || m->entry->category != "multiplier") continue;
      const std::string& note = m->entry->note;
      double factor = 1;
      std::from_chars(note.data(), note.data() + note.size(), factor);
      value *= factor;
    }
    return value;
  }

  void ReadSignBefore(Quantity* q) {
    const PhraseMatch* sign = currencies_.Ending(first_);
    if (sign == nullptr || sign->entry->note != "before") return;
    q->unit = sign->entry->category;
    first_ = sign->first;
  }

  void ReadUnit(Quantity* q) {
    if (!q->unit.empty()) return SetDimension("", q);
    std::size_t at = last_;
    // "an 18-year-old", "5-km".
    if (s_.IsMark(at, '-') && units_.Starting(at + 1)) ++at;
    if (const PhraseMatch* currency = currencies_.Starting(at);
        currency != nullptr && currency->entry->note != "before") {
      q->unit = currency->entry->category;
      if (currency->entry->note == "cents") {
        q->low /= 100;
        q->high /= 100;
      }
      last_ = currency->last;
      return SetDimension("", q);
    }
    const PhraseMatch* unit = units_.Starting(at);
    if (unit == nullptr) return;
    // "5 points" and "3 second-hand cars": an adjective is no unit.
    q->unit = unit->entry->category;
    last_ = unit->last;
    SetDimension(unit->entry->note, q);
  }

  static void SetDimension(std::string_view note, Quantity* q) {
    q->dimension = q->unit;
    const std::size_t space = note.find(' ');
    if (space == std::string_view::npos) return;
    std::from_chars(note.data(), note.data() + space, q->unit_factor);
    q->dimension = note.substr(space + 1);
  }

  void ReadBoundBefore(Quantity* q) {
    for (int round = 0; round < 2; ++round) {
      std::size_t at = first_;
      // "more than the 30", "at least another 30", "some of the 30".
      if (at > 0 && (s_.Is(at - 1, "the") || s_.Is(at - 1, "a") ||
                     s_.Is(at - 1, "another"))) {
        --at;
      }
      const PhraseMatch* bound = bounds_.Ending(at);
      if (bound == nullptr || bound->entry->note == "after") return;
      if (!Apply(bound->entry->category, q)) return;
      first_ = bound->first;
    }
  }

  void ReadBoundAfter(Quantity* q) {
    const PhraseMatch* bound = bounds_.Starting(last_);
    if (bound == nullptr || bound->entry->note != "after") return;
    if (Apply(bound->entry->category, q)) last_ = bound->last;
  }

  bool Apply(std::string_view category, Quantity* q) const {
    if (category == "more") {
      q->low_open = q->unbounded_above = true;
    } else if (category == "at_least") {
      q->unbounded_above = true;
    } else if (category == "less") {
      q->high_open = q->unbounded_below = true;
    } else if (category == "at_most") {
      q->unbounded_below = true;
    } else if (category == "about") {
      q->approximate = true;
    } else {
      return false;
    }
    return true;
  }

  // --- the noun ---

  bool LooksPlural(std::size_t i) const {
    const std::string_view normal = s_.word(i).normal;
    if (const PhraseMatch* m = bounds_.Starting(i);
        m != nullptr && m->entry->category == "noun_group") {
      return true;
    }
    return normal.size() > 3 && EndsWith(normal, "s") &&
           !EndsWith(normal, "ss") && !EndsWith(normal, "us") &&
           !EndsWith(normal, "'s") && !EndsWith(normal, "s'");
  }

  bool EndsNoun(std::size_t i) const {
    if (i >= s_.size() || s_.classes[i] != WordClass::kOpen) return true;
    if (s_.word(i).kind != WordKind::kWord) return true;
    const PhraseMatch* cue = cues_.Starting(i);
    return cue != nullptr && EndsWith(s_.word(i).normal, "ed");
  }

  void ReadNoun(Quantity* q) {
    std::size_t at = last_;
    const bool of = s_.Is(at, "of");
    // "5 km of road" measures; its noun is the road. "16 of the diplomats".
    if (of) {
      ++at;
      while (s_.Is(at, WordClass::kDeterminer)) ++at;
    } else if (q->unit == "percent" || q->dimension == "s" ||
               q->dimension == "month") {
      return;
    }
    std::size_t end = at;
    while (end < at + kMaxNounWords && !EndsNoun(end)) ++end;
    if (end == at) return;
    std::size_t head = s_.russian ? RussianHead(at, end) : EnglishHead(at, end);
    if (head == end) return;
    q->noun = s_.word(head).stem;
    q->noun_group = GroupOf(head);
    last_ = head + 1;
  }

  // The first plural of the run and those that follow it at once; without a
  // plural, the last word before a verb form.
  std::size_t EnglishHead(std::size_t at, std::size_t end) const {
    for (std::size_t i = at; i < end; ++i) {
      if (!LooksPlural(i)) continue;
      if (i + 1 < end && LooksPlural(i + 1) && !IsVerbForm(i + 1)) return i + 1;
      return i;
    }
    if (EndsWith(s_.word(at).normal, "ed")) return end;  // "six died"
    std::size_t head = at;
    while (head + 1 < end && !IsVerbForm(head + 1) && head < at + 2) ++head;
    return head;
  }

  bool IsVerbForm(std::size_t i) const {
    const std::string_view normal = s_.word(i).normal;
    return EndsWith(normal, "ed") || EndsWith(normal, "ing");
  }

  // Adjectives agree; the noun is the first word without an adjective's end.
  std::size_t RussianHead(std::size_t at, std::size_t end) const {
    static constexpr std::string_view kAdjectiveEnds[] = {
        "ых", "их", "ого", "его", "ый", "ий", "ая", "яя", "ое",
        "ее", "ые", "ие", "ой", "ую", "юю", "ым", "им", "ыми", "ими"};
    for (std::size_t i = at; i < end; ++i) {
      if (bounds_.Starting(i) != nullptr &&
          bounds_.Starting(i)->entry->category == "noun_group") {
        return i;
      }
      bool adjective = false;
      for (const std::string_view ending : kAdjectiveEnds) {
        adjective = adjective || EndsWith(s_.word(i).normal, ending);
      }
      if (!adjective) return i;
    }
    return at;
  }

  std::string GroupOf(std::size_t head) const {
    const PhraseMatch* m = bounds_.Starting(head);
    if (m != nullptr && m->entry->category == "noun_group") {
      return m->entry->note;
    }
    return s_.word(head).stem;
  }

  const SentenceReading& s_;
  const std::vector<Span>& times_;
  MatchAt bounds_, units_, currencies_, cues_, number_words_;
  std::vector<Number> numbers_;
  std::size_t next_time_ = 0;
  std::size_t first_ = 0, last_ = 0;  // of the quantity being read
};

// --- comparison ---

struct Interval {
  double low, high;
  bool low_open, high_open;
};

Interval IntervalOf(const Quantity& q) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  Interval i{q.low * q.unit_factor, q.high * q.unit_factor, q.low_open,
             q.high_open};
  if (q.unbounded_below) i.low = -kInfinity;
  if (q.unbounded_above) i.high = kInfinity;
  if (q.approximate) {
    i.low -= std::abs(i.low) * kAboutTolerance;
    i.high += std::abs(i.high) * kAboutTolerance;
  }
  return i;
}

bool Meet(const Interval& a, const Interval& b) {
  const double low = std::max(a.low, b.low), high = std::min(a.high, b.high);
  if (low < high) return true;
  if (low > high) return false;
  const bool low_open = (a.low == low && a.low_open) ||
                        (b.low == low && b.low_open);
  const bool high_open = (a.high == high && a.high_open) ||
                         (b.high == high && b.high_open);
  return !low_open && !high_open;
}

bool IsExact(const Quantity& q) {
  return q.low == q.high && !q.unbounded_above && !q.unbounded_below &&
         !q.approximate;
}

// Half the place of the last figure that is not zero, where the number is
// round: 500000 for 3 million, 50 for 1200; 0 for 16.
double RoundingOf(double value) {
  if (value < 100 || value != std::floor(value)) return 0;
  double place = 1;
  int figures = static_cast<int>(std::floor(std::log10(value))) + 1;
  while (place * 10 <= value && std::fmod(value, place * 10) == 0) {
    place *= 10;
    --figures;
  }
  return figures <= 2 ? place / 2 : 0;
}

bool RoundsTo(double round, double exact) {
  return std::abs(round - exact) <= RoundingOf(round) &&
         RoundingOf(exact) < RoundingOf(round);
}

bool Comparable(const Quantity& a, const Quantity& b) {
  if (a.dimension != b.dimension) return false;
  if (!a.unit.empty() && (a.noun.empty() || b.noun.empty())) return true;
  if (a.noun.empty() && b.noun.empty()) return true;
  return a.noun == b.noun || (!a.noun_group.empty() &&
                              a.noun_group == b.noun_group);
}

}  // namespace

std::vector<Quantity> FindQuantities(const SentenceReading& s,
                                     const std::vector<Span>& times) {
  // Most sentences have no number: they cost nothing more.
  bool any = !s.matches.of(ListId::kNumbers).empty();
  for (std::size_t i = 0; !any && i < s.size(); ++i) {
    any = s.classes[i] == WordClass::kNumber;
  }
  return any ? QuantityFinder(s, times).Find() : std::vector<Quantity>();
}

QuantityRelation CompareQuantities(const Quantity& a, const Quantity& b) {
  if (!Comparable(a, b)) return QuantityRelation::kNotComparable;
  const Interval x = IntervalOf(a), y = IntervalOf(b);
  if (IsExact(a) && IsExact(b)) {
    if (x.low == y.low) return QuantityRelation::kEqual;
    return RoundsTo(x.low, y.low) || RoundsTo(y.low, x.low)
               ? QuantityRelation::kAgrees
               : QuantityRelation::kDiffers;
  }
  if (x.low == y.low && x.high == y.high && x.low_open == y.low_open &&
      x.high_open == y.high_open && a.approximate == b.approximate) {
    return QuantityRelation::kEqual;
  }
  return Meet(x, y) ? QuantityRelation::kAgrees : QuantityRelation::kDiffers;
}

}  // namespace rashomon
