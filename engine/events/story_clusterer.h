// Puts a stream of reports into stories, in bounded memory.
//
//   RASHOMON_ASSIGN_OR_RETURN(StoryLinkModel model, StoryLinkModel::Shipped());
//   StoryClusterer clusterer(&model);
//   for (...) Write(clusterer.Add(reader.Read(article)));   // mostly nothing
//   Write(clusterer.Finish());         // the story of each report, in order
//
// 1. A reprint of an earlier report (near_duplicate.h) is of its story, and
//    counts no further: a wire text under five names is one report.
// 2. The index (story_index.h) proposes earlier reports; the link model scores
//    them; pairs further apart than the time window are no pairs.
// 3. Stories are settled together, when no more reports come or no more can be
//    kept open: average linkage over the links (average_link.h).
//
// No outlet, id or address is looked at. The same reports in the same order
// give the same stories; as long as all fit, another order gives the same ones
// under other numbers, but for ties and stems that over a thousand share.
#ifndef RASHOMON_ENGINE_EVENTS_STORY_CLUSTERER_H_
#define RASHOMON_ENGINE_EVENTS_STORY_CLUSTERER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/events/average_link.h"
#include "engine/events/near_duplicate.h"
#include "engine/events/story_index.h"
#include "engine/events/story_link.h"
#include "engine/events/story_report.h"

namespace rashomon {

struct StoryOptions {
  // Reports whose days are further apart are not linked; where a date is
  // missing, title and text alone decide. A story lasts as long as reports of
  // it follow each other within the window. As kNearDays of same_event.cc.
  int window_days = 5;
  // Of this many open reports the older half is settled, and may be joined by
  // later ones only through the newer half. Some 12 kB a report, its part of
  // the indexes included (measured on 16,000 articles of background news).
  std::size_t max_open = 32768;
};

// Not thread-safe.
class StoryClusterer {
 public:
  // `model` outlives it.
  explicit StoryClusterer(const StoryLinkModel* model,
                          const StoryOptions& options = {});

  // Takes the next report. Returns the stories, numbered from 1, of the
  // reports that are settled now, in the order they came; mostly none.
  // O(stems x StoryIndex::kNewest + LinkGraph::kMost links).
  std::vector<std::size_t> Add(StoryReport report);

  // Settles all that are open; more may be added then. O(open log open).
  std::vector<std::size_t> Finish();

  std::size_t open() const { return open_.size(); }
  std::size_t stories() const { return stories_; }
  // Of two reports by the model, so far: what most of the time goes into.
  std::size_t comparisons() const { return comparisons_; }

 private:
  struct OpenReport {
    StoryReport report;
    std::optional<std::size_t> original;  // it is a reprint of this one
    std::optional<std::size_t> story;     // settled, with reports now gone
  };

  void Keep(StoryReport report, std::optional<std::size_t> story);
  std::optional<std::size_t> FindOriginal(const StoryReport& report) const;
  void LinkToCandidates(std::uint32_t number);
  bool InWindow(const StoryReport& a, const StoryReport& b) const;
  std::vector<std::size_t> Settle(std::size_t count);
  std::vector<std::size_t> Groups() const;

  const StoryLinkModel* model_;
  StoryOptions options_;
  std::vector<OpenReport> open_;
  // Numbered as open_ is; a reprint has no terms, links or hashes there.
  NearDuplicateIndex texts_;
  StoryIndex heads_;
  LinkGraph links_;
  std::size_t stories_ = 0;
  std::size_t comparisons_ = 0;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EVENTS_STORY_CLUSTERER_H_
