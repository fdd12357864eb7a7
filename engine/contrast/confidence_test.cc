#include "engine/contrast/confidence.h"

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

Finding FindingOf(DivergenceKind kind, std::string rule) {
  Finding finding;
  finding.divergence.kind = kind;
  finding.divergence.rule = std::move(rule);
  finding.divergence.left = Evidence{{}, "one two three", 0};
  finding.features = {{"aligned", 0.7}, {"lead", 1}, {"no_such_feature", 5},
                      {"similarity", 0.25}};
  return finding;
}

TEST(ConfidenceTest, FeaturesCarryTheNameOfTheirKind) {
  std::vector<std::string> names;
  for (const FeatureValue& f :
       ConfidenceFeatures(FindingOf(DivergenceKind::kCause, "cause.other"))) {
    names.push_back(f.name);
  }
  EXPECT_EQ(names, (std::vector<std::string>{
                       "cause", "rule cause.other", "fewer_words", "more_words",
                       "cause.aligned", "cause.lead", "cause.no_such_feature",
                       "cause.similarity"}));
}

// By places that were looked up before, and by the features' whole names.
TEST(ConfidenceTest, IsTheProbabilityOfTheFeatures) {
  const auto model = ConfidenceModel::Shipped();
  ASSERT_TRUE(model.ok());
  for (const DivergenceKind kind : kAllDivergenceKinds) {
    for (const std::string rule : {"certainty.alleged", "no such rule"}) {
      const Finding finding = FindingOf(kind, rule);
      const double p =
          model->model().Probability(ConfidenceFeatures(finding));
      EXPECT_EQ(model->Confidence(finding), std::round(p * 1e4) / 1e4)
          << Name(kind);
    }
  }
}

}  // namespace
}  // namespace rashomon
