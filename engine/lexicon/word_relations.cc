#include "engine/lexicon/word_relations.h"

#include <bit>
#include <span>

#include "engine/base/strings.h"
#include "engine/lexicon/word_relations_format.h"

extern "C" {
extern const char rashomon_word_relations_begin[];
extern const char rashomon_word_relations_end[];
}

namespace rashomon {
namespace {

using Synsets = std::span<const std::uint32_t>;

bool Meet(Synsets a, Synsets b) {
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() && y != b.end()) {
    if (*x == *y) return true;
    *x < *y ? ++x : ++y;
  }
  return false;
}

}  // namespace

std::string_view Name(WordRelation relation) {
  switch (relation) {
    case WordRelation::kNone: return "none";
    case WordRelation::kSynonym: return "synonym";
    case WordRelation::kDerived: return "derived";
    case WordRelation::kNarrower: return "narrower";
    case WordRelation::kOpposite: return "opposite";
  }
  return "none";
}

WordRelationTable::WordRelationTable() {
  const char* at = rashomon_word_relations_begin;
  const auto* header = reinterpret_cast<const WordRelationsHeader*>(at);
  size_ = header->records;
  at += sizeof(WordRelationsHeader);
  records_ = reinterpret_cast<const WordRelationsRecord*>(at);
  at += size_ * sizeof(WordRelationsRecord);
  lists_ = reinterpret_cast<const std::uint32_t*>(at);
  stems_ = at + header->list_entries * sizeof(std::uint32_t);
  slots_.resize(std::bit_ceil(2 * size_ + 2));
  for (std::size_t i = 0; i < size_; ++i) {
    slots_[SlotOf(StemOf(records_[i]))] = static_cast<std::uint32_t>(i) + 1;
  }
}

const WordRelationTable& WordRelationTable::Shipped() {
  static const WordRelationTable table;
  return table;
}

std::string_view WordRelationTable::StemOf(
    const WordRelationsRecord& record) const {
  return {stems_ + record.stem, record.stem_bytes};
}

std::size_t WordRelationTable::SlotOf(std::string_view stem) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = StringHash()(stem) & mask;
  while (slots_[at] != 0 && StemOf(records_[slots_[at] - 1]) != stem) {
    at = (at + 1) & mask;
  }
  return at;
}

RelatedWord WordRelationTable::Find(std::string_view stem) const {
  const std::uint32_t slot = slots_[SlotOf(stem)];
  return slot == 0 ? nullptr : records_ + (slot - 1);
}

WordMeanings WordRelationTable::MeaningsOf(RelatedWord word) const {
  const std::uint32_t* at = lists_ + word->lists;
  const auto next = [&at](std::size_t size) {
    const Synsets list(at, size);
    at += size;
    return list;
  };
  WordMeanings m;
  m.own = next(word->own);
  m.derived = next(word->derived);
  m.wider = next(word->wider);
  m.opposite = next(word->opposite);
  return m;
}

WordRelation WordRelationTable::Between(RelatedWord a, RelatedWord b) const {
  if (a == nullptr || b == nullptr) return WordRelation::kNone;
  const WordMeanings x = MeaningsOf(a);
  const WordMeanings y = MeaningsOf(b);
  if (Meet(x.opposite, y.own) || Meet(y.opposite, x.own)) {
    return WordRelation::kOpposite;
  }
  if (Meet(x.own, y.own)) return WordRelation::kSynonym;
  if (Meet(x.derived, y.own) || Meet(y.derived, x.own)) {
    return WordRelation::kDerived;
  }
  if (Meet(x.wider, y.own) || Meet(y.wider, x.own)) {
    return WordRelation::kNarrower;
  }
  return WordRelation::kNone;
}

}  // namespace rashomon
