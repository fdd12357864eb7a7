// Rare sequences of words, by which wording that two reports share is known: a
// quotation, a sentence of an agency, a fixed description.
//
//   std::vector<std::uint64_t> a =
//       RareSequences(annotation.words, book.Read(annotation), book);
//   SharedWording(a, b)    // 0.02: much for two independent reports
#ifndef RASHOMON_ENGINE_EVENTS_WORD_SEQUENCES_H_
#define RASHOMON_ENGINE_EVENTS_WORD_SEQUENCES_H_

#include <cstdint>
#include <vector>

#include "engine/embed/word_book.h"
#include "engine/text/word.h"

namespace rashomon {

// Hashes of all sequences of kSequenceWords stems within one sentence whose
// words are together rarer than kRareSequence; sorted, each once. `numbers`: of
// the words, in `book`; those of every book give the same hashes. O(words).
std::vector<std::uint64_t> RareSequences(
    const std::vector<std::vector<Word>>& sentences,
    const BookSentences& numbers, const WordBook& book);

inline constexpr std::size_t kSequenceWords = 4;
// Sum of -ln of the words' shares: "prime minister of the" has less, "calls for
// his resignation" more.
inline constexpr double kRareSequence = 24;

// The share of the lesser side's sequences that both have, 0..1. O(sequences).
double SharedWording(const std::vector<std::uint64_t>& a,
                     const std::vector<std::uint64_t>& b);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EVENTS_WORD_SEQUENCES_H_
