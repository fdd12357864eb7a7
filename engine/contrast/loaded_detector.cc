#include "engine/contrast/loaded_detector.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "engine/base/strings.h"
#include "engine/contrast/evidence.h"

namespace rashomon {
namespace {

// Weaker words mark nothing by themselves (see loaded.tsv).
constexpr double kMinStrength = 0.45;
constexpr double kStrong = 0.75;
// A counterpart is shown where the other sentence tells the same.
constexpr double kCounterpartSimilarity = 0.3;
constexpr double kCounterpartConfidence = 0.4;
constexpr std::size_t kBefore = 4;
constexpr std::size_t kAfter = 6;
constexpr std::size_t kFarWindow = 12;

// The claim that holds the span, or null. The innermost, as later claims of a
// sentence are nested in earlier ones.
const Claim* ClaimAt(const ReportIndex& report, int sentence,
                     const Span& span) {
  const Claim* best = nullptr;
  for (int c : report.claims_in(sentence)) {
    const Claim& claim = report.annotation().claims[c];
    for (const Span& part : claim.content) {
      if (Contains(part, span)) best = &claim;
    }
  }
  return best;
}

bool IsOwnVoice(const ReportIndex& report, int sentence,
                const WordingFlag& flag) {
  if (flag.in_quotation || report.InQuotation(flag.span)) return false;
  const Claim* claim = ClaimAt(report, sentence, flag.span);
  return claim == nullptr || claim->mode == ClaimMode::kVoice;
}

std::optional<Partner> Counterpart(const Direction& d, int sentence) {
  for (const Partner& p : (*d.partners)[sentence]) {
    if (p.confidence >= kCounterpartConfidence ||
        p.similarity >= kCounterpartSimilarity) {
      return p;
    }
  }
  return std::nullopt;
}

// What the far sentence says at the place of the loaded clause.
Evidence CounterpartEvidence(const Direction& d, int sentence,
                             WordRange clause, const Partner& partner) {
  const StemSet stems = StemsOf(*d.near, sentence, clause);
  WordRange window =
      DensestWindow(*d.far, partner.sentence, stems, kFarWindow);
  if (window.empty()) window = {0, 1};
  return EvidenceAt(*d.far, partner.sentence,
                    ClauseAround(*d.far, partner.sentence, window, kFarWindow));
}

struct Spot {
  int sentence = 0;
  std::vector<const WordingFlag*> flags;  // near each other, in one clause
};

// Flags of a sentence that stand within one clause make one point.
std::vector<Spot> SpotsIn(const ReportIndex& near, int sentence) {
  std::vector<Spot> spots;
  std::optional<WordRange> last;
  for (int w : near.wording_in(sentence)) {
    const WordingFlag& flag = near.annotation().wording[w];
    if (flag.strength < kMinStrength || !IsOwnVoice(near, sentence, flag)) {
      continue;
    }
    const WordRange at = near.WordsOf(sentence, flag.span);
    if (at.empty()) continue;
    const WordRange clause =
        GrowInClause(near, sentence, at, kBefore, kAfter);
    if (last && at.first < last->last) {
      spots.back().flags.push_back(&flag);
    } else {
      spots.push_back({sentence, {&flag}});
    }
    last = clause;
  }
  return spots;
}

WordRange RangeOf(const ReportIndex& near, const Spot& spot) {
  WordRange range = near.WordsOf(spot.sentence, spot.flags.front()->span);
  range.last = near.WordsOf(spot.sentence, spot.flags.back()->span).last;
  return range;
}

std::string Explain(const std::vector<std::string>& triggers,
                    std::string_view near, const std::string* far) {
  std::string words;
  for (const std::string& t : triggers) {
    StrAppend(&words, words.empty() ? "" : ", ", Quoted(t));
  }
  if (far == nullptr) {
    return StrCat("One report words this with ", words, " in its own voice, ",
                  Quoted(near), "; no counterpart was found in the other.");
  }
  return StrCat("One report words this with ", words, " in its own voice, ",
                Quoted(near), "; the other has ", Quoted(*far), ".");
}

// Takes out the words that the other report uses too, wherever: of 464 such
// findings in the pairs marked for the fit (tools/train) 12 are right, of 1,300
// others one in ten.
void DropShared(const Direction& d, Spot* spot) {
  std::erase_if(spot->flags, [&](const WordingFlag* flag) {
    const WordRange at = d.near->WordsOf(spot->sentence, flag->span);
    return d.far->SentencesWith(d.near->stem(spot->sentence, at.last - 1)) > 0;
  });
}

void AddFinding(const Direction& d, Spot spot, std::vector<Finding>* found) {
  const ReportIndex& near = *d.near;
  DropShared(d, &spot);
  if (spot.flags.empty()) return;
  const std::optional<Partner> partner = Counterpart(d, spot.sentence);
  const WordRange range = RangeOf(near, spot);
  double strength = 0;
  std::map<std::string, double> categories;
  std::vector<std::string> triggers;
  for (const WordingFlag* flag : spot.flags) {
    strength = std::max(strength, flag->strength);
    categories[flag->category] = 1;
    triggers.emplace_back(near.article().Quote(flag->span));
  }
  const WordRange clause =
      GrowInClause(near, spot.sentence, range, kBefore, kAfter);
  Evidence here = EvidenceAt(near, spot.sentence, clause);
  std::optional<Evidence> there;
  if (partner) there = CounterpartEvidence(d, spot.sentence, clause, *partner);
  Finding finding;
  const std::string explanation =
      Explain(triggers, here.quote, there ? &there->quote : nullptr);
  const bool lead = near.IsLead(spot.sentence);
  finding.divergence = OnSides(d.near_side, std::move(here), std::move(there));
  Divergence& result = finding.divergence;
  result.kind = DivergenceKind::kLoaded;
  result.rule = partner ? "loaded.contrast" : "loaded.alone";
  result.triggers = std::move(triggers);
  result.strength = strength;
  result.weight = strength >= kStrong || lead ? 2 : 1;
  result.explanation = explanation;
  finding.features = {
      {"strength", strength},
      {"words", static_cast<double>(spot.flags.size())},
      {"aligned", partner ? partner->confidence : 0.0},
      {"similarity", partner ? partner->similarity : 0.0},
      {"lead", lead ? 1.0 : 0.0},
      {"title", near.is_title(spot.sentence) ? 1.0 : 0.0},
      {"depth", near.Depth(spot.sentence)},
      {"one_sided", categories.count("one-sided") ? 1.0 : 0.0},
      {"emotive", categories.count("emotive") ? 1.0 : 0.0},
      {"intensifier", categories.count("intensifier") ? 1.0 : 0.0},
      {"figurative", categories.count("figurative") ? 1.0 : 0.0},
  };
  found->push_back(std::move(finding));
}

}  // namespace

void DetectLoaded(const Direction& direction, std::vector<Finding>* found) {
  for (int i = 0; i < direction.near->sentence_count(); ++i) {
    for (const Spot& spot : SpotsIn(*direction.near, i)) {
      AddFinding(direction, spot, found);
    }
  }
}

}  // namespace rashomon
