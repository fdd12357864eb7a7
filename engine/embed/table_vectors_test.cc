#include "engine/embed/table_vectors.h"

#include <string_view>
#include <utility>

#include "engine/base/file.h"
#include "engine/base/span.h"
#include "engine/embed/read_word_table.h"
#include "engine/embed/word_rows.h"
#include "engine/embed/word_vectors_writer.h"
#include "engine/text/word.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

WordVectors Convert(absl::StatusOr<WordTable> table) {
  EXPECT_TRUE(table.ok()) << table.status().ToString();
  const auto counts = WordCounts::Shipped();
  auto vectors =
      VectorsFromTable(std::make_shared<WordTable>(*std::move(table)), *counts,
                       "test");
  EXPECT_TRUE(vectors.ok()) << vectors.status().ToString();
  return *std::move(vectors);
}

TEST(TableVectorsTest, WordsAreLookedUpByNormalForm) {
  const WordVectors v = Convert(ParseTextVectors(
      "the 1 0 0\nTurkey 0 1 0\nturkey 0 0 1\nLunda 1 1 0\nLUNDA 9 0 9\n",
      "t"));
  EXPECT_EQ(v.key_form(), WordVectors::KeyForm::kNormal);
  EXPECT_EQ(v.size(), 4u);
  EXPECT_NEAR(v.VectorOf("turkey", WordCase::kName)[1], 1, 0.01);
  EXPECT_NEAR(v.VectorOf("turkey", WordCase::kCommon)[2], 1, 0.01);
  EXPECT_NEAR(v.VectorOf("lunda", WordCase::kName)[0], 0.7, 0.01);
  EXPECT_LT(v.weight(v.Find("the", WordCase::kCommon)),
            v.weight(v.Find("lunda", WordCase::kCommon)));
}

TEST(TableVectorsTest, SentencesUseTheNormalForms) {
  const WordVectors v = Convert(ParseTextVectors("ports 1 0\nport 0 1\n", "t"));
  WordSplitter splitter;
  WordRows rows(&v, nullptr);
  const std::string_view text = "the ports";
  const auto& words = splitter.Views(text, Span{Field::kText, 0, text.size()});
  EXPECT_EQ(rows.Of(words).back().id, 0u);
}

TEST(TableVectorsTest, UnknownWordsAreAskedOfTheSubwords) {
  auto table = WordTable(2, Subwords::kWordPiece);
  const auto add = [&table](std::string_view word, float x, float y) {
    const auto row = table.AddRow(word);
    row[0] = x;
    row[1] = y;
  };
  add("port", 1, 0);
  add("##s", 0, 1);
  const WordVectors v = Convert(std::move(table));
  EXPECT_EQ(v.size(), 1u);  // parts are no words
  const Eigen::VectorXf ports = v.VectorOf("ports", WordCase::kCommon);
  EXPECT_NEAR(ports[0], 0.7071, 1e-3);
  EXPECT_NEAR(ports[1], 0.7071, 1e-3);
  // No pieces fit: the spelling.
  EXPECT_NEAR(v.VectorOf("qq", WordCase::kCommon).norm(), 1, 1e-4);
}

TEST(TableVectorsTest, OpensFilesOfAnyForm) {
  const std::string text = testing::TempDir() + "/any.txt";
  ASSERT_TRUE(WriteFileAtomically(text, "port 1 0\nstorm 0 1\n").ok());
  WordVectorsInput input;
  input.words = {"lunda"};
  input.names = {false};
  input.weights = {1};
  input.vectors = RowMatrix::Ones(1, 4);
  const std::string ours = testing::TempDir() + "/any.vectors";
  ASSERT_TRUE(WriteFileAtomically(ours, *EncodeWordVectors(input)).ok());
  const WordCounts counts = *WordCounts::Shipped();
  const auto a = OpenWordVectors(text, counts);
  const auto b = OpenWordVectors(ours, counts);
  ASSERT_TRUE(a.ok() && b.ok());
  EXPECT_EQ(a->size(), 2u);
  EXPECT_EQ(b->key_form(), WordVectors::KeyForm::kStem);
  EXPECT_TRUE(
      absl::IsNotFound(OpenWordVectors("no such file", counts).status()));
}

TEST(TableVectorsTest, TablesWithoutWordsAreRefused) {
  auto table = std::make_shared<WordTable>(2, Subwords::kWordPiece);
  table->AddRow("##s")[0] = 1;
  const auto vectors =
      VectorsFromTable(table, *WordCounts::Shipped(), "parts.vec");
  EXPECT_TRUE(absl::IsInvalidArgument(vectors.status()));
}

}  // namespace
}  // namespace rashomon
