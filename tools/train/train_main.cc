// Fits the tables and models that the program ships. See README.md here.
//
//   train counts --english ARTICLES.jsonl.zst --russian LIST.txt --output TSV
//   train commentary --english ARTICLES.jsonl.zst --outlets TSV --output TSV
//   train similarity --pairs STSB_TRAIN.tsv --output TSV
//   train alignment --pairs PAIRS.jsonl --output TSV
//   train vectors --english ARTICLES.jsonl.zst --events NEUS_TRAIN.jsonl
//                 --pairs STSB_TRAIN.tsv --output FILE
//   train score-vectors --table FILE [--pairs TSV ...] [--events JSONL ...]
#include <cstdint>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "CLI/CLI.hpp"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/align/alignment_features.h"
#include "engine/align/pair_scorer.h"
#include "engine/base/file.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/embed/table_vectors.h"
#include "engine/embed/word_counts.h"
#include "engine/embed/word_model.h"
#include "engine/embed/word_vectors.h"
#include "nlohmann/json.hpp"
#include "tools/evaluate/alignment_gold.h"
#include "tools/train/article_lines.h"
#include "tools/train/commentary_fit.h"
#include "tools/train/fit_alignment.h"
#include "tools/train/fit_similarity.h"
#include "tools/train/fit_vectors.h"
#include "tools/train/vector_scores.h"
#include "tools/train/word_counter.h"

