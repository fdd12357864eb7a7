// All evaluations, run over a folder of gold data, and the table they fill.
//
//   const EvaluationReport report = RunEvaluations(
//       AllEvaluations(), "../shared/data", [](const std::string&) {});
//   std::cout << ReportAsTable(report);
#ifndef RASHOMON_TOOLS_EVALUATE_REGISTRY_H_
#define RASHOMON_TOOLS_EVALUATE_REGISTRY_H_

#include <functional>
#include <string>
#include <vector>

#include "tools/evaluate/evaluation.h"

namespace rashomon {

// In the order of the table. A new gold set is added in registry.cc.
std::vector<Evaluation> AllEvaluations();

struct SetResult {
  std::string set;
  std::string path;
  std::vector<Score> scores;  // empty where the set is missing or failed
  bool missing = false;       // no such file or folder
  std::string error;          // of a set that is there and cannot be scored
};

struct EvaluationReport {
  std::vector<SetResult> results;  // one for each evaluation, in order
  int scored() const;
  int missing() const;
  int failed() const;
};

EvaluationReport RunEvaluations(
    const std::vector<Evaluation>& evaluations, const std::string& data_folder,
    const std::function<void(const std::string& doing)>& progress);

// Columns: set, measure, value, counts; then the matching rules, and the sets
// that are missing. Plain text for any terminal.
std::string ReportAsTable(const EvaluationReport& report);

// {"schema":"rashomon.evaluation/1","scores":[{"set","measure","value",
// "counts":{},"rule"}],"missing":[set],"failed":[{"set","error"}]}, indented.
std::string ReportAsJson(const EvaluationReport& report);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_EVALUATE_REGISTRY_H_
