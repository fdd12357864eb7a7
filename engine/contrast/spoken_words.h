// The words of a quotation as they were spoken, however they are spelt: "don't"
// is "do not", "labour" is "labor".
#ifndef RASHOMON_ENGINE_CONTRAST_SPOKEN_WORDS_H_
#define RASHOMON_ENGINE_CONTRAST_SPOKEN_WORDS_H_

#include <string>
#include <vector>

#include "engine/claims/word_range.h"
#include "engine/contrast/report_index.h"

namespace rashomon {

struct SpokenWord {
  std::string key;    // equal for one word
  double weight = 1;  // 1 for a frequent word, some 4 for a rare one
};

// O(words).
std::vector<SpokenWord> SpokenWordsOf(const ReportIndex& report, int sentence,
                                      WordRange range);

double WeightOf(const std::vector<SpokenWord>& words);

// Weight of the heaviest common subsequence (Wagner & Fischer 1974). O(n m).
double CommonWeight(const std::vector<SpokenWord>& a,
                    const std::vector<SpokenWord>& b);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_SPOKEN_WORDS_H_
