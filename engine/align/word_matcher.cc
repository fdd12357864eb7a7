#include "engine/align/word_matcher.h"

#include <algorithm>
#include <cstddef>

namespace rashomon {

WordMatcher::WordMatcher(const WordTies* ties,
                         const std::vector<double>* weights)
    : ties_(ties),
      weights_(weights),
      places_(weights->size(), kNone),
      links_of_(weights->size(), kNone) {}

void WordMatcher::Take(std::span<const int> here) {
  for (const int word : here_) places_[static_cast<std::size_t>(word)] = kNone;
  for (const int word : linked_) {
    links_of_[static_cast<std::size_t>(word)] = kNone;
  }
  links_.clear();
  linked_.clear();
  here_.assign(here.begin(), here.end());
  for (std::size_t k = 0; k < here.size(); ++k) {
    const auto word = static_cast<std::size_t>(here[k]);
    const int place = static_cast<int>(k);
    places_[word] = place;
    for (const WordTie& tie : ties_->of(here[k])) {
      const auto other = static_cast<std::size_t>(tie.other);
      if (links_of_[other] == kNone) linked_.push_back(tie.other);
      const double spelling =
          tie.spelling * std::min((*weights_)[word], (*weights_)[other]);
      links_.push_back({links_of_[other], place, tie.forth, tie.back,
                        tie.opposite, spelling});
      links_of_[other] = static_cast<int>(links_.size()) - 1;
    }
  }
}

void WordMatcher::MarkShared(std::span<const int> there) {
  here_matches_.assign(here_.size(), {});
  there_matches_.assign(there.size(), {});
  for (std::size_t k = 0; k < there.size(); ++k) {
    const int place = places_[static_cast<std::size_t>(there[k])];
    if (place == kNone) continue;
    there_matches_[k].shared = true;
    here_matches_[static_cast<std::size_t>(place)].shared = true;
  }
}

void WordMatcher::Follow(int link, WordMatch* other) {
  for (; link != kNone; link = links_[static_cast<std::size_t>(link)].next) {
    const Link& l = links_[static_cast<std::size_t>(link)];
    WordMatch& word = here_matches_[static_cast<std::size_t>(l.place)];
    word.best = std::max(word.best, l.forth);
    other->best = std::max(other->best, l.back);
    word.opposite |= l.opposite;
    other->opposite |= l.opposite;
    if (word.shared || other->shared) continue;
    word.spelling = std::max(word.spelling, l.spelling);
    other->spelling = std::max(other->spelling, l.spelling);
  }
}

void WordMatcher::Match(std::span<const int> there) {
  MarkShared(there);
  for (std::size_t k = 0; k < there.size(); ++k) {
    Follow(links_of_[static_cast<std::size_t>(there[k])], &there_matches_[k]);
  }
}

}  // namespace rashomon
