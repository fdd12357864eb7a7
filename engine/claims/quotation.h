// Quotations: the one place that reads quotation marks.
//
//   for (const Quotation& q : FindQuotations(text, Field::kText))
//     Use(Slice(text, q.inner));
//
// Reads “ ”, « », „ “, ‘ ’ and straight quotes, nested three deep; quotations
// left open at the end of a paragraph and opened again at the next; those that
// run over paragraphs until they are closed; and the marks that translation
// moves, as in `relationship, ”the secretary said`. Apostrophes are none.
#ifndef RASHOMON_ENGINE_CLAIMS_QUOTATION_H_
#define RASHOMON_ENGINE_CLAIMS_QUOTATION_H_

#include <string_view>
#include <vector>

#include "engine/base/span.h"
#include "engine/claims/claim.h"

namespace rashomon {

// In order of where they begin, an outer one before those inside it. Spans
// stand on character boundaries whatever the bytes are. Linear time.
std::vector<Quotation> FindQuotations(std::string_view text, Field field);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_QUOTATION_H_
