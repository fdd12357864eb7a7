#include "tools/review/exports/sarif.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/strings.h"
#include "tools/report/json_values.h"
#include "tools/report/kind_style.h"
#include "tools/review/exports/code_points.h"
#include "tools/review/store/sha256.h"

namespace rashomon {
namespace {

constexpr std::string_view kSchemaUri =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json";

// A path as a relative URI reference: what is no plain character is escaped.
std::string UriOf(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string uri;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       (c >= '0' && c <= '9') || c == '/' || c == '.' ||
                       c == '-' || c == '_' || c == '~';
    if (plain) {
      uri += c;
    } else {
      uri += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return uri;
}

// Text that a viewer shows as it stands: in SARIF's messages, braces hold
// arguments and brackets hold links.
std::string PlainMessage(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c == '{' || c == '}') plain += c;
    if (c == '[' || c == ']' || c == '\\') plain += '\\';
    plain += c;
  }
  return plain;
}

// An article as one text, and where its lines begin.
class TextArtifact {
 public:
  explicit TextArtifact(const Article& article)
      : text_(StrCat(article.title, "\n\n", article.text)),
        text_begin_(article.title.size() + 2),
        positions_(text_) {
    lines_.push_back(0);
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (text_[at] == '\n') lines_.push_back(at + 1);
    }
  }
  TextArtifact(const TextArtifact&) = delete;
  TextArtifact& operator=(const TextArtifact&) = delete;

  const std::string& text() const { return text_; }

  OrderedJson Region(const Evidence& evidence) const {
    const std::size_t shift =
        evidence.span.field == Field::kText ? text_begin_ : 0;
    const std::size_t begin = evidence.span.begin + shift;
    const std::size_t end = evidence.span.end + shift;
    OrderedJson region = OrderedJson::object();
    region["startLine"] = LineOf(begin) + 1;
    region["startColumn"] = ColumnOf(begin) + 1;
    region["endLine"] = LineOf(end) + 1;
    region["endColumn"] = ColumnOf(end) + 1;
    region["charOffset"] = positions_.At(begin);
    region["charLength"] = positions_.At(end) - positions_.At(begin);
    region["byteOffset"] = begin;
    region["byteLength"] = end - begin;
    region["snippet"] = {{"text", evidence.quote}};
    return region;
  }

 private:
  std::size_t LineOf(std::size_t at) const {
    const auto next = std::upper_bound(lines_.begin(), lines_.end(), at);
    return static_cast<std::size_t>(next - lines_.begin()) - 1;
  }
  std::size_t ColumnOf(std::size_t at) const {
    return positions_.At(at) - positions_.At(lines_[LineOf(at)]);
  }

  std::string text_;
  std::size_t text_begin_;
  CodePointMap positions_;
  std::vector<std::size_t> lines_;
};

std::string_view LevelOf(int weight) {
  constexpr std::string_view kLevels[] = {"note", "warning", "error"};
  return kLevels[std::clamp(weight, 1, 3) - 1];
}

std::string RuleOf(const CaseFlag& flag) {
  return flag.added_by ? StrCat("reviewer.", Name(flag.divergence.kind))
                       : flag.divergence.rule;
}

class Writer {
 public:
  explicit Writer(const CaseContents& contents) : contents_(contents) {
    CollectRules();
    CollectArtifacts();
  }

  OrderedJson Run() const {
    OrderedJson run = OrderedJson::object();
    run["tool"] = {{"driver", Driver()}};
    run["columnKind"] = "unicodeCodePoints";
    run["artifacts"] = artifacts_;
    OrderedJson& results = run["results"] = OrderedJson::array();
    for (const CaseFlag& flag : contents_.flags) {
      if (flag.state != FlagState::kWithdrawn) results.push_back(Result(flag));
    }
    return run;
  }

 private:
  void CollectRules() {
    for (const CaseFlag& flag : contents_.flags) {
      rules_.try_emplace(RuleOf(flag), flag.divergence.kind);
    }
    std::int64_t index = 0;
    for (const auto& [rule, kind] : rules_) rule_index_[rule] = index++;
  }

  void CollectArtifacts() {
    for (const auto& [id, article] : contents_.articles) {
      const std::size_t source = artifacts_.size();
      artifacts_.push_back(SourceArtifact(article));
      const auto [text, unused] = texts_.try_emplace(id, article.article);
      text_index_[id] = static_cast<std::int64_t>(artifacts_.size());
      artifacts_.push_back(ArticleArtifact(id, text->second, source));
    }
  }

  static OrderedJson SourceArtifact(const CaseArticle& article) {
    const Provenance& provenance = article.article.provenance;
    OrderedJson artifact = OrderedJson::object();
    if (!provenance.source.empty() && provenance.source != "-") {
      artifact["location"] = {{"uri", UriOf(provenance.source)}};
    }
    artifact["length"] = article.source_bytes;
    artifact["hashes"] = {{"sha-256", article.source_sha256}};
    if (provenance.line > 0) {
      artifact["properties"] = {{"line", provenance.line}};
    }
    return artifact;
  }

  static OrderedJson ArticleArtifact(std::int64_t id, const TextArtifact& text,
                                     std::size_t source) {
    OrderedJson artifact = OrderedJson::object();
    artifact["location"] = {{"uri", StrCat("article-", id, ".txt")}};
    artifact["parentIndex"] = source;
    artifact["length"] = text.text().size();
    artifact["mimeType"] = "text/plain";
    artifact["encoding"] = "UTF-8";
    artifact["contents"] = {{"text", text.text()}};
    artifact["hashes"] = {{"sha-256", Sha256Hex(text.text())}};
    return artifact;
  }

