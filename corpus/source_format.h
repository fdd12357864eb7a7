// Which of the known forms some bytes have.
#ifndef RASHOMON_CORPUS_SOURCE_FORMAT_H_
#define RASHOMON_CORPUS_SOURCE_FORMAT_H_

#include <string_view>

namespace rashomon {

enum class SourceFormat { kText, kHtml, kJson, kJsonLines };

// "text", "html", "json", "jsonl", as in provenance.
std::string_view SourceFormatName(SourceFormat format);

// Told from the first bytes; the name's extension breaks ties. `head` is the
// front of the source, or all of it; 64 KiB are enough.
SourceFormat DetectSourceFormat(std::string_view head, std::string_view name);

// "a PDF file", "a gzip file" ... where the first bytes say so and no reader
// can help; else "".
std::string_view ForeignFormat(std::string_view head);

// True for names that a folder's articles may have: .txt, .html, .json ...
bool HasKnownExtension(std::string_view name);

// True for "https://..." and "www.example.com/...".
bool LooksLikeUrl(std::string_view argument);

}  // namespace rashomon

#endif  // RASHOMON_CORPUS_SOURCE_FORMAT_H_
