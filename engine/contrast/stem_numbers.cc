#include "engine/contrast/stem_numbers.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

#include "engine/base/prefix_order.h"
#include "engine/claims/tag.h"
#include "engine/lexicon/related_words.h"
#include "engine/lexicon/word_forms.h"
#include "engine/text/word.h"

namespace rashomon {
namespace {

// More frequent words (about one in 150 running words) weigh nothing.
constexpr double kCommonRarity = 5.0;

bool MayBeIrregular(Tag tag) { return IsVerb(tag) || tag == Tag::kPlural; }

// Which of several relations of two words counts: as in
// WordRelationTable::Between.
int Strength(WordRelation relation) {
  switch (relation) {
    case WordRelation::kOpposite: return 4;
    case WordRelation::kSynonym: return 3;
    case WordRelation::kDerived: return 2;
    case WordRelation::kNarrower: return 1;
    case WordRelation::kNone: break;
  }
  return 0;
}

// The stems of bases of irregular forms, each looked up once.
class BaseStems {
 public:
  // Empty where the form is none of an irregular word.
  const std::string& Of(std::string_view normal) {
    const auto [at, added] = stems_.try_emplace(normal);
    if (added) {
      const std::string_view base =
          WordFormTable::Shipped().IrregularBase(normal);
      if (!base.empty()) at->second = StemOf(base);
    }
    return at->second;
  }

 private:
  std::string StemOf(std::string_view base) {
    if (!splitter_) splitter_.emplace();
    return splitter_->Stem(base);
  }

  std::optional<WordSplitter> splitter_;  // made for the first
  absl::flat_hash_map<std::string_view, std::string> stems_;
};

}  // namespace

double RarityOf(std::string_view stem, const WordCounts& counts) {
  const double rarity = counts.Rarity(stem);
  return rarity < kCommonRarity ? 0 : rarity;
}

int StemNumbers::Add(std::string_view stem) {
  const auto [at, added] = numbers_.try_emplace(stem, size());
  if (added) stems_.push_back(stem);
  return at->second;
}

StemNumbers::StemNumbers(const std::vector<const Annotation*>& annotations,
                         const WordCounts& counts) {
  BaseStems bases;
  for (const Annotation* annotation : annotations) {
    Sentences& sentences = words_.emplace_back();
    for (std::size_t i = 0; i < annotation->words.size(); ++i) {
      std::vector<NumberedWord>& numbered = sentences.emplace_back();
      numbered.reserve(annotation->words[i].size());
      for (std::size_t k = 0; k < annotation->words[i].size(); ++k) {
        const Word& word = annotation->words[i][k];
        NumberedWord number;
        number.stem = number.base = Add(word.stem);
        if (MayBeIrregular(annotation->tags[i][k])) {
          const std::string& base = bases.Of(word.normal);
          if (!base.empty()) {
            const auto known = numbers_.find(base);
            number.base = known != numbers_.end()
                              ? known->second
                              : Add(bases_.emplace_back(base));
          }
        }
        numbered.push_back(number);
      }
    }
  }
  Sort();
  Relate();
  for (const std::string_view stem : stems_) {
    rarities_.push_back(RarityOf(stem, counts));
  }
}

void StemNumbers::Relate() {
  std::vector<RelatedWord> words;
  for (const std::string_view stem : stems_) {
    words.push_back(WordRelationTable::Shipped().Find(stem));
  }
  struct Pair {
    int word = 0;
    Related related;
  };
  std::vector<Pair> pairs;
  related_begin_.assign(stems_.size() + 1, 0);
  const auto add = [&](int word, int other, WordRelation relation) {
    pairs.push_back({word, {other, relation}});
    ++related_begin_[static_cast<std::size_t>(word) + 1];
  };
  RelatedWords(std::move(words))
      .Visit([&](int word, int other, WordRelation relation) {
        add(word, other, relation);
        add(other, word, relation);
      });
  std::partial_sum(related_begin_.begin(), related_begin_.end(),
                   related_begin_.begin());
  related_.resize(pairs.size());
  std::vector<std::size_t> next = related_begin_;
  for (const Pair& p : pairs) {
    related_[next[static_cast<std::size_t>(p.word)]++] = p.related;
  }
  const auto begin_of = [this](std::size_t i) {
    return related_.begin() + static_cast<std::ptrdiff_t>(related_begin_[i]);
  };
  for (std::size_t i = 0; i < stems_.size(); ++i) {
    std::sort(begin_of(i), begin_of(i + 1),
              [](const Related& a, const Related& b) {
                return a.other != b.other
                           ? a.other < b.other
                           : Strength(a.relation) > Strength(b.relation);
              });
  }
}

// The strongest of several comes first.
WordRelation StemNumbers::Between(int a, int b) const {
  const auto i = static_cast<std::size_t>(a);
  const std::span<const Related> list(
      related_.data() + related_begin_[i],
      related_begin_[i + 1] - related_begin_[i]);
  const auto at = std::partition_point(
      list.begin(), list.end(), [b](const Related& r) { return r.other < b; });
  return at != list.end() && at->other == b ? at->relation
                                            : WordRelation::kNone;
}

// Numbers stems in their order.
void StemNumbers::Sort() {
  std::vector<std::pair<PrefixedView, int>> order;
  order.reserve(stems_.size());
  for (int i = 0; i < size(); ++i) order.emplace_back(stem(i), i);
  std::sort(order.begin(), order.end());
  std::vector<int> places(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    places[static_cast<std::size_t>(order[i].second)] = static_cast<int>(i);
    stems_[i] = order[i].first.text();
  }
  const auto place = [&places](int* number) {
    *number = places[static_cast<std::size_t>(*number)];
  };
  for (auto& [stem, number] : numbers_) place(&number);
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
  const auto at = numbers_.find(stem);
  return at == numbers_.end() ? kNone : at->second;
}

}  // namespace rashomon
