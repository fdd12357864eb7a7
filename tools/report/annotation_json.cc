#include "tools/report/annotation_json.h"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "engine/base/date.h"
#include "tools/report/json_values.h"

namespace rashomon {
namespace {

double ScoreAt(const std::vector<double>& scores, std::size_t i) {
  return i < scores.size() ? RoundedScore(scores[i]) : 0.0;
}

OrderedJson SentencesToJson(const Annotation& annotation) {
  OrderedJson json = OrderedJson::array();
  for (std::size_t i = 0; i < annotation.sentences.size(); ++i) {
    OrderedJson sentence = SpanToJson(annotation.sentences[i]);
    sentence["uncertain"] = ScoreAt(annotation.uncertain, i);
    sentence["loaded"] = ScoreAt(annotation.loaded, i);
    json.push_back(std::move(sentence));
  }
  return json;
}

OrderedJson QuantityToJson(const Quantity& quantity) {
  OrderedJson json = OrderedJson::object();
  json["span"] = SpanToJson(quantity.span);
  json["low"] = quantity.unbounded_below ? OrderedJson(nullptr)
                                         : NumberToJson(quantity.low);
  json["high"] = quantity.unbounded_above ? OrderedJson(nullptr)
                                          : NumberToJson(quantity.high);
  if (quantity.low_open) json["low_open"] = true;
  if (quantity.high_open) json["high_open"] = true;
  if (quantity.approximate) json["approximate"] = true;
  json["unit"] = quantity.unit;
  json["noun"] = quantity.noun;
  return json;
}

OrderedJson TimeToJson(const TimeExpression& time) {
  OrderedJson json = OrderedJson::object();
  json["span"] = SpanToJson(time.span);
  json["from"] = nullptr;
  json["to"] = nullptr;
  if (time.days) {
    json["from"] = FormatIsoDate(time.days->from);
    json["to"] = FormatIsoDate(time.days->to);
  }
  return json;
}

OrderedJson OptionalSpanToJson(const std::optional<Span>& span) {
  return span ? SpanToJson(*span) : OrderedJson(nullptr);
}

// The main act; null where the content holds none.
OrderedJson ActToJson(const std::vector<Act>& acts) {
  if (acts.empty()) return nullptr;
  const Act& act = acts.front();
  OrderedJson json = OrderedJson::object();
  json["verb"] = SpanToJson(act.verb);
  json["voice"] = Name(act.voice);
  json["actor"] = OptionalSpanToJson(act.actor);
  json["undergoer"] = OptionalSpanToJson(act.undergoer);
  if (act.agentless) json["agentless"] = true;
  return json;
}

OrderedJson CauseToJson(const Cause& cause) {
  OrderedJson json = OrderedJson::object();
  json["trigger"] = SpanToJson(cause.trigger);
  json["clause"] = SpanToJson(cause.clause);
  json["type"] = Name(cause.type);
  return json;
}

OrderedJson ClaimToJson(const Claim& claim) {
  OrderedJson json = OrderedJson::object();
  json["sentence"] = claim.sentence;
  json["mode"] = Name(claim.mode);
  json["source"] = SpansToJson(claim.source);
  json["source_name"] = claim.source_name.empty()
                            ? OrderedJson(nullptr)
                            : OrderedJson(claim.source_name);
  json["source_kind"] = claim.source_kind == SourceKind::kNone
                            ? OrderedJson(nullptr)
                            : OrderedJson(Name(claim.source_kind));
  json["cue"] = SpansToJson(claim.cue);
  json["cue_class"] = Name(claim.cue_class);
  json["content"] = SpansToJson(claim.content);
  json["quoted"] = SpansToJson(claim.quoted);
  if (claim.mixed()) json["mixed"] = true;
  if (claim.attitude) json["attitude"] = true;
  json["certainty"] = Name(claim.certainty);
  json["polarity"] = claim.polarity;
  OrderedJson& quantities = json["quantities"] = OrderedJson::array();
  for (const Quantity& quantity : claim.quantities) {
    quantities.push_back(QuantityToJson(quantity));
  }
  OrderedJson& times = json["times"] = OrderedJson::array();
  for (const TimeExpression& time : claim.times) {
    times.push_back(TimeToJson(time));
  }
  json["act"] = ActToJson(claim.acts);
  OrderedJson& causes = json["causes"] = OrderedJson::array();
  for (const Cause& cause : claim.causes) {
    causes.push_back(CauseToJson(cause));
  }
  return json;
}

OrderedJson MentionToJson(const Mention& mention) {
  OrderedJson json = OrderedJson::object();
  json["span"] = SpanToJson(mention.span);
  json["type"] = Name(mention.type);
  json["entity"] = mention.entity;
  return json;
}

OrderedJson WordingToJson(const WordingFlag& wording) {
  OrderedJson json = SpanToJson(wording.span);
  json["category"] = wording.category;
  json["strength"] = RoundedScore(wording.strength);
  if (wording.in_quotation) json["in_quotation"] = true;
  return json;
}

}  // namespace

std::string AnnotationToJson(const Article& article,
                             const Annotation& annotation) {
  OrderedJson json = OrderedJson::object();
  json["id"] = article.id;
  json["sentences"] = SentencesToJson(annotation);
  json["residue"] = ResidueToJson(article.residue);
  OrderedJson& claims = json["claims"] = OrderedJson::array();
  for (const Claim& claim : annotation.claims) {
    claims.push_back(ClaimToJson(claim));
  }
  OrderedJson& mentions = json["mentions"] = OrderedJson::array();
  for (const Mention& mention : annotation.mentions) {
    mentions.push_back(MentionToJson(mention));
  }
  OrderedJson& wording = json["wording"] = OrderedJson::array();
  for (const WordingFlag& flag : annotation.wording) {
    wording.push_back(WordingToJson(flag));
  }
  return DumpJson(json, -1);
}

}  // namespace rashomon
