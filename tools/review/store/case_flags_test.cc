#include "tools/review/store/case_flags.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "tools/report/fixture.h"
#include "tools/review/store/case_verdicts.h"
#include "tools/review/store/test_case.h"

namespace rashomon {
namespace {

std::vector<CaseFlag> List(CaseFile* file, const FlagQuery& query) {
  absl::StatusOr<FlagPage> page = ListFlags(file, query);
  if (!page.ok()) {
    ADD_FAILURE() << page.status();
    return {};
  }
  EXPECT_LE(page->flags.size(), page->total);
  return page->flags;
}

Span SpanOf(const std::string& text, const std::string& quote) {
  const std::size_t at = text.find(quote);
  return {Field::kText, at, at + quote.size()};
}

NewFlag FlagOnLeft(const std::string& quote) {
  NewFlag flag;
  flag.comparison = 1;
  flag.kind = DivergenceKind::kAgency;
  flag.left = SpanOf(FerryComparison().left.text, quote);
  flag.note = "who was it?";
  return flag;
}

TEST(CaseFlagsTest, BestFirstIsByWeightTimesConfidence) {
  CaseFile file = FerryCase();
  const std::vector<CaseFlag> flags = List(&file, {});
  ASSERT_EQ(flags.size(), 8u);
  for (std::size_t i = 1; i < flags.size(); ++i) {
    EXPECT_GE(flags[i - 1].divergence.weight *
                  flags[i - 1].divergence.confidence,
              flags[i].divergence.weight * flags[i].divergence.confidence);
  }
}

TEST(CaseFlagsTest, MostInformativeIsByDoubt) {
  CaseFile file = FerryCase();
  FlagQuery query;
  query.order = FlagOrder::kMostInformative;
  const std::vector<CaseFlag> flags = List(&file, query);
  for (std::size_t i = 1; i < flags.size(); ++i) {
    EXPECT_LE(std::abs(flags[i - 1].divergence.confidence - 0.5),
              std::abs(flags[i].divergence.confidence - 0.5));
  }
}

TEST(CaseFlagsTest, TextOrderFollowsTheLeftArticleTitleFirst) {
  CaseFile file = FerryCase();
  FlagQuery query;
  query.order = FlagOrder::kTextOrder;
  Span last{Field::kTitle, 0, 0};
  for (const CaseFlag& flag : List(&file, query)) {
    if (!flag.divergence.left) continue;
    const Span& span = flag.divergence.left->span;
    EXPECT_TRUE(last.field < span.field ||
                (last.field == span.field && last.begin <= span.begin));
    last = span;
  }
}

TEST(CaseFlagsTest, PagesJoinedAreTheWholeList) {
  CaseFile file = FerryCase();
  std::vector<std::int64_t> whole;
  for (const CaseFlag& flag : List(&file, {})) whole.push_back(flag.id);
  std::vector<std::int64_t> joined;
  for (std::size_t offset = 0; offset < 9; offset += 3) {
    FlagQuery query;
    query.offset = offset;
    query.limit = 3;
    EXPECT_EQ(ListFlags(&file, query)->total, 8u);
    for (const CaseFlag& flag : List(&file, query)) joined.push_back(flag.id);
  }
  EXPECT_EQ(joined, whole);
}

TEST(CaseFlagsTest, FiltersKeepWhatFitsAndNothingElse) {
  CaseFile file = FerryCase();
  FlagQuery kinds;
  kinds.kinds = {DivergenceKind::kOmission, DivergenceKind::kCertainty};
  for (const CaseFlag& flag : List(&file, kinds)) {
    EXPECT_TRUE(flag.divergence.kind == DivergenceKind::kOmission ||
                flag.divergence.kind == DivergenceKind::kCertainty);
  }
  EXPECT_FALSE(List(&file, kinds).empty());
  FlagQuery sure;
  sure.min_confidence = 0.7;
  sure.min_weight = 3;
  for (const CaseFlag& flag : List(&file, sure)) {
    EXPECT_GE(flag.divergence.confidence, 0.7);
    EXPECT_EQ(flag.divergence.weight, 3);
  }
  FlagQuery outlet;
  outlet.outlets = {"Quillhaven Wire"};
  EXPECT_EQ(List(&file, outlet).size(), 8u);
  outlet.outlets = {"Nobody"};
  EXPECT_TRUE(List(&file, outlet).empty());
  FlagQuery pair;
  pair.pair = 2;
  EXPECT_TRUE(List(&file, pair).empty());
}

TEST(CaseFlagsTest, TextIsFoundWithoutRegardToCaseAndQuotes) {
  CaseFile file = FerryCase();
  FlagQuery query;
  query.text = "MAY HAVE LOST";
  EXPECT_EQ(List(&file, query).size(), 1u);
  query.text = "hedges (\"may\")";  // the explanation has curly ones
  EXPECT_EQ(List(&file, query).size(), 1u);
  query.text = "%";  // no pattern
  EXPECT_TRUE(List(&file, query).empty());
}

TEST(CaseFlagsTest, VerdictsFilterByReviewerOrAnyone) {
  CaseFile file = FerryCase();
  Decision confirmed;
  confirmed.flag = 1;
  Decision unsure;
  unsure.flag = 2;
  unsure.verdict = Verdict::kUnsure;
  ASSERT_TRUE(AddVerdicts("Ines", kTestTime, {confirmed, unsure}, &file).ok());
  const auto count = [&](DecidedAs decided, const std::string& reviewer) {
    FlagQuery query;
    query.decided = decided;
    query.reviewer = reviewer;
    return List(&file, query).size();
  };
  EXPECT_EQ(count(DecidedAs::kDecided, ""), 2u);
  EXPECT_EQ(count(DecidedAs::kUndecided, ""), 6u);
  EXPECT_EQ(count(DecidedAs::kConfirmed, "Ines"), 1u);
  EXPECT_EQ(count(DecidedAs::kUnsure, ""), 1u);
  EXPECT_EQ(count(DecidedAs::kDismissed, ""), 0u);
  EXPECT_EQ(count(DecidedAs::kUndecided, "Odile"), 8u);
  // What was decided anew counts as the last decision says.
  confirmed.flag = 2;
  ASSERT_TRUE(AddVerdicts("Ines", kTestTime, {confirmed}, &file).ok());
  EXPECT_EQ(count(DecidedAs::kUnsure, ""), 0u);
  EXPECT_EQ(count(DecidedAs::kConfirmed, ""), 2u);
  ASSERT_TRUE(
      UndoBatch("Ines", kTestTime, **LastBatch(&file, "Ines"), &file).ok());
  EXPECT_EQ(count(DecidedAs::kUnsure, ""), 1u);
}

TEST(CaseFlagsTest, AReviewersFlagIsListedAndConfirmedByItsAuthor) {
  CaseFile file = FerryCase();
  const auto id = AddReviewerFlag("Ines", kTestTime,
                                  FlagOnLeft("Residents lined"), &file);
  ASSERT_TRUE(id.ok()) << id.status();
  const CaseFlag flag = *ReadFlag(&file, *id);
  EXPECT_EQ(flag.state, FlagState::kCurrent);
  ASSERT_TRUE(flag.added_by.has_value());
  EXPECT_EQ(flag.added_by->reviewer, "Ines");
  EXPECT_EQ(flag.added_by->note, "who was it?");
  EXPECT_EQ(flag.divergence.kind, DivergenceKind::kAgency);
  ASSERT_TRUE(flag.divergence.left.has_value());
  EXPECT_EQ(flag.divergence.left->quote, "Residents lined");
  EXPECT_FALSE(flag.divergence.right.has_value());
  ASSERT_EQ(flag.verdicts.size(), 1u);
  EXPECT_EQ(flag.verdicts[0].verdict, Verdict::kConfirmed);
  EXPECT_EQ(ListFlags(&file, {})->total, 9u);
}

TEST(CaseFlagsTest, UndoingItsVerdictWithdrawsAReviewersFlag) {
  CaseFile file = FerryCase();
  const std::int64_t id = *AddReviewerFlag(
      "Ines", kTestTime, FlagOnLeft("Residents lined"), &file);
  ASSERT_TRUE(
      UndoBatch("Ines", kTestTime, **LastBatch(&file, "Ines"), &file).ok());
  EXPECT_EQ(ReadFlag(&file, id)->state, FlagState::kWithdrawn);
  EXPECT_EQ(ListFlags(&file, {})->total, 8u);
}

TEST(CaseFlagsTest, TwoReviewersMayFlagTheSamePassage) {
  CaseFile file = FerryCase();
  const NewFlag flag = FlagOnLeft("Residents lined");
  const auto first = AddReviewerFlag("Ines", kTestTime, flag, &file);
  const auto second = AddReviewerFlag("Odile", kTestTime, flag, &file);
  ASSERT_TRUE(second.ok()) << second.status();
  EXPECT_NE(*first, *second);
}

TEST(CaseFlagsTest, ANewRunLeavesReviewersFlagsCurrent) {
  CaseFile file = FerryCase();
  const std::int64_t id = *AddReviewerFlag(
      "Ines", kTestTime, FlagOnLeft("Residents lined"), &file);
  Comparison newer = FerryComparison();
  newer.divergences.clear();
  EXPECT_EQ(AddTo(&file, newer).superseded, 8);
  EXPECT_EQ(ReadFlag(&file, id)->state, FlagState::kCurrent);
}

TEST(CaseFlagsTest, PassagesOutsideTheArticleAreRefused) {
  CaseFile file = FerryCase();
  const std::string before = DumpCase(&file);
  NewFlag flag;
  flag.comparison = 1;
  const auto refused = [&](const NewFlag& bad) {
    const absl::Status status =
        AddReviewerFlag("Ines", kTestTime, bad, &file).status();
    EXPECT_FALSE(status.ok());
    return std::string(status.message());
  };
  EXPECT_NE(refused(flag).find("passage"), std::string::npos);
  for (const Span& span :
       {Span{Field::kText, 5, 5}, Span{Field::kText, 9, 5},
        Span{Field::kText, 0, 1u << 30}}) {
    flag.left = span;
    EXPECT_NE(refused(flag).find("span"), std::string::npos);
  }
  const std::string text = FerryComparison().left.text;
  flag.left = Span{Field::kText, text.find("“") + 1, text.find("“") + 6};
  EXPECT_NE(refused(flag).find("cuts a character"), std::string::npos);
  flag = FlagOnLeft("Residents lined");
  flag.comparison = 99;
  EXPECT_NE(refused(flag).find("99"), std::string::npos);
  flag = FlagOnLeft("Residents lined");
  flag.weight = 9;
  EXPECT_NE(refused(flag).find("weight 9"), std::string::npos);
  EXPECT_EQ(DumpCase(&file), before);
}

}  // namespace
}  // namespace rashomon
