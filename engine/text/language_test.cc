#include "engine/text/language.h"

#include <string>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::string LanguageOf(std::string_view text) {
  return DetectLanguage(text).language;
}

TEST(LanguageTest, EnglishNewsIsEnglish) {
  EXPECT_EQ(LanguageOf("The ministry said on Tuesday that it had expelled ten "
                       "diplomats after the talks failed."),
            "en");
  EXPECT_EQ(LanguageOf("Ten diplomats expelled in response to the sanctions"),
            "en");
}

TEST(LanguageTest, RussianNewsIsRussian) {
  EXPECT_EQ(LanguageOf("Министерство сообщило во вторник, что выслало десять "
                       "дипломатов после провала переговоров."),
            "ru");
  EXPECT_EQ(LanguageOf("Десять дипломатов высланы в ответ на санкции"), "ru");
  EXPECT_EQ(LanguageOf("Объявлены выборы"), "ru");
}

TEST(LanguageTest, OtherCyrillicLanguagesAreOther) {
  EXPECT_EQ(LanguageOf("Міністерство повідомило у вівторок, що вислало десять "
                       "дипломатів після провалу переговорів."),
            "other");
  EXPECT_EQ(LanguageOf("Министерството съобщи във вторник, че е изгонило десет "
                       "дипломати след провала на преговорите."),
            "other");
  EXPECT_EQ(LanguageOf("Министарство је саопштило у уторак да је протерало "
                       "десет дипломата након пропасти преговора."),
            "other");
  EXPECT_EQ(LanguageOf("Міністэрства паведаміла ў аўторак, што выслала дзесяць "
                       "дыпламатаў пасля правалу перамоваў."),
            "other");
  EXPECT_EQ(LanguageOf("Министрлік сейсенбі күні он дипломатты елден шығарғанын "
                       "хабарлады, бұл келіссөздерден кейін болды."),
            "other");
}

TEST(LanguageTest, OtherLatinLanguagesAreOther) {
  EXPECT_EQ(LanguageOf("Le ministère a annoncé mardi que dix diplomates avaient "
                       "été expulsés après l'échec des négociations."),
            "other");
  EXPECT_EQ(LanguageOf("Das Ministerium teilte am Dienstag mit, dass zehn "
                       "Diplomaten nach dem Scheitern der Gespräche ausgewiesen "
                       "wurden."),
            "other");
  EXPECT_EQ(LanguageOf("El ministerio dijo el martes que expulsó a diez "
                       "diplomáticos tras el fracaso de las negociaciones."),
            "other");
  EXPECT_EQ(LanguageOf("Ministerstwo poinformowało we wtorek, że po fiasku "
                       "rozmów wydalono dziesięciu dyplomatów."),
            "other");
}

TEST(LanguageTest, OtherScriptsAreOther) {
  EXPECT_EQ(LanguageOf("外交部星期二表示,十名外交官被驱逐出境。"), "other");
  EXPECT_EQ(LanguageOf("قالت الوزارة يوم الثلاثاء إنها طردت عشرة دبلوماسيين"),
            "other");
}

TEST(LanguageTest, HeadlinesWithWordsOfOtherLanguagesAreEnglish) {
  EXPECT_EQ(LanguageOf("War in the north: Hale's plan doesn't come too late"),
            "en");
  EXPECT_EQ(LanguageOf("Soldiers die as war reaches northern region, says Hale"),
            "en");
}

TEST(LanguageTest, RussianWithLatinNamesIsRussian) {
  EXPECT_EQ(LanguageOf("Сегодня родились и основатель The Daily Hale, и автор"),
            "ru");
}

TEST(LanguageTest, TooLittleTextIsUndetermined) {
  EXPECT_EQ(LanguageOf(""), "und");
  EXPECT_EQ(LanguageOf("2021 — 16,000 %"), "und");
  EXPECT_EQ(LanguageOf("Kyiv"), "und");
  EXPECT_EQ(LanguageOf("Москва"), "und");
}

TEST(LanguageTest, AForeignNameInATextDoesNotTurnIt) {
  EXPECT_EQ(LanguageOf("The paper «Известия» said that the minister would not "
                       "attend, and the Ukrainian weekly «Дзеркало тижня» was "
                       "of the same opinion."),
            "en");
  EXPECT_EQ(LanguageOf("Газета The Guardian сообщила, что министр не приедет, "
                       "и это подтвердил его представитель в беседе с "
                       "журналистами после встречи."),
            "ru");
}

TEST(LanguageTest, ShareIsThatOfTheScript) {
  const LanguageGuess guess = DetectLanguage("Он сказал это abcd");
  EXPECT_EQ(guess.language, "ru");
  EXPECT_NEAR(guess.share, 11.0 / 15.0, 1e-9);
}

TEST(LanguageTest, AnyBytesAreSurvived) {
  EXPECT_EQ(LanguageOf("\xFF\xFE\x80\xD0"), "und");
  EXPECT_EQ(LanguageOf(std::string(100'000, '\x01')), "und");
  EXPECT_EQ(LanguageOf(std::string(100'000, 'x')), "other");
}

}  // namespace
}  // namespace rashomon
