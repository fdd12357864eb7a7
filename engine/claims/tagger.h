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
  void TagWords(SentenceReading* s, const WordMemory* memory);

 private:
  static constexpr std::size_t kMaxCandidates = 8;

  struct Candidate {
    float score;  // of the word alone, then of the best path to it
    Tag tag;
    std::uint8_t before;  // candidate of the step before
  };
  struct Choice {
    std::uint8_t count = 0;
    std::array<Candidate, kMaxCandidates> candidates;  // set up to count

    void Add(Tag tag, float score) {
      if (count < kMaxCandidates) candidates[count++] = {score, tag, 0};
    }
  };
  struct Step {
    std::size_t word = 0;
    Choice choice;
  };
  // What a word can be as an open word in lower case, worked out once.
  struct Known {
    bool set = false;
    bool only_adverb = false;
    Choice choice;
  };

  void TagEnglish(SentenceReading* s, const WordMemory* memory);
  void AddStep(std::size_t word, const SentenceReading& s, const WordMemory* memory);
  void AddProper(const WordForms& forms, bool starts, Choice* choice) const;
  const Known& KnownOf(const SentenceReading& s, std::size_t i,
                       const WordMemory* memory);
  static void SetChoice(const Word& word, const WordForms& forms,
                        Known* known);
  bool IsName(const SentenceReading& s, std::size_t i) const;
  void Retag(SentenceReading* s);
  void Search();
  void ReadPath(SentenceReading* s) const;

  // weights_[previous][next]; the row after the last tag: the sentence starts.
  std::array<std::array<float, kTagCount>, kTagCount + 1> weights_ = {};
  std::vector<Step> steps_;
  std::vector<Known> known_;  // by word id
  std::uint32_t generation_ = 0;
  bool title_case_ = false;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_TAGGER_H_
