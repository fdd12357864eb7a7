#include "engine/contrast/contradiction_detector.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/strings.h"
#include "engine/claims/tag.h"
#include "engine/contrast/called_untrue.h"
#include "engine/contrast/clauses.h"
#include "engine/contrast/evidence.h"
#include "engine/contrast/negated_words.h"
#include "engine/contrast/predicate_match.h"
#include "engine/contrast/unsure_words.h"
#include "engine/lexicon/related_words.h"
#include "engine/lexicon/word_relations.h"

namespace rashomon {
namespace {

// Chosen by reading, as the others. Clauses less alike, and sentences less
// surely aligned, do not tell of the same.
constexpr double kOppositeLikeness = 0.45;
constexpr double kOppositeAligned = 0.5;
constexpr double kNegatedAligned = 0.3;
constexpr double kNegatedShared = 0.25;
constexpr double kUntrueAligned = 0.5;
constexpr std::size_t kMaxSentenceWords = 24;
constexpr std::size_t kMaxWords = 16;
// Words shown before and after what is negated.
constexpr std::size_t kShownBefore = 4;
constexpr std::size_t kShownAfter = 7;

bool IsOwnStatement(const ReportIndex& report, int sentence) {
  for (int c : report.claims_in(sentence)) {
    const Claim& claim = report.annotation().claims[c];
    if (claim.mode != ClaimMode::kVoice || claim.polarity < 0 ||
        claim.certainty != Certainty::kAsserted) {
      return false;
    }
  }
  return !TellsDenial(report, sentence);
}

// Stems before and after a word of a clause.
struct Sides {
  StemSet before, after;
};

Sides SidesOf(const ReportIndex& report, const Clause& clause,
              std::size_t word) {
  return {StemsOf(report, clause.sentence, {clause.range.first, word}),
          StemsOf(report, clause.sentence, {word + 1, clause.range.last})};
}

// "A beat B" / "B lost to A": what stands before the one stands behind the
// other and the other way round.
bool AreConverse(const Sides& a, const Sides& b) {
  return SharesStem(a.before, b.after) && SharesStem(a.after, b.before) &&
         !SharesStem(a.before, b.before);
}

const Act* ActOf(const ReportIndex& report, int sentence, const Word& verb) {
  for (int c : report.claims_in(sentence)) {
    for (const Act& act : report.annotation().claims[c].acts) {
      if (Overlaps(act.verb, verb.span)) return &act;
    }
  }
  return nullptr;
}

StemSet UndergoerOf(const ReportIndex& report, int sentence,
                    const Word& verb) {
  const Act* act = ActOf(report, sentence, verb);
  if (act == nullptr || !act->undergoer) return {};
  return StemsOf(report, sentence, report.WordsOf(sentence, *act->undergoer));
}

// Whether the opposite verbs are said of one thing, as far as can be told.
bool TellOfOneThing(const Direction& d, const Clause& a, std::size_t i,
                    const Clause& b, std::size_t j) {
  if (AreConverse(SidesOf(*d.near, a, i), SidesOf(*d.far, b, j))) return false;
  const StemSet x =
      UndergoerOf(*d.near, a.sentence, d.near->words(a.sentence)[i]);
  const StemSet y =
      UndergoerOf(*d.far, b.sentence, d.far->words(b.sentence)[j]);
  return x.empty() || y.empty() || SharesStem(x, y);
}

bool HasOpposite(const ReportIndex& report, int base) {
  const std::span<const Relative> relatives =
      report.numbers().related().of(base);
  return std::any_of(relatives.begin(), relatives.end(),
                     [](const Relative& r) {
                       return r.relation == WordRelation::kOpposite;
                     });
}

// Whether the word says what is so of something: a verb, or an adjective after
// "is". "Junior" and "senior" before a noun are two people.
bool IsPredicate(const ReportIndex& report, int sentence, std::size_t i) {
  const std::vector<Tag>& tags = report.tags(sentence);
  return IsVerb(tags[i]) ||
         (tags[i] == Tag::kAdjective && i > 0 && tags[i - 1] == Tag::kBe);
}

// A word of one clause with its opposite in the other, which has neither.
std::optional<std::pair<std::string, std::string>> Opposites(
    const Direction& d, const Clause& a, const Clause& b) {
  const std::vector<Word>& x = d.near->words(a.sentence);
  const std::vector<Word>& y = d.far->words(b.sentence);
  for (std::size_t i = a.range.first; i < a.range.last; ++i) {
    if (d.near->Rarity(a.sentence, i) <= 0) continue;
    if (HasStem(*d.far, b.sentence, d.near->stem(a.sentence, i))) continue;
    const int near = d.near->base(a.sentence, i);
    if (!HasOpposite(*d.near, near) || !IsPredicate(*d.near, a.sentence, i)) {
      continue;
    }
    for (std::size_t j = b.range.first; j < b.range.last; ++j) {
      if (d.far->Rarity(b.sentence, j) <= 0) continue;
      const int far = d.far->base(b.sentence, j);
      if (d.near->Between(near, far) == WordRelation::kOpposite &&
          !HasStem(*d.near, a.sentence, d.far->stem(b.sentence, j)) &&
          IsPredicate(*d.far, b.sentence, j) &&
          TellOfOneThing(d, a, i, b, j)) {
        return std::pair(std::string(d.near->article().Quote(x[i].span)),
                         std::string(d.far->article().Quote(y[j].span)));
      }
    }
  }
  return std::nullopt;
}

// Where the far report asserts what the near one negates, in no utterance.
std::optional<PredicateMatch> AssertedBy(const Direction& d, int sentence,
                                         const NegatedWord& word,
                                         const NegatedWords& far_negated,
                                         const UnsureWords& far_unsure) {
  const PredicateSearch search(d, sentence, word.head, word.trigger);
  std::optional<PredicateMatch> best;
  for (const Partner& partner : (*d.partners)[sentence]) {
    const std::optional<PredicateMatch> match = search.In(partner);
    if (match && (!best || match->score > best->score)) best = match;
  }
  if (!best || !best->related || best->shared < kNegatedShared) {
    return std::nullopt;
  }
  const ReportIndex& far = *d.far;
  const int other = best->partner.sentence;
  const bool asserted =
      MannerAt(far, far_unsure, other, best->head).asserted() &&
      !IsNegatedAt(far, far_negated, other, best->head) &&
      !far.InQuotation(far.words(other)[best->head].span) &&
      (word.denial || IsVerb(far.tags(other)[best->head]) ==
                          IsVerb(d.near->tags(sentence)[word.head]));
  const bool sure = best->partner.confidence >= kNegatedAligned ||
                    (d.near->IsLead(sentence) && far.IsLead(other));
  if (!asserted || !sure) return std::nullopt;
  if (word.denial && !IsOwnStatement(far, other)) return std::nullopt;
  return best;
}

std::string ExplainDenial(std::string_view here, std::string_view there) {
  return StrCat("One report tells a denial of this: ", Quoted(here),
                "; the other states it as a fact: ", Quoted(there), ".");
}

Evidence ClauseOf(const ReportIndex& report, int sentence, WordRange at) {
  return EvidenceAt(
      report, sentence,
      GrowInClause(report, sentence, at, kShownBefore, kShownAfter));
}

void AddNegated(const Direction& d, int sentence, const NegatedWord& word,
                const PredicateMatch& match, std::vector<Finding>* found) {
  const int other = match.partner.sentence;
  Evidence here = ClauseOf(*d.near, sentence,
                           {std::min(word.trigger.first, word.head),
                            std::max(word.trigger.last, word.head + 1)});
  Evidence there = ClauseOf(*d.far, other, {match.head, match.head + 1});
  Finding finding;
  const std::string explanation =
      word.denial
          ? ExplainDenial(here.quote, there.quote)
          : StrCat("One report negates what the other states: ",
                   Quoted(here.quote), " against ", Quoted(there.quote), ".");
  finding.divergence = OnSides(d.near_side, std::move(here), std::move(there));
  Divergence& result = finding.divergence;
  result.kind = DivergenceKind::kContradiction;
  result.rule =
      word.denial ? "contradiction.denied" : "contradiction.negation";
  result.weight = 3;
  result.explanation = explanation;
  const bool lead = d.near->IsLead(sentence) || d.far->IsLead(other);
  finding.features = {
      {"denied", word.denial ? 1.0 : 0.0},
      {"same", match.same ? 1.0 : 0.0},
      {"shared", match.shared},
      {"aligned", match.partner.confidence},
      {"similarity", match.partner.similarity},
      {"lead", lead ? 1.0 : 0.0},
  };
  found->push_back(std::move(finding));
}

// The nearest sentence of the other report that states in its own voice what
// this one denies.
const Partner* StatedBy(const Direction& d, int sentence) {
  const Partner* best = nullptr;
  for (const Partner& p : (*d.partners)[sentence]) {
    if (p.confidence < kUntrueAligned || !IsOwnStatement(*d.far, p.sentence)) {
      continue;
    }
    if (best == nullptr || p.meaning + p.similarity >
                               best->meaning + best->similarity) {
      best = &p;
    }
  }
  return best;
}

void AddDenied(const Direction& d, int sentence, const Partner& partner,
               std::vector<Finding>* found) {
  auto whole = [](const ReportIndex& report, int i) {
    return EvidenceAt(report, i,
                      {0, std::min(report.words(i).size(), kMaxSentenceWords)});
  };
  Evidence here = whole(*d.near, sentence);
  Evidence there = whole(*d.far, partner.sentence);
  Finding finding;
  const std::string explanation = ExplainDenial(here.quote, there.quote);
  finding.divergence = OnSides(d.near_side, std::move(here), std::move(there));
  Divergence& result = finding.divergence;
  result.kind = DivergenceKind::kContradiction;
  result.rule = "contradiction.denied";
  result.weight = 3;
  result.explanation = explanation;
  finding.features = {
      {"denied", 1.0},
      {"similarity", partner.similarity},
      {"aligned", partner.confidence},
      {"lead", d.near->IsLead(sentence) || d.far->IsLead(partner.sentence)
                   ? 1.0
                   : 0.0},
  };
  found->push_back(std::move(finding));
}

// "Called the report a fabrication", where what is called so has other words.
void AddCalledUntrue(const Direction& d, int sentence,
                     std::vector<Finding>* found) {
  const Partner* partner = StatedBy(d, sentence);
  if (partner != nullptr) AddDenied(d, sentence, *partner, found);
}

// "Did not say when": that somebody says nothing of one thing.
bool IsCueAt(const ReportIndex& report, int sentence, std::size_t word) {
  const Span& at = report.words(sentence)[word].span;
  const std::vector<int>& claims = report.claims_in(sentence);
  return std::any_of(claims.begin(), claims.end(), [&](int c) {
    const Claim& claim = report.annotation().claims[c];
    return claim.cue_class == CueClass::kNeutral &&
           std::any_of(claim.cue.begin(), claim.cue.end(),
                       [&](const Span& s) { return Overlaps(s, at); });
  });
}

// Whether the report says that it is not so: not that it will not be, and no
// speaker in his own words.
bool IsNegatedOutright(const ReportIndex& report, const UnsureWords& unsure,
                       int sentence, const NegatedWord& word) {
  return !MannerAt(report, unsure, sentence, word.head).future &&
         !IsCueAt(report, sentence, word.head) &&
         !report.InQuotation(report.words(sentence)[word.head].span);
}

void DetectNegated(const Direction& d, std::vector<Finding>* found) {
  const NegatedWords& near = d.readings->Of(*d.near, &NegatedWordsOf);
  const NegatedWords& far = d.readings->Of(*d.far, &NegatedWordsOf);
  const UnsureWords& near_unsure = d.readings->Of(*d.near, &UnsureWordsOf);
  const UnsureWords& far_unsure = d.readings->Of(*d.far, &UnsureWordsOf);
  for (int i = 0; i < d.near->sentence_count(); ++i) {
    if (CallsUntrue(*d.near, i)) {
      if (!CompareCalledUntrue(d, i, found)) AddCalledUntrue(d, i, found);
      continue;
    }
    for (const NegatedWord& word : near.in[i]) {
      if (!IsNegatedOutright(*d.near, near_unsure, i, word)) continue;
      const std::optional<PredicateMatch> match =
          AssertedBy(d, i, word, far, far_unsure);
      if (match) AddNegated(d, i, word, *match, found);
    }
  }
}

using WordPair = std::pair<std::string, std::string>;

void AddOpposite(const Direction& d, const Clause& a, const Clause& b,
                 const Counterpart& other, WordPair words,
                 std::vector<Finding>* found) {
  Evidence here = EvidenceAt(
      *d.near, a.sentence, ClauseAround(*d.near, a.sentence, a.range, kMaxWords));
  Evidence there = EvidenceAt(
      *d.far, b.sentence, ClauseAround(*d.far, b.sentence, b.range, kMaxWords));
  Finding finding;
  const std::string explanation = StrCat(
      "The two cannot both be so: ", QuotedBoth(here.quote, there.quote), ".");
  const bool lead = d.near->IsLead(a.sentence) || d.far->IsLead(b.sentence);
  finding.divergence = OnSides(d.near_side, std::move(here), std::move(there));
  Divergence& result = finding.divergence;
  result.kind = DivergenceKind::kContradiction;
  result.rule = "contradiction.opposite";
  result.triggers = {std::move(words.first), std::move(words.second)};
  std::sort(result.triggers.begin(), result.triggers.end());
  result.weight = 3;
  result.explanation = explanation;
  finding.features = {
      {"opposite", 1.0},
      {"likeness", other.likeness},
      {"aligned", other.partner.confidence},
      {"lead", lead ? 1.0 : 0.0},
  };
  found->push_back(std::move(finding));
}

// Whether the clause is told by the outlet, and not negated.
bool IsStated(const ReportIndex& report, const NegatedWords& negated,
              const Clause& clause) {
  const std::size_t last = clause.range.last - 1;
  return !report.InQuotation(
             report.words(clause.sentence)[clause.range.first].span) &&
         !IsNegatedAt(report, negated, clause.sentence, last);
}

// Of each clause: asked once, for a clause has many counterparts.
std::vector<bool> StatedOf(const ReportIndex& report,
                           const NegatedWords& negated,
                           const ClauseList& clauses) {
  std::vector<bool> stated;
  stated.reserve(clauses.all().size());
  for (const Clause& clause : clauses.all()) {
    stated.push_back(IsStated(report, negated, clause));
  }
  return stated;
}

void DetectOpposites(const Direction& d, std::vector<Finding>* found) {
  const NegatedWords& near = d.readings->Of(*d.near, &NegatedWordsOf);
  const NegatedWords& far = d.readings->Of(*d.far, &NegatedWordsOf);
  const std::vector<bool> far_stated = StatedOf(*d.far, far, *d.far_clauses);
  const int clauses = static_cast<int>(d.near_clauses->all().size());
  for (int c = 0; c < clauses; ++c) {
    const Clause& a = d.near_clauses->at(c);
    if (!IsStated(*d.near, near, a)) continue;
    for (const Counterpart& other : CounterpartsOf(
             d, *d.near_clauses, c, *d.far_clauses, kOppositeLikeness)) {
      if (other.partner.confidence < kOppositeAligned ||
          !far_stated[static_cast<std::size_t>(other.clause)]) {
        continue;
      }
      const Clause& b = d.far_clauses->at(other.clause);
      if (std::optional<WordPair> words = Opposites(d, a, b)) {
        AddOpposite(d, a, b, other, *std::move(words), found);
        break;
      }
    }
  }
}

}  // namespace

void DetectContradictions(const Direction& direction,
                          std::vector<Finding>* found) {
  DetectNegated(direction, found);
  DetectOpposites(direction, found);
}

}  // namespace rashomon
