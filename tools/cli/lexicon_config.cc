#include "tools/cli/lexicon_config.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "engine/base/file.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

namespace fs = std::filesystem;

// Lists that people write by hand are far smaller.
constexpr std::size_t kMaxListBytes = std::size_t{64} << 20;

bool IsFile(const std::string& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

// "hedges=my.tsv" or "my/hedges.tsv".
absl::Status AddLexicon(const std::string& argument, Lexicons* lexicons) {
  const std::size_t equals = argument.find('=');
  const bool named = equals != std::string::npos && !IsFile(argument);
  const std::string path = named ? argument.substr(equals + 1) : argument;
  const std::string list =
      named ? argument.substr(0, equals) : fs::path(path).stem().string();
  RASHOMON_ASSIGN_OR_RETURN(const std::string tsv,
                            ReadFile(path, kMaxListBytes));
  return lexicons->AddTsv(list, tsv, path);
}

std::vector<std::string> TsvFilesIn(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code error;
  for (const fs::directory_entry& entry :
       fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".tsv") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

absl::StatusOr<Lexicons> LoadLexicons(const Arguments& arguments,
                                      const Environment& env) {
  RASHOMON_ASSIGN_OR_RETURN(Lexicons lexicons, Lexicons::Shipped());
  if (!env.config_folder.empty()) {
    for (const std::string& path : TsvFilesIn(env.config_folder + "/lexicons")) {
      RASHOMON_RETURN_IF_ERROR(AddLexicon(path, &lexicons));
    }
  }
  for (const std::string& argument : arguments.Values("lexicon")) {
    RASHOMON_RETURN_IF_ERROR(AddLexicon(argument, &lexicons));
  }
  return lexicons;
}

}  // namespace rashomon
