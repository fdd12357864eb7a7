#include "engine/events/event_profile.h"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "engine/base/prefix_order.h"
#include "engine/base/strings.h"
#include "engine/text/date_expression.h"
#include "engine/text/word.h"

namespace rashomon {
namespace {

// A capitalised word rarer than this is a name even where it opens a sentence
// or stands in a headline, where capitals tell nothing.
constexpr double kRareName = 9.5;
constexpr double kName = 7.0;
// The head: the title and so many words of the text, rounded up to sentences.
constexpr std::size_t kHeadWords = 50;
constexpr std::size_t kMaxSentences = 400;
// Shorter sentences ("Read more.") agree by chance.
constexpr std::size_t kMinStems = 4;

// A stem that is rare enough to count.
struct RareStem {
  PrefixedView stem;
  double rarity = 0;

  bool operator==(const RareStem& other) const { return stem == other.stem; }
  bool operator<(const RareStem& other) const { return stem < other.stem; }
};

StemBag BagOf(std::vector<RareStem> stems) {
  std::sort(stems.begin(), stems.end());
  return BagOfSorted<std::string>(
      stems, [](const RareStem& s) { return s.stem.text(); },
      [](const RareStem& s) { return s.rarity; });
}

std::vector<double> RaritiesOf(const std::vector<Word>& words,
                               const WordCounts& counts) {
  std::vector<double> rarities;
  rarities.reserve(words.size());
  for (const Word& w : words) rarities.push_back(counts.Rarity(w.stem));
  return rarities;
}

std::vector<RareStem> RareStems(const std::vector<Word>& words,
                                const std::vector<double>& rarities) {
  std::vector<RareStem> stems;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& w = words[i];
    if (w.kind == WordKind::kPunctuation || w.stem.empty()) continue;
    if (rarities[i] > kCommonStem) stems.push_back({w.stem, rarities[i]});
  }
  return stems;
}

std::size_t CountWords(const std::vector<Word>& words) {
  return std::count_if(words.begin(), words.end(), [](const Word& w) {
    return w.kind != WordKind::kPunctuation;
  });
}

// The title's sentences and the first of the text.
std::vector<bool> HeadSentences(const Annotation& annotation) {
  std::vector<bool> head(annotation.sentences.size(), false);
  std::size_t words = 0;
  for (std::size_t i = 0; i < head.size(); ++i) {
    const bool title = annotation.sentences[i].field == Field::kTitle;
    if (!title && words >= kHeadWords) break;
    head[i] = true;
    if (!title) words += CountWords(annotation.words[i]);
  }
  return head;
}

using WordSet = absl::flat_hash_set<std::string_view>;

WordSet LowerCaseWords(const Annotation& annotation) {
  WordSet lower;
  for (const auto& words : annotation.words) {
    for (const Word& w : words) {
      if (w.kind == WordKind::kWord && !w.capitalized) lower.insert(w.normal);
    }
  }
  return lower;
}

void AddAnchor(const Article& article, const Word& word, std::string_view key,
               double rarity, bool in_head,
               std::map<std::string, Anchor>* anchors) {
  auto [it, added] = anchors->try_emplace(std::string(key));
  if (added) {
    it->second.text = std::string(article.Quote(word.span));
    it->second.rarity = rarity;
  }
  it->second.in_head |= in_head;
}

bool IsYear(std::string_view number) {
  return number.size() == 4 &&
         (number.substr(0, 2) == "19" || number.substr(0, 2) == "20");
}

void AddAnchors(const Article& article, const std::vector<Word>& words,
                const std::vector<double>& rarities, bool in_head,
                const WordSet& lower, EventProfile* profile) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& w = words[i];
    const double rarity = rarities[i];
    if (w.kind == WordKind::kNumber) {
      if (w.normal.size() < 2 || IsYear(w.normal)) continue;
      AddAnchor(article, w, w.normal, rarity, in_head, &profile->numbers);
    } else if (w.kind == WordKind::kWord && w.capitalized) {
      if (w.normal.size() < 2 || lower.contains(w.normal)) continue;
      const bool open = i == 0 || w.span.field == Field::kTitle;
      if (rarity < (open ? kRareName : kName)) continue;
      AddAnchor(article, w, w.stem, rarity, in_head, &profile->names);
    }
  }
}

std::string MonthDay(int month, int day) {
  char text[8];
  std::snprintf(text, sizeof(text), "%02d-%02d", month % 100, day % 100);
  return text;
}

void AddDays(const Article& article, const Annotation& annotation,
             EventProfile* profile) {
  for (const Span& sentence : annotation.sentences) {
    for (const DateExpression& d :
         FindDates(article.field(sentence.field), sentence)) {
      if (!d.month || !d.day) continue;
      profile->days.try_emplace(MonthDay(*d.month, *d.day),
                                std::string(article.Quote(d.span)));
    }
  }
}

}  // namespace

EventProfile MakeEventProfile(const Article& article,
                              const Annotation& annotation,
                              const WordCounts& counts) {
  EventProfile profile;
  profile.published = article.published_day();
  const std::vector<bool> head = HeadSentences(annotation);
  const WordSet lower = LowerCaseWords(annotation);
  std::vector<RareStem> whole, head_stems;
  for (std::size_t i = 0; i < annotation.sentences.size(); ++i) {
    const std::vector<Word>& words = annotation.words[i];
    const std::vector<double> rarities = RaritiesOf(words, counts);
    std::vector<RareStem> own = RareStems(words, rarities);
    whole.insert(whole.end(), own.begin(), own.end());
    if (head[i]) head_stems.insert(head_stems.end(), own.begin(), own.end());
    AddAnchors(article, words, rarities, head[i], lower, &profile);
    StemBag bag = BagOf(std::move(own));
    if (bag.weights.size() >= kMinStems &&
        profile.sentences.size() < kMaxSentences) {
      profile.sentences.push_back(std::move(bag));
      profile.sentence_in_head.push_back(head[i]);
    }
  }
  profile.whole = BagOf(std::move(whole));
  profile.head = BagOf(std::move(head_stems));
  AddDays(article, annotation, &profile);
  return profile;
}

}  // namespace rashomon
