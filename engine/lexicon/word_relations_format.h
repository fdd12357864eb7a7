// The layout of the table of word relations: header, records sorted by the
// bytes of their stem, the lists, then the stems without separators. Written
// and read on one machine, in its byte order, at build time.
#ifndef RASHOMON_ENGINE_LEXICON_WORD_RELATIONS_FORMAT_H_
#define RASHOMON_ENGINE_LEXICON_WORD_RELATIONS_FORMAT_H_

#include <cstdint>

namespace rashomon {

struct WordRelationsHeader {
  std::uint32_t magic = 0x31525752;  // "RWR1"
  std::uint32_t records = 0;
  std::uint32_t list_entries = 0;
  std::uint32_t string_bytes = 0;
};

// The lists stand one behind the other from `lists` on, each ascending:
// numbers of synsets.
struct WordRelationsRecord {
  std::uint32_t stem = 0;  // offset into the stems
  std::uint32_t lists = 0;
  std::uint8_t stem_bytes = 0;
  std::uint8_t own = 0;        // the meanings of its words
  std::uint8_t derived = 0;    // meanings of words derived from them
  std::uint8_t wider = 0;      // hypernyms of its meanings
  std::uint8_t opposite = 0;   // meanings of its antonyms
  std::uint8_t reserved[3] = {};
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_LEXICON_WORD_RELATIONS_FORMAT_H_
