#include "tools/cli/compare_options.h"

#include <limits>
#include <string>

#include "engine/base/strings.h"

namespace rashomon {
namespace {

bool UseColor(const Arguments& arguments, const Environment& env,
              bool to_terminal) {
  const std::string when = arguments.Value("color");
  if (when == "always") return true;
  return when == "auto" && to_terminal && !env.no_color;
}

}  // namespace

DivergenceFilter FilterFrom(const Arguments& arguments) {
  DivergenceFilter filter;
  for (const std::string& name : arguments.Values("kind")) {
    // The table's choices are the names of the kinds.
    if (const auto kind = DivergenceKindFromName(name)) {
      filter.kinds.push_back(*kind);
    }
  }
  filter.min_confidence = arguments.Share("min-confidence", 0);
  filter.min_weight = static_cast<int>(arguments.Count("min-weight", 1));
  return filter;
}

std::size_t MaxFlags(const Arguments& arguments) {
  return arguments.Has("all") ? std::numeric_limits<std::size_t>::max()
                              : kDefaultMaxFlags;
}

void KeepFirst(std::size_t max_flags, Comparison* comparison) {
  if (comparison->divergences.size() <= max_flags) return;
  const std::size_t more = comparison->divergences.size() - max_flags;
  comparison->divergences.resize(max_flags);
  comparison->notes.push_back(
      {"more-divergences",
       StrCat(more, " more divergences rank below these; --all lists them.")});
}

TerminalOptions TerminalOptionsFrom(const Arguments& arguments,
                                    const Environment& env) {
  const bool to_terminal =
      env.out_is_terminal && arguments.Value("output").empty();
  TerminalOptions options;
  options.width = static_cast<int>(arguments.Count("width", env.columns));
  options.color = UseColor(arguments, env, to_terminal);
  options.max_flags = MaxFlags(arguments);
  return options;
}

}  // namespace rashomon