  OrderedJson Driver() const {
    OrderedJson driver = OrderedJson::object();
    driver["name"] = "rashomon";
    if (!contents_.comparisons.empty()) {
      const auto& versions = contents_.comparisons.rbegin()->second.versions;
      const auto program = versions.find("program");
      if (program != versions.end()) driver["version"] = program->second;
    }
    OrderedJson& rules = driver["rules"] = OrderedJson::array();
    for (const auto& [rule, kind] : rules_) {
      const KindStyle& style = StyleOf(kind);
      rules.push_back(
          {{"id", rule},
           {"name", style.label},
           {"shortDescription",
            {{"text", StrCat(style.label, ": ", style.meaning)}}},
           {"properties", {{"kind", Name(kind)}}}});
    }
    return driver;
  }

  OrderedJson Location(const CaseFlag& flag, Side side) const {
    const CaseArticle& article = contents_.ArticleOf(flag, side);
    OrderedJson physical = OrderedJson::object();
    physical["artifactLocation"] = {
        {"uri", StrCat("article-", article.id, ".txt")},
        {"index", text_index_.at(article.id)}};
    physical["region"] =
        texts_.at(article.id).Region(*EvidenceOn(flag, side));
    OrderedJson location = OrderedJson::object();
    location["physicalLocation"] = std::move(physical);
    const std::string& outlet = article.article.outlet;
    location["message"] = {
        {"text",
         PlainMessage(outlet.empty() ? Name(side) : std::string_view(outlet))}};
    return location;
  }

  OrderedJson Result(const CaseFlag& flag) const {
    const Divergence& d = flag.divergence;
    const std::string rule = RuleOf(flag);
    OrderedJson result = OrderedJson::object();
    result["ruleId"] = rule;
    result["ruleIndex"] = rule_index_.at(rule);
    result["level"] = LevelOf(d.weight);
    result["rank"] = d.confidence * 100;
    result["message"] = {{"text", PlainMessage(MessageOf(flag))}};
    const Side first = d.left ? Side::kLeft : Side::kRight;
    result["locations"] = OrderedJson::array({Location(flag, first)});
    if (d.left && d.right) {
      OrderedJson related = Location(flag, Side::kRight);
      related["id"] = 1;
      result["relatedLocations"] = OrderedJson::array({related});
    }
    result["partialFingerprints"] = {{"rashomonFingerprint/v1", d.fingerprint},
                                     {"rashomonAnchor/v1", d.anchor}};
    result["baselineState"] = BaselineOf(flag);
    result["suppressions"] = Suppressions(flag);
    result["properties"] = {{"kind", Name(KindOf(flag))},
                            {"weight", d.weight},
                            {"confidence", d.confidence},
                            {"outcome", Name(OutcomeOf(flag))},
                            {"flag", flag.id}};
    return result;
  }

  static std::string MessageOf(const CaseFlag& flag) {
    if (!flag.divergence.explanation.empty()) {
      return flag.divergence.explanation;
    }
    const std::string label(StyleOf(flag.divergence.kind).label);
    if (!flag.added_by) return label;
    return StrCat(label, ", added by ", flag.added_by->reviewer,
                  flag.added_by->note.empty() ? "" : ": ",
                  flag.added_by->note);
  }

  static std::string_view BaselineOf(const CaseFlag& flag) {
    if (flag.state == FlagState::kSuperseded) return "absent";
    return flag.reopens != 0 ? "updated" : "unchanged";
  }

  static void AddSuppression(std::string_view status,
                             const std::string& reviewer,
                             DismissReason reason, const std::string& note,
                             OrderedJson* suppressions) {
    OrderedJson one = OrderedJson::object();
    one["kind"] = "external";
    one["status"] = status;
    one["justification"] =
        StrCat("dismissed by ", reviewer, ": ", Name(reason),
               note.empty() ? "" : "; ", note);
    suppressions->push_back(std::move(one));
  }

  // Empty where nothing suppresses it: SARIF wants the member in all results
  // or in none.
  static OrderedJson Suppressions(const CaseFlag& flag) {
    OrderedJson suppressions = OrderedJson::array();
    const Outcome outcome = OutcomeOf(flag);
    if (flag.settled && outcome == Outcome::kDismissed) {
      AddSuppression("accepted", flag.settled->reviewer, flag.settled->reason,
                     flag.settled->note, &suppressions);
    }
    std::string_view status = "underReview";
    if (outcome == Outcome::kDismissed) status = "accepted";
    if (flag.settled && outcome != Outcome::kDismissed) status = "rejected";
    for (const VerdictRow& row : flag.verdicts) {
      if (*row.verdict != Verdict::kDismissed) continue;
      AddSuppression(status, row.reviewer, row.reason, row.note,
                     &suppressions);
    }
    return suppressions;
  }

  const CaseContents& contents_;
  std::map<std::string, DivergenceKind> rules_;
  std::map<std::string, std::int64_t> rule_index_;
  OrderedJson artifacts_ = OrderedJson::array();
  std::map<std::int64_t, TextArtifact> texts_;
  std::map<std::int64_t, std::int64_t> text_index_;
};

}  // namespace

std::string ContentsToSarif(const CaseContents& contents) {
  OrderedJson log = OrderedJson::object();
  log["$schema"] = kSchemaUri;
  log["version"] = "2.1.0";
  log["runs"] = OrderedJson::array({Writer(contents).Run()});
  return DumpJson(log, 1) + "\n";
}

}  // namespace rashomon
