#include "engine/align/patronymic.h"

#include <string>
#include <string_view>

#include "engine/base/span.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

// The normal forms without spare patronymics.
std::string Kept(std::string_view text) {
  WordSplitter splitter;
  const std::vector<Word> words =
      splitter.Split(text, Span{Field::kText, 0, text.size()});
  std::string kept;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (IsSparePatronymic(words, i)) continue;
    kept += kept.empty() ? "" : " ";
    kept += words[i].normal;
  }
  return kept;
}

TEST(PatronymicTest, FullNamesLoseThePatronymic) {
  EXPECT_EQ(Kept("Владимир Владимирович Путин прибыл"),
            "владимир путин прибыл");
  EXPECT_EQ(Kept("с Ольгой Сергеевной Петровой"), "с ольгой петровой");
  EXPECT_EQ(Kept("Роман Аркадьевич Абрамович"), "роман абрамович");
}

TEST(PatronymicTest, SurnamesAndFormsOfAddressStay) {
  for (const std::string_view text :
       {"роман абрамович прибыл", "владимир владимирович , здравствуйте",
        "абрамович", ""}) {
    EXPECT_EQ(Kept(text), text);
  }
  EXPECT_EQ(Kept("Роман Абрамович прибыл"), "роман абрамович прибыл");
  EXPECT_EQ(Kept("Вчера Роман Абрамович"), "вчера роман абрамович");
}

TEST(PatronymicTest, HeadlinesInCapitalsKeepTheSurname) {
  EXPECT_EQ(Kept("Roman Abramovich Sells Chelsea"),
            "roman abramovich sells chelsea");
}

}  // namespace
}  // namespace rashomon
