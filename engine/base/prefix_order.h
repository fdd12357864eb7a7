// Sorts texts by their bytes, as std::string_view does, faster: most pairs
// differ in their first eight bytes, which are compared as one number.
//
//   std::vector<PrefixedView> views(texts.begin(), texts.end());
//   std::sort(views.begin(), views.end());
#ifndef RASHOMON_ENGINE_BASE_PREFIX_ORDER_H_
#define RASHOMON_ENGINE_BASE_PREFIX_ORDER_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rashomon {

class PrefixedView {
 public:
  PrefixedView(std::string_view text) : text_(text) {  // NOLINT: implicit
    for (std::size_t i = 0; i < kBytes; ++i) {
      const unsigned char byte =
          i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
      prefix_ = prefix_ << 8 | byte;
    }
  }

  std::string_view text() const { return text_; }

  bool operator<(const PrefixedView& other) const {
    return prefix_ != other.prefix_ ? prefix_ < other.prefix_
                                    : text_ < other.text_;
  }
  bool operator==(const PrefixedView& other) const {
    return prefix_ == other.prefix_ && text_ == other.text_;
  }

 private:
  static constexpr std::size_t kBytes = 8;

  std::uint64_t prefix_ = 0;
  std::string_view text_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_BASE_PREFIX_ORDER_H_
