#include "engine/align/aligner.h"

#include <cmath>
#include <string>
#include <string_view>

#include "engine/align/pair_scorer.h"
#include "engine/align/shipped_models.h"
#include "engine/text/word.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

using Sentences = std::vector<std::vector<Word>>;
using Indices = std::vector<int>;

class AlignerTest : public testing::Test {
 protected:
  std::vector<Word> Words(std::string_view text) {
    return splitter_.Split(text, Span{Field::kText, 0, text.size()});
  }
  Sentences Split(const std::vector<std::string>& texts) {
    Sentences sentences;
    for (const std::string& text : texts) sentences.push_back(Words(text));
    return sentences;
  }

  WordSplitter splitter_;
  WordModel words_ = *WordModel::Shipped();
  Aligner aligner_{&words_};
  PairScorer scorer_{&words_};
};

TEST_F(AlignerTest, ReorderedSentencesCross) {
  const Alignment a = aligner_.Align(
      Split({"The harbour of Lunda was closed on Friday after a fuel spill.",
             "Mayor Ilda Brandt promised fishermen compensation."}),
      Split({"Fishermen will get compensation, mayor Ilda Brandt promised.",
             "A fuel spill closed Lunda harbour on Friday."}));
  ASSERT_EQ(a.groups.size(), 2u);
  EXPECT_EQ(a.groups[0].left, Indices{0});
  EXPECT_EQ(a.groups[0].right, Indices{1});
  EXPECT_EQ(a.groups[1].right, Indices{0});
  EXPECT_TRUE(a.unmatched_left.empty());
  EXPECT_TRUE(a.unmatched_right.empty());
}

TEST_F(AlignerTest, WhatHasNoPartnerKeepsItsNearestMiss) {
  const Alignment a = aligner_.Align(
      Split({"Schools in the valley reopen after the summer break.",
             "The harbour of Lunda was closed on Friday."}),
      Split({"Lunda harbour closed on Friday.",
             "Ferry tickets in summer cost twice as much."}));
  ASSERT_EQ(a.groups.size(), 1u);
  ASSERT_EQ(a.unmatched_left.size(), 1u);
  EXPECT_EQ(a.unmatched_left[0].sentence, 0);
  EXPECT_EQ(a.unmatched_left[0].nearest, 1);
  EXPECT_GT(a.unmatched_left[0].score, 0);
  EXPECT_LT(a.unmatched_left[0].score, 0.5);
}

TEST_F(AlignerTest, UnrelatedTextsAlignNothing) {
  const Alignment a = aligner_.Align(Split({"Snow fell on the hills."}),
                                     Split({"Budget talks begin Monday."}));
  EXPECT_TRUE(a.groups.empty());
  EXPECT_EQ(a.unmatched_left.size(), 1u);
  EXPECT_EQ(a.unmatched_right.size(), 1u);
}

TEST_F(AlignerTest, ExchangedSidesMirror) {
  const Sentences left =
      Split({"The harbour was closed on Friday after a fuel spill.",
             "Brandt promised compensation.", "Fishermen protested."});
  const Sentences right =
      Split({"A fuel spill closed the harbour.", "It was closed on Friday.",
             "Fishermen want compensation, not promises."});
  const Alignment a = aligner_.Align(left, right);
  const Alignment b = aligner_.Align(right, left);
  ASSERT_EQ(a.groups.size(), b.groups.size());
  for (const AlignedGroup& g : a.groups) {
    bool found = false;
    for (const AlignedGroup& h : b.groups) {
      found |= g.left == h.right && g.right == h.left &&
               g.confidence == h.confidence;
    }
    EXPECT_TRUE(found);
  }
  EXPECT_EQ(a.unmatched_left.size(), b.unmatched_right.size());
}

