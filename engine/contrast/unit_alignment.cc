#include "engine/contrast/unit_alignment.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>

#include "engine/claims/quantity_comparison.h"
#include "engine/embed/word_vectors.h"

namespace rashomon {
namespace {

// How much of a unit another one stands for; as in engine/align/word_neighbors.
constexpr double kSameMember = 0.95;
constexpr double kSynonym = 0.9;
constexpr double kDerived = 0.85;
constexpr double kNarrower = 0.75;
constexpr double kPrefix = 0.8;
constexpr double kRankForCount = 0.8;  // "the seventh", "seven"
// Cosines of vectors from here on make two units alike. By reading.
constexpr double kLeastCosine = 0.5;
// What agreeing neighbours add to a candidate's similarity.
constexpr double kContextBonus = 0.4;
// What a clash weighs as a candidate for a place, beside its neighbours.
constexpr double kLeastContext = 0.3;
constexpr double kWordNetStrength = 0.75;
constexpr double kNameStrength = 0.5;
constexpr double kTimeStrength = 0.8;
// Values of one noun, and predicates, need not stand beside the same words:
// "passed the law", "the law was rejected".
constexpr double kCountedContext = 0.8;
constexpr double kPredicateContext = 0.6;


struct Candidate {
  int text = 0;
  int hypothesis = 0;
  double similarity = 0;
  double score = 0;  // with context
};

// Ties go to what stands at like places; exchanging the sides keeps the order.
bool GoesFirst(const Candidate& a, const Candidate& b) {
  if (a.score != b.score) return a.score > b.score;
  const int x = std::abs(a.text - a.hypothesis);
  const int y = std::abs(b.text - b.hypothesis);
  if (x != y) return x < y;
  const int p = a.text + a.hypothesis, q = b.text + b.hypothesis;
  return p != q ? p < q : a.text < b.text;
}

bool SameText(const PairSide& a, const PairUnit& x, const PairSide& b,
              const PairUnit& y) {
  const std::size_t n = x.words.last - x.words.first;
  if (n != y.words.last - y.words.first) return false;
  const std::vector<Word>& v = a.index->words(x.sentence);
  const std::vector<Word>& w = b.index->words(y.sentence);
  for (std::size_t i = 0; i + 1 < n; ++i) {
    if (v[x.words.first + i].stem != w[y.words.first + i].stem) return false;
  }
  return x.stem == y.stem;
}

// The set that both belong to, as a's member of it and b's; null: none.
struct SharedSet {
  const ContrastMember* a = nullptr;
  const ContrastMember* b = nullptr;
};

SharedSet SetOfBoth(const PairUnit& a, const PairUnit& b) {
  for (const ContrastMember& x : a.contrasts) {
    for (const ContrastMember& y : b.contrasts) {
      if (x.set == y.set) return {&x, &y};
    }
  }
  return {};
}

bool InOneSet(const PairUnit& a, const PairUnit& b) {
  return SetOfBoth(a, b).a != nullptr;
}

bool SameMember(const PairUnit& a, const PairUnit& b) {
  const SharedSet shared = SetOfBoth(a, b);
  return shared.a != nullptr && shared.a->member == shared.b->member;
}

bool AreExclusive(const PairUnit& a, const PairUnit& b) {
  const SharedSet shared = SetOfBoth(a, b);
  return shared.a != nullptr && shared.a->member != shared.b->member;
}

// "Ukraine" and "Ukrainian" name one place.
bool SamePlace(const PairUnit& a, const PairUnit& b) {
  return a.name && b.name && !a.contrasts.empty() && !b.contrasts.empty() &&
         a.contrasts[0].member == b.contrasts[0].member;
}

bool AreOpposites(const PairUnit& x, const PairUnit& y) {
  return WordRelationTable::Shipped().Between(x.related, y.related) ==
         WordRelation::kOpposite;
}

// Words that say what is so of others, whatever stands between: no nouns.
bool ArePredicates(const PairUnit& x, const PairUnit& y) {
  if (IsVerb(x.tag) && IsVerb(y.tag)) {
    return AreOpposites(x, y) || InOneSet(x, y);
  }
  const auto predicates = [](Tag tag) {
    return IsVerb(tag) || tag == Tag::kPreposition;
  };
  return predicates(x.tag) && predicates(y.tag) && InOneSet(x, y);
}

bool AreConverse(const PairUnit& x, const PairUnit& y) {
  const SharedSet shared = SetOfBoth(x, y);
  return shared.a != nullptr && (shared.a->converse || shared.b->converse);
}

double Cosine(const WordVectors* vectors, std::uint32_t a, std::uint32_t b) {
  if (vectors == nullptr || a == WordVectors::kUnknown ||
      b == WordVectors::kUnknown) {
    return 0;
  }
  const WordRow x = vectors->row(a), y = vectors->row(b);
  std::int32_t sum = 0;
  for (int i = 0; i < vectors->dimensions(); ++i) {
    sum += std::int32_t{x.values[i]} * y.values[i];
  }
  return static_cast<double>(sum) * x.scale * y.scale;
}

bool ShareMost(std::string_view a, std::string_view b) {
  constexpr std::size_t kLeast = 5;
  const std::size_t n = std::min(a.size(), b.size());
  return n >= kLeast && a.substr(0, kLeast) == b.substr(0, kLeast) &&
         std::max(a.size(), b.size()) <= n + 4;
}

double NumberSimilarity(const Quantity& a, const Quantity& b) {
  if (a.low == b.low && a.high == b.high) {
    return a.ordinal == b.ordinal ? 1 : kRankForCount;
  }
  if (a.ordinal != b.ordinal) return 0;
  const QuantityRelation relation = CompareQuantities(a, b);
  return relation == QuantityRelation::kEqual    ? 1
         : relation == QuantityRelation::kAgrees ? 0.9
                                                 : 0;
}

double Similarity(const PairSide& a, const PairUnit& x, const PairSide& b,
                  const PairUnit& y, const WordVectors* vectors) {
  if (x.number || y.number) {
    return x.number && y.number ? NumberSimilarity(*x.number, *y.number) : 0;
  }
  if (SameText(a, x, b, y)) return 1;
  if (SameMember(x, y) || SamePlace(x, y)) return kSameMember;
  if (InOneSet(x, y)) return 0;
  if (x.name && y.name) {
    return ShareMost(x.stem, y.stem) ? kPrefix : 0;
  }
  switch (WordRelationTable::Shipped().Between(x.related, y.related)) {
    case WordRelation::kOpposite: return 0;
    case WordRelation::kSynonym: return kSynonym;
    case WordRelation::kDerived: return kDerived;
    case WordRelation::kNarrower: return kNarrower;
    case WordRelation::kNone: break;
  }
  if (ShareMost(x.stem, y.stem)) return kPrefix;
  const double cosine = Cosine(vectors, x.row, y.row);
  return cosine >= kLeastCosine ? cosine : 0;
}

bool IsDateNumber(const PairUnit& unit) {
  return !unit.number && unit.tag == Tag::kNumber;
}

// Two years, or two days of a month.
bool AreUnlikeDates(const PairUnit& x, const PairUnit& y) {
  constexpr std::size_t kYearDigits = 4;
  return IsDateNumber(x) && IsDateNumber(y) && x.stem != y.stem &&
         (x.stem.size() == kYearDigits) == (y.stem.size() == kYearDigits);
}

// The same things are counted.
bool CountOneThing(const PairUnit& x, const PairUnit& y) {
  return x.number && y.number && !x.number->noun.empty() &&
         CompareQuantities(*x.number, *y.number) == QuantityRelation::kDiffers;
}

// Two members of a set of two, or antonyms, or two of many.
std::optional<UnitClash> ClashOf(const PairUnit& x, const PairUnit& y) {
  UnitClash clash;
  if (AreUnlikeDates(x, y)) {
    clash.kind = ClashKind::kTime;
    clash.strength = kTimeStrength;
    return clash;
  }
  if (x.number && y.number) {
    if (x.number->ordinal != y.number->ordinal) return std::nullopt;
    if (x.number->unit != y.number->unit) return std::nullopt;
    clash.kind = x.number->ordinal ? ClashKind::kOrdinal : ClashKind::kNumber;
    clash.strength = 0.9;
    return clash;
  }
  if (x.number || y.number) return std::nullopt;
  if (const SharedSet shared = SetOfBoth(x, y); shared.a != nullptr) {
    if (shared.a->member == shared.b->member) return std::nullopt;
    clash.kind = ArePredicates(x, y) ? ClashKind::kPredicate
                                     : ClashKind::kExclusive;
    clash.strength = std::min(shared.a->strength, shared.b->strength);
    return clash;
  }
  if (AreOpposites(x, y)) {
    clash.kind = ArePredicates(x, y) ? ClashKind::kPredicate
                                     : ClashKind::kOpposite;
    clash.strength = kWordNetStrength;
    return clash;
  }
  if (x.name && y.name) {
    clash.kind = ClashKind::kName;
    clash.strength = kNameStrength;
    return clash;
  }
  const bool fits = (IsNoun(x.tag) && IsNoun(y.tag) && !x.name && !y.name) ||
                    (IsVerb(x.tag) && IsVerb(y.tag)) ||
                    (x.tag == Tag::kAdjective && y.tag == Tag::kAdjective);
  if (!fits) return std::nullopt;
  clash.kind = ClashKind::kOther;
  return clash;
}

class UnitAligner {
 public:
  UnitAligner(const PairSide& text, const PairSide& hypothesis,
              const WordModel& model)
      : text_(text), hypothesis_(hypothesis), vectors_(model.vectors()) {
    result_.of_text.resize(text.units.size());
    result_.of_hypothesis.resize(hypothesis.units.size());
  }

