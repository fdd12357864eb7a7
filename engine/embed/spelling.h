// The spelling of a word as character n-grams: what a word that no table knows
// can still be compared by.
//
//   std::vector<std::uint64_t> grams = SpellingGrams("zelenskyy");
//   Eigen::VectorXf v = Signature(grams, 256);
//
// n-grams are of 3 to 5 characters of "<word>" (Bojanowski, Grave, Joulin,
// Mikolov 2017), in any script.
#ifndef RASHOMON_ENGINE_EMBED_SPELLING_H_
#define RASHOMON_ENGINE_EMBED_SPELLING_H_

#include <Eigen/Core>
#include <cstdint>
#include <string_view>
#include <vector>

namespace rashomon {

// Hashes of the n-grams, the same on every machine, sorted, each once. Empty
// for the empty word; of a word longer than 64 characters its first 64 count.
std::vector<std::uint64_t> SpellingGrams(std::string_view word);

// The sum of one pseudo-random vector of +1 and -1 for each n-gram, of length
// d, scaled to length 1; all zeros for no n-grams. Words that share n-grams get
// vectors that are alike (the share of n-grams in common, up to noise of
// 1 / root d); others are near a right angle to each other and to everything.
Eigen::VectorXf Signature(const std::vector<std::uint64_t>& grams, int d);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EMBED_SPELLING_H_
