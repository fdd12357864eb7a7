#include "engine/contrast/label_detector.h"

#include <algorithm>

#include "engine/contrast/test_reports.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

constexpr DivergenceKind kKind = DivergenceKind::kLabel;

TEST(LabelDetectorTest, OtherModifiers) {
  EXPECT_TRUE(HasRule(
      CandidatesOf(kKind,
                   {"Beck wrote the word on his trademark chalkboard in "
                    "Almerin."},
                   {"Beck wrote the word on his infamous chalkboard in "
                    "Almerin."}),
      "label.modifier"));
}

TEST(LabelDetectorTest, OtherHeads) {
  EXPECT_TRUE(HasRule(
      CandidatesOf(kKind,
                   {"The army surrounded the militants in the northern hills of "
                    "Velmora."},
                   {"The army surrounded the terrorists in the northern hills "
                    "of Velmora."}),
      "label.head"));
}

TEST(LabelDetectorTest, OneThingByItsPlace) {
  EXPECT_TRUE(HasRule(
      CandidatesOf(kKind,
                   {"Moscow called the provocation in Bucha a fake."},
                   {"Leaders condemned the massacre in Bucha."}),
      "label.anchor"));
}

TEST(LabelDetectorTest, CompetingNamesOfOneThing) {
  const auto found = CandidatesOf(
      kKind,
      {"The envoy spoke of the special military operation in Almerin."},
      {"Dockers met. The envoy condemned the invasion of Almerin."},
      /*aligned=*/false);
  const std::vector<std::string> terms = {"invasion",
                                          "special military operation"};
  EXPECT_TRUE(std::any_of(found.begin(), found.end(), [&](const Divergence& d) {
    return d.rule == "label.term" && d.weight == 3 && d.triggers == terms;
  }));
}

TEST(LabelDetectorTest, CommonWordsCompeteInOnePhrase) {
  EXPECT_TRUE(HasRule(
      CandidatesOf(kKind, {"Velmoran forces left the town at noon."},
                   {"Dockers met. The strike of the Velmoran occupiers ended."},
                   /*aligned=*/false),
      "label.term"));
  EXPECT_FALSE(HasRule(
      CandidatesOf(kKind, {"Forces of Karsovia left the town at noon."},
                   {"Dockers met. Nobody ever feared the occupiers of Tessel."},
                   /*aligned=*/false),
      "label.term"));
}

TEST(LabelDetectorTest, ANameThatBothUseDoesNotCompete) {
  EXPECT_FALSE(HasRule(
      CandidatesOf(kKind,
                   {"The envoy spoke of the invasion of Almerin by the army."},
                   {"The envoy condemned the invasion of Almerin as a war."}),
      "label.term"));
}

TEST(LabelDetectorTest, OneEventUnderTwoNames) {
  const auto found = CandidatesOf(
      kKind,
      {"Dockers met on Monday. The 'provocation' in Almerin came late, the "
       "ministry said."},
      {"Leaders spoke of war crimes. The Almerin killings were condemned. "
       "Killings in Almerin shocked the envoys."},
      /*aligned=*/false);
  ASSERT_TRUE(HasRule(found, "label.term"));
  EXPECT_TRUE(std::any_of(found.begin(), found.end(), [](const Divergence& d) {
    return d.rule == "label.term" &&
           d.left->quote == "The 'provocation' in Almerin" &&
           d.right->quote == "The Almerin killings";
  }));
}

TEST(LabelDetectorTest, AnEventThatBothNameSoIsNone) {
  EXPECT_FALSE(HasRule(
      CandidatesOf(kKind, {"The killings in Almerin shocked the envoys."},
                   {"The Almerin killings were condemned by the envoys."},
                   /*aligned=*/false),
      "label.term"));
  EXPECT_FALSE(HasRule(
      CandidatesOf(kKind, {"The massacre in Almerin shocked the envoys."},
                   {"The killings in Velmora were condemned by the envoys."},
                   /*aligned=*/false),
      "label.term"));
}

TEST(LabelDetectorTest, WhoActsIsNoEvent) {
  EXPECT_FALSE(HasRule(
      CandidatesOf(kKind, {"The attackers of Almerin fled to the hills."},
                   {"The Almerin siege ended at noon on Monday."},
                   /*aligned=*/false),
      "label.term"));
}

TEST(LabelDetectorTest, OneCountOfPeopleNamedDifferently) {
  const auto found = CandidatesOf(
      kKind,
      {"Velmora also expelled 10 people from the mission of Almerin."},
      {"Velmora expelled ten diplomats of Almerin, who include alleged "
       "spies."});
  ASSERT_TRUE(HasRule(found, "label.counted"));
  for (const Divergence& d : found) {
    if (d.rule != "label.counted") continue;
    EXPECT_EQ(d.left->quote, "10 people from the mission of Almerin");
    EXPECT_EQ(d.right->quote,
              "ten diplomats of Almerin, who include alleged spies");
  }
}

TEST(LabelDetectorTest, CountsOfOtherThingsAreNone) {
  EXPECT_FALSE(HasRule(
      CandidatesOf(kKind, {"Velmora sent ten ships to the strait of Almerin."},
                   {"Velmora sent ten diplomats to the strait of Almerin."}),
      "label.counted"));
  EXPECT_FALSE(HasRule(
      CandidatesOf(kKind, {"Velmora expelled ten people of Almerin."},
                   {"Velmora expelled ten persons of Almerin."}),
      "label.counted"));
}

TEST(LabelDetectorTest, TwoFormsOfAName) {
  const auto found = CandidatesOf(
      kKind, {"The envoy returned to Kiev."}, {"The envoy returned to Kyiv."});
  ASSERT_TRUE(HasRule(found, "label.name"));
}

TEST(LabelDetectorTest, TheSameNameIsNone) {
  EXPECT_TRUE(CandidatesOf(kKind, {"The envoy returned to Kyiv."},
                           {"To Kyiv the envoy returned."})
                  .empty());
}

TEST(LabelDetectorTest, ATranslationIsNoOtherLabel) {
  EXPECT_TRUE(CandidatesOf(DivergenceKind::kLabel,
                           {"The ministry fired 340 workers in Velmora."},
                           {"Министерство уволило 340 рабочих в Велморе.",
                            "2020-03-04", "ru"},
                           true)
                  .empty());
}

TEST(LabelDetectorTest, FormsOfAName) {
  const auto names = [](const char* left, const char* right) {
    return HasRule(CandidatesOf(kKind, {left}, {right}), "label.name");
  };
  EXPECT_TRUE(names("They met Antony Verlind at the harbour.",
                    "They saw Anthony Verlind at the harbour."));
  EXPECT_TRUE(names("They left Kravik. In Kravik all was calm.",
                    "They left Krawik. In Krawik all was calm."));
  // Two people, and words that only begin a sentence or stand in a headline.
  EXPECT_FALSE(names("They met Diana Holm at the harbour.",
                     "They saw Donna Lind at the harbour."));
  EXPECT_FALSE(names("These ships left. Police Will Search the Harbour.",
                     "This ship left. Pollack Met Them While Ashore."));
}

}  // namespace
}  // namespace rashomon
