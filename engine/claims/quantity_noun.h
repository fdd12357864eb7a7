// The noun that a number counts: "16 senior Russian diplomats" -> diplomats.
//
// There is no tagger: the run of open words after the number is searched for a
// plural, in Russian for the first word without an adjective's ending.
#ifndef RASHOMON_ENGINE_CLAIMS_QUANTITY_NOUN_H_
#define RASHOMON_ENGINE_CLAIMS_QUANTITY_NOUN_H_

#include <cstddef>
#include <optional>

#include "engine/claims/claim.h"
#include "engine/claims/quantity_context.h"

namespace rashomon {

// The index of the head noun of the run that begins at `at`. `one`: the number
// is 1 or ranks, so that a singular is looked for.
std::optional<std::size_t> HeadNoun(const QuantityContext& context,
                                    std::size_t at, bool one);

// "diplomats", "children", "MPs".
bool LooksPlural(const QuantityContext& context, std::size_t i);

// The same by its form alone: a known noun in the singular is none.
bool IsPluralForm(const QuantityContext& context, std::size_t i);

// Fills in noun, group and kind from word `head`.
void SetNoun(const QuantityContext& context, std::size_t head, Quantity* q);

// "12 were killed", "killed 12 and wounded 30", "двое погибли": people who are
// not named; [first, last) is the number.
bool CountsVictims(const QuantityContext& context, std::size_t first,
                   std::size_t last);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_QUANTITY_NOUN_H_
