// What the readers of quantities share: a sentence, its numbers, and the
// phrases of the lists that stand at each word.
#ifndef RASHOMON_ENGINE_CLAIMS_QUANTITY_CONTEXT_H_
#define RASHOMON_ENGINE_CLAIMS_QUANTITY_CONTEXT_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/claims/number.h"
#include "engine/claims/sentence_reading.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {

// An index from words to the matches of one list.
class MatchAt {
 public:
  MatchAt(const std::vector<PhraseMatch>& matches, std::size_t words)
      : at_(words, nullptr), ending_(words + 1, nullptr) {
    for (const PhraseMatch& m : matches) {
      at_[m.first] = &m;
      ending_[m.last] = &m;
    }
  }

  const PhraseMatch* Starting(std::size_t i) const {
    return i < at_.size() ? at_[i] : nullptr;
  }
  // The match whose last word is i - 1.
  const PhraseMatch* Ending(std::size_t i) const {
    return i < ending_.size() ? ending_[i] : nullptr;
  }
  // Whether a match of `category` starts at i.
  bool Is(std::size_t i, std::string_view category) const {
    const PhraseMatch* m = Starting(i);
    return m != nullptr && m->entry->category == category;
  }

 private:
  std::vector<const PhraseMatch*> at_;
  std::vector<const PhraseMatch*> ending_;
};

// Lives no longer than the sentence.
struct QuantityContext {
  explicit QuantityContext(const SentenceReading& sentence)
      : s(sentence),
        bounds(s.matches.of(ListId::kBounds), s.size()),
        units(s.matches.of(ListId::kUnits), s.size()),
        currencies(s.matches.of(ListId::kCurrencies), s.size()),
        number_words(s.matches.of(ListId::kNumbers), s.size()),
        numbers(FindNumbers(s)) {}

  // Nothing stands between the two words.
  bool Touching(std::size_t i) const {
    return i > 0 && i < s.size() &&
           s.word(i - 1).span.end == s.word(i).span.begin;
  }

  const SentenceReading& s;
  MatchAt bounds, units, currencies, number_words;
  std::vector<Number> numbers;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_QUANTITY_CONTEXT_H_
