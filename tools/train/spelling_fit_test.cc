#include "tools/train/spelling_fit.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(SpellingFitTest, EndingsForetellWhatTheyShare) {
  std::vector<std::string> words;
  RowMatrix vectors(200, 8);
  vectors.setZero();
  for (int i = 0; i < 200; ++i) {
    const std::string stem(1, static_cast<char>('a' + i % 26));
    words.push_back(stem + stem + std::to_string(i) +
                    (i % 3 == 0 ? "ologist" : "ation"));
    vectors(i, i % 3 == 0 ? 0 : 1) = 1;
  }
  SpellingFitOptions options;
  options.rank = 2;
  const FittedSpelling fitted = FitSpelling(words, vectors, options);
  EXPECT_GT(fitted.held_out_cosine, 0.9);
  EXPECT_EQ(fitted.model.basis.rows(), 2);
  EXPECT_EQ(static_cast<std::size_t>(fitted.model.coordinates.rows()),
            fitted.model.grams.size());
  EXPECT_TRUE(fitted.model.coordinates.allFinite());
}

TEST(SpellingFitTest, KeepsTheMostFrequentGrams) {
  SpellingFitOptions options;
  options.max_grams = 3;
  const FittedSpelling fitted = FitSpelling(
      {"abab", "abac", "abad", "xyz"}, RowMatrix::Identity(4, 4), options);
  EXPECT_LE(fitted.model.grams.size(), 3u);
}

}  // namespace
}  // namespace rashomon
