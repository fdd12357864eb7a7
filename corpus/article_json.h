// Article JSON: one article as a JSON object (schema: corpus/article.schema.json).
//
//   RASHOMON_ASSIGN_OR_RETURN(Article a, ArticleFromJson(line));
//   std::string line = ArticleToJson(a);     // one line, no line break
//
// The text is never altered: what the reader recognises as residue is listed
// as spans. Unknown fields are kept and written back.
#ifndef RASHOMON_CORPUS_ARTICLE_JSON_H_
#define RASHOMON_CORPUS_ARTICLE_JSON_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "corpus/article.h"

namespace rashomon {

// InvalidArgument with the byte offset for broken JSON, a missing or empty
// "text" and "title" both, a field of the wrong type, invalid UTF-8 or a
// residue span outside its field.
absl::StatusOr<Article> ArticleFromJson(std::string_view json);

// The object on one line, known fields first, empty ones left out.
std::string ArticleToJson(const Article& article);

}  // namespace rashomon

#endif  // RASHOMON_CORPUS_ARTICLE_JSON_H_
