// Spans that show the point, and words to explain it with.
#ifndef RASHOMON_ENGINE_CONTRAST_EVIDENCE_H_
#define RASHOMON_ENGINE_CONTRAST_EVIDENCE_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/span.h"
#include "engine/contrast/divergence.h"
#include "engine/contrast/report_index.h"
#include "engine/contrast/stem_set.h"

namespace rashomon {

// Whether a mark ends a clause: , ; : ( ) dashes, quotation marks, ? and !.
bool EndsClause(const Word& word);

// Whether no phrase ends with a word of the tag: "the", "of", "will".
bool OpensPhrase(Tag tag);

// The evidence at words [first, last) of a sentence, marks at its ends and the
// report's dateline left out. The range holds at least one word that is no mark.
Evidence EvidenceAt(const ReportIndex& report, int sentence, WordRange range);

// The range grown by up to `before` and `after` words, stopping short of what
// ends a clause: , ; : ( ) dashes and quotation marks. Phrases that the ends
// would cut in two are taken whole, by some words more; a word that opens a
// phrase which is not taken ("of", "the", "will") is left out at the end.
WordRange GrowInClause(const ReportIndex& report, int sentence,
                       WordRange range, std::size_t before, std::size_t after);

// The whole clause round the range, at most max_words long.
WordRange ClauseAround(const ReportIndex& report, int sentence,
                       WordRange range, std::size_t max_words);

// Where the words of `stems` stand thickest in the sentence: the window of at
// most `max_words` words that holds most of their rarity, from the first to the
// last of them. Empty where none is there. O(words).
WordRange DensestWindow(const ReportIndex& report, int sentence,
                        const StemSet& stems, std::size_t max_words);

// Stems of the words in the range that have some rarity.
StemSet StemsOf(const ReportIndex& report, int sentence, WordRange range);

// Share of the rarity of `stems` that the other sentence also has; 0..1.
double SharedRarity(const ReportIndex& near, int near_sentence,
                    WordRange range, const ReportIndex& far, int far_sentence);

// The quotation for an explanation: in curly quotes, shortened at a word to
// about 90 bytes, line breaks as spaces.
std::string Quoted(std::string_view quote);

// Rarity of the distinct words of the sentence that are among `stems`.
double RarityOfStems(const ReportIndex& report, int sentence,
                     const StemSet& stems);

// Whether the sentence holds the stem.
inline bool HasStem(const ReportIndex& report, int sentence, int stem) {
  return report.stems_in(sentence).Contains(stem);
}

// Cosine of the vectors of word `a` of one sentence and word `b` of another;
// 0 where the table does not know one of them. O(d).
double WordCosine(const ReportIndex& near, int near_sentence, std::size_t a,
                  const ReportIndex& far, int far_sentence, std::size_t b);

// Whether the word is a pronoun that stands for somebody: "he", "they", "who".
bool IsPersonalPronoun(const Word& word);

// "“a” / “b”", the same whichever is given first.
std::string QuotedBoth(std::string a, std::string b);

// A finding about both sides, or about `near` alone, put on the right sides.
Divergence OnSides(Side near_side, Evidence near, std::optional<Evidence> far);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_EVIDENCE_H_
