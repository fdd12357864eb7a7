#include "tools/train/event_fit.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <set>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_format.h"
#include "engine/base/file.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/claims/annotator.h"
#include "engine/embed/word_counts.h"
#include "engine/events/event_profile.h"
#include "engine/events/same_event.h"
#include "engine/lexicon/lexicons.h"
#include "nlohmann/json.hpp"

namespace rashomon {
namespace {

constexpr std::size_t kMaxBytes = 256u << 20;
constexpr int kFolds = 5;
constexpr std::size_t kEvents = 1500;      // of neus, for a fit in seconds
constexpr std::size_t kNearMissesEach = 2;
constexpr double kRidge = 0.003;
constexpr double kMainRidge = 0.02;
// Of the pairs that neus calls different, the most alike often tell one story:
// they count for less.
constexpr double kNearMissWeight = 0.5;
// There are few marked pairs, and what they teach is how long articles differ
// from neus's titles and leads.
constexpr double kMarkedWeight = 8;

// Chosen among subsets of the features by the score on the marked pairs, left
// out one by one.
const std::vector<std::string>& SharedFeatures() {
  static const auto* const kNames = new std::vector<std::string>{
      "head_cosine", "whole_cosine", "best_pair",    "cover_min",
      "cover_max",   "head_names",   "all_names",    "numbers",
      "days",        "months_apart", "chance"};
  return *kNames;
}

const std::vector<std::string>& MainFeatures() {
  static const auto* const kNames = new std::vector<std::string>{
      "head_cosine", "cover_min", "published_apart"};
  return *kNames;
}

struct Profiled {
  EventProfile profile;
  std::string event;
};

class Reader {
 public:
  Reader(const Lexicons* lexicons, WordCounts counts)
      : annotator_(lexicons), counts_(std::move(counts)) {}

  EventProfile Profile(const Article& article) {
    return MakeEventProfile(article, annotator_.Annotate(article), counts_);
  }

 private:
  Annotator annotator_;
  WordCounts counts_;
};

absl::StatusOr<std::vector<Profiled>> ReadNeus(const std::string& path,
                                               Reader* reader) {
  RASHOMON_ASSIGN_OR_RETURN(std::string bytes, ReadFile(path, kMaxBytes));
  std::vector<Profiled> reports;
  std::set<std::string> events;
  int number = 0;
  for (std::string_view line : SplitOn(bytes, '\n')) {
    ++number;
    if (line.empty()) continue;
    const auto row = nlohmann::json::parse(line, nullptr, false);
    if (!row.is_object() || !row.contains("event")) {
      return absl::InvalidArgumentError(
          StrCat(path, ":", number, ": no report with an event"));
    }
    Article article;
    article.title = row.value("title", std::string());
    article.text = row.value("text", std::string());
    const std::string event = row.value("event", std::string());
    if (events.insert(event).second && events.size() > kEvents) break;
    reports.push_back({reader->Profile(article), event});
  }
  return reports;
}

int FoldOf(const std::string& event) {
  std::uint32_t hash = 2166136261u;
  for (unsigned char c : event) hash = (hash ^ c) * 16777619u;
  return static_cast<int>(hash % kFolds);
}

struct NeusRows {
  std::vector<FitRow> same, near_misses, random;
};

FitRow RowOf(const Profiled& a, const Profiled& b, bool positive,
             double weight) {
  return {EventFeatures(a.profile, b.profile), positive, weight,
          FoldOf(a.event)};
}

// For every eighth report its nearest ones of other events.
void AddNearMisses(const std::vector<Profiled>& reports, NeusRows* rows) {
  for (std::size_t i = 0; i < reports.size(); i += 8) {
    std::vector<std::pair<double, std::size_t>> alike;
    for (std::size_t j = 0; j < reports.size(); ++j) {
      if (reports[j].event == reports[i].event) continue;
      alike.emplace_back(
          -Cosine(reports[i].profile.whole, reports[j].profile.whole), j);
    }
    const std::size_t keep = std::min(kNearMissesEach, alike.size());
    std::partial_sort(alike.begin(), alike.begin() + keep, alike.end());
    for (std::size_t k = 0; k < keep; ++k) {
      rows->near_misses.push_back(RowOf(reports[i], reports[alike[k].second],
                                        false, kNearMissWeight));
    }
  }
}

NeusRows MakeRows(const std::vector<Profiled>& reports) {
  NeusRows rows;
  std::mt19937 random(20261122);
  for (std::size_t i = 0; i < reports.size(); ++i) {
    for (std::size_t j = i + 1;
         j < reports.size() && reports[j].event == reports[i].event; ++j) {
      rows.same.push_back(RowOf(reports[i], reports[j], true, 1));
    }
    const std::size_t other = random() % reports.size();
    if (reports[other].event != reports[i].event) {
      rows.random.push_back(RowOf(reports[i], reports[other], false, 1));
    }
  }
  AddNearMisses(reports, &rows);
  return rows;
}

void Append(const std::vector<FitRow>& from, std::vector<FitRow>* to) {
  to->insert(to->end(), from.begin(), from.end());
}

Ratio RightAmong(const std::vector<FitRow>& rows,
                 const std::vector<LogisticModel>& models) {
  Ratio ratio;
  for (const FitRow& row : rows) {
    const double p = models[row.fold].Probability(row.features);
    ratio.right += (p >= 0.5) == row.positive;
    ++ratio.of;
  }
  return ratio;
}

struct MarkedRows {
  std::vector<FitRow> shared;  // of each pair
  std::vector<FitRow> main_matter;
  std::vector<FitRow> crossed;  // one side of a pair with one of another story
};

MarkedRows MakeMarkedRows(const std::vector<GoldPair>& gold, Reader* reader) {
  std::vector<Profiled> left, right;
  MarkedRows rows;
  for (std::size_t p = 0; p < gold.size(); ++p) {
    left.push_back({reader->Profile(gold[p].left), gold[p].id});
    right.push_back({reader->Profile(gold[p].right), gold[p].id});
    FitRow row = RowOf(left[p], right[p],
                       gold[p].same_event != SameEventVerdict::kNo,
                       kMarkedWeight);
    const auto a = gold[p].left.published_day();
    const auto b = gold[p].right.published_day();
    const bool apart = a && b && std::abs(*a - *b) > 5;
    rows.shared.push_back(row);
    row.features.push_back({"published_apart", apart ? 1.0 : 0.0});
    row.positive = gold[p].same_event == SameEventVerdict::kYes;
    row.weight = 1;
    rows.main_matter.push_back(std::move(row));
  }
  for (std::size_t p = 0; p < gold.size(); ++p) {
    for (std::size_t q = 0; q < gold.size(); ++q) {
      if (gold[p].source != "basil" || gold[q].source != "basil" || p == q) {
        continue;
      }
      rows.crossed.push_back(RowOf(left[p], right[q], false, 1));
    }
  }
  return rows;
}

std::vector<FitRow> Without(const std::vector<FitRow>& rows, std::size_t out) {
  std::vector<FitRow> rest = rows;
  if (out < rest.size()) rest.erase(rest.begin() + out);
  return rest;
}

SameEventVerdict VerdictOf(const LogisticModel& shared,
                           const LogisticModel& main_matter,
                           const std::vector<FeatureValue>& features) {
  if (shared.Probability(features) < 0.5) return SameEventVerdict::kNo;
  return main_matter.Probability(features) >= 0.5 ? SameEventVerdict::kYes
                                                  : SameEventVerdict::kPartly;
}

std::vector<FitRow> MainRows(const MarkedRows& marked) {
  std::vector<FitRow> rows;
  for (std::size_t p = 0; p < marked.shared.size(); ++p) {
    if (marked.shared[p].positive) rows.push_back(marked.main_matter[p]);
  }
  return rows;
}

}  // namespace

absl::StatusOr<EventFit> FitEvents(const std::string& neus_path,
                                   const std::vector<GoldPair>& gold) {
  RASHOMON_ASSIGN_OR_RETURN(Lexicons lexicons, Lexicons::Shipped());
  RASHOMON_ASSIGN_OR_RETURN(WordCounts counts, WordCounts::Shipped());
  Reader reader(&lexicons, counts);
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<Profiled> reports,
                            ReadNeus(neus_path, &reader));
  const NeusRows neus = MakeRows(reports);
  const MarkedRows marked = MakeMarkedRows(gold, &reader);
  std::vector<FitRow> base = marked.crossed;
  Append(neus.same, &base);
  Append(neus.near_misses, &base);
  Append(neus.random, &base);
  FitOptions options;
  options.l2 = kRidge;
  FitOptions main_options;
  main_options.l2 = kMainRidge;

