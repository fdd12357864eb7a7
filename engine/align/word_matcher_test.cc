#include "engine/align/word_matcher.h"

#include <algorithm>
#include <cstdlib>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "engine/align/spelling_neighbors.h"
#include "engine/align/word_neighbors.h"
#include "engine/embed/letter_trigrams.h"
#include "engine/embed/matrix.h"
#include "engine/lexicon/related_words.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

// A vocabulary with neighbours of every kind.
class WordMatcherTest : public testing::Test {
 protected:
  static constexpr int kWords = 48;

  static std::vector<std::string> Stems() {
    std::vector<std::string> stems = {"win",    "lose",   "attack", "assault",
                                      "invad",  "invas",  "tank",   "vehicl",
                                      "zelenski", "zelenskyi"};
    for (int i = 0; std::ssize(stems) < kWords; ++i) {
      stems.push_back("escal" + std::string(1, static_cast<char>('a' + i)));
    }
    return stems;
  }
  static RowMatrix Vectors() {
    std::srand(1);
    RowMatrix vectors = RowMatrix::Random(kWords, 6);
    NormalizeRows(&vectors);
    return vectors;
  }

  static SideVectors VectorsOf(const std::vector<bool>& stands) {
    SideVectors side;
    for (int word = 0; word < kWords; ++word) {
      if (stands[static_cast<std::size_t>(word)]) side.words.push_back(word);
    }
    side.vectors = Vectors()(side.words, Eigen::all);
    return side;
  }

  static std::vector<RelatedPair> Related(
      const std::vector<std::string_view>& stems) {
    std::vector<RelatedWord> words;
    for (const std::string_view stem : stems) {
      words.push_back(WordRelationTable::Shipped().Find(stem));
    }
    const RelatedWords related(words);
    std::vector<RelatedPair> pairs;
    for (int word = 0; word < kWords; ++word) {
      for (const Relative& r : related.of(word)) {
        pairs.push_back({word, r.other, r.relation});
      }
    }
    return pairs;
  }

  bool Has(const std::vector<int>& words, int word) const {
    return std::binary_search(words.begin(), words.end(), word);
  }

  // What matching means, word by word.
  WordMatch NaiveMatch(int word, const std::vector<int>& here,
                       const std::vector<int>& there) const {
    WordMatch m;
    m.shared = Has(there, word);
    for (const int other : there) {
      for (const WordNeighbor& n : neighbors_.of(word)) {
        if (n.word == other) m.best = std::max(m.best, n.similarity);
      }
      const std::span<const int> opposites = neighbors_.opposites(word);
      m.opposite |= std::find(opposites.begin(), opposites.end(), other) !=
                    opposites.end();
      if (m.shared || Has(here, other)) continue;
      for (const SpellingNeighbor& n : spelling_.of(word)) {
        if (n.stem != other) continue;
        m.spelling =
            std::max(m.spelling, n.similarity * std::min(weights_[word],
                                                         weights_[other]));
      }
    }
    return m;
  }

  // Of every word of a sentence: those that are not listed find nothing.
  static std::vector<WordMatch> OfAll(const std::vector<WordMatch>& listed,
                                      std::size_t words) {
    std::vector<WordMatch> all(words);
    int last = -1;
    for (const WordMatch& m : listed) {
      EXPECT_LT(std::exchange(last, m.place), m.place);
      all[static_cast<std::size_t>(m.place)] = m;
    }
    return all;
  }

  void ExpectNaive(const std::vector<WordMatch>& listed,
                   const std::vector<int>& here,
                   const std::vector<int>& there) const {
    const std::vector<WordMatch> matches = OfAll(listed, here.size());
    for (std::size_t k = 0; k < here.size(); ++k) {
      const WordMatch m = NaiveMatch(here[k], here, there);
      EXPECT_EQ(matches[k].shared, m.shared);
      if (m.shared) continue;
      EXPECT_EQ(matches[k].best, m.best) << here[k];
      EXPECT_EQ(matches[k].opposite, m.opposite) << here[k];
      EXPECT_EQ(matches[k].spelling, m.spelling) << here[k];
    }
  }

