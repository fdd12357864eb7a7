// How two English words are related in meaning, by WordNet (Fellbaum 1998),
// compiled in.
//
//   const auto& table = WordRelationTable::Shipped();
//   table.Between(table.Find("attack"), table.Find("assault"))
//       == WordRelation::kSynonym
//
// Words are asked for by their Snowball stem (Word::stem). Of each word and
// part of speech the commonest meanings count; single words only.
#ifndef RASHOMON_ENGINE_LEXICON_WORD_RELATIONS_H_
#define RASHOMON_ENGINE_LEXICON_WORD_RELATIONS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace rashomon {

struct WordRelationsRecord;

enum class WordRelation : std::uint8_t {
  kNone,
  kSynonym,   // attack, assault
  kDerived,   // invade, invasion
  kNarrower,  // tank, vehicle: in either order
  kOpposite,  // win, lose
};

// "synonym", "derived" ...
std::string_view Name(WordRelation relation);

// Numbers of synsets, ascending: of the meanings of a stem's words, of words
// derived from them, of their hypernyms, of their antonyms.
struct WordMeanings {
  std::span<const std::uint32_t> own, derived, wider, opposite;
};

// What the table has of one stem; null for most names and all other languages.
using RelatedWord = const WordRelationsRecord*;

// Immutable; thread-safe.
class WordRelationTable {
 public:
  static const WordRelationTable& Shipped();

  // O(1).
  RelatedWord Find(std::string_view stem) const;

  // The first that holds, in the order opposite, synonym, derived, narrower.
  // Symmetric. kNone where a word is null. O(meanings), some tens of steps.
  WordRelation Between(RelatedWord a, RelatedWord b) const;

  // `word` is not null.
  WordMeanings MeaningsOf(RelatedWord word) const;

  std::size_t size() const { return size_; }

 private:
  WordRelationTable();

  std::string_view StemOf(const WordRelationsRecord& record) const;
  // The slot of a stem, or the free one where it belongs.
  std::size_t SlotOf(std::string_view stem) const;

  const WordRelationsRecord* records_ = nullptr;
  const std::uint32_t* lists_ = nullptr;
  const char* stems_ = nullptr;
  std::size_t size_ = 0;
  std::vector<std::uint32_t> slots_;  // a power of two: record + 1, 0: free
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_LEXICON_WORD_RELATIONS_H_
