#include "engine/claims/certainty.h"

#include <algorithm>
#include <string_view>

#include "engine/claims/modal.h"
#include "engine/claims/veridicality.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {
namespace {

// Hedges below this strength have too many other uses to weaken a claim by
// themselves ("should", "often").
constexpr double kMinStrength = 0.5;
// How surely syntax (a question, "had he known", "tried to") weakens.
constexpr double kSyntaxStrength = 0.8;
// "did not even try to": how far before an attempt its negation may stand.
constexpr std::size_t kMaxNegationBefore = 3;

Certainty CertaintyNamed(std::string_view category) {
  if (category == "evidential") return Certainty::kAlleged;
  if (category == "conditional") return Certainty::kConditional;
  if (category == "future") return Certainty::kFuture;
  return Certainty::kHedged;
}

// A lower rank wins.
int Rank(Certainty certainty) {
  switch (certainty) {
    case Certainty::kConditional: return 0;
    case Certainty::kAlleged: return 1;
    case Certainty::kHedged: return 2;
    case Certainty::kFuture: return 3;
    default: return 4;
  }
}

// Each cue is right with its strength, futures hardly at all.
double WeightOf(std::string_view category, double strength) {
  const double weight = strength * 0.75;
  if (category == "future") return weight * 0.1;
  if (category == "conditional") return weight * 0.3;
  return weight;
}

bool InTimes(const Span& span, const std::vector<Span>& times,
             std::size_t* next) {
  while (*next < times.size() && times[*next].end <= span.begin) ++*next;
  return *next < times.size() && Overlaps(times[*next], span);
}

HedgeMatch FromEntry(const PhraseMatch& m) {
  const std::string_view category = m.entry->category;
  HedgeMatch hedge;
  hedge.first = m.first;
  hedge.last = m.last;
  hedge.certainty = CertaintyNamed(category);
  hedge.strength = m.entry->strength;
  hedge.weight = WeightOf(category, m.entry->strength);
  hedge.noun_phrase = m.entry->note == "np";
  hedge.weasel = category == "weasel";
  hedge.question = m.entry->note == "question";
  hedge.governs = category == "evidential" || hedge.question;
  hedge.shown = !hedge.weasel && hedge.strength >= kMinStrength;
  return hedge;
}

// "Perhaps 4,000 people": of the amount alone.
bool BeforeAmount(const SentenceReading& s, const PhraseMatch& m) {
  return m.last == m.first + 1 && s.Is(m.last, WordClass::kNumber) &&
         m.entry->category == "hedge";
}

HedgeMatch FromSyntax(std::size_t first, std::size_t last,
                      Certainty certainty) {
  HedgeMatch hedge;
  hedge.first = first;
  hedge.last = last;
  hedge.certainty = certainty;
  hedge.strength = kSyntaxStrength;
  return hedge;
}

bool NegatedBefore(const SentenceReading& s, std::size_t first) {
  const PhraseMatches negations = s.matches.of(ListId::kNegations);
  const auto after = std::lower_bound(
      negations.begin(), negations.end(), first,
      [](const PhraseMatch& n, std::size_t at) { return n.first < at; });
  return after != negations.begin() &&
         (after - 1)->last + kMaxNegationBefore > first &&
         (after - 1)->entry->category == "negation";
}

// "tried to", "vowed to".
void AddOpenVerbs(const SentenceReading& s, std::vector<HedgeMatch>* out) {
  for (const ImplicativeMatch& m : FindImplicatives(s)) {
    const bool commitment = m.kind == Implication::kCommitment;
    const bool wish = m.kind == Implication::kWish;
    if (!commitment && !wish && m.kind != Implication::kAttempt) continue;
    if (NegatedBefore(s, m.first)) continue;
    out->push_back(FromSyntax(
        m.first, m.last,
        commitment ? Certainty::kFuture : Certainty::kHedged));
    out->back().governs = true;
    out->back().wish = wish;
    out->back().shown = commitment;
  }
}

// The certainties that no word of a list shows.
void AddSyntax(const SentenceReading& s, std::vector<HedgeMatch>* out) {
  if (IsQuestion(s)) {
    out->push_back(FromSyntax(s.size() - 1, s.size(), Certainty::kHedged));
  } else if (const std::size_t at = InvertedCondition(s); at < s.size()) {
    out->push_back(FromSyntax(at, at + 1, Certainty::kConditional));
  }
}

void SetOpeners(const ClauseMap& clauses, std::vector<HedgeMatch>* hedges) {
  std::sort(hedges->begin(), hedges->end(),
            [](const HedgeMatch& a, const HedgeMatch& b) {
              return a.first != b.first ? a.first < b.first : a.last < b.last;
            });
  for (HedgeMatch& hedge : *hedges) {
    hedge.opener =
        hedge.question ? hedge.first : clauses.OpenerOf(hedge.first);
  }
}

}  // namespace

