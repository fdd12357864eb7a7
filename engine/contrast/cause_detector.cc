#include "engine/contrast/cause_detector.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "engine/base/strings.h"
#include "engine/contrast/clauses.h"
#include "engine/contrast/evidence.h"

namespace rashomon {
namespace {

// Weaker triggers ("after", "amid") are as often a date as a cause.
constexpr double kMinStrength = 0.5;
// Two causes that share more than this of the shorter one's rare words are one.
constexpr double kSameCause = 0.6;
// What two causes bring about shares at least this of the shorter one's rare
// words, or they are causes of two things. Chosen by reading, as the others are.
constexpr double kSameEffect = 0.25;
constexpr double kEffectTold = 0.5;
constexpr double kMinEffect = 6;  // rarity: one uncommon word
constexpr std::size_t kEffectWords = 10;
constexpr double kMinPartner = 0.3;
constexpr std::size_t kMaxWords = 16;

struct CauseAt {
  const Cause* cause = nullptr;
  int sentence = 0;
  WordRange range;  // trigger and clause
  StemSet stems;    // of the clause
  double rarity = 0;
};

double RarityOf(const ReportIndex& report, int sentence, WordRange range,
                const StemSet* among) {
  double sum = 0;
  for (std::size_t i = range.first; i < range.last; ++i) {
    if (among == nullptr || among->Contains(report.stem(sentence, i))) {
      sum += report.Rarity(sentence, i);
    }
  }
  return sum;
}

std::vector<CauseAt> CausesIn(const ReportIndex& report, int sentence) {
  std::vector<CauseAt> causes;
  for (int c : report.claims_in(sentence)) {
    for (const Cause& cause : report.annotation().claims[c].causes) {
      const bool known = std::any_of(
          causes.begin(), causes.end(),
          [&](const CauseAt& a) { return a.cause->trigger == cause.trigger; });
      if (known || cause.type == CauseType::kEffect) continue;
      const WordRange trigger = report.WordsOf(sentence, cause.trigger);
      const WordRange clause = report.WordsOf(sentence, cause.clause);
      if (trigger.empty() || clause.empty()) continue;
      CauseAt at{&cause, sentence,
                 {std::min(trigger.first, clause.first),
                  std::max(trigger.last, clause.last)},
                 StemsOf(report, sentence, clause),
                 RarityOf(report, sentence, clause, nullptr)};
      at.range.last = std::min(at.range.last, at.range.first + kMaxWords);
      causes.push_back(std::move(at));
    }
  }
  return causes;
}

double Shared(const Direction& d, const CauseAt& near, const CauseAt& far) {
  const double lesser = std::min(near.rarity, far.rarity);
  if (lesser <= 0) return 0;
  return std::min(
      1.0, RarityOf(*d.near, near.sentence, near.range, &far.stems) / lesser);
}

// What is caused: the words of the clause before the cause; of one that opens
// its sentence those behind it.
WordRange EffectOf(const ReportIndex& report, const CauseAt& at) {
  const std::size_t first = at.range.first, last = at.range.last;
  const WordRange before = GrowInClause(
      report, at.sentence, {first, first + 1}, kEffectWords, 0);
  if (before.first < first) return {before.first, first};
  return {last, std::min(report.words(at.sentence).size(),
                         last + kEffectWords)};
}

bool SameEffect(const Direction& d, const CauseAt& near, const CauseAt& far) {
  const WordRange here = EffectOf(*d.near, near), there = EffectOf(*d.far, far);
  const StemSet told = StemsOf(*d.far, far.sentence, there);
  const double lesser =
      std::min(RarityOf(*d.near, near.sentence, here, nullptr),
               RarityOf(*d.far, far.sentence, there, nullptr));
  return RarityOf(*d.near, near.sentence, here, &told) >=
         std::max(kMinEffect, kSameEffect * lesser);
}

// Whether the partner tells what is caused.
bool TellsEffect(const Direction& d, const CauseAt& near, int sentence) {
  const WordRange effect = EffectOf(*d.near, near);
  const double rarity = RarityOf(*d.near, near.sentence, effect, nullptr);
  return SharedRarity(*d.near, near.sentence, effect, *d.far, sentence) *
             rarity >=
         std::max(kMinEffect, kEffectTold * rarity);
}

// The other report's cause in the nearest partner that has one.
struct Other {
  std::optional<CauseAt> cause;
  Partner partner;
  double shared = 0;
};

// Whether a partner holds the words of the cause, as its subject say: "due to
// the drought" / "the drought pushed up prices".
bool IsToldThere(const Direction& d, const CauseAt& near) {
  const WordRange clause = d.near->WordsOf(near.sentence, near.cause->clause);
  return std::any_of(
      (*d.partners)[near.sentence].begin(), (*d.partners)[near.sentence].end(),
      [&](const Partner& partner) {
        return partner.confidence >= kMinPartner &&
               SharedRarity(*d.near, near.sentence, clause, *d.far,
                            partner.sentence) >= kSameCause;
      });
}

std::optional<Other> OtherCause(const Direction& d, const CauseAt& near) {
  if (IsToldThere(d, near)) return std::nullopt;
  std::optional<Other> best;
  for (const Partner& partner : (*d.partners)[near.sentence]) {
    if (Nearness(partner) < kMinPartner) continue;
    for (CauseAt& far : CausesIn(*d.far, partner.sentence)) {
      if (far.cause->strength < kMinStrength) continue;
      const double shared = Shared(d, near, far);
      const WordRange clause =
          d.far->WordsOf(far.sentence, far.cause->clause);
      if (SharedRarity(*d.far, far.sentence, clause, *d.near,
                       near.sentence) >= kSameCause) {
        continue;
      }
      if (shared >= kSameCause) return std::nullopt;
      if (!SameEffect(d, near, far)) continue;
      if (!best || Nearness(partner) > Nearness(best->partner)) {
        best = Other{std::move(far), partner, shared};
      }
    }
  }
  if (best) return best;
  for (const Partner& partner : (*d.partners)[near.sentence]) {
    if (partner.confidence < kMinPartner ||
        !TellsEffect(d, near, partner.sentence)) {
      continue;
    }
    return Other{std::nullopt, partner, 0};
  }
  return std::nullopt;
}

Evidence FarEvidence(const Direction& d, const CauseAt& near,
                     const Other& other) {
  if (other.cause) {
    return EvidenceAt(*d.far, other.cause->sentence, other.cause->range);
  }
  StemSet stems;
  for (const auto& [stem, weight] : d.near->bag(near.sentence).weights) {
    stems.Insert(stem);
  }
  WordRange window =
      DensestWindow(*d.far, other.partner.sentence, stems, kMaxWords);
  if (window.empty()) window = {0, 1};
  return EvidenceAt(
      *d.far, other.partner.sentence,
      ClauseAround(*d.far, other.partner.sentence, window, kMaxWords));
}

void AddFinding(const Direction& d, const CauseAt& near, const Other& other,
                std::vector<Finding>* found) {
  Evidence here = EvidenceAt(*d.near, near.sentence, near.range);
  Evidence there = FarEvidence(d, near, other);
  Finding finding;
  const std::string explanation =
      other.cause
          ? StrCat("The reports give different reasons or purposes: ",
                   QuotedBoth(here.quote, there.quote), ".")
          : StrCat("One report gives a reason or purpose, ",
                   Quoted(here.quote), "; the other tells it without: ",
                   Quoted(there.quote), ".");
  finding.divergence = OnSides(d.near_side, std::move(here), std::move(there));
  Divergence& result = finding.divergence;
  result.kind = DivergenceKind::kCause;
  result.rule = other.cause ? "cause.other" : "cause.one-sided";
  result.triggers = {std::string(d.near->article().Quote(near.cause->trigger))};
  if (other.cause) {
    result.triggers.emplace_back(
        d.far->article().Quote(other.cause->cause->trigger));
    std::sort(result.triggers.begin(), result.triggers.end());
  }
  result.weight = 2;
  result.explanation = explanation;
  const double strength =
      other.cause ? std::min(near.cause->strength, other.cause->cause->strength)
                  : near.cause->strength;
  finding.features = {
      {"other", other.cause ? 1.0 : 0.0},
      {"aligned", other.partner.confidence},
      {"similarity", other.partner.similarity},
      {"meaning", other.partner.meaning},
      {"shared", other.shared},
      {"strength", strength},
      {"purpose", near.cause->type == CauseType::kPurpose ? 1.0 : 0.0},
      {"lead", d.near->IsLead(near.sentence) ? 1.0 : 0.0},
  };
  found->push_back(std::move(finding));
}

}  // namespace

void DetectCauses(const Direction& direction, std::vector<Finding>* found) {
  for (int i = 0; i < direction.near->sentence_count(); ++i) {
    for (const CauseAt& near : CausesIn(*direction.near, i)) {
      if (near.cause->strength < kMinStrength) continue;
      const std::optional<Other> other = OtherCause(direction, near);
      if (other) AddFinding(direction, near, *other, found);
    }
  }
}

}  // namespace rashomon
