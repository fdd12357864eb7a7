#include "engine/contrast/contradiction_detector.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/strings.h"
#include "engine/contrast/called_untrue.h"
#include "engine/contrast/clauses.h"
#include "engine/contrast/evidence.h"
#include "engine/lexicon/related_words.h"
#include "engine/lexicon/word_relations.h"

namespace rashomon {
namespace {

// Chosen by reading; clauses less alike do not tell of the same.
constexpr double kDeniedNearness = 0.25;
constexpr double kNegatedLikeness = 0.5;
constexpr double kOppositeLikeness = 0.45;
constexpr std::size_t kMaxWords = 16;
constexpr std::size_t kMaxSentenceWords = 24;
const Claim* ClaimOf(const ReportIndex& report, const Clause& clause) {
  const Span at = report.words(clause.sentence)[clause.range.first].span;
  const Claim* best = nullptr;
  for (int c : report.claims_in(clause.sentence)) {
    const Claim& claim = report.annotation().claims[c];
    for (const Span& part : claim.content) {
      if (Overlaps(part, at)) best = &claim;
    }
  }
  return best;
}

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

bool Negates(const Word& word) {
  static constexpr std::string_view kWords[] = {"not", "never", "no", "cannot",
                                                "не", "нет"};
  return word.normal.ends_with("n't") ||
         std::find(std::begin(kWords), std::end(kWords), word.normal) !=
             std::end(kWords);
}

// "Could not agree on a ceasefire": the cue of a claim is negated.
bool HasNegatedCue(const ReportIndex& report, int sentence) {
  const std::vector<Word>& words = report.words(sentence);
  for (int c : report.claims_in(sentence)) {
    for (const Span& cue : report.annotation().claims[c].cue) {
      const WordRange at = report.WordsOf(sentence, cue);
      if (!at.empty() && at.first > 0 && Negates(words[at.first - 1])) {
        return true;
      }
    }
  }
  return false;
}

int PolarityOf(const ReportIndex& report, const Clause& clause) {
  if (HasNegatedCue(report, clause.sentence)) return -1;
  const Claim* claim = ClaimOf(report, clause);
  return claim == nullptr ? 1 : claim->polarity;
}

std::vector<int> PolaritiesOf(const ReportIndex& report,
                              const ClauseList& clauses) {
  std::vector<int> polarities;
  for (const Clause& clause : clauses.all()) {
    polarities.push_back(PolarityOf(report, clause));
  }
  return polarities;
}

// Numbers of stems.
bool AreOneWord(const ReportIndex& report, int x, int y) {
  if (x == y) return true;
  const WordRelation relation = report.Between(x, y);
  return relation == WordRelation::kSynonym ||
         relation == WordRelation::kDerived;
}

bool SaysWord(const ReportIndex& report, int sentence, int stem) {
  for (std::size_t i = 0; i < report.words(sentence).size(); ++i) {
    if (AreOneWord(report, report.base(sentence, i), stem)) return true;
  }
  return false;
}

// Whether the far sentence says the word that the clause negates: "did not
// accept" negates "accepted" but not "rejected". True where no word negates it
// by itself ("failed to pass").
bool NegatesWhatIsSaid(const Direction& d, const Clause& a, const Clause& b) {
  const std::vector<Word>& words = d.near->words(a.sentence);
  const std::vector<Tag>& tags = d.near->tags(a.sentence);
  bool negated = false;
  for (std::size_t i = a.range.first; i < a.range.last; ++i) {
    if (Negates(words[i])) {
      negated = true;
    } else if (negated && d.near->Rarity(a.sentence, i) > 0 &&
               !IsAuxiliary(tags[i]) && tags[i] != Tag::kAdverb) {
      return SaysWord(*d.far, b.sentence, d.near->base(a.sentence, i));
    }
  }
  return true;
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

// A word of one clause with its opposite in the other, which has neither.
std::optional<std::pair<std::string, std::string>> Opposites(
    const Direction& d, const Clause& a, const Clause& b) {
  const std::vector<Word>& x = d.near->words(a.sentence);
  const std::vector<Word>& y = d.far->words(b.sentence);
  for (std::size_t i = a.range.first; i < a.range.last; ++i) {
    if (d.near->Rarity(a.sentence, i) <= 0) continue;
    if (HasStem(*d.far, b.sentence, d.near->stem(a.sentence, i))) continue;
    const int near = d.near->base(a.sentence, i);
    if (!HasOpposite(*d.near, near)) continue;
    for (std::size_t j = b.range.first; j < b.range.last; ++j) {
      if (d.far->Rarity(b.sentence, j) <= 0) continue;
      const int far = d.far->base(b.sentence, j);
      if (d.near->Between(near, far) == WordRelation::kOpposite &&
          !HasStem(*d.near, a.sentence, d.far->stem(b.sentence, j)) &&
          TellOfOneThing(d, a, i, b, j)) {
        return std::pair(std::string(d.near->article().Quote(x[i].span)),
                         std::string(d.far->article().Quote(y[j].span)));
      }
    }
  }
  return std::nullopt;
}

struct Rule {
  std::string_view id;
  std::vector<std::string> triggers;
};

// `near` and `far` are the clauses' polarities.
std::optional<Rule> RuleFor(const Direction& d, const Clause& a, int near,
                            const Clause& b, int far, double likeness) {
  if (likeness >= kNegatedLikeness && near < 0 && far > 0 &&
      NegatesWhatIsSaid(d, a, b)) {
    return Rule{"contradiction.negation", {}};
  }
  if (likeness < kOppositeLikeness || near != far) return std::nullopt;
  if (auto pair = Opposites(d, a, b)) {
    std::vector<std::string> triggers = {pair->first, pair->second};
    std::sort(triggers.begin(), triggers.end());
    return Rule{"contradiction.opposite", std::move(triggers)};
  }
  return std::nullopt;
}

std::string Explain(std::string_view rule, const std::string& near,
                    const std::string& far) {
  if (rule == "contradiction.negation") {
    return StrCat("One report negates what the other states: ", Quoted(near),
                  " against ", Quoted(far), ".");
  }
  return StrCat("The two cannot both be so: ", QuotedBoth(near, far), ".");
}

// The nearest sentence of the other report that states in its own voice what
// this one denies.
const Partner* StatedBy(const Direction& d, int sentence) {
  const Partner* best = nullptr;
  for (const Partner& p : (*d.partners)[sentence]) {
    if (Nearness(p) < kDeniedNearness || !IsOwnStatement(*d.far, p.sentence)) {
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
  const std::string explanation =
      StrCat("One report tells a denial of this: ", Quoted(here.quote),
             "; the other states it as a fact: ", Quoted(there.quote), ".");
  finding.divergence = OnSides(d.near_side, std::move(here), std::move(there));
  Divergence& result = finding.divergence;
  result.kind = DivergenceKind::kContradiction;
  result.rule = "contradiction.denied";
  result.weight = 3;
  result.explanation = explanation;
  finding.features = {
      {"denied", 1.0},
      {"denied_similarity", partner.similarity},
      {"denied_meaning", partner.meaning},
      {"aligned", partner.confidence},
      {"lead", d.near->IsLead(sentence) || d.far->IsLead(partner.sentence)
                   ? 1.0
                   : 0.0},
  };
  found->push_back(std::move(finding));
}

void AddFinding(const Direction& d, const Clause& a, const Clause& b,
                const Counterpart& other, Rule rule,
                std::vector<Finding>* found) {
  Evidence here = EvidenceAt(
      *d.near, a.sentence, ClauseAround(*d.near, a.sentence, a.range, kMaxWords));
  Evidence there = EvidenceAt(
      *d.far, b.sentence, ClauseAround(*d.far, b.sentence, b.range, kMaxWords));
  Finding finding;
  const std::string explanation = Explain(rule.id, here.quote, there.quote);
  const bool lead = d.near->IsLead(a.sentence) || d.far->IsLead(b.sentence);
  finding.divergence = OnSides(d.near_side, std::move(here), std::move(there));
  Divergence& result = finding.divergence;
  result.kind = DivergenceKind::kContradiction;
  result.rule = rule.id;
  result.triggers = std::move(rule.triggers);
  result.weight = 3;
  result.explanation = explanation;
  finding.features = {
      {"opposite", rule.id == "contradiction.opposite" ? 1.0 : 0.0},
      {"likeness", other.likeness},
      {"aligned", other.partner.confidence},
      {"lead", lead ? 1.0 : 0.0},
  };
  found->push_back(std::move(finding));
}

}  // namespace

void DetectContradictions(const Direction& direction,
                          std::vector<Finding>* found) {
  const Direction& d = direction;
  for (int i = 0; i < d.near->sentence_count(); ++i) {
    if (CompareCalledUntrue(d, i, found) || !TellsDenial(*d.near, i)) continue;
    const Partner* partner = StatedBy(d, i);
    if (partner != nullptr) AddDenied(d, i, *partner, found);
  }
  const std::vector<int> near = PolaritiesOf(*d.near, *d.near_clauses);
  const std::vector<int> far = PolaritiesOf(*d.far, *d.far_clauses);
  const int clauses = static_cast<int>(d.near_clauses->all().size());
  for (int c = 0; c < clauses; ++c) {
    const Clause& a = d.near_clauses->at(c);
    for (const Counterpart& other : CounterpartsOf(
             d, *d.near_clauses, c, *d.far_clauses, kOppositeLikeness)) {
      const Clause& b = d.far_clauses->at(other.clause);
      std::optional<Rule> rule =
          RuleFor(d, a, near[c], b, far[other.clause], other.likeness);
      if (!rule) continue;
      AddFinding(d, a, b, other, *std::move(rule), found);
      break;
    }
  }
}

}  // namespace rashomon
