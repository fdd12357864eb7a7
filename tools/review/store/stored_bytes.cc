#include "tools/review/store/stored_bytes.h"

#include <zstd.h>

#include <utility>

#include "engine/base/strings.h"

namespace rashomon {
namespace {

// Smaller ones gain nothing that anyone would notice.
constexpr std::size_t kCompressFrom = 4096;
constexpr int kLevel = 6;
// Far above what a case is given (engine/base/limits.h), far below what hurts.
constexpr std::size_t kMaxBytes = std::size_t{1} << 30;

absl::Status Damaged(std::string_view what) {
  return absl::DataLossError(StrCat("stored bytes are damaged: ", what));
}

}  // namespace

StoredBytes Store(std::string_view bytes) {
  if (bytes.size() >= kCompressFrom) {
    std::string packed(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size = ZSTD_compress(packed.data(), packed.size(),
                                           bytes.data(), bytes.size(), kLevel);
    if (!ZSTD_isError(size) && size < bytes.size()) {
      packed.resize(size);
      return {"zstd", std::move(packed)};
    }
  }
  return {"none", std::string(bytes)};
}

absl::StatusOr<std::string> Restore(std::string_view compression,
                                    std::string_view stored,
                                    std::size_t size) {
  if (compression == "none") {
    if (stored.size() != size) return Damaged("another size than noted");
    return std::string(stored);
  }
  if (size > kMaxBytes) return Damaged("their noted size is absurd");
  std::string bytes(size, '\0');
  const std::size_t got = ZSTD_decompress(bytes.data(), bytes.size(),
                                          stored.data(), stored.size());
  if (ZSTD_isError(got)) return Damaged(ZSTD_getErrorName(got));
  if (got != size) return Damaged("another size than noted");
  return bytes;
}

}  // namespace rashomon
