// The words of a quotation as they were spoken, however they are spelt: "don't"
// is "do not", "5%" is "5 percent", "labour" is "labor".
#ifndef RASHOMON_ENGINE_CONTRAST_SPOKEN_WORDS_H_
#define RASHOMON_ENGINE_CONTRAST_SPOKEN_WORDS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/claims/word_range.h"
#include "engine/contrast/report_index.h"

namespace rashomon {

// Copied freely: the texts belong to the report's annotation.
class SpokenWord {
 public:
  // `weight`: 1 for a frequent word, some 4 for a rare one.
  SpokenWord(std::string_view stem, double weight);

  // Equal for one word: "labor" for "labour", too.
  std::string Key() const;
  bool IsSameAs(const SpokenWord& other) const {
    return hash_ == other.hash_ &&
           (stem_ == other.stem_ || Key() == other.Key());
  }

  std::size_t hash() const { return hash_; }  // of the key
  double weight() const { return weight_; }

 private:
  std::string_view stem_;
  std::size_t hash_;
  double weight_;
};

// What the annotation of `report` outlives. O(words).
std::vector<SpokenWord> SpokenWordsOf(const ReportIndex& report, int sentence,
                                      WordRange range);

// Words in their order, prepared for being looked for. Immutable.
class SpokenText {
 public:
  SpokenText() = default;
  explicit SpokenText(std::vector<SpokenWord> words);

  const std::vector<SpokenWord>& words() const { return words_; }
  double weight() const { return weight_; }  // of all words
  bool Holds(const SpokenWord& word) const;

 private:
  static constexpr int kFree = -1;

  // The slot of a word, or the free one where it belongs.
  std::size_t SlotOf(const SpokenWord& word) const;

  std::vector<SpokenWord> words_;
  double weight_ = 0;
  // Where each word first stands, by its hash; a power of two of them.
  std::vector<int> slots_ = {kFree};
};

// Weight of the heaviest common subsequence (Wagner & Fischer 1974). O(n m).
double CommonWeight(const SpokenText& a, const SpokenText& b);

// What two quotations that may be tellings of one utterance have in common.
struct SharedUtterance {
  double common = 0;   // weight, in order
  double overlap = 0;  // share of the lighter one's weight, 0..1
};

// Nothing where they are two utterances. O(n m) where they may be one, else
// O(n).
std::optional<SharedUtterance> OneUtterance(const SpokenText& a,
                                            const SpokenText& b);

// Weight of some three common words or one rare one: less is no utterance, and
// missing less is no cut.
inline constexpr double kLeastSpoken = 4;

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_SPOKEN_WORDS_H_