  UnitAlignment Align() {
    CompareAll();
    Assign();
    FindClashes();
    return std::move(result_);
  }

 private:
  int n() const { return static_cast<int>(text_.units.size()); }
  int m() const { return static_cast<int>(hypothesis_.units.size()); }
  double& at(int t, int h) {
    return similarity_[static_cast<std::size_t>(t * m() + h)];
  }
  double Near(int t, int h) {
    return t < 0 || h < 0 || t >= n() || h >= m() ? 0 : at(t, h);
  }

  void CompareAll() {
    similarity_.resize(static_cast<std::size_t>(n() * m()));
    for (int t = 0; t < n(); ++t) {
      for (int h = 0; h < m(); ++h) {
        at(t, h) = Similarity(text_, TextUnit(t), hypothesis_,
                              HypothesisUnit(h), vectors_);
      }
    }
  }

  const PairUnit& TextUnit(int t) const {
    return text_.units[static_cast<std::size_t>(t)];
  }
  const PairUnit& HypothesisUnit(int h) const {
    return hypothesis_.units[static_cast<std::size_t>(h)];
  }
  UnitLink& OfText(int t) {
    return result_.of_text[static_cast<std::size_t>(t)];
  }
  UnitLink& OfHypothesis(int h) {
    return result_.of_hypothesis[static_cast<std::size_t>(h)];
  }

