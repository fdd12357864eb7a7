#include "tools/review/server/review_json.h"

#include <filesystem>
#include <string>
#include <utility>

namespace rashomon {
namespace {

std::string Shown(const std::string& text, const Viewer& viewer) {
  return viewer.mask == nullptr ? text : viewer.mask->Masked(text);
}

std::string ShownOutlet(const std::string& outlet, const Viewer& viewer) {
  return viewer.mask == nullptr ? outlet : viewer.mask->AliasOf(outlet);
}

OrderedJson EvidenceToJson(const std::optional<Evidence>& evidence,
                           const Viewer& viewer) {
  if (!evidence) return nullptr;
  OrderedJson json = SpanToJson(evidence->span);
  json["quote"] = Shown(evidence->quote, viewer);
  return json;
}

OrderedJson NearestToJson(const std::optional<NearestMiss>& nearest,
                          const Viewer& viewer) {
  if (!nearest) return nullptr;
  OrderedJson json = OrderedJson::object();
  json["side"] = Name(nearest->side);
  json.update(SpanToJson(nearest->span));
  json["quote"] = Shown(nearest->quote, viewer);
  json["score"] = RoundedScore(nearest->score);
  return json;
}

// Who adds a flag has confirmed it, so the name is hidden as a verdict is.
OrderedJson AddedByToJson(const std::optional<AddedBy>& added,
                          const Viewer& viewer, bool hidden) {
  if (!added) return nullptr;
  if (hidden && added->reviewer != viewer.reviewer) {
    return {{"reviewer", ""}, {"time", ""}, {"note", ""}};
  }
  return {{"reviewer", added->reviewer},
          {"time", added->time},
          {"note", added->note}};
}

OrderedJson SettlementToJson(const std::optional<Settlement>& settled) {
  if (!settled || !settled->verdict) return nullptr;
  OrderedJson json = OrderedJson::object();
  json["reviewer"] = settled->reviewer;
  json["time"] = settled->time;
  json["verdict"] = Name(*settled->verdict);
  json["reason"] = Name(settled->reason);
  json["kind"] = settled->changed_kind
                     ? OrderedJson(Name(*settled->changed_kind))
                     : OrderedJson(nullptr);
  json["note"] = settled->note;
  return json;
}

OrderedJson RemovedToJson(const Provenance& provenance,
                          const Viewer& viewer) {
  OrderedJson json = OrderedJson::array();
  for (const RemovedText& removed : provenance.removed) {
    json.push_back({{"text", Shown(removed.text, viewer)},
                    {"reason", removed.reason},
                    {"source_byte", removed.source_byte}});
  }
  return json;
}

OrderedJson MaskedToJson(const Article& article, const Viewer& viewer) {
  if (viewer.mask == nullptr) return OrderedJson::array();
  std::vector<Span> spans = viewer.mask->Find(article.title, Field::kTitle);
  const std::vector<Span> in_text =
      viewer.mask->Find(article.text, Field::kText);
  spans.insert(spans.end(), in_text.begin(), in_text.end());
  return SpansToJson(spans);
}

}  // namespace

OrderedJson VerdictToJson(const VerdictRow& row) {
  OrderedJson json = OrderedJson::object();
  json["row"] = row.id;
  json["flag"] = row.flag;
  json["reviewer"] = row.reviewer;
  json["time"] = row.time;
  json["verdict"] =
      row.verdict ? OrderedJson(Name(*row.verdict)) : OrderedJson(nullptr);
  json["reason"] = Name(row.reason);
  json["kind"] = row.changed_kind ? OrderedJson(Name(*row.changed_kind))
                                  : OrderedJson(nullptr);
  json["note"] = row.note;
  json["undoes"] = row.undoes;
  json["undone_by"] = row.undone_by;
  return json;
}

OrderedJson FlagToJson(const CaseFlag& flag, const Viewer& viewer) {
  const Divergence& d = flag.divergence;
  OrderedJson json = OrderedJson::object();
  json["flag"] = flag.id;
  json["pair"] = flag.pair;
  json["comparison"] = flag.comparison;
  json["kind"] = Name(d.kind);
  json["weight"] = d.weight;
  json["confidence"] = RoundedScore(d.confidence);
  json["state"] = Name(flag.state);
  json["rule"] = d.rule;
  json["explanation"] = Shown(d.explanation, viewer);
  json["triggers"] = d.triggers;
  json["left"] = EvidenceToJson(d.left, viewer);
  json["right"] = EvidenceToJson(d.right, viewer);
  json["nearest"] = NearestToJson(d.nearest, viewer);
  json["reopens"] = flag.reopens;
  OrderedJson& verdicts = json["verdicts"] = OrderedJson::array();
  for (const VerdictRow& row : VisibleVerdicts(flag.verdicts, viewer)) {
    verdicts.push_back(VerdictToJson(row));
  }
  const bool hidden =
      viewer.hides_others && !HasDecided(flag.verdicts, viewer.reviewer);
  json["others_hidden"] = hidden;
  json["added_by"] = AddedByToJson(flag.added_by, viewer, hidden);
  json["settled"] = hidden ? OrderedJson(nullptr)
                           : SettlementToJson(flag.settled);
  json["disputed"] = !hidden && OutcomeOf(flag) == Outcome::kDisputed;
  return json;
}

OrderedJson ArticleHeadToJson(const ArticleHead& head, const Viewer& viewer) {
  OrderedJson json = OrderedJson::object();
  json["article"] = head.id;
  json["outlet"] = ShownOutlet(head.outlet, viewer);
  json["title"] = Shown(head.title, viewer);
  json["published"] = head.published;
  json["language"] = head.language;
  json["bytes"] = head.text_bytes;
  return json;
}

OrderedJson CaseArticleToJson(const CaseArticle& from, const Viewer& viewer) {
  const Article& article = from.article;
  const bool blind = viewer.mask != nullptr;
  OrderedJson json = OrderedJson::object();
  json["article"] = from.id;
  json["outlet"] = ShownOutlet(article.outlet, viewer);
  json["published"] = article.published;
  json["url"] = blind ? "" : article.url;
  // Its name alone: where it lies on the disk is nobody's business.
  json["source"] =
      blind ? ""
            : std::filesystem::path(article.provenance.source).filename()
                  .string();
  json["byline"] = blind ? "" : article.byline;
  json["place"] = article.place;
  json["language"] = article.language;
  json["title"] = article.title;
  json["text"] = article.text;
  json["sentences"] = SpansToJson(from.sentences);
  json["residue"] = ResidueToJson(article.residue);
  json["removed"] = RemovedToJson(article.provenance, viewer);
  json["masked"] = MaskedToJson(article, viewer);
  json["source_bytes"] = from.source_bytes;
  json["source_sha256"] = from.source_sha256;
  json["format"] = article.provenance.format;
  json["encoding"] = article.provenance.encoding;
  return json;
}

}  // namespace rashomon
