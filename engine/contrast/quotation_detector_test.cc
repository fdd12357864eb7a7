#include "engine/contrast/quotation_detector.h"

#include "engine/contrast/test_reports.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

constexpr DivergenceKind kKind = DivergenceKind::kQuotation;

TEST(QuotationDetectorTest, OneUtteranceCutShort) {
  const auto found = CandidatesOf(
      kKind,
      {"\"We don't like him. We don't want him here, and we never will,\" Holm "
       "said on Monday."},
      {"\"We don't want him here,\" Holm said on Monday."});
  ASSERT_TRUE(HasRule(found, "quotation.cut"));
  EXPECT_FALSE(found[0].triggers.empty());  // the words that were dropped
}

TEST(QuotationDetectorTest, OneUtteranceInOtherWords) {
  EXPECT_TRUE(HasRule(
      CandidatesOf(kKind,
                   {"\"They lied to the court and they destroyed his good "
                    "name,\" Holm said."},
                   {"\"They lied to the court and it ruined a decent man's "
                    "good name for ever,\" Holm said."}),
      "quotation.reworded"));
}

TEST(QuotationDetectorTest, ScareQuotes) {
  EXPECT_TRUE(HasRule(
      CandidatesOf(kKind,
                   {"The mayor denied the \"missile strike\" on the harbour "
                    "mall in Almerin."},
                   {"The mayor spoke of the missile strike on the harbour mall "
                    "in Almerin."}),
      "quotation.scare"));
}

TEST(QuotationDetectorTest, OneQuotedPhraseRenderedTwice) {
  EXPECT_TRUE(HasRule(
      CandidatesOf(kKind,
                   {"An official spoke of a \"frank talk\" with Velmora over "
                    "the tariffs."},
                   {"\"We will be having very direct talks with our neighbours "
                    "soon,\" an official said."}),
      "quotation.rendering"));
}

TEST(QuotationDetectorTest, AQuotedTermToldInOtherWords) {
  EXPECT_TRUE(HasRule(
      CandidatesOf(kKind,
                   {"Almerin had offered Velmora to \"nullify\" the diplomatic "
                    "conflict, but the government of Velmora refused."},
                   {"Velmora rejected the offer by Almerin of a complete reset "
                    "in strained relations."}),
      "quotation.rendering"));
}

TEST(QuotationDetectorTest, AQuotedTermThatTheOtherHasIsNoRendering) {
  EXPECT_FALSE(HasRule(
      CandidatesOf(kKind,
                   {"An official spoke of a \"frank talk\" with Velmora."},
                   {"There was a frank talk with Velmora, an official said."}),
      "quotation.rendering"));
}

TEST(QuotationDetectorTest, TheSameQuotationIsNone) {
  EXPECT_TRUE(CandidatesOf(kKind,
                           {"\"We don't want him here at all,\" Holm said."},
                           {"Holm said: \"We don't want him here at all.\""})
                  .empty());
}

TEST(QuotationDetectorTest, TwoUtterancesAreNone) {
  EXPECT_FALSE(HasRule(
      CandidatesOf(kKind,
                   {"\"The budget will be balanced next year,\" Holm said."},
                   {"\"Our fishermen lost half of their boats,\" Holm "
                    "said."}),
      "quotation.reworded"));
}

TEST(QuotationDetectorTest, AFragmentBesideTheWholeIsNoCut) {
  const std::string whole =
      "\"We will close the northern harbour before the winter storms,\" Ada "
      "Lund said.";
  const std::string fragment =
      "The dockers fear the \"winter storms\" that the minister spoke of.";
  EXPECT_TRUE(CandidatesOf(kKind, {whole},
                           {whole + " The choir sang. Nobody left. " + fragment})
                  .empty());
  EXPECT_TRUE(HasRule(
      CandidatesOf(
          kKind, {whole},
          {"\"We will close the northern harbour,\" Ada Lund said."}),
      "quotation.cut"));
}

TEST(QuotationDetectorTest, SpellingsAndFrameWordsAreNoDifference) {
  const auto rules = [](const std::string& a, const std::string& b) {
    return CandidatesOf(kKind,
                        {"\"" + a + ",\" Ada Lund said."},
                        {"\"" + b + ",\" Ada Lund said."});
  };
  EXPECT_TRUE(rules("That's why harbours rise by 5%",
                    "That is why harbours rise by 5 percent")
                  .empty());
  EXPECT_TRUE(rules("They breed disrespect for the harbour",
                    "Breed disrespect for the harbour")
                  .empty());
  EXPECT_FALSE(rules("They breed disrespect for the harbour",
                     "They breed some disrespect for the harbour")
                   .empty());
}

TEST(QuotationDetectorTest, MarksRoundANameOrQuotedElsewhereAreNoScareMarks) {
  const auto scare = [](const std::string& left, const std::string& right) {
    return HasRule(CandidatesOf(kKind, {left}, {right}), "quotation.scare");
  };
  EXPECT_TRUE(scare("The harbour took in the \"rescued\" sailors of Velmora.",
                    "The harbour took in the rescued sailors of Velmora."));
  EXPECT_FALSE(scare("The harbour took in the tanker \"Grey Gull\" of Velmora.",
                     "The harbour took in the tanker Grey Gull of Velmora."));
  EXPECT_FALSE(scare("The harbour took in the \"rescued\" sailors of Velmora.",
                     "The harbour took in the rescued sailors of Velmora. They "
                     "were \"rescued\", all of them."));
}

TEST(QuotationDetectorTest, AParaphraseNeedsOneSpeakerOrSentencesThatTellIt) {
  const std::string quoted =
      "\"We will close the northern harbour in winter,\" Ada Lund said.";
  EXPECT_TRUE(HasRule(
      CandidatesOf(kKind, {quoted},
                   {"Ada Lund said the northern harbour would be closed in "
                    "winter."},
                   /*aligned=*/false),
      "quotation.paraphrase"));
  EXPECT_FALSE(HasRule(
      CandidatesOf(kKind, {quoted},
                   {"The northern harbour was closed by ice in winter."},
                   /*aligned=*/false),
      "quotation.paraphrase"));
}

}  // namespace
}  // namespace rashomon
