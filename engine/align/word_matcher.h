// What the words of one sentence find among those of many others.
//
//   WordMatcher matcher(&ties, weights);
//   matcher.Take(words_of_one);
//   for (const auto& words : others) {
//     matcher.Match(words);
//     matcher.here()[0].best;      // of words_of_one[0]
//     matcher.there()[0].shared;   // of words[0]
//   }
#ifndef RASHOMON_ENGINE_ALIGN_WORD_MATCHER_H_
#define RASHOMON_ENGINE_ALIGN_WORD_MATCHER_H_

#include <span>
#include <vector>

#include "engine/align/word_ties.h"

namespace rashomon {

// What a word finds in the other sentence.
struct WordMatch {
  bool shared = false;    // itself; what follows is for those that do not
  bool opposite = false;  // an antonym
  float best = 0;         // how much its best counterpart stands for it
  // The nearest spelling among the words that the other sentence alone has, by
  // the weight of the lighter one.
  double spelling = 0;
};

// Not thread-safe. Memory: linear in the vocabulary.
class WordMatcher {
 public:
  // `ties` and `weights` are those of every word; both outlive this.
  WordMatcher(const WordTies* ties, const std::vector<double>* weights);

  // The sentence that others are matched with, its words sorted, each once.
  // O(ties of the words).
  void Take(std::span<const int> here);

  // Sorted, each once. O(words, and ties between the two).
  void Match(std::span<const int> there);

  // Of each word, in order, as matched last.
  const std::vector<WordMatch>& here() const { return here_matches_; }
  const std::vector<WordMatch>& there() const { return there_matches_; }

 private:
  // A tie to a word `here`, listed under the other word.
  struct Link {
    int next = kNone;  // of the other word's links
    int place = 0;     // in `here`
    float forth = 0;   // how much the other stands for the word here
    float back = 0;
    bool opposite = false;
    double spelling = 0;  // times the lighter one's weight
  };
  static constexpr int kNone = -1;

  void MarkShared(std::span<const int> there);
  void Follow(int link, WordMatch* other);

  const WordTies* ties_;
  const std::vector<double>* weights_;
  std::vector<int> here_;
  std::vector<int> places_;  // of each word of the vocabulary in `here`
  std::vector<int> links_of_;  // its first link
  std::vector<Link> links_;
  std::vector<int> linked_;  // words that have links
  std::vector<WordMatch> here_matches_;
  std::vector<WordMatch> there_matches_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_WORD_MATCHER_H_
