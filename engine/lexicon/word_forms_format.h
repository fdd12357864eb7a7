// The layout of the table of word forms: header, records sorted by the bytes of
// their word, then the words without separators. Written and read on one
// machine, in its byte order, at build time; no other program reads it.
#ifndef RASHOMON_ENGINE_LEXICON_WORD_FORMS_FORMAT_H_
#define RASHOMON_ENGINE_LEXICON_WORD_FORMS_FORMAT_H_

#include <cstdint>

namespace rashomon {

struct WordFormHeader {
  std::uint32_t magic = 0x31465752;  // "RWF1"
  std::uint32_t records = 0;
  std::uint32_t string_bytes = 0;
  std::uint32_t reserved = 0;
};

struct WordFormRecord {
  std::uint32_t offset = 0;  // into the words
  std::uint32_t lemma = 0;   // index of a record, or kNoLemma
  std::uint16_t uses = 0;    // noun, verb, adjective, adverb: four bits each
  std::uint8_t flags = 0;
  std::uint8_t size = 0;  // bytes of the word
};

inline constexpr std::uint32_t kNoLemma = 0xFFFFFFFF;

// What an irregular form is.
enum WordFormFlag : std::uint8_t {
  kFormPlural = 1,
  kFormPast = 2,
  kFormParticiple = 4,
  kFormGerund = 8,
  kFormThird = 16,
  kFormComparative = 32,
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_LEXICON_WORD_FORMS_FORMAT_H_
