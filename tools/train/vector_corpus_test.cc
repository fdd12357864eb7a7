#include "tools/train/vector_corpus.h"

#include <algorithm>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

VectorCorpusOptions Options() {
  VectorCorpusOptions options;
  options.min_count = 2;
  options.min_uses = 3;
  return options;
}

// Rows of a stem.
int Count(const VectorCorpus& corpus, const std::string& stem) {
  return static_cast<int>(std::count(corpus.words().begin(),
                                     corpus.words().end(), stem));
}

TEST(VectorCorpusTest, WordsStandByFallingFrequency) {
  VectorCorpus corpus;
  corpus.Add("Port closed", "The ports close. The port of Lunda is closed.");
  corpus.Finish(Options());
  EXPECT_EQ(corpus.words(),
            (std::vector<std::string>{"close", "port", "the"}));
  EXPECT_EQ(corpus.running_words(), 11u);
  EXPECT_NEAR(corpus.shares()[0], 3.0 / 11, 1e-9);
}

TEST(VectorCorpusTest, SentencesKeepTheRowsOfTheirWords) {
  VectorCorpus corpus;
  corpus.Add("Port closed", "The ports close. The port is closed in 2017!");
  corpus.Finish(Options());
  ASSERT_EQ(corpus.articles().size(), 1u);
  EXPECT_EQ(corpus.articles()[0].last - corpus.articles()[0].first, 3u);
  const auto sentence = corpus.sentence(2);
  EXPECT_EQ(std::vector<std::int32_t>(sentence.begin(), sentence.end()),
            corpus.RowsOf("the port was closed"));
}

TEST(VectorCorpusTest, NumbersAreNoWords) {
  VectorCorpus corpus;
  corpus.Add("2017", "2017 2017 2017 12,000 12,000");
  corpus.Finish(Options());
  EXPECT_TRUE(corpus.words().empty());
  EXPECT_TRUE(corpus.RowsOf("2017").empty());
}

TEST(VectorCorpusTest, NamesAndCommonWordsOfOneStemAreTwo) {
  VectorCorpus corpus;
  for (int i = 0; i < 5; ++i) {
    corpus.Add("", "they flew to Turkey again. they ate turkey again. "
                   "they saw Lunda again.");
  }
  corpus.Finish(Options());
  EXPECT_EQ(Count(corpus, "turkey"), 2);
  EXPECT_EQ(Count(corpus, "lunda"), 1);
  EXPECT_EQ(corpus.split_stems(), 1u);
  EXPECT_NE(corpus.RowsOf("he saw Turkey"), corpus.RowsOf("he saw turkey"));
  EXPECT_EQ(corpus.RowsOf("he saw Lunda"), corpus.RowsOf("he saw lunda"));
}

}  // namespace
}  // namespace rashomon
