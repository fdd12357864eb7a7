#include "engine/contrast/conflict_scorer.h"

#include <chrono>
#include <string>

#include "engine/embed/word_model.h"
#include "engine/lexicon/lexicons.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

ConflictScorer& Scorer() {
  static const auto* const lexicons = new Lexicons(*Lexicons::Shipped());
  static const auto* const words = new WordModel(*WordModel::Shipped());
  static auto* const scorer =
      new ConflictScorer(*ConflictScorer::Make(lexicons, words));
  return *scorer;
}

struct Pair {
  const char* text;
  const char* hypothesis;
};

TEST(ConflictScorerTest, WhatExcludesEachOtherConflicts) {
  const Pair kPairs[] = {
      {"The minister resigned on Tuesday.", "The minister did not resign."},
      {"A man is singing.", "Nobody is singing."},
      {"There is no dog in the yard.", "A dog is in the yard."},
      {"The rebels failed to take the town.", "The rebels took the town."},
      {"Prices rose by 5 percent in May.", "Prices fell by 5 percent in May."},
      {"Prices rose by 5 percent in May.", "Prices rose by 7 percent in May."},
      {"Ten people died in the fire.", "Twelve people died in the fire."},
      {"The parliament passed the law.",
       "The law was rejected by the parliament."},
      {"The court convicted the minister.",
       "The court acquitted the minister."},
      {"She bought the house in Spain.", "She bought the house in France."},
      {"Arvenia attacked Bolrania in June.",
       "Bolrania attacked Arvenia in June."},
      {"It was the second strike in the harbour.",
       "It was the fifth strike in the harbour."},
      {"Президент подписал закон.", "Президент не подписал закон."},
  };
  for (const Pair& pair : kPairs) {
    EXPECT_GE(Scorer().Conflict(pair.text, pair.hypothesis), kConflictDecides)
        << pair.text << " / " << pair.hypothesis;
    EXPECT_GE(Scorer().Conflict(pair.hypothesis, pair.text), kConflictDecides)
        << pair.hypothesis << " / " << pair.text;
  }
}

TEST(ConflictScorerTest, WhatBothCanBeTrueDoesNot) {
  const Pair kPairs[] = {
      {"The minister resigned on Tuesday.", "The minister resigned."},
      {"Ten people died in the fire.", "10 people were killed by the fire."},
      {"The talks did not fail.", "The talks did not fail on Monday."},
      {"The firm bought the mill from the town.",
       "The town sold the mill to the firm."},
      {"A man is playing the flute.", "Nobody is boiling shrimps."},
      {"She is slicing an onion.", "She is not slicing garlic."},
      {"The union did not call off the strike, but the port reopened.",
       "The port reopened."},
      {"If the dam is not repaired, the valley floods.",
       "The dam is repaired."},
      {"Their failure to agree on the port ended the talks.",
       "They failed to agree on the port."},
      {"Two men are sitting near the lake.",
       "Two men are sitting close to the lake."},
      {"The mayor opened the bridge.", "Pears are cheap this year."},
  };
  for (const Pair& pair : kPairs) {
    EXPECT_LT(Scorer().Conflict(pair.text, pair.hypothesis), kConflictDecides)
        << pair.text << " / " << pair.hypothesis;
  }
}

TEST(ConflictScorerTest, ASentenceDoesNotContradictItself) {
  for (const char* text :
       {"Nobody was hurt, and the 12 men did not leave the red house.",
        "The company denied that it had failed to pay.", "No."}) {
    EXPECT_LT(Scorer().Conflict(text, text), 0.2) << text;
  }
}

TEST(ConflictScorerTest, StrangeInputIsDefined) {
  EXPECT_EQ(Scorer().Conflict("", "A man left."), 0);
  EXPECT_EQ(Scorer().Conflict("A man left.", ""), 0);
  EXPECT_EQ(Scorer().Conflict("?! ...", "—"), 0);
  EXPECT_EQ(Scorer().Conflict("the of", "and"), 0);
  const double p = Scorer().Conflict("\xff\xfe not", "not not no never");
  EXPECT_GE(p, 0);
  EXPECT_LE(p, 1);
}

// Guards against work that grows with the square of a cell.
TEST(ConflictScorerTest, LargeCellsTakeLinearTime) {
  for (const char* piece : {"not ", "10 red men ", "a. ", "if he ", "\"no, "}) {
    std::string cell;
    while (cell.size() < 100'000) cell += piece;
    const auto start = std::chrono::steady_clock::now();
    const double p = Scorer().Conflict(cell, cell);
    const std::chrono::duration<double> took =
        std::chrono::steady_clock::now() - start;
    EXPECT_GE(p, 0) << piece;
    EXPECT_LE(p, 1) << piece;
    EXPECT_LT(took.count(), 20) << piece;
  }
}

}  // namespace
}  // namespace rashomon
