// Finds many phrases in one pass over the words of a sentence.
//
// Words are interned to numbers (two hash look-ups a word: by stem and by
// normal form); phrases are paths of numbers in a trie whose edges live in one
// hash table. What begins with a word can be worked out once and kept beside
// it. Cost is O(words + matches) for phrases of bounded length, however many
// phrases there are.
//
//   PhraseTrie trie;
//   trie.Add({{"trade"}, {"annex"}}, 0, 7);
//   for (const TrieHit& hit : trie.Match(words, 1)) Show(hit.entry);
#ifndef RASHOMON_ENGINE_LEXICON_PHRASE_TRIE_H_
#define RASHOMON_ENGINE_LEXICON_PHRASE_TRIE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/strings.h"
#include "engine/text/word.h"

namespace rashomon {

// What one word of a phrase asks of a word of the text.
struct TrieKey {
  std::string text;  // stem, or normal form where exact
  bool exact = false;
  bool capitalized = false;  // the word must start with a capital
  bool all_caps = false;     // the word must be in capitals
};

// A phrase that ends at some word: which list, which entry.
struct TrieHit {
  std::uint32_t list = 0;
  std::uint32_t entry = 0;
  std::uint32_t first = 0;  // index of the first word
  std::uint32_t last = 0;   // one past the last word
};

// The edges of a trie: keys, none of them all ones, to nodes. A hash table that
// only grows, and is looked into for most words of a text.
class EdgeTable {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  // The node behind an edge, or kNone.
  std::uint32_t Find(std::uint64_t key) const {
    if (slots_.empty()) return kNone;
    for (std::size_t i = Home(key);; i = (i + 1) & (slots_.size() - 1)) {
      if (slots_[i].key == key) return slots_[i].node;
      if (slots_[i].key == kFree) return kNone;
    }
  }

  // `key` is not in the table.
  void Add(std::uint64_t key, std::uint32_t node);

 private:
  struct Slot {
    std::uint64_t key = kFree;
    std::uint32_t node = kNone;
  };
  static constexpr std::uint64_t kFree = ~std::uint64_t{0};

  std::size_t Home(std::uint64_t key) const {
    return (key * 0x9E3779B97F4A7C15u) >> shift_;
  }

  std::vector<Slot> slots_;  // a power of two
  std::size_t size_ = 0;
  unsigned shift_ = 64;  // 64 - log2 of the slots
};

class PhraseTrie {
 public:
  // What phrases begin with a word, and how it goes on others.
  class WordStart {
   private:
    friend class PhraseTrie;

    struct End {
      std::uint32_t list;
      std::uint32_t entry;
    };

    // The numbers of the word's keys, by stem and by normal form; 0 for none.
    std::uint32_t stem_ = 0;
    std::uint32_t exact_ = 0;
    std::vector<End> ends_;             // of the word alone; one for each list
    std::vector<std::uint32_t> nodes_;  // of longer phrases
    // Bit id % 64 of each number; of each number that may follow.
    std::uint64_t bits_ = 0;
    std::uint64_t next_ = 0;
  };

  PhraseTrie();

  // A later phrase of the same list and keys replaces the earlier.
  void Add(const std::vector<TrieKey>& keys, std::uint32_t list,
           std::uint32_t entry);

  // Per list the longest matches, left to right, not overlapping within the
  // list; ordered by first word. `lists` is the number of lists.
  std::vector<TrieHit> Match(const std::vector<Word>& words,
                             std::size_t lists) const;

  // What one call of the next function leaves for the following one to use
  // again instead of asking for memory.
  struct Scratch {
    std::vector<const WordStart*> starts;  // of each word; set before the call
    std::vector<TrieHit> hits;

   private:
    friend class PhraseTrie;

    // Unless an earlier match of the list covers its first word.
    void Keep(const TrieHit& hit) {
      if (hit.first < free_from[hit.list]) return;
      hits.push_back(hit);
      free_from[hit.list] = hit.last;
    }

    std::vector<TrieHit> best_of_list;     // last == 0: none yet
    std::vector<std::uint32_t> found;      // lists with a match
    std::vector<std::uint32_t> free_from;  // of each list: word
  };

  // The same for words whose starts are known: scratch->starts is as long as
  // `words`. Leaves the result in scratch->hits.
  void Match(const std::vector<Word>& words, std::size_t lists,
             Scratch* scratch) const;

  // Two hash look-ups: remember the result beside the word. Good until the
  // next Add.
  WordStart StartOf(const Word& word) const;

 private:
  using End = WordStart::End;
  struct Best;
  struct Node {
    std::vector<End> ends;
    std::uint64_t next = 0;  // bit id % 64: may have an edge with that id
  };

  std::uint32_t Intern(const TrieKey& key);
  void AddStarts(std::uint32_t id, std::uint64_t most, WordStart* start) const;
  void WalkFrom(std::size_t first, const std::vector<Word>& words,
                Scratch* scratch) const;
  void Walk(std::uint32_t node, std::size_t at, const std::vector<Word>& words,
            Best* best) const;

  StringMap<std::uint32_t> stem_ids_;   // from 1
  StringMap<std::uint32_t> exact_ids_;  // the same numbering
  std::uint32_t next_id_ = 1;
  // (node, word number, capitals asked for) -> node. Node 0 is the root.
  EdgeTable edges_;
  std::vector<Node> nodes_;
  // Word number -> the node of the phrases that begin with it, by the capitals
  // they ask for; 0 for none.
  std::vector<std::array<std::uint32_t, 3>> starts_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_LEXICON_PHRASE_TRIE_H_
