// What a page says of itself: title, date, outlet, byline, address, language.
//
//   HtmlMetadata m = ReadHtmlMetadata(tree, registry);
//   m.published.value == "2021-04-28T11:53:00Z"; m.published.from == "json-ld"
//
// Sources in the order of belief: JSON-LD of a type that is an article; meta
// tags (Open Graph, article:, itemprop, Dublin Core, Parse.ly, Sailthru);
// <time>, <h1>, <title>; for the outlet, the registry's domains. Names that
// are addresses ("https://example.com/author") are no bylines.
#ifndef RASHOMON_CORPUS_HTML_METADATA_H_
#define RASHOMON_CORPUS_HTML_METADATA_H_

#include <string>

#include "corpus/html_tree.h"
#include "corpus/outlet_registry.h"

namespace rashomon {

struct MetaValue {
  std::string value;
  std::string from;  // as in Provenance::found_in; "" where value is ""
};

struct HtmlMetadata {
  MetaValue title;
  MetaValue published;  // ISO 8601
  MetaValue outlet;
  MetaValue byline;
  MetaValue url;
  std::string language;      // as the page declares it; may be wrong
  std::string article_body;  // of JSON-LD; "" where it gives none
};

// Time linear in the page's size. Thread-safe.
HtmlMetadata ReadHtmlMetadata(const HtmlTree& tree,
                              const OutletRegistry& registry);

// The character references of HTML that JSON-LD values hold ("&#8217;",
// "&quot;"), as characters; unknown ones stay.
std::string DecodeCharacterReferences(std::string_view text);

}  // namespace rashomon

#endif  // RASHOMON_CORPUS_HTML_METADATA_H_
