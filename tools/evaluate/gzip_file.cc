#include "tools/evaluate/gzip_file.h"

#include <zlib.h>

#include <array>
#include <cerrno>
#include <memory>

#include "engine/base/strings.h"

namespace rashomon {

absl::StatusOr<std::string> ReadGzipFile(const std::string& path,
                                         std::size_t max_bytes) {
  const std::unique_ptr<gzFile_s, decltype(&gzclose)> file(
      gzopen(path.c_str(), "rb"), &gzclose);
  if (file == nullptr) {
    return absl::ErrnoToStatus(errno, StrCat("cannot open ", path));
  }
  std::string bytes;
  std::array<char, 1 << 16> block;
  int got = 0;
  while ((got = gzread(file.get(), block.data(), block.size())) > 0) {
    bytes.append(block.data(), static_cast<std::size_t>(got));
    if (bytes.size() > max_bytes) {
      return absl::InvalidArgumentError(StrCat(
          path, " unpacks to more than the limit of ", max_bytes, " bytes"));
    }
  }
  // A file that is cut short ends without an error from gzread.
  int error = Z_OK;
  gzerror(file.get(), &error);
  if (got < 0 || error == Z_BUF_ERROR) {
    return absl::DataLossError(StrCat(path, " is damaged or cut short"));
  }
  return bytes;
}

}  // namespace rashomon
