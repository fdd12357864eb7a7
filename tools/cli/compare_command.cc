#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/compare/comparer.h"
#include "engine/embed/word_counts.h"
#include "engine/embed/word_model.h"
#include "engine/events/event_profile.h"
#include "engine/events/story_report.h"
#include "tools/cli/case_keeper.h"
#include "tools/cli/commands.h"
#include "tools/cli/compare_options.h"
#include "tools/cli/confidence_config.h"
#include "tools/cli/config.h"
#include "tools/cli/lexicon_config.h"
#include "tools/cli/messages.h"
#include "tools/cli/model_config.h"
#include "tools/cli/output.h"
#include "tools/cli/pairing.h"
#include "tools/cli/same_event_decider.h"
#include "tools/cli/sarif_writer.h"
#include "tools/cli/side_inputs.h"
#include "tools/cli/story_compare.h"
#include "tools/cli/version.h"
#include "tools/report/comparison_csv.h"
#include "tools/report/comparison_json.h"
#include "tools/report/filter.h"
#include "tools/report/html_report.h"
#include "tools/report/terminal_report.h"

namespace rashomon {
namespace {

std::vector<EventProfile> ReadAll(const std::vector<Article>& articles,
                                  SameEventDecider* decider) {
  std::vector<EventProfile> profiles;
  for (const Article& a : articles) profiles.push_back(decider->Read(a));
  return profiles;
}

std::vector<TermVector> Heads(const std::vector<Article>& articles,
                              const WordModel& words) {
  StoryReader reader(&words);
  std::vector<TermVector> heads;
  for (const Article& a : articles) heads.push_back(reader.Read(a).head);
  return heads;
}

// Which article of the left goes with which of the right.
absl::StatusOr<std::vector<ArticlePair>> Pairs(const Sides& sides,
                                               const Lexicons& lexicons,
                                               Messages* messages) {
  if (sides.left.size() == 1 && sides.right.size() == 1) {
    return std::vector<ArticlePair>{{0, 0}};
  }
  RASHOMON_ASSIGN_OR_RETURN(SameEventDecider decider,
                            SameEventDecider::Make(&lexicons));
  RASHOMON_ASSIGN_OR_RETURN(const WordCounts counts, WordCounts::Shipped());
  const WordModel words(counts);  // heads need no vectors
  const std::vector<EventProfile> left = ReadAll(sides.left, &decider);
  const std::vector<EventProfile> right = ReadAll(sides.right, &decider);
  const std::vector<ArticlePair> candidates =
      CandidatePairs(Heads(sides.left, words), Heads(sides.right, words));
  std::size_t done = 0;
  return PairArticles(candidates, [&](ArticlePair pair) {
    messages->Progress(StrCat("pairing by event: ", ++done, " of ",
                              candidates.size()));
    return decider.Score(left[pair.left], right[pair.right]);
  });
}

class Renderer {
 public:
  Renderer(const Arguments& arguments, const Environment& env)
      : format_(arguments.Value("format")),
        max_flags_(MaxFlags(arguments)),
        text_(TerminalOptionsFrom(arguments, env)) {}

  std::string Head() const { return format_ == "csv" ? CsvHeader() : ""; }

  std::string Render(Comparison comparison) const {
    if (format_ == "csv") return CsvRows(Shown(std::move(comparison)));
    if (format_ == "json") {
      return ComparisonToJson(Shown(std::move(comparison))) + "\n";
    }
    PutFirst(&comparison);
    if (format_ == "html") return RenderHtml(comparison, {max_flags_});
    return RenderTerminal(comparison, text_);
  }

  // With the flags that a form without room for "and more" shows.
  Comparison Shown(Comparison comparison) const {
    PutFirst(&comparison);
    KeepFirst(max_flags_, &comparison);
    return comparison;
  }

  bool holds_one_only() const { return format_ == "html"; }

 private:
  void PutFirst(Comparison* comparison) const {
    comparison->divergences =
        PutShownFirst(std::move(comparison->divergences), max_flags_);
  }

