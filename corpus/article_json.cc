#include "corpus/article_json.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "corpus/json_text.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

struct StringField {
  const char* name;
  std::string Article::*member;
};

// In the order in which they are written. "text" is written after these.
constexpr std::array<StringField, 8> kStringFields = {{
    {"id", &Article::id},
    {"outlet", &Article::outlet},
    {"published", &Article::published},
    {"url", &Article::url},
    {"title", &Article::title},
    {"byline", &Article::byline},
    {"place", &Article::place},
    {"language", &Article::language},
}};

absl::Status FieldError(std::string_view field, std::string_view what) {
  return absl::InvalidArgumentError(StrCat("field \"", field, "\" ", what));
}

absl::Status ReadString(const json& object, const char* name,
                        std::string* value) {
  const auto found = object.find(name);
  if (found == object.end() || found->is_null()) return absl::OkStatus();
  if (!found->is_string()) {
    return FieldError(name, "is no string");
  }
  *value = found->get_ref<const std::string&>();
  return absl::OkStatus();
}

// An id may be written as a number.
absl::Status ReadId(const json& object, std::string* id) {
  const auto found = object.find("id");
  if (found != object.end() && found->is_number()) {
    *id = found->dump();
    return absl::OkStatus();
  }
  return ReadString(object, "id", id);
}

bool OnBoundary(std::string_view text, std::size_t at) {
  return at == text.size() || (text[at] & 0xC0) != 0x80;
}

absl::StatusOr<Residue> ReadResidue(const json& item, const Article& article) {
  const std::string_view field = StringMember(item, "field");
  if (!item.is_object() || !(field.empty() || field == "text" ||
                             field == "title")) {
    return FieldError("residue", "has an item that is no span");
  }
  const auto begin = item.find("begin");
  const auto end = item.find("end");
  if (begin == item.end() || end == item.end() ||
      !begin->is_number_unsigned() || !end->is_number_unsigned()) {
    return FieldError("residue", "has a span without begin and end");
  }
  Residue residue;
  residue.span = {field == "title" ? Field::kTitle : Field::kText,
                  begin->get<std::size_t>(), end->get<std::size_t>()};
  residue.reason = std::string(StringMember(item, "reason"));
  const std::string_view text = article.field(residue.span.field);
  if (residue.span.begin > residue.span.end ||
      residue.span.end > text.size()) {
    return FieldError("residue", StrCat("has a span (", residue.span.begin,
                                        " to ", residue.span.end,
                                        ") outside its field of ", text.size(),
                                        " bytes"));
  }
  if (!OnBoundary(text, residue.span.begin) ||
      !OnBoundary(text, residue.span.end)) {
    return FieldError("residue", "has a span that cuts a character");
  }
  return residue;
}

absl::Status ReadResidueList(const json& object, Article* article) {
  const auto list = object.find("residue");
  if (list == object.end() || list->is_null()) return absl::OkStatus();
  if (!list->is_array()) return FieldError("residue", "is no array");
  for (const json& item : *list) {
    RASHOMON_ASSIGN_OR_RETURN(Residue residue, ReadResidue(item, *article));
    article->residue.push_back(std::move(residue));
  }
  std::sort(article->residue.begin(), article->residue.end(),
            [](const Residue& a, const Residue& b) { return a.span < b.span; });
  for (std::size_t i = 1; i < article->residue.size(); ++i) {
    if (Overlaps(article->residue[i - 1].span, article->residue[i].span)) {
      return FieldError("residue", "has spans that overlap");
    }
  }
  return absl::OkStatus();
}

void ReadRemoved(const json& list, Provenance* provenance) {
  if (!list.is_array()) return;
  for (const json& item : list) {
    RemovedText removed;
    removed.text = std::string(StringMember(item, "text"));
    removed.reason = std::string(StringMember(item, "reason"));
    if (item.is_object() && item.contains("source_byte") &&
        item["source_byte"].is_number_unsigned()) {
      removed.source_byte = item["source_byte"].get<std::size_t>();
    }
    provenance->removed.push_back(std::move(removed));
  }
}

