#include "tools/review/store/case_verdicts.h"

#include <gtest/gtest.h>

#include <string>

#include "tools/review/store/case_flags.h"
#include "tools/review/store/test_case.h"

namespace rashomon {
namespace {

Decision Confirmed(std::int64_t flag) {
  Decision decision;
  decision.flag = flag;
  return decision;
}

Decision Dismissed(std::int64_t flag, DismissReason reason) {
  Decision decision;
  decision.flag = flag;
  decision.verdict = Verdict::kDismissed;
  decision.reason = reason;
  return decision;
}

TEST(CaseVerdictsTest, ADecisionIsKeptAsItWasMade) {
  CaseFile file = FerryCase();
  Decision decision = Dismissed(3, DismissReason::kWrongKind);
  decision.changed_kind = DivergenceKind::kCause;
  decision.note = "“because”, not a number";
  const auto rows = AddVerdicts("Ines", kTestTime, {decision}, &file);
  ASSERT_TRUE(rows.ok()) << rows.status();
  const VerdictRow row = FlagHistory(&file, 3)->at(0);
  EXPECT_EQ(row.id, rows->at(0).id);
  EXPECT_EQ(row.reviewer, "Ines");
  EXPECT_EQ(row.time, kTestTime);
  EXPECT_EQ(row.verdict, Verdict::kDismissed);
  EXPECT_EQ(row.reason, DismissReason::kWrongKind);
  EXPECT_EQ(row.changed_kind, DivergenceKind::kCause);
  EXPECT_EQ(row.note, decision.note);
  EXPECT_EQ(row.undoes, 0);
}

TEST(CaseVerdictsTest, TheLastDecisionOfAReviewerStands) {
  CaseFile file = FerryCase();
  ASSERT_TRUE(AddVerdicts("Ines", kTestTime, {Confirmed(1)}, &file).ok());
  ASSERT_TRUE(AddVerdicts("Ines", kTestTime,
                          {Dismissed(1, DismissReason::kTrivial)}, &file)
                  .ok());
  ASSERT_TRUE(AddVerdicts("Odile", kTestTime, {Confirmed(1)}, &file).ok());
  const CaseFlag flag = *ReadFlag(&file, 1);
  ASSERT_EQ(flag.verdicts.size(), 2u);
  EXPECT_EQ(flag.verdicts[0].reviewer, "Ines");
  EXPECT_EQ(flag.verdicts[0].verdict, Verdict::kDismissed);
  EXPECT_EQ(flag.verdicts[1].reviewer, "Odile");
  EXPECT_EQ(FlagHistory(&file, 1)->size(), 3u);
  EXPECT_EQ(*Reviewers(&file), (std::vector<std::string>{"Ines", "Odile"}));
}

TEST(CaseVerdictsTest, UndoIsARowAndBringsTheEarlierDecisionBack) {
  CaseFile file = FerryCase();
  ASSERT_TRUE(AddVerdicts("Ines", kTestTime, {Confirmed(1)}, &file).ok());
  const auto second = *AddVerdicts(
      "Ines", kTestTime, {Dismissed(1, DismissReason::kTrivial)}, &file);
  EXPECT_EQ(**LastBatch(&file, "Ines"), second[0].batch);
  const auto undone = UndoBatch("Ines", kTestTime, second[0].batch, &file);
  ASSERT_TRUE(undone.ok()) << undone.status();
  EXPECT_EQ(undone->at(0).undoes, second[0].id);
  EXPECT_FALSE(undone->at(0).verdict.has_value());
  EXPECT_EQ(FlagHistory(&file, 1)->size(), 3u);
  EXPECT_EQ(FlagHistory(&file, 1)->at(1).undone_by, undone->at(0).id);
  EXPECT_EQ(ReadFlag(&file, 1)->verdicts.at(0).verdict, Verdict::kConfirmed);
  // And the first one, too.
  ASSERT_TRUE(
      UndoBatch("Ines", kTestTime, **LastBatch(&file, "Ines"), &file).ok());
  EXPECT_TRUE(ReadFlag(&file, 1)->verdicts.empty());
  EXPECT_FALSE(LastBatch(&file, "Ines")->has_value());
}

TEST(CaseVerdictsTest, ABulkDecisionIsUndoneAtOneStroke) {
  CaseFile file = FerryCase();
  const auto rows = *AddVerdicts(
      "Ines", kTestTime, {Confirmed(1), Confirmed(2), Confirmed(3)}, &file);
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0].batch, rows[2].batch);
  EXPECT_EQ(UndoBatch("Ines", kTestTime, rows[0].batch, &file)->size(), 3u);
  for (const std::int64_t flag : {1, 2, 3}) {
    EXPECT_TRUE(ReadFlag(&file, flag)->verdicts.empty());
  }
}

