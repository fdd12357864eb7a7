#include "engine/contrast/certainty_detector.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/strings.h"
#include "engine/claims/tag.h"
#include "engine/contrast/called_untrue.h"
#include "engine/contrast/detector_words.h"
#include "engine/contrast/evidence.h"
#include "engine/contrast/predicate_match.h"
#include "engine/contrast/unsure_words.h"

namespace rashomon {
namespace {

// All chosen by reading the marked pairs of odd number. "Whether" and other
// hedges below this strength open a question more often than they weaken.
constexpr double kMinHedge = 0.65;
// Two sentences less surely aligned tell of two acts, leads and titles aside.
constexpr double kMinAligned = 0.3;
constexpr double kMinNearness = 0.15;
// Words shown before and after a predicate.
constexpr std::size_t kShownBefore = 4;
constexpr std::size_t kShownAfter = 6;

bool IsAsserted(const UnsureWord& word, const Manner& manner) {
  if (manner.weak) return false;
  const bool told = word.certainty == Certainty::kAlleged ||
                    word.certainty == Certainty::kHedged;
  return told || (!manner.future && !manner.open);
}

// "Alleged", "supposed": words that hold a noun or fact at arm's length, not
// verbs of accusing.
bool IsDistancing(const ReportIndex& report, int sentence,
                  const UnsureWord& word) {
  return word.certainty == Certainty::kAlleged &&
         DetectorWords::Shipped().Has(
             WordGroup::kDistancing,
             report.words(sentence)[word.trigger.first]);
}

Span TriggerSpan(const ReportIndex& report, int sentence, WordRange trigger) {
  const std::vector<Word>& words = report.words(sentence);
  const Span& first = words[trigger.first].span;
  return {first.field, first.begin, words[trigger.last - 1].span.end};
}

// Whether the hedge is one of those that weaken what they stand with, and the
// outlet's: what a speaker leaves open in his own words is his.
bool Counts(const ReportIndex& report, int sentence, const UnsureWord& word) {
  const Tag last = report.tags(sentence)[word.trigger.last - 1];
  switch (word.certainty) {
    case Certainty::kHedged:
      if (word.strength < kMinHedge) return false;
      break;
    case Certainty::kConditional:
      if (!IsAuxiliary(last)) return false;  // "if"
      break;
    case Certainty::kFuture:
      if (!IsVerb(report.tags(sentence)[word.head])) return false;
      break;
    default:
      break;
  }
  return !report.InQuotation(TriggerSpan(report, sentence, word.trigger));
}

// Later sentences of either report are left alone, as by FindPartners: it bounds
// the work for long texts.
constexpr int kMaxSentences = 400;

// The partners or, of a word held at arm's length, every sentence of the far
// side, partners first.
std::vector<Partner> Candidates(const Direction& d, int sentence,
                                bool everywhere) {
  std::vector<Partner> list = (*d.partners)[sentence];
  if (!everywhere) {
    std::erase_if(list,
                  [](const Partner& p) { return Nearness(p) < kMinNearness; });
    return list;
  }
  const int sentences =
      sentence < kMaxSentences
          ? std::min(d.far->sentence_count(), kMaxSentences)
          : 0;
  for (int j = 0; j < sentences; ++j) {
    if (std::none_of(list.begin(), list.end(),
                     [&](const Partner& p) { return p.sentence == j; })) {
      list.push_back({j, 0, 0, 0});
    }
  }
  return list;
}

bool IsSure(const Direction& d, int sentence, const PredicateMatch& match,
            bool distancing) {
  const Partner& partner = match.partner;
  return partner.confidence >= kMinAligned || (distancing && match.same) ||
         (d.near->IsLead(sentence) && d.far->IsLead(partner.sentence));
}

// The place that best tells the same, if it asserts it and is no utterance.
std::optional<PredicateMatch> AssertedBy(const Direction& d, int sentence,
                                         const UnsureWord& word,
                                         const UnsureWords& far_unsure) {
  const bool distancing = IsDistancing(*d.near, sentence, word);
  const PredicateSearch search(d, sentence, word.head, word.trigger);
  std::optional<PredicateMatch> best;
  double unsure = 0;
  for (const Partner& partner : Candidates(d, sentence, distancing)) {
    const std::optional<PredicateMatch> match = search.In(partner, distancing);
    if (!match) continue;
    if (!IsAsserted(word, MannerAt(*d.far, far_unsure, partner.sentence,
                                   match->head))) {
      unsure = std::max(unsure, match->score);
    } else if (!best || match->score > best->score) {
      best = match;
    }
  }
  // The bare word says more than the hedge takes back elsewhere: "alleged
  // interference" / "interference", whatever else the other report alleges.
  const bool bare = best && distancing && best->same;
  if (!best || (unsure > best->score && !bare) ||
      !IsSure(d, sentence, *best, distancing)) {
    return std::nullopt;
  }
  const Span& said = d.far->words(best->partner.sentence)[best->head].span;
  return d.far->InQuotation(said) ? std::nullopt : best;
}

std::string_view RuleOf(Certainty certainty) {
  switch (certainty) {
    case Certainty::kAlleged:
      return "certainty.alleged";
    case Certainty::kConditional:
      return "certainty.conditional";
    case Certainty::kFuture:
      return "certainty.future";
    default:
      return "certainty.hedge";
  }
}

int WeightOf(const UnsureWord& word, bool distancing, bool lead) {
  if (distancing) return 3;
  if (word.certainty == Certainty::kFuture && lead) return 2;
  return word.strength >= 0.7 ? 2 : 1;
}

std::string Explain(Certainty certainty, std::string_view trigger,
                    std::string_view near, std::string_view far) {
  const std::string_view how =
      certainty == Certainty::kAlleged       ? "an allegation"
      : certainty == Certainty::kConditional ? "a condition"
      : certainty == Certainty::kFuture      ? "still to come"
                                             : "uncertain";
  return StrCat("One report presents this as ", how, ", with ",
                Quoted(trigger), " in ", Quoted(near),
                "; the other states it without that: ", Quoted(far), ".");
}

Evidence ClauseOf(const ReportIndex& report, int sentence, WordRange at) {
  return EvidenceAt(
      report, sentence,
      GrowInClause(report, sentence, at, kShownBefore, kShownAfter));
}

void Add(const Direction& d, int sentence, const UnsureWord& word,
         const PredicateMatch& match, std::vector<Finding>* found) {
  const ReportIndex& near = *d.near;
  const int other = match.partner.sentence;
  const bool distancing = IsDistancing(near, sentence, word);
  Evidence here =
      ClauseOf(near, sentence,
               {std::min(word.trigger.first, word.head),
                std::max(word.trigger.last, word.head + 1)});
  Evidence there = ClauseOf(*d.far, other, {match.head, match.head + 1});
  const std::string cue(near.article().Quote(
      TriggerSpan(near, sentence, word.trigger)));
  Finding finding;
  const std::string explanation =
      Explain(word.certainty, cue, here.quote, there.quote);
  finding.divergence = OnSides(d.near_side, std::move(here), std::move(there));
  Divergence& result = finding.divergence;
  result.kind = DivergenceKind::kCertainty;
  result.rule = RuleOf(word.certainty);
  result.triggers = {cue};
  result.strength = word.strength;
  result.weight = WeightOf(word, distancing, near.IsLead(sentence));
  result.explanation = explanation;
  const auto flag = [](bool holds) { return holds ? 1.0 : 0.0; };
  finding.features = {
      {"alleged", flag(word.certainty == Certainty::kAlleged)},
      {"distancing", flag(distancing)},
      {"future", flag(word.certainty == Certainty::kFuture)},
      {"conditional", flag(word.certainty == Certainty::kConditional)},
      {"same", flag(match.same)},
      {"related", flag(match.related)},
      {"verbs", flag(IsVerb(near.tags(sentence)[word.head]) ==
                     IsVerb(d.far->tags(other)[match.head]))},
      {"arguments", match.arguments},
      {"shared", match.shared},
      {"aligned", match.partner.confidence},
      {"similarity", match.partner.similarity},
      {"meaning", match.partner.meaning},
      {"strength", word.strength},
      {"lead", flag(near.IsLead(sentence))},
      {"far_lead", flag(d.far->IsLead(other))},
  };
  found->push_back(std::move(finding));
}

}  // namespace

void DetectCertainty(const Direction& d, std::vector<Finding>* found) {
  const UnsureWords& near = d.readings->Of(*d.near, &UnsureWordsOf);
  const UnsureWords& far = d.readings->Of(*d.far, &UnsureWordsOf);
  for (int i = 0; i < d.near->sentence_count(); ++i) {
    // "Claims of ... are fake" is more than hedged: see called_untrue.h.
    if (CallsUntrue(*d.near, i)) continue;
    for (const UnsureWord& word : near.in[i]) {
      if (!Counts(*d.near, i, word)) continue;
      const std::optional<PredicateMatch> match = AssertedBy(d, i, word, far);
      if (match) Add(d, i, word, *match, found);
    }
  }
}

}  // namespace rashomon
