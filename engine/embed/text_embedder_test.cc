#include "engine/embed/text_embedder.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/embed/word_vectors_writer.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

class TextEmbedderTest : public testing::Test {
 protected:
  TextEmbedder Embedder(SimdTarget target = SimdTarget::kBest) {
    return TextEmbedder(&vectors_, &counts_, {target});
  }

  RowMatrix Embed(const std::vector<std::string_view>& sentences) {
    return Embedder().Embed(sentences);
  }

  WordVectors vectors_ = *WordVectors::Shipped();
  WordCounts counts_ = *WordCounts::Shipped();
};

const std::vector<std::string_view>& Sentences() {
  static const auto& sentences = *new std::vector<std::string_view>{
      "The port of Lunda was closed after the storm.",
      "Storm shuts Lunda harbour",
      "Ministers of Turkey approved the sanctions, 41 to 12.",
      "",
      "Порт Лунды закрыли после шторма.",
      "qqxyzzy zelenskyy",
      "\xF0\x9F\x98\x80 12,000 !?",
      "an \xFF\xFE invalid byte",
  };
  return sentences;
}

// Word by word through VectorOf, in doubles.
Eigen::VectorXd ObviousVector(std::string_view text, const WordVectors& vectors,
                              const WordCounts& counts) {
  WordSplitter splitter;
  const std::vector<Word> words =
      splitter.Split(text, Span{Field::kText, 0, text.size()});
  const std::vector<WordCase> cases = CasesOf(words);
  Eigen::VectorXd sum = Eigen::VectorXd::Zero(vectors.dimensions());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].kind != WordKind::kWord) continue;
    const std::uint32_t id = vectors.Find(words[i].stem, cases[i]);
    const double weight =
        id != WordVectors::kUnknown
            ? vectors.weight(id)
            : vectors.unseen_weight() * counts.SifWeight(words[i].stem);
    sum += weight *
           vectors.VectorOf(words[i].stem, cases[i]).cast<double>();
  }
  if (sum.norm() > 0) sum /= sum.norm();
  return sum;
}

TEST_F(TextEmbedderTest, RowsAreTheWeightedSumsOfTheirWords) {
  const RowMatrix rows = Embed(Sentences());
  ASSERT_EQ(rows.rows(), static_cast<Eigen::Index>(Sentences().size()));
  ASSERT_EQ(rows.cols(), vectors_.dimensions());
  for (Eigen::Index i = 0; i < rows.rows(); ++i) {
    const std::string_view text = Sentences()[static_cast<std::size_t>(i)];
    const Eigen::VectorXd expected = ObviousVector(text, vectors_, counts_);
    // Vectors of unknown words are rounded to bytes.
    EXPECT_NEAR((rows.row(i).transpose().cast<double>() - expected).norm(), 0,
                0.02)
        << text;
  }
  EXPECT_GT(rows.row(0).dot(rows.row(1)), rows.row(0).dot(rows.row(2)) + 0.2f);
}

TEST_F(TextEmbedderTest, SpansOfATextAreItsSentences) {
  const std::string text = "Ice and snow.  The port was closed.";
  const std::vector<Span> spans = {{Field::kText, 0, 13},
                                   {Field::kText, 15, text.size()}};
  EXPECT_EQ(Embedder().Embed(text, spans),
            Embed({"Ice and snow.", "The port was closed."}));
}

TEST_F(TextEmbedderTest, SentencesWithoutWordsAreZerosAndNeverNaN) {
  const RowMatrix rows =
      Embed({"", " ", "\xF0\x9F\x98\x80\xF0\x9F\x98\x80", "12,000 3.5 2017",
             "?! (--)", "\xFF\xFE", "\u200B"});
  EXPECT_TRUE(rows.isZero(0));
  EXPECT_EQ(Embed({}).rows(), 0);
  const std::vector<Span> beyond = {{Field::kText, 4, 9},
                                    {Field::kText, 40, 90}};
  EXPECT_TRUE(Embedder().Embed("port", beyond).isZero(0));
}

TEST_F(TextEmbedderTest, SentencesOfManyWordsHaveUnitLength) {
  std::string same;
  std::string other;
  for (int i = 0; i < 100'000; ++i) {
    same += "port ";
    other += "word" + std::to_string(i % 5'000) + "x ";
  }
  const RowMatrix rows = Embed({same, other, "port"});
  EXPECT_NEAR(rows.row(0).norm(), 1, 1e-5);
  EXPECT_NEAR(rows.row(1).norm(), 1, 1e-5);
  EXPECT_NEAR(rows.row(0).dot(rows.row(2)), 1, 1e-3);
}

TEST_F(TextEmbedderTest, EveryTargetGivesTheSameBits) {
  const RowMatrix rows = Embed(Sentences());
  for (const SimdTarget target : RunnableSimdTargets()) {
    EXPECT_EQ(Embedder(target).Embed(Sentences()), rows) << Name(target);
  }
}

TEST_F(TextEmbedderTest, RowsDoNotDependOnWhatCameBefore) {
  const RowMatrix rows = Embed(Sentences());
  TextEmbedder embedder = Embedder();
  // More tokens than a splitter remembers: it forgets on the way.
  for (int i = 0; i < 150; ++i) {
    std::string text;
    for (int k = 0; k < 1'000; ++k) {
      text += std::to_string(i * 1'000 + k) + " ";
    }
    embedder.Embed({std::string_view(text)});
  }
  for (std::size_t i = Sentences().size(); i-- > 0;) {
    const RowMatrix alone =
        embedder.Embed(std::vector<std::string_view>{Sentences()[i]});
    EXPECT_EQ(alone.row(0), rows.row(static_cast<Eigen::Index>(i)));
  }
}

TEST(TextEmbedderOfTablesTest, EverySoundTableGivesFiniteRows) {
  for (const float weight : {1e-30f, 1.0f, 3e38f}) {
    WordVectorsInput input;
    input.words = {"port", "snow", "nought"};
    input.names = {false, false, false};
    input.vectors = RowMatrix::Identity(3, 5);
    input.vectors.row(2).setZero();
    input.weights = {weight, weight, weight};
    input.unseen_weight = weight;
    const WordVectors vectors =
        *WordVectors::FromBytes(*EncodeWordVectors(input), "test");
    TextEmbedder embedder(&vectors, nullptr);
    const RowMatrix rows = embedder.Embed(std::vector<std::string_view>{
        "port snow port", "nought", "unknown words", "port unknown"});
    EXPECT_TRUE(rows.allFinite()) << weight;
    EXPECT_TRUE(rows.row(1).isZero(0));
    if (weight >= 1) {
      EXPECT_NEAR(rows.row(0).norm(), 1, 1e-5);
    }
  }
}

}  // namespace
}  // namespace rashomon