TEST(CaseVerdictsTest, NobodyUndoesWhatAnotherDecidedOrTwice) {
  CaseFile file = FerryCase();
  const auto rows = *AddVerdicts("Ines", kTestTime, {Confirmed(1)}, &file);
  EXPECT_TRUE(absl::IsNotFound(
      UndoBatch("Odile", kTestTime, rows[0].batch, &file).status()));
  ASSERT_TRUE(UndoBatch("Ines", kTestTime, rows[0].batch, &file).ok());
  EXPECT_TRUE(absl::IsNotFound(
      UndoBatch("Ines", kTestTime, rows[0].batch, &file).status()));
}

TEST(CaseVerdictsTest, ABatchIsKeptWholeOrNotAtAll) {
  CaseFile file = FerryCase();
  const std::string before = DumpCase(&file);
  EXPECT_TRUE(absl::IsNotFound(
      AddVerdicts("Ines", kTestTime, {Confirmed(1), Confirmed(999)}, &file)
          .status()));
  EXPECT_EQ(DumpCase(&file), before);
}

TEST(CaseVerdictsTest, ADisputeIsSettledAndTheSettlementTakenBack) {
  CaseFile file = FerryCase();
  ASSERT_TRUE(AddVerdicts("Ines", kTestTime, {Confirmed(1)}, &file).ok());
  EXPECT_EQ(OutcomeOf(*ReadFlag(&file, 1)), Outcome::kConfirmed);
  ASSERT_TRUE(AddVerdicts("Odile", kTestTime,
                          {Dismissed(1, DismissReason::kTrivial)}, &file)
                  .ok());
  EXPECT_EQ(OutcomeOf(*ReadFlag(&file, 1)), Outcome::kDisputed);
  ASSERT_TRUE(Settle("both", kTestTime,
                     Dismissed(1, DismissReason::kNotADifference), &file)
                  .ok());
  EXPECT_EQ(OutcomeOf(*ReadFlag(&file, 1)), Outcome::kDismissed);
  EXPECT_EQ(ReadFlag(&file, 1)->verdicts.size(), 2u);
  ASSERT_TRUE(Unsettle("both", kTestTime, 1, &file).ok());
  EXPECT_EQ(OutcomeOf(*ReadFlag(&file, 1)), Outcome::kDisputed);
  EXPECT_TRUE(absl::IsNotFound(Unsettle("both", kTestTime, 1, &file)));
  EXPECT_EQ(SettlementsOf(&file, 1)->size(), 2u);
}

TEST(CaseVerdictsTest, TheKindFollowsWhatReviewersChangedItTo) {
  CaseFile file = FerryCase();
  const DivergenceKind given = ReadFlag(&file, 1)->divergence.kind;
  Decision changed = Confirmed(1);
  changed.changed_kind = DivergenceKind::kEmphasis;
  ASSERT_TRUE(AddVerdicts("Ines", kTestTime, {changed}, &file).ok());
  EXPECT_EQ(KindOf(*ReadFlag(&file, 1)), DivergenceKind::kEmphasis);
  ASSERT_TRUE(AddVerdicts("Odile", kTestTime, {Confirmed(1)}, &file).ok());
  EXPECT_EQ(KindOf(*ReadFlag(&file, 1)), given);
}

