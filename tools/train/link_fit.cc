#include "tools/train/link_fit.h"

#include <algorithm>
#include <map>
#include <random>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_format.h"
#include "corpus/article.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/embed/word_model.h"
#include "engine/events/near_duplicate.h"
#include "engine/events/story_link.h"
#include "engine/events/story_report.h"
#include "tools/evaluate/gold_file.h"
#include "tools/train/logistic_fit.h"

namespace rashomon {
namespace {

constexpr unsigned kPools = 8;
// Other pairs are told apart by these alone.
constexpr double kAlikeHead = 0.06;
constexpr double kAlikeMeaning = 0.45;
constexpr double kIndexed = 0.05;  // StoryIndex's least cosine
// From 1e-4 to 1e-2 neus_val and tgcontest_pairs change by 0.01 at most.
constexpr double kRidge = 1e-3;

// How much nearer reports of one event are in meaning on neus_train than on
// neus_val, where they share no words; it falls to nothing at a cosine of heads
// of kSameWording. On neus_val it is 0.2 at 0 and 0.1 at 0.25; of 0.1, 0.15 and
// 0.2 this one served neus_val and tgcontest_pairs best together.
constexpr double kDrawnTogether = 0.15;
constexpr double kSameWording = 0.5;

struct Labelled {
  StoryReport report;
  std::string event;
};

using Pools = std::vector<std::vector<Labelled>>;

absl::StatusOr<Pools> ReadPools(const std::string& path,
                                const WordModel& words) {
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<nlohmann::json> rows,
                            ReadGoldJsonl(path));
  StoryReader reader(&words);
  std::mt19937 random(20261126);
  std::map<std::string, unsigned> pool_of;
  Pools pools(kPools);
  for (const nlohmann::json& row : rows) {
    const std::string event = row.value("event", std::string());
    if (event.empty()) {
      return absl::InvalidArgumentError(
          StrCat(path, ": a report without an event"));
    }
    const auto [it, added] = pool_of.try_emplace(event, kPools);
    if (added) it->second = static_cast<unsigned>(random() % kPools);
    Article article;
    article.title = row.value("title", std::string());
    article.text = row.value("text", std::string());
    pools[it->second].push_back({reader.Read(article), event});
  }
  return pools;
}

LinkValues LessDrawnTogether(LinkValues values) {
  auto& [head, root_head, meaning, meaning_2, title, root_title, names,
         name_rarity, name_cover, numbers, head_meaning, title_meaning,
         weekdays_shared, weekdays_apart] =
      values;
  meaning -= kDrawnTogether * std::max(0.0, 1 - head / kSameWording);
  meaning_2 = meaning * meaning;
  head_meaning = head * meaning;
  title_meaning = title * meaning;
  return values;
}

void AddPair(const Labelled& a, const Labelled& b, LinkFit* fit,
             std::vector<FitRow>* rows) {
  const bool same = a.event == b.event;
  const double head = Cosine(a.report.head, b.report.head);
  if (Containment(a.report.text, b.report.text) >= kReprintContainment) {
    ++(same ? fit->reprints : fit->false_reprints);
  }
  if (same) {
    ++fit->same;
    fit->same_below_index += head < kIndexed;
  } else if (head < kAlikeHead &&
             MeaningCosine(a.report, b.report) < kAlikeMeaning) {
    return;
  }
  FitRow row;
  LinkValues values = LinkFeatures(a.report, b.report);
  if (same) values = LessDrawnTogether(values);
  for (std::size_t i = 0; i < values.size(); ++i) {
    row.features.push_back({std::string(kLinkFeatures[i]), values[i]});
  }
  row.positive = same;
  rows->push_back(std::move(row));
}

std::vector<FitRow> MakeRows(const Pools& pools, LinkFit* fit) {
  std::vector<FitRow> rows;
  for (const auto& pool : pools) {
    fit->reports += pool.size();
    for (std::size_t i = 0; i < pool.size(); ++i) {
      for (std::size_t j = i + 1; j < pool.size(); ++j) {
        AddPair(pool[i], pool[j], fit, &rows);
      }
    }
  }
  fit->rows = rows.size();
  return rows;
}

}  // namespace

absl::StatusOr<LinkFit> FitStoryLinks(const std::string& neus_path) {
  RASHOMON_ASSIGN_OR_RETURN(const WordModel words, WordModel::Shipped());
  RASHOMON_ASSIGN_OR_RETURN(const Pools pools, ReadPools(neus_path, words));
  LinkFit fit;
  const std::vector<FitRow> rows = MakeRows(pools, &fit);
  FitOptions options;
  options.l2 = kRidge;
  const LogisticModel model = FitLogistic(rows, FeatureNames(rows), options);
  fit.tsv = ModelTsv(
      model,
      {"Whether two reports of a collection are of one story: fitted by "
       "tools/train on",
       absl::StrFormat("data/events/neus_train (%d reports, %d pairs, %d of one "
                       "event).",
                       fit.reports, fit.rows, fit.same)});
  return fit;
}

}  // namespace rashomon
