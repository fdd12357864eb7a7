#include "engine/embed/sentence_embedder.h"

#include <cmath>
#include <string>
#include <string_view>

#include "engine/search/similarity_matrix.h"
#include "engine/text/word.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

using Sentences = std::vector<std::vector<Word>>;

class SentenceEmbedderTest : public testing::Test {
 protected:
  Sentences Split(const std::vector<std::string>& texts) {
    Sentences sentences;
    for (const std::string& text : texts) {
      sentences.push_back(
          splitter_.Split(text, Span{Field::kText, 0, text.size()}));
    }
    return sentences;
  }
  // Sentences of invented words; every two share about a third of them.
  Sentences Synthetic(int n) {
    std::vector<std::string> texts;
    unsigned state = 12345;
    for (int i = 0; i < n; ++i) {
      std::string text;
      for (int w = 0; w < 20; ++w) {
        state = state * 1664525u + 1013904223u;
        text += "stem" + std::to_string((state >> 16) % 60) + " ";
      }
      texts.push_back(text);
    }
    return Split(texts);
  }

  WordSplitter splitter_;
  WordCounts counts_ = *WordCounts::Shipped();
};

TEST_F(SentenceEmbedderTest, ExactRowsHaveUnitLengthAndExactCosines) {
  const Sentences s =
      Split({"The port was closed.", "Closed: the port", "Snow in Lunda"});
  const RowMatrix m = SentenceEmbedder(&counts_).Embed(s);
  ASSERT_EQ(m.rows(), 3);
  EXPECT_NEAR(m.row(0).norm(), 1, 1e-6);
  EXPECT_GT(m.row(0).dot(m.row(1)), 0.9);
  EXPECT_EQ(m.row(0).dot(m.row(2)), 0);
}

TEST_F(SentenceEmbedderTest, BothSidesShareColumns) {
  const EmbeddedPair e = SentenceEmbedder(&counts_).EmbedBoth(
      Split({"snow", "port"}), Split({"port"}));
  ASSERT_EQ(e.left.cols(), e.right.cols());
  EXPECT_EQ(e.left.row(0).dot(e.right.row(0)), 0);
  EXPECT_NEAR(e.left.row(1).dot(e.right.row(0)), 1, 1e-6);
}

// The figure that EmbedderOptions::dimensions states.
TEST_F(SentenceEmbedderTest, ProjectionErrorIsOneOverRootD) {
  const Sentences s = Synthetic(200);
  const RowMatrix exact = SentenceEmbedder(&counts_).Embed(s);
  const RowMatrix truth = SimilarityMatrix(exact, exact);
  for (const int d : {256, 512}) {
    EmbedderOptions options;
    options.dimensions = d;
    const RowMatrix m = SentenceEmbedder(&counts_, options).Embed(s);
    ASSERT_EQ(m.cols(), d);
    const RowMatrix error = SimilarityMatrix(m, m) - truth;
    const double rms = std::sqrt(error.squaredNorm() / error.size());
    EXPECT_LT(rms, 1.0 / std::sqrt(d)) << d;
    EXPECT_LT(error.cwiseAbs().maxCoeff(), 5.5 / std::sqrt(d)) << d;
  }
}

TEST_F(SentenceEmbedderTest, ProjectionIsTheSameInEveryCall) {
  EmbedderOptions options;
  options.dimensions = 256;
  const SentenceEmbedder embedder(&counts_, options);
  const RowMatrix alone = embedder.Embed(Split({"the port was closed"}));
  const RowMatrix among =
      embedder.Embed(Split({"snow", "the port was closed", "rain"}));
  EXPECT_EQ(alone.row(0), among.row(1));
}

TEST_F(SentenceEmbedderTest, NoWordsGiveZeroRowsAndNeverNaN) {
  for (const int d : {0, 1, 2, 3, 256}) {
    for (const bool remove : {false, true}) {
      EmbedderOptions options;
      options.dimensions = d;
      options.remove_common_component = remove;
      const SentenceEmbedder embedder(&counts_, options);
      const RowMatrix m = embedder.Embed(Split({"", "😀", "port city", "?!"}));
      ASSERT_EQ(m.rows(), 4);
      EXPECT_TRUE(m.allFinite());
      EXPECT_TRUE(m.row(0).isZero(0));
      EXPECT_TRUE(m.row(1).isZero(0));
      EXPECT_TRUE(embedder.Embed({}).allFinite());
      EXPECT_TRUE(embedder.Embed(Split({"", "😀"})).allFinite());
    }
  }
}

TEST_F(SentenceEmbedderTest, CommonComponentIsGoneFromEveryRow) {
  EmbedderOptions options;
  options.remove_common_component = true;
  const Sentences s = Split({"Lunda port closed by storm",
                             "Lunda storm warnings", "Lunda votes today"});
  const RowMatrix m = SentenceEmbedder(&counts_, options).Embed(s);
  EXPECT_LT(m.row(0).dot(m.row(2)), 0);
}

}  // namespace
}  // namespace rashomon
