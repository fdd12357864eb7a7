// What the detectors promise, on pairs of tellings that differ in one point
// (testdata/minimal_pairs.tsv). A row is right when it comes out as expected
// whichever telling is left: "flag" is at least one candidate of the kind,
// "none" is no candidate.
//
// Candidates of label, attribution and omission are loose by design and weighed
// later: a row that expects none of these allows candidates below kUnshown.
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/file.h"
#include "engine/base/strings.h"
#include "engine/contrast/confidence.h"
#include "engine/contrast/divergence.h"
#include "engine/contrast/finding.h"
#include "engine/contrast/test_reports.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

constexpr double kUnshown = 0.1;
constexpr int kLeastRows = 25;

// Shares of rows that come out as expected. They may only rise.
struct Floor {
  DivergenceKind kind;
  double flag;
  double none;
};
constexpr Floor kFloors[] = {
    {DivergenceKind::kQuantity, 1, 1},
    {DivergenceKind::kContradiction, 0.85, 0.96},
    {DivergenceKind::kCertainty, 0.92, 1},
    {DivergenceKind::kAttribution, 1, 1},
    {DivergenceKind::kQuotation, 1, 1},
    {DivergenceKind::kLabel, 0.88, 0.81},
    {DivergenceKind::kAgency, 0.92, 1},
    {DivergenceKind::kCause, 1, 0.96},
    {DivergenceKind::kLoaded, 1, 1},
    {DivergenceKind::kOmission, 0.92, 1},
    {DivergenceKind::kEmphasis, 1, 1},
};

struct Row {
  bool flag = false;
  std::string left;
  std::string right;
  std::string why;
};

std::vector<std::string> Columns(std::string_view line) {
  std::vector<std::string> columns;
  for (const std::string_view part : SplitOn(line, '\t')) {
    columns.emplace_back(part);
  }
  return columns;
}

std::vector<Row> RowsOf(DivergenceKind kind) {
  static const std::string* const table = new std::string(
      ReadFile("engine/contrast/testdata/minimal_pairs.tsv", 1 << 20)
          .value_or(""));
  std::vector<Row> rows;
  for (const std::string_view line : SplitOn(*table, '\n')) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> columns = Columns(line);
    if (columns.size() != 5 || columns[0] != Name(kind)) continue;
    rows.push_back({columns[1] == "flag", std::move(columns[2]),
                    std::move(columns[3]), std::move(columns[4])});
  }
  return rows;
}

bool IsLoose(DivergenceKind kind) {
  return kind == DivergenceKind::kLabel ||
         kind == DivergenceKind::kAttribution ||
         kind == DivergenceKind::kOmission;
}

bool IsRussian(std::string_view text) {
  return text.find("\xd0") != std::string_view::npos;
}

TestReport ReportOf(const std::string& text) {
  TestReport report{text};
  if (IsRussian(text)) report.language = "ru";
  return report;
}

// Texts of several sentences go through the real aligner.
Pairing PairingFor(DivergenceKind kind) {
  return kind == DivergenceKind::kOmission || kind == DivergenceKind::kEmphasis
             ? Pairing::kAligner
             : Pairing::kInOrder;
}

// The rules of what is found, with the confidence of each; empty for none.
std::string RulesFound(DivergenceKind kind, const std::string& left,
                       const std::string& right, double least) {
  static const auto* const model =
      new ConfidenceModel(*ConfidenceModel::Shipped());
  std::string rules;
  for (const Finding& f : FindingsOf(kind, ReportOf(left), ReportOf(right),
                                     PairingFor(kind))) {
    const double confidence = model->Confidence(f);
    if (confidence < least) continue;
    char figure[16];
    std::snprintf(figure, sizeof figure, " %.3f; ", confidence);
    StrAppend(&rules, f.divergence.rule, figure);
  }
  return rules;
}

bool ComesOut(DivergenceKind kind, const Row& row) {
  const double least = !row.flag && IsLoose(kind) ? kUnshown : 0;
  const std::string found = RulesFound(kind, row.left, row.right, least);
  const std::string mirrored = RulesFound(kind, row.right, row.left, least);
  if (found.empty() != row.flag && mirrored.empty() != row.flag) return true;
  std::printf("%s %s (%s): %s\n    %s\n    %s\n",
              std::string(Name(kind)).c_str(), row.flag ? "flag" : "none",
              row.why.c_str(), StrCat(found, "/ ", mirrored).c_str(),
              row.left.c_str(), row.right.c_str());
  return false;
}

class MinimalPairsTest : public testing::TestWithParam<Floor> {};

TEST_P(MinimalPairsTest, ComeOutAsExpected) {
  const Floor& floor = GetParam();
  int rows[2] = {0, 0}, right[2] = {0, 0};
  for (const Row& row : RowsOf(floor.kind)) {
    ++rows[row.flag];
    right[row.flag] += ComesOut(floor.kind, row);
  }
  ASSERT_GE(rows[0], kLeastRows);
  ASSERT_GE(rows[1], kLeastRows);
  std::printf("%-14s flag %d of %d, none %d of %d\n",
              std::string(Name(floor.kind)).c_str(), right[1], rows[1],
              right[0], rows[0]);
  EXPECT_GE(right[1], floor.flag * rows[1]);
  EXPECT_GE(right[0], floor.none * rows[0]);
}

INSTANTIATE_TEST_SUITE_P(
    EveryKind, MinimalPairsTest, testing::ValuesIn(kFloors),
    [](const testing::TestParamInfo<Floor>& info) {
      return std::string(Name(info.param.kind));
    });

}  // namespace
}  // namespace rashomon
