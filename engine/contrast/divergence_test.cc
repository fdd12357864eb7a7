#include "engine/contrast/divergence.h"

#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(DivergenceKindTest, NamesReadBack) {
  for (DivergenceKind kind : kAllDivergenceKinds) {
    EXPECT_EQ(DivergenceKindFromName(Name(kind)), kind);
  }
}

TEST(DivergenceKindTest, NamesStandInOrderOfPrecedence) {
  EXPECT_EQ(Name(DivergenceKind::kQuantity), "quantity");
  EXPECT_EQ(Name(DivergenceKind::kLoaded), "loaded");
  EXPECT_EQ(Name(DivergenceKind::kEmphasis), "emphasis");
}

TEST(DivergenceKindTest, UnknownNameIsNoKind) {
  EXPECT_EQ(DivergenceKindFromName("bias"), std::nullopt);
  EXPECT_EQ(DivergenceKindFromName(""), std::nullopt);
}

}  // namespace
}  // namespace rashomon
