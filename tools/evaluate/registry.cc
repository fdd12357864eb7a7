#include "tools/evaluate/registry.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include <nlohmann/json.hpp>

#include "absl/strings/str_format.h"
#include "engine/base/strings.h"
#include "tools/evaluate/alignment_eval.h"
#include "tools/evaluate/attribution_eval.h"
#include "tools/evaluate/certainty_eval.h"
#include "tools/evaluate/contradiction_eval.h"
#include "tools/evaluate/crosslingual_eval.h"
#include "tools/evaluate/divergence_scores.h"
#include "tools/evaluate/event_eval.h"
#include "tools/evaluate/extraction_eval.h"
#include "tools/evaluate/paraphrase_eval.h"
#include "tools/evaluate/quantity_eval.h"
#include "tools/evaluate/sentence_eval.h"
#include "tools/evaluate/similarity_eval.h"
#include "tools/evaluate/wording_eval.h"

namespace rashomon {
namespace {

SetResult RunOne(const Evaluation& evaluation, const std::string& data_folder,
                 const std::function<void(const std::string&)>& progress) {
  SetResult result;
  result.set = evaluation.set;
  result.path = data_folder + "/" + evaluation.path;
  std::error_code ignored;
  if (!std::filesystem::exists(result.path, ignored)) {
    result.missing = true;
    return result;
  }
  progress(evaluation.set);
  auto scores = evaluation.run({result.path, data_folder, progress});
  if (scores.ok()) {
    result.scores = *std::move(scores);
  } else {
    result.error = std::string(StdView(scores.status().message()));
  }
  return result;
}

std::string CountsText(const Score& score) {
  std::string text;
  for (const auto& [name, count] : score.counts) {
    StrAppend(&text, text.empty() ? "" : ", ", name, " ", count);
  }
  return text;
}

struct Widths {
  std::size_t set = 3;
  std::size_t measure = 7;
};

Widths ColumnWidths(const EvaluationReport& report) {
  Widths widths;
  for (const SetResult& result : report.results) {
    if (result.missing) continue;
    widths.set = std::max(widths.set, result.set.size());
    for (const Score& score : result.scores) {
      widths.measure = std::max(widths.measure, score.measure.size());
    }
  }
  return widths;
}

void AppendLine(const std::string& set, const std::string& measure,
                const std::string& value, const std::string& rest,
                const Widths& widths, std::string* out) {
  absl::StrAppendFormat(out, "%-*s  %-*s  %6s  %s\n",
                        static_cast<int>(widths.set), set,
                        static_cast<int>(widths.measure), measure, value, rest);
}

void AppendRules(const EvaluationReport& report, std::string* out) {
  for (const SetResult& result : report.results) {
    std::string last;
    for (const Score& score : result.scores) {
      if (score.rule.empty() || score.rule == last) continue;
      last = score.rule;
      StrAppend(out, "  ", result.set, ": ", score.rule, "\n");
    }
  }
}

void AppendProblems(const EvaluationReport& report, std::string* out) {
  for (const SetResult& result : report.results) {
    if (result.missing) {
      StrAppend(out, "missing: ", result.set, " (", result.path, ")\n");
    }
    if (!result.error.empty()) {
      StrAppend(out, "failed: ", result.set, ": ", result.error, "\n");
    }
  }
}

nlohmann::ordered_json ScoreAsJson(const std::string& set, const Score& score) {
  nlohmann::ordered_json counts = nlohmann::ordered_json::object();
  for (const auto& [name, count] : score.counts) counts[name] = count;
  return {{"set", set},
          {"measure", score.measure},
          {"value", score.value},
          {"counts", counts},
          {"rule", score.rule}};
}

}  // namespace

std::vector<Evaluation> AllEvaluations() {
  std::vector<Evaluation> all = {SentenceEvaluation(), ExtractionEvaluation()};
  for (Evaluation& evaluation : SimilarityEvaluations()) {
    all.push_back(std::move(evaluation));
  }
  all.push_back(CrosslingualEvaluation());
  all.push_back(ParaphraseEvaluation());
  all.push_back(AttributionEvaluation());
  all.push_back(QuantityEvaluation());
  all.push_back(CertaintyEvaluation());
  for (Evaluation& evaluation : WordingEvaluations()) {
    all.push_back(std::move(evaluation));
  }
  for (Evaluation& evaluation : ContradictionEvaluations()) {
    all.push_back(std::move(evaluation));
  }
  all.push_back(AlignmentEvaluation());
  for (Evaluation& evaluation : EventEvaluations()) {
    all.push_back(std::move(evaluation));
  }
  all.push_back(DivergenceEvaluation());
  return all;
}

int EvaluationReport::scored() const {
  return static_cast<int>(results.size()) - missing() - failed();
}

int EvaluationReport::missing() const {
  return static_cast<int>(
      std::count_if(results.begin(), results.end(),
                    [](const SetResult& r) { return r.missing; }));
}

int EvaluationReport::failed() const {
  return static_cast<int>(
      std::count_if(results.begin(), results.end(),
                    [](const SetResult& r) { return !r.error.empty(); }));
}

EvaluationReport RunEvaluations(
    const std::vector<Evaluation>& evaluations, const std::string& data_folder,
    const std::function<void(const std::string& doing)>& progress) {
  EvaluationReport report;
  for (const Evaluation& evaluation : evaluations) {
    report.results.push_back(RunOne(evaluation, data_folder, progress));
  }
  return report;
}

std::string ReportAsTable(const EvaluationReport& report) {
  const Widths widths = ColumnWidths(report);
  std::string out;
  AppendLine("set", "measure", "value", "counts", widths, &out);
  for (const SetResult& result : report.results) {
    for (const Score& score : result.scores) {
      AppendLine(result.set, score.measure,
                 absl::StrFormat("%.3f", score.value), CountsText(score),
                 widths, &out);
    }
  }
  StrAppend(&out, "\nWhat counts as right:\n");
  AppendRules(report, &out);
  AppendProblems(report, &out);
  return out;
}

std::string ReportAsJson(const EvaluationReport& report) {
  nlohmann::ordered_json json = {{"schema", "rashomon.evaluation/1"},
                                 {"scores", nlohmann::ordered_json::array()},
                                 {"missing", nlohmann::ordered_json::array()},
                                 {"failed", nlohmann::ordered_json::array()}};
  for (const SetResult& result : report.results) {
    if (result.missing) json["missing"].push_back(result.set);
    if (!result.error.empty()) {
      json["failed"].push_back({{"set", result.set}, {"error", result.error}});
    }
    for (const Score& score : result.scores) {
      json["scores"].push_back(ScoreAsJson(result.set, score));
    }
  }
  return json.dump(2, ' ', false,
                   nlohmann::ordered_json::error_handler_t::replace) +
         "\n";
}

}  // namespace rashomon
