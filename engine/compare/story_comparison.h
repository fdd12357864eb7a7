// The whole comparison of the reports of one story: each two of them, and what
// all of them hold between them.
//
//   RASHOMON_ASSIGN_OR_RETURN(
//       StoryComparison s, comparer.CompareStory(articles, owners));
//   for (const Fact& fact : s.story.facts) ...
#ifndef RASHOMON_ENGINE_COMPARE_STORY_COMPARISON_H_
#define RASHOMON_ENGINE_COMPARE_STORY_COMPARISON_H_

#include <map>
#include <string>
#include <vector>

#include "corpus/article.h"
#include "engine/claims/claim.h"
#include "engine/compare/comparison.h"
#include "engine/story/story.h"

namespace rashomon {

// Two reports of the story.
struct StoryPair {
  int left = 0;  // index of an article
  int right = 0;
  // Its omissions say in how many other owners' reports the fact stands.
  Comparison comparison;
};

struct StoryComparison {
  std::vector<Article> articles;
  std::vector<Annotation> annotations;  // of each article
  std::vector<StoryPair> pairs;         // 0-1, 0-2 ... 1-2 ...
  Story story;
  std::vector<Note> notes;
  std::map<std::string, std::string> versions;  // as in Comparison
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_COMPARE_STORY_COMPARISON_H_
