#include "tools/train/cooccurrence.h"

#include "gtest/gtest.h"

namespace rashomon {
namespace {

class CooccurrenceTest : public testing::Test {
 protected:
  CooccurrenceTest() {
    for (int i = 0; i < 20; ++i) {
      corpus_.Add("", "Storm harbour. Court judge. Storm harbour. Judge court.");
    }
    VectorCorpusOptions options;
    options.min_count = 2;
    corpus_.Finish(options);
    options_.subsample = 0;
  }

  float Cell(const SparseRows& m, const std::string& a, const std::string& b) {
    return m.coeff(corpus_.RowsOf(a)[0], corpus_.RowsOf(b)[0]);
  }

  VectorCorpus corpus_;
  CooccurrenceOptions options_;
};

TEST_F(CooccurrenceTest, NeighboursInformAndStrangersDoNot) {
  const SparseRows m = PpmiOf(corpus_, options_);
  EXPECT_GT(Cell(m, "storm", "harbour"), 0.3);
  EXPECT_EQ(Cell(m, "storm", "court"), 0);
}

TEST_F(CooccurrenceTest, IsSymmetricAndRepeatable) {
  const SparseRows m = PpmiOf(corpus_, options_);
  EXPECT_EQ(Cell(m, "storm", "harbour"), Cell(m, "harbour", "storm"));
  EXPECT_EQ((m - PpmiOf(corpus_, options_)).norm(), 0);
}

}  // namespace
}  // namespace rashomon
