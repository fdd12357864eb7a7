// "Did you mean ...?" for a mistyped name.
//
//   Suggestion("comapre", {"compare", "extract"}) == "compare";
#ifndef RASHOMON_TOOLS_CLI_SUGGEST_H_
#define RASHOMON_TOOLS_CLI_SUGGEST_H_

#include <string>
#include <string_view>
#include <vector>

namespace rashomon {

// The candidate nearest to `typed` by edits (insert, delete, replace, swap
// neighbours: Damerau 1964), or one that `typed` begins; "" where none is
// near: more than a third of its letters are wrong.
std::string Suggestion(std::string_view typed,
                       const std::vector<std::string>& candidates);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_SUGGEST_H_
