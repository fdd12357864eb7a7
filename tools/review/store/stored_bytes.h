// Bytes as a case keeps them: as they are, or compressed where it is worth it.
//
//   const StoredBytes kept = Store(page);          // zstd from 4 KB on
//   RASHOMON_ASSIGN_OR_RETURN(std::string page, Restore(kept, size));
#ifndef RASHOMON_TOOLS_REVIEW_STORE_STORED_BYTES_H_
#define RASHOMON_TOOLS_REVIEW_STORE_STORED_BYTES_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace rashomon {

struct StoredBytes {
  std::string compression;  // "none" or "zstd"
  std::string bytes;
};

// The same bytes give the same result with one version of zstd. Linear.
StoredBytes Store(std::string_view bytes);

// DataLoss where it is not exactly `size` bytes; no more memory than that is
// taken, whatever the stored bytes say.
absl::StatusOr<std::string> Restore(std::string_view compression,
                                    std::string_view stored, std::size_t size);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_STORE_STORED_BYTES_H_
