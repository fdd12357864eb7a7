#include "tools/cli/story_compare.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/article.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/compare/comparer.h"
#include "engine/compare/story_comparison.h"
#include "tools/cli/article_inputs.h"
#include "tools/cli/case_keeper.h"
#include "tools/cli/compare_options.h"
#include "tools/cli/config.h"
#include "tools/cli/output.h"
#include "tools/cli/sarif_writer.h"
#include "tools/cli/version.h"
#include "tools/report/comparison_csv.h"
#include "tools/report/filter.h"
#include "tools/report/story_html.h"
#include "tools/report/story_json.h"
#include "tools/report/story_terminal.h"
#include "tools/report/story_text.h"

namespace rashomon {
namespace {

// A story has no left and right.
absl::Status RefuseSideFlags(const Arguments& arguments) {
  for (const auto& [flag, values] : arguments.flags) {
    if (flag.starts_with("left-") || flag.starts_with("right-")) {
      return absl::InvalidArgumentError(
          StrCat("--", flag, " is for two reports; a story has no sides, so "
                 "give Article JSON with the field set"));
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<Article>> ReadArticles(
    const Arguments& arguments, const OutletRegistry& registry,
    Messages* messages) {
  const ReadOptions options = ReadOptionsFrom(arguments, &registry);
  std::vector<Article> articles;
  for (const std::string& path : arguments.operands) {
    RASHOMON_ASSIGN_OR_RETURN(std::vector<Article> more,
                              AllArticles(path, options, messages));
    for (Article& article : more) articles.push_back(std::move(article));
  }
  return articles;
}

std::vector<std::string> OwnersOf(const std::vector<Article>& articles,
                                  const OutletRegistry& registry) {
  std::vector<std::string> owners;
  for (const Article& article : articles) {
    const Outlet* outlet = article.outlet.empty()
                               ? nullptr
                               : registry.FindByName(article.outlet);
    // An outlet that nobody registered is its own owner.
    owners.push_back(outlet != nullptr && !outlet->owner_family.empty()
                         ? outlet->owner_family
                         : article.outlet);
  }
  return owners;
}

void Filter(const Arguments& arguments, StoryComparison* story) {
  const DivergenceFilter filter = FilterFrom(arguments);
  for (StoryPair& pair : story->pairs) {
    std::vector<Divergence>& flags = pair.comparison.divergences;
    flags = PutShownFirst(FilterDivergences(std::move(flags), filter),
                          MaxFlags(arguments));
  }
}

absl::StatusOr<std::string> RenderSarif(SarifWriter sarif,
                                        const StoryComparison& story,
                                        std::size_t max_flags,
                                        Comparer* comparer) {
  for (const StoryPair& pair : story.pairs) {
    Comparison shown = pair.comparison;
    KeepFirst(max_flags, &shown);
    RASHOMON_RETURN_IF_ERROR(sarif.Add(shown,
                                       static_cast<std::size_t>(pair.left),
                                       static_cast<std::size_t>(pair.right),
                                       comparer));
  }
  return sarif.Log();
}

absl::StatusOr<std::string> Render(const Arguments& arguments,
                                   const Environment& env,
                                   const StoryComparison& story,
                                   Comparer* comparer) {
  RASHOMON_ASSIGN_OR_RETURN(
      std::optional<SarifWriter> sarif,
      SarifWriter::Open(arguments, story.articles, env));
  if (sarif) {
    return RenderSarif(*std::move(sarif), story, MaxFlags(arguments), comparer);
  }
  const std::string format = arguments.Value("format");
  if (format == "json") return StoryToJson(story) + "\n";
  if (format == "html") return RenderStoryHtml(story, {MaxFlags(arguments)});
  if (format == "csv") {
    std::string rows = CsvHeader();
    for (const StoryPair& pair : story.pairs) rows += CsvRows(pair.comparison);
    return rows;
  }
  return RenderStoryTerminal(story, TerminalOptionsFrom(arguments, env));
}

// Each two reports, with all their divergences.
absl::Status KeepPairs(const StoryComparison& story, Comparer* comparer,
                       CaseKeeper* keeper, Messages* messages) {
  for (const StoryPair& pair : story.pairs) {
    RASHOMON_RETURN_IF_ERROR(keeper->Keep(
        pair.comparison, static_cast<std::size_t>(pair.left),
        static_cast<std::size_t>(pair.right), comparer));
  }
  messages->Say(keeper->Summary());
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<int> CompareStory(const Arguments& arguments,
                                 const StoryTables& tables, Messages* messages,
                                 Environment* env) {
  RASHOMON_RETURN_IF_ERROR(RefuseSideFlags(arguments));
  RASHOMON_ASSIGN_OR_RETURN(
      std::vector<Article> articles,
      ReadArticles(arguments, *tables.registry, messages));
  RASHOMON_ASSIGN_OR_RETURN(
      Comparer comparer,
      Comparer::Make({tables.lexicons, tables.words, std::string(kVersion),
                      tables.confidence}));
  std::vector<std::string> owners = OwnersOf(articles, *tables.registry);
  RASHOMON_ASSIGN_OR_RETURN(std::optional<CaseKeeper> keeper,
                            CaseKeeper::Open(arguments, articles, *env));
  RASHOMON_ASSIGN_OR_RETURN(
      StoryComparison story,
      comparer.CompareStory(std::move(articles), std::move(owners),
                            [&](std::size_t done, std::size_t all) {
                              messages->Progress(
                                  StrCat("compared ", done, " of ", all));
                            }));
  if (keeper) {
    RASHOMON_RETURN_IF_ERROR(
        KeepPairs(story, &comparer, &*keeper, messages));
  }
  Filter(arguments, &story);
  RASHOMON_ASSIGN_OR_RETURN(const std::string text,
                            Render(arguments, *env, story, &comparer));
  RASHOMON_RETURN_IF_ERROR(WriteResult(arguments, text, env));
  return arguments.Has("exit-code") && FlagCount(story) > 0 ? 1 : 0;
}

}  // namespace rashomon
