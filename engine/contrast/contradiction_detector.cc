#include "engine/contrast/contradiction_detector.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/strings.h"
#include "engine/contrast/clauses.h"
#include "engine/contrast/evidence.h"
#include "engine/lexicon/word_relations.h"

namespace rashomon {
namespace {

// Chosen by reading; clauses less alike do not tell of the same.
constexpr double kDeniedNearness = 0.3;
constexpr double kNegatedLikeness = 0.5;
constexpr double kOppositeLikeness = 0.45;
constexpr std::size_t kMaxWords = 16;
constexpr std::size_t kMaxSentenceWords = 24;

// Words that call a claim untrue.
bool CallsUntrue(const Word& word) {
  static constexpr std::string_view kStems[] = {
      "fake", "hoax", "fals", "fabric", "untru", "baseless", "fiction",
      "disinform", "фейк", "фальшивк", "ложн"};
  return std::any_of(std::begin(kStems), std::end(kStems),
                     [&](std::string_view s) { return word.stem == s; });
}

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

// Whether the sentence tells a denial, or calls something untrue.
bool TellsDenial(const ReportIndex& report, int sentence) {
  for (int c : report.claims_in(sentence)) {
    const Claim& claim = report.annotation().claims[c];
    if (claim.cue_class == CueClass::kDenying ||
        claim.certainty == Certainty::kDenied) {
      return true;
    }
  }
  const std::vector<Word>& words = report.words(sentence);
  return std::any_of(words.begin(), words.end(), CallsUntrue);
}

bool IsOwnStatement(const ReportIndex& report, int sentence) {
  for (int c : report.claims_in(sentence)) {
    const Claim& claim = report.annotation().claims[c];
    if (claim.mode != ClaimMode::kVoice ||
        claim.certainty != Certainty::kAsserted) {
      return false;
    }
  }
  return !TellsDenial(report, sentence);
}

int PolarityOf(const ReportIndex& report, const Clause& clause) {
  const Claim* claim = ClaimOf(report, clause);
  return claim == nullptr ? 1 : claim->polarity;
}

// A word of one clause with its opposite in the other, which has neither.
std::optional<std::pair<std::string, std::string>> Opposites(
    const Direction& d, const Clause& a, const Clause& b) {
  const WordRelationTable& table = WordRelationTable::Shipped();
  const std::vector<Word>& x = d.near->words(a.sentence);
  const std::vector<Word>& y = d.far->words(b.sentence);
  auto holds = [](const std::vector<Word>& words, std::string_view stem) {
    return std::any_of(words.begin(), words.end(),
                       [&](const Word& w) { return w.stem == stem; });
  };
  for (std::size_t i = a.range.first; i < a.range.last; ++i) {
    if (d.near->Rarity(x[i]) <= 0) continue;
    const RelatedWord near = table.Find(x[i].stem);
    if (near == nullptr || holds(y, x[i].stem)) continue;
    for (std::size_t j = b.range.first; j < b.range.last; ++j) {
      if (d.far->Rarity(y[j]) <= 0 || holds(x, y[j].stem)) continue;
      if (table.Between(near, table.Find(y[j].stem)) ==
          WordRelation::kOpposite) {
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

std::optional<Rule> RuleFor(const Direction& d, const Clause& a,
                            const Clause& b, double likeness) {
  if (likeness >= kNegatedLikeness &&
      PolarityOf(*d.near, a) < 0 && PolarityOf(*d.far, b) > 0) {
    return Rule{"contradiction.negation", {}};
  }
  if (likeness < kOppositeLikeness) return std::nullopt;
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
    const double nearness =
        std::max({p.confidence, p.similarity, p.meaning - 0.2});
    if (nearness < kDeniedNearness || !IsOwnStatement(*d.far, p.sentence)) {
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
  const std::vector<Word>& words = d.near->words(sentence);
  finding.features = {
      {"denied", 1.0},
      {"untrue", std::any_of(words.begin(), words.end(), CallsUntrue) ? 1.0
                                                                      : 0.0},
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
    if (!TellsDenial(*d.near, i)) continue;
    const Partner* partner = StatedBy(d, i);
    if (partner != nullptr) AddDenied(d, i, *partner, found);
  }
  const int clauses = static_cast<int>(d.near_clauses->all().size());
  for (int c = 0; c < clauses; ++c) {
    const Clause& a = d.near_clauses->at(c);
    for (const Counterpart& other : CounterpartsOf(
             d, *d.near_clauses, c, *d.far_clauses, kOppositeLikeness)) {
      const Clause& b = d.far_clauses->at(other.clause);
      std::optional<Rule> rule = RuleFor(d, a, b, other.likeness);
      if (!rule) continue;
      AddFinding(d, a, b, other, *std::move(rule), found);
      break;
    }
  }
}

}  // namespace rashomon
