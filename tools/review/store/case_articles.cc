#include "tools/review/store/case_articles.h"

#include <optional>
#include <utility>

#include "corpus/article_json.h"
#include "corpus/json_text.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/report/json_values.h"
#include "tools/report/utf8.h"
#include "tools/review/store/case_json_parts.h"
#include "tools/review/store/sha256.h"
#include "tools/review/store/stored_bytes.h"

namespace rashomon {
namespace {

using nlohmann::json;

constexpr std::string_view kColumns =
    "articles.article, articles.sha256, source, size_bytes, id, outlet, "
    "published, url, title, byline, place, language, text, sentences, residue, "
    "provenance, unknown_fields";

json ProvenanceOf(const Article& article) {
  const json object = json::parse(ArticleToJson(article), nullptr,
                                  /*allow_exceptions=*/false);
  const auto found = object.find("provenance");
  return found == object.end() ? json::object() : *found;
}

json ParsedOrEmpty(std::string_view text, json empty) {
  absl::StatusOr<json> value = ParseJson(text);
  return value.ok() ? *std::move(value) : std::move(empty);
}

absl::Status Missing(const CaseFile& file, std::string_view what) {
  return absl::NotFoundError(StrCat(file.path(), ": has no ", what));
}

// Spans count bytes, so nothing in these two may be put right.
absl::Status CheckUtf8(const Article& article) {
  if (ValidUtf8(article.title) == article.title &&
      ValidUtf8(article.text) == article.text) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError(StrCat(
      "article \"", article.id, "\": its title or text is not UTF-8"));
}

absl::Status AddSource(std::string_view sha256, std::string_view bytes,
                       CaseFile* file) {
  RASHOMON_ASSIGN_OR_RETURN(
      const std::optional<std::int64_t> known,
      file->db()->QueryInt("SELECT 1 FROM sources WHERE sha256 = ?", sha256));
  if (known) return absl::OkStatus();
  const StoredBytes stored = Store(bytes);
  return file->db()->Run("INSERT INTO sources VALUES (?, ?, ?, ?)", sha256,
                         bytes.size(), stored.compression,
                         Blob{stored.bytes});
}

// The article's JSON, made of the columns, read by the one reader there is.
absl::StatusOr<Article> ArticleOf(const Statement& row) {
  json object;
  int column = 4;
  for (const char* name : {"id", "outlet", "published", "url", "title",
                           "byline", "place", "language", "text"}) {
    object[name] = row.String(column++);
  }
  ++column;  // sentences
  object["residue"] = ParsedOrEmpty(row.Text(column++), json::array());
  object["provenance"] = ParsedOrEmpty(row.Text(column++), json::object());
  RASHOMON_ASSIGN_OR_RETURN(Article article,
                            ArticleFromJson(JsonLine(object)));
  article.unknown_fields = row.String(column);
  return article;
}

}  // namespace

std::string ArticleSha256(const Article& article,
                          const std::vector<Span>& sentences,
                          std::string_view source_sha256) {
  Article placeless = article;
  placeless.provenance.source.clear();
  placeless.provenance.line = 0;
  OrderedJson object = OrderedJson::object();
  object["article"] = ArticleToJson(placeless);
  object["sentences"] = SpansToJson(sentences);
  object["source"] = source_sha256;
  return Sha256Hex(DumpJson(object, -1));
}

absl::StatusOr<std::int64_t> AddArticle(const Article& article,
                                        const std::vector<Span>& sentences,
                                        std::string_view source_bytes,
                                        CaseFile* file) {
  RASHOMON_RETURN_IF_ERROR(CheckUtf8(article));
  const std::string source = Sha256Hex(source_bytes);
  const std::string sha256 = ArticleSha256(article, sentences, source);
  RASHOMON_ASSIGN_OR_RETURN(
      const std::optional<std::int64_t> known,
      file->db()->QueryInt("SELECT article FROM articles WHERE sha256 = ?",
                           sha256));
  if (known) return *known;
  RASHOMON_RETURN_IF_ERROR(AddSource(source, source_bytes, file));
  RASHOMON_RETURN_IF_ERROR(file->db()->Run(
      "INSERT INTO articles VALUES "
      "(NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      sha256, source, ValidUtf8(article.id), ValidUtf8(article.outlet),
      ValidUtf8(article.published), ValidUtf8(article.url),
      ValidUtf8(article.title), ValidUtf8(article.byline),
      ValidUtf8(article.place), ValidUtf8(article.language),
      ValidUtf8(article.text), JsonColumn(SpansToJson(sentences)),
      JsonColumn(ResidueToJson(article.residue)),
      JsonLine(ProvenanceOf(article)), ValidUtf8(article.unknown_fields)));
  return file->db()->last_insert_row();
}

absl::StatusOr<std::vector<ArticleHead>> ListArticles(CaseFile* file) {
  RASHOMON_ASSIGN_OR_RETURN(
      Statement rows,
      file->db()->Query(
          "SELECT article, id, outlet, published, title, language, "
          "length(CAST(text AS BLOB)), provenance ->> '$.source', source "
          "FROM articles ORDER BY article"));
  std::vector<ArticleHead> heads;
  while (true) {
    RASHOMON_ASSIGN_OR_RETURN(const bool more, rows.Step());
    if (!more) return heads;
    ArticleHead head;
    head.id = rows.Int(0);
    head.article_id = rows.String(1);
    head.outlet = rows.String(2);
    head.published = rows.String(3);
    head.title = rows.String(4);
    head.language = rows.String(5);
    head.text_bytes = static_cast<std::size_t>(rows.Int(6));
    head.source_name = rows.String(7);
    head.source_sha256 = rows.String(8);
    heads.push_back(std::move(head));
  }
}

absl::StatusOr<CaseArticle> ReadCaseArticle(CaseFile* file, std::int64_t id) {
  RASHOMON_ASSIGN_OR_RETURN(
      Statement row,
      file->db()->Query(
          StrCat("SELECT ", kColumns,
                 " FROM articles JOIN sources ON sources.sha256 = source "
                 "WHERE article = ?"),
          id));
  RASHOMON_ASSIGN_OR_RETURN(const bool found, row.Step());
  if (!found) return Missing(*file, StrCat("article ", id));
  CaseArticle article;
  article.id = row.Int(0);
  article.sha256 = row.String(1);
  article.source_sha256 = row.String(2);
  article.source_bytes = static_cast<std::size_t>(row.Int(3));
  RASHOMON_ASSIGN_OR_RETURN(article.article, ArticleOf(row));
  constexpr int kSentences = 13;
  RASHOMON_ASSIGN_OR_RETURN(article.sentences,
                            SpansFromJson(row.Text(kSentences)));
  return article;
}

absl::StatusOr<std::string> ReadSource(CaseFile* file,
                                       std::string_view sha256) {
  RASHOMON_ASSIGN_OR_RETURN(
      Statement row,
      file->db()->Query("SELECT compression, bytes, size_bytes FROM sources "
                        "WHERE sha256 = ?",
                        sha256));
  RASHOMON_ASSIGN_OR_RETURN(const bool found, row.Step());
  if (!found) return Missing(*file, StrCat("source ", sha256));
  return Restore(row.Text(0), row.Text(1),
                 static_cast<std::size_t>(row.Int(2)));
}

}  // namespace rashomon
