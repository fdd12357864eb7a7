#include "engine/lexicon/lexicons.h"

#include <map>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(LexiconsTest, EveryShippedListHasRowsInBothLanguages) {
  const absl::StatusOr<Lexicons> lexicons = Lexicons::Shipped();
  ASSERT_TRUE(lexicons.ok()) << lexicons.status();
  for (std::size_t i = 0; i < kListCount; ++i) {
    const ListId id = static_cast<ListId>(i);
    int english = 0, russian = 0;
    for (const LexiconEntry& entry : lexicons->list(id).entries()) {
      english += entry.language == "en";
      russian += entry.language == "ru";
      EXPECT_FALSE(entry.category.empty()) << Name(id) << " " << entry.phrase;
    }
    EXPECT_GT(english, 5) << Name(id);
    EXPECT_GT(russian, 5) << Name(id);
  }
}

// What a row asks of the text, so that rows that ask the same are equal.
std::string Pattern(const std::vector<TrieKey>& keys) {
  std::string out;
  for (const TrieKey& key : keys) {
    out += key.exact ? "=" : "~";
    out += key.all_caps ? "A" : key.capitalized ? "C" : "a";
    out += key.text + " ";
  }
  return out;
}

// The later row would silently replace the earlier one.
TEST(LexiconsTest, NoShippedListHasTwoRowsForTheSameWords) {
  const Lexicons lexicons = *Lexicons::Shipped();
  for (std::size_t i = 0; i < kListCount; ++i) {
    const PhraseList& list = lexicons.list(static_cast<ListId>(i));
    std::map<std::string, std::size_t> rows;
    for (std::size_t k = 0; k < list.entries().size(); ++k) {
      const auto [row, added] = rows.try_emplace(Pattern(list.keys(k)), k);
      if (added) continue;
      const LexiconEntry& before = list.entries()[row->second];
      const LexiconEntry& after = list.entries()[k];
      ADD_FAILURE() << Name(static_cast<ListId>(i)) << ".tsv: '"
                    << before.phrase << "' (" << before.category << ", "
                    << before.note << ") and '" << after.phrase << "' ("
                    << after.category << ", " << after.note
                    << ") match the same words";
      row->second = k;
    }
  }
}

TEST(LexiconsTest, MatchAllFindsWhatEachListFindsAlone) {
  const Lexicons lexicons = *Lexicons::Shipped();
  const std::string text =
      "According to Moscow, at least 30 diplomats may allegedly not leave, the "
      "minister said on Tuesday. По словам министра, не менее 5 человек.";
  WordSplitter splitter;
  const std::vector<Word> words =
      splitter.Split(text, {Field::kText, 0, text.size()});
  const LexiconMatches all = lexicons.MatchAll(words);
  for (std::size_t i = 0; i < kListCount; ++i) {
    const ListId id = static_cast<ListId>(i);
    const std::vector<PhraseMatch> alone = lexicons.list(id).Match(words);
    ASSERT_EQ(all.of(id).size(), alone.size()) << Name(id);
    for (std::size_t k = 0; k < alone.size(); ++k) {
      EXPECT_EQ(all.of(id)[k].first, alone[k].first) << Name(id);
      EXPECT_EQ(all.of(id)[k].last, alone[k].last) << Name(id);
      EXPECT_EQ(all.of(id)[k].entry, alone[k].entry) << Name(id);
    }
  }
}

// Few matches and many are looked up in two ways.
TEST(LexiconsTest, AtFindsTheMatchThatHasTheWord) {
  const Lexicons lexicons = *Lexicons::Shipped();
  WordSplitter splitter;
  std::string text;
  for (int clauses = 0; clauses < 20; ++clauses) {
    text += "The harbour of the town, which is old, was closed by it. ";
    const std::vector<Word> words =
        splitter.Split(text, {Field::kText, 0, text.size()});
    const LexiconMatches all = lexicons.MatchAll(words);
    std::vector<const PhraseMatch*> expected(words.size(), nullptr);
    for (const PhraseMatch& m : all.of(ListId::kFunctionWords)) {
      for (std::size_t i = m.first; i < m.last; ++i) expected[i] = &m;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
      ASSERT_EQ(all.At(ListId::kFunctionWords, i), expected[i]) << i;
    }
    for (const PhraseMatch& m : all.of(ListId::kPlaces)) {
      EXPECT_EQ(all.At(ListId::kPlaces, m.first), &m);
    }
  }
}

TEST(LexiconsTest, AUsersRowsExtendAndReplace) {
  Lexicons lexicons = *Lexicons::Shipped();
  const std::string before = lexicons.version();
  ASSERT_TRUE(lexicons
                  .AddTsv("loaded",
                          "phrase\tcategory\tstrength\nfrobnicating\tmine\t.9\n",
                          "user.tsv")
                  .ok());
  EXPECT_NE(lexicons.version(), before);
  WordSplitter splitter;
  const std::vector<Word> words =
      splitter.Split("frobnicating", {Field::kText, 0, 12});
  const LexiconMatches all = lexicons.MatchAll(words);
  ASSERT_EQ(all.of(ListId::kLoaded).size(), 1u);
  EXPECT_EQ(all.of(ListId::kLoaded)[0].entry->category, "mine");
}

TEST(LexiconsTest, AnUnknownListIsEmpty) {
  const Lexicons lexicons = *Lexicons::Shipped();
  EXPECT_TRUE(lexicons.list("no such list").entries().empty());
}

}  // namespace
}  // namespace rashomon
