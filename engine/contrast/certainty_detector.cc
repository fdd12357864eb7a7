#include "engine/contrast/certainty_detector.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "engine/base/strings.h"
#include "engine/contrast/called_untrue.h"
#include "engine/contrast/detector_words.h"
#include "engine/contrast/evidence.h"

namespace rashomon {
namespace {

// Chosen by reading the certainty rows of data/divergences: the hedged content
// stands within eight words after the hedge, four after "alleged"; with less
// than this share of it on the other side the two tell different things.
constexpr std::size_t kScopeAfter = 8;
constexpr std::size_t kAllegedScopeAfter = 4;
constexpr std::size_t kScopeBefore = 3;
// The verb of a clause that is alleged stands within so many words.
constexpr std::size_t kClauseReach = 14;
constexpr double kMinShared = 0.4;
// Rarity that the shared content must have in all: two uncommon words.
constexpr double kMinRarity = 12;
constexpr std::size_t kFarWindow = 14;
constexpr double kMinStrength = 0.5;

struct Match {
  int sentence = -1;
  WordRange window;
  double shared = 0;
  double score = 0;
  Partner partner;
};

bool IsAlleged(const HedgeFlag& hedge) {
  return hedge.certainty == Certainty::kAlleged;
}

// "Alleged", "supposed": words that hold a noun or fact at arm's length, not
// verbs of accusing.
bool IsDistancing(const Word& trigger) {
  return DetectorWords::Shipped().Has(WordGroup::kDistancing, trigger);
}

// "The storm, possibly, damaged": a hedge between commas, or before one at the
// start, speaks of what comes after.
bool IsParenthetical(const std::vector<Word>& words, WordRange trigger) {
  const auto comma = [&](std::size_t i) { return words[i].normal == ","; };
  return trigger.last < words.size() && comma(trigger.last) &&
         (trigger.first == 0 || comma(trigger.first - 1));
}

WordRange ScopeOf(const ReportIndex& near, int sentence, WordRange trigger,
                  const HedgeFlag& hedge) {
  const std::size_t after = trigger.last + 1;
  if (IsParenthetical(near.words(sentence), trigger) &&
      after < near.words(sentence).size()) {
    return {trigger.first, GrowInClause(near, sentence, {after, after + 1}, 0,
                                        kScopeAfter - 1)
                               .last};
  }
  return GrowInClause(near, sentence, trigger, IsAlleged(hedge) ? 0 : kScopeBefore,
                      IsAlleged(hedge) ? kAllegedScopeAfter : kScopeAfter);
}

double RarityOf(const ReportIndex& report, int sentence, WordRange range,
                WordRange without) {
  double sum = 0;
  for (std::size_t i = range.first; i < range.last; ++i) {
    if (i >= without.first && i < without.last) continue;
    sum += report.Rarity(sentence, i);
  }
  return sum;
}

// Stems of the scope, the hedge itself left out.
StemSet ScopeStems(const ReportIndex& near, int sentence, WordRange scope,
                   WordRange trigger) {
  StemSet stems;
  for (std::size_t i = scope.first; i < scope.last; ++i) {
    if (i >= trigger.first && i < trigger.last) continue;
    if (near.Rarity(sentence, i) > 0) stems.Insert(near.stem(sentence, i));
  }
  return stems;
}

// Whether the far sentence itself hedges, denies or attributes to a doubted
// source what stands in the window.
bool IsHedged(const ReportIndex& far, int sentence, WordRange window) {
  const WordRange wide = GrowInClause(far, sentence, window, 8, 8);
  for (int h : far.hedges_in(sentence)) {
    const HedgeFlag& hedge = far.annotation().hedges[h];
    if (hedge.strength < 0.3) continue;
    const WordRange at = far.WordsOf(sentence, hedge.span);
    if (at.first < wide.last && wide.first < at.last) return true;
  }
  for (int c : far.claims_in(sentence)) {
    const Claim& claim = far.annotation().claims[c];
    if (claim.certainty != Certainty::kAsserted &&
        claim.certainty != Certainty::kFuture) {
      return true;
    }
    if (claim.cue_class == CueClass::kDoubting ||
        claim.cue_class == CueClass::kDenying) {
      return true;
    }
  }
  return false;
}

// "Allegations that Holm took bribes": what is hedged is that he took them.
int VerbAfterThat(const ReportIndex& near, int sentence, std::size_t that) {
  const std::vector<Tag>& tags = near.tags(sentence);
  const std::size_t end = std::min(tags.size(), that + kClauseReach);
  for (std::size_t i = that + 1; i < end; ++i) {
    if (!IsAuxiliary(tags[i]) &&
        (IsFinite(tags[i]) || tags[i] == Tag::kParticiple)) {
      return near.base(sentence, i);
    }
  }
  return StemNumbers::kNone;
}

bool HasComplement(const ReportIndex& near, int sentence, std::size_t next) {
  return next < near.words(sentence).size() &&
         near.words(sentence)[next].normal == "of";
}

// In a headline every word is capitalised, and a name is known by its mention.
bool IsName(const ReportIndex& report, int sentence, std::size_t word) {
  if (report.tags(sentence)[word] == Tag::kProper) return true;
  const Span& span = report.words(sentence)[word].span;
  const std::vector<Mention>& mentions = report.annotation().mentions;
  const auto after = std::upper_bound(
      mentions.begin(), mentions.end(), span,
      [](const Span& s, const Mention& m) {
        return s.field != m.span.field ? s.field < m.span.field
                                       : s.begin < m.span.begin;
      });
  if (after == mentions.begin()) return false;
  const Mention& mention = *std::prev(after);
  return mention.type != MentionType::kRole && Contains(mention.span, span);
}

// What is hedged: the first word of content after the hedge that is no name,
// by its base; none where a noun of alleging has no complement ("the
// allegations spread").
int HeadOf(const ReportIndex& near, int sentence, WordRange scope,
           WordRange trigger, const HedgeFlag& hedge) {
  const std::vector<Tag>& tags = near.tags(sentence);
  const std::size_t next = trigger.last;
  const bool english = near.article().language != "ru";
  if (IsAlleged(hedge) && english && IsNoun(tags[next - 1])) {
    if (next < tags.size() && tags[next] == Tag::kThat) {
      return VerbAfterThat(near, sentence, next);
    }
    if (!HasComplement(near, sentence, next)) return StemNumbers::kNone;
  }
  for (std::size_t i = next; i < scope.last; ++i) {
    if (near.Rarity(sentence, i) > 0 && !IsAuxiliary(tags[i]) &&
        !IsName(near, sentence, i)) {
      return near.base(sentence, i);
    }
  }
  return StemNumbers::kNone;
}

// The words round the head in the far sentence; empty where it is not there.
WordRange WindowWith(const ReportIndex& far, int sentence,
                     int head, const StemSet& stems) {
  const std::size_t size = far.words(sentence).size();
  std::size_t i = 0;
  while (i < size && far.base(sentence, i) != head) ++i;
  if (i == size) return {};
  const WordRange dense = DensestWindow(far, sentence, stems, kFarWindow);
  if (dense.first <= i && i < dense.last) return dense;
  return GrowInClause(far, sentence, {i, i + 1}, 4, 6);
}

// The hedged content: its stems, what they weigh, and its head.
struct Scope {
  StemSet stems;
  double rarity = 0;
  int head = StemNumbers::kNone;
};

std::optional<Match> MatchIn(const Direction& d, const Scope& scope,
                             const Partner& partner) {
  Match m;
  m.sentence = partner.sentence;
  m.partner = partner;
  const double shared = RarityOfStems(*d.far, partner.sentence, scope.stems);
  if (shared < kMinRarity / 2) return std::nullopt;
  m.shared = std::min(1.0, shared / scope.rarity);
  if (m.shared < kMinShared) return std::nullopt;
  m.window = WindowWith(*d.far, partner.sentence, scope.head, scope.stems);
  if (m.window.empty() || IsHedged(*d.far, partner.sentence, m.window)) {
    return std::nullopt;
  }
  m.score = m.shared + partner.confidence + partner.similarity;
  return m;
}

// The partners, or every sentence of the far side, partners first.
std::vector<Partner> Candidates(const Direction& d, int sentence,
                                bool everywhere) {
  std::vector<Partner> list = (*d.partners)[sentence];
  if (!everywhere) return list;
  for (int j = 0; j < d.far->sentence_count(); ++j) {
    if (std::none_of(list.begin(), list.end(),
                     [&](const Partner& p) { return p.sentence == j; })) {
      list.push_back({j, 0, 0, 0});
    }
  }
  return list;
}

std::optional<Match> BestMatch(const Direction& d, int sentence,
                               bool everywhere, const Scope& scope) {
  std::optional<Match> best;
  for (const Partner& partner : Candidates(d, sentence, everywhere)) {
    const std::optional<Match> match = MatchIn(d, scope, partner);
    if (match && (!best || match->score > best->score)) best = match;
  }
  return best;
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

int WeightOf(const HedgeFlag& hedge, bool distancing, bool lead) {
  if (distancing) return 3;
  if (hedge.certainty == Certainty::kFuture && lead) return 2;
  return hedge.strength >= 0.7 ? 2 : 1;
}

std::string Explain(const HedgeFlag& hedge, std::string_view trigger,
                    std::string_view near, std::string_view far) {
  const std::string_view how =
      IsAlleged(hedge) ? "an allegation"
      : hedge.certainty == Certainty::kConditional ? "a condition"
      : hedge.certainty == Certainty::kFuture      ? "still to come"
                                                   : "uncertain";
  return StrCat("One report presents this as ", how, ", with ",
                Quoted(trigger), " in ", Quoted(near),
                "; the other states it without that: ", Quoted(far), ".");
}

void DetectAt(const Direction& d, int sentence, const HedgeFlag& hedge,
              std::vector<Finding>* found) {
  if (hedge.strength < kMinStrength ||
      hedge.certainty == Certainty::kDenied ||
      hedge.certainty == Certainty::kAsserted) {
    return;
  }
  const ReportIndex& near = *d.near;
  const WordRange trigger = near.WordsOf(sentence, hedge.span);
  if (trigger.empty()) return;
  const WordRange range = ScopeOf(near, sentence, trigger, hedge);
  const Scope scope = {ScopeStems(near, sentence, range, trigger),
                       RarityOf(near, sentence, range, trigger),
                       HeadOf(near, sentence, range, trigger, hedge)};
  if (scope.rarity < kMinRarity / 2 || scope.head == StemNumbers::kNone) return;
  const bool distancing =
      IsAlleged(hedge) && IsDistancing(near.words(sentence)[trigger.first]);
  const std::optional<Match> match =
      BestMatch(d, sentence, distancing, scope);
  if (!match) return;
  Evidence here = EvidenceAt(
      near, sentence, GrowInClause(near, sentence, trigger, 3, kScopeAfter));
  Evidence there = EvidenceAt(
      *d.far, match->sentence,
      GrowInClause(*d.far, match->sentence, match->window, 2, 2));
  const std::string cue(near.article().Quote(hedge.span));
  Finding finding;
  const std::string explanation =
      Explain(hedge, cue, here.quote, there.quote);
  finding.divergence = OnSides(d.near_side, std::move(here), std::move(there));
  Divergence& result = finding.divergence;
  result.kind = DivergenceKind::kCertainty;
  result.rule = RuleOf(hedge.certainty);
  result.triggers = {cue};
  result.strength = hedge.strength;
  result.weight =
      WeightOf(hedge, distancing, near.IsLead(sentence));
  result.explanation = explanation;
  finding.features = {
      {"alleged", IsAlleged(hedge) ? 1.0 : 0.0},
      {"distancing", distancing ? 1.0 : 0.0},
      {"future", hedge.certainty == Certainty::kFuture ? 1.0 : 0.0},
      {"shared", match->shared},
      {"aligned", match->partner.confidence},
      {"similarity", match->partner.similarity},
      {"meaning", match->partner.meaning},
      {"strength", hedge.strength},
      {"quoted", near.InQuotation(hedge.span) ? 1.0 : 0.0},
      {"lead", near.IsLead(sentence) ? 1.0 : 0.0},
  };
  found->push_back(std::move(finding));
}

}  // namespace

void DetectCertainty(const Direction& direction, std::vector<Finding>* found) {
  for (int i = 0; i < direction.near->sentence_count(); ++i) {
    // "Claims of ... are fake" is more than hedged: see called_untrue.h.
    if (CallsUntrue(*direction.near, i)) continue;
    for (int h : direction.near->hedges_in(i)) {
      DetectAt(direction, i, direction.near->annotation().hedges[h], found);
    }
  }
}

}  // namespace rashomon
