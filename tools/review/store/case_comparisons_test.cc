#include "tools/review/store/case_comparisons.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tools/report/comparison_json.h"
#include "tools/report/fixture.h"
#include "tools/report/json_values.h"
#include "tools/review/store/case_articles.h"
#include "tools/review/store/case_flags.h"
#include "tools/review/store/case_verdicts.h"
#include "tools/review/store/sha256.h"
#include "tools/review/store/test_case.h"

namespace rashomon {
namespace {

FlagPage AllFlags(CaseFile* file) {
  FlagQuery query;
  query.states.clear();
  return *ListFlags(file, query);
}

CaseFlag FlagWith(CaseFile* file, const std::string& fingerprint) {
  const FlagPage page = AllFlags(file);
  for (const CaseFlag& flag : page.flags) {
    if (flag.divergence.fingerprint == fingerprint) return flag;
  }
  ADD_FAILURE() << "no flag " << fingerprint;
  return {};
}

void Confirm(CaseFile* file, std::int64_t flag) {
  Decision decision;
  decision.flag = flag;
  ASSERT_TRUE(AddVerdicts("Ines", kTestTime, {decision}, file).ok());
}

TEST(CaseComparisonsTest, AddingTheSameTwiceChangesNothing) {
  CaseFile file = EmptyCase();
  const AddedComparison first = AddTo(&file, FerryComparison());
  EXPECT_TRUE(first.changed);
  EXPECT_EQ(first.new_flags, 8);
  const std::string before = DumpCase(&file);
  const AddedComparison second = AddTo(&file, FerryComparison());
  EXPECT_FALSE(second.changed);
  EXPECT_EQ(second.new_flags, 0);
  EXPECT_EQ(second.kept_flags, 8);
  EXPECT_EQ(second.comparison, first.comparison);
  EXPECT_EQ(DumpCase(&file), before);
}

TEST(CaseComparisonsTest, TheSameFileUnderAnotherNameChangesNothing) {
  CaseFile file = FerryCase();
  const std::string before = DumpCase(&file);
  Comparison moved = FerryComparison();
  moved.left.provenance.source = "elsewhere/copy.html";
  moved.right.provenance.line = 99;
  EXPECT_FALSE(AddTo(&file, moved).changed);
  EXPECT_EQ(DumpCase(&file), before);
}

TEST(CaseComparisonsTest, ReadsBackWhatTheComparisonSays) {
  CaseFile file = EmptyCase();
  const Comparison ferry = FerryComparison();
  const std::int64_t id = AddTo(&file, ferry).comparison;
  const CaseComparison kept = *ReadCaseComparison(&file, id);
  Comparison back;
  const CaseArticle left = *ReadCaseArticle(&file, kept.left);
  const CaseArticle right = *ReadCaseArticle(&file, kept.right);
  back.left = left.article;
  back.right = right.article;
  back.left_annotation.sentences = left.sentences;
  back.right_annotation.sentences = right.sentences;
  back.same_event = {kept.same_event, kept.same_event_confidence, {}};
  back.alignment = kept.alignment;
  back.notes = kept.notes;
  back.versions = kept.versions;
  const FlagPage page = AllFlags(&file);
  for (const CaseFlag& flag : page.flags) {
    back.divergences.push_back(flag.divergence);
  }
  const OrderedJson expected = OrderedJson::parse(ComparisonToJson(ferry));
  OrderedJson got = OrderedJson::parse(ComparisonToJson(back));
  // The fixture's flags are not in rank order; the list is.
  EXPECT_EQ(got["divergences"].size(), expected["divergences"].size());
  for (const OrderedJson& flag : expected["divergences"]) {
    EXPECT_NE(std::find(got["divergences"].begin(), got["divergences"].end(),
                        flag),
              got["divergences"].end())
        << flag.dump(1);
  }
  got["divergences"] = expected["divergences"];
  EXPECT_EQ(got.dump(1), expected.dump(1));
}

TEST(CaseComparisonsTest, KeepsTheBytesOfTheSource) {
  CaseFile file = EmptyCase();
  const Comparison ferry = FerryComparison();
  const std::string page(100000, 'x');
  NewComparison added;
  added.comparison = &ferry;
  added.left_source = page;
  added.right_source = std::string_view("\xff\0b", 3);
  added.time = kTestTime;
  ASSERT_TRUE(AddComparison(added, &file).ok());
  const CaseArticle left = *ReadCaseArticle(&file, 1);
  EXPECT_EQ(left.source_sha256, Sha256Hex(page));
  EXPECT_EQ(left.source_bytes, page.size());
  EXPECT_EQ(*ReadSource(&file, left.source_sha256), page);
  EXPECT_EQ(*ReadSource(&file, ReadCaseArticle(&file, 2)->source_sha256),
            std::string("\xff\0b", 3));
}

TEST(CaseComparisonsTest, ANewerEngineKeepsVerdictsByFingerprint) {
  CaseFile file = FerryCase();
  Comparison newer = FerryComparison();
  newer.versions["program"] = "9.9.9";
  newer.divergences[0].confidence = 0.5;  // the same point, weighed anew
  const CaseFlag before =
      FlagWith(&file, newer.divergences[0].fingerprint);
  Confirm(&file, before.id);
  const AddedComparison added = AddTo(&file, newer);
  EXPECT_TRUE(added.changed);
  EXPECT_EQ(added.kept_flags, 8);
  EXPECT_EQ(added.new_flags, 0);
  EXPECT_EQ(added.superseded, 0);
  const CaseFlag after = FlagWith(&file, newer.divergences[0].fingerprint);
  EXPECT_EQ(after.id, before.id);
  EXPECT_EQ(after.divergence.confidence, 0.5);
  ASSERT_EQ(after.verdicts.size(), 1u);
  EXPECT_EQ(after.verdicts[0].reviewer, "Ines");
}

TEST(CaseComparisonsTest, AKnownAnchorWithANewFingerprintReopensTheFlag) {
  CaseFile file = FerryCase();
  Comparison newer = FerryComparison();
  const std::string old_fingerprint = newer.divergences[1].fingerprint;
  const CaseFlag before = FlagWith(&file, old_fingerprint);
  Confirm(&file, before.id);
  newer.divergences[1].fingerprint = "new";
  const AddedComparison added = AddTo(&file, newer);
  EXPECT_EQ(added.new_flags, 1);
  EXPECT_EQ(added.superseded, 1);
  ASSERT_EQ(added.reopened.size(), 1u);
  const CaseFlag reopened = *ReadFlag(&file, added.reopened[0]);
  EXPECT_EQ(reopened.state, FlagState::kCurrent);
  EXPECT_EQ(reopened.reopens, before.id);
  EXPECT_TRUE(reopened.verdicts.empty());
  const CaseFlag old = *ReadFlag(&file, reopened.reopens);
  EXPECT_EQ(old.state, FlagState::kSuperseded);
  EXPECT_EQ(old.verdicts.size(), 1u);
  ASSERT_TRUE(old.divergence.left.has_value());
  EXPECT_EQ(old.divergence.left->quote, before.divergence.left->quote);
}

TEST(CaseComparisonsTest, AnAnchorWhoseFlagIsStillGivenReopensNothing) {
  CaseFile file = FerryCase();
  Comparison newer = FerryComparison();
  Divergence another = newer.divergences[1];
  another.fingerprint = "another";
  newer.divergences.push_back(another);
  const AddedComparison added = AddTo(&file, newer);
  EXPECT_EQ(added.new_flags, 1);
  EXPECT_TRUE(added.reopened.empty());
}

TEST(CaseComparisonsTest, AKnownFingerprintMayComeWithANewAnchor) {
  CaseFile file = FerryCase();
  Comparison newer = FerryComparison();
  newer.divergences[0].anchor = "elsewhere";
  const AddedComparison added = AddTo(&file, newer);
  EXPECT_EQ(added.kept_flags, 8);
  EXPECT_TRUE(added.reopened.empty());
  EXPECT_EQ(FlagWith(&file, newer.divergences[0].fingerprint)
                .divergence.anchor,
            "elsewhere");
  EXPECT_FALSE(AddTo(&file, newer).changed);
}

TEST(CaseComparisonsTest, AFlagNoLongerGivenStaysSuperseded) {
  CaseFile file = FerryCase();
  Comparison newer = FerryComparison();
  const CaseFlag before =
      FlagWith(&file, newer.divergences.back().fingerprint);
  Confirm(&file, before.id);
  newer.divergences.pop_back();
  EXPECT_EQ(AddTo(&file, newer).superseded, 1);
  const CaseFlag after = *ReadFlag(&file, before.id);
  EXPECT_EQ(after.state, FlagState::kSuperseded);
  EXPECT_EQ(after.verdicts.size(), 1u);
  EXPECT_EQ(ListFlags(&file, {})->total, 7u);
  // The older engine gives it again: the same flag, with its verdict.
  EXPECT_EQ(AddTo(&file, FerryComparison()).new_flags, 0);
  EXPECT_EQ(ReadFlag(&file, before.id)->state, FlagState::kCurrent);
}

TEST(CaseComparisonsTest, FlagsThatShareAFingerprintStayApart) {
  CaseFile file = EmptyCase();
  Comparison doubled = FerryComparison();
  doubled.divergences.push_back(doubled.divergences[0]);
  EXPECT_EQ(AddTo(&file, doubled).new_flags, 9);
  EXPECT_FALSE(AddTo(&file, doubled).changed);
}

TEST(CaseComparisonsTest, APairIsKnownTheOtherWayRound) {
  CaseFile file = EmptyCase();
  const Comparison ferry = FerryComparison();
  AddTo(&file, ferry);
  EXPECT_FALSE(*IsPairMirrored("source of ferry-left", "source of ferry-right",
                               &file));
  EXPECT_TRUE(*IsPairMirrored("source of ferry-right", "source of ferry-left",
                              &file));
  EXPECT_FALSE(*IsPairMirrored("a", "b", &file));
}

TEST(CaseComparisonsTest, AnotherReadingOfTheSameSourceIsARunOfThePair) {
  CaseFile file = FerryCase();
  Comparison renamed = FerryComparison();
  renamed.left.outlet = "Fenmark Evening Courier";
  const AddedComparison added = AddTo(&file, renamed);
  EXPECT_TRUE(added.changed);
  EXPECT_EQ(added.kept_flags, 8);
  const std::vector<CaseComparison> runs = *ListComparisons(&file, true);
  ASSERT_EQ(runs.size(), 2u);
  EXPECT_FALSE(runs[0].current);
  EXPECT_TRUE(runs[1].current);
  EXPECT_EQ(ReadCaseArticle(&file, runs[1].left)->article.outlet,
            "Fenmark Evening Courier");
  EXPECT_EQ(ReadCaseArticle(&file, runs[0].left)->article.outlet,
            "Fenmark Courier");
}

TEST(CaseComparisonsTest, TextThatIsNotUtf8IsRefusedAndNothingIsWritten) {
  CaseFile file = EmptyCase();
  const std::string before = DumpCase(&file);
  const Comparison hostile = HostileComparison();
  NewComparison added;
  added.comparison = &hostile;
  added.time = kTestTime;
  const auto result = AddComparison(added, &file);
  EXPECT_TRUE(absl::IsInvalidArgument(result.status())) << result.status();
  EXPECT_EQ(DumpCase(&file), before);
}

TEST(CaseComparisonsTest, WhatIsNotThereIsNamed) {
  CaseFile file = FerryCase();
  for (const absl::Status& status :
       {ReadCaseComparison(&file, 7).status(),
        ReadCaseArticle(&file, 7).status(), ReadFlag(&file, 77).status(),
        ReadSource(&file, "7").status()}) {
    EXPECT_TRUE(absl::IsNotFound(status)) << status;
    EXPECT_NE(status.message().find("7"), std::string::npos);
  }
}

}  // namespace
}  // namespace rashomon
