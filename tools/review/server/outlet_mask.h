// Blind review: outlets get letters instead of names.
//
//   const OutletMask mask({"TASS", "RT"});
//   mask.AliasOf("RT");                     // "Outlet B"
//   mask.Masked("RT: protest in Oslo");     // "▮▮▮: protest in Oslo"
//
// A name is found where it stands as a word of its own, in any case of its
// ASCII letters. What a report calls its outlet in other words stays.
#ifndef RASHOMON_TOOLS_REVIEW_SERVER_OUTLET_MASK_H_
#define RASHOMON_TOOLS_REVIEW_SERVER_OUTLET_MASK_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/span.h"

namespace rashomon {

// Immutable, so thread-safe.
class OutletMask {
 public:
  // The letters go by a hash of the names, so that they do not tell which name
  // comes first in the alphabet. "" is no name.
  explicit OutletMask(const std::vector<std::string>& outlets);

  // The outlet itself where it is not known.
  std::string AliasOf(const std::string& outlet) const;
  // The outlet of an alias; the alias itself where there is none.
  std::string OutletOf(const std::string& alias) const;

  // `text` with every name blacked out.
  std::string Masked(std::string_view text) const;
  // Where names stand in a field of an article. Bytes, ascending, not
  // overlapping. O(size of text x outlets).
  std::vector<Span> Find(std::string_view text, Field field) const;

 private:
  std::map<std::string, std::string> aliases_;  // by outlet
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_SERVER_OUTLET_MASK_H_
