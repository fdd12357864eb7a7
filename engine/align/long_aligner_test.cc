#include "engine/align/long_aligner.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace rashomon {
namespace {

constexpr int kDimensions = 64;

Eigen::RowVectorXf RandomRow(std::mt19937* random) {
  std::normal_distribution<float> normal;
  Eigen::RowVectorXf row(kDimensions);
  for (float& value : row) value = normal(*random);
  return row.normalized();
}

RowMatrix MatrixOf(const std::vector<Eigen::RowVectorXf>& rows) {
  RowMatrix matrix(static_cast<Eigen::Index>(rows.size()), kDimensions);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    matrix.row(static_cast<Eigen::Index>(i)) = rows[i];
  }
  NormalizeRows(&matrix);
  return matrix;
}

// Two tellings of one text, with the steps that made them.
struct Tellings {
  RowMatrix left;
  RowMatrix right;
  std::vector<std::tuple<int, int, int, int>> steps;  // as LongStep
};

// Sentence after sentence: told by both (the right one with `noise`), left out
// by a side, or told in two sentences by one. Now and then a stretch of `gap`
// sentences stands on one side alone.
Tellings MakeTellings(int sentences, float noise, int gap, std::uint32_t seed) {
  std::mt19937 random(seed);
  std::vector<Eigen::RowVectorXf> left, right;
  Tellings made;
  const auto add = [&](int l, int r) {
    made.steps.emplace_back(static_cast<int>(left.size()), l,
                            static_cast<int>(right.size()), r);
    Eigen::RowVectorXf whole = Eigen::RowVectorXf::Zero(kDimensions);
    std::vector<Eigen::RowVectorXf> parts;
    for (int k = 0; k < std::max(l, r); ++k) {
      parts.push_back(RandomRow(&random));
      whole += parts.back();
    }
    const auto tell = [&](int count, std::vector<Eigen::RowVectorXf>* side) {
      for (int k = 0; k < count; ++k) {
        const Eigen::RowVectorXf& text =
            count == 1 ? whole : parts[static_cast<std::size_t>(k)];
        side->push_back(text.normalized() + noise * RandomRow(&random));
      }
    };
    tell(l, &left);
    tell(r, &right);
  };
  for (int s = 0; s < sentences; ++s) {
    switch (random() % 20) {
      case 0:
        add(1, 0);
        break;
      case 1:
        add(0, 1);
        break;
      case 2:
        add(2, 1);
        break;
      case 3:
        add(1, 2);
        break;
      default:
        add(1, 1);
    }
    if (gap > 0 && s % (10 * gap) == 5 * gap) {
      const bool on_left = random() % 2 == 0;
      for (int k = 0; k < gap; ++k) add(on_left, !on_left);
    }
  }
  made.left = MatrixOf(left);
  made.right = MatrixOf(right);
  return made;
}

// The share of the steps that pair sentences which were found as they are.
double Recall(const Tellings& made, const std::vector<LongStep>& found) {
  std::set<std::tuple<int, int, int, int>> steps;
  for (const LongStep& s : found) {
    steps.emplace(s.left, s.left_count, s.right, s.right_count);
  }
  int hit = 0, all = 0;
  for (const auto& step : made.steps) {
    if (std::get<1>(step) == 0 || std::get<3>(step) == 0) continue;
    ++all;
    hit += steps.contains(step);
  }
  return static_cast<double>(hit) / all;
}

void ExpectCover(const std::vector<LongStep>& steps, Eigen::Index n,
                 Eigen::Index m) {
  int i = 0, j = 0;
  for (const LongStep& step : steps) {
    EXPECT_GT(step.left_count + step.right_count, 0);
    EXPECT_EQ(step.left, step.left_count > 0 ? i : step.left);
    EXPECT_EQ(step.right, step.right_count > 0 ? j : step.right);
    EXPECT_GE(step.similarity, -1);
    EXPECT_LE(step.similarity, 1);
    i += step.left_count;
    j += step.right_count;
  }
  EXPECT_EQ(i, n);
  EXPECT_EQ(j, m);
}

bool Same(const std::vector<LongStep>& a, const std::vector<LongStep>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const LongStep& x, const LongStep& y) {
                      return x.left == y.left && x.right == y.right &&
                             x.left_count == y.left_count &&
                             x.right_count == y.right_count;
                    });
}

TEST(AlignLong, CoarseToFineEqualsAllPairs) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const Tellings made = MakeTellings(150, 0.8f, 0, seed);
    const auto all_pairs = AlignLong(made.left, made.right);
    EXPECT_TRUE(
        Same(AlignLong(made.left, made.right, {.full_pairs = 100}), all_pairs))
        << "seed " << seed;
    // As wide as the text: all pairs again, by another way.
    EXPECT_TRUE(Same(AlignLong(made.left, made.right,
                               {.radius = 1 << 30, .full_pairs = 100}),
                     all_pairs))
        << "seed " << seed;
  }
}

