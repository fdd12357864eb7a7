// Parts of speech of a sentence: what each word can be by WordNet and its
// suffix, chosen by what stands beside it.
//
//   Tagger tagger;
//   tagger.TagWords(&reading, &memory);
//   reading.tags[i] == Tag::kPast        // "claims" in "He claims that ..."
//
// English by a Viterbi search over the pair weights of
// data/tag_transitions.tsv; Russian by endings alone (Zaliznyak 1977, Russian
// Grammatical Dictionary).
#ifndef RASHOMON_ENGINE_CLAIMS_TAGGER_H_
#define RASHOMON_ENGINE_CLAIMS_TAGGER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/claims/sentence_reading.h"
#include "engine/claims/tag.h"
#include "engine/lexicon/word_memory.h"

namespace rashomon {

// Not thread-safe: it keeps its working space.
class Tagger {
 public:
  Tagger();

  // Sets s->tags from s->classes. Linear time; at most kMaxCandidates squared
  // steps a word.
  void TagWords(SentenceReading* s, WordMemory* memory);

 private:
  static constexpr std::size_t kMaxCandidates = 8;

  struct Candidate {
    Tag tag = Tag::kMark;
    float score = 0;          // of the word alone, then of the best path to it
    std::uint8_t before = 0;  // candidate of the step before
  };
  struct Step {
    std::size_t word = 0;
    std::uint8_t count = 0;
    std::array<Candidate, kMaxCandidates> candidates;
  };

  void TagEnglish(SentenceReading* s, WordMemory* memory);
  void AddStep(std::size_t word, const SentenceReading& s, WordMemory* memory);
  bool IsName(const SentenceReading& s, std::size_t i) const;
  bool IsCardinal(const SentenceReading& s, std::size_t i);
  void Retag(SentenceReading* s, WordMemory* memory);
  void Search();
  void ReadPath(SentenceReading* s) const;

  // weights_[previous][next]; the row after the last tag: the sentence starts.
  std::array<std::array<float, kTagCount>, kTagCount + 1> weights_ = {};
  std::vector<Step> steps_;
  bool title_case_ = false;
  std::size_t next_number_ = 0;  // of the sentence's matches of numbers.tsv
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_TAGGER_H_
