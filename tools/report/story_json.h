// A story as JSON, schema "rashomon.story/1"
// (tools/report/schemas/story.schema.json).
//
//   std::string line = StoryToJson(story);       // no line break
//
// Reports are numbered from 0 as they stand in "articles". Otherwise as
// comparison_json.h. Thread-safe; time linear in the story's size.
#ifndef RASHOMON_TOOLS_REPORT_STORY_JSON_H_
#define RASHOMON_TOOLS_REPORT_STORY_JSON_H_

#include <string>

#include "engine/compare/story_comparison.h"
#include "tools/report/comparison_json.h"

namespace rashomon {

std::string StoryToJson(const StoryComparison& story,
                        const JsonOptions& options = {});

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_STORY_JSON_H_
