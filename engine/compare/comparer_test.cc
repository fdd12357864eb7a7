#include "engine/compare/comparer.h"

#include "gtest/gtest.h"

namespace rashomon {
namespace {

Article MakeArticle(std::string title, std::string text) {
  Article a;
  a.title = std::move(title);
  a.text = std::move(text);
  return a;
}

TEST(ComparerTest, AlignsTheSentenceThatBothReport) {
  absl::StatusOr<Comparer> comparer = Comparer::Make({});
  ASSERT_TRUE(comparer.ok()) << comparer.status();
  const Comparison c = comparer->Compare(
      MakeArticle("Harbour closed",
                  "The ministry closed the northern harbour on Monday."),
      MakeArticle("Storm",
                  "Rain fell. On Monday the ministry closed the harbour."));
  ASSERT_FALSE(c.alignment.groups.empty());
  EXPECT_EQ(c.left_annotation.sentences.size(), 2u);
}

TEST(ComparerTest, EmptyArticlesHaveNothingInCommon) {
  absl::StatusOr<Comparer> comparer = Comparer::Make({});
  ASSERT_TRUE(comparer.ok()) << comparer.status();
  const Comparison c = comparer->Compare(Article(), Article());
  EXPECT_EQ(c.same_event.verdict, SameEventVerdict::kNo);
  EXPECT_TRUE(c.divergences.empty());
}

}  // namespace
}  // namespace rashomon
