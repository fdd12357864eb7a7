#include "engine/align/spelling_neighbors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

#include "engine/embed/letter_trigrams.h"

namespace rashomon {
namespace {

constexpr std::uint32_t kMaxStemsOfTrigram = 400;

// Where a stem stands. Stems of one text alone are not compared with each other.
enum Place { kLeft, kRight, kBoth, kNowhere };
constexpr std::size_t kPlaces = 3;

Place PlaceOf(const WordSides& sides, std::size_t stem) {
  const bool left = sides.left[stem], right = sides.right[stem];
  return left && right ? kBoth : left ? kLeft : right ? kRight : kNowhere;
}

// The earlier stems of each trigram, by where they stand, in one piece of
// memory: room for all is made before the first is added.
class Postings {
 public:
  Postings(const SpellingNeighbors::TrigramLists& trigrams,
           std::size_t distinct, const std::vector<Place>& places)
      : list_of_(distinct, kNone) {
    for (std::size_t i = 0; i < trigrams.size(); ++i) {
      for (const int t : trigrams[i]) {
        PostingList& list = MakeList(t);
        if (places[i] != kNowhere) ++list.end[places[i]];
      }
    }
    std::uint32_t begin = 0;
    for (PostingList& list : lists_) {
      for (std::size_t p = 0; p < kPlaces; ++p) {
        list.begin[p] = begin;
        begin += std::exchange(list.end[p], begin);
      }
    }
    stems_.resize(begin);
  }

  // Calls visit(stem) for the stems that were added and may stand for one of
  // this place.
  template <typename Visit>
  void VisitStems(int trigram, Place place, const Visit& visit) const {
    const PostingList& list = ListOf(trigram);
    if (list.stems > kMaxStemsOfTrigram) return;
    for (std::size_t p = 0; p < kPlaces; ++p) {
      if (p == place && p != kBoth) continue;
      for (std::uint32_t k = list.begin[p]; k < list.end[p]; ++k) {
        visit(stems_[k]);
      }
    }
  }

  void Add(int trigram, Place place, int stem) {
    PostingList& list = MakeList(trigram);
    if (list.stems > kMaxStemsOfTrigram) return;
    ++list.stems;
    if (place != kNowhere) stems_[list.end[place]++] = stem;
  }

 private:
  struct PostingList {
    std::array<std::uint32_t, kPlaces> begin{};
    std::array<std::uint32_t, kPlaces> end{};  // before there is room: how many
    std::uint32_t stems = 0;  // added so far, wherever they stand
  };
  static constexpr int kNone = -1;

  const PostingList& ListOf(int trigram) const {
    const int list = list_of_[static_cast<std::size_t>(trigram)];
    return lists_[static_cast<std::size_t>(list)];
  }
  PostingList& MakeList(int trigram) {
    int& list = list_of_[static_cast<std::size_t>(trigram)];
    if (list == kNone) {
      list = static_cast<int>(lists_.size());
      lists_.emplace_back();
    }
    return lists_[static_cast<std::size_t>(list)];
  }

  std::vector<int> list_of_;  // of each trigram that a stem has
  std::vector<PostingList> lists_;
  std::vector<int> stems_;
};

// Counts the trigrams that earlier stems share with one stem.
class Counter {
 public:
  explicit Counter(std::size_t stems) : shared_(stems, 0) {}

  // Calls visit(stem, shared) for each that shares any, in no order.
  template <typename Visit>
  void Count(std::span<const int> trigrams, Place place,
             const Postings& postings, const Visit& visit) {
    hits_.clear();
    for (const int trigram : trigrams) {
      postings.VisitStems(trigram, place, [this](int stem) {
        if (shared_[static_cast<std::size_t>(stem)]++ == 0) {
          hits_.push_back(stem);
        }
      });
    }
    for (const int stem : hits_) {
      visit(stem, std::exchange(shared_[static_cast<std::size_t>(stem)], 0));
    }
  }

 private:
  std::vector<int> shared_;  // by stem
  std::vector<int> hits_;
};

// The lists of spelt-out stems.
SpellingNeighbors NeighborsOf(const LetterTrigrams& trigrams) {
  SpellingNeighbors::TrigramLists lists;
  for (int i = 0; i < static_cast<int>(trigrams.stems()); ++i) {
    lists.push_back(trigrams.of(i));
  }
  const std::vector<bool> everywhere(lists.size(), true);
  return SpellingNeighbors(lists, trigrams.distinct(),
                           {everywhere, everywhere});
}

LetterTrigrams TrigramsOf(const std::vector<std::string_view>& stems) {
  LetterTrigrams trigrams;
  for (const std::string_view stem : stems) trigrams.Add(stem);
  return trigrams;
}

}  // namespace

SpellingNeighbors::SpellingNeighbors(const std::vector<std::string_view>& stems)
    : SpellingNeighbors(NeighborsOf(TrigramsOf(stems))) {}

SpellingNeighbors::SpellingNeighbors(const TrigramLists& trigrams,
                                     std::size_t distinct,
                                     const WordSides& sides) {
  // Of what is less alike, most need no square root.
  constexpr double kLeastSquare =
      0.99 * kLeastSpellingSimilarity * kLeastSpellingSimilarity;
  std::vector<Place> places;
  for (std::size_t i = 0; i < trigrams.size(); ++i) {
    places.push_back(PlaceOf(sides, i));
  }
  Postings postings(trigrams, distinct, places);
  Counter counter(trigrams.size());
  std::vector<SpellingNeighbor> found;
  std::vector<std::pair<int, SpellingNeighbor>> neighbors;
  for (int i = 0; i < static_cast<int>(trigrams.size()); ++i) {
    const auto at = static_cast<std::size_t>(i);
    const auto size = static_cast<double>(trigrams[at].size());
    const auto compare = [&](int other, int shared) {
      const double product =
          size *
          static_cast<double>(trigrams[static_cast<std::size_t>(other)].size());
      if (static_cast<double>(shared) * shared < kLeastSquare * product) return;
      const double similarity = shared / std::sqrt(product);
      if (similarity >= kLeastSpellingSimilarity) {
        found.push_back({other, similarity});
      }
    };
    found.clear();
    if (places[at] != kNowhere) {
      counter.Count(trigrams[at], places[at], postings, compare);
    }
    std::sort(found.begin(), found.end(),
              [](const SpellingNeighbor& a, const SpellingNeighbor& b) {
                return a.stem < b.stem;
              });
    for (const SpellingNeighbor& n : found) {
      neighbors.push_back({i, n});
      neighbors.push_back({n.stem, {i, n.similarity}});
    }
    for (const int t : trigrams[at]) postings.Add(t, places[at], i);
  }
  neighbors_ = GroupedLists<SpellingNeighbor>::Of(trigrams.size(), neighbors);
}

}  // namespace rashomon
