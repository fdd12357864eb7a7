#include "engine/claims/wording.h"

#include "engine/lexicon/lexicons.h"

namespace rashomon {
namespace {

// What a word inside a quotation adds to the sentence's score: the outlet
// chose to quote it, but did not say it.
constexpr double kQuotedShare = 0.25;
// Each flag alone makes a sentence loaded with this share of its strength.
constexpr double kFlagShare = 0.7;

// "Iron Curtain Cafe": in the middle of a capitalised run.
bool InName(const SentenceReading& s, const PhraseMatch& m) {
  if (!s.word(m.first).capitalized || m.first == 0) return false;
  const bool before = s.word(m.first - 1).capitalized;
  const bool after = m.last < s.size() && s.word(m.last).capitalized;
  return before && after;
}

}  // namespace

std::vector<WordingFlag> FindWording(const SentenceReading& s) {
  std::vector<WordingFlag> out;
  for (const PhraseMatch& m : s.matches.of(ListId::kLoaded)) {
    if (InName(s, m)) continue;
    out.push_back({s.SpanOf(m.first, m.last), m.entry->category,
                   m.entry->strength, s.InQuote(m.first)});
  }
  return out;
}

double LoadedScore(const std::vector<WordingFlag>& flags) {
  double neutral = 1;
  for (const WordingFlag& flag : flags) {
    const double share = flag.in_quotation ? kQuotedShare : 1;
    neutral *= 1 - share * kFlagShare * flag.strength;
  }
  return 1 - neutral;
}

}  // namespace rashomon
