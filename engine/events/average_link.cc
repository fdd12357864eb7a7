#include "engine/events/average_link.h"

#include <algorithm>
#include <queue>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace rashomon {
namespace {

constexpr std::size_t kFirstNeighbor = 3;  // counted from 0
constexpr std::size_t kLastNeighbor = 6;   // not included

bool Better(const LinkGraph::Edge& a, const LinkGraph::Edge& b) {
  if (a.score != b.score) return a.score > b.score;
  return a.other < b.other;
}

double Neighborhood(const std::vector<LinkGraph::Edge>& best,
                    const AverageLinkOptions& options) {
  double sum = 0;
  for (std::size_t i = kFirstNeighbor; i < kLastNeighbor; ++i) {
    sum += i < best.size() ? best[i].score : options.unlinked;
  }
  return std::min(sum / (kLastNeighbor - kFirstNeighbor),
                  options.neighborhood_cap);
}

// What to take from each item's links: half of how far its neighbourhood is
// above the mean of all.
std::vector<double> Crowding(const std::vector<std::vector<LinkGraph::Edge>>& best,
                             const AverageLinkOptions& options) {
  std::vector<double> crowding(best.size());
  if (!options.local_scaling || best.empty()) return crowding;
  double mean = 0;
  for (std::size_t i = 0; i < best.size(); ++i) {
    crowding[i] = Neighborhood(best[i], options);
    mean += crowding[i] / static_cast<double>(best.size());
  }
  for (double& c : crowding) c = (c - mean) / 2;
  return crowding;
}

struct Candidate {
  double mean = 0;
  std::uint32_t a = 0, b = 0;  // groups, a < b
  int version = 0;             // of both, summed

  bool operator<(const Candidate& o) const {
    return std::make_tuple(mean, o.a, o.b) < std::make_tuple(o.mean, a, b);
  }
};

class Agglomeration {
 public:
  Agglomeration(const LinkGraph& graph,
                const std::vector<std::optional<std::size_t>>& fixed,
                const AverageLinkOptions& options)
      : options_(options), groups_(graph.size()) {
    for (std::uint32_t i = 0; i < groups_.size(); ++i) {
      groups_[i].members = {i};
      if (!fixed.empty()) groups_[i].fixed = fixed[i];
    }
    AddLinks(graph);
    JoinFixed();
  }

  std::vector<std::size_t> Run() {
    for (std::uint32_t g = 0; g < groups_.size(); ++g) Propose(g, true);
    while (!queue_.empty()) {
      const Candidate c = queue_.top();
      queue_.pop();
      if (c.mean < options_.threshold) break;
      const Group& a = groups_[c.a];
      const Group& b = groups_[c.b];
      if (a.members.empty() || b.members.empty()) continue;
      if (a.version + b.version != c.version) continue;
      Propose(Join(c.a, c.b), false);
    }
    return Names();
  }

 private:
  struct Group {
    std::vector<std::uint32_t> members;  // empty once it has joined another
    // Sums of scores above unlinked, by group.
    std::unordered_map<std::uint32_t, double> links;
    std::optional<std::size_t> fixed;
    int version = 0;
  };

  void AddLinks(const LinkGraph& graph) {
    std::vector<std::vector<LinkGraph::Edge>> best(graph.size());
    for (std::uint32_t i = 0; i < graph.size(); ++i) best[i] = graph.Best(i);
    const std::vector<double> crowding = Crowding(best, options_);
    for (std::uint32_t i = 0; i < graph.size(); ++i) {
      for (const LinkGraph::Edge& e : best[i]) {
        const double above =
            e.score - crowding[i] - crowding[e.other] - options_.unlinked;
        groups_[i].links[e.other] = above;
        groups_[e.other].links[i] = above;
      }
    }
  }

  void JoinFixed() {
    std::unordered_map<std::size_t, std::uint32_t> first;
    for (std::uint32_t i = 0; i < groups_.size(); ++i) {
      if (!groups_[i].fixed) continue;
      const auto [it, added] = first.try_emplace(*groups_[i].fixed, i);
      if (!added) it->second = Join(it->second, i);
    }
  }

  // Links that no item had room for count neither way.
  double Mean(const Group& a, const Group& b, double above) const {
    const auto x = static_cast<double>(a.members.size());
    const auto y = static_cast<double>(b.members.size());
    const double most = std::min(x * y, std::min(x, y) * LinkGraph::kMost);
    return options_.unlinked + above / most;
  }

  bool MayJoin(const Group& a, const Group& b) const {
    return !a.fixed || !b.fixed || *a.fixed == *b.fixed;
  }

  void Propose(std::uint32_t g, bool later_only) {
    for (const auto& [other, above] : groups_[g].links) {
      if (later_only && other < g) continue;
      const Group& a = groups_[g];
      const Group& b = groups_[other];
      if (a.members.empty() || b.members.empty() || !MayJoin(a, b)) continue;
      const double mean = Mean(a, b, above);
      if (mean < options_.threshold) continue;
      queue_.push({mean, std::min(g, other), std::max(g, other),
                   a.version + b.version});
    }
  }

  // The one with fewer links joins the other.
  std::uint32_t Join(std::uint32_t x, std::uint32_t y) {
    if (groups_[x].links.size() < groups_[y].links.size()) std::swap(x, y);
    Group& into = groups_[x];
    Group& from = groups_[y];
    into.links.erase(y);
    for (const auto& [other, above] : from.links) {
      groups_[other].links.erase(y);
      if (other == x) continue;
      into.links[other] += above;
      groups_[other].links[x] = into.links[other];
    }
    into.members.insert(into.members.end(), from.members.begin(),
                        from.members.end());
    if (from.fixed) into.fixed = from.fixed;
    into.version += from.version + 1;
    from.members.clear();
    from.links.clear();
    return x;
  }

  std::vector<std::size_t> Names() const {
    std::vector<std::size_t> names(groups_.size());
    for (const Group& g : groups_) {
      if (g.members.empty()) continue;
      const std::uint32_t least =
          *std::min_element(g.members.begin(), g.members.end());
      for (const std::uint32_t m : g.members) names[m] = least;
    }
    return names;
  }

  AverageLinkOptions options_;
  std::vector<Group> groups_;
  std::priority_queue<Candidate> queue_;
};

}  // namespace

void LinkGraph::Link(std::uint32_t a, std::uint32_t b, double score) {
  Keep(a, {b, static_cast<float>(score)});
  Keep(b, {a, static_cast<float>(score)});
}

void LinkGraph::Keep(std::uint32_t item, Edge edge) {
  std::vector<Edge>& edges = edges_[item];
  edges.push_back(edge);
  if (edges.size() < 2 * kMost) return;
  std::nth_element(edges.begin(), edges.begin() + kMost, edges.end(), Better);
  edges.resize(kMost);
}

std::vector<LinkGraph::Edge> LinkGraph::Best(std::uint32_t item) const {
  std::vector<Edge> best = edges_[item];
  std::sort(best.begin(), best.end(), Better);
  if (best.size() > kMost) best.resize(kMost);
  return best;
}

std::vector<std::size_t> AverageLink(
    const LinkGraph& graph,
    const std::vector<std::optional<std::size_t>>& fixed,
    const AverageLinkOptions& options) {
  return Agglomeration(graph, fixed, options).Run();
}

}  // namespace rashomon
