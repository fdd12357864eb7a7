#include "engine/align/banded_path.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace rashomon {
namespace {

constexpr float kMinGain = 0.2f;

RowMatrix RandomRows(int n, int d, std::mt19937* random) {
  std::normal_distribution<float> normal;
  RowMatrix rows(n, d);
  for (Eigen::Index i = 0; i < rows.size(); ++i) {
    rows.data()[i] = normal(*random);
  }
  NormalizeRows(&rows);
  return rows;
}

// Mean cosine of the sum of rows [l, l + ln) of `a` with the rows of `b`
// outside [r, r + rn).
double UsualOf(const Eigen::RowVectorXd& sum, const RowMatrix& b, int r,
               int rn) {
  double all = 0;
  int others = 0;
  for (int j = 0; j < b.rows(); ++j) {
    if (j >= r && j < r + rn) continue;
    all += sum.dot(b.row(j).cast<double>());
    ++others;
  }
  return others > 0 ? all / others : 0;
}

// The gain as banded_path.h says it, from the rows.
double GainByRule(const RowMatrix& left, const RowMatrix& right, int l, int ln,
                  int r, int rn) {
  if (ln == 0 || rn == 0) return 0;
  Eigen::RowVectorXd a = left.middleRows(l, ln).cast<double>().colwise().sum();
  Eigen::RowVectorXd b = right.middleRows(r, rn).cast<double>().colwise().sum();
  a /= a.norm();
  b /= b.norm();
  const double usual = (UsualOf(a, right, r, rn) + UsualOf(b, left, l, ln)) / 2;
  return 1 - kMinGain - (1 - a.dot(b)) / (1 - std::min(usual, 0.99));
}

double GainOfPath(const RowMatrix& left, const RowMatrix& right,
                  const std::vector<PathStep>& path) {
  double gain = 0;
  int i = 0, j = 0;
  for (const PathStep& step : path) {
    gain += GainByRule(left, right, i, step.left, j, step.right);
    i += step.left;
    j += step.right;
  }
  EXPECT_EQ(i, left.rows());
  EXPECT_EQ(j, right.rows());
  return gain;
}

// The obvious way: all nodes, all steps, every gain from the rows.
double BestGain(const RowMatrix& left, const RowMatrix& right) {
  const int n = static_cast<int>(left.rows());
  const int m = static_cast<int>(right.rows());
  constexpr PathStep kAll[] = {{1, 1}, {1, 2}, {2, 1}, {1, 0}, {0, 1}};
  Eigen::MatrixXd best = Eigen::MatrixXd::Constant(
      n + 1, m + 1, -std::numeric_limits<double>::infinity());
  best(0, 0) = 0;
  for (int i = 0; i <= n; ++i) {
    for (int j = 0; j <= m; ++j) {
      for (const PathStep& s : kAll) {
        if (i < s.left || j < s.right) continue;
        best(i, j) =
            std::max(best(i, j), best(i - s.left, j - s.right) +
                                     GainByRule(left, right, i - s.left, s.left,
                                                j - s.right, s.right));
      }
    }
  }
  return best(n, m);
}

std::vector<PathStep> PathOf(const RowMatrix& left, const RowMatrix& right,
                             const Band& band) {
  return BestPath(SideOf(left, right), SideOf(right, left), band, kMinGain);
}

TEST(BestPath, HasTheGainOfTheObviousWay) {
  std::mt19937 random(1);
  for (int round = 0; round < 200; ++round) {
    const int n = 1 + static_cast<int>(random() % 12);
    const int m = 1 + static_cast<int>(random() % 12);
    // Few dimensions: many chance likenesses, so that every step occurs.
    const int d = 2 + static_cast<int>(random() % 6);
    const RowMatrix left = RandomRows(n, d, &random);
    const RowMatrix right = RandomRows(m, d, &random);
    EXPECT_NEAR(GainOfPath(left, right, PathOf(left, right, FullBand(n, m))),
                BestGain(left, right), 1e-4)
        << "round " << round;
  }
}

TEST(BestPath, StaysInTheBand) {
  std::mt19937 random(2);
  const RowMatrix rows = RandomRows(40, 8, &random);
  Band band;
  for (int i = 0; i <= 40; ++i) {
    band.first.push_back(std::max(i - 5, 0));
    band.last.push_back(std::min(i + 1, 40));
  }
  int i = 0, j = 0;
  for (const PathStep& step : PathOf(rows, rows.colwise().reverse(), band)) {
    i += step.left;
    j += step.right;
    EXPECT_LE(i - 5, j);
    EXPECT_LE(j, i + 1);
  }
  EXPECT_EQ(i, 40);
  EXPECT_EQ(j, 40);
}

TEST(BestPath, ANarrowBandAroundTheBestPathGivesThatPath) {
  std::mt19937 random(3);
  const RowMatrix rows = RandomRows(300, 16, &random);
  Band band;
  for (int i = 0; i <= 300; ++i) {
    band.first.push_back(std::max(i - 3, 0));
    band.last.push_back(std::min(i + 3, 300));
  }
  for (const PathStep& step : PathOf(rows, rows, band)) {
    EXPECT_EQ(step.left, 1);
    EXPECT_EQ(step.right, 1);
  }
}

TEST(BestPath, PassesByRowsThatAreNotFinite) {
  std::mt19937 random(4);
  RowMatrix left = RandomRows(6, 16, &random);
  const RowMatrix right = left;
  left.row(2).setConstant(std::numeric_limits<float>::quiet_NaN());
  left.row(4).setConstant(std::numeric_limits<float>::infinity());
  int i = 0;
  for (const PathStep& step : PathOf(left, right, FullBand(6, 6))) {
    if (step.left == 1 && i != 2 && i != 4) {
      EXPECT_EQ(step.right, 1) << i;
    }
    if (i == 2 || i == 4) {
      EXPECT_EQ(step.left + step.right, 1) << i;
    }
    i += step.left;
  }
  EXPECT_EQ(i, 6);
}

}  // namespace
}  // namespace rashomon
