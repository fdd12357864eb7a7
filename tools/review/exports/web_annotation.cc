#include "tools/review/exports/web_annotation.h"

#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "absl/strings/escaping.h"
#include "engine/base/strings.h"
#include "tools/report/json_values.h"
#include "tools/report/utf8.h"
#include "tools/review/exports/code_points.h"
#include "tools/review/store/sha256.h"

namespace rashomon {
namespace {

// What a quotation's surroundings are cut to: enough to find it again where the
// text has changed elsewhere.
constexpr std::size_t kContextBytes = 64;

// RFC 6920: "ni:///sha-256;" and the hash in base64 for names.
std::string HashName(std::string_view bytes) {
  const std::string raw = absl::HexStringToBytes(Sha256Hex(bytes));
  return StrCat("ni:///sha-256;", absl::WebSafeBase64Escape(raw));
}

// A UUID of version 8 (RFC 9562) from a hash.
std::string Uuid(std::string_view seed) {
  std::string hex = Sha256Hex(seed).substr(0, 32);
  hex[12] = '8';
  hex[16] = "89ab"[(hex[16] % 4 + 4) % 4];
  return StrCat("urn:uuid:", hex.substr(0, 8), "-", hex.substr(8, 4), "-",
                hex.substr(12, 4), "-", hex.substr(16, 4), "-",
                hex.substr(20));
}

// One field of one article, with what its targets share.
struct Source {
  explicit Source(std::string_view text)
      : name(HashName(text)), positions(text) {}
  std::string name;
  CodePointMap positions;
};

class Writer {
 public:
  explicit Writer(const CaseContents& contents) : contents_(contents) {}

  OrderedJson Annotation(const CaseFlag& flag) {
    OrderedJson json = OrderedJson::object();
    json["id"] = Id(flag);
    json["type"] = "Annotation";
    json["motivation"] = "classifying";
    json["created"] = flag.added_by ? flag.added_by->time
                                    : contents_.ComparisonOf(flag).added;
    if (flag.added_by) json["creator"] = Person(flag.added_by->reviewer);
    json["generator"] = Generator(flag);
    json["body"] = Bodies(flag);
    OrderedJson& targets = json["target"] = OrderedJson::array();
    for (const Side side : {Side::kLeft, Side::kRight}) {
      if (const auto& evidence = EvidenceOn(flag, side)) {
        targets.push_back(Target(flag, side, *evidence));
      }
    }
    return json;
  }

 private:
  static OrderedJson Person(std::string_view name) {
    return {{"type", "Person"}, {"name", name}};
  }

  OrderedJson Generator(const CaseFlag& flag) const {
    const auto& versions = contents_.ComparisonOf(flag).versions;
    const auto program = versions.find("program");
    return {{"type", "Software"},
            {"name", program == versions.end()
                         ? "Rashomon"
                         : StrCat("Rashomon ", program->second)}};
  }

  // From what makes a flag the same flag everywhere.
  std::string Id(const CaseFlag& flag) {
    const std::string seed =
        StrCat(contents_.ArticleOf(flag, Side::kLeft).source_sha256, " ",
               contents_.ArticleOf(flag, Side::kRight).source_sha256, " ",
               flag.added_by ? "reviewer " : "engine ",
               flag.divergence.fingerprint);
    return Uuid(StrCat(seed, " ", seen_[seed]++));
  }

  static OrderedJson Body(std::string_view purpose, std::string_view value) {
    return {{"type", "TextualBody"},
            {"purpose", purpose},
            {"format", "text/plain"},
            {"value", value}};
  }

  static OrderedJson Bodies(const CaseFlag& flag) {
    OrderedJson bodies = OrderedJson::array();
    bodies.push_back(Body("classifying", Name(KindOf(flag))));
    if (!flag.divergence.explanation.empty()) {
      bodies.push_back(Body("describing", flag.divergence.explanation));
    }
    if (flag.added_by && !flag.added_by->note.empty()) {
      AddSigned(Body("commenting", flag.added_by->note),
                flag.added_by->reviewer, flag.added_by->time, &bodies);
    }
    for (const VerdictRow& row : flag.verdicts) {
      AddSigned(Body("assessing", Told(*row.verdict, row.reason)),
                row.reviewer, row.time, &bodies);
      if (!row.note.empty()) {
        AddSigned(Body("commenting", row.note), row.reviewer, row.time,
                  &bodies);
      }
    }
    if (flag.settled) {
      AddSigned(Body("moderating",
                     Told(*flag.settled->verdict, flag.settled->reason)),
                flag.settled->reviewer, flag.settled->time, &bodies);
    }
    return bodies;
  }