// Provenance that this program wrote earlier; what is not of its form is left.
void ReadProvenance(const json& object, Provenance* provenance) {
  const auto found = object.find("provenance");
  if (found == object.end() || !found->is_object()) return;
  provenance->source = std::string(StringMember(*found, "source"));
  provenance->format = std::string(StringMember(*found, "format"));
  provenance->encoding = std::string(StringMember(*found, "encoding"));
  if (found->contains("line") && (*found)["line"].is_number_unsigned()) {
    provenance->line = static_cast<int>(
        std::min<std::uint64_t>((*found)["line"].get<std::uint64_t>(), 1 << 30));
  }
  if (found->contains("found_in") && (*found)["found_in"].is_object()) {
    for (const auto& [name, where] : (*found)["found_in"].items()) {
      if (where.is_string()) {
        provenance->found_in[name] = where.get_ref<const std::string&>();
      }
    }
  }
  if (found->contains("removed")) {
    ReadRemoved((*found)["removed"], provenance);
  }
}

bool IsKnownField(std::string_view name) {
  if (name == "text" || name == "residue" || name == "provenance") return true;
  return std::any_of(kStringFields.begin(), kStringFields.end(),
                     [&](const StringField& f) { return name == f.name; });
}

std::string UnknownFields(const json& object) {
  json unknown = json::object();
  for (const auto& [name, value] : object.items()) {
    if (!IsKnownField(name)) unknown[name] = value;
  }
  return unknown.empty() ? "" : JsonLine(unknown);
}

// Other names under which collections of news keep the day; the field itself
// stays among the unknown ones.
void ReadDateAlias(const json& object, Article* article) {
  for (const char* name : {"date", "date_published", "datePublished"}) {
    if (!article->published.empty()) return;
    const std::string_view value = StringMember(object, name);
    if (ParseIsoDate(value)) article->published = std::string(value);
  }
}

ordered_json ResidueJson(const Residue& residue) {
  ordered_json item;
  if (residue.span.field == Field::kTitle) item["field"] = "title";
  item["begin"] = residue.span.begin;
  item["end"] = residue.span.end;
  if (!residue.reason.empty()) item["reason"] = residue.reason;
  return item;
}

ordered_json ProvenanceJson(const Provenance& provenance) {
  ordered_json object = ordered_json::object();
  if (!provenance.source.empty()) object["source"] = provenance.source;
  if (provenance.line > 0) object["line"] = provenance.line;
  if (!provenance.format.empty()) object["format"] = provenance.format;
  if (!provenance.encoding.empty()) object["encoding"] = provenance.encoding;
  for (const auto& [name, where] : provenance.found_in) {
    object["found_in"][name] = where;
  }
  for (const RemovedText& removed : provenance.removed) {
    object["removed"].push_back({{"text", removed.text},
                                 {"reason", removed.reason},
                                 {"source_byte", removed.source_byte}});
  }
  return object;
}

}  // namespace

absl::StatusOr<Article> ArticleFromJson(std::string_view bytes) {
  RASHOMON_ASSIGN_OR_RETURN(const json object, ParseJson(bytes));
  if (!object.is_object()) {
    return absl::InvalidArgumentError("is no JSON object");
  }
  Article article;
  for (const StringField& field : kStringFields) {
    if (field.member == &Article::id) continue;
    RASHOMON_RETURN_IF_ERROR(
        ReadString(object, field.name, &(article.*field.member)));
  }
  RASHOMON_RETURN_IF_ERROR(ReadId(object, &article.id));
  RASHOMON_RETURN_IF_ERROR(ReadString(object, "text", &article.text));
  if (article.text.empty() && article.title.empty()) {
    return absl::InvalidArgumentError(
        "has neither \"text\" nor \"title\"; an article needs one of them");
  }
  RASHOMON_RETURN_IF_ERROR(ReadResidueList(object, &article));
  ReadProvenance(object, &article.provenance);
  ReadDateAlias(object, &article);
  article.unknown_fields = UnknownFields(object);
  return article;
}

std::string ArticleToJson(const Article& article) {
  ordered_json object = ordered_json::object();
  for (const StringField& field : kStringFields) {
    const std::string& value = article.*field.member;
    if (!value.empty()) object[field.name] = value;
  }
  object["text"] = article.text;
  for (const Residue& residue : article.residue) {
    object["residue"].push_back(ResidueJson(residue));
  }
  ordered_json provenance = ProvenanceJson(article.provenance);
  if (!provenance.empty()) object["provenance"] = std::move(provenance);
  if (!article.unknown_fields.empty()) {
    const json unknown =
        json::parse(article.unknown_fields, nullptr, /*allow_exceptions=*/false);
    if (unknown.is_object()) {
      for (const auto& [name, value] : unknown.items()) object[name] = value;
    }
  }
  return object.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace rashomon