  std::string format_;
  std::size_t max_flags_;
  TerminalOptions text_;
};

// The text form shows the notes itself.
void PassOnNotes(const Arguments& arguments, const Comparison& comparison,
                 Messages* messages) {
  if (arguments.Value("format") == "text" && !arguments.Has("output")) return;
  for (const Note& note : comparison.notes) messages->Warn(note.message);
}

absl::Status CheckPairs(const std::vector<ArticlePair>& pairs,
                        const Renderer& renderer, Messages* messages) {
  if (pairs.empty()) {
    messages->Warn("no article of one side reports an event of the other");
  }
  if (renderer.holds_one_only() && pairs.size() != 1) {
    return absl::InvalidArgumentError(
        StrCat("--format=html shows one comparison, and there are ",
               pairs.size(), "; use json or csv"));
  }
  return absl::OkStatus();
}

// Those of the left, then those of the right.
std::vector<Article> BothSides(const Sides& sides) {
  std::vector<Article> all = sides.left;
  all.insert(all.end(), sides.right.begin(), sides.right.end());
  return all;
}

struct Result {
  std::string text;
  std::size_t divergences = 0;
};

absl::StatusOr<Result> CompareSides(const Arguments& arguments,
                                    const Environment& env, const Sides& sides,
                                    const Lexicons& lexicons,
                                    const WordModel& words,
                                    const ConfidenceModel& confidence,
                                    Messages* messages) {
  const Renderer renderer(arguments, env);
  const DivergenceFilter filter = FilterFrom(arguments);
  RASHOMON_ASSIGN_OR_RETURN(
      Comparer comparer,
      Comparer::Make(
          {&lexicons, &words, std::string(kVersion), &confidence}));
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<ArticlePair> pairs,
                            Pairs(sides, lexicons, messages));
  RASHOMON_RETURN_IF_ERROR(CheckPairs(pairs, renderer, messages));
  RASHOMON_ASSIGN_OR_RETURN(
      std::optional<CaseKeeper> keeper,
      CaseKeeper::Open(arguments, BothSides(sides), env));
  RASHOMON_ASSIGN_OR_RETURN(
      std::optional<SarifWriter> sarif,
      SarifWriter::Open(arguments, BothSides(sides), env));
  Result result;
  result.text = renderer.Head();
  std::size_t done = 0;
  for (const ArticlePair& pair : pairs) {
    Comparison comparison =
        comparer.Compare(sides.left[pair.left], sides.right[pair.right]);
    PassOnNotes(arguments, comparison, messages);
    if (keeper) {
      RASHOMON_RETURN_IF_ERROR(keeper->Keep(comparison, pair.left,
                                            sides.left.size() + pair.right,
                                            &comparer));
    }
    comparison.divergences =
        FilterDivergences(std::move(comparison.divergences), filter);
    result.divergences += comparison.divergences.size();
    if (sarif) {
      RASHOMON_RETURN_IF_ERROR(sarif->Add(renderer.Shown(std::move(comparison)),
                                          pair.left,
                                          sides.left.size() + pair.right,
                                          &comparer));
    } else {
      result.text += renderer.Render(std::move(comparison));
    }
    messages->Progress(StrCat("compared ", ++done, " of ", pairs.size()));
  }
  if (keeper) messages->Say(keeper->Summary());
  if (sarif) {
    RASHOMON_ASSIGN_OR_RETURN(result.text, sarif->Log());
  }
  return result;
}

// More than two inputs are one story, as all of --story are.
bool IsStory(const Arguments& arguments) {
  return arguments.Has("story") || arguments.operands.size() > 2;
}

}  // namespace

absl::StatusOr<int> RunCompare(const Arguments& arguments, Environment* env) {
  RASHOMON_ASSIGN_OR_RETURN(const OutletRegistry registry,
                            LoadOutlets(arguments, *env));
  RASHOMON_ASSIGN_OR_RETURN(const Lexicons lexicons,
                            LoadLexicons(arguments, *env));
  RASHOMON_ASSIGN_OR_RETURN(const WordModel words,
                            LoadWordModel(arguments, *env));
  RASHOMON_ASSIGN_OR_RETURN(const ConfidenceModel confidence,
                            LoadConfidence(arguments, *env));
  Messages messages(arguments, env);
  if (IsStory(arguments)) {
    return CompareStory(arguments, {&registry, &lexicons, &words, &confidence},
                        &messages, env);
  }
  if (arguments.operands.size() < 2) {
    return absl::InvalidArgumentError(
        StrCat("compare needs a second report beside ", arguments.operands[0],
               "; --story takes all articles of one input as one story"));
  }
  RASHOMON_ASSIGN_OR_RETURN(const Sides sides,
                            ReadSides(arguments, registry, &messages));
  RASHOMON_ASSIGN_OR_RETURN(
      const Result result,
      CompareSides(arguments, *env, sides, lexicons, words, confidence,
                   &messages));
  RASHOMON_RETURN_IF_ERROR(WriteResult(arguments, result.text, env));
  return arguments.Has("exit-code") && result.divergences > 0 ? 1 : 0;
}

}  // namespace rashomon
