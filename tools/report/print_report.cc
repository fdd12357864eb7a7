// Prints a report of a hand-made comparison: for the schema and page tests,
// and for looking at.
//
//   bazel run //tools/report:print_report -- json ferry
#include <iostream>
#include <string_view>

#include "tools/report/alignment_json.h"
#include "tools/report/annotation_json.h"
#include "tools/report/comparison_csv.h"
#include "tools/report/comparison_json.h"
#include "tools/report/fixture.h"
#include "tools/report/html_report.h"
#include "tools/report/story_html.h"
#include "tools/report/story_json.h"
#include "tools/report/story_terminal.h"
#include "tools/report/terminal_report.h"

namespace rashomon {
namespace {

Comparison Fixture(std::string_view name) {
  if (name == "hostile") return HostileComparison();
  if (name == "unrelated") return UnrelatedComparison();
  if (name == "many") return ManyFlagsComparison();
  if (name == "annotated") return AnnotatedComparison();
  return FerryComparison();
}

std::string RenderStory(std::string_view format) {
  const StoryComparison story = FerryStory();
  if (format == "json") return StoryToJson(story) + "\n";
  if (format == "html") return RenderStoryHtml(story);
  return RenderStoryTerminal(story, {.width = 100});
}

std::string Render(std::string_view format, const Comparison& c) {
  if (format == "json") return ComparisonToJson(c) + "\n";
  if (format == "csv") return ComparisonToCsv(c);
  if (format == "html") return RenderHtml(c);
  if (format == "text") return RenderTerminal(c, {.width = 100});
  if (format == "narrow") return RenderTerminal(c, {.width = 60});
  if (format == "color") {
    return RenderTerminal(c, {.width = 100, .color = true});
  }
  if (format == "annotation") {
    return AnnotationToJson(c.left, c.left_annotation) + "\n";
  }
  if (format == "alignment") {
    return AlignmentToJson(c.left_annotation.sentences,
                           c.right_annotation.sentences, c.alignment) +
           "\n";
  }
  return "";
}

}  // namespace
}  // namespace rashomon

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: print_report FORMAT FIXTURE\n";
    return 2;
  }
  const std::string_view fixture = argv[2];
  std::cout << (fixture == "story"
                    ? rashomon::RenderStory(argv[1])
                    : rashomon::Render(argv[1], rashomon::Fixture(fixture)));
  return 0;
}
