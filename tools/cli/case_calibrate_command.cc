#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_format.h"
#include "engine/base/file.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/contrast/confidence.h"
#include "tools/cli/commands.h"
#include "tools/cli/confidence_config.h"
#include "tools/cli/output.h"
#include "tools/review/calibrate/calibration.h"
#include "tools/review/calibrate/decided_flags.h"
#include "tools/review/store/case_file.h"

namespace rashomon {
namespace {

// What all cases together hold.
absl::StatusOr<CaseDecisions> ReadCases(const std::vector<std::string>& paths,
                                        const std::string& model_version) {
  CaseDecisions all;
  for (const std::string& path : paths) {
    RASHOMON_ASSIGN_OR_RETURN(CaseFile file,
                              CaseFile::Open(path, CaseMode::kRead));
    RASHOMON_ASSIGN_OR_RETURN(const CaseDecisions one,
                              DecisionsOf(&file, model_version, all.pairs));
    all.flags.insert(all.flags.end(), one.flags.begin(), one.flags.end());
    all.pairs += one.pairs;
    all.undecided += one.undecided;
    all.other_models += one.other_models;
  }
  return all;
}

std::string ScoreLine(const char* name, const CalibrationScores& scores) {
  return absl::StrFormat("%-12s  %8.3f  %5.3f  %17.3f\n", name,
                         scores.log_loss, scores.brier,
                         scores.calibration_error);
}

std::string FoldsText(const Calibration& c) {
  return StrCat(c.folds, c.folds_by_group ? " folds of pairs"
                                          : " folds of flags: there are too "
                                            "few pairs for folds of pairs");
}

std::string AsText(const CaseDecisions& decisions, const Calibration& c) {
  std::string text = StrCat(
      c.right + c.wrong, " decided flags of ", decisions.pairs, " pairs: ",
      c.right, " right, ", c.wrong, " wrong. Left out: ", decisions.undecided,
      " not decided, unsure or disputed; ", decisions.other_models,
      " weighed by another confidence model.\n");
  StrAppend(&text, "Each flag by a fit that did not see it (", FoldsText(c),
            "):\n              log loss  Brier  calibration error\n",
            ScoreLine("before", c.before), ScoreLine("after", c.after));
  StrAppend(&text,
            absl::StrFormat("slope %.3f, shift %+.3f (penalty %g)\n", c.slope,
                            c.shift, c.penalty));
  for (const auto& [kind, shift] : c.kind_shifts) {
    StrAppend(&text, absl::StrFormat("  %-13s %+.3f\n",
                                     std::string(Name(kind)), shift));
  }
  return text;
}

nlohmann::ordered_json ScoresAsJson(const CalibrationScores& scores) {
  return {{"log_loss", scores.log_loss},
          {"brier", scores.brier},
          {"calibration_error", scores.calibration_error}};
}

std::string AsJson(const CaseDecisions& decisions, const Calibration& c) {
  nlohmann::ordered_json json = {
      {"schema", "rashomon.calibration/1"},
      {"pairs", decisions.pairs},
      {"right", c.right},
      {"wrong", c.wrong},
      {"undecided", decisions.undecided},
      {"other_models", decisions.other_models},
      {"folds", c.folds},
      {"folds_by_pair", c.folds_by_group},
      {"before", ScoresAsJson(c.before)},
      {"after", ScoresAsJson(c.after)},
      {"slope", c.slope},
      {"shift", c.shift},
      {"penalty", c.penalty},
      {"kind_shifts", nlohmann::ordered_json::object()}};
  for (const auto& [kind, shift] : c.kind_shifts) {
    json["kind_shifts"][std::string(Name(kind))] = shift;
  }
  return json.dump(1) + "\n";
}

std::string OwnTable(const ConfidenceModel& base, const Calibration& c) {
  return ModelAsTsv(
      Calibrated(base.model(), c),
      {"Confidence of flags, refitted by rashomon case calibrate; for compare "
       "--confidence, or as confidence.tsv in the configuration folder.",
       StrCat("From model ", base.version(), ", on ", c.right + c.wrong,
              " decided flags, ", c.right, " of them right."),
       absl::StrFormat("Cross-validated over %s: log loss %.3f before, %.3f "
                       "after; calibration error %.3f before, %.3f after.",
                       FoldsText(c), c.before.log_loss, c.after.log_loss,
                       c.before.calibration_error,
                       c.after.calibration_error)});
}

// A table that does worse on flags it did not see helps nobody.
absl::Status CheckBetter(const Calibration& c, const std::string& output) {
  if (c.after.log_loss < c.before.log_loss) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrFormat(
      "%s is not written: the refit does no better on flags that it did not "
      "see (log loss %.4f before, %.4f after); decide more flags first",
      output, c.before.log_loss, c.after.log_loss));
}

}  // namespace

absl::StatusOr<int> RunCaseCalibrate(const Arguments& arguments,
                                     Environment* env) {
  const std::string format = arguments.Value("format");
  if (!format.empty() && format != "text" && format != "json") {
    return absl::InvalidArgumentError(
        StrCat("--format=", format, ": calibrate has the forms text and "
               "json"));
  }
  RASHOMON_ASSIGN_OR_RETURN(const ConfidenceModel base,
                            LoadConfidence(arguments, *env));
  RASHOMON_ASSIGN_OR_RETURN(
      const CaseDecisions decisions,
      ReadCases({arguments.operands.begin() + 1, arguments.operands.end()},
                base.version()));
  RASHOMON_ASSIGN_OR_RETURN(const Calibration c,
                            FitCalibration(decisions.flags));
  *env->out << (format == "json" ? AsJson(decisions, c)
                                 : AsText(decisions, c))
            << std::flush;
  const std::string output = arguments.Value("output");
  if (output.empty()) return 0;
  RASHOMON_RETURN_IF_ERROR(CheckBetter(c, output));
  RASHOMON_RETURN_IF_ERROR(WriteFileAtomically(output, OwnTable(base, c)));
  return 0;
}

}  // namespace rashomon
