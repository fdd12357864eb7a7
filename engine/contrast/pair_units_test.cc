#include "engine/contrast/pair_units.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "engine/embed/word_model.h"
#include "engine/lexicon/lexicons.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

const Lexicons& AllLexicons() {
  static const auto* const lexicons = new Lexicons(*Lexicons::Shipped());
  return *lexicons;
}

PairSide Read(const std::string& text) {
  static const auto* const words = new WordModel(*WordModel::Shipped());
  static auto* const reader = new PairReader(&AllLexicons(), words);
  return reader->Read(text);
}

std::string StemsOf(const PairSide& side) {
  std::string stems;
  for (const PairUnit& unit : side.units) {
    stems += (stems.empty() ? "" : " ") + unit.stem;
  }
  return stems;
}

TEST(PairUnitsTest, UnitsAreContentWordsAndPhrases) {
  EXPECT_EQ(StemsOf(Read("The men took a road close to the sea.")),
            "man take road to sea");
}

TEST(PairUnitsTest, PlacesAndWordsOfASetHaveTheirMember) {
  const PairSide side = Read("North Korea sold red wine.");
  ASSERT_EQ(side.units.size(), 4u);
  ASSERT_FALSE(side.units[0].contrasts.empty());
  EXPECT_EQ(side.units[0].contrasts[0].set, "country");
  EXPECT_EQ(side.units[0].contrasts[0].member, "north korea");
  EXPECT_TRUE(side.units[1].contrasts[0].converse);
  EXPECT_EQ(side.units[2].contrasts[0].member, "red");
}

TEST(PairUnitsTest, NegationsKnowWhatTheyTurn) {
  const PairSide verb = Read("The union did not end the strike.");
  ASSERT_EQ(verb.negations.size(), 1u);
  EXPECT_TRUE(verb.negations[0].whole);
  EXPECT_EQ(verb.units[verb.negations[0].focus].stem, "end");
  const PairSide phrase = Read("He left the house without a hat.");
  ASSERT_EQ(phrase.negations.size(), 1u);
  EXPECT_FALSE(phrase.negations[0].whole);
  EXPECT_EQ(phrase.units[phrase.negations[0].focus].stem, "hat");
}

TEST(PairUnitsTest, NegationsInConditionsAreMarked) {
  const PairSide side = Read("If he does not come, they wait.");
  ASSERT_EQ(side.negations.size(), 1u);
  EXPECT_TRUE(side.negations[0].conditional);
}

TEST(PairUnitsTest, LongSidesAreCut) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "The old man left. ";
  const PairSide side = Read(text);
  EXPECT_TRUE(side.cut);
  EXPECT_EQ(side.units.size(), kMaxPairUnits);
}

TEST(ContrastSetsTest, EverySetHasMembersThatExcludeEachOther) {
  std::map<std::string, std::set<std::string>> members;
  std::set<std::string> phrases;
  for (const LexiconEntry& e : AllLexicons().list("contrast_sets").entries()) {
    const std::string member = e.note.substr(0, e.note.find('\t'));
    EXPECT_FALSE(member.empty()) << e.phrase;
    EXPECT_GT(e.strength, 0) << e.phrase;
    EXPECT_LE(e.strength, 1) << e.phrase;
    EXPECT_TRUE(phrases.insert(e.phrase).second) << e.phrase << " stands twice";
    members[e.category].insert(member);
  }
  EXPECT_GT(members.size(), 50u);
  members.erase("lack");
  for (const auto& [set, names] : members) EXPECT_GE(names.size(), 2u) << set;
}

}  // namespace
}  // namespace rashomon
