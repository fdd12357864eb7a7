#include "engine/contrast/name_forms.h"

#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(NameFormsTest, SpellingsOfOneName) {
  EXPECT_TRUE(AreFormsOfOneName("kiev", "kyiv"));
  EXPECT_TRUE(AreFormsOfOneName("odessa", "odesa"));
  EXPECT_TRUE(AreFormsOfOneName("kharkov", "kharkiv"));
  EXPECT_TRUE(AreFormsOfOneName("zaporozhye", "zaporizhzhia"));
  EXPECT_TRUE(AreFormsOfOneName("donbass", "donbas"));
  EXPECT_TRUE(AreFormsOfOneName("qaddafi", "gaddafi"));
}

TEST(NameFormsTest, OtherNames) {
  EXPECT_FALSE(AreFormsOfOneName("johnson", "jansen"));
  EXPECT_FALSE(AreFormsOfOneName("moscow", "mexico"));
  EXPECT_FALSE(AreFormsOfOneName("kiev", "kiev"));
  EXPECT_FALSE(AreFormsOfOneName("oslo", "asia"));
}

TEST(NameFormsTest, DerivedWordsAreNoForms) {
  EXPECT_FALSE(AreFormsOfOneName("ukraine", "ukrainian"));
  EXPECT_FALSE(AreFormsOfOneName("american", "americans"));
  EXPECT_FALSE(AreFormsOfOneName("iran", "iranian"));
}

}  // namespace
}  // namespace rashomon
