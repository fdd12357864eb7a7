#include "engine/embed/stem_numbers.h"

#include <algorithm>
#include <utility>

#include "engine/base/prefix_order.h"
#include "engine/claims/tag.h"

namespace rashomon {
namespace {

// More frequent words (about one in 150 running words) weigh nothing.
constexpr double kCommonRarity = 5.0;

bool MayBeIrregular(Tag tag) { return IsVerb(tag) || tag == Tag::kPlural; }

double WithoutCommon(double rarity) {
  return rarity < kCommonRarity ? 0 : rarity;
}

}  // namespace

double RarityOf(std::string_view stem, const WordCounts& counts) {
  return WithoutCommon(counts.Rarity(stem));
}

StemNumbers::StemNumbers(const std::vector<const Annotation*>& annotations,
                         WordBook* book) {
  std::vector<BookSentences> read;
  for (const Annotation* annotation : annotations) {
    read.push_back(book->Read(*annotation));
  }
  std::vector<int> places(static_cast<std::size_t>(book->size()), kNone);
  std::vector<Entry> entries;
  const auto add = [&](int number, const auto& text) {
    int& place = places[static_cast<std::size_t>(number)];
    if (place == kNone) {
      place = static_cast<int>(entries.size());
      entries.push_back({text(), number});
    }
    return place;
  };
  for (std::size_t a = 0; a < annotations.size(); ++a) {
    Sentences& sentences = words_.emplace_back();
    for (std::size_t i = 0; i < read[a].size(); ++i) {
      const std::vector<Word>& words = annotations[a]->words[i];
      std::vector<NumberedWord>& numbered = sentences.emplace_back();
      numbered.reserve(words.size());
      for (std::size_t k = 0; k < words.size(); ++k) {
        const BookWord& word = read[a][i][k];
        NumberedWord number;
        number.stem = number.base =
            add(word.stem, [&] { return words[k].stem; });
        if (word.base != word.stem &&
            MayBeIrregular(annotations[a]->tags[i][k])) {
          number.base = add(word.base, [&] {
            return std::string_view(bases_.emplace_back(book->stem(word.base)));
          });
        }
        numbered.push_back(number);
      }
    }
  }
  Sort(std::move(entries));
  std::vector<RelatedWord> related;
  for (const int number : book_numbers_) {
    related.push_back(book->related(number));
    rarities_.push_back(WithoutCommon(book->rarity(number)));
  }
  related_ = RelatedWords(related);
}

// Numbers stems in their order.
void StemNumbers::Sort(std::vector<Entry> entries) {
  std::vector<std::pair<PrefixedView, int>> order;
  order.reserve(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    order.emplace_back(entries[i].text, static_cast<int>(i));
  }
  std::sort(order.begin(), order.end());
  std::vector<int> places(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto at = static_cast<std::size_t>(order[i].second);
    places[at] = static_cast<int>(i);
    stems_.push_back(entries[at].text);
    book_numbers_.push_back(entries[at].book_number);
  }
  const auto place = [&places](int* number) {
    *number = places[static_cast<std::size_t>(*number)];
  };
  for (Sentences& sentences : words_) {
    for (std::vector<NumberedWord>& sentence : sentences) {
      for (NumberedWord& word : sentence) {
        place(&word.stem);
        place(&word.base);
      }
    }
  }
}

int StemNumbers::Find(std::string_view stem) const {
  const auto at = std::lower_bound(stems_.begin(), stems_.end(), stem);
  return at == stems_.end() || *at != stem
             ? kNone
             : static_cast<int>(at - stems_.begin());
}

}  // namespace rashomon
