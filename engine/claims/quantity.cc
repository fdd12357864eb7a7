#include "engine/claims/quantity.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/suffix.h"
#include "engine/claims/number_words.h"
#include "engine/claims/quantity_context.h"
#include "engine/claims/quantity_noun.h"
#include "engine/claims/quantity_trap.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {
namespace {

// Bounds before a number are looked for so often: "at least about 30".
constexpr int kMaxBounds = 2;
// "9 out of 10" is a share where the whole is no more than this.
constexpr double kMaxShareWhole = 100;
constexpr std::string_view kShare = "share";
// What a change ranges over is at most so many times its least.
constexpr double kLargestStretch = 2;

// The stem of the noun that a hyphen joins: of "four-wheeled" that of the word;
// words that begin with a figure have none of their own.
std::string TailStem(const Word& word, std::string_view tail) {
  if (word.kind == WordKind::kWord) {
    const std::size_t at = word.normal.size() - tail.size();
    const std::string_view stem = std::string_view(word.stem).substr(
        std::min(at, word.stem.size()));
    if (!stem.empty()) return std::string(stem.substr(0, stem.find('-')));
  }
  std::string stem(tail.substr(0, tail.find('-')));
  if (EndsWith(stem, "ed") && stem.size() > 4) {
    stem.resize(stem.size() - 2);
  } else if (EndsWith(stem, "s") && stem.size() > 3) {
    stem.pop_back();
  }
  if (EndsWith(stem, "y") && stem.size() > 3) stem.back() = 'i';
  return stem;
}

class QuantityFinder {
 public:
  QuantityFinder(const SentenceReading& s, const std::vector<Span>& times)
      : s_(s), c_(s), use_(c_, times) {}

  // "Between 3 and 2", "$5-$3 million": a slip, or no range at all.
  static Quantity InOrder(Quantity quantity) {
    if (!quantity.unbounded_above && !quantity.unbounded_below &&
        quantity.high < quantity.low) {
      std::swap(quantity.low, quantity.high);
    }
    return quantity;
  }

  void Find(std::vector<Quantity>* counts, std::vector<Quantity>* ordinals) {
    for (std::size_t n = 0; n < c_.numbers.size(); ++n) {
      const NumberUse use = use_.Use(n);
      if (use == NumberUse::kNothing) continue;
      if (use == NumberUse::kName) {
        ordinals->push_back(ReadName(c_.numbers[n]));
      } else if (c_.numbers[n].ordinal) {
        ordinals->push_back(ReadOrdinal(c_.numbers[n]));
      } else {
        counts->push_back(InOrder(Read(&n)));
      }
    }
  }

 private:
  void Begin(const Number& number, Quantity* q) {
    first_ = number.first;
    last_ = number.last;
    q->number = s_.SpanOf(number.first, number.last);
    q->low = number.value;
    q->high = number.high;
  }

  void End(Quantity* q) { q->span = s_.SpanOf(first_, last_); }

  // "Flight 17": the label is the noun.
  Quantity ReadName(const Number& number) {
    Quantity q;
    Begin(number, &q);
    q.ordinal = true;
    std::size_t label = first_;
    while (label > 0 && s_.Is(label - 1, WordClass::kMark)) --label;
    if (label > 0) {
      first_ = label - 1;
      SetNoun(c_, first_, &q);
    }
    End(&q);
    return q;
  }

  // "the third man", "second-story window".
  Quantity ReadOrdinal(const Number& number) {
    Quantity q;
    Begin(number, &q);
    q.ordinal = true;
    if (!number.tail.empty()) {
      q.noun = q.noun_group = TailStem(s_.word(number.last - 1), number.tail);
    } else if (const auto head = HeadNoun(c_, last_, /*one=*/true)) {
      SetNoun(c_, *head, &q);
      last_ = *head + 1;
    }
    End(&q);
    return q;
  }

  // Reads number *n, and the one after it where the two are a range.
  Quantity Read(std::size_t* n) {
    const Number number = c_.numbers[*n];
    Quantity q;
    Begin(number, &q);
    q.approximate = number.plural || number.vague;
    q.unbounded_above = number.plural;
    if (number.fraction) {
      SetUnit({std::string(kShare), 100, "percent"}, &q);
    } else if (!ReadShare(n, &q)) {
      ReadSignBefore(&q);
      ReadRange(n, &q);
      ReadUnit(c_.numbers[*n], &q);
    }
    ReadBoundBefore(&q);
    ReadBoundAfter(&q);
    ReadNoun(number, &q);
    End(&q);
    return q;
  }

