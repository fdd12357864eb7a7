// std::string_view with Abseil. Debian builds Abseil for C++14, where
// absl::string_view is a type of its own that std::string_view does not convert
// to. The project speaks std::string_view; this header is the one bridge.
//
//   absl::InvalidArgumentError(StrCat(path, ": line ", line, " is empty"));
//   StringMap<int> counts;
//   ++counts["word"];
//   counts.find(std::string_view("word"));       // no copy for the lookup
//   for (std::string_view part : SplitOn(line, '\t')) ...
#ifndef RASHOMON_ENGINE_BASE_STRINGS_H_
#define RASHOMON_ENGINE_BASE_STRINGS_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/hash/hash.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace rashomon {

inline absl::string_view AbslView(std::string_view text) {
  return absl::string_view(text.data(), text.size());
}
inline std::string_view StdView(absl::string_view text) {
  return std::string_view(text.data(), text.size());
}

namespace strings_internal {
template <typename T>
decltype(auto) ForAbsl(const T& value) {
  if constexpr (std::is_same_v<T, std::string_view>) {
    return AbslView(value);
  } else {
    return (value);
  }
}
}  // namespace strings_internal

// absl::StrCat that takes std::string_view too.
template <typename... Parts>
std::string StrCat(const Parts&... parts) {
  return absl::StrCat(strings_internal::ForAbsl(parts)...);
}

// absl::StrAppend that takes std::string_view too.
template <typename... Parts>
void StrAppend(std::string* to, const Parts&... parts) {
  absl::StrAppend(to, strings_internal::ForAbsl(parts)...);
}

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return absl::Hash<absl::string_view>{}(AbslView(text));
  }
};

// Hash containers keyed by owned strings, looked up by view. Iteration order
// is random on purpose: sort before anything is printed.
template <typename Value>
using StringMap =
    absl::flat_hash_map<std::string, Value, StringHash, std::equal_to<>>;
using StringSet = absl::flat_hash_set<std::string, StringHash, std::equal_to<>>;

// The parts between separators: "a\t\tb" gives three, "" gives one empty part.
// Views into `text`.
inline std::vector<std::string_view> SplitOn(std::string_view text,
                                             char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t end = text.find(separator, begin);
    if (end == std::string_view::npos) {
      parts.push_back(text.substr(begin));
      return parts;
    }
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

// Without ASCII white space at either end. A view into `text`.
inline std::string_view StripAsciiSpace(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return text.substr(text.size());
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_BASE_STRINGS_H_
