// Rewrites a page so that a parser can be trusted with it.
//
//   FilteredHtml f = FilterHtml(utf8);
//   f.html       what is left for the tree builder
//   f.json_ld    the page's JSON-LD scripts, as they stand
//
// HTML parsers keep a stack of open elements, search it at every tag, and
// clone formatting elements without end: hostile pages cost them quadratic
// time, and trees as deep as the page is long. Here comments, scripts, styles,
// drawings, forms' inner parts and formatting tags go out, a few attributes
// stay, nesting is cut at kMaxHtmlDepth and elements at kMaxHtmlElements; text
// is always kept. Time and memory linear in the page's size.
#ifndef RASHOMON_CORPUS_HTML_FILTER_H_
#define RASHOMON_CORPUS_HTML_FILTER_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rashomon {

// The deepest of the 102 pages of article-extraction-benchmark nests 53 deep.
inline constexpr std::size_t kMaxHtmlDepth = 250;
// The largest of them has 1,534 elements; a book on one page may have 100,000.
inline constexpr std::size_t kMaxHtmlElements = 300'000;

struct FilteredHtml {
  std::string html;
  std::vector<std::string> json_ld;
};

// `utf8` is valid UTF-8, and so is the result. Thread-safe.
FilteredHtml FilterHtml(std::string_view utf8);

}  // namespace rashomon

#endif  // RASHOMON_CORPUS_HTML_FILTER_H_