void FindHedges(const SentenceReading& s, const std::vector<Span>& times,
                LazyClauseMap* clauses, std::vector<HedgeMatch>* hedges) {
  const PhraseMatches matches = s.matches.of(ListId::kHedges);
  hedges->clear();
  std::size_t next_time = 0;
  const ModalReader modals(s);
  for (const PhraseMatch& m : matches) {
    if (m.entry->category == "none" || m.entry->category == "rule") continue;
    if (InTimes(s.SpanOf(m.first, m.last), times, &next_time)) continue;
    if (IsNounUse(s, m)) continue;
    HedgeMatch hedge = FromEntry(m);
    modals.Adjust(m, &hedge);
    hedge.noun_phrase = hedge.noun_phrase || BeforeAmount(s, m);
    // "plans to": the verb is read with the implicatives, as it may be a noun.
    if (m.entry->note == "open") hedge.certainty = Certainty::kAsserted;
    hedge.shown = hedge.shown && hedge.certainty != Certainty::kAsserted;
    hedges->push_back(hedge);
  }
  AddOpenVerbs(s, hedges);
  AddSyntax(s, hedges);
  if (!hedges->empty()) SetOpeners(clauses->Get(), hedges);
}

Certainty CertaintyOf(const std::vector<HedgeMatch>& hedges, std::size_t first,
                      std::size_t last) {
  Certainty best = Certainty::kAsserted;
  auto hedge = std::lower_bound(
      hedges.begin(), hedges.end(), first,
      [](const HedgeMatch& h, std::size_t at) { return h.first < at; });
  // "vowed | to respond", "грозит | уйти": the verb before the content.
  if (hedge != hedges.begin() && (hedge - 1)->governs &&
      (hedge - 1)->last >= first) {
    --hedge;
  }
  for (; hedge != hedges.end() && hedge->first < last; ++hedge) {
    if (hedge->weasel || hedge->noun_phrase) continue;
    if (hedge->wish && hedge->first >= first) continue;
    if (hedge->strength < kMinStrength) continue;
    const bool embedded =
        hedge->opener != ClauseMap::kMain && hedge->opener > first;
    if (embedded) continue;
    if (Rank(hedge->certainty) < Rank(best)) best = hedge->certainty;
  }
  return best;
}

double UncertainScore(const SentenceReading& s,
                      const std::vector<HedgeMatch>& hedges) {
  double certain = 1;  // noisy or
  for (const HedgeMatch& hedge : hedges) certain *= 1 - hedge.weight;
  return 1 - certain;
}

void AddHedgeFlags(const SentenceReading& s,
                   const std::vector<HedgeMatch>& hedges,
                   std::vector<HedgeFlag>* flags) {
  for (const HedgeMatch& hedge : hedges) {
    if (!hedge.shown) continue;
    flags->push_back({s.SpanOf(hedge.first, hedge.last), hedge.certainty,
                      hedge.strength});
  }
}

}  // namespace rashomon
