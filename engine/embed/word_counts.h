// How often each stem occurs in news: what words are weighted by.
//
//   RASHOMON_ASSIGN_OR_RETURN(WordCounts counts, WordCounts::Shipped());
//   double p = counts.Probability("sanction");   // share of all words
//
// The shipped table was counted by tools/train over the background text
// (English) and a published frequency list (Russian); its provenance stands in
// engine/embed/data/word_counts.md.
#ifndef RASHOMON_ENGINE_EMBED_WORD_COUNTS_H_
#define RASHOMON_ENGINE_EMBED_WORD_COUNTS_H_

#include <string_view>

#include "absl/status/statusor.h"
#include "engine/base/strings.h"

namespace rashomon {

// Immutable after loading; then thread-safe.
class WordCounts {
 public:
  static absl::StatusOr<WordCounts> Shipped();

  // Share of all running words, in (0, 1). Stems that are not in the table get
  // unseen_probability(). `stem` as in Word::stem.
  double Probability(std::string_view stem) const;
  double unseen_probability() const { return unseen_; }

  // Smooth-inverse-frequency weight a / (a + p), in (0, 1) (Arora, Liang, Ma
  // 2017). a is data with the table.
  double SifWeight(std::string_view stem) const;
  // Inverse frequency, ln(1 / p), scaled to 0..1 (1: unseen).
  double IdfWeight(std::string_view stem) const;

 private:
  StringMap<float> probability_;
  double unseen_ = 1e-7;
  double a_ = 1e-3;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EMBED_WORD_COUNTS_H_
