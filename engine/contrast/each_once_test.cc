#include "engine/contrast/each_once.h"

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

// One of a few, so that many are alike and some are equal.
Finding RandomFinding(std::mt19937* random) {
  const auto below = [random](unsigned n) { return (*random)() % n; };
  Finding finding;
  Divergence& d = finding.divergence;
  d.kind = below(2) == 0 ? DivergenceKind::kLabel : DivergenceKind::kCause;
  d.left = Evidence{{Field::kText, below(2), 9}, "left", 0};
  if (below(2) == 0) {
    d.right = Evidence{{Field::kText, 3, 7 + below(2)}, "right", 1};
  }
  d.explanation = below(3) == 0 ? "one" : "other";
  if (below(4) == 0) d.triggers = {"word"};
  finding.features = {{"aligned", below(2) == 0 ? 0.5 : 0.25}};
  return finding;
}

TEST(EachOnceTest, KeepsTheFirstOfEqualOnes) {
  std::mt19937 random(5);
  std::vector<Finding> findings, expected;
  for (int i = 0; i < 400; ++i) findings.push_back(RandomFinding(&random));
  for (const Finding& f : findings) {
    if (std::find(expected.begin(), expected.end(), f) == expected.end()) {
      expected.push_back(f);
    }
  }
  EXPECT_LT(expected.size(), findings.size());
  EXPECT_EQ(EachOnce(findings), expected);
}

TEST(EachOnceTest, NoneOfNone) { EXPECT_TRUE(EachOnce({}).empty()); }

}  // namespace
}  // namespace rashomon