  // How alike the neighbours are, before any link: 0..1.
  double NearbyLikeness(int t, int h) {
    const double before =
        std::max({Near(t - 1, h - 1), 0.7 * Near(t - 2, h - 1),
                  0.7 * Near(t - 1, h - 2)});
    const double after =
        std::max({Near(t + 1, h + 1), 0.7 * Near(t + 2, h + 1),
                  0.7 * Near(t + 1, h + 2)});
    return (before + after) / 2;
  }

  void Assign() {
    std::vector<Candidate> candidates;
    for (int t = 0; t < n(); ++t) {
      for (int h = 0; h < m(); ++h) {
        const double similarity = at(t, h);
        if (similarity <= 0) continue;
        const double context = kContextBonus * NearbyLikeness(t, h);
        candidates.push_back({t, h, similarity, similarity + context});
      }
    }
    std::sort(candidates.begin(), candidates.end(), GoesFirst);
    for (const Candidate& c : candidates) {
      if (OfText(c.text).other >= 0 || OfHypothesis(c.hypothesis).other >= 0) {
        continue;
      }
      OfText(c.text) = {c.hypothesis, c.similarity};
      OfHypothesis(c.hypothesis) = {c.text, c.similarity};
    }
  }

  // Whether the unit `step` away on both sides (one may skip a unit) is linked;
  // an edge agrees with an edge.
  double Agreement(int t, int h, int step) {
    while (AreOtherNames(t, h, step)) {
      t += step;
      h += step;
    }
    const bool text_ends = AtEdge(text_, t, step);
    const bool hypothesis_ends = AtEdge(hypothesis_, h, step);
    if (text_ends && hypothesis_ends) return 0.7;
    if (text_ends || hypothesis_ends) return 0;
    const auto linked = [&](int i, int j) {
      return j >= 0 && j < m() && OfHypothesis(j).other == i ? 1.0 : 0.0;
    };
    return std::max({linked(t + step, h + step),
                     0.7 * linked(t + 2 * step, h + step),
                     0.7 * linked(t + step, h + 2 * step)});
  }