  // --- shares: "one in five", "9 out of 10" ---

  bool ReadShare(std::size_t* n, Quantity* q) {
    if (*n + 1 >= c_.numbers.size()) return false;
    const Number& part = c_.numbers[*n];
    const Number& whole = c_.numbers[*n + 1];
    if (whole.ordinal || whole.fraction || whole.value <= part.value ||
        whole.value > kMaxShareWhole || !part.tail.empty()) {
      return false;
    }
    const std::size_t gap = whole.first - part.last;
    const bool in = s_.Is(part.last, "in") || s_.Is(part.last, "of");
    const bool every = gap == 2 && in && s_.Is(part.last + 1, "every");
    const bool out_of = gap == 2 && s_.Is(part.last, "out") &&
                        s_.Is(part.last + 1, "of");
    const bool russian = gap == 1 && s_.Is(part.last, "из") && part.value == 1;
    const bool one_in = gap == 1 && s_.Is(part.last, "in") && part.value == 1;
    if (!every && !out_of && !one_in && !russian) return false;
    if (use_.Use(*n + 1) != NumberUse::kCount) return false;
    q->low = q->high = part.value / whole.value;
    q->number = s_.SpanOf(part.first, whole.last);
    last_ = whole.last;
    ++*n;
    SetUnit({std::string(kShare), 100, "percent"}, q);
    return true;
  }

  // --- ranges ---

  // "10-15", "10 to 15", "between 10 and 15", "от 10 до 15", "$10 to $15",
  // "10% to 15%".
  void ReadRange(std::size_t* n, Quantity* q) {
    if (*n + 1 >= c_.numbers.size()) return;
    const Number& low = c_.numbers[*n];
    const Number& high = c_.numbers[*n + 1];
    if (high.ordinal || high.fraction || high.plural || !low.tail.empty()) {
      return;
    }
    std::size_t join = low.last;
    if (join < high.first && high.first - join >= 2 && SignOrPercent(join)) {
      ++join;
    }
    if (!Joins(first_, join)) return;
    std::size_t next = join + 1;
    if (next < high.first && SignBefore(next + 1)) ++next;
    if (next != high.first) return;
    double low_value = low.value;
    // "2 to 3 million" is 2 million to 3 million.
    if (high.multiplier > 1 && low.multiplier == 1 &&
        low.value * high.multiplier < high.value) {
      low_value *= high.multiplier;
    }
    if (low_value >= high.value) return;
    if (IsChange(first_) && low_value * kLargestStretch < high.value) return;
    q->low = low_value;
    q->high = high.value;
    q->number = s_.SpanOf(low.first, high.last);
    if (const PhraseMatch* opens = RangeOpens(first_);
        opens != nullptr && !s_.IsMark(join, '-')) {
      first_ = opens->first;
    }
    last_ = high.last;
    ++*n;
  }

  // "Fell by 92,000 to 498,000" tells a change and a level; "fell by 10 to 15
  // percent" is a range.
  bool IsChange(std::size_t first) const {
    return first > 0 && s_.Is(first - 1, "by");
  }

  bool SignBefore(std::size_t number) const {
    const PhraseMatch* sign = c_.currencies.Ending(number);
    return sign != nullptr && sign->entry->note == "before";
  }

  bool SignOrPercent(std::size_t i) const {
    return c_.currencies.Starting(i) != nullptr || s_.IsMark(i, '%') ||
           s_.Is(i, "percent");
  }

  // Whether word `join` makes a range of what begins at `from`.
  bool Joins(std::size_t from, std::size_t join) const {
    const PhraseMatch* opens = RangeOpens(from);
    if (s_.IsMark(join, '-')) return true;
    if (s_.Is(join, "to")) return true;
    if (s_.Is(join, "до")) return opens != nullptr;
    if (!s_.Is(join, "and") && !s_.Is(join, "и")) return false;
    return opens != nullptr && (EndsWith(opens->entry->phrase, "between") ||
                                EndsWith(opens->entry->phrase, "между"));
  }

