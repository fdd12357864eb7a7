#include "engine/contrast/reply.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "corpus/article.h"
#include "engine/claims/annotator.h"
#include "engine/embed/stem_numbers.h"
#include "engine/embed/word_book.h"
#include "engine/embed/word_model.h"
#include "engine/lexicon/lexicons.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

const Lexicons& ShippedLexicons() {
  static const auto* const lexicons = new Lexicons(*Lexicons::Shipped());
  return *lexicons;
}

const WordModel& ShippedWords() {
  static const auto* const words = new WordModel(*WordModel::Shipped());
  return *words;
}

// A text, read.
struct Read {
  explicit Read(std::string text) {
    article.text = std::move(text);
    article.language = "en";
    annotation = Annotator(&ShippedLexicons()).Annotate(article);
  }

  Article article;
  Annotation annotation;
};

bool IsReply(const std::string& sentence) {
  const Read read(sentence);
  return TellsReply(
      ReportIndex(read.article, read.annotation, ShippedWords()), 0);
}

// Whether the party that answers in the first sentence does so in the other
// text.
bool IsAnsweredIn(const std::string& other, const std::string& sentence) {
  const Read near(sentence), far(other);
  WordBook book(&ShippedWords());
  const auto numbers = std::make_shared<const StemNumbers>(
      std::vector<const Annotation*>{&near.annotation, &far.annotation}, &book);
  const ReportIndex n(near.article, near.annotation, &book, numbers, 0);
  const ReportIndex f(far.article, far.annotation, &book, numbers, 1);
  ReadOnce readings;
  Direction d;
  d.near = &n;
  d.far = &f;
  d.readings = &readings;
  return TellsReplyOfSameParty(d, 0);
}

TEST(ReplyTest, DenialsAndRejectionsAreReplies) {
  EXPECT_TRUE(IsReply("Velmora denied the allegations on Monday."));
  EXPECT_TRUE(IsReply("The senator denied that he met the envoys."));
  EXPECT_TRUE(IsReply("The senator has denied taking bribes."));
  EXPECT_TRUE(IsReply("Velmora rejected the offer of a truce."));
  EXPECT_TRUE(IsReply("The mayor denies any role in the attack."));
}

TEST(ReplyTest, NoCommentIsNone) {
  EXPECT_FALSE(IsReply("The ministry declined to comment on the charges."));
  EXPECT_FALSE(
      IsReply("Holm said she could neither confirm nor deny the charges."));
}

TEST(ReplyTest, WhatIsNoAnswerIsNone) {
  EXPECT_FALSE(IsReply("The senator disavowed his endorsement of Holm, "
                       "deleting letters of praise."));
  EXPECT_FALSE(IsReply("The mayor visited the harbour on Monday."));
}

TEST(ReplyTest, TheSamePartyAnswersElsewhere) {
  const std::string denial = "The campaign of Holm denied the allegations.";
  EXPECT_TRUE(IsAnsweredIn("Holm said the charges were false.", denial));
  EXPECT_TRUE(IsAnsweredIn("Holm said she did not take bribes.", denial));
  EXPECT_FALSE(IsAnsweredIn("Orlova denied the allegations.", denial));
  EXPECT_FALSE(IsAnsweredIn("Holm went home.", denial));
}

}  // namespace
}  // namespace rashomon
