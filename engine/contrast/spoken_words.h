// The words of a quotation as they were spoken, however they are spelt: "don't"
// is "do not", "5%" is "5 percent", "labour" is "labor".
#ifndef RASHOMON_ENGINE_CONTRAST_SPOKEN_WORDS_H_
#define RASHOMON_ENGINE_CONTRAST_SPOKEN_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/claims/word_range.h"
#include "engine/contrast/report_index.h"

namespace rashomon {

struct SpokenWord {
  SpokenWord(std::string key, double weight);

  bool IsSameAs(const SpokenWord& other) const {
    return hash == other.hash && key == other.key;
  }

  std::string key;       // equal for one word
  std::size_t hash = 0;  // of the key
  double weight = 1;     // 1 for a frequent word, some 4 for a rare one
};

// O(words).
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
  std::vector<SpokenWord> words_;
  double weight_ = 0;
  std::uint64_t some_bits_ = 0;      // one of each word's hash
  std::vector<std::size_t> hashes_;  // sorted
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
