// Where in a field dates may stand: most of a text is far from every month and
// year, and need not be looked at for dates.
//
//   std::vector<DateExpression> dates =
//       FindDates(text, DateWindows(text, Field::kText, words_of_sentences));
//
// As far as they lie in sentences, those dates are the dates of the whole field.
#ifndef RASHOMON_ENGINE_TEXT_DATE_WINDOW_H_
#define RASHOMON_ENGINE_TEXT_DATE_WINDOW_H_

#include <span>
#include <string_view>
#include <vector>

#include "engine/base/span.h"
#include "engine/text/word.h"

namespace rashomon {

// In order, not overlapping. `sentences`: the words of each sentence of the
// field, in order. What lies between sentences and is no white space, as residue
// does, is in the windows. Linear time.
std::vector<Span> DateWindows(std::string_view text, Field field,
                              std::span<const std::vector<Word>> sentences);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_DATE_WINDOW_H_
