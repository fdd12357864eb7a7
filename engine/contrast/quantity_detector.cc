#include "engine/contrast/quantity_detector.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "engine/base/strings.h"
#include "engine/claims/quantity.h"
#include "engine/contrast/amounts.h"
#include "engine/contrast/detector_words.h"
#include "engine/contrast/evidence.h"
#include "engine/contrast/numbers_by_size.h"
#include "engine/contrast/telling_numbers.h"
#include "engine/contrast/time_difference.h"

namespace rashomon {
namespace {

// Words round a number that must have something in common with those round the
// other: chosen by reading the quantity rows of data/divergences.
constexpr std::size_t kContext = 6;
constexpr double kMinContext = 0.12;
// Numbers that cannot both be right are about the same thing only where more
// of the words agree.
constexpr double kMinContextDiffers = 0.25;
// The same where only the unit is counted, and the sentences may tell of other
// things: by reading such findings in the pairs of tools/train/marks.
constexpr double kMinContextOfUnits = 0.4;
// Times, and sums of money whatever the words round them, are compared where two
// sentences surely tell the same.
constexpr double kSureConfidence = 0.5;
constexpr double kSureSimilarity = 0.35;

// Harm done to those who are counted: later counts grow.
bool IsHarm(const ReportIndex& report, int sentence, const Span& span) {
  const WordRange at = report.WordsOf(sentence, span);
  const WordRange wide = GrowInClause(report, sentence, at, 3, 4);
  const auto begin = report.words(sentence).begin();
  return std::any_of(begin + static_cast<std::ptrdiff_t>(wide.first),
                     begin + static_cast<std::ptrdiff_t>(wide.last),
                     [](const Word& word) {
                       return DetectorWords::Shipped().Has(WordGroup::kHarm,
                                                           word);
                     });
}

// One quantity, or two joined by "and" that are counted together.
struct Value {
  Quantity quantity;
  bool joined = false;
};

bool JoinedByAnd(const ReportIndex& report, int sentence, const Quantity& a,
                 const Quantity& b) {
  const WordRange ra = report.WordsOf(sentence, a.span);
  const WordRange rb = report.WordsOf(sentence, b.span);
  if (rb.first != ra.last + 1) return false;
  const std::string_view between = report.words(sentence)[ra.last].normal;
  return between == "and" || between == "и";
}

bool IsExactCount(const Quantity& q) {
  return q.unit.empty() && !q.noun.empty() && !q.approximate &&
         !q.unbounded_above && !q.unbounded_below && q.low == q.high;
}

// "16 organizations and 16 individuals" adds {32 organizations} and
// {32 individuals}: a report that rounds gives the sum under either noun.
void AddJoined(const ReportIndex& report, int sentence,
               const std::vector<Quantity>& quantities,
               std::vector<Value>* values) {
  for (std::size_t k = 0; k + 1 < quantities.size(); ++k) {
    const Quantity& a = quantities[k];
    const Quantity& b = quantities[k + 1];
    if (!IsExactCount(a) || !IsExactCount(b) ||
        !JoinedByAnd(report, sentence, a, b)) {
      continue;
    }
    for (const Quantity& noun : {a, b}) {
      Value sum{noun, true};
      sum.quantity.span = {a.span.field, a.span.begin, b.span.end};
      sum.quantity.low = sum.quantity.high = a.low + b.low;
      values->push_back(std::move(sum));
    }
  }
}

std::vector<Value> ValuesIn(const ReportIndex& report, int sentence) {
  const std::vector<Quantity> quantities = report.QuantitiesIn(sentence);
  std::vector<Value> values;
  for (const Quantity& q : quantities) values.push_back({q, false});
  AddJoined(report, sentence, quantities, &values);
  return values;
}

// What each sentence of a report counts, and when.
struct Counts {
  explicit Counts(const ReportIndex& report) {
    for (int i = 0; i < report.sentence_count(); ++i) {
      values.push_back(ValuesIn(report, i));
      times.push_back(report.TimesIn(i));
    }
    by_size = NumbersBySize(PlacedIn(values));
  }
  // by_size points into values, which stay where they are when it is moved.
  Counts(Counts&&) = default;
  Counts& operator=(Counts&&) = default;

