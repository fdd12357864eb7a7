// Which units of a hypothesis stand for which of a text, and which stand in
// each other's place without meaning the same.
//
//   const UnitAlignment a = AlignUnits(text, hypothesis, word_model);
//   a.of_hypothesis[2].text            // the unit that says the same, or -1
//   for (const UnitClash& c : a.clashes) ...  // "black", where text has "red"
//
// A monolingual word alignment by words alike and what stands beside them,
// after Sultan, Bethard & Sumner (2014, Back to Basics for Monolingual Alignment);
// clashes are the substitutions of MacCartney & Manning's natural logic (2008)
// whose two sides exclude each other.
#ifndef RASHOMON_ENGINE_CONTRAST_UNIT_ALIGNMENT_H_
#define RASHOMON_ENGINE_CONTRAST_UNIT_ALIGNMENT_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/contrast/pair_units.h"
#include "engine/embed/word_model.h"

namespace rashomon {

struct UnitLink {
  int other = -1;         // unit of the other side; -1: none
  double similarity = 0;  // 0..1
};

enum class ClashKind : std::uint8_t {
  kOpposite,   // other antonyms of WordNet
  kPredicate,  // verbs or prepositions that are antonyms or members of a set
  kExclusive,  // other members of a set
  kNumber,     // two values
  kOrdinal,    // two ranks
  kTime,       // two years, or two days of one month
  kName,       // two names
  kOther,      // two words that are neither alike nor known to exclude
};

struct UnitClash {
  ClashKind kind = ClashKind::kOther;
  int text = 0;        // units
  int hypothesis = 0;
  double strength = 0;  // how surely the two exclude each other, 0..1
  double context = 0;   // how far they stand in one place, 0..1
};

struct UnitAlignment {
  std::vector<UnitLink> of_hypothesis;  // by unit, each text unit at most once
  std::vector<UnitLink> of_text;        // the same links from the other side
  std::vector<UnitClash> clashes;
};

// O(n m) for units of both sides, at most kMaxPairUnits each. Exchanging the
// sides exchanges the lists.
UnitAlignment AlignUnits(const PairSide& text, const PairSide& hypothesis,
                         const WordModel& model);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_UNIT_ALIGNMENT_H_
