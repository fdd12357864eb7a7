#include "tools/review/server/outlet_mask.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "engine/base/stable_hash.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

constexpr std::string_view kBlack = "▮▮▮";

char Lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool EndsInWord(std::string_view text) {
  if (text.empty()) return false;
  auto at = static_cast<std::int32_t>(text.size());
  UChar32 c = 0;
  U8_PREV(text.data(), 0, at, c);
  return c >= 0 && u_isalnum(c) != 0;
}

bool BeginsInWord(std::string_view text) {
  if (text.empty()) return false;
  std::int32_t at = 0;
  UChar32 c = 0;
  U8_NEXT(text.data(), at, static_cast<std::int32_t>(text.size()), c);
  return c >= 0 && u_isalnum(c) != 0;
}

bool StandsAlone(std::string_view text, std::size_t begin, std::size_t end) {
  return !EndsInWord(text.substr(0, begin)) && !BeginsInWord(text.substr(end));
}

// "A" ... "Z", "AA", "AB" ...
std::string Letters(std::size_t number) {
  std::string letters;
  for (std::size_t left = number + 1; left > 0; left = (left - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
  }
  return letters;
}

void FindName(std::string_view text, Field field, std::string_view name,
              std::vector<Span>* spans) {
  for (auto from = text.begin();;) {
    const auto at = std::search(
        from, text.end(), name.begin(), name.end(),
        [](char a, char b) { return Lower(a) == Lower(b); });
    if (at == text.end()) return;
    const auto begin = static_cast<std::size_t>(at - text.begin());
    if (StandsAlone(text, begin, begin + name.size())) {
      spans->push_back({field, begin, begin + name.size()});
    }
    from = at + 1;
  }
}

}  // namespace

OutletMask::OutletMask(const std::vector<std::string>& outlets) {
  std::vector<std::pair<std::uint64_t, std::string>> hashed;
  for (const std::string& outlet : outlets) {
    if (outlet.empty()) continue;
    hashed.emplace_back(StableHash().Add(outlet).Value(), outlet);
  }
  std::sort(hashed.begin(), hashed.end());
  hashed.erase(std::unique(hashed.begin(), hashed.end()), hashed.end());
  for (std::size_t i = 0; i < hashed.size(); ++i) {
    aliases_[hashed[i].second] = StrCat("Outlet ", Letters(i));
  }
}

std::string OutletMask::AliasOf(const std::string& outlet) const {
  const auto found = aliases_.find(outlet);
  return found == aliases_.end() ? outlet : found->second;
}

std::string OutletMask::OutletOf(const std::string& alias) const {
  for (const auto& [outlet, other] : aliases_) {
    if (other == alias) return outlet;
  }
  return alias;
}

std::vector<Span> OutletMask::Find(std::string_view text, Field field) const {
  std::vector<Span> spans;
  for (const auto& [outlet, alias] : aliases_) {
    FindName(text, field, outlet, &spans);
  }
  std::sort(spans.begin(), spans.end());
  std::vector<Span> apart;
  for (const Span& span : spans) {
    if (apart.empty() || apart.back().end <= span.begin) {
      apart.push_back(span);
    } else {
      apart.back().end = std::max(apart.back().end, span.end);
    }
  }
  return apart;
}

std::string OutletMask::Masked(std::string_view text) const {
  std::string masked;
  std::size_t from = 0;
  for (const Span& span : Find(text, Field::kText)) {
    StrAppend(&masked, text.substr(from, span.begin - from), kBlack);
    from = span.end;
  }
  StrAppend(&masked, text.substr(from));
  return masked;
}

}  // namespace rashomon