  const PhraseMatch* RangeOpens(std::size_t first) const {
    const PhraseMatch* match = c_.bounds.Ending(first);
    return match != nullptr && match->entry->category == "range" ? match
                                                                 : nullptr;
  }

  // --- units ---

  static void SetUnit(UnitWord unit, Quantity* q) {
    q->unit = std::move(unit.unit);
    q->unit_factor = unit.factor;
    q->dimension = std::move(unit.dimension);
  }

  void ReadSignBefore(Quantity* q) {
    const PhraseMatch* sign = c_.currencies.Ending(first_);
    if (sign == nullptr || sign->entry->note != "before") return;
    if (IsWrittenApart(*sign)) {
      // "A $5 note" is no Australian one.
      SetUnit(UnitOf("USD", ""), q);
      first_ = sign->last - 1;
      return;
    }
    SetUnit(UnitOf(sign->entry->category, ""), q);
    first_ = sign->first;
  }

  // "a $", which the list has as "A$".
  bool IsWrittenApart(const PhraseMatch& sign) const {
    return sign.last - sign.first == 2 &&
           s_.words[sign.first].span.end != s_.words[sign.last - 1].span.begin;
  }

  void ReadUnit(const Number& number, Quantity* q) {
    if (!q->unit.empty()) return SkipCurrencyName(q);
    if (!number.measure.empty()) return ReadMeasure(number.measure, q);
    if (!number.tail.empty()) {
      if (const UnitWord* unit = FindUnitWord(number.tail)) SetUnit(*unit, q);
      return;
    }
    const PhraseMatch* currency = c_.currencies.Starting(last_);
    if (currency != nullptr && currency->entry->note != "before") {
      SetUnit(UnitOf(currency->entry->category, ""), q);
      if (currency->entry->note == "cents") {
        q->low /= 100;
        q->high /= 100;
      }
      last_ = currency->last;
      return TakeStop();
    }
    if (const PhraseMatch* unit = c_.units.Starting(last_)) {
      SetUnit(UnitOf(unit->entry->category, unit->entry->note), q);
      last_ = unit->last;
      return TakeStop();
    }
    ReadAge(q);
  }

  // "Arvid Holm, 45, said": an age.
  void ReadAge(Quantity* q) {
    const bool age = first_ >= 2 && s_.IsMark(first_ - 1, ',') &&
                     s_.word(first_ - 2).capitalized &&
                     (s_.IsMark(last_, ',') || s_.IsMark(last_, '.')) &&
                     last_ == first_ + 1 && q->low > 0 && q->low < 120 &&
                     s_.Is(first_, WordClass::kNumber);
    if (age) SetUnit({"year", 12, "month"}, q);
  }

  // "$5 US dollars" names the currency twice.
  void SkipCurrencyName(const Quantity* q) {
    const PhraseMatch* again = c_.currencies.Starting(last_);
    if (again != nullptr && again->entry->category == q->unit) {
      last_ = again->last;
    }
  }

  // "млрд руб. на": the stop of an abbreviation within the sentence.
  void TakeStop() {
    if (s_.russian && s_.IsMark(last_, '.') && c_.Touching(last_) &&
        last_ + 1 < s_.size()) {
      ++last_;
    }
  }

  // "2 day 86400 s": the note of a word that is number and unit.
  static void ReadMeasure(std::string_view note, Quantity* q) {
    const std::size_t first = note.find(' ');
    if (first == std::string_view::npos) return;
    const std::size_t second = note.find(' ', first + 1);
    if (second == std::string_view::npos) return;
    SetUnit(UnitOf(note.substr(first + 1, second - first - 1),
                   note.substr(second + 1)),
            q);
  }

  // --- bounds ---

  void ReadBoundBefore(Quantity* q) {
    for (int round = 0; round < kMaxBounds; ++round) {
      std::size_t at = first_;
      // "more than the 30", "at least another 30", "some of the 30".
      if (at > 0 && (s_.Is(at - 1, "the") || s_.Is(at - 1, "a") ||
                     s_.Is(at - 1, "an") || s_.Is(at - 1, "another"))) {
        --at;
      }
      const PhraseMatch* bound = c_.bounds.Ending(at);
      if (bound == nullptr) return;
      const bool joined = s_.Is(bound->first, WordClass::kCoordinator);
      if (!Apply(joined ? CategoryOfJoined(*bound)
                        : std::string_view(bound->entry->category), q)) {
        return;
      }
      first_ = bound->first + joined;
    }
  }

