#include "engine/claims/certainty.h"

#include <algorithm>
#include <string_view>

#include "engine/lexicon/lexicons.h"

namespace rashomon {
namespace {

// Hedges below this strength have too many other uses to weaken a claim by
// themselves ("would", "should", "often").
constexpr double kMinStrength = 0.5;
// A claim counts as negated by what stands in this many words of it: later
// negations are in subordinate clauses more often than not.
constexpr std::size_t kMaxNegationReach = 14;

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

bool InTimes(const Span& span, const std::vector<Span>& times,
             std::size_t* next) {
  while (*next < times.size() && times[*next].end <= span.begin) ++*next;
  return *next < times.size() && Overlaps(times[*next], span);
}

// "A might of armies", "the will", "a can": a noun after a determiner.
bool IsNounUse(const SentenceReading& s, const PhraseMatch& m) {
  if (m.last != m.first + 1 || m.first == 0) return false;
  const std::string_view word = s.word(m.first).normal;
  if (word != "will" && word != "might" && word != "can" && word != "may") {
    return false;
  }
  return s.Is(m.first - 1, WordClass::kDeterminer);
}

// Where the main clause of words [first, last) stops: at a subordinate clause,
// a "but", or kMaxNegationReach.
std::size_t MainClauseEnd(const SentenceReading& s, std::size_t first,
                          std::size_t last) {
  const std::size_t reach = std::min(last, first + kMaxNegationReach);
  for (std::size_t i = first + 3; i < reach; ++i) {
    const bool stops = s.Is(i, "but") || s.Is(i, "но") ||
                       s.Is(i, WordClass::kRelative) || s.IsMark(i, ';') ||
                       (s.Is(i, WordClass::kSubordinator) && !s.Is(i, "as"));
    if (stops) return i;
  }
  return reach;
}

}  // namespace

std::vector<HedgeMatch> FindHedges(const SentenceReading& s,
                                   const std::vector<Span>& times) {
  std::vector<HedgeMatch> out;
  std::size_t next_time = 0;
  for (const PhraseMatch& m : s.matches.of(ListId::kHedges)) {
    if (InTimes(s.SpanOf(m.first, m.last), times, &next_time)) continue;
    if (IsNounUse(s, m)) continue;
    HedgeMatch hedge;
    hedge.first = m.first;
    hedge.last = m.last;
    hedge.certainty = CertaintyNamed(m.entry->category);
    hedge.strength = m.entry->strength;
    hedge.noun_phrase = m.entry->note == "np";
    hedge.weasel = m.entry->category == "weasel";
    out.push_back(hedge);
  }
  return out;
}

Certainty CertaintyOf(const std::vector<HedgeMatch>& hedges, std::size_t first,
                      std::size_t last) {
  Certainty best = Certainty::kAsserted;
  auto hedge = std::lower_bound(
      hedges.begin(), hedges.end(), first,
      [](const HedgeMatch& h, std::size_t at) { return h.first < at; });
  for (; hedge != hedges.end() && hedge->first < last; ++hedge) {
    if (hedge->weasel || hedge->noun_phrase) continue;
    if (hedge->strength < kMinStrength) continue;
    if (Rank(hedge->certainty) < Rank(best)) best = hedge->certainty;
  }
  return best;
}

int PolarityOf(const SentenceReading& s, std::size_t first, std::size_t last) {
  const std::vector<PhraseMatch>& negations =
      s.matches.of(ListId::kNegations);
  auto m = std::lower_bound(
      negations.begin(), negations.end(), first,
      [](const PhraseMatch& n, std::size_t at) { return n.first < at; });
  const std::size_t reach = MainClauseEnd(s, first, last);
  int polarity = 1;
  bool neither = false;
  for (; m != negations.end() && m->first < reach; ++m) {
    const std::string_view category = m->entry->category;
    if (category != "negation" && category != "constituent") continue;
    const std::string_view word = s.word(m->first).normal;
    // "neither ... nor" and "ни ... ни" are one negation; so is "никто не".
    if ((word == "nor" && neither) || (word == "не" && polarity == -1)) {
      continue;
    }
    neither = neither || word == "neither";
    if (category == "constituent" && polarity == -1) continue;
    polarity = -polarity;
  }
  return polarity;
}

double UncertainScore(const SentenceReading& s,
                      const std::vector<HedgeMatch>& hedges) {
  // Noisy or: each cue is right with its strength, futures hardly at all.
  double certain = 1;
  for (const HedgeMatch& hedge : hedges) {
    double weight = hedge.strength * 0.75;
    if (hedge.certainty == Certainty::kFuture) weight *= 0.1;
    if (hedge.certainty == Certainty::kConditional) weight *= 0.3;
    certain *= 1 - weight;
  }
  return 1 - certain;
}

std::vector<HedgeFlag> HedgeFlags(const SentenceReading& s,
                                  const std::vector<HedgeMatch>& hedges) {
  std::vector<HedgeFlag> out;
  for (const HedgeMatch& hedge : hedges) {
    if (hedge.weasel || hedge.strength < kMinStrength) continue;
    out.push_back({s.SpanOf(hedge.first, hedge.last), hedge.certainty,
                   hedge.strength});
  }
  return out;
}

}  // namespace rashomon
