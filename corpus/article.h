// An article: one report of one outlet, and where each part of it was found.
//
//   Article a;
//   a.outlet = "TASS";
//   a.published = "2021-04-28";
//   a.text = "The current US administration ...";
//
// Readers (corpus/reader.h) make articles; every later stage takes them as
// they are. `title` and `text` are valid UTF-8; spans count bytes in them.
#ifndef RASHOMON_CORPUS_ARTICLE_H_
#define RASHOMON_CORPUS_ARTICLE_H_

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/span.h"

namespace rashomon {

// A part of `title` or `text` that is no part of the report: menu, teaser,
// credit, caption. Only Article JSON, whose text is never altered, leaves
// residue in place; other readers take it out.
struct Residue {
  Span span;
  std::string reason;  // "icon names", "teaser", "credit", "repeated title" ...
};

// What a reader took out of the text, so that nothing is lost.
struct RemovedText {
  std::string text;
  std::string reason;        // as in Residue
  std::size_t source_byte = 0;  // offset in the decoded source
};

struct Provenance {
  std::string source;    // path as given, "-" for standard input
  int line = 0;          // of a JSONL file, from 1; else 0
  std::string format;    // "text", "html", "json", "jsonl"
  std::string encoding;  // IANA name of the source's encoding
  // Where a field was found: {"published": "text", "outlet": "file name"}.
  // Values: "text", "file name", "json-ld", "meta", "time element", "registry",
  // "page", "detected", "option", "article json".
  std::map<std::string, std::string> found_in;
  std::vector<RemovedText> removed;
};

struct Article {
  std::string id;         // given, or a stable hash of title and text
  std::string outlet;     // as the registry names it, else as found; may be ""
  std::string published;  // ISO 8601 date or date-time as written; may be ""
  std::string url;
  std::string title;
  std::string byline;
  std::string place;      // of the dateline
  std::string language;   // "en", "ru", "other", "und"
  std::string text;       // paragraphs parted by "\n\n" where a reader cleaned it
  std::vector<Residue> residue;  // sorted, not overlapping
  Provenance provenance;
  // Fields of Article JSON that this program does not know: a JSON object, or
  // "" for none. Written back as they were.
  std::string unknown_fields;

  std::string_view field(Field f) const {
    return f == Field::kTitle ? std::string_view(title) : std::string_view(text);
  }
  std::string_view Quote(const Span& span) const {
    return Slice(field(span.field), span);
  }
  std::optional<Date> published_day() const { return ParseIsoDate(published); }
};

// The residue spans of one field, in order.
inline std::vector<Span> ResidueSpans(const Article& article, Field field) {
  std::vector<Span> spans;
  for (const Residue& residue : article.residue) {
    if (residue.span.field == field) spans.push_back(residue.span);
  }
  return spans;
}

}  // namespace rashomon

#endif  // RASHOMON_CORPUS_ARTICLE_H_
