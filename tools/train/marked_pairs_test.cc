#include "tools/train/marked_pairs.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "tools/train/marked_pairs_tsv.h"
#include "tools/train/marks_tsv.h"

namespace rashomon {
namespace {

constexpr char kPairs[] =
    "# comment\n"
    "pair\tset\tleft\tleft_bytes\tright\tright_bytes\n"
    "p1\tbackground\ta\t120\tb\t90\n";
constexpr char kHeader[] = "pair\tkind\tweight\tleft\tright\n";

TEST(ReadMarksTest, PutsBothTablesTogether) {
  const auto pairs = ReadMarks(
      kPairs, std::string(kHeader) + "p1\tomission\t3\t-\ttext:3-17\n"
                                     "p1\tlabel\t2\ttitle:0-4\ttext:8-9\n");
  ASSERT_TRUE(pairs.ok()) << pairs.status();
  ASSERT_EQ(pairs->size(), 1u);
  const MarkedPair& pair = pairs->front();
  EXPECT_EQ(pair.set, "background");
  EXPECT_EQ(pair.left.id, "a");
  EXPECT_EQ(pair.right.bytes, 90u);
  ASSERT_EQ(pair.divergences.size(), 2u);
  EXPECT_EQ(pair.divergences[0].kind, DivergenceKind::kOmission);
  EXPECT_EQ(pair.divergences[0].weight, 3);
  EXPECT_FALSE(pair.divergences[0].left.has_value());
  EXPECT_EQ(pair.divergences[0].right->begin, 3u);
  EXPECT_EQ(pair.divergences[1].left->field, Field::kTitle);
  EXPECT_EQ(pair.divergences[1].left->end, 4u);
}

TEST(ReadMarksTest, BadRowsNameTheTableAndTheLine) {
  for (const char* row :
       {"p2\tlabel\t2\ttitle:0-4\ttext:8-9", "p1\tlable\t2\ttitle:0-4\t-",
        "p1\tlabel\ttwo\ttitle:0-4\t-", "p1\tlabel\t2\t-\t-",
        "p1\tlabel\t2\tbody:0-4\t-", "p1\tlabel\t2\ttitle:9-4\t-",
        "p1\tlabel\t2\ttitle:0-4"}) {
    const auto pairs = ReadMarks(kPairs, std::string(kHeader) + row);
    ASSERT_FALSE(pairs.ok()) << row;
    EXPECT_NE(pairs.status().message().find("marks.tsv:2"), std::string::npos)
        << pairs.status();
  }
}

TEST(ReadMarksTest, TheShippedTablesAreWhole) {
  const auto pairs = ReadMarks(MarkedPairsTsv(), MarksTsv());
  ASSERT_TRUE(pairs.ok()) << pairs.status();
  EXPECT_EQ(pairs->size(), 392u);
  std::size_t marks = 0;
  for (const MarkedPair& pair : *pairs) {
    EXPECT_FALSE(pair.divergences.empty()) << pair.id;
    marks += pair.divergences.size();
  }
  EXPECT_EQ(marks, 6247u);
}

TEST(ReadMarkedPairsTest, MarksLieInTheirReports) {
  const char* data = std::getenv("RASHOMON_DATA");
  if (data == nullptr) GTEST_SKIP() << "RASHOMON_DATA is not set";
  const auto pairs = ReadMarkedPairs(data);
  ASSERT_TRUE(pairs.ok()) << pairs.status();
  for (const GoldPair& pair : *pairs) {
    for (const GoldDivergence& mark : pair.divergences) {
      for (const auto& [article, span] : {std::pair(&pair.left, mark.left),
                                          std::pair(&pair.right, mark.right)}) {
        if (!span) continue;
        ASSERT_LE(span->end, article->field(span->field).size()) << pair.id;
        EXPECT_FALSE(article->Quote(*span).empty()) << pair.id;
      }
    }
  }
}

TEST(ReadMarkedPairsTest, MissingDataAreNamed) {
  const auto pairs = ReadMarkedPairs("/no/such/folder");
  ASSERT_FALSE(pairs.ok());
  EXPECT_NE(pairs.status().message().find("/no/such/folder"),
            std::string::npos);
}

}  // namespace
}  // namespace rashomon