  static std::vector<PlacedQuantity> PlacedIn(
      const std::vector<std::vector<Value>>& values) {
    std::vector<PlacedQuantity> placed;
    for (std::size_t i = 0; i < values.size(); ++i) {
      for (const Value& v : values[i]) {
        if (!v.joined) placed.push_back({static_cast<int>(i), &v.quantity});
      }
    }
    return placed;
  }

  std::vector<std::vector<Value>> values;
  NumbersBySize by_size{{}};  // of `values`, without sums
  std::vector<std::vector<TimeExpression>> times;
};

// Both reports, from one side.
struct BothCounts {
  const Counts& near;
  const Counts& far;
};

StemSet ContextOf(const ReportIndex& report, int sentence, const Span& span) {
  const WordRange at = report.WordsOf(sentence, span);
  const std::size_t total = report.words(sentence).size();
  const std::size_t first = at.first - std::min(at.first, kContext);
  const std::size_t last = std::min(total, at.last + kContext);
  StemSet stems = StemsOf(report, sentence, {first, at.first});
  stems.InsertAll(StemsOf(report, sentence, {at.last, last}));
  return stems;
}

// Share of words in common round the two, 0..1 (Dice).
double ContextOverlap(const Direction& d, int i, const Span& a, int j,
                      const Span& b) {
  const StemSet near = ContextOf(*d.near, i, a);
  const StemSet far = ContextOf(*d.far, j, b);
  if (near.empty() || far.empty()) return 0;
  return 2.0 * static_cast<double>(CountShared(near, far)) /
         static_cast<double>(near.size() + far.size());
}

// As DiffersInPrecision; a sum beside a number that it agrees with, too.
bool IsPrecision(const Value& a, const Value& b, QuantityRelation relation) {
  const bool sum = a.joined != b.joined &&
                   relation == QuantityRelation::kAgrees &&
                   IsNear(a.quantity, b.quantity);
  return sum || DiffersInPrecision(a.quantity, b.quantity, relation);
}

bool TellTheSame(const Partner& partner) {
  return partner.similarity >= kSureSimilarity ||
         partner.confidence >= kSureConfidence;
}

struct Match {
  Span near;
  Span far;
  int near_sentence = 0;
  int far_sentence = 0;
  std::string_view rule;
  int weight = 1;
  double context = 0;
  Partner partner;
  bool joined = false;
  bool has_unit = false;
  bool telling = false;  // found by the numbers alone
};

bool IsUpdate(const Direction& d, const Match& m, const Quantity& near,
              const Quantity& far) {
  if (!d.dated || d.days_to_far == 0) return false;
  const bool far_later = d.days_to_far > 0;
  const bool grows = far_later ? far.low > near.low : near.low > far.low;
  return grows && IsHarm(*d.near, m.near_sentence, m.near) &&
         IsHarm(*d.far, m.far_sentence, m.far);
}

// "Alda Verin, 76,": years that no word names.
bool IsAge(const Quantity& q) {
  return q.unit == "year" && q.span == q.number;
}

// The stem of the word before the comma before an age; -1 where there is none.
int BearerOf(const ReportIndex& report, int sentence, const Span& age) {
  const std::size_t first = report.WordsOf(sentence, age).first;
  return first < 2 ? -1 : report.stem(sentence, first - 2);
}

// Whether numbers that cannot both be right are of one thing: in sentences that
// tell the same, or where the words agree that are counted, or most of those
// round a unit. Ages are those of one name.
bool MayDiffer(const Direction& d, const Quantity& a, const Quantity& b,
               const Match& m) {
  if (IsAge(a) || IsAge(b)) {
    return IsAge(a) && IsAge(b) &&
           BearerOf(*d.near, m.near_sentence, m.near) ==
               BearerOf(*d.far, m.far_sentence, m.far);
  }
  if (TellTheSame(m.partner)) return true;
  if (!a.unit.empty()) return m.context >= kMinContextOfUnits;
  return !a.noun.empty() && a.noun == b.noun;
}

void NameOtherValue(const Direction& d, const Quantity& near,
                    const Quantity& far, Match* m) {
  const bool update = IsUpdate(d, *m, near, far);
  m->rule = update ? "quantity.update" : "quantity.value";
  m->weight = update ? 1 : 3;
}

bool IsOtherValue(const Match& m) {
  return m.rule == "quantity.value" || m.rule == "quantity.update";
}

void NamePrecision(Match* m) {
  m->rule = "quantity.precision";
  m->weight = 2;
}

std::optional<Match> Compare(const Direction& d, int i, const Value& a,
                             const Partner& partner, const Value& b) {
  const QuantityRelation relation =
      CompareQuantities(a.quantity, b.quantity);
  if (relation == QuantityRelation::kEqual ||
      relation == QuantityRelation::kNotComparable || (a.joined && b.joined)) {
    return std::nullopt;
  }
  Match m;
  m.near = a.quantity.span;
  m.far = b.quantity.span;
  m.near_sentence = i;
  m.far_sentence = partner.sentence;
  m.partner = partner;
  m.joined = a.joined || b.joined;
  m.has_unit = !a.quantity.unit.empty();
  m.context =
      ContextOverlap(d, i, m.near, partner.sentence, m.far);
  // Sums of money that agree but for rounding speak for themselves, and so do
  // those in sentences that tell the same.
  const bool money = m.has_unit && a.quantity.unit != "percent" &&
                     relation == QuantityRelation::kAgrees;
  const bool sums = IsMoney(a.quantity) && TellTheSame(partner);
  if (m.context < kMinContext && !m.joined && !money && !sums) {
    return std::nullopt;
  }
  if (m.joined && !IsImprecise(a.joined ? b.quantity : a.quantity)) {
    return std::nullopt;
  }
  const bool at_bound = IsBoundAtOther(a.quantity, b.quantity);
  if (relation == QuantityRelation::kDiffers && !at_bound) {
    if (m.joined || (m.context < kMinContextDiffers && !sums) ||
        !MayDiffer(d, a.quantity, b.quantity, m)) {
      return std::nullopt;
    }
    NameOtherValue(d, a.quantity, b.quantity, &m);
    return m;
  }
  if (!IsPrecision(a, b, relation)) return std::nullopt;
  NamePrecision(&m);
  return m;
}

// Whether the value stands on the other side as well, so that another number
// there is about something else.
bool StandsIn(const Value& value, const std::vector<Value>& others) {
  return std::any_of(others.begin(), others.end(), [&](const Value& o) {
    return !o.joined && CompareQuantities(value.quantity, o.quantity) ==
                            QuantityRelation::kEqual;
  });
}

// Whether the other report gives one of two values alike, if not in this
// sentence: then it is no other value for the same.
bool IsGivenAlike(const BothCounts& counts, const Match& m, const Value& near,
                  const Value& far) {
  return IsOtherValue(m) && (counts.far.by_size.GiveAlike(near.quantity) ||
                             counts.near.by_size.GiveAlike(far.quantity));
}

// Of the matches of two sentences the best by context, each number once.
void KeepBest(std::vector<Match>* matches) {
  auto key = [](const Match& m) {
    return std::make_pair(std::min(m.near.begin, m.far.begin),
                          std::max(m.near.begin, m.far.begin));
  };
  std::sort(matches->begin(), matches->end(),
            [&](const Match& a, const Match& b) {
              if (a.joined != b.joined) return a.joined;
              if (a.context != b.context) return a.context > b.context;
              return key(a) < key(b);
            });
  std::vector<Match> kept;
  for (const Match& m : *matches) {
    if (std::none_of(kept.begin(), kept.end(), [&](const Match& k) {
          return Overlaps(k.near, m.near) || Overlaps(k.far, m.far);
        })) {
      kept.push_back(m);
    }
  }
  *matches = std::move(kept);
}

// With `sums_only`, joined quantities alone: a sum that a bound or round number
// fits is a find wherever it stands.
void CompareValues(const Direction& d, const BothCounts& counts, int i,
                   const Partner& partner, bool sums_only,
                   std::vector<Match>* matches) {
  const std::vector<Value>& near = counts.near.values[i];
  const std::vector<Value>& far = counts.far.values[partner.sentence];
  if (near.empty() || far.empty()) return;
  std::vector<const Value*> others;
  for (const Value& b : far) {
    if (!StandsIn(b, near)) others.push_back(&b);
  }
  if (others.empty()) return;
  std::vector<Match> own;
  for (const Value& a : near) {
    if (StandsIn(a, far)) continue;
    for (const Value* b : others) {
      if (sums_only && !a.joined && !b->joined) continue;
      const std::optional<Match> m = Compare(d, i, a, partner, *b);
      if (m && !IsGivenAlike(counts, *m, a, *b)) own.push_back(*m);
    }
  }
  KeepBest(&own);
  matches->insert(matches->end(), own.begin(), own.end());
}

bool HasSum(const std::vector<Value>& values) {
  return std::any_of(values.begin(), values.end(),
                     [](const Value& v) { return v.joined; });
}

void CompareSums(const Direction& d, const BothCounts& counts, int i,
                 std::vector<Match>* matches) {
  if (!HasSum(counts.near.values[i])) return;
  const std::vector<Partner>& partners = (*d.partners)[i];
  for (int j = 0; j < d.far->sentence_count(); ++j) {
    if (std::none_of(partners.begin(), partners.end(),
                     [&](const Partner& p) { return p.sentence == j; })) {
      CompareValues(d, counts, i, Partner{j, 0, 0, 0}, true, matches);
    }
  }
}

// Sentences with one time each: with more, which goes with which is a guess.
void CompareTimes(const Direction& d, const BothCounts& counts, int i,
                  const Partner& partner, std::vector<Match>* matches) {
  if (!TellTheSame(partner)) return;
  const std::vector<TimeExpression>& near = counts.near.times[i];
  const std::vector<TimeExpression>& far = counts.far.times[partner.sentence];
  if (near.size() != 1 || far.size() != 1) return;
  const std::optional<TimeDifference> difference =
      CompareTwoTimes(d, i, near[0], partner.sentence, far[0]);
  if (!difference) return;
  const bool other = *difference == TimeDifference::kOther;
  Match m;
  m.rule = other ? "quantity.time" : "quantity.time-precision";
  m.weight = other ? 2 : 1;
  m.near = near[0].span;
  m.far = far[0].span;
  m.near_sentence = i;
  m.far_sentence = partner.sentence;
  m.partner = partner;
  m.context = ContextOverlap(d, i, m.near, partner.sentence, m.far);
  // Two acts of one story each have their time.
  if (other && m.context < kMinContextDiffers) return;
  matches->push_back(m);
}

Partner PartnerAt(const Direction& d, int i, int sentence) {
  for (const Partner& p : (*d.partners)[i]) {
    if (p.sentence == sentence) return p;
  }
  return {sentence, 0, 0, 0};
}

// Adds what no match has found yet.
void AddTelling(const Direction& d, const BothCounts& counts,
                std::vector<Match>* matches) {
  const std::size_t found = matches->size();
  for (const TellingPair& pair :
       FindTellingPairs(counts.near.by_size, counts.far.by_size)) {
    Match m;
    m.near = pair.near.quantity->span;
    m.far = pair.far.quantity->span;
    if (std::any_of(matches->begin(), matches->begin() + found,
                    [&m](const Match& other) {
                      return other.near == m.near && other.far == m.far;
                    })) {
      continue;
    }
    m.near_sentence = pair.near.sentence;
    m.far_sentence = pair.far.sentence;
    m.partner = PartnerAt(d, m.near_sentence, m.far_sentence);
    m.has_unit = !pair.near.quantity->unit.empty();
    m.context =
        ContextOverlap(d, m.near_sentence, m.near, m.far_sentence, m.far);
    m.telling = true;
    if (pair.other_value) {
      NameOtherValue(d, *pair.near.quantity, *pair.far.quantity, &m);
    } else {
      NamePrecision(&m);
    }
    matches->push_back(m);
  }
}

std::string Explain(std::string_view rule, std::string a, std::string b) {
  if (b < a) std::swap(a, b);
  const std::string quotes = StrCat(Quoted(a), " / ", Quoted(b));
  if (rule == "quantity.precision") {
    return StrCat("The same quantity is given more precisely in one report: ",
                  quotes, ".");
  }
  if (rule == "quantity.update") {
    return StrCat("The later report has a higher count, as reports of harm "
                  "do when they are updated: ", quotes, ".");
  }
  if (rule == "quantity.time") {
    return StrCat("The reports give different times: ", quotes, ".");
  }
  if (rule == "quantity.time-precision") {
    return StrCat("The time is given more precisely in one report: ", quotes,
                  ".");
  }
  return StrCat("The reports give different numbers for this: ", quotes, ".");
}

// Numbers come with the words that say what they count.
Evidence QuantityEvidence(const ReportIndex& report, int sentence,
                          const Span& span, bool time) {
  const WordRange at = report.WordsOf(sentence, span);
  return EvidenceAt(report, sentence,
                    GrowInClause(report, sentence, at, time ? 4 : 2,
                                 time ? 2 : 3));
}

void AddFinding(const Direction& d, const Match& m,
                std::vector<Finding>* found) {
  const bool time = m.rule.substr(0, 13) == "quantity.time";
  Evidence here = QuantityEvidence(*d.near, m.near_sentence, m.near, time);
  Evidence there = QuantityEvidence(*d.far, m.far_sentence, m.far, time);
  Finding finding;
  const std::string explanation = Explain(m.rule, here.quote, there.quote);
  std::vector<std::string> triggers = {
      std::string(d.near->article().Quote(m.near)),
      std::string(d.far->article().Quote(m.far))};
  std::sort(triggers.begin(), triggers.end());
  const bool near_lead = d.near->IsLead(m.near_sentence);
  const bool far_lead = d.far->IsLead(m.far_sentence);
  finding.divergence = OnSides(d.near_side, std::move(here), std::move(there));
  Divergence& result = finding.divergence;
  result.kind = DivergenceKind::kQuantity;
  result.rule = m.rule;
  result.triggers = std::move(triggers);
  result.weight = m.weight;
  result.explanation = explanation;
  finding.features = {
      {"time", time ? 1.0 : 0.0},
      {"precision", m.rule.find("precision") != std::string_view::npos ? 1.0
                                                                       : 0.0},
      {"joined", m.joined ? 1.0 : 0.0},
      {"unit", m.has_unit ? 1.0 : 0.0},
      {"context", m.context},
      {"aligned", m.partner.confidence},
      {"telling", m.telling && m.rule == "quantity.precision" ? 1.0 : 0.0},
      {"telling_value", m.telling && m.rule == "quantity.value" ? 1.0 : 0.0},
      {"similarity", m.partner.similarity},
      {"lead", (near_lead ? 0.5 : 0) + (far_lead ? 0.5 : 0)},
  };
  found->push_back(std::move(finding));
}

}  // namespace

void DetectQuantities(const Direction& direction,
                      std::vector<Finding>* found) {
  const auto read = [](const ReportIndex& report) { return Counts(report); };
  const BothCounts counts{direction.readings->Of(*direction.near, read),
                          direction.readings->Of(*direction.far, read)};
  std::vector<Match> matches;
  for (int i = 0; i < direction.near->sentence_count(); ++i) {
    for (const Partner& partner : (*direction.partners)[i]) {
      CompareValues(direction, counts, i, partner, false, &matches);
      CompareTimes(direction, counts, i, partner, &matches);
    }
    CompareSums(direction, counts, i, &matches);
  }
  AddTelling(direction, counts, &matches);
  for (const Match& m : matches) AddFinding(direction, m, found);
}

}  // namespace rashomon