  std::vector<int> RandomWords(std::mt19937* random) const {
    std::vector<int> words;
    for (int word = 0; word < kWords; ++word) {
      if ((*random)() % 4 == 0) words.push_back(word);
    }
    return words;
  }

  std::vector<std::string> stems_ = Stems();
  std::vector<std::string_view> views_{stems_.begin(), stems_.end()};
  SpellingNeighbors spelling_{views_};
  std::vector<bool> everywhere_ = std::vector<bool>(kWords, true);
  WordSides sides_{everywhere_, everywhere_};
  std::vector<RelatedPair> related_ = Related(views_);
  WordNeighbors neighbors_{sides_, spelling_, related_, VectorsOf(everywhere_),
                           VectorsOf(everywhere_)};
  WordTies ties_{kWords, spelling_, neighbors_};
  std::vector<double> weights_;

  void SetUp() override {
    for (int word = 0; word < kWords; ++word) {
      weights_.push_back(0.1 + 0.017 * (word % 11));
    }
  }
};

TEST_F(WordMatcherTest, EqualsTheDoubleLoopForEveryPair) {
  std::mt19937 random(7);
  WordMatcher matcher(&ties_, &weights_);
  for (int round = 0; round < 60; ++round) {
    const std::vector<int> here = RandomWords(&random);
    matcher.Take(here);
    for (int other = 0; other < 5; ++other) {
      const std::vector<int> there = RandomWords(&random);
      matcher.Match(there);
      ExpectNaive(matcher.here(), here, there);
      ExpectNaive(matcher.there(), there, here);
    }
  }
}

// Words of one text alone need not be compared with each other.
TEST_F(WordMatcherTest, SidesChangeNoMatchBetweenThem) {
  std::vector<bool> left(kWords), right(kWords);
  for (int word = 0; word < kWords; ++word) {
    left[word] = word % 3 != 0;
    right[word] = word % 3 != 1;
  }
  const WordSides sides{left, right};
  LetterTrigrams trigrams;
  for (const std::string_view stem : views_) trigrams.Add(stem);
  SpellingNeighbors::TrigramLists lists;
  for (int word = 0; word < kWords; ++word) lists.push_back(trigrams.of(word));
  const SpellingNeighbors spelling(lists, trigrams.distinct(), sides);
  const WordNeighbors neighbors(sides, spelling, related_, VectorsOf(left),
                                VectorsOf(right));
  const WordTies ties(kWords, spelling, neighbors);
  WordMatcher all(&ties_, &weights_), some(&ties, &weights_);
  std::mt19937 random(8);
  for (int round = 0; round < 60; ++round) {
    std::vector<int> here = RandomWords(&random), there = RandomWords(&random);
    std::erase_if(here, [&](int word) { return !left[word]; });
    std::erase_if(there, [&](int word) { return !right[word]; });
    all.Take(here);
    some.Take(here);
    all.Match(there);
    some.Match(there);
    const auto all_here = OfAll(all.here(), here.size());
    const auto some_here = OfAll(some.here(), here.size());
    for (std::size_t k = 0; k < here.size(); ++k) {
      EXPECT_EQ(all_here[k].best, some_here[k].best);
      EXPECT_EQ(all_here[k].spelling, some_here[k].spelling);
      EXPECT_EQ(all_here[k].opposite, some_here[k].opposite);
    }
    const auto all_there = OfAll(all.there(), there.size());
    const auto some_there = OfAll(some.there(), there.size());
    for (std::size_t k = 0; k < there.size(); ++k) {
      EXPECT_EQ(all_there[k].best, some_there[k].best);
    }
  }
}

TEST_F(WordMatcherTest, NothingFindsNothing) {
  WordMatcher matcher(&ties_, &weights_);
  matcher.Take({});
  matcher.Match({});
  EXPECT_TRUE(matcher.here().empty());
  EXPECT_TRUE(matcher.there().empty());
}

TEST_F(WordMatcherTest, OppositesAreNoCounterparts) {
  const std::vector<int> win = {0}, lose = {1};
  WordMatcher matcher(&ties_, &weights_);
  matcher.Take(win);
  matcher.Match(lose);
  EXPECT_TRUE(matcher.here()[0].opposite);
  EXPECT_EQ(matcher.here()[0].best, 0);
}

}  // namespace
}  // namespace rashomon
