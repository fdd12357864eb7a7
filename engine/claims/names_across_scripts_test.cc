#include "engine/claims/names_across_scripts.h"

#include <string>
#include <string_view>

#include "engine/base/span.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

class NamesAcrossScriptsTest : public testing::Test {
 protected:
  std::vector<Word> Words(std::string_view text) {
    return splitter_.Split(text, Span{Field::kText, 0, text.size()});
  }

  // What the only word of `name` counts as, beside the two texts.
  std::string StemOf(std::string_view name, std::string_view english,
                     std::string_view russian) {
    const std::vector<Word> left = Words(english);
    const std::vector<Word> right = Words(russian);
    const NamesAcrossScripts names({&left, 1}, {&right, 1});
    const NamesAcrossScripts mirrored({&right, 1}, {&left, 1});
    const Word word = Words(name).at(0);
    EXPECT_EQ(names.StemOf(word), mirrored.StemOf(word));
    return names.StemOf(word);
  }

  WordSplitter splitter_;
};

TEST_F(NamesAcrossScriptsTest, NamesAreFoundByTheirTransliteration) {
  const std::string_view english = "Lavrov met Putin and Merkel in Minsk";
  const std::string_view russian =
      "Встреча Лаврова с Путиным и Меркель прошла в Минске";
  EXPECT_EQ(StemOf("Лаврова", english, russian), "lavrov");
  EXPECT_EQ(StemOf("Путиным", english, russian), "putin");
  EXPECT_EQ(StemOf("Минске", english, russian), "minsk");
}

TEST_F(NamesAcrossScriptsTest, VowelsMayDiffer) {
  const std::string_view english = "Biden, Trump and Washington said so";
  const std::string_view russian = "Байден, Трамп и Вашингтон это сказали";
  EXPECT_EQ(StemOf("Байден", english, russian), "biden");
  EXPECT_EQ(StemOf("Трамп", english, russian), "trump");
  EXPECT_EQ(StemOf("Вашингтон", english, russian), "washington");
}

TEST_F(NamesAcrossScriptsTest, OtherNamesAndCommonWordsStay) {
  const std::string_view english = "Biden met Lavrov";
  const std::string_view russian = "Министр Шольц лавров не видел";
  EXPECT_EQ(StemOf("Шольц", english, russian), "шольц");
  EXPECT_EQ(StemOf("лавров", english, russian), "лавр");
}

TEST_F(NamesAcrossScriptsTest, TextsOfOneScriptStayAsTheyAre) {
  EXPECT_EQ(StemOf("Путин", "Путин и Apple", "Путин и Putin"), "путин");
  EXPECT_EQ(StemOf("16,000", "16,000 left", "some left"), "16,000");
  EXPECT_EQ(NamesAcrossScripts().StemOf(Words("Путин").at(0)), "путин");
}

TEST_F(NamesAcrossScriptsTest, NumbersAreOneInBothSpellings) {
  const std::string_view english = "1.5 million in 16,000 towns";
  const std::string_view russian = "1,5 миллиона в 16000 городах";
  EXPECT_EQ(StemOf("1,5", english, russian), "1.5");
  EXPECT_EQ(StemOf("16,000", english, russian), "16000");
}

TEST(ConsonantsTest, SoundsThatAreSpeltInSeveralWaysAreOne) {
  EXPECT_EQ(Consonants("biden"), Consonants("bayden"));
  EXPECT_EQ(Consonants("washington"), Consonants("vashington"));
  EXPECT_EQ(Consonants("johnson"), Consonants("dzhonson"));
  EXPECT_EQ(Consonants("hillary"), Consonants("khillari"));
  EXPECT_EQ(Consonants("alice"), "als");
  EXPECT_EQ(Consonants(""), "");
  EXPECT_NE(Consonants("london"), Consonants("lyndsay"));
}

}  // namespace
}  // namespace rashomon
