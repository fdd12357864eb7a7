#include "engine/contrast/told_beside.h"

#include <optional>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::optional<Evidence> At(Field field, int sentence) {
  Evidence e;
  e.span.field = field;
  e.sentence = sentence;
  return e;
}

Finding Omission(Field field, int sentence) {
  Finding f;
  f.divergence.kind = DivergenceKind::kOmission;
  f.divergence.rule = "omission.fact";
  f.divergence.left = At(field, sentence);
  return f;
}

Finding Beside(const std::string& rule) {
  Finding f;
  f.divergence.kind = DivergenceKind::kQuotation;
  f.divergence.rule = rule;
  f.divergence.left = At(Field::kText, 3);
  f.divergence.right = At(Field::kText, 7);
  return f;
}

// "told_beside" of the last finding.
double ToldBeside(std::vector<Finding> found) {
  MarkToldBeside(&found);
  for (const FindingFeature& f : found.back().features) {
    if (f.name == "told_beside") return f.value;
  }
  ADD_FAILURE() << "no such feature";
  return -1;
}

TEST(ToldBesideTest, SentenceOfACutQuotationIsTold) {
  EXPECT_EQ(ToldBeside({Beside("quotation.cut"), Omission(Field::kText, 3)}),
            1);
}

TEST(ToldBesideTest, OtherSentencesAndTitlesAreNot) {
  EXPECT_EQ(ToldBeside({Beside("quotation.cut"), Omission(Field::kText, 7)}),
            0);
  EXPECT_EQ(ToldBeside({Beside("quotation.cut"), Omission(Field::kTitle, 3)}),
            0);
}

TEST(ToldBesideTest, RulesThatGuessSayNothing) {
  EXPECT_EQ(
      ToldBeside({Beside("quotation.paraphrase"), Omission(Field::kText, 3)}),
      0);
}

}  // namespace
}  // namespace rashomon
