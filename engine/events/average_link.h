// Items with scored links, put into groups.
//
//   LinkGraph graph(3);
//   graph.Link(0, 1, 2.5);
//   AverageLink(graph, {}, options) == {0, 0, 2};   // the least of each group
//
// Agglomerative with average linkage (Sokal, Michener 1958), over the links
// alone: the two groups with the highest mean score are joined as long as it
// reaches the threshold.
//
// How near an item's neighbours are differs by how much is written about its
// subject, so scores are first measured by the neighbourhood of both ends, as
// in local scaling (Jegou et al. 2007) and CSLS (Conneau et al. 2018).
#ifndef RASHOMON_ENGINE_EVENTS_AVERAGE_LINK_H_
#define RASHOMON_ENGINE_EVENTS_AVERAGE_LINK_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace rashomon {

// Undirected. Each item keeps its best kMost links, so that memory is bounded
// by 16 kMost bytes an item. Not thread-safe.
class LinkGraph {
 public:
  static constexpr std::size_t kMost = 64;

  struct Edge {
    std::uint32_t other = 0;
    float score = 0;
  };

  explicit LinkGraph(std::size_t items = 0) : edges_(items) {}

  std::size_t size() const { return edges_.size(); }
  void AddItem() { edges_.emplace_back(); }
  // Once for a pair.
  void Link(std::uint32_t a, std::uint32_t b, double score);

  // The best kMost, the best first; equal ones by number.
  std::vector<Edge> Best(std::uint32_t item) const;

 private:
  void Keep(std::uint32_t item, Edge edge);

  std::vector<std::vector<Edge>> edges_;  // at most 2 kMost each
};

struct AverageLinkOptions {
  // What a pair without a link counts as.
  double unlinked = -9;
  // Groups are joined from this mean score.
  double threshold = 0;
  // An item's neighbourhood is the mean score of its 4th to 6th best links:
  // the first three are left out as they may well be of its own group. It
  // counts at most neighborhood_cap, so that members of large groups are not
  // taken for items of a crowded subject.
  bool local_scaling = true;
  double neighborhood_cap = 0;
};

// The group of each item, named by its least item. Items that name the same
// `fixed` group are in one from the start; those that name different ones are
// never joined. Empty `fixed`: none is. O(links log links) where groups are
// small.
std::vector<std::size_t> AverageLink(
    const LinkGraph& graph,
    const std::vector<std::optional<std::size_t>>& fixed,
    const AverageLinkOptions& options);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EVENTS_AVERAGE_LINK_H_
