#include "tools/review/calibrate/decided_flags.h"

#include <gtest/gtest.h>

#include "tools/report/fixture.h"
#include "tools/review/store/case_verdicts.h"
#include "tools/review/store/test_case.h"

namespace rashomon {
namespace {

TEST(DecisionsOfTest, TakesWhatIsDecidedAndWeighedByTheModel) {
  CaseFile file = EmptyCase();
  Comparison ferry = FerryComparison();
  ferry.versions["confidence"] = "m1";
  AddTo(&file, ferry);
  Decision confirmed;
  confirmed.flag = 1;
  Decision as_another;
  as_another.flag = 2;
  as_another.changed_kind = DivergenceKind::kEmphasis;
  Decision dismissed;
  dismissed.flag = 3;
  dismissed.verdict = Verdict::kDismissed;
  dismissed.reason = DismissReason::kTrivial;
  Decision unsure;
  unsure.flag = 4;
  unsure.verdict = Verdict::kUnsure;
  ASSERT_TRUE(AddVerdicts("Ines", kTestTime,
                          {confirmed, as_another, dismissed, unsure}, &file)
                  .ok());
  const CaseDecisions d = *DecisionsOf(&file, "m1", 7);
  ASSERT_EQ(d.flags.size(), 3u);
  EXPECT_EQ(d.undecided, 5);
  EXPECT_EQ(d.pairs, 1);
  int right = 0;
  for (const DecidedFlag& flag : d.flags) {
    right += flag.right;
    EXPECT_EQ(flag.group, 7);
  }
  EXPECT_EQ(right, 1);
  EXPECT_TRUE(DecisionsOf(&file, "m2", 0)->flags.empty());
  EXPECT_EQ(DecisionsOf(&file, "m2", 0)->other_models, 3);
}

}  // namespace
}  // namespace rashomon
