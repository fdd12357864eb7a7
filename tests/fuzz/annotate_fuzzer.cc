// Fuzz target of Annotator: no crash, no undefined behaviour, and the
// invariants of engine/claims/annotation_invariants.h.
//
// The first two bytes choose the surroundings, the rest is text:
//   byte 0  bits 0-1 language (en, ru, und, none), bits 2-3 published (none, a
//           day, a day of a leap year, no date), bit 4: the middle third of
//           the text is residue
//   byte 1  how many bytes of the rest are the title
// Bytes that are no UTF-8 stay as they are.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "corpus/article.h"
#include "engine/claims/annotation_invariants.h"
#include "engine/claims/annotator.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {
namespace {

constexpr std::string_view kLanguages[] = {"en", "ru", "und", ""};
constexpr std::string_view kPublished[] = {"", "2021-04-28", "2024-02-29",
                                           "99/99/9999"};

std::size_t NextBoundary(std::string_view text, std::size_t i) {
  while (i < text.size() &&
         (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) {
    ++i;
  }
  return i;
}

Article ArticleOf(std::string_view bytes) {
  Article article;
  if (bytes.size() < 2) return article;
  const auto choice = static_cast<unsigned char>(bytes[0]);
  const auto title = static_cast<unsigned char>(bytes[1]);
  bytes.remove_prefix(2);
  article.language = kLanguages[choice & 3];
  article.published = kPublished[(choice >> 2) & 3];
  const std::size_t split =
      NextBoundary(bytes, title < bytes.size() ? title : bytes.size());
  article.title = bytes.substr(0, split);
  article.text = bytes.substr(split);
  if (choice & 16) {
    const Span span{Field::kText,
                    NextBoundary(article.text, article.text.size() / 3),
                    NextBoundary(article.text, article.text.size() * 2 / 3)};
    if (!span.empty()) article.residue.push_back({span, "teaser"});
  }
  return article;
}

void Check(const Article& article) {
  // Loaded once a process; never destroyed, so that no order of destruction
  // matters.
  static const Lexicons* const lexicons = new Lexicons(*Lexicons::Shipped());
  static Annotator* const annotator = new Annotator(lexicons);
  const std::string violation =
      InvariantViolation(article, annotator->Annotate(article));
  if (violation.empty()) return;
  std::fprintf(stderr, "invariant violated: %s\n", violation.c_str());
  std::abort();
}

}  // namespace
}  // namespace rashomon

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  rashomon::Check(rashomon::ArticleOf(
      {reinterpret_cast<const char*>(data), size}));
  return 0;
}
