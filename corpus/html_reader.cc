#include "corpus/html_reader.h"

#include <re2/re2.h>

#include <string>
#include <utility>
#include <vector>

#include "corpus/html_content.h"
#include "corpus/html_metadata.h"
#include "corpus/html_tree.h"
#include "corpus/text_line.h"
#include "corpus/text_reader.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/text/decode.h"

namespace rashomon {
namespace {

// The HTML standard has encodings declared in the first 1,024 bytes; pages put
// scripts before the tag.
constexpr std::size_t kCharsetBytes = 16 << 10;

// A page with less text than this may hold its article in JSON-LD only.
constexpr std::size_t kMinTextBytes = 200;

// "windows-1251" of <meta charset=...>, <meta http-equiv ... charset=...> or
// <?xml ... encoding=...>; "" where nothing is declared.
std::string DeclaredEncoding(std::string_view bytes) {
  static const RE2* const kCharset = [] {
    RE2::Options options;
    options.set_encoding(RE2::Options::EncodingLatin1);
    return new RE2(
        R"re((?i)(?:<meta[^>]+charset|<\?xml[^>]+encoding)\s*=\s*["']?\s*([\w\-:.]+))re",
        options);
  }();
  const std::string_view head = bytes.substr(0, kCharsetBytes);
  std::string name;
  RE2::PartialMatch(re2::StringPiece(head.data(), head.size()), *kCharset,
                    &name);
  return name;
}

void Take(const char* name, MetaValue from, std::string* field,
          Article* article) {
  if (from.value.empty()) return;
  *field = std::move(from.value);
  article->provenance.found_in[name] = std::move(from.from);
}

std::string JoinParagraphs(const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const std::string& paragraph : paragraphs) {
    StrAppend(&text, text.empty() ? "" : "\n\n", paragraph);
  }
  return text;
}

// The body that a page gives in its JSON-LD, where its elements hold hardly
// any text because a script fills them in. Markup in it is not read.
void UseJsonLdBody(std::string_view body, Article* article) {
  if (body.size() <= article->text.size() ||
      body.find('<') != std::string_view::npos) {
    return;
  }
  std::vector<std::string> paragraphs;
  for (const TextLine& line : SplitLines(body)) {
    paragraphs.emplace_back(line.Of(body));
  }
  article->text = JoinParagraphs(paragraphs);
  article->provenance.found_in["text"] = "json-ld";
}

}  // namespace

absl::StatusOr<Article> ExtractHtml(std::string_view bytes,
                                    const OutletRegistry& registry) {
  RASHOMON_ASSIGN_OR_RETURN(const DecodedText decoded,
                            Decode(bytes, DeclaredEncoding(bytes)));
  const HtmlTree tree = ParseHtml(decoded.utf8);
  HtmlMetadata metadata = ReadHtmlMetadata(tree, registry);
  Article article;
  article.provenance.encoding = decoded.encoding;
  Take("title", std::move(metadata.title), &article.title, &article);
  Take("published", std::move(metadata.published), &article.published,
       &article);
  Take("outlet", std::move(metadata.outlet), &article.outlet, &article);
  Take("byline", std::move(metadata.byline), &article.byline, &article);
  Take("url", std::move(metadata.url), &article.url, &article);
  HtmlContent content = FindMainText(tree, article.title);
  article.text = JoinParagraphs(content.paragraphs);
  article.provenance.removed = std::move(content.removed);
  if (article.text.size() < kMinTextBytes) {
    UseJsonLdBody(metadata.article_body, &article);
  }
  FillFromText({}, registry, &article);
  return article;
}

}  // namespace rashomon
