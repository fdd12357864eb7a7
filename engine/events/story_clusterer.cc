#include "engine/events/story_clusterer.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

namespace rashomon {
namespace {

// Mean log-odds from which two groups are one story, once they are measured by
// their neighbourhoods. Chosen on data/events/neus_val and ecbplus: B-cubed F1
// of both is within 0.01 of its best from -3.5 to -2.75.
constexpr double kSameStory = -3.25;

AverageLinkOptions LinkOptions() {
  AverageLinkOptions options;
  options.unlinked = StoryLinkModel::kUnlinked;
  options.threshold = kSameStory;
  return options;
}

}  // namespace

StoryClusterer::StoryClusterer(const StoryLinkModel* model,
                               const StoryOptions& options)
    : model_(model), options_(options) {}

std::vector<std::size_t> StoryClusterer::Add(StoryReport report) {
  Keep(std::move(report), std::nullopt);
  if (open_.size() < options_.max_open) return {};
  return Settle(std::max<std::size_t>(open_.size() / 2, 1));
}

std::vector<std::size_t> StoryClusterer::Finish() {
  return Settle(open_.size());
}

void StoryClusterer::Keep(StoryReport report,
                          std::optional<std::size_t> story) {
  const auto number = static_cast<std::uint32_t>(open_.size());
  const std::optional<std::size_t> original = FindOriginal(report);
  open_.push_back({std::move(report), original, story});
  links_.AddItem();
  if (original) {
    StoryReport& kept = open_[number].report;
    const std::optional<Date> published = kept.published;
    kept = StoryReport();
    kept.published = published;
    texts_.Add({});
    heads_.Add({});
    return;
  }
  texts_.Add(open_[number].report.text);
  LinkToCandidates(number);
  heads_.Add(open_[number].report.head);
}

std::optional<std::size_t> StoryClusterer::FindOriginal(
    const StoryReport& report) const {
  const auto found = texts_.FindReprint(report.text);
  if (!found || !InWindow(report, open_[*found].report)) return std::nullopt;
  return found;
}

void StoryClusterer::LinkToCandidates(std::uint32_t number) {
  const StoryReport& report = open_[number].report;
  for (const std::uint32_t other :
       heads_.Candidates(report.head, LinkGraph::kMost)) {
    const StoryReport& earlier = open_[other].report;
    if (!InWindow(report, earlier)) continue;
    ++comparisons_;
    const double score = model_->Score(report, earlier);
    if (score > StoryLinkModel::kUnlinked) links_.Link(number, other, score);
  }
}

bool StoryClusterer::InWindow(const StoryReport& a,
                              const StoryReport& b) const {
  if (!a.published || !b.published) return true;
  return std::abs(*a.published - *b.published) <= options_.window_days;
}

std::vector<std::size_t> StoryClusterer::Groups() const {
  std::vector<std::optional<std::size_t>> fixed;
  for (const OpenReport& r : open_) fixed.push_back(r.story);
  std::vector<std::size_t> groups = AverageLink(links_, fixed, LinkOptions());
  for (std::size_t i = 0; i < open_.size(); ++i) {
    if (open_[i].original) groups[i] = groups[*open_[i].original];
  }
  return groups;
}

std::vector<std::size_t> StoryClusterer::Settle(std::size_t count) {
  const std::vector<std::size_t> groups = Groups();
  std::map<std::size_t, std::size_t> story_of;  // group to story
  for (std::size_t i = 0; i < open_.size(); ++i) {
    if (open_[i].story) story_of[groups[i]] = *open_[i].story;
  }
  std::vector<std::size_t> settled;
  for (std::size_t i = 0; i < count; ++i) {
    const auto [it, added] = story_of.try_emplace(groups[i], stories_ + 1);
    stories_ += added;
    settled.push_back(it->second);
  }
  std::vector<OpenReport> open = std::move(open_);
  open_.clear();
  texts_ = {};
  heads_ = {};
  links_ = LinkGraph();
  for (std::size_t i = count; i < open.size(); ++i) {
    const auto it = story_of.find(groups[i]);
    Keep(std::move(open[i].report), it == story_of.end()
                                        ? std::nullopt
                                        : std::optional(it->second));
  }
  return settled;
}

}  // namespace rashomon
