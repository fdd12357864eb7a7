// Endings of words.
//
//   EndsWith("sanctions", "s");
//   EndsWithOneOf("задержан", kShortEnds);   // std::array of endings
#ifndef RASHOMON_ENGINE_BASE_SUFFIX_H_
#define RASHOMON_ENGINE_BASE_SUFFIX_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace rashomon {

// Compares bytes. O(end); most texts end in another byte, which is seen without a
// call.
inline bool EndsWith(std::string_view text, std::string_view end) {
  if (end.empty()) return true;
  return !text.empty() && text.back() == end.back() && text.ends_with(end);
}

template <std::size_t n>
bool EndsWithOneOf(std::string_view text,
                   const std::array<std::string_view, n>& ends) {
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) {
    return EndsWith(text, end);
  });
}

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_BASE_SUFFIX_H_
