// Sentences of a field of an article.
//
//   SentenceOptions options;
//   options.language = "en";
//   std::vector<Span> sentences =
//       SplitSentences(text, Field::kText, residue_spans, options);
//
// The marks that end sentences, and what letters are, come from Unicode by
// ICU (UAX #29's Sentence_Terminal, case and space properties). The rules are
// what news needs:
//   - Quotations keep their closing mark and are split where they hold several
//     sentences; a short exclamation in one does not end it ("The bridge! The
//     bridge!"), nor does a quoted question before its speaker (“Why?” Mr. Hale
//     asked.).
//   - "U.S.", "Lt. Gen.", "г.", initials, "No. 5", decimal points, URLs and
//     bracketed asides do not end a sentence, unless what follows shows it
//     (data/abbreviations.tsv, data/sentence_words.tsv).
//   - A dateline ("WASHINGTON --", "MOSCOW, May 3. /TASS/.") belongs to the
//     sentence that follows it.
//   - List items ("1) ... 2) ...", "a. ... b. ...") are sentences.
//   - A paragraph's end is a sentence's end (engine/text/paragraph.h says which
//     line breaks end paragraphs).
#ifndef RASHOMON_ENGINE_TEXT_SENTENCE_H_
#define RASHOMON_ENGINE_TEXT_SENTENCE_H_

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/span.h"

namespace rashomon {

struct SentenceOptions {
  // BCP 47: "en", "ru". The rules of both are known whatever is given here, as
  // they do not clash; it is kept for languages whose rules do.
  std::string language;
};

// Sentences in order, without white space at their ends, never empty, never
// overlapping each other or a span of `residue` (sorted, of the same field).
// Every other byte that is not white space is covered. Spans stand on
// character boundaries. Time is linear, whatever the bytes. Thread-safe.
std::vector<Span> SplitSentences(std::string_view field_text, Field field,
                                 const std::vector<Span>& residue,
                                 const SentenceOptions& options = {});

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_SENTENCE_H_