  EventFit fit;
  fit.rows = RowsText(marked.main_matter) + RowsText(marked.shared) +
             RowsText(base);
  std::vector<LogisticModel> by_fold;
  for (int fold = 0; fold < kFolds; ++fold) {
    std::vector<FitRow> rows = base;
    std::erase_if(rows, [&](const FitRow& r) { return r.fold == fold; });
    Append(marked.shared, &rows);
    by_fold.push_back(FitLogistic(rows, SharedFeatures(), options));
  }
  fit.same_event = RightAmong(neus.same, by_fold);
  fit.near_misses = RightAmong(neus.near_misses, by_fold);
  fit.random_pairs = RightAmong(neus.random, by_fold);
  for (std::size_t p = 0; p < gold.size(); ++p) {
    std::vector<FitRow> rows = base;
    Append(Without(marked.shared, p), &rows);
    MarkedRows rest = marked;
    rest.shared = Without(marked.shared, p);
    rest.main_matter = Without(marked.main_matter, p);
    const SameEventVerdict verdict = VerdictOf(
        FitLogistic(rows, SharedFeatures(), options),
        FitLogistic(MainRows(rest), MainFeatures(), main_options),
        marked.main_matter[p].features);
    fit.marked_pairs.right += verdict == gold[p].same_event;
    ++fit.marked_pairs.of;
  }
  Append(marked.shared, &base);
  const std::string origin = absl::StrFormat(
      "Cross-validated: marked pairs %d of %d; neus pairs of one event %.3f of "
      "%d, near misses %.3f of %d, random pairs %.3f of %d.",
      fit.marked_pairs.right, fit.marked_pairs.of, fit.same_event.value(),
      fit.same_event.of, fit.near_misses.value(), fit.near_misses.of,
      fit.random_pairs.value(), fit.random_pairs.of);
  fit.shared_tsv = ModelTsv(
      FitLogistic(base, SharedFeatures(), options),
      {"Whether two reports share an occurrence: fitted on the events of",
       "data/events/neus_train and the marked pairs of data/divergences by "
       "tools/train.",
       origin});
  fit.main_matter_tsv = ModelTsv(
      FitLogistic(MainRows(marked), MainFeatures(), main_options),
      {"Whether a shared occurrence is the main matter of both reports: fitted",
       "on the marked pairs of data/divergences (yes or partly) by "
       "tools/train.",
       origin});
  return fit;
}

}  // namespace rashomon
