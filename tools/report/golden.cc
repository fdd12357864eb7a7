#include "tools/report/golden.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "engine/base/strings.h"

namespace rashomon {
namespace {

constexpr char kFolder[] = "tools/report/testdata/";

std::string ReadAll(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

// `bazel run` names the source tree; tests run in a copy of it.
bool Update(const std::string& name, std::string_view actual) {
  const char* workspace = std::getenv("BUILD_WORKSPACE_DIRECTORY");
  if (std::getenv("RASHOMON_UPDATE_GOLDEN") == nullptr ||
      workspace == nullptr) {
    return false;
  }
  std::ofstream out(StrCat(workspace, "/", kFolder, name), std::ios::binary);
  out << actual;
  return out.good();
}

}  // namespace

testing::AssertionResult MatchesGolden(const std::string& name,
                                       std::string_view actual) {
  if (Update(name, actual)) return testing::AssertionSuccess();
  const std::string expected = ReadAll(StrCat(kFolder, name));
  if (expected == actual) return testing::AssertionSuccess();
  const std::vector<std::string_view> want = SplitOn(expected, '\n');
  const std::vector<std::string_view> got = SplitOn(actual, '\n');
  std::size_t line = 0;
  while (line < std::min(want.size(), got.size()) &&
         want[line] == got[line]) {
    ++line;
  }
  return testing::AssertionFailure()
         << name << " differs at line " << line + 1 << "\n  golden: "
         << (line < want.size() ? want[line] : "(end)") << "\n  actual: "
         << (line < got.size() ? got[line] : "(end)");
}

}  // namespace rashomon
