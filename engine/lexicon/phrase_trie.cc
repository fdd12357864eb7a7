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

std::uint64_t BitOf(std::uint32_t id) { return std::uint64_t{1} << (id % 64); }

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
  std::uint32_t first;

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
      nodes_[node].next |= BitOf(id);
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

// The first of equal length wins: the exact form before the stem, capitals
// before any case.
PhraseTrie::WordStart PhraseTrie::StartOf(const Word& word) const {
  WordStart start;
  const auto stem = stem_ids_.find(std::string_view(word.stem));
  if (stem != stem_ids_.end()) start.stem_ = stem->second;
  const auto exact = exact_ids_.find(std::string_view(word.normal));
  if (exact != exact_ids_.end()) start.exact_ = exact->second;
  for (const std::uint32_t id : {start.stem_, start.exact_}) {
    if (id != 0) start.bits_ |= BitOf(id);
  }
  AddStarts(start.exact_, MostCapitals(word), &start);
  AddStarts(start.stem_, MostCapitals(word), &start);
  return start;
}

void PhraseTrie::AddStarts(std::uint32_t id, std::uint64_t most,
                           WordStart* start) const {
  for (std::uint64_t up = 0; up <= most; ++up) {
    const std::uint32_t child = starts_[id][most - up];
    if (child == 0) continue;
    if (nodes_[child].next != 0) start->nodes_.push_back(child);
    start->next_ |= nodes_[child].next;
    for (const End& end : nodes_[child].ends) {
      const bool known = std::any_of(
          start->ends_.begin(), start->ends_.end(),
          [&](const End& earlier) { return earlier.list == end.list; });
      if (!known) start->ends_.push_back(end);
    }
  }
}

// The longest matches from one word on; those of the word alone where nothing
// longer may begin with it.
void PhraseTrie::WalkFrom(std::size_t first, const std::vector<Word>& words,
                          Scratch* scratch) const {
  const WordStart& start = *scratch->starts[first];
  Best best{scratch, static_cast<std::uint32_t>(first)};
  for (const End& end : start.ends_) best.Offer(end, first + 1);
  for (const std::uint32_t node : start.nodes_) {
    Walk(node, first + 1, words, &best);
  }
  for (const std::uint32_t list : scratch->found) {
    TrieHit& hit = scratch->best_of_list[list];
    scratch->Keep(hit);
    hit = {};
  }
  scratch->found.clear();
}

// The words behind a node.
void PhraseTrie::Walk(std::uint32_t node, std::size_t at,
                      const std::vector<Word>& words, Best* best) const {
  const std::uint64_t next = nodes_[node].next;
  if (next == 0 || at == words.size()) return;
  const WordStart& word = *best->scratch->starts[at];
  for (const std::uint32_t id : {word.exact_, word.stem_}) {
    if (id == 0 || (next & BitOf(id)) == 0) continue;
    const std::uint64_t most = MostCapitals(words[at]);
    for (std::uint64_t up = 0; up <= most; ++up) {
      const std::uint32_t child = edges_.Find(EdgeKey(node, id, most - up));
      if (child == EdgeTable::kNone) continue;
      for (const End& end : nodes_[child].ends) best->Offer(end, at + 1);
      Walk(child, at + 1, words, best);
    }
  }
}

std::vector<TrieHit> PhraseTrie::Match(const std::vector<Word>& words,
                                       std::size_t lists) const {
  std::vector<WordStart> starts;
  starts.reserve(words.size());
  Scratch scratch;
  for (const Word& word : words) {
    starts.push_back(StartOf(word));
    scratch.starts.push_back(&starts.back());
  }
  Match(words, lists, &scratch);
  return std::move(scratch.hits);
}

void PhraseTrie::Match(const std::vector<Word>& words, std::size_t lists,
                       Scratch* scratch) const {
  scratch->hits.clear();
  scratch->best_of_list.assign(lists, TrieHit{});
  scratch->free_from.assign(lists, 0);
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const WordStart& start = *scratch->starts[i];
    const bool goes_on = i + 1 < words.size() &&
                         (start.next_ & scratch->starts[i + 1]->bits_) != 0;
    if (goes_on) {
      WalkFrom(i, words, scratch);
      continue;
    }
    for (const End& end : start.ends_) {
      scratch->Keep({end.list, end.entry, i, i + 1});
    }
  }
}

}  // namespace rashomon
