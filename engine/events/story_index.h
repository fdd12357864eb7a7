// Which earlier reports may tell the story of a new one: those whose title and
// lead share rare stems with it.
//
//   StoryIndex index;
//   index.Add(report.head);                        // report 0
//   index.Candidates(other.head, 64);              // {0}, most alike first
//
// An inverted index (Zobel, Moffat: "Inverted files for text search engines",
// 2006). Only the newest kNewest reports of a stem are looked at, so that a
// look-up costs the same in a collection of any size: what is rare is never
// cut, and what a thousand newer reports share says little.
#ifndef RASHOMON_ENGINE_EVENTS_STORY_INDEX_H_
#define RASHOMON_ENGINE_EVENTS_STORY_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "engine/events/story_report.h"

namespace rashomon {

// Not thread-safe. 8 bytes for each stem of a report, at most 2 kNewest of them
// for one stem.
class StoryIndex {
 public:
  static constexpr std::size_t kNewest = 1000;

  // Reports are numbered from 0 as they are added.
  void Add(const TermVector& head);

  // At most `most` reports by the cosine of their heads over the stems looked
  // at, the greatest first, then the earlier; those below kLeastCosine are left
  // out. O(stems x kNewest).
  std::vector<std::uint32_t> Candidates(const TermVector& head,
                                        std::size_t most);

  std::size_t size() const { return cosines_.size(); }

 private:
  struct Posting {
    std::uint32_t report = 0;
    float weight = 0;
  };

  // Of the 7,356 pairs of one event in data/events/neus_train 124 are below.
  static constexpr float kLeastCosine = 0.05f;

  std::unordered_map<std::uint32_t, std::vector<Posting>> postings_;
  std::vector<float> cosines_;  // zeros between calls, one for each report
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EVENTS_STORY_INDEX_H_
