#include "engine/story/label_board.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "engine/story/disjoint_sets.h"
#include "engine/text/normalize.h"

namespace rashomon {
namespace {

struct Place {
  int report = 0;
  Span span;
  std::string quote;
  double confidence = 0;
};

// A title is no name, and a flag that hardly anybody would agree with joins
// what does not belong together.
constexpr std::string_view kTitleRule = "label.title";
constexpr double kLeastConfidence = 0.05;

// Both places of each flag, one behind the other.
std::vector<Place> LabelPlaces(const StoryInput& input) {
  std::vector<Place> places;
  for (const ComparedPair& pair : input.pairs) {
    for (const Divergence& d : *pair.divergences) {
      if (d.kind != DivergenceKind::kLabel || !d.left || !d.right ||
          d.rule == kTitleRule || d.confidence < kLeastConfidence) {
        continue;
      }
      places.push_back({pair.left, d.left->span, d.left->quote, d.confidence});
      places.push_back(
          {pair.right, d.right->span, d.right->quote, d.confidence});
    }
  }
  return places;
}

bool IsEarlier(const Place& a, const Place& b) {
  return std::tuple(a.report, a.span.field, a.span.begin, a.span.end) <
         std::tuple(b.report, b.span.field, b.span.begin, b.span.end);
}

LabelRow RowOf(std::vector<Place> places) {
  std::sort(places.begin(), places.end(), IsEarlier);
  LabelRow row;
  std::map<std::pair<int, std::string>, std::size_t> known;
  for (Place& place : places) {
    row.confidence = std::max(row.confidence, place.confidence);
    const auto [at, added] = known.try_emplace(
        {place.report, NormalForm(place.quote)}, row.uses.size());
    if (added) row.uses.push_back({place.report, std::move(place.quote), {}});
    std::vector<Span>& spans = row.uses[at->second].spans;
    if (spans.empty() || !(spans.back() == place.span)) {
      spans.push_back(place.span);
    }
  }
  return row;
}

// Joins places of one report that overlap, in one sweep.
void JoinOverlapping(const std::vector<Place>& places, DisjointSets* sets) {
  std::vector<std::size_t> order(places.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return IsEarlier(places[a], places[b]);
  });
  for (std::size_t k = 1, reach = 0; k < order.size(); ++k) {
    const Place& farthest = places[order[reach]];
    const Place& place = places[order[k]];
    const bool overlaps = farthest.report == place.report &&
                          Overlaps(farthest.span, place.span);
    if (overlaps) sets->Join(order[reach], order[k]);
    if (!overlaps || place.span.end > farthest.span.end) reach = k;
  }
}

}  // namespace

std::vector<LabelRow> LabelBoard(const StoryInput& input) {
  const std::vector<Place> places = LabelPlaces(input);
  DisjointSets sets(places.size());
  for (std::size_t i = 1; i < places.size(); i += 2) sets.Join(i - 1, i);
  JoinOverlapping(places, &sets);
  std::vector<LabelRow> rows;
  for (const std::vector<std::size_t>& group : sets.Groups()) {
    std::vector<Place> members;
    for (const std::size_t i : group) members.push_back(places[i]);
    rows.push_back(RowOf(std::move(members)));
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const LabelRow& a, const LabelRow& b) {
                     return a.confidence > b.confidence;
                   });
  return rows;
}

}  // namespace rashomon
