#include "tools/report/story_json.h"

#include <cstddef>
#include <utility>
#include <vector>

#include "tools/report/alignment_json.h"
#include "tools/report/comparison_parts_json.h"
#include "tools/report/json_values.h"

namespace rashomon {
namespace {

// One JSON value for each element.
template <typename T, typename ToJson>
OrderedJson ListToJson(const std::vector<T>& list, const ToJson& to_json) {
  OrderedJson json = OrderedJson::array();
  for (const T& element : list) json.push_back(to_json(element));
  return json;
}

OrderedJson ArticlesToJson(const StoryComparison& s) {
  OrderedJson json = OrderedJson::array();
  for (std::size_t i = 0; i < s.articles.size(); ++i) {
    OrderedJson article = ArticleWithSentences(s.articles[i], s.annotations[i]);
    article["voice"] = s.story.voice_of[i];
    json.push_back(std::move(article));
  }
  return json;
}

OrderedJson FactTellingToJson(const FactTelling& telling) {
  OrderedJson json = OrderedJson::object();
  json["report"] = telling.report;
  json["sentences"] = telling.sentences;
  json["place"] = telling.title ? "title" : telling.lead ? "lead" : "body";
  return json;
}

OrderedJson FactToJson(const Fact& fact) {
  OrderedJson json = OrderedJson::object();
  json["report"] = fact.report;
  json["sentence"] = fact.sentence;
  json["voices"] = fact.voices;
  json["confidence"] = RoundedScore(fact.cohesion);
  json["tellings"] = ListToJson(fact.tellings, FactTellingToJson);
  return json;
}

OrderedJson LabelUseToJson(const LabelUse& use) {
  OrderedJson json = OrderedJson::object();
  json["report"] = use.report;
  json["text"] = use.text;
  json["spans"] = SpansToJson(use.spans);
  return json;
}

OrderedJson LabelRowToJson(const LabelRow& row) {
  OrderedJson json = OrderedJson::object();
  json["confidence"] = RoundedScore(row.confidence);
  json["uses"] = ListToJson(row.uses, LabelUseToJson);
  return json;
}

OrderedJson QuoteTellingToJson(const QuoteTelling& telling) {
  OrderedJson json = OrderedJson::object();
  json["report"] = telling.report;
  json["spans"] = SpansToJson(telling.spans);
  json["speaker"] = telling.speaker;
  json["share"] = RoundedScore(telling.share);
  json["other"] = RoundedScore(telling.other);
  return json;
}

OrderedJson QuoteToJson(const QuoteLineage& quote) {
  OrderedJson json = OrderedJson::object();
  json["speaker"] = quote.speaker;
  json["tellings"] = ListToJson(quote.tellings, QuoteTellingToJson);
  return json;
}

OrderedJson SpeakerShareToJson(const SpeakerShare& share) {
  OrderedJson json = OrderedJson::object();
  json["report"] = share.report;
  json["claims"] = share.claims;
  json["quoted_words"] = share.quoted_words;
  json["told_words"] = share.told_words;
  json["share"] = RoundedScore(share.share);
  return json;
}

OrderedJson SpeakerToJson(const SpeakerRow& row) {
  OrderedJson json = OrderedJson::object();
  json["name"] = row.name;
  json["kind"] = Name(row.kind);
  json["reports"] = ListToJson(row.reports, SpeakerShareToJson);
  return json;
}

OrderedJson PairToJson(const StoryPair& pair) {
  const Comparison& c = pair.comparison;
  OrderedJson json = OrderedJson::object();
  json["left"] = pair.left;
  json["right"] = pair.right;
  json["same_event"] = SameEventToJson(c.same_event);
  json["alignments"] = AlignedGroupsToJson(c.alignment.groups);
  json["divergences"] = DivergencesToJson(c.divergences);
  json["unmatched"] = UnmatchedToJson(c.alignment);
  json["notes"] = NotesToJson(c.notes);
  return json;
}

}  // namespace

std::string StoryToJson(const StoryComparison& s, const JsonOptions& options) {
  OrderedJson json = OrderedJson::object();
  json["schema"] = "rashomon.story/1";
  json["articles"] = ArticlesToJson(s);
  json["voices"] = s.story.voices;
  json["facts"] = ListToJson(s.story.facts, FactToJson);
  json["labels"] = ListToJson(s.story.labels, LabelRowToJson);
  json["quotes"] = ListToJson(s.story.quotes, QuoteToJson);
  json["speakers"] = ListToJson(s.story.speakers, SpeakerToJson);
  json["comparisons"] = ListToJson(s.pairs, PairToJson);
  json["notes"] = NotesToJson(s.notes);
  json["versions"] = s.versions;
  return DumpJson(json, options.indent);
}

}  // namespace rashomon
