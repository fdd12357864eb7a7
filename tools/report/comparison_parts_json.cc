#include "tools/report/comparison_parts_json.h"

#include <optional>
#include <utility>

#include "corpus/article_json.h"

namespace rashomon {
namespace {

OrderedJson EvidenceToJson(const std::optional<Evidence>& evidence) {
  if (!evidence) return nullptr;
  OrderedJson json = SpanToJson(evidence->span);
  json["quote"] = evidence->quote;
  return json;
}

OrderedJson NearestToJson(const std::optional<NearestMiss>& nearest) {
  if (!nearest) return nullptr;
  OrderedJson json = OrderedJson::object();
  json["side"] = Name(nearest->side);
  json.update(SpanToJson(nearest->span));
  json["quote"] = nearest->quote;
  json["score"] = RoundedScore(nearest->score);
  return json;
}

OrderedJson SideToJson(const std::vector<Unmatched>& unmatched) {
  OrderedJson json = OrderedJson::array();
  for (const Unmatched& one : unmatched) {
    OrderedJson entry = OrderedJson::object();
    entry["sentence"] = one.sentence;
    entry["nearest"] =
        one.nearest < 0 ? OrderedJson(nullptr) : OrderedJson(one.nearest);
    entry["score"] = RoundedScore(one.score);
    json.push_back(std::move(entry));
  }
  return json;
}

}  // namespace

OrderedJson ArticleWithSentences(const Article& article,
                                 const Annotation& annotation) {
  const OrderedJson fields = OrderedJson::parse(
      ArticleToJson(article), nullptr, /*allow_exceptions=*/false);
  OrderedJson json = OrderedJson::object();
  for (const auto& [name, value] : fields.items()) {
    if (name == "sentences" || name == "residue") continue;
    json[name] = value;
    if (name == "text") {
      json["sentences"] = SpansToJson(annotation.sentences);
      json["residue"] = ResidueToJson(article.residue);
    }
  }
  return json;
}

OrderedJson SameEventToJson(const SameEvent& same_event) {
  OrderedJson json = OrderedJson::object();
  json["verdict"] = Name(same_event.verdict);
  json["confidence"] = RoundedScore(same_event.confidence);
  return json;
}

OrderedJson DivergenceToJson(const Divergence& divergence) {
  OrderedJson json = OrderedJson::object();
  json["kind"] = Name(divergence.kind);
  json["left"] = EvidenceToJson(divergence.left);
  json["right"] = EvidenceToJson(divergence.right);
  json["weight"] = divergence.weight;
  json["confidence"] = RoundedScore(divergence.confidence);
  json["rule"] = divergence.rule;
  json["triggers"] = divergence.triggers;
  json["explanation"] = divergence.explanation;
  json["nearest"] = NearestToJson(divergence.nearest);
  json["fingerprint"] = divergence.fingerprint;
  json["anchor"] = divergence.anchor;
  return json;
}

OrderedJson DivergencesToJson(const std::vector<Divergence>& divergences) {
  OrderedJson json = OrderedJson::array();
  for (const Divergence& divergence : divergences) {
    json.push_back(DivergenceToJson(divergence));
  }
  return json;
}

OrderedJson UnmatchedToJson(const Alignment& alignment) {
  OrderedJson json = OrderedJson::object();
  json["left"] = SideToJson(alignment.unmatched_left);
  json["right"] = SideToJson(alignment.unmatched_right);
  return json;
}

OrderedJson NotesToJson(const std::vector<Note>& notes) {
  OrderedJson json = OrderedJson::array();
  for (const Note& note : notes) {
    OrderedJson entry = OrderedJson::object();
    entry["code"] = note.code;
    entry["message"] = note.message;
    json.push_back(std::move(entry));
  }
  return json;
}

}  // namespace rashomon
