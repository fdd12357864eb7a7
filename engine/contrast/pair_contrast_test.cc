#include "engine/contrast/pair_contrast.h"

#include <algorithm>
#include <string>

#include "engine/embed/word_model.h"
#include "engine/lexicon/lexicons.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

PairDifference Compare(const std::string& text, const std::string& hypothesis) {
  static const auto* const lexicons = new Lexicons(*Lexicons::Shipped());
  static const auto* const words = new WordModel(*WordModel::Shipped());
  static auto* const contrast =
      new PairContrast(*PairContrast::Make(lexicons, words));
  return contrast->Compare(text, hypothesis);
}

bool Has(const PairDifference& difference, DivergenceKind kind) {
  return std::count(difference.kinds.begin(), difference.kinds.end(), kind) == 1;
}

TEST(PairContrastTest, TwoValuesAreAQuantityAndAContradiction) {
  const PairDifference d = Compare("Ten people died in the fire.",
                                   "Twelve people died in the fire.");
  EXPECT_TRUE(Has(d, DivergenceKind::kQuantity));
  EXPECT_TRUE(Has(d, DivergenceKind::kContradiction));
  EXPECT_TRUE(std::is_sorted(d.kinds.begin(), d.kinds.end()));
}

TEST(PairContrastTest, AnAllegationIsNoContradiction) {
  const PairDifference d =
      Compare("Police attacked the protesters in Tolmin.",
              "Police allegedly attacked the protesters in Tolmin.");
  EXPECT_TRUE(Has(d, DivergenceKind::kCertainty));
  EXPECT_FALSE(Has(d, DivergenceKind::kContradiction));
}

TEST(PairContrastTest, OneTextDiffersInNothing) {
  const PairDifference d = Compare("He allegedly stole 5 boats, they said.",
                                   "He allegedly stole 5 boats, they said.");
  EXPECT_TRUE(d.kinds.empty());
}

TEST(PairContrastTest, NothingAndUnrelatedTextDifferInNothing) {
  EXPECT_TRUE(Compare("", "Ten people died.").kinds.empty());
  EXPECT_EQ(Compare("", "Ten people died.").conflict, 0);
  EXPECT_TRUE(Compare("Ten people died.", "Pears may be cheap.").kinds.empty());
}

TEST(PairContrastTest, ExchangedSidesHaveTheSameKinds) {
  const std::string a = "Police attacked ten protesters in Tolmin, he said.";
  const std::string b = "Police allegedly attacked 12 protesters in Tolmin.";
  EXPECT_EQ(Compare(a, b).kinds, Compare(b, a).kinds);
}

}  // namespace
}  // namespace rashomon
