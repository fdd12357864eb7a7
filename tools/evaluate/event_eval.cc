#include "tools/evaluate/event_eval.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
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
#include "engine/embed/word_counts.h"
#include "engine/events/event_profile.h"
#include "engine/events/same_event.h"
#include "engine/lexicon/lexicons.h"
#include "tools/cli/event_grouper.h"
#include "tools/evaluate/b_cubed.h"
#include "tools/evaluate/gold_file.h"

namespace rashomon {
namespace {

using Json = nlohmann::json;

constexpr char kPairRule[] =
    "a pair is one story where the same-event verdict is yes";
constexpr char kGroupRule[] =
    "all reports grouped at once, by title and text alone, in an order that "
    "the gold does not know; B-cubed (Bagga, Baldwin 1998)";

// Reads reports; each is profiled once.
class ProfileReader {
 public:
  static absl::StatusOr<ProfileReader> Make() {
    RASHOMON_ASSIGN_OR_RETURN(Lexicons lexicons, Lexicons::Shipped());
    RASHOMON_ASSIGN_OR_RETURN(const WordCounts counts, WordCounts::Shipped());
    RASHOMON_ASSIGN_OR_RETURN(SameEventModel model,
                              SameEventModel::Shipped(counts));
    return ProfileReader(std::make_unique<Lexicons>(std::move(lexicons)),
                         std::move(model));
  }

  EventProfile Read(const Json& report) {
    Article article;
    article.title = report.value("title", std::string());
    article.text = report.value("text", std::string());
    return MakeEventProfile(article, annotator_->Annotate(article),
                            model_.counts);
  }

  const SameEventModel& model() const { return model_; }

 private:
  ProfileReader(std::unique_ptr<Lexicons> lexicons, SameEventModel model)
      : lexicons_(std::move(lexicons)),
        annotator_(std::make_unique<Annotator>(lexicons_.get())),
        model_(std::move(model)) {}

  std::unique_ptr<Lexicons> lexicons_;
  std::unique_ptr<Annotator> annotator_;
  SameEventModel model_;
};

struct PairCounts {
  std::int64_t right = 0;
  std::int64_t pairs = 0;

  double accuracy() const {
    return pairs > 0 ? static_cast<double>(right) / static_cast<double>(pairs)
                     : 0;
  }
};

Score PairScore(const std::string& measure, const PairCounts& counts) {
  return {measure,
          counts.accuracy(),
          {{"right", counts.right}, {"pairs", counts.pairs}},
          kPairRule};
}

absl::StatusOr<std::vector<Score>> RunPairs(const EvaluationInput& input) {
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<Json> rows,
                            ReadGoldJsonl(input.path));
  RASHOMON_ASSIGN_OR_RETURN(ProfileReader reader, ProfileReader::Make());
  PairCounts all, russian;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Json& row = rows[i];
    if (!row.contains("left") || !row.contains("right") ||
        !row.contains("label")) {
      return absl::InvalidArgumentError(
          StrCat(input.path, ": row ", i + 1, " has no left, right, label"));
    }
    const SameEvent same = DecideSameEvent(
        reader.Read(row["left"]), reader.Read(row["right"]), reader.model());
    const bool right = (same.verdict == SameEventVerdict::kYes) ==
                       (row["label"] == "OK");
    all.right += right;
    ++all.pairs;
    if (row.value("lang", std::string()) != "ru") continue;
    russian.right += right;
    ++russian.pairs;
  }
  return std::vector<Score>{PairScore("accuracy", all),
                            PairScore("accuracy, Russian", russian)};
}

std::optional<double> Likeness(const EventProfile& a, const EventProfile& b,
                               const SameEventModel& model) {
  const SameEvent same = DecideSameEvent(a, b, model);
  if (same.verdict != SameEventVerdict::kYes) return std::nullopt;
  return same.confidence;
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
  RASHOMON_ASSIGN_OR_RETURN(ProfileReader reader, ProfileReader::Make());
  Shuffle(&rows);
  EventGrouper<EventProfile> grouper(
      [&](const EventProfile& a, const EventProfile& b) {
        return Likeness(a, b, reader.model());
      });
  std::vector<std::string> gold;
  std::vector<std::size_t> found;
  for (const Json& row : rows) {
    gold.push_back(row.value("event", std::string()));
    if (gold.back().empty()) {
      return absl::InvalidArgumentError(
          StrCat(input.path, ": a report without an event"));
    }
    found.push_back(grouper.Add(reader.Read(row)));
  }
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
