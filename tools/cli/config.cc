#include "tools/cli/config.h"

#include <filesystem>
#include <string>
#include <system_error>

#include "engine/base/file.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

namespace fs = std::filesystem;

// Tables that people write by hand are far smaller.
constexpr std::size_t kMaxTableBytes = std::size_t{64} << 20;

bool IsFile(const std::string& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

absl::Status AddOutlets(const std::string& path, OutletRegistry* registry) {
  RASHOMON_ASSIGN_OR_RETURN(const std::string tsv,
                            ReadFile(path, kMaxTableBytes));
  return registry->AddTsv(tsv, path);
}

}  // namespace

absl::StatusOr<OutletRegistry> LoadOutlets(const Arguments& arguments,
                                           const Environment& env) {
  RASHOMON_ASSIGN_OR_RETURN(OutletRegistry registry,
                            OutletRegistry::Shipped());
  const std::string own = env.config_folder + "/outlets.tsv";
  if (!env.config_folder.empty() && IsFile(own)) {
    RASHOMON_RETURN_IF_ERROR(AddOutlets(own, &registry));
  }
  for (const std::string& path : arguments.Values("outlets")) {
    RASHOMON_RETURN_IF_ERROR(AddOutlets(path, &registry));
  }
  return registry;
}

ReadOptions ReadOptionsFrom(const Arguments& arguments,
                            const OutletRegistry* registry) {
  ReadOptions options;
  options.registry = registry;
  options.limits.max_article_bytes =
      arguments.Size("max-bytes", options.limits.max_article_bytes);
  options.skip_bad = arguments.Has("skip-bad");
  return options;
}

ArticleOverrides OverridesFrom(const Arguments& arguments,
                               std::string_view side) {
  const auto value = [&](std::string_view what) {
    return arguments.Value(StrCat(side, "-", what));
  };
  ArticleOverrides overrides;
  overrides.outlet = value("outlet");
  overrides.published = value("date");
  overrides.title = value("title");
  overrides.url = value("url");
  overrides.language = value("language");
  return overrides;
}

}  // namespace rashomon
