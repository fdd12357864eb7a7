#include "tools/review/store/case_check.h"

#include <gtest/gtest.h>

#include <string>

#include "tools/report/comparison_json.h"
#include "tools/report/fixture.h"
#include "tools/review/store/case_flags.h"
#include "tools/review/store/case_verdicts.h"
#include "tools/review/store/test_case.h"
#include "tools/review/store/whole_comparison.h"

namespace rashomon {
namespace {

// Two runs, a reopened flag, verdicts of two reviewers, an undo, an added flag,
// a settlement.
CaseFile FullCase() {
  CaseFile file = FerryCase();
  Decision decision;
  for (std::int64_t flag : {1, 2, 3}) {
    decision.flag = flag;
    EXPECT_TRUE(AddVerdicts("Ines", kTestTime, {decision}, &file).ok());
  }
  EXPECT_TRUE(UndoBatch("Ines", kTestTime, 3, &file).ok());
  decision.flag = 1;
  decision.verdict = Verdict::kDismissed;
  decision.reason = DismissReason::kTrivial;
  EXPECT_TRUE(AddVerdicts("Odile", kTestTime, {decision}, &file).ok());
  EXPECT_TRUE(Settle("both", kTestTime, decision, &file).ok());
  NewFlag flag;
  flag.comparison = 1;
  flag.right = Span{Field::kText, 0, 9};
  EXPECT_TRUE(AddReviewerFlag("Ines", kTestTime, flag, &file).ok());
  Comparison newer = FerryComparison();
  newer.divergences[1].fingerprint = "new";
  newer.divergences.pop_back();
  AddTo(&file, newer);
  return file;
}

TEST(CaseCheckTest, AWholeCaseHasNoProblems) {
  CaseFile file = FullCase();
  const CaseCheck check = *CheckCase(&file);
  EXPECT_TRUE(check.problems.empty()) << check.problems[0];
  EXPECT_EQ(check.articles, 2);
  EXPECT_EQ(check.comparisons, 2);
  EXPECT_EQ(check.divergences, 8 + 1 + 7);
  EXPECT_EQ(check.verdicts, 6);
  EXPECT_EQ(check.settlements, 1);
  CaseFile empty = EmptyCase();
  EXPECT_TRUE(CheckCase(&empty)->problems.empty());
}

TEST(CaseCheckTest, WhatWasAlteredIsFound) {
  struct {
    const char* sql;
    const char* named;
  } cases[] = {
      {"UPDATE articles SET text = replace(text, 'all', 'no') WHERE article = "
       "1",
       "article 1"},
      {"UPDATE articles SET outlet = 'Another' WHERE article = 2", "hash"},
      {"UPDATE articles SET sentences = '[]' WHERE article = 1", "article 1"},
      {"UPDATE articles SET sentences = '[7]' WHERE article = 1", "sentences"},
      {"DROP TRIGGER verdicts_keep_rows", "trigger verdicts_keep_rows"},
      {"CREATE TRIGGER sly AFTER INSERT ON verdicts BEGIN SELECT 1; END",
       "trigger sly"},
      {"CREATE TABLE stray (x)", "table stray"},
      {"UPDATE sources SET bytes = x'00' WHERE rowid = 1", "source 1"},
      {"UPDATE divergences SET left_quote = 'x' WHERE divergence = 1",
       "quotation"},
      {"UPDATE divergences SET left_end = left_end + 100000 WHERE divergence = "
       "1",
       "outside"},
      {"UPDATE divergences SET left_field = 'text' WHERE divergence = 9",
       "half"},
      {"UPDATE divergences SET right_begin = NULL WHERE divergence = 9",
       "half"},
      {"UPDATE divergences SET confidence = 0.99 WHERE divergence = 2",
       "comparison 1: what it gave"},
      {"UPDATE divergences SET kind = 'lies' WHERE divergence = 2", "lies"},
      {"UPDATE divergences SET rank = 99 WHERE divergence = 1", "ranks"},
      {"UPDATE comparisons SET notes = '[]' WHERE comparison = 1", "hash"},
      {"UPDATE comparisons SET alignments = '[{\"left\":[99],\"right\":[0],"
       "\"confidence\":1}]' WHERE comparison = 1",
       "sentence"},
      {"UPDATE comparisons SET run = 7 WHERE comparison = 2", "runs"},
      {"UPDATE flags SET fingerprint = 'x' WHERE flag = 1", "hash"},
      {"UPDATE flags SET reopens = flag WHERE flag = 10", "itself"},
      {"UPDATE flags SET origin = 'engine' WHERE flag = 9", "flag 9"},
      {"DROP TRIGGER added_flags_keep_all; DELETE FROM added_flags",
       "by whom"},
      {"DROP TRIGGER verdicts_keep_rows; UPDATE verdicts SET divergence = 5 "
       "WHERE verdict = 1",
       "verdict 1"},
      {"DROP TRIGGER verdicts_keep_rows; UPDATE verdicts SET reviewer = 'x' "
       "WHERE verdict = 3",
       "takes back"},
      {"DROP TRIGGER verdicts_keep_rows; UPDATE verdicts SET batch = 99 WHERE "
       "verdict = 1",
       "batch"},
      {"DROP TRIGGER verdicts_keep_rows; UPDATE verdicts SET changed_kind = "
       "'x' WHERE verdict = 1",
       "kind"},
      {"DROP TRIGGER verdicts_keep_rows; UPDATE verdicts SET time = 'noon' "
       "WHERE verdict = 1",
       "noon"},
      {"PRAGMA foreign_keys = OFF; DELETE FROM sources WHERE rowid = 1",
       "sources"},
  };
  for (const auto& c : cases) {
    CaseFile file = FullCase();
    const absl::Status altered = file.db()->RunScript(c.sql);
    ASSERT_TRUE(altered.ok()) << altered;
    const CaseCheck check = *CheckCase(&file);
    bool found = false;
    for (const std::string& problem : check.problems) {
      found |= problem.find(c.named) != std::string::npos;
    }
    EXPECT_TRUE(found) << c.sql << ": "
                       << (check.problems.empty() ? "no problem"
                                                  : check.problems[0]);
  }
}

TEST(WholeComparisonTest, IsWhatCompareGave) {
  CaseFile file = FullCase();
  EXPECT_EQ(ComparisonToJson(*ReadWholeComparison(&file, 1)),
            ComparisonToJson(FerryComparison()));
}

}  // namespace
}  // namespace rashomon
