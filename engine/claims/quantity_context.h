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

// The phrases of one list in a sentence.
class ListedPhrases {
 public:
  ListedPhrases(const SentenceReading& s, ListId id)
      : matches_(s.matches), id_(id) {}

  const PhraseMatch* Starting(std::size_t i) const {
    return matches_.Starting(id_, i);
  }
  // The match whose last word is i - 1.
  const PhraseMatch* Ending(std::size_t i) const {
    return matches_.Ending(id_, i);
  }
  // Whether a match of `category` starts at i.
  bool Is(std::size_t i, std::string_view category) const {
    const PhraseMatch* m = Starting(i);
    return m != nullptr && m->entry->category == category;
  }

 private:
  const LexiconMatches& matches_;
  ListId id_;
};

// Lives no longer than the sentence.
struct QuantityContext {
  explicit QuantityContext(const SentenceReading& sentence)
      : s(sentence),
        bounds(s, ListId::kBounds),
        units(s, ListId::kUnits),
        currencies(s, ListId::kCurrencies),
        number_words(s, ListId::kNumbers),
        numbers(FindNumbers(s)) {}

  // Nothing stands between the two words.
  bool Touching(std::size_t i) const {
    return i > 0 && i < s.size() &&
           s.word(i - 1).span.end == s.word(i).span.begin;
  }

  const SentenceReading& s;
  ListedPhrases bounds, units, currencies, number_words;
  Numbers numbers;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_QUANTITY_CONTEXT_H_
