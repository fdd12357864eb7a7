// A saved web page, to an article.
//
//   RASHOMON_ASSIGN_OR_RETURN(Article a, ExtractHtml(bytes, registry));
//   a.title, a.published, a.outlet, a.byline, a.url, a.text
//
// The main text is found by structure (html_content.h); what the page says of
// itself by JSON-LD, meta tags and <time> (html_metadata.h). The encoding is
// that of a byte order mark, the meta tag, UTF-8, or ICU's guess. Pages of any
// depth and form are read in bounded stack, and in time and memory linear in
// their size.
#ifndef RASHOMON_CORPUS_HTML_READER_H_
#define RASHOMON_CORPUS_HTML_READER_H_

#include <string_view>

#include "absl/status/statusor.h"
#include "corpus/article.h"
#include "corpus/outlet_registry.h"

namespace rashomon {

// The article in the page; its text is empty where none was found.
// InvalidArgument as Decode. Thread-safe.
absl::StatusOr<Article> ExtractHtml(std::string_view bytes,
                                    const OutletRegistry& registry);

}  // namespace rashomon

#endif  // RASHOMON_CORPUS_HTML_READER_H_
