#include "engine/lexicon/phrase_trie.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace rashomon {
namespace {

// Capitals a key asks for, as the low bits of an edge.
enum Capitals : std::uint64_t { kAnyCase = 0, kCapitalized = 1, kAllCaps = 2 };

std::uint64_t EdgeKey(std::uint32_t node, std::uint32_t id,
                      std::uint64_t capitals) {
  return (std::uint64_t{node} << 32) | (std::uint64_t{id} << 2) | capitals;
}

std::uint64_t CapitalsOf(const TrieKey& key) {
  return key.all_caps ? kAllCaps : key.capitalized ? kCapitalized : kAnyCase;
}

// The most that a phrase may ask for where this word stands.
std::uint64_t MostCapitals(const Word& word) {
  if (word.all_caps) return kAllCaps;
  return word.capitalized ? kCapitalized : kAnyCase;
}

// Phrases longer than this are cut short at loading; it bounds the walk.
constexpr std::size_t kMaxPhraseWords = 10;

}  // namespace

void EdgeTable::Add(std::uint64_t key, std::uint32_t node) {
  constexpr std::size_t kFirstSlots = 1024;
  if (2 * (size_ + 1) > slots_.size()) {
    std::vector<Slot> old(std::max(kFirstSlots, 2 * slots_.size()));
    old.swap(slots_);
    shift_ = 64 - static_cast<unsigned>(std::bit_width(slots_.size()) - 1);
    size_ = 0;
    for (const Slot& slot : old) {
      if (slot.key != kFree) Add(slot.key, slot.node);
    }
  }
  std::size_t i = Home(key);
  while (slots_[i].key != kFree) i = (i + 1) & (slots_.size() - 1);
  slots_[i] = {key, node};
  ++size_;
}

// The longest match of each list that starts at one word.
struct PhraseTrie::Best {
  Scratch* scratch;
  std::uint32_t first = 0;

  void Offer(const End& end, std::size_t last) {
    TrieHit& hit = scratch->best_of_list[end.list];
    if (hit.last == 0) scratch->found.push_back(end.list);
    if (last <= hit.last) return;
    hit = {end.list, end.entry, first, static_cast<std::uint32_t>(last)};
  }
};

PhraseTrie::PhraseTrie() : nodes_(1), starts_(1) {}

std::uint32_t PhraseTrie::Intern(const TrieKey& key) {
  StringMap<std::uint32_t>& ids = key.exact ? exact_ids_ : stem_ids_;
  const auto [it, added] = ids.try_emplace(key.text, next_id_);
  if (added) {
    ++next_id_;
    starts_.emplace_back();
  }
  return it->second;
}

void PhraseTrie::Add(const std::vector<TrieKey>& keys, std::uint32_t list,
                     std::uint32_t entry) {
  if (keys.empty()) return;
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < keys.size() && i < kMaxPhraseWords; ++i) {
    const std::uint32_t id = Intern(keys[i]);
    const std::uint64_t capitals = CapitalsOf(keys[i]);
    const std::uint64_t key = EdgeKey(node, id, capitals);
    std::uint32_t next = edges_.Find(key);
    if (next == EdgeTable::kNone) {
      next = static_cast<std::uint32_t>(nodes_.size());
      edges_.Add(key, next);
      nodes_[node].next |= std::uint64_t{1} << (id % 64);
      nodes_.emplace_back();
    }
    node = next;
    if (i == 0) starts_[id][capitals] = node;
  }
  for (End& end : nodes_[node].ends) {
    if (end.list == list) {
      end.entry = entry;
      return;
    }
  }
  nodes_[node].ends.push_back({list, entry});
}

PhraseTrie::WordIds PhraseTrie::IdsOf(const Word& word) const {
  WordIds ids;
  const auto stem = stem_ids_.find(std::string_view(word.stem));
  if (stem != stem_ids_.end()) ids.stem = stem->second;
  const auto exact = exact_ids_.find(std::string_view(word.normal));
  if (exact != exact_ids_.end()) ids.exact = exact->second;
  return ids;
}

// What Walk does at the root, whose children stand in a table.
void PhraseTrie::WalkFrom(std::size_t first, const std::vector<Word>& words,
                          const std::vector<WordIds>& ids, Best* best) const {
  const std::uint64_t most = MostCapitals(words[first]);
  for (const std::uint32_t id : {ids[first].exact, ids[first].stem}) {
    for (std::uint64_t up = 0; up <= most; ++up) {
      const std::uint32_t child = starts_[id][most - up];
      if (child == 0) continue;
      // Most phrases have one word.
      if (nodes_[child].next == 0) {
        for (const End& end : nodes_[child].ends) best->Offer(end, first + 1);
      } else {
        Walk(child, first + 1, words, ids, best);
      }
    }
  }
}

void PhraseTrie::Walk(std::uint32_t node, std::size_t at,
                      const std::vector<Word>& words,
                      const std::vector<WordIds>& ids, Best* best) const {
  for (const End& end : nodes_[node].ends) best->Offer(end, at);
  const std::uint64_t next = nodes_[node].next;
  if (next == 0 || at == words.size()) return;
  const std::uint64_t most = MostCapitals(words[at]);
  // The first of equal length wins: the exact form before the stem, capitals
  // before any case.
  for (const std::uint32_t id : {ids[at].exact, ids[at].stem}) {
    if (id == 0 || (next >> (id % 64) & 1) == 0) continue;
    for (std::uint64_t up = 0; up <= most; ++up) {
      const std::uint64_t capitals = most - up;
      const std::uint32_t child = edges_.Find(EdgeKey(node, id, capitals));
      if (child == EdgeTable::kNone) continue;
      Walk(child, at + 1, words, ids, best);
    }
  }
}

std::vector<TrieHit> PhraseTrie::Match(const std::vector<Word>& words,
                                       std::size_t lists) const {
  Scratch scratch;
  scratch.ids.reserve(words.size());
  for (const Word& word : words) scratch.ids.push_back(IdsOf(word));
  Match(words, lists, &scratch);
  return std::move(scratch.hits);
}

void PhraseTrie::Match(const std::vector<Word>& words, std::size_t lists,
                       Scratch* scratch) const {
  const std::vector<WordIds>& ids = scratch->ids;
  std::vector<std::uint32_t>& free_from = scratch->free_from;
  scratch->hits.clear();
  scratch->best_of_list.assign(lists, TrieHit{});
  free_from.assign(lists, 0);
  Best best{scratch};
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    best.first = i;
    WalkFrom(i, words, ids, &best);
    for (const std::uint32_t list : scratch->found) {
      TrieHit& hit = scratch->best_of_list[list];
      if (i >= free_from[list]) {
        scratch->hits.push_back(hit);
        free_from[list] = hit.last;
      }
      hit = {};
    }
    scratch->found.clear();
  }
}

}  // namespace rashomon
