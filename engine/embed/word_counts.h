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

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace rashomon {

// Immutable after loading; then thread-safe. A copy is cheap: copies share the
// table.
class WordCounts {
 public:
  // The table that is compiled in. Takes some 7 ms: load it once.
  static absl::StatusOr<WordCounts> Shipped();

  // A table of the same form: '#' comments, the header "stem<TAB>code", rows of
  // a stem and -16 ln(share). InvalidArgument names `source` and the line where
  // a row is malformed, a code is out of range, a stem stands twice, or there
  // is no row at all. Time and memory are linear in the table's size.
  static absl::StatusOr<WordCounts> Parse(std::string table,
                                          std::string_view source);

  // Share of all running words, in (0, 1). Stems that are not in the table get
  // unseen_probability(). `stem` as in Word::stem. O(1), no allocation.
  double Probability(std::string_view stem) const;
  double unseen_probability() const;
  // -ln of that share.
  double Rarity(std::string_view stem) const;

  // Smooth-inverse-frequency weight a / (a + p), in (0, 1) (Arora, Liang, Ma
  // 2017).
  double SifWeight(std::string_view stem) const;
  // Inverse frequency, ln(1 / p), scaled to 0..1 (1: unseen).
  double IdfWeight(std::string_view stem) const;

  bool Contains(std::string_view stem) const;
  std::size_t size() const;

  // Names the table's content, for Comparison::versions: 16 hex digits.
  const std::string& version() const;

  // round(-16 ln(share)), between 0 and kMaxCode: a step is 6 %.
  static int Code(double share);
  static constexpr int kMaxCode = 400;  // a share of 1.4e-11

 private:
  struct Table;
  explicit WordCounts(std::shared_ptr<const Table> table);
  int CodeOf(std::string_view stem) const;

  std::shared_ptr<const Table> table_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EMBED_WORD_COUNTS_H_
