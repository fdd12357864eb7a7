// What the story view is made from: the reports, and what stands between each
// two of them.
#ifndef RASHOMON_ENGINE_STORY_STORY_INPUT_H_
#define RASHOMON_ENGINE_STORY_STORY_INPUT_H_

#include <string>
#include <vector>

#include "engine/align/alignment.h"
#include "engine/contrast/contrast.h"
#include "engine/contrast/divergence.h"

namespace rashomon {

// Two reports that were compared. Kept by pointer: both outlive this.
struct ComparedPair {
  int left = 0;  // index of a report
  int right = 0;
  bool same_event = true;  // or partly; else nothing is taken from it
  const Alignment* alignment = nullptr;
  const std::vector<Divergence>* divergences = nullptr;
};

struct StoryInput {
  std::vector<Report> reports;
  // Owner family of each report's outlet; "" where unknown. Same size as
  // `reports`.
  std::vector<std::string> owners;
  std::vector<ComparedPair> pairs;  // each two at most once
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_STORY_STORY_INPUT_H_
