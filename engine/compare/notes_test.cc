#include "engine/compare/notes.h"

#include <algorithm>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

Comparison TwoArticles() {
  Comparison c;
  c.left.text = "The ministry closed the harbour. Ships waited outside.";
  c.right.text = "The harbour was shut on Monday. Crews slept on board.";
  c.left.published = c.right.published = "2021-04-28";
  c.left.language = c.right.language = "en";
  c.left_annotation.sentences.resize(2);
  c.right_annotation.sentences.resize(2);
  c.same_event.verdict = SameEventVerdict::kYes;
  return c;
}

bool HasNote(const Comparison& c, std::string_view code) {
  const std::vector<Note> notes = NotesOn(c);
  return std::any_of(notes.begin(), notes.end(),
                     [&](const Note& n) { return n.code == code; });
}

TEST(NotesTest, PlainComparisonHasNone) {
  EXPECT_TRUE(NotesOn(TwoArticles()).empty());
}

TEST(NotesTest, DifferentEventsSayWhy) {
  Comparison c = TwoArticles();
  c.same_event.verdict = SameEventVerdict::kNo;
  c.same_event.reasons = {"no rare name is in both"};
  ASSERT_TRUE(HasNote(c, "different-events"));
  EXPECT_NE(NotesOn(c)[0].message.find("no rare name is in both"),
            std::string::npos);
}

TEST(NotesTest, SameTextOnBothSides) {
  Comparison c = TwoArticles();
  c.right.text = c.left.text;
  EXPECT_TRUE(HasNote(c, "same-input"));
}

TEST(NotesTest, MissingDate) {
  Comparison c = TwoArticles();
  c.right.published.clear();
  ASSERT_TRUE(HasNote(c, "no-date"));
  EXPECT_FALSE(HasNote(c, "earlier-article"));
}

TEST(NotesTest, EarlierArticleIsNamed) {
  Comparison c = TwoArticles();
  c.right.published = "2021-04-16";
  ASSERT_TRUE(HasNote(c, "earlier-article"));
  EXPECT_EQ(NotesOn(c)[0].message,
            "The right article was published 12 days earlier: it could not "
            "report what came after.");
}

TEST(NotesTest, Languages) {
  Comparison c = TwoArticles();
  c.right.language = "ru";
  EXPECT_TRUE(HasNote(c, "different-languages"));
  c.right.language = "other";
  EXPECT_TRUE(HasNote(c, "third-language"));
  EXPECT_FALSE(HasNote(c, "different-languages"));
}

TEST(NotesTest, OneSentenceOrMuchShorter) {
  Comparison c = TwoArticles();
  c.left_annotation.sentences.resize(9);
  EXPECT_TRUE(HasNote(c, "shorter-article"));
  c.right_annotation.sentences.resize(1);
  EXPECT_TRUE(HasNote(c, "one-sentence-article"));
  EXPECT_FALSE(HasNote(c, "shorter-article"));
}

}  // namespace
}  // namespace rashomon
