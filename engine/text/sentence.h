// Sentences of a field of an article.
//
//   SentenceOptions options;
//   options.language = "en";
//   std::vector<Span> sentences =
//       SplitSentences(text, Field::kText, residue_spans, options);
//
// ICU's sentence boundaries (UAX #29), corrected for what news needs:
// quotations keep their closing mark, "U.S.", "Lt. Gen.", "г.", initials,
// decimal points, datelines ("WASHINGTON --") and ellipses do not end a
// sentence; a paragraph break (line break in `text`) always does.
#ifndef RASHOMON_ENGINE_TEXT_SENTENCE_H_
#define RASHOMON_ENGINE_TEXT_SENTENCE_H_

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/span.h"

namespace rashomon {

struct SentenceOptions {
  // BCP 47: "en", "ru"; abbreviations of both are known whatever is given
  // here, which decides only where they clash. Empty: detect.
  std::string language;
};

// Sentences in order, without white space at their ends, never empty, never
// overlapping each other or a span of `residue` (sorted, of the same field).
// Every other byte that is not white space is covered. Time is linear.
std::vector<Span> SplitSentences(std::string_view field_text, Field field,
                                 const std::vector<Span>& residue,
                                 const SentenceOptions& options = {});

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_SENTENCE_H_
