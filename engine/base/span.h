// A span: a half-open range of UTF-8 bytes in one field of an article.
//
//   Span s{Field::kText, 10, 14};
//   std::string_view quote = Slice(article_text, s);   // bytes 10..13
//
// Spans are plain values; every stage hands on spans into the article's own
// fields, never into a copy. Begin and end stand on character boundaries.
#ifndef RASHOMON_ENGINE_BASE_SPAN_H_
#define RASHOMON_ENGINE_BASE_SPAN_H_

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rashomon {

// The fields of an article that spans point into. Title sorts first, as its
// sentences are numbered first.
enum class Field : std::uint8_t { kTitle = 0, kText = 1 };

// "title" or "text", as in every JSON form.
constexpr std::string_view FieldName(Field field) {
  return field == Field::kTitle ? "title" : "text";
}

struct Span {
  Field field = Field::kText;
  std::size_t begin = 0;  // bytes, inclusive
  std::size_t end = 0;    // bytes, exclusive; end >= begin

  constexpr std::size_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }

  // Order of reading: title before text, then by begin, then by end.
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

// True where the two share at least one byte.
constexpr bool Overlaps(const Span& a, const Span& b) {
  return a.field == b.field && a.begin < b.end && b.begin < a.end;
}

// True where every byte of `inner` is in `outer`.
constexpr bool Contains(const Span& outer, const Span& inner) {
  return outer.field == inner.field && outer.begin <= inner.begin &&
         inner.end <= outer.end;
}

// The bytes of `field_text` that `span` covers, clamped to the field's size.
constexpr std::string_view Slice(std::string_view field_text,
                                 const Span& span) {
  const std::size_t begin = std::min(span.begin, field_text.size());
  const std::size_t end = std::clamp(span.end, begin, field_text.size());
  return field_text.substr(begin, end - begin);
}

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_BASE_SPAN_H_
