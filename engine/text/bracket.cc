#include "engine/text/bracket.h"

#include <algorithm>

namespace rashomon {
namespace {

// A bracket that stays open for longer than this is taken for a stray one.
constexpr std::size_t kLongestAside = 400;

}  // namespace

void BracketPairs::Reset(std::string_view text, Span paragraph) {
  pairs_.clear();
  next_ = 0;
  const std::string_view inside = Slice(text, paragraph);
  const std::size_t first = std::min(inside.find('('), inside.find('['));
  if (first == std::string_view::npos) return;
  std::vector<Pair> open;
  for (std::size_t i = paragraph.begin + first; i < paragraph.end; ++i) {
    const char c = text[i];
    if (c == '(' || c == '[') {
      open.push_back({i, c == '(' ? std::size_t{')'} : std::size_t{']'}});
    } else if ((c == ')' || c == ']') && !open.empty() &&
               open.back().close == static_cast<std::size_t>(c)) {
      pairs_.push_back({open.back().open, i});
      open.pop_back();
    }
  }
  std::sort(pairs_.begin(), pairs_.end());
}

std::size_t BracketPairs::CloseOf(std::size_t open) {
  while (next_ < pairs_.size() && pairs_[next_].open < open) ++next_;
  if (next_ == pairs_.size() || pairs_[next_].open != open) return kNowhere;
  const std::size_t close = pairs_[next_].close;
  return close - open <= kLongestAside ? close : kNowhere;
}

}  // namespace rashomon
