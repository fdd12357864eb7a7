// What numbers the items of a list: "1.", "2)", "(b)", "⁃10.", "3.)".
//
//   const ListMarker first = ListMarkerAt("1) Bread", 0);
//   first.end == 2; first.GoesOnWith(ListMarkerAt("2) Milk", 0));
#ifndef RASHOMON_ENGINE_TEXT_LIST_MARKER_H_
#define RASHOMON_ENGINE_TEXT_LIST_MARKER_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rashomon {

struct ListMarker {
  char32_t prefix = 0;
  bool letter = false;
  bool upper = false;
  std::uint8_t suffix = 0;  // 1 ".", 2 ")", 3 ".)"
  int ordinal = 0;
  std::size_t end = 0;  // 0: no marker

  // Whether `next` has this style, and numbers the item after this one.
  bool GoesOnWith(const ListMarker& next) const {
    return end != 0 && next.end != 0 && prefix == next.prefix &&
           letter == next.letter && upper == next.upper &&
           suffix == next.suffix && next.ordinal == ordinal + 1;
  }
};

// The marker at byte i, before white space and a capital. O(1) but for white
// space.
ListMarker ListMarkerAt(std::string_view paragraph, std::size_t i);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_LIST_MARKER_H_
