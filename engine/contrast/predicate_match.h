// Where the other report says the same of the same: "the army may have shelled
// the port" and "the port was shelled by the army".
//
//   const PredicateSearch search(d, sentence, word, hedge);
//   for (const Partner& p : (*d.partners)[sentence])
//     if (const auto match = search.In(p)) ... match->head ...
#ifndef RASHOMON_ENGINE_CONTRAST_PREDICATE_MATCH_H_
#define RASHOMON_ENGINE_CONTRAST_PREDICATE_MATCH_H_

#include <cstddef>
#include <optional>

#include "engine/claims/word_range.h"
#include "engine/contrast/finding.h"
#include "engine/contrast/report_index.h"
#include "engine/contrast/stem_set.h"

namespace rashomon {

// Whether two stems are one word, synonyms, or one derived from the other.
bool AreOneWord(const ReportIndex& report, int a, int b);

struct PredicateMatch {
  Partner partner;
  std::size_t head = 0;   // of the far sentence
  bool same = false;      // the very word
  bool related = false;   // it, a synonym, or a word derived from it
  double arguments = 0;   // rarity of what both are said of
  double shared = 0;      // the same as a share of the smaller
  double score = 0;
};

// Immutable. Keeps references to what it is made from.
class PredicateSearch {
 public:
  // Of the word `head` of a sentence of the near report, which is no name;
  // words of `without` are not what it is said of.
  PredicateSearch(const Direction& d, int sentence, std::size_t head,
                  WordRange without);

  // The word of the far sentence that says the same of the same, if any does:
  // the word itself or one related to it or, of verbs, another one where a word
  // before and a word behind are the same ("granted asylum", "gave asylum").
  // With `bare`, the word itself needs less of what it is said of: what is held
  // at arm's length here is a theme of both reports. O(words x words).
  std::optional<PredicateMatch> In(const Partner& partner,
                                   bool bare = false) const;

 private:
  bool MayMatch(PredicateMatch* match) const;
  void Weigh(PredicateMatch* match) const;

  const Direction& d_;
  const int sentence_;
  const std::size_t head_;
  const StemSet arguments_;
  const StemSet before_, after_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_PREDICATE_MATCH_H_
