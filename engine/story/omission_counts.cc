#include "engine/story/omission_counts.h"

#include <map>
#include <set>
#include <utility>

#include "engine/base/strings.h"

namespace rashomon {
namespace {

// The fact that each sentence of a report is part of.
class FactIndex {
 public:
  explicit FactIndex(const Story& story) : story_(story) {
    for (std::size_t f = 0; f < story.facts.size(); ++f) {
      for (const FactTelling& telling : story.facts[f].tellings) {
        for (const int sentence : telling.sentences) {
          fact_of_[{telling.report, sentence}] = f;
        }
      }
    }
  }

  // The reports that tell what the sentence tells; its own at least.
  std::set<int> ReportsTelling(int report, int sentence) const {
    std::set<int> reports = {report};
    const auto at = fact_of_.find({report, sentence});
    if (at == fact_of_.end()) return reports;
    for (const FactTelling& t : story_.facts[at->second].tellings) {
      reports.insert(t.report);
    }
    return reports;
  }

 private:
  const Story& story_;
  std::map<std::pair<int, int>, std::size_t> fact_of_;
};

class Counter {
 public:
  Counter(const StoryInput& input, const Story& story)
      : story_(story), beside_(input.reports.size()) {
    for (const ComparedPair& pair : input.pairs) {
      if (!pair.same_event) continue;
      beside_[static_cast<std::size_t>(pair.left)].insert(Voice(pair.right));
      beside_[static_cast<std::size_t>(pair.right)].insert(Voice(pair.left));
    }
  }

  // `telling`: the reports that tell what `without` was flagged to leave out.
  OmissionCount Count(const std::set<int>& telling, int without) const {
    std::set<int> others = beside_[static_cast<std::size_t>(without)];
    others.erase(Voice(without));
    std::set<int> voices;
    for (const int report : telling) {
      if (others.count(Voice(report)) > 0) voices.insert(Voice(report));
    }
    OmissionCount count;
    count.told_by = static_cast<int>(voices.size());
    count.of = static_cast<int>(others.size());
    count.told_after_all = telling.count(without) > 0;
    return count;
  }

 private:
  int Voice(int report) const {
    return story_.voice_of[static_cast<std::size_t>(report)];
  }

  const Story& story_;
  std::vector<std::set<int>> beside_;  // voices that share a report's event
};

}  // namespace

std::vector<OmissionCount> CountOmissions(const StoryInput& input,
                                          const Story& story) {
  const FactIndex facts(story);
  const Counter counter(input, story);
  std::vector<OmissionCount> counts;
  for (std::size_t p = 0; p < input.pairs.size(); ++p) {
    const ComparedPair& pair = input.pairs[p];
    for (std::size_t d = 0; d < pair.divergences->size(); ++d) {
      const Divergence& flag = (*pair.divergences)[d];
      if (flag.kind != DivergenceKind::kOmission) continue;
      const bool on_left = flag.left.has_value();
      const Evidence& evidence = on_left ? *flag.left : *flag.right;
      OmissionCount count = counter.Count(
          facts.ReportsTelling(on_left ? pair.left : pair.right,
                               evidence.sentence),
          on_left ? pair.right : pair.left);
      count.pair = p;
      count.divergence = d;
      counts.push_back(count);
    }
  }
  return counts;
}

std::string Sentence(const OmissionCount& count) {
  return StrCat("It stands in ", count.told_by, " of ", count.of,
                " other ", count.of == 1 ? "owner's" : "owners'",
                " reports.");
}

}  // namespace rashomon
