// The words of a quotation as they were spoken, however they are spelt: "don't"
// is "do not", "labour" is "labor".
#ifndef RASHOMON_ENGINE_CONTRAST_SPOKEN_WORDS_H_
#define RASHOMON_ENGINE_CONTRAST_SPOKEN_WORDS_H_

#include <cstddef>
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

double WeightOf(const std::vector<SpokenWord>& words);

// Weight of the heaviest common subsequence (Wagner & Fischer 1974). O(n m).
double CommonWeight(const std::vector<SpokenWord>& a,
                    const std::vector<SpokenWord>& b);

// What two quotations that may be tellings of one utterance have in common.
struct SharedUtterance {
  double common = 0;   // weight, in order
  double overlap = 0;  // share of the lighter one's weight, 0..1
};

// Nothing where they are two utterances. Weights: of all words (WeightOf).
// O(n m).
std::optional<SharedUtterance> OneUtterance(const std::vector<SpokenWord>& a,
                                            double weight_a,
                                            const std::vector<SpokenWord>& b,
                                            double weight_b);

// Weight of some three common words or one rare one: less is no utterance, and
// missing less is no cut.
inline constexpr double kLeastSpoken = 4;

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_SPOKEN_WORDS_H_
