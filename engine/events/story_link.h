// How likely two reports are of one story, by title and lead.
//
//   RASHOMON_ASSIGN_OR_RETURN(StoryLinkModel model, StoryLinkModel::Shipped());
//   model.Score(a, b) > 0;      // more likely than not
//
// Fitted for collections, where few pairs are of one story; same_event.h reads
// both articles whole and is for two that are at hand.
#ifndef RASHOMON_ENGINE_EVENTS_STORY_LINK_H_
#define RASHOMON_ENGINE_EVENTS_STORY_LINK_H_

#include <array>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "engine/base/logistic_model.h"
#include "engine/events/story_report.h"

namespace rashomon {

// What the model sees of two reports; kLinkFeatures names them in order.
inline constexpr std::array<std::string_view, 14> kLinkFeatures = {
    "head",       "root_head",   "meaning",    "meaning_2",
    "title",      "root_title",  "names",      "name_rarity",
    "name_cover", "numbers",     "head_meaning", "title_meaning",
    "weekdays_shared", "weekdays_apart"};
using LinkValues = std::array<double, kLinkFeatures.size()>;

// Cosines of heads, titles, names and meaning, their roots, squares and
// products; the rarity of shared names and their share of the lesser side's;
// the count of shared numbers; whether the days of the week that title and lead
// name agree (weekday.h). The same whichever report comes first.
// O(terms + dimensions).
LinkValues LinkFeatures(const StoryReport& a, const StoryReport& b);

// Immutable; thread-safe.
class StoryLinkModel {
 public:
  // The weights compiled in (engine/events/data/story_link.tsv).
  static absl::StatusOr<StoryLinkModel> Shipped();

  // A feature that kLinkFeatures does not name counts as 0.
  explicit StoryLinkModel(const LogisticModel& model);

  // Log-odds of one story, never below kUnlinked. Where both titles name what
  // the other text never does ("Weather in Brest", "Weather in Gomel"),
  // kTitlesApart is taken off: texts made after one pattern tell two stories.
  double Score(const StoryReport& a, const StoryReport& b) const;

  // Two reports that stand alone, without a collection round them, are of one
  // story.
  bool OneStory(const StoryReport& a, const StoryReport& b) const {
    return Score(a, b) >= kOneStory;
  }

  // Also what pairs count as that are not compared: 1 in 8,000.
  static constexpr double kUnlinked = -9;

  // Chosen by data/events/tgcontest_pairs, where half of the pairs are of one
  // story; the fitted collections have 1 in 300.
  static constexpr double kOneStory = -1.2;
  static constexpr double kTitlesApart = 1.5;

  const std::string& version() const { return version_; }

 private:
  double bias_ = 0;
  LinkValues weights_{};
  std::string version_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EVENTS_STORY_LINK_H_
