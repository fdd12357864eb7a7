#include "tools/review/exports/code_points.h"

#include <algorithm>

namespace rashomon {
namespace {

constexpr std::size_t kBlock = 64;

std::size_t Count(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(),
                    [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

CodePointMap::CodePointMap(std::string_view text) : text_(text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at <= text.size(); at += kBlock) {
    before_.push_back(count);
    count += Count(text.substr(at, kBlock));
  }
}

std::size_t CodePointMap::At(std::size_t at) const {
  at = std::min(at, text_.size());
  const std::size_t block = at / kBlock;
  return before_[block] +
         Count(text_.substr(block * kBlock, at - block * kBlock));
}

}  // namespace rashomon