namespace rashomon {
namespace {

struct CountsArguments {
  std::string english;
  std::string russian;
  std::string output;
  // Rarer stems weigh as unseen words: the table stays small, and misspellings
  // stay out. At 5 the shipped table is under 1.2 MB.
  std::uint64_t min_count = 5;
};

absl::Status RunCounts(const CountsArguments& arguments) {
  WordCounter counter;
  RASHOMON_RETURN_IF_ERROR(ForEachArticle(
      arguments.english, [&counter](const nlohmann::json& article) {
        counter.AddEnglish(article["text"].get_ref<const std::string&>());
      }));
  RASHOMON_ASSIGN_OR_RETURN(const std::string list,
                            ReadFile(arguments.russian, 64u << 20));
  RASHOMON_RETURN_IF_ERROR(counter.AddRussianList(list, arguments.russian));
  const std::string table = counter.Table(arguments.min_count);
  RASHOMON_RETURN_IF_ERROR(WriteFileAtomically(arguments.output, table));
  std::printf("english words %llu, stems %zu; russian stems %zu; %zu bytes\n",
              static_cast<unsigned long long>(counter.english_words()),
              counter.english_stems(), counter.russian_stems(), table.size());
  return absl::OkStatus();
}

struct CommentaryArguments {
  std::string english;
  std::string outlets;
  std::string output;
  // 2,000 to 20,000 words were tried on wording/babe.tsv: flat from 6,000 on.
  std::size_t most = 8000;
};

absl::Status RunCommentary(const CommentaryArguments& arguments) {
  RASHOMON_ASSIGN_OR_RETURN(const std::string tsv,
                            ReadFile(arguments.outlets, 1u << 20));
  RASHOMON_ASSIGN_OR_RETURN(const OutletGroups groups,
                            OutletGroups::Parse(tsv, arguments.outlets));
  CommentaryCounter counter;
  RASHOMON_RETURN_IF_ERROR(ForEachArticle(
      arguments.english, [&](const nlohmann::json& article) {
        const auto group = groups.Of(article.value("outlet", std::string()));
        if (!group) return;
        counter.Add(*group, article["text"].get_ref<const std::string&>());
      }));
  const auto words = [&](TextGroup group) {
    return static_cast<unsigned long long>(counter.words(group));
  };
  std::printf("words: left %llu, right %llu, news %llu\n",
              words(TextGroup::kLeft), words(TextGroup::kRight),
              words(TextGroup::kNews));
  return WriteFileAtomically(arguments.output, counter.Table(arguments.most));
}

struct FitArguments {
  std::string pairs;
  std::string output;
};

absl::Status RunSimilarity(const FitArguments& arguments) {
  RASHOMON_ASSIGN_OR_RETURN(const WordModel words, WordModel::Shipped());
  RASHOMON_ASSIGN_OR_RETURN(const FittedSimilarity fitted,
                            FitSimilarity(words, arguments.pairs));
  RASHOMON_RETURN_IF_ERROR(WriteFileAtomically(
      arguments.output,
      fitted.model.ToTable("# Similarity of two sentences, 0..1: bias + sum of "
                           "weight x feature.\n"
                           "# Written by tools/train; see similarity_model.md."
                           "\n",
                           PairFeatureNames())));
  std::printf("%d pairs, Pearson %.4f, cross-validated %.4f\n", fitted.pairs,
              fitted.pearson, fitted.cross_validated_pearson);
  for (const auto& [feature, pearson] : fitted.without) {
    std::printf("  without %-18s %.4f\n",
                std::string(Name(feature)).c_str(), pearson);
  }
  return absl::OkStatus();
}

absl::Status RunAlignment(const FitArguments& arguments) {
  RASHOMON_ASSIGN_OR_RETURN(const WordModel words, WordModel::Shipped());
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<AlignmentCase> cases,
                            ReadAlignmentGold(arguments.pairs));
  const FittedAlignment fitted = FitAlignment(words, cases);
  RASHOMON_RETURN_IF_ERROR(WriteFileAtomically(
      arguments.output,
      fitted.model.ToTable("# Log-odds that two sentences report the same: bias "
                           "+ sum of weight x feature.\n"
                           "# Written by tools/train; see alignment_model.md."
                           "\n",
                           AlignmentFeatureNames())));
  std::printf("%d pairs of reports, %d aligned and %d other candidates\n",
              fitted.cases, fitted.positives, fitted.negatives);
  std::printf("cross-validated: calibration error %.4f\n",
              fitted.calibration_error);
  std::printf("threshold      F1  precision  recall  F1 all pairs\n");
  for (const ThresholdScore& score : fitted.cross_validated) {
    std::printf("%9.2f  %6.3f  %9.3f  %6.3f  %12.3f\n", score.threshold,
                score.counts.f1(), score.counts.precision(),
                score.counts.recall(), score.strict.f1());
  }
  return absl::OkStatus();
}

struct VectorArguments {
  VectorFiles files;
  VectorFitOptions fit;
  std::string output;
};

absl::Status RunVectors(VectorArguments arguments) {
  arguments.fit.log = [](const std::string& line) {
    std::printf("%s\n", line.c_str());
    std::fflush(stdout);
  };
  RASHOMON_ASSIGN_OR_RETURN(const std::string bytes,
                            FitVectors(arguments.files, arguments.fit));
  return WriteFileAtomically(arguments.output, bytes);
}

struct ScoreArguments {
  std::string table;
  std::vector<std::string> pairs;
  std::vector<std::string> events;
};

absl::Status RunScoreVectors(const ScoreArguments& arguments) {
  RASHOMON_ASSIGN_OR_RETURN(const WordCounts counts, WordCounts::Shipped());
  RASHOMON_ASSIGN_OR_RETURN(const WordVectors vectors,
                            OpenWordVectors(arguments.table, counts));
  std::printf("%u rows of %d dimensions, version %s\n", vectors.size(),
              vectors.dimensions(), vectors.version().c_str());
  for (const std::string& path : arguments.pairs) {
    RASHOMON_ASSIGN_OR_RETURN(const std::vector<GradedPair> pairs,
                              ReadGradedPairs(path));
    std::printf("%s: Pearson %.4f over %zu pairs\n", path.c_str(),
                SimilarityScore(vectors, counts, pairs), pairs.size());
  }
  for (const std::string& path : arguments.events) {
    RASHOMON_ASSIGN_OR_RETURN(const std::vector<EventReport> reports,
                              ReadEventReports(path));
    std::printf("%s: %.3f of titles find their event\n", path.c_str(),
                RetrievalScore(vectors, counts, reports));
  }
  return absl::OkStatus();
}

int Report(const absl::Status& status) {
  if (status.ok()) return 0;
  std::fprintf(stderr, "train: %s\n", status.ToString().c_str());
  return 2;
}

int Main(int argc, char** argv) {
  CLI::App app("Fits the tables and models that Rashomon ships.");
  app.require_subcommand(1);
  CountsArguments counts;
  CLI::App* count = app.add_subcommand("counts", "Count stems.");
  count->add_option("--english", counts.english, "Articles, JSONL, zstd")
      ->required();
  count->add_option("--russian", counts.russian, "Lines of form, frequency")
      ->required();
  count->add_option("--output", counts.output, "Table to write")->required();
  count->add_option("--min-count", counts.min_count, "Leave out rarer stems");
  CommentaryArguments commentary;
  CLI::App* opinion =
      app.add_subcommand("commentary", "Weigh words of commentary and news.");
  opinion->add_option("--english", commentary.english, "Articles, JSONL, zstd")
      ->required();
  opinion
      ->add_option("--outlets", commentary.outlets,
                   "TSV: outlet, group (left, right, news)")
      ->required();
  opinion->add_option("--output", commentary.output, "Table to write")
      ->required();
  opinion->add_option("--most", commentary.most, "Words to keep");
  FitArguments similarity;
  CLI::App* fit = app.add_subcommand("similarity", "Fit the pair scorer.");
  fit->add_option("--pairs", similarity.pairs, "TSV: score, left, right")
      ->required();
  fit->add_option("--output", similarity.output, "Model to write")->required();
  FitArguments alignment;
  CLI::App* align = app.add_subcommand("alignment", "Fit the aligner.");
  align->add_option("--pairs", alignment.pairs, "Marked pairs of reports, JSONL")
      ->required();
  align->add_option("--output", alignment.output, "Model to write")->required();
  VectorArguments vectors;
  CLI::App* embed = app.add_subcommand("vectors", "Fit the word vectors.");
  embed->add_option("--english", vectors.files.english, "Articles, JSONL, zstd")
      ->required();
  embed
      ->add_option("--events", vectors.files.events,
                   "Reports, JSONL: event, title, text")
      ->required();
  embed
      ->add_option("--pairs", vectors.files.pairs,
                   "Graded pairs to score on, TSV: score, left, right")
      ->required();
  embed->add_option("--output", vectors.output, "Table to write")->required();
  ScoreArguments score;
  CLI::App* measure =
      app.add_subcommand("score-vectors", "Score a table of word vectors.");
  measure->add_option("--table", score.table, "Table, of any form")->required();
  measure->add_option("--pairs", score.pairs, "TSV: score, left, right");
  measure->add_option("--events", score.events,
                      "Reports, JSONL: event, title, text");
  CLI11_PARSE(app, argc, argv);
  if (app.got_subcommand(measure)) return Report(RunScoreVectors(score));
  if (app.got_subcommand(embed)) return Report(RunVectors(vectors));
  if (app.got_subcommand(align)) return Report(RunAlignment(alignment));
  if (app.got_subcommand(opinion)) return Report(RunCommentary(commentary));
  if (app.got_subcommand(count)) return Report(RunCounts(counts));
  return Report(RunSimilarity(similarity));
}

}  // namespace
}  // namespace rashomon

int main(int argc, char** argv) { return rashomon::Main(argc, argv); }
