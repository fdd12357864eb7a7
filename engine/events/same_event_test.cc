#include "engine/events/same_event.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "engine/claims/annotator.h"
#include "engine/embed/word_model.h"
#include "engine/events/event_reader.h"
#include "engine/lexicon/lexicons.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

class SameEventTest : public testing::Test {
 protected:
  EventProfile Read(std::string title, std::string text,
                    std::optional<std::string> published = std::nullopt) {
    Article article;
    article.title = std::move(title);
    article.text = std::move(text);
    if (published) article.published = *published;
    return reader_.Read(article, annotator_.Annotate(article));
  }

  // Of both orders, which are to agree.
  SameEvent Decide(const EventProfile& a, const EventProfile& b) {
    const SameEvent one = DecideSameEvent(a, b, model_);
    const SameEvent other = DecideSameEvent(b, a, model_);
    EXPECT_EQ(one.verdict, other.verdict);
    EXPECT_EQ(one.confidence, other.confidence);
    EXPECT_EQ(one.reasons, other.reasons);
    return one;
  }

  SameEventVerdict Verdict(const EventProfile& a, const EventProfile& b) {
    return Decide(a, b).verdict;
  }

  EventProfile EnglishVisit() {
    return Read(
        "Anna Ivanova meets Viktor Petrenko in Almaty",
        "Deputy Minister Anna Ivanova held talks with Viktor Petrenko in "
        "Almaty on Tuesday. The two signed an agreement on 16,000 tonnes of grain. "
        "Ivanova said that deliveries would start in May.");
  }
  EventProfile RussianVisit() {
    return Read(
        "Анна Иванова встретилась с Виктором Петренко в Алматы",
        "Заместитель министра Анна Иванова провела во вторник в Алматы "
        "переговоры с Виктором Петренко. Стороны подписали соглашение о "
        "поставке 16 000 тонн зерна. По словам Ивановой, поставки начнутся в "
        "мае.");
  }

  const Lexicons lexicons_ = *Lexicons::Shipped();
  const WordModel words_ = *WordModel::Shipped();
  const SameEventModel model_ = *SameEventModel::Shipped();
  Annotator annotator_{&lexicons_};
  EventReader reader_{&words_};
};

TEST_F(SameEventTest, TwoReportsOfOneOccurrenceAreOneEvent) {
  const SameEventVerdict verdict = Verdict(
      Read("Court halts mine at Kettering",
           "A court in Leeds on Tuesday ordered the Kettering mine to stop "
           "work after miners sued its owner, Hallam Coal."),
      Read("Kettering mine must stop work, court says",
           "The Kettering mine has to stop work, a Leeds court ruled on "
           "Tuesday. Miners had sued its owner Hallam Coal."));
  EXPECT_EQ(verdict, SameEventVerdict::kYes);
}

TEST_F(SameEventTest, OtherPeopleElsewhereAreAnotherEvent) {
  EXPECT_EQ(Verdict(Read("Court halts mine at Kettering",
                         "A court in Leeds on Tuesday ordered the Kettering "
                         "mine to stop work after miners sued its owner."),
                    Read("Storm floods Porto",
                         "A storm flooded the old harbour of Porto on Sunday, "
                         "and schools stayed closed.")),
            SameEventVerdict::kNo);
}

TEST_F(SameEventTest, OtherDaysOfTheWeekMakeItLessLikely) {
  const std::string title = "Miners walk out at Kettering pit";
  const EventProfile tuesday =
      Read(title, "Miners at the Kettering pit walked out on Tuesday.");
  const EventProfile friday =
      Read(title, "Miners at the Kettering pit walked out on Friday.");
  const auto shared = [&](const EventProfile& other) {
    return model_.shared.Probability(EventFeatures(tuesday, other));
  };
  EXPECT_LT(shared(friday), shared(tuesday));
  const std::vector<std::string> reasons = Decide(tuesday, friday).reasons;
  EXPECT_NE(std::find(reasons.begin(), reasons.end(),
                      "title and lead name other days of the week"),
            reasons.end());
}

TEST_F(SameEventTest, ReportsPublishedMonthsApartAreLessLikelyOfOneEvent) {
  const std::string title = "Miners walk out at Kettering pit";
  const std::string text = "Miners at the Kettering pit walked out, angry at "
                           "the pay that Hallam Coal had offered.";
  const EventProfile april = Read(title, text, "2021-04-28");
  const SameEvent near = Decide(april, Read(title, text, "2021-04-29"));
  const SameEvent far = Decide(april, Read(title, text, "2021-08-28"));
  EXPECT_EQ(near.verdict, SameEventVerdict::kYes);
  EXPECT_TRUE(far.verdict != SameEventVerdict::kYes ||
              far.confidence < near.confidence);
  EXPECT_EQ(far.reasons.back(), "published 122 days apart");
}

TEST_F(SameEventTest, NamesAndNumbersTellOneEventInTwoAlphabets) {
  const SameEvent same = Decide(EnglishVisit(), RussianVisit());
  EXPECT_EQ(same.verdict, SameEventVerdict::kYes);
  EXPECT_NE(same.reasons[0].find("Petrenko"), std::string::npos)
      << same.reasons[0];
  EXPECT_NE(same.reasons[1].find("16"), std::string::npos) << same.reasons[1];
}

TEST_F(SameEventTest, OtherNamesInTwoAlphabetsAreAnotherEvent) {
  EXPECT_EQ(Verdict(EnglishVisit(),
                    Read("В Казани открыли мост",
                         "Глава города Марат Сафин открыл в пятницу в Казани "
                         "мост через реку. Строительство длилось три года.")),
            SameEventVerdict::kNo);
}

TEST_F(SameEventTest, OneSharedNameInTwoAlphabetsIsNotEnough) {
  EXPECT_EQ(Verdict(EnglishVisit(),
                    Read("Анна Иванова выступила в Самаре",
                         "Анна Иванова в субботу открыла в Самаре больницу. "
                         "На строительство ушло 240 миллионов рублей, сообщил "
                         "губернатор Олег Мельник.")),
            SameEventVerdict::kNo);
}

TEST_F(SameEventTest, EmptyTextsAreNoEvent) {
  EXPECT_EQ(Verdict(EventProfile(), EventProfile()), SameEventVerdict::kNo);
}

}  // namespace
}  // namespace rashomon
