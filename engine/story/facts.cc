#include "engine/story/facts.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "engine/events/average_link.h"

namespace rashomon {
namespace {

// The aligner's own threshold (engine/align/aligner.h), for the mean of a whole
// group.
constexpr double kLeastCohesion = 0.22;

// Numbers the sentences of all reports, one report after the other.
class Numbering {
 public:
  explicit Numbering(const std::vector<Report>& reports) {
    for (const Report& report : reports) {
      first_.push_back(size_);
      size_ += report.annotation->sentences.size();
    }
  }
  std::size_t size() const { return size_; }
  std::size_t Of(int report, int sentence) const {
    return first_[static_cast<std::size_t>(report)] +
           static_cast<std::size_t>(sentence);
  }
  // Report and sentence.
  std::pair<int, int> At(std::size_t number) const {
    const auto after = std::upper_bound(first_.begin(), first_.end(), number);
    const auto report = static_cast<std::size_t>(after - first_.begin()) - 1;
    return {static_cast<int>(report),
            static_cast<int>(number - first_[report])};
  }

 private:
  std::vector<std::size_t> first_;
  std::size_t size_ = 0;
};

using PairKey = std::pair<std::size_t, std::size_t>;
using Probabilities = absl::flat_hash_map<PairKey, double>;

// The weighed pairs of sentences that some group holds.
Probabilities AlignedPairs(const StoryInput& input, const Numbering& number) {
  Probabilities pairs;
  for (const ComparedPair& compared : input.pairs) {
    if (!compared.same_event) continue;
    std::set<std::pair<int, int>> grouped;
    for (const AlignedGroup& group : compared.alignment->groups) {
      for (const int l : group.left) {
        for (const int r : group.right) grouped.insert({l, r});
      }
    }
    for (const ScoredPair& pair : compared.alignment->pairs) {
      if (grouped.count({pair.left, pair.right}) == 0) continue;
      pairs[std::minmax(number.Of(compared.left, pair.left),
                        number.Of(compared.right, pair.right))] =
          pair.probability;
    }
  }
  return pairs;
}

std::vector<std::size_t> Cluster(const Probabilities& pairs,
                                 std::size_t sentences) {
  std::vector<std::pair<PairKey, double>> ordered(pairs.begin(), pairs.end());
  std::sort(ordered.begin(), ordered.end());
  LinkGraph graph(sentences);
  for (const auto& [key, probability] : ordered) {
    graph.Link(static_cast<std::uint32_t>(key.first),
               static_cast<std::uint32_t>(key.second), probability);
  }
  return AverageLink(graph, {},
                     {.unlinked = 0,
                      .threshold = kLeastCohesion,
                      .local_scaling = false,
                      .neighborhood_cap = 0});
}

bool IsTitle(const Report& report, int sentence) {
  return report.annotation->sentences[static_cast<std::size_t>(sentence)]
             .field == Field::kTitle;
}

bool OpensText(const Report& report, int sentence) {
  return !IsTitle(report, sentence) &&
         (sentence == 0 || IsTitle(report, sentence - 1));
}

// One group of sentences as a fact.
class FactMaker {
 public:
  FactMaker(const StoryInput& input, const std::vector<int>& voices,
            const Numbering& number, const Probabilities& pairs)
      : input_(input), voices_(voices), number_(number), pairs_(pairs) {}

  Fact Make(const std::vector<std::size_t>& sentences) const {
    Fact fact;
    std::set<int> voices;
    for (const std::size_t s : sentences) {
      const auto [report, sentence] = number_.At(s);
      const Report& of = input_.reports[static_cast<std::size_t>(report)];
      if (fact.tellings.empty() || fact.tellings.back().report != report) {
        fact.tellings.push_back({report, {}, false, false});
      }
      FactTelling& telling = fact.tellings.back();
      telling.sentences.push_back(sentence);
      telling.title |= IsTitle(of, sentence);
      telling.lead |= OpensText(of, sentence);
      voices.insert(voices_[static_cast<std::size_t>(report)]);
    }
    fact.voices = static_cast<int>(voices.size());
    SetStandIn(sentences, &fact);
    return fact;
  }

 private:
  double Probability(std::size_t a, std::size_t b) const {
    const auto at = pairs_.find(std::minmax(a, b));
    return at == pairs_.end() ? 0 : at->second;
  }

  void SetStandIn(const std::vector<std::size_t>& sentences,
                  Fact* fact) const {
    double best = -1, all = 0;
    int counted = 0;
    for (const std::size_t a : sentences) {
      double sum = 0;
      for (const std::size_t b : sentences) {
        if (number_.At(a).first == number_.At(b).first) continue;
        sum += Probability(a, b);
        ++counted;
      }
      all += sum;
      if (sum <= best) continue;
      best = sum;
      std::tie(fact->report, fact->sentence) = number_.At(a);
    }
    fact->cohesion = counted > 0 ? all / counted : 1;
  }

  const StoryInput& input_;
  const std::vector<int>& voices_;
  const Numbering& number_;
  const Probabilities& pairs_;
};

int ProminentTellings(const Fact& fact) {
  return static_cast<int>(std::count_if(
      fact.tellings.begin(), fact.tellings.end(),
      [](const FactTelling& t) { return t.title || t.lead; }));
}

}  // namespace

std::vector<Fact> FactsOf(const StoryInput& input,
                          const std::vector<int>& voices) {
  const Numbering number(input.reports);
  const Probabilities pairs = AlignedPairs(input, number);
  std::map<std::size_t, std::vector<std::size_t>> groups;
  const std::vector<std::size_t> group_of = Cluster(pairs, number.size());
  for (std::size_t s = 0; s < group_of.size(); ++s) {
    groups[group_of[s]].push_back(s);
  }
  const FactMaker maker(input, voices, number, pairs);
  std::vector<Fact> facts;
  for (const auto& [first, sentences] : groups) {
    Fact fact = maker.Make(sentences);
    if (fact.tellings.size() > 1 || ProminentTellings(fact) > 0) {
      facts.push_back(std::move(fact));
    }
  }
  std::stable_sort(facts.begin(), facts.end(),
                   [](const Fact& a, const Fact& b) {
                     return std::tuple(a.voices, a.tellings.size(),
                                       ProminentTellings(a)) >
                            std::tuple(b.voices, b.tellings.size(),
                                       ProminentTellings(b));
                   });
  return facts;
}

}  // namespace rashomon