TEST(AlignLong, FindsInsertionsDeletionsAndMerges) {
  const Tellings made = MakeTellings(3'000, 0.6f, 0, 1);
  const auto steps = AlignLong(made.left, made.right);
  ExpectCover(steps, made.left.rows(), made.right.rows());
  EXPECT_GT(Recall(made, steps), 0.98);
}

TEST(AlignLong, FindsTheWayAfterLongStretchesOfOneSide) {
  const Tellings made = MakeTellings(4'000, 0.6f, 100, 2);
  const auto steps = AlignLong(made.left, made.right);
  ExpectCover(steps, made.left.rows(), made.right.rows());
  EXPECT_GT(Recall(made, steps), 0.97);
}

TEST(AlignLong, TheSidesMayBeExchanged) {
  const Tellings made = MakeTellings(1'000, 0.6f, 0, 3);
  const auto there = AlignLong(made.left, made.right);
  auto back = AlignLong(made.right, made.left);
  std::set<std::tuple<int, int, int, int>> pairs;
  for (const LongStep& s : there) {
    if (s.left_count > 0 && s.right_count > 0) {
      pairs.emplace(s.left, s.left_count, s.right, s.right_count);
    }
  }
  std::size_t same = 0;
  for (const LongStep& s : back) {
    same += pairs.contains({s.right, s.right_count, s.left, s.left_count});
  }
  EXPECT_EQ(same, pairs.size());
}

TEST(AlignLong, OneSentenceBesideItself) {
  const RowMatrix one = MakeTellings(1, 0, 0, 1).left;
  const auto steps = AlignLong(one, one);
  ASSERT_EQ(steps.size(), 1u);
  EXPECT_EQ(steps[0].left_count, 1);
  EXPECT_EQ(steps[0].right_count, 1);
  EXPECT_NEAR(steps[0].similarity, 1, 1e-5);
}

TEST(AlignLong, EmptySidesLeaveAllAlone) {
  const RowMatrix some = MakeTellings(5, 0, 0, 1).left;
  const RowMatrix none(0, kDimensions);
  ExpectCover(AlignLong(some, none), some.rows(), 0);
  ExpectCover(AlignLong(none, some), 0, some.rows());
  EXPECT_TRUE(AlignLong(none, none).empty());
  EXPECT_TRUE(AlignLong(RowMatrix(), RowMatrix()).empty());
}

TEST(AlignLong, SidesThatDifferInDimensionsHaveNothingInCommon) {
  const RowMatrix some = MakeTellings(5, 0, 0, 1).left;
  const RowMatrix other = RowMatrix::Ones(3, kDimensions + 1);
  for (const LongStep& step : AlignLong(some, other)) {
    EXPECT_EQ(step.left_count + step.right_count, 1);
  }
}

TEST(AlignLong, EqualVectorsAreBoundedAndPaired) {
  RowMatrix same = RowMatrix::Ones(5'000, kDimensions);
  NormalizeRows(&same);
  const auto steps = AlignLong(same, same);
  ExpectCover(steps, 5'000, 5'000);
  EXPECT_EQ(steps.size(), 5'000u);
}

TEST(AlignLong, ZerosPairWithNothing) {
  const RowMatrix zeros = RowMatrix::Zero(5'000, kDimensions);
  const auto steps = AlignLong(zeros, zeros);
  ExpectCover(steps, 5'000, 5'000);
  EXPECT_EQ(steps.size(), 10'000u);
}

TEST(AlignLong, RowsThatAreNotFiniteStandAlone) {
  Tellings made = MakeTellings(2'000, 0.5f, 0, 5);
  made.left.row(700).setConstant(std::numeric_limits<float>::quiet_NaN());
  made.right.row(900).setConstant(std::numeric_limits<float>::infinity());
  const auto steps = AlignLong(made.left, made.right);
  ExpectCover(steps, made.left.rows(), made.right.rows());
  EXPECT_GT(Recall(made, steps), 0.97);
  for (const LongStep& step : steps) {
    if (step.left == 700 && step.left_count == 1) {
      EXPECT_EQ(step.right_count, 0);
    }
  }
}

TEST(AlignLong, ReversedTextsAndUnequalLengthsAreBounded) {
  const Tellings made = MakeTellings(4'000, 0.5f, 0, 6);
  const RowMatrix reversed = made.right.colwise().reverse();
  ExpectCover(AlignLong(made.left, reversed), made.left.rows(),
              made.right.rows());
  for (const int few : {1, 2, 3, 50}) {
    ExpectCover(AlignLong(made.left, made.right.topRows(few)), made.left.rows(),
                few);
    ExpectCover(AlignLong(made.left.topRows(few), made.right), few,
                made.right.rows());
  }
}

}  // namespace
}  // namespace rashomon
