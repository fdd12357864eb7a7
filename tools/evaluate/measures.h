// The measures that evaluations share.
//
//   PearsonCorrelation({1, 2, 3}, {2, 4, 6}) == 1.0;
//   MatchCounts c{.right = 3, .found = 4, .gold = 6};
//   c.precision() == 0.75; c.recall() == 0.5; c.f1() == 0.6;
#ifndef RASHOMON_TOOLS_EVALUATE_MEASURES_H_
#define RASHOMON_TOOLS_EVALUATE_MEASURES_H_

#include <cstdint>
#include <vector>

namespace rashomon {

// Pearson's product-moment correlation, -1..1. Both lists have the same
// length; 0 where one of them does not vary.
double PearsonCorrelation(const std::vector<double>& a,
                          const std::vector<double>& b);

// Spearman's rank correlation; ties get their mean rank.
double SpearmanCorrelation(const std::vector<double>& a,
                           const std::vector<double>& b);

// What was found, what should have been, and how much of it agrees.
struct MatchCounts {
  std::int64_t right = 0;
  std::int64_t found = 0;  // by the program
  std::int64_t gold = 0;

  // A share of nothing is 0.
  double precision() const;
  double recall() const;
  double f1() const;  // harmonic mean of the two

  MatchCounts& operator+=(const MatchCounts& other);
};

// Harmonic mean of two shares; 0 where both are.
double HarmonicMean(double a, double b);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_EVALUATE_MEASURES_H_
