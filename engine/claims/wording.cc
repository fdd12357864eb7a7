#include "engine/claims/wording.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "engine/lexicon/lexicons.h"

namespace rashomon {
namespace {

// What a word inside a quotation adds to the sentence's score: the outlet
// chose to quote it, but did not say it.
constexpr double kQuotedShare = 0.25;
// Each flag alone makes a sentence loaded with this share of its strength.
constexpr double kFlagShare = 0.7;

// Of both scores; with them wording/babe.tsv reaches its best macro-F1 (.72) at
// 0.5, the only set that they were chosen on. Sums from .5 of the list's score
// to all of it differ by .003.
constexpr double kListShare = 1.1;
constexpr double kCommentaryShare = 2.2;

// "Iron Curtain Cafe": in the middle of a capitalised run.
bool InName(const SentenceReading& s, const PhraseMatch& m) {
  if (!s.word(m.first).capitalized || m.first == 0) return false;
  const bool before = s.word(m.first - 1).capitalized;
  const bool after = m.last < s.size() && s.word(m.last).capitalized;
  return before && after;
}

double ListScore(std::span<const WordingFlag> flags) {
  double neutral = 1;
  for (const WordingFlag& flag : flags) {
    const double share = flag.in_quotation ? kQuotedShare : 1;
    neutral *= 1 - share * kFlagShare * flag.strength;
  }
  return 1 - neutral;
}

// The sum over the root of the number, so that long sentences, which have more
// of everything, count less than their sum and more than their mean.
double CommentaryScore(const SentenceReading& s) {
  double sum = 0;
  int words = 0;
  for (std::size_t i = 0; i < s.size(); ++i) {
    words += s.word(i).kind == WordKind::kWord;
    sum += s.facts[i]->commentary;
  }
  return words > 0 ? sum / std::sqrt(words) : 0;
}

}  // namespace

void FindWording(const SentenceReading& s, std::vector<WordingFlag>* flags) {
  for (const PhraseMatch& m : s.matches.of(ListId::kLoaded)) {
    if (InName(s, m)) continue;
    flags->push_back({s.SpanOf(m.first, m.last), m.entry->category,
                      m.entry->strength, s.InQuote(m.first)});
  }
}

double LoadedScore(const SentenceReading& s,
                   std::span<const WordingFlag> flags) {
  const double score = kListShare * ListScore(flags) +
                       kCommentaryShare * CommentaryScore(s);
  return std::clamp(score, 0.0, 1.0);
}

}  // namespace rashomon