  static std::string Told(Verdict verdict, DismissReason reason) {
    if (reason == DismissReason::kNone) return std::string(Name(verdict));
    return StrCat(Name(verdict), ": ", Name(reason));
  }

  static void AddSigned(OrderedJson body, std::string_view reviewer,
                        std::string_view time, OrderedJson* bodies) {
    body["creator"] = Person(reviewer);
    body["created"] = time;
    bodies->push_back(std::move(body));
  }

  OrderedJson Target(const CaseFlag& flag, Side side,
                     const Evidence& evidence) {
    const CaseArticle& article = contents_.ArticleOf(flag, side);
    const Source& source = SourceOf(article, evidence.span.field);
    OrderedJson resource = OrderedJson::object();
    resource["id"] = source.name;
    resource["type"] = "Text";
    resource["format"] = "text/plain";
    if (article.article.language.size() == 2) {
      resource["language"] = article.article.language;
    }
    if (!article.article.url.empty()) resource["via"] = article.article.url;
    OrderedJson target = OrderedJson::object();
    target["type"] = "SpecificResource";
    target["source"] = std::move(resource);
    target["selector"] = Selectors(article.article, evidence, source);
    return target;
  }

  static OrderedJson Selectors(const Article& article,
                               const Evidence& evidence,
                               const Source& source) {
    const std::string_view text = article.field(evidence.span.field);
    const std::string_view before = text.substr(0, evidence.span.begin);
    const std::string_view behind = text.substr(evidence.span.end);
    OrderedJson quote = OrderedJson::object();
    quote["type"] = "TextQuoteSelector";
    quote["exact"] = evidence.quote;
    quote["prefix"] = Tail(before);
    quote["suffix"] =
        behind.substr(0, FloorBoundary(behind, kContextBytes));
    OrderedJson position = OrderedJson::object();
    position["type"] = "TextPositionSelector";
    position["start"] = source.positions.At(evidence.span.begin);
    position["end"] = source.positions.At(evidence.span.end);
    return OrderedJson::array({quote, position});
  }

  static std::string_view Tail(std::string_view text) {
    if (text.size() <= kContextBytes) return text;
    std::size_t begin = text.size() - kContextBytes;
    while (begin < text.size() && (text[begin] & 0xC0) == 0x80) ++begin;
    return text.substr(begin);
  }

  const Source& SourceOf(const CaseArticle& article, Field field) {
    const auto [found, unused] = sources_.try_emplace(
        std::pair(article.id, field), article.article.field(field));
    return found->second;
  }

  const CaseContents& contents_;
  std::map<std::pair<std::int64_t, Field>, Source> sources_;
  std::map<std::string, int> seen_;
};

}  // namespace

std::string ContentsToWebAnnotations(const CaseContents& contents) {
  Writer writer(contents);
  OrderedJson items = OrderedJson::array();
  for (const CaseFlag& flag : contents.flags) {
    if (flag.state == FlagState::kWithdrawn) continue;
    items.push_back(writer.Annotation(flag));
  }
  std::string ids;
  for (const OrderedJson& item : items) ids += DumpJson(item["id"], -1);
  OrderedJson page = OrderedJson::object();
  page["id"] = Uuid(StrCat("page ", ids));
  page["type"] = "AnnotationPage";
  page["startIndex"] = 0;
  const std::size_t total = items.size();
  page["items"] = std::move(items);
  OrderedJson collection = OrderedJson::object();
  collection["@context"] = "http://www.w3.org/ns/anno.jsonld";
  collection["id"] = Uuid(StrCat("collection ", ids));
  collection["type"] = "AnnotationCollection";
  collection["label"] = "Divergences and verdicts of a Rashomon case";
  collection["total"] = total;
  collection["first"] = std::move(page);
  return DumpJson(collection, 1) + "\n";
}

}  // namespace rashomon