  // "and more than 30", "and over 30": the bound without its "and", which the
  // list has for "30 and over".
  std::string_view CategoryOfJoined(const PhraseMatch& bound) const {
    if (bound.entry->note != "after") return bound.entry->category;
    const std::size_t word = bound.first + 1;
    if (s_.Is(word, "over") || s_.Is(word, "above")) return "more";
    return s_.Is(word, "under") ? "less" : "";
  }

  void ReadBoundAfter(Quantity* q) {
    // "100,000+ people".
    if (s_.IsMark(last_, '+') && c_.Touching(last_)) {
      q->unbounded_above = true;
      ++last_;
      return;
    }
    const PhraseMatch* bound = c_.bounds.Starting(last_);
    if (bound == nullptr || bound->entry->note != "after") return;
    if (Apply(bound->entry->category, q)) last_ = bound->last;
  }

  static bool Apply(std::string_view category, Quantity* q) {
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

  void ReadNoun(const Number& number, Quantity* q) {
    if (!number.tail.empty() && !ReadTailBound(number.tail, q)) {
      return ReadTailNoun(number, q);
    }
    std::size_t at = last_;
    // "5 km of road" measures; its noun is the road. "16 of the diplomats".
    if (s_.Is(at, "of")) {
      ++at;
      while (s_.Is(at, WordClass::kDeterminer)) ++at;
      if (ReadNounOfWhole(at, q)) return;
    } else if (q->unit == kShare) {
      while (s_.Is(at, WordClass::kDeterminer)) ++at;
    } else if (!q->unit.empty() && !IsMoneyOfNoun(*q)) {
      return;
    }
    if (const auto head = HeadNoun(c_, at, number.value == 1)) {
      SetNoun(c_, *head, q);
      last_ = *head + 1;
      return;
    }
    if (q->unit.empty() && CountsVictims(c_, first_, last_)) {
      q->noun_group = "people";
    }
  }

  // "six of the nine hostages": the noun belongs to the other number, too, so
  // that the span ends before.
  bool ReadNounOfWhole(std::size_t at, Quantity* q) const {
    if (!q->unit.empty() && q->unit != kShare) return false;
    if (c_.number_words.Starting(at) == nullptr &&
        !s_.Is(at, WordClass::kNumber)) {
      return false;
    }
    const auto whole = std::lower_bound(
        c_.numbers.begin(), c_.numbers.end(), at,
        [](const Number& n, std::size_t word) { return n.first < word; });
    if (whole == c_.numbers.end() || whole->first != at || whole->ordinal) {
      return true;
    }
    if (const auto head = HeadNoun(c_, whole->last, /*one=*/false)) {
      SetNoun(c_, *head, q);
    }
    return true;
  }

  // Russian measures take their noun at once: "5 тонн зерна".
  bool IsMoneyOfNoun(const Quantity& q) const {
    return s_.russian && (q.dimension == "kg" || q.dimension == "barrel" ||
                          q.dimension == "percent");
  }

  // "30-odd people", "30-plus people", "a 20,000-strong crowd".
  static bool ReadTailBound(std::string_view tail, Quantity* q) {
    if (tail == "odd") q->approximate = true;
    if (tail == "plus") q->unbounded_above = true;
    return tail == "odd" || tail == "plus" || tail == "strong";
  }

  void ReadTailNoun(const Number& number, Quantity* q) const {
    if (!q->unit.empty() || number.tail.substr(0, 2) == "a-") return;
    q->noun = q->noun_group =
        TailStem(s_.word(number.last - 1), number.tail);
  }

  const SentenceReading& s_;
  QuantityContext c_;
  NumberUseReader use_;
  std::size_t first_ = 0, last_ = 0;  // of the quantity being read
};

}  // namespace

void FindQuantities(const SentenceReading& s, const std::vector<Span>& times,
                    std::vector<Quantity>* counts,
                    std::vector<Quantity>* ordinals) {
  counts->clear();
  // Most sentences have no number: they cost nothing more.
  if (!MayHaveNumbers(s)) return;
  QuantityFinder(s, times).Find(counts, ordinals);
}

}  // namespace rashomon
