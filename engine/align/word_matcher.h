// What the words of one sentence find among those of many others.
//
//   WordMatcher matcher(&ties, weights);
//   matcher.Take(words_of_one);
//   for (const auto& words : others) {
//     matcher.Match(words);
//     for (const WordMatch& m : matcher.here()) ...  // of words_of_one[m.place]
//     for (const WordMatch& m : matcher.there()) ... // of words[m.place]
//   }
#ifndef RASHOMON_ENGINE_ALIGN_WORD_MATCHER_H_
#define RASHOMON_ENGINE_ALIGN_WORD_MATCHER_H_

#include <cstdint>
#include <span>
#include <vector>

#include "engine/align/word_ties.h"

namespace rashomon {

// What a word finds in the other sentence.
struct WordMatch {
  int place = 0;          // of the word in its sentence
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

  // As matched last: of the words that have a tie to the other sentence, by
  // place. The others find nothing, and most words are such.
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

  // What is known of a word of the vocabulary.
  struct Known {
    int place = kNone;  // in `here`
    int link = kNone;   // its first one
  };

  void FindTied(std::span<const int> there);
  void Follow(int link, WordMatch* other);
  WordMatch& MatchHere(int place);
  void GatherHere();

  const WordTies* ties_;
  const std::vector<double>* weights_;
  std::vector<int> here_;
  std::vector<Known> known_;  // of each word of the vocabulary
  std::vector<Link> links_;
  std::vector<int> linked_;  // words that have links
  // Of each word here; between matches, nothing.
  std::vector<WordMatch> found_here_;
  std::vector<std::uint64_t> has_found_;  // a bit for each place
  std::vector<int> first_links_;  // of those in `there_matches_`
  std::vector<WordMatch> here_matches_;
  std::vector<WordMatch> there_matches_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_WORD_MATCHER_H_
