// One sentence as every reader of this package gets it: words, lexicon
// matches, word classes and quotation marks, worked out once.
//
//   SentenceReading s;
//   ReadSentence(lexicons, text, span, words, quotations, &next, &memory, &s);
//   if (s.classes[i] == WordClass::kPreposition && s.InQuote(i)) ...
#ifndef RASHOMON_ENGINE_CLAIMS_SENTENCE_READING_H_
#define RASHOMON_ENGINE_CLAIMS_SENTENCE_READING_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/base/span.h"
#include "engine/claims/claim.h"
#include "engine/claims/tag.h"
#include "engine/lexicon/lexicons.h"
#include "engine/lexicon/word_memory.h"
#include "engine/text/word.h"

namespace rashomon {

// Closed classes from function_words.tsv; everything else is kOpen, a mark of
// punctuation kMark, a figure kNumber.
enum class WordClass : std::uint8_t {
  kOpen, kDeterminer, kPreposition, kCoordinator, kSubordinator, kRelative,
  kPronoun, kAuxiliary, kAdverb, kNumber, kMark,
};

struct SentenceReading {
  std::string_view text;  // the whole field
  Span span;              // the sentence
  std::span<const Word> words;
  LexiconMatches matches;
  std::vector<const WordFacts*> facts;  // of each word; never null
  std::vector<WordClass> classes;  // of each word
  std::vector<Tag> tags;           // of each word; see tagger.h
  // Of each word: the index of the innermost quotation that is no scare
  // quotation round it, or -1. Quotation marks belong to their quotation.
  std::vector<std::int32_t> quotation;
  bool russian = false;  // most letters are Cyrillic
  std::size_t body = 0;  // first word behind the dateline, if there is one

  std::size_t size() const { return words.size(); }
  const Word& word(std::size_t i) const { return words[i]; }
  const WordForms& forms(std::size_t i) const { return facts[i]->forms; }
  bool InQuote(std::size_t i) const { return i < size() && quotation[i] >= 0; }
  bool IsMark(std::size_t i, char mark) const {
    return i < size() && classes[i] == WordClass::kMark &&
           word(i).normal.size() == 1 && word(i).normal[0] == mark;
  }
  bool Is(std::size_t i, WordClass c) const {
    return i < size() && classes[i] == c;
  }
  bool Is(std::size_t i, Tag tag) const {
    return i < size() && tags[i] == tag;
  }
  bool Is(std::size_t i, std::string_view normal) const {
    return i < size() && word(i).normal == normal;
  }
  // From the first byte of word `first` to the last of word `last - 1`.
  Span SpanOf(std::size_t first, std::size_t last) const {
    return {span.field, word(first).span.begin, word(last - 1).span.end};
  }
};

// Sets all of *s but the tags. `words` and `text` outlive it, and `memory`, which
// does not forget so long. `quotations` are
// those of the field, in order; `*next_quotation` is where to look on from, so
// that a whole field costs one pass. What *s held before is overwritten: one
// reading for all sentences asks for memory once.
void ReadSentence(const Lexicons& lexicons, std::string_view text, Span span,
                  const std::vector<Word>& words,
                  const std::vector<Quotation>& quotations,
                  std::size_t* next_quotation, WordMemory* memory,
                  SentenceReading* s);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_SENTENCE_READING_H_
