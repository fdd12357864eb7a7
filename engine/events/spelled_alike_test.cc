#include "engine/events/spelled_alike.h"

#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(SpelledAlikeTest, ANameGoesUnderTheKeyOfTheOtherSpelling) {
  const AnchorMap cyrillic = {
      {"лавров", {"Лаврова", "лаврова", 9, true}},
      {"шольц", {"Шольц", "шольц", 12, false}}};
  const AnchorMap latin = {{"lavrov", {"Lavrov", "lavrov", 11, true}},
                           {"merkel", {"Merkel", "merkel", 10, true}}};
  const AnchorMap names = SpelledAlike(cyrillic, latin);
  ASSERT_EQ(names.size(), 2u);
  ASSERT_TRUE(names.contains("lavrov"));
  EXPECT_EQ(names.at("lavrov").rarity, 11);
  EXPECT_TRUE(names.at("lavrov").in_head);
  EXPECT_TRUE(names.contains("шольц"));
}

}  // namespace
}  // namespace rashomon
