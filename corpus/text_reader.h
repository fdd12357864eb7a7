// Plain text as people scrape it, to an article.
//
//   Article a = ReadScrapedText(utf8, registry);
//   a.text       the report, paragraphs parted by "\n\n"
//   a.title      the headline, where one stands alone at the head; else ""
//   a.provenance.removed    what was taken out, why, and from which byte
//
// What is done to the text, and nothing else: residue goes out (residue.h);
// lines that part a sentence, a bracket or a quotation in the middle are
// joined; runs of white space become one space. Sub-headings stay as
// paragraphs of their own. Datelines stay. Words are never changed.
#ifndef RASHOMON_CORPUS_TEXT_READER_H_
#define RASHOMON_CORPUS_TEXT_READER_H_

#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "corpus/outlet_registry.h"

namespace rashomon {

// Title, text, byline, place, published and outlet as far as the text itself
// tells them; found_in says "text" for each. `utf8` is valid UTF-8. Time
// linear in its size. Thread-safe.
Article ReadScrapedText(std::string_view utf8, const OutletRegistry& registry);

// Joins the lines that belong together; each result is one paragraph.
std::vector<std::string> JoinBrokenLines(const std::vector<std::string>& lines);

// Fills outlet, published, place and byline of an article from its own text
// where they are empty: datelines, date lines, bylines, the outlet's own
// teasers and copyright lines among `residue`. The text is not changed.
void FillFromText(const std::vector<RemovedText>& residue,
                  const OutletRegistry& registry, Article* article);

}  // namespace rashomon

#endif  // RASHOMON_CORPUS_TEXT_READER_H_
