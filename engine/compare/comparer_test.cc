#include "engine/compare/comparer.h"

#include "engine/embed/word_model.h"
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

TEST(ComparerTest, AlignsAcrossScriptsByNames) {
  absl::StatusOr<Comparer> comparer = Comparer::Make({});
  ASSERT_TRUE(comparer.ok()) << comparer.status();
  const Comparison c = comparer->Compare(
      MakeArticle("Talks", "The weather was fine. Sergey Lavrov met Angela "
                           "Merkel in Minsk on Monday."),
      MakeArticle("Встреча", "Сергей Лавров встретился с Ангелой Меркель в "
                             "Минске. Погода стояла ясная."));
  ASSERT_EQ(c.alignment.groups.size(), 1u);
  EXPECT_EQ(c.alignment.groups[0].left, std::vector<int>{2});
  EXPECT_EQ(c.alignment.groups[0].right, std::vector<int>{1});
}

TEST(ComparerTest, GivenWordVectorsAreUsedAndNamed) {
  const auto shipped = WordModel::Shipped();
  ASSERT_TRUE(shipped.ok());
  const WordModel without(shipped->counts());
  CompareOptions options;
  options.words = &without;
  absl::StatusOr<Comparer> comparer = Comparer::Make(options);
  ASSERT_TRUE(comparer.ok()) << comparer.status();
  const auto version = [](absl::StatusOr<Comparer>& c) {
    return c->Compare(Article(), Article()).versions.at("word_vectors");
  };
  EXPECT_EQ(version(comparer), "none");
  absl::StatusOr<Comparer> usual = Comparer::Make({});
  ASSERT_TRUE(usual.ok());
  EXPECT_EQ(version(usual), shipped->vectors()->version());
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
