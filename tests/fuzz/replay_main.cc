// Runs a fuzz target once over every file of the folders that are named: the
// checked-in corpus as an ordinary test, with any compiler.
//
//   annotate_replay_test tests/fuzz/corpus/annotate
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>
#include <system_error>

#include "engine/base/file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size);

namespace {

constexpr std::size_t kMaxFileBytes = 1 << 20;

bool Replay(const std::string& path) {
  const auto bytes = rashomon::ReadFile(path, kMaxFileBytes);
  if (!bytes.ok()) {
    std::fprintf(stderr, "cannot read %s\n", path.c_str());
    return false;
  }
  // Said before the run: after a crash it is the last line.
  std::printf("%s\n", path.c_str());
  std::fflush(stdout);
  LLVMFuzzerTestOneInput(
      reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size());
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t files = 0;
  for (int i = 1; i < argc; ++i) {
    std::error_code error;
    for (const auto& entry :
         std::filesystem::directory_iterator(argv[i], error)) {
      if (!Replay(entry.path().string())) return 1;
      ++files;
    }
  }
  std::printf("replayed %zu files\n", files);
  return files == 0 ? 1 : 0;
}
