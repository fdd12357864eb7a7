// One article of the page: its text in full, aligned passages numbered,
// evidence marked, residue dimmed.
//
// Ids that the rest of the page links to (side is "left" or "right"):
//   left, right        the article
//   p<i>-<side>        passage i (aligned group i, from 1)
//   e<n>-<side>        the evidence of flag n
//   n<n>-<side>        the nearest miss of flag n
// Internal to tools/report.
#ifndef RASHOMON_TOOLS_REPORT_HTML_ARTICLE_H_
#define RASHOMON_TOOLS_REPORT_HTML_ARTICLE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "engine/base/span.h"
#include "engine/compare/comparison.h"
#include "tools/report/excerpt.h"

namespace rashomon {

// A stretch of the article that a flag points at.
struct TextMark {
  Span span;
  int flag = 0;  // its number, from 1 in rank order
  DivergenceKind kind = DivergenceKind::kQuantity;
  bool nearest = false;  // a nearest miss, not evidence
  bool minor = false;    // beyond the flags that are shown at first
  std::vector<Span> triggers;  // within `span`
};

// Marks of one side, by begin; of equal ones the better flag first. Flags from
// `max_flags` on are minor.
std::vector<TextMark> MarksOf(const Comparison& comparison, Side side,
                              std::size_t max_flags, ExcerptMaker* excerpts);

// The <article> element. Time linear in the article's size but for the number
// of marks within one sentence.
std::string RenderArticle(const Comparison& comparison, Side side,
                          const std::vector<TextMark>& marks);

// <svg> with the shape of the kind, hidden from screen readers.
std::string KindShape(DivergenceKind kind);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_HTML_ARTICLE_H_