TEST(CaseVerdictsTest, HistoryRefusesEveryChange) {
  CaseFile file = FerryCase();
  ASSERT_TRUE(Settle("Ines", kTestTime, Confirmed(1), &file).ok());
  ASSERT_TRUE(AddVerdicts("Ines", kTestTime, {Confirmed(1)}, &file).ok());
  const std::string before = DumpCase(&file);
  for (const char* sql :
       {"UPDATE settlements SET note = 'x'", "DELETE FROM settlements",
        "INSERT OR REPLACE INTO settlements SELECT * FROM settlements",
        "UPDATE verdicts SET note = 'x'", "DELETE FROM verdicts",
        "INSERT OR REPLACE INTO verdicts SELECT * FROM verdicts",
        "REPLACE INTO verdicts (verdict, batch, flag, divergence, reviewer, "
        "time, decision, reason, changed_kind, note) VALUES (1, 1, 1, 1, 'x', "
        "'', 'unsure', '', '', '')"}) {
    const absl::Status status = file.db()->Run(sql);
    EXPECT_FALSE(status.ok()) << sql;
    EXPECT_NE(status.message().find("history"), std::string::npos) << status;
  }
  EXPECT_EQ(DumpCase(&file), before);
}

TEST(CaseVerdictsTest, WhatIsNoVerdictIsRefusedWithTheFix) {
  CaseFile file = FerryCase();
  const std::string before = DumpCase(&file);
  struct {
    std::string reviewer;
    std::string time;
    Decision decision;
    std::string named;
  } cases[] = {
      {"", kTestTime, Confirmed(1), "name"},
      {" \t", kTestTime, Confirmed(1), "name"},
      {std::string(201, 'x'), kTestTime, Confirmed(1), "201"},
      {"a\nb", kTestTime, Confirmed(1), "control"},
      {"a\xff", kTestTime, Confirmed(1), "UTF-8"},
      {"Ines", "yesterday", Confirmed(1), "yesterday"},
      {"Ines", "2026-03-07T10:15:00+01:00", Confirmed(1), "2026-03-07"},
      {"Ines", kTestTime, Dismissed(1, DismissReason::kNone), "reason"},
  };
  for (const auto& c : cases) {
    const absl::Status status =
        AddVerdicts(c.reviewer, c.time, {c.decision}, &file).status();
    EXPECT_TRUE(absl::IsInvalidArgument(status)) << status;
    EXPECT_NE(status.message().find(c.named), std::string::npos) << status;
  }
  Decision reasoned = Confirmed(1);
  reasoned.reason = DismissReason::kTrivial;
  EXPECT_FALSE(AddVerdicts("Ines", kTestTime, {reasoned}, &file).ok());
  Decision noted = Confirmed(1);
  noted.note.assign(10001, 'n');
  EXPECT_FALSE(AddVerdicts("Ines", kTestTime, {noted}, &file).ok());
  EXPECT_FALSE(AddVerdicts("Ines", kTestTime, {}, &file).ok());
  EXPECT_EQ(DumpCase(&file), before);
}

TEST(CaseVerdictsTest, HistoryAfterGivesWhatIsNew) {
  CaseFile file = FerryCase();
  const auto first = *AddVerdicts("Ines", kTestTime, {Confirmed(1)}, &file);
  const auto second = *AddVerdicts("Odile", kTestTime, {Confirmed(2)}, &file);
  EXPECT_EQ(HistoryAfter(&file, 0, 10)->size(), 2u);
  const auto news = *HistoryAfter(&file, first[0].id, 10);
  ASSERT_EQ(news.size(), 1u);
  EXPECT_EQ(news[0].id, second[0].id);
  EXPECT_EQ(HistoryAfter(&file, 0, 1)->size(), 1u);
}

}  // namespace
}  // namespace rashomon
