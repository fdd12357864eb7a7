#include "engine/align/word_matcher.h"

#include <algorithm>
#include <bit>
#include <cstddef>

namespace rashomon {
namespace {

constexpr std::size_t kBits = 64;

}  // namespace

WordMatcher::WordMatcher(const WordTies* ties,
                         const std::vector<double>* weights)
    : ties_(ties), weights_(weights), known_(weights->size()) {}

void WordMatcher::Take(std::span<const int> here) {
  for (const int word : here_) known_[static_cast<std::size_t>(word)] = {};
  for (const int word : linked_) known_[static_cast<std::size_t>(word)] = {};
  links_.clear();
  linked_.clear();
  here_.assign(here.begin(), here.end());
  found_here_.assign(here.size(), {});
  has_found_.assign((here.size() + kBits - 1) / kBits, 0);
  for (std::size_t k = 0; k < here.size(); ++k) {
    const auto word = static_cast<std::size_t>(here[k]);
    const int place = static_cast<int>(k);
    known_[word].place = place;
    for (const WordTie& tie : ties_->of(here[k])) {
      const auto other = static_cast<std::size_t>(tie.other);
      int& link = known_[other].link;
      if (link == kNone) linked_.push_back(tie.other);
      const double spelling =
          tie.spelling * std::min((*weights_)[word], (*weights_)[other]);
      links_.push_back(
          {link, place, tie.forth, tie.back, tie.opposite, spelling});
      link = static_cast<int>(links_.size()) - 1;
    }
  }
}

WordMatch& WordMatcher::MatchHere(int place) {
  const auto at = static_cast<std::size_t>(place);
  has_found_[at / kBits] |= std::uint64_t{1} << (at % kBits);
  return found_here_[at];
}

// The words there that stand here, or are tied to one.
void WordMatcher::FindTied(std::span<const int> there) {
  first_links_.clear();
  there_matches_.clear();
  for (std::size_t k = 0; k < there.size(); ++k) {
    const Known& known = known_[static_cast<std::size_t>(there[k])];
    if (known.place == kNone && known.link == kNone) continue;
    first_links_.push_back(known.link);
    WordMatch& match = there_matches_.emplace_back();
    match.place = static_cast<int>(k);
    if (known.place == kNone) continue;
    match.shared = true;
    MatchHere(known.place).shared = true;
  }
}

void WordMatcher::Follow(int link, WordMatch* other) {
  for (; link != kNone; link = links_[static_cast<std::size_t>(link)].next) {
    const Link& l = links_[static_cast<std::size_t>(link)];
    WordMatch& word = MatchHere(l.place);
    word.best = std::max(word.best, l.forth);
    other->best = std::max(other->best, l.back);
    word.opposite |= l.opposite;
    other->opposite |= l.opposite;
    if (word.shared || other->shared) continue;
    word.spelling = std::max(word.spelling, l.spelling);
    other->spelling = std::max(other->spelling, l.spelling);
  }
}

// Takes what words here have found, by place.
void WordMatcher::GatherHere() {
  here_matches_.clear();
  for (std::size_t block = 0; block < has_found_.size(); ++block) {
    for (std::uint64_t& bits = has_found_[block]; bits != 0;
         bits &= bits - 1) {
      const std::size_t place =
          block * kBits + static_cast<std::size_t>(std::countr_zero(bits));
      WordMatch& found = found_here_[place];
      found.place = static_cast<int>(place);
      here_matches_.push_back(found);
      found = {};
    }
  }
}

void WordMatcher::Match(std::span<const int> there) {
  FindTied(there);
  for (std::size_t i = 0; i < there_matches_.size(); ++i) {
    Follow(first_links_[i], &there_matches_[i]);
  }
  GatherHere();
}

}  // namespace rashomon
