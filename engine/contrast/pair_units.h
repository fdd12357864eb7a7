// A sentence pair's words as the conflict features see them: units of one or
// more words ("close to", "North Korea", "twenty-five"), each with what it can
// be compared by, and the negations with what they turn.
//
//   PairReader reader(&lexicons, &word_model);
//   const PairSide text = reader.Read("There is no man playing.");
//   text.units[1].stem == "man";
//   text.negations[0].whole;                  // the whole clause is negated
//
// What excludes what is data: contrast_sets.tsv, and the countries and
// nationalities of places.tsv.
#ifndef RASHOMON_ENGINE_CONTRAST_PAIR_UNITS_H_
#define RASHOMON_ENGINE_CONTRAST_PAIR_UNITS_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "engine/claims/annotator.h"
#include "engine/claims/claim.h"
#include "engine/contrast/report_index.h"
#include "engine/embed/word_model.h"
#include "engine/lexicon/lexicons.h"
#include "engine/lexicon/word_relations.h"

namespace rashomon {

// Longer sides are compared by their first units: time stays linear in what is
// read.
inline constexpr std::size_t kMaxPairUnits = 400;

// A member of a contrast set.
struct ContrastMember {
  std::string_view set;     // "colour"; empty: of none
  std::string_view member;  // "red"
  double strength = 0;      // how surely another member is excluded, 0..1
  // The members are one event seen from two sides ("buy", "sell"): they exclude
  // each other only of one subject.
  bool converse = false;
};

struct PairUnit {
  int sentence = 0;
  WordRange words;
  std::string stem;  // of the last word; of its base where it is irregular
  Tag tag = Tag::kNoun;   // of the last word
  // What it counts for in how much of a sentence is found, above 0.
  double weight = 1;
  RelatedWord related = nullptr;
  std::uint32_t row = 0;  // of the vector table
  std::vector<ContrastMember> contrasts;  // usually none or one
  std::optional<Quantity> number;
  bool name = false;
  bool open = false;  // in a clause that hedges, or puts a condition
  int clause = 0;  // number of the clause, across the sentences
};

struct PairNegation {
  int clause = 0;
  std::size_t focus = 0;  // the unit that is negated; units.size(): none
  // The whole statement is negated ("is not", "nobody", "there is no"), not
  // only the phrase ("without a hat").
  bool whole = true;
  bool conditional = false;  // "if it is not": asserted by nobody
};

struct PairSide {
  std::unique_ptr<const Article> article;
  std::unique_ptr<const Annotation> annotation;
  std::unique_ptr<const ReportIndex> index;
  std::vector<PairUnit> units;
  std::vector<PairNegation> negations;
  bool cut = false;  // units were left out
};

// Not thread-safe: one per thread.
class PairReader {
 public:
  // Both outlive the reader and what it reads.
  PairReader(const Lexicons* lexicons, const WordModel* words);

  // Linear in the text's size.
  PairSide Read(const std::string& text);

 private:
  const Lexicons* lexicons_;
  const WordModel* words_;
  const PhraseList* contrast_sets_;
  Annotator annotator_;
  WordSplitter splitter_;  // for the stems of base forms
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_PAIR_UNITS_H_
