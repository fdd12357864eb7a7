// Gold alignments as pairs of sentences.
//
//   RASHOMON_ASSIGN_OR_RETURN(std::vector<AlignmentCase> cases,
//                             ReadAlignmentGold("divergences/pairs.jsonl"));
//   Alignment a = aligner.Align(cases[0].left.words, cases[0].right.words);
//   AlignmentCounts counts = CountAlignment(a, cases[0].gold);
//   counts.f1();
#ifndef RASHOMON_TOOLS_EVALUATE_ALIGNMENT_GOLD_H_
#define RASHOMON_TOOLS_EVALUATE_ALIGNMENT_GOLD_H_

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/align/alignment.h"
#include "engine/base/span.h"
#include "engine/text/word.h"
#include "tools/evaluate/measures.h"

namespace rashomon {

struct AlignmentSide {
  std::string title;
  std::string text;
  std::vector<Span> sentences;  // title sentences first
  std::vector<std::vector<Word>> words;
  WordTexts word_texts;  // what the words' views point into
};

// One gold alignment: the sentences that its spans stand for. Several on both
// sides say that the runs report the same, not that each pair of them does.
struct GoldAlignment {
  std::vector<int> left;
  std::vector<int> right;
};

struct AlignmentCase {
  std::string id;
  std::string source;  // "seed", "basil", "neus", "ruwa"
  AlignmentSide left;
  AlignmentSide right;
  std::vector<GoldAlignment> gold;
};

// Pairs in the layout of data/divergences/pairs.jsonl, each text split as it is
// given. A gold span stands for the sentences that it covers by half of the
// sentence or more, or that hold half of the span or more (the one with most
// of it where there is none such). The error names the file and line.
absl::StatusOr<std::vector<AlignmentCase>> ReadAlignmentGold(
    const std::string& path);

// The sentences that a span stands for.
std::vector<int> SentencesOf(const Span& span,
                             const std::vector<Span>& sentences);

using SentencePairs = std::set<std::pair<int, int>>;  // left, right

// All left x right pairs of the groups.
SentencePairs PairsOf(const Alignment& alignment);

// What an alignment gets right. Found are pairs of sentences, right where one
// gold alignment holds both; a gold alignment is hit by one right pair.
struct AlignmentCounts {
  std::int64_t right = 0;
  std::int64_t found = 0;
  std::int64_t hit = 0;
  std::int64_t gold = 0;

  double precision() const;  // right of found
  double recall() const;     // hit of gold
  double f1() const;         // harmonic mean of the two

  AlignmentCounts& operator+=(const AlignmentCounts& other);
};

AlignmentCounts CountAlignment(const Alignment& alignment,
                               const std::vector<GoldAlignment>& gold);

// Stricter: pairs found against all left x right pairs of the gold alignments.
MatchCounts CountPairs(const Alignment& alignment,
                       const std::vector<GoldAlignment>& gold);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_EVALUATE_ALIGNMENT_GOLD_H_