TEST_F(AlignerTest, AnArticleAlignsWithItselfSentenceBySentence) {
  const Sentences article =
      Split({"Lunda harbour closed after spill",
             "The harbour of Lunda was closed on Friday after a fuel spill.",
             "\"We will pay every fisherman,\" mayor Ilda Brandt said.",
             "Some 40 boats stayed in port.", "Talks resume on Monday."});
  const Alignment a = aligner_.Align(article, article);
  EXPECT_TRUE(a.unmatched_left.empty());
  EXPECT_TRUE(a.unmatched_right.empty());
  for (const AlignedGroup& g : a.groups) EXPECT_EQ(g.left, g.right);
}

TEST_F(AlignerTest, EmptySidesAndWordlessSentencesAreUnmatched) {
  const Alignment none = aligner_.Align(Sentences{}, Sentences{});
  EXPECT_TRUE(none.groups.empty());
  const Alignment a = aligner_.Align(Split({"", "😀😀", "..."}),
                                     Split({"Snow fell.", "😀😀"}));
  EXPECT_TRUE(a.groups.empty());
  ASSERT_EQ(a.unmatched_left.size(), 3u);
  for (const Unmatched& u : a.unmatched_left) {
    EXPECT_EQ(u.nearest, -1);
    EXPECT_EQ(u.score, 0);
  }
}

TEST_F(AlignerTest, ShippedModelParses) {
  const auto model = LinearModel::Parse(ShippedAlignmentModel(), "shipped",
                                        AlignmentFeatureNames());
  EXPECT_TRUE(model.ok()) << model.status().ToString();
}

TEST_F(AlignerTest, SharedAnchorsRaiseTheProbability) {
  const Sentences left = Split({"Lavrov met reporters in the capital."});
  const Sentences right = Split({"Lavrov spoke to reporters yesterday."});
  const auto score = [](const Alignment& a) {
    return a.groups.empty() ? a.unmatched_left[0].score
                            : a.groups[0].confidence;
  };
  EXPECT_GT(score(aligner_.Align(left, right, {{"lavrov"}}, {{"lavrov"}})),
            score(aligner_.Align(left, right, {{"brandt"}}, {{"lavrov"}})));
}

TEST_F(AlignerTest, ManyEqualSentencesStayBounded) {
  const std::vector<std::string> same(400, "The minister spoke again today.");
  const Alignment a = aligner_.Align(Split(same), Split(same));
  std::size_t grouped = 0;
  for (const AlignedGroup& g : a.groups) grouped += g.left.size();
  EXPECT_EQ(grouped + a.unmatched_left.size(), same.size());
}

TEST_F(AlignerTest, AnchorsAreTheEntitiesOfEachSentence) {
  Annotation annotation;
  annotation.sentences = {{Field::kTitle, 0, 20},
                          {Field::kText, 0, 30},
                          {Field::kText, 31, 60}};
  annotation.mentions.push_back({{Field::kTitle, 3, 9}, {}, "lunda"});
  annotation.mentions.push_back({{Field::kText, 40, 46}, {}, "brandt"});
  annotation.mentions.push_back({{Field::kText, 50, 56}, {}, "brandt"});
  annotation.mentions.push_back({{Field::kText, 90, 96}, {}, "outside"});
  const Anchors anchors = AnchorsOf(annotation);
  ASSERT_EQ(anchors.size(), 3u);
  EXPECT_EQ(anchors[0], std::vector<std::string>{"lunda"});
  EXPECT_TRUE(anchors[1].empty());
  EXPECT_EQ(anchors[2], std::vector<std::string>{"brandt"});
}

TEST_F(AlignerTest, SimilarityIsSymmetricBoundedAndNeverNaN) {
  const std::vector<std::string> texts = {"", "😀", "16", "Snow fell.",
                                          "Snow fell on 16 hills, he said."};
  for (const std::string& a : texts) {
    for (const std::string& b : texts) {
      const double s = scorer_.Similarity(Words(a), Words(b));
      EXPECT_TRUE(s >= 0 && s <= 1) << a << " / " << b;
      EXPECT_DOUBLE_EQ(s, scorer_.Similarity(Words(b), Words(a)));
    }
  }
  EXPECT_NEAR(scorer_.Similarity(Words(texts[4]), Words(texts[4])), 1, 1e-4);
}

}  // namespace
}  // namespace rashomon
