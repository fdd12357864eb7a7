#include "engine/text/date_window.h"

#include <algorithm>
#include <cstddef>

namespace rashomon {
namespace {

// A date begins at most 18 tokens before its first month or year ("11:53:20
// p.m., 28th - 30th of April") and ends at most 22 behind its last; to be sure
// of it, the reader looks at a few more. No word has less than one token.
constexpr int kReach = 24;

// White space for the reader of dates and for the splitter of words.
bool IsSpaceByte(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// Of a letter's first byte of two.
bool IsLead(char c) { return static_cast<unsigned char>(c) >= 0xC0; }

class WindowFinder {
 public:
  WindowFinder(std::string_view text, Field field,
               std::span<const std::vector<Word>> sentences)
      : text_(text), field_(field), sentences_(sentences) {}

  std::vector<Span> Find() {
    std::size_t last_end = 0;
    for (std::size_t s = 0; s < sentences_.size(); ++s) {
      const std::vector<Word>& words = sentences_[s];
      if (words.empty()) continue;
      if (!IsSpace(last_end, words.front().span.begin)) Mark(s, 0);
      for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].dates) Mark(s, i);
      }
      last_end = words.back().span.end;
    }
    if (!IsSpace(last_end, text_.size())) Mark(sentences_.size(), 0);
    return std::move(windows_);
  }

 private:
  bool IsSpace(std::size_t begin, std::size_t end) const {
    return std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                       text_.begin() + static_cast<std::ptrdiff_t>(end),
                       IsSpaceByte);
  }

  // A month or year, or what is no word, stands at word i of sentence s or right
  // before it.
  void Mark(std::size_t s, std::size_t i) {
    const std::size_t end = EndBehind(s, i);
    if (!windows_.empty() && s < sentences_.size() &&
        sentences_[s][i].span.end <= windows_.back().end) {
      windows_.back().end = end;
      return;
    }
    const std::size_t begin = BeginBefore(s, i);
    if (!windows_.empty() && begin <= windows_.back().end) {
      windows_.back().end = end;
    } else {
      windows_.push_back({field_, begin, end});
    }
  }

  // Where kReach words before this one a token begins, whatever stands before.
  std::size_t BeginBefore(std::size_t s, std::size_t i) const {
    for (int words = 0;; ++words) {
      while (i == 0) {
        if (s == 0) return 0;
        i = sentences_[--s].size();
      }
      const std::size_t begin = sentences_[s][--i].span.begin;
      if (words >= kReach && IsCut(begin)) return begin;
    }
  }

  // The same behind it.
  std::size_t EndBehind(std::size_t s, std::size_t i) const {
    for (int words = 0;; ++words, ++i) {
      while (s < sentences_.size() && i >= sentences_[s].size()) ++s, i = 0;
      if (s >= sentences_.size()) return text_.size();
      const std::size_t begin = sentences_[s][i].span.begin;
      if (words > kReach && IsCut(begin)) return begin;
    }
  }

  bool IsCut(std::size_t at) const {
    if (at == 0) return true;
    return IsSpaceByte(text_[at - 1]) && (at == 1 || !IsLead(text_[at - 2]));
  }

  std::string_view text_;
  Field field_;
  std::span<const std::vector<Word>> sentences_;
  std::vector<Span> windows_;
};

}  // namespace

std::vector<Span> DateWindows(std::string_view text, Field field,
                              std::span<const std::vector<Word>> sentences) {
  return WindowFinder(text, field, sentences).Find();
}

}  // namespace rashomon