  // The neighbours are the rest of two other names: "John Smith", "Ann Brown".
  bool AreOtherNames(int t, int h, int step) const {
    if (AtEdge(text_, t, step) || AtEdge(hypothesis_, h, step)) return false;
    if (!TextUnit(t).name || !HypothesisUnit(h).name) return false;
    const auto i = static_cast<std::size_t>(t + step);
    const auto j = static_cast<std::size_t>(h + step);
    return text_.units[i].name && hypothesis_.units[j].name &&
           result_.of_text[i].other < 0 && result_.of_hypothesis[j].other < 0;
  }

  static bool AtEdge(const PairSide& side, int unit, int step) {
    const int other = unit + step;
    if (other < 0 || other >= static_cast<int>(side.units.size())) return true;
    return side.units[static_cast<std::size_t>(other)].sentence !=
           side.units[static_cast<std::size_t>(unit)].sentence;
  }

  double ContextOf(int t, int h) {
    const double beside = (Agreement(t, h, -1) + Agreement(t, h, 1)) / 2;
    const PairUnit& x = TextUnit(t);
    const PairUnit& y = HypothesisUnit(h);
    if (CountOneThing(x, y)) return std::max(beside, kCountedContext);
    if (ArePredicates(x, y) && !AreConverse(x, y)) {
      return std::max(beside, kPredicateContext);
    }
    return beside;
  }

  // A unit that is said on the other side as well excludes nothing there.
  bool IsFound(const UnitLink& link) const { return link.similarity >= 0.8; }

  // How many units of the clause of t say what the hypothesis says.
  int LinksInClause(int t) const {
    const int clause = TextUnit(t).clause;
    int links = 0;
    for (int i = 0; i < n(); ++i) {
      links += TextUnit(i).clause == clause &&
               result_.of_text[static_cast<std::size_t>(i)].other >= 0;
    }
    return links;
  }

  // A predicate that excludes h's stands among what the hypothesis speaks of,
  // and the one that is like h's does not.
  bool IsNearerThanLink(int t, int h) const {
    const PairUnit& x = TextUnit(t);
    const PairUnit& y = HypothesisUnit(h);
    if (!ArePredicates(x, y) || !AreExclusive(x, y)) return false;
    const int linked = result_.of_hypothesis[static_cast<std::size_t>(h)].other;
    return TextUnit(linked).clause != x.clause &&
           LinksInClause(t) >= LinksInClause(linked) + 1;
  }

  void FindClashes() {
    std::vector<UnitClash> found;
    for (int t = 0; t < n(); ++t) {
      if (IsFound(OfText(t))) continue;
      for (int h = 0; h < m(); ++h) {
        if (at(t, h) > 0) continue;
        if (IsFound(OfHypothesis(h)) && !IsNearerThanLink(t, h)) continue;
        std::optional<UnitClash> clash =
            ClashOf(TextUnit(t), HypothesisUnit(h));
        if (!clash) continue;
        clash->text = t;
        clash->hypothesis = h;
        clash->context = ContextOf(t, h);
        if (clash->context >= kLeastContext) found.push_back(*clash);
      }
    }
    KeepBest(std::move(found));
  }

  // Each unit in one clash.
  void KeepBest(std::vector<UnitClash> found) {
    std::stable_sort(found.begin(), found.end(),
                     [](const UnitClash& a, const UnitClash& b) {
                       return a.strength + a.context > b.strength + b.context;
                     });
    std::vector<bool> text_used(text_.units.size());
    std::vector<bool> hypothesis_used(hypothesis_.units.size());
    for (const UnitClash& c : found) {
      const auto t = static_cast<std::size_t>(c.text);
      const auto h = static_cast<std::size_t>(c.hypothesis);
      if (text_used[t] || hypothesis_used[h]) continue;
      text_used[t] = hypothesis_used[h] = true;
      result_.clashes.push_back(c);
    }
  }

  const PairSide& text_;
  const PairSide& hypothesis_;
  const WordVectors* vectors_;
  std::vector<double> similarity_;  // n x m
  UnitAlignment result_;
};

}  // namespace

UnitAlignment AlignUnits(const PairSide& text, const PairSide& hypothesis,
                         const WordModel& model) {
  return UnitAligner(text, hypothesis, model).Align();
}

}  // namespace rashomon
