#include "tools/review/agreement/measured.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace rashomon {
namespace {

VerdictRow Row(std::string reviewer, Verdict verdict) {
  VerdictRow row;
  row.reviewer = std::move(reviewer);
  row.verdict = verdict;
  return row;
}

CaseFlag Flag(std::int64_t id, DivergenceKind kind,
              std::vector<VerdictRow> verdicts) {
  CaseFlag flag;
  flag.id = id;
  flag.divergence.kind = kind;
  flag.verdicts = std::move(verdicts);
  return flag;
}

constexpr DivergenceKind kLabel = DivergenceKind::kLabel;
constexpr DivergenceKind kCause = DivergenceKind::kCause;

TEST(MeasureTest, PrecisionCountsWhatIsDecidedAndNamesTheRest) {
  std::vector<CaseFlag> flags = {
      Flag(1, kLabel, {Row("a", Verdict::kConfirmed)}),
      Flag(2, kLabel, {Row("a", Verdict::kConfirmed)}),
      Flag(3, kLabel, {Row("a", Verdict::kDismissed)}),
      Flag(4, kLabel, {Row("a", Verdict::kUnsure)}),
      Flag(5, kCause,
           {Row("a", Verdict::kConfirmed), Row("b", Verdict::kDismissed)}),
      Flag(6, kCause, {})};
  flags[1].verdicts[0].changed_kind = kCause;
  const MeasuredCase m = Measure(flags);
  ASSERT_EQ(m.precision.size(), 3u);  // all, label, cause
  const KindPrecision& all = m.precision[0];
  EXPECT_FALSE(all.kind.has_value());
  EXPECT_EQ(all.flags, 6);
  EXPECT_EQ(all.confirmed, 2);
  EXPECT_EQ(all.changed_kind, 1);
  EXPECT_EQ(all.dismissed, 1);
  EXPECT_EQ(all.unsure, 1);
  EXPECT_EQ(all.disputed, 1);
  EXPECT_EQ(all.undecided, 1);
  EXPECT_DOUBLE_EQ(*all.precision, 2.0 / 3);
  EXPECT_EQ(all.interval.low, WilsonInterval(2, 3).low);
  EXPECT_EQ(m.precision[1].kind, kLabel);
  EXPECT_FALSE(m.precision[2].precision.has_value());
}

TEST(MeasureTest, FlagsOfReviewersAndSupersededOnesAreNoPrecision) {
  CaseFlag added = Flag(1, kLabel, {Row("a", Verdict::kConfirmed)});
  added.added_by = AddedBy{"a", "", ""};
  CaseFlag superseded = Flag(2, kLabel, {Row("a", Verdict::kConfirmed)});
  superseded.state = FlagState::kSuperseded;
  const MeasuredCase m = Measure({added, superseded});
  EXPECT_EQ(m.precision[0].flags, 0);
  EXPECT_EQ(m.reviewers[0].added, 1);
  EXPECT_EQ(m.reviewers[0].decided, 2);
}

TEST(MeasureTest, ASettlementDecides) {
  CaseFlag flag =
      Flag(1, kLabel,
           {Row("a", Verdict::kConfirmed), Row("b", Verdict::kDismissed)});
  Settlement settled;
  settled.verdict = Verdict::kDismissed;
  flag.settled = settled;
  const MeasuredCase m = Measure({flag});
  EXPECT_EQ(m.precision[0].dismissed, 1);
  EXPECT_EQ(m.precision[0].disputed, 0);
  EXPECT_EQ(m.disagreements, std::vector<std::int64_t>{1});
}

TEST(MeasureTest, AgreementIsOverWhatBothDecided) {
  std::vector<CaseFlag> flags;
  for (std::int64_t i = 0; i < 10; ++i) {
    const Verdict verdict = i < 5 ? Verdict::kConfirmed : Verdict::kDismissed;
    flags.push_back(Flag(i, i < 4 ? kLabel : kCause,
                         {Row("a", verdict), Row("b", verdict)}));
  }
  flags.push_back(Flag(10, kLabel, {Row("a", Verdict::kUnsure)}));
  flags.push_back(Flag(
      11, kCause, {Row("a", Verdict::kConfirmed), Row("b", Verdict::kUnsure)}));
  const MeasuredCase m = Measure(flags);
  ASSERT_EQ(m.agreement[0].pairs.size(), 1u);
  const ReviewerPair& pair = m.agreement[0].pairs[0];
  EXPECT_EQ(pair.first, "a");
  EXPECT_EQ(pair.second, "b");
  EXPECT_EQ(pair.kappa->items, 11);
  EXPECT_NEAR(pair.kappa->observed, 10.0 / 11, 1e-12);
  EXPECT_EQ(m.agreement[0].alpha->items, 11);
  // All four labels were confirmed by both: nothing to tell from chance.
  EXPECT_EQ(m.agreement[1].kind, kLabel);
  EXPECT_FALSE(m.agreement[1].alpha.has_value());
  EXPECT_EQ(m.disagreements, std::vector<std::int64_t>{11});
}

TEST(MeasureTest, NoFlagsAreNoFigures) {
  const MeasuredCase m = Measure({});
  EXPECT_FALSE(m.precision[0].precision.has_value());
  EXPECT_FALSE(m.agreement[0].alpha.has_value());
  EXPECT_TRUE(m.reviewers.empty());
}

}  // namespace
}  // namespace rashomon
