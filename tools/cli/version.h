// The version of the program, in one place.
#ifndef RASHOMON_TOOLS_CLI_VERSION_H_
#define RASHOMON_TOOLS_CLI_VERSION_H_

#include <string_view>

namespace rashomon {

// Semantic versioning; CHANGELOG.md says what each brought.
inline constexpr std::string_view kVersion = "0.1.0";

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_VERSION_H_
