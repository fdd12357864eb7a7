// Paragraphs of a text as it was scraped or saved.
//
// An empty line ends a paragraph. A single line break does, too, as in text
// scraped one paragraph to a line, unless the lines are wrapped: then it is a
// space. Lines are taken as wrapped where
//   - three or more lines stand together, none over 130 characters, the longest
//     at least 50, and on nearly all the next line's first word would not have
//     fitted; or
//   - a line of at least 45 characters without a final mark is followed by one
//     that starts with a lower-case letter; or
//   - a line starts with a comma or a closing bracket.
// A line that starts with a bullet always starts a paragraph. Where scraping
// has broken a bracket over paragraphs ("(A. Hale. -", "Agency", ") said"), they
// are one.
#ifndef RASHOMON_ENGINE_TEXT_PARAGRAPH_H_
#define RASHOMON_ENGINE_TEXT_PARAGRAPH_H_

#include <string_view>
#include <vector>

#include "engine/base/span.h"

namespace rashomon {

// Paragraphs of field_text[within], in order, without white space at their
// ends, never empty. Linear time. Thread-safe.
std::vector<Span> SplitParagraphs(std::string_view field_text, Span within);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_PARAGRAPH_H_
