#include "tools/evaluate/quantity_eval.h"

#include <gtest/gtest.h>

#include <string>

#include "corpus/article.h"
#include "engine/base/file.h"
#include "engine/claims/annotator.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {
namespace {

bool Differ(const std::string& left, const std::string& right) {
  const Lexicons lexicons = *Lexicons::Shipped();
  Annotator annotator(&lexicons);
  Article a, b;
  a.text = left;
  b.text = right;
  a.published = b.published = "2021-04-28";
  return QuantitiesDiffer(annotator.Annotate(a), annotator.Annotate(b));
}

TEST(QuantitiesDiffer, OtherCounts) {
  EXPECT_TRUE(Differ("Two sailors left.", "Five sailors left."));
  EXPECT_FALSE(Differ("Two sailors left.", "2 sailors left."));
}

TEST(QuantitiesDiffer, OrdinalsAgainstOrdinalsOnly) {
  EXPECT_TRUE(Differ("The third man left.", "The fifth man left."));
  EXPECT_FALSE(Differ("The third man left.", "The 3rd man left."));
  EXPECT_FALSE(Differ("The third man left.", "Five men left."));
}

TEST(QuantitiesDiffer, NumbersThatAgreeArePairedOffFirst) {
  EXPECT_FALSE(Differ("Two men met five men.", "Five men met two men."));
}

TEST(QuantitiesDiffer, OtherDays) {
  EXPECT_TRUE(Differ("They met on May 3.", "They met on May 9."));
  EXPECT_FALSE(Differ("They met on May 3.", "They met on 3 May."));
}

TEST(QuantityEvaluation, CountsBothLabels) {
  const std::string path = testing::TempDir() + "/pairs.tsv";
  ASSERT_TRUE(WriteFileAtomically(
                  path,
                  "id\tlabel\tcategory\ttext\thypothesis\n"
                  "1\tcontradiction\tcardinals\tTwo men left.\tSix men left.\n"
                  "2\tentailment\tcardinals\tTwo men left.\t2 men left.\n"
                  "3\tcontradiction\tcolors\tA red hat.\tA blue hat.\n")
                  .ok());
  const auto scores =
      QuantityEvaluation().run({path, "", [](const std::string&) {}});
  ASSERT_TRUE(scores.ok());
  ASSERT_EQ(scores->size(), 2u);
  EXPECT_EQ((*scores)[0].value, 1);
  EXPECT_EQ((*scores)[0].counts[1].second, 1);
  EXPECT_EQ((*scores)[1].value, 1);
}

}  // namespace
}  // namespace rashomon
