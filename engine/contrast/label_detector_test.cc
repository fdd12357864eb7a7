#include "engine/contrast/label_detector.h"

#include "engine/contrast/test_reports.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

constexpr DivergenceKind kKind = DivergenceKind::kLabel;

TEST(LabelDetectorTest, OtherModifiers) {
  EXPECT_TRUE(HasRule(
      CandidatesOf(kKind,
                   {"Beck wrote the word on his trademark chalkboard in "
                    "Almerin."},
                   {"Beck wrote the word on his infamous chalkboard in "
                    "Almerin."}),
      "label.modifier"));
}

TEST(LabelDetectorTest, OtherHeads) {
  EXPECT_TRUE(HasRule(
      CandidatesOf(kKind,
                   {"The army surrounded the militants in the northern hills of "
                    "Velmora."},
                   {"The army surrounded the terrorists in the northern hills "
                    "of Velmora."}),
      "label.head"));
}

TEST(LabelDetectorTest, OneThingByItsPlace) {
  EXPECT_TRUE(HasRule(
      CandidatesOf(kKind,
                   {"Moscow called the provocation in Bucha a fake."},
                   {"Leaders condemned the massacre in Bucha."}),
      "label.anchor"));
}

TEST(LabelDetectorTest, TwoFormsOfAName) {
  const auto found = CandidatesOf(
      kKind, {"The envoy returned to Kiev."}, {"The envoy returned to Kyiv."});
  ASSERT_TRUE(HasRule(found, "label.name"));
}

TEST(LabelDetectorTest, TheSameNameIsNone) {
  EXPECT_TRUE(CandidatesOf(kKind, {"The envoy returned to Kyiv."},
                           {"To Kyiv the envoy returned."})
                  .empty());
}

}  // namespace
}  // namespace rashomon
