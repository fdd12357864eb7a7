#include "tools/evaluate/event_eval.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "corpus/article.h"
#include "engine/base/stable_hash.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/claims/annotator.h"
#include "engine/embed/word_model.h"
#include "engine/events/event_reader.h"
#include "engine/events/same_event.h"
#include "engine/events/story_clusterer.h"
#include "engine/events/story_link.h"
#include "engine/events/story_report.h"
#include "engine/lexicon/lexicons.h"
#include "tools/evaluate/b_cubed.h"
#include "tools/evaluate/gold_file.h"

namespace rashomon {
namespace {

using Json = nlohmann::json;

constexpr char kPairRule[] =
    "a pair is one story where the link of stories says so of two reports that "
    "stand alone";
constexpr char kVerdictRule[] =
    "a pair is one story where compare's same-event verdict is yes";
constexpr char kGroupRule[] =
    "all reports grouped at once, by title and text alone, in an order that "
    "the gold does not know; B-cubed (Bagga, Baldwin 1998)";

Article ArticleOf(const Json& report) {
  Article article;
  article.title = report.value("title", std::string());
  article.text = report.value("text", std::string());
  return article;
}

// Reads both sides of pairs for both decisions.
class PairReader {
 public:
  static absl::StatusOr<std::unique_ptr<PairReader>> Make() {
    RASHOMON_ASSIGN_OR_RETURN(Lexicons lexicons, Lexicons::Shipped());
    RASHOMON_ASSIGN_OR_RETURN(WordModel words, WordModel::Shipped());
    RASHOMON_ASSIGN_OR_RETURN(SameEventModel verdict,
                              SameEventModel::Shipped());
    RASHOMON_ASSIGN_OR_RETURN(StoryLinkModel link, StoryLinkModel::Shipped());
    return std::unique_ptr<PairReader>(
        new PairReader(std::move(lexicons), std::move(words),
                       std::move(verdict), std::move(link)));
  }

  bool VerdictIsYes(const Article& left, const Article& right) {
    return DecideSameEvent(Profile(left), Profile(right), verdict_).verdict ==
           SameEventVerdict::kYes;
  }

  bool OneStory(const Article& left, const Article& right) {
    return link_.OneStory(reader_.Read(left), reader_.Read(right));
  }

 private:
  PairReader(Lexicons lexicons, WordModel words, SameEventModel verdict,
             StoryLinkModel link)
      : lexicons_(std::move(lexicons)),
        words_(std::move(words)),
        verdict_(std::move(verdict)),
        link_(std::move(link)) {}

  EventProfile Profile(const Article& article) {
    return event_reader_.Read(article, annotator_.Annotate(article));
  }

  const Lexicons lexicons_;
  const WordModel words_;
  const SameEventModel verdict_;
  const StoryLinkModel link_;
  Annotator annotator_{&lexicons_};
  EventReader event_reader_{&words_};
  StoryReader reader_{&words_};
};

struct PairCounts {
  std::int64_t right = 0;
  std::int64_t pairs = 0;

  void Add(bool is_right) {
    right += is_right;
    ++pairs;
  }
  double accuracy() const {
    return pairs > 0 ? static_cast<double>(right) / static_cast<double>(pairs)
                     : 0;
  }
};

Score PairScore(const std::string& measure, const PairCounts& counts,
                const char* rule) {
  return {measure,
          counts.accuracy(),
          {{"right", counts.right}, {"pairs", counts.pairs}},
          rule};
}

absl::StatusOr<std::vector<Score>> RunPairs(const EvaluationInput& input) {
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<Json> rows,
                            ReadGoldJsonl(input.path));
  RASHOMON_ASSIGN_OR_RETURN(const std::unique_ptr<PairReader> reader,
                            PairReader::Make());
  PairCounts all, russian, verdict;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Json& row = rows[i];
    if (!row.contains("left") || !row.contains("right") ||
        !row.contains("label")) {
      return absl::InvalidArgumentError(
          StrCat(input.path, ": row ", i + 1, " has no left, right, label"));
    }
    const Article left = ArticleOf(row["left"]);
    const Article right = ArticleOf(row["right"]);
    const bool gold = row["label"] == "OK";
    const bool is_right = reader->OneStory(left, right) == gold;
    all.Add(is_right);
    if (row.value("lang", std::string()) == "ru") russian.Add(is_right);
    verdict.Add(reader->VerdictIsYes(left, right) == gold);
  }
  return std::vector<Score>{
      PairScore("accuracy", all, kPairRule),
      PairScore("accuracy, Russian", russian, kPairRule),
      PairScore("accuracy of the verdict", verdict, kVerdictRule)};
}

// Gold files list the reports of an event one after another, which a stream of
// news does not: the order is that of the ids' hashes.
void Shuffle(std::vector<Json>* rows) {
  std::stable_sort(rows->begin(), rows->end(), [](const Json& a, const Json& b) {
    const auto key = [](const Json& row) {
      return StableHash().Add(row.value("id", std::string())).Value();
    };
    return key(a) < key(b);
  });
}

absl::StatusOr<std::vector<Score>> RunGroups(const EvaluationInput& input) {
  RASHOMON_ASSIGN_OR_RETURN(std::vector<Json> rows, ReadGoldJsonl(input.path));
  RASHOMON_ASSIGN_OR_RETURN(const WordModel words, WordModel::Shipped());
  RASHOMON_ASSIGN_OR_RETURN(const StoryLinkModel model,
                            StoryLinkModel::Shipped());
  Shuffle(&rows);
  StoryReader reader(&words);
  StoryClusterer clusterer(&model);
  std::vector<std::string> gold;
  for (const Json& row : rows) {
    gold.push_back(row.value("event", std::string()));
    if (gold.back().empty()) {
      return absl::InvalidArgumentError(
          StrCat(input.path, ": a report without an event"));
    }
    clusterer.Add(reader.Read(ArticleOf(row)));
  }
  const std::vector<std::size_t> found = clusterer.Finish();
  const BCubed b = ScoreBCubed(gold, found);
  const auto reports = static_cast<std::int64_t>(gold.size());
  const auto events = static_cast<std::int64_t>(
      std::set<std::string>(gold.begin(), gold.end()).size());
  const auto groups = static_cast<std::int64_t>(
      std::set<std::size_t>(found.begin(), found.end()).size());
  return std::vector<Score>{
      {"B-cubed F1", b.f1(),
       {{"reports", reports}, {"events", events}, {"found", groups}},
       kGroupRule},
      {"B-cubed precision", b.precision, {{"reports", reports}}, kGroupRule},
      {"B-cubed recall", b.recall, {{"reports", reports}}, kGroupRule}};
}

}  // namespace

std::vector<Evaluation> EventEvaluations() {
  return {{"events/tgcontest_pairs", "events/tgcontest_pairs.jsonl", RunPairs},
          {"events/neus_val", "events/neus_val.jsonl", RunGroups},
          {"events/ecbplus", "events/ecbplus.jsonl", RunGroups}};
}

}  // namespace rashomon
