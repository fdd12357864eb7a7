// A divergence as a row of the table of divergences. Internal to
// tools/review/store.
#ifndef RASHOMON_TOOLS_REVIEW_STORE_DIVERGENCE_ROWS_H_
#define RASHOMON_TOOLS_REVIEW_STORE_DIVERGENCE_ROWS_H_

#include <cstdint>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/contrast/divergence.h"
#include "tools/review/store/database.h"

namespace rashomon {

// Where the row belongs.
struct DivergencePlace {
  std::int64_t comparison = 0;
  std::int64_t flag = 0;
  int rank = 0;
};

absl::Status InsertDivergence(const Divergence& divergence,
                              const DivergencePlace& place, Database* db);

// The columns that DivergenceAt reads, of a table with the alias d.
inline constexpr std::string_view kDivergenceColumns =
    "d.kind, d.left_field, d.left_begin, d.left_end, d.left_quote, "
    "d.right_field, d.right_begin, d.right_end, d.right_quote, d.weight, "
    "d.confidence, d.rule, d.triggers, d.explanation, d.nearest_side, "
    "d.nearest_field, d.nearest_begin, d.nearest_end, d.nearest_quote, "
    "d.nearest_score, d.anchor";
inline constexpr int kDivergenceColumnCount = 21;

// The divergence whose columns start at `column`; without fingerprint and the
// index of the sentence. DataLoss where the row has another form.
absl::StatusOr<Divergence> DivergenceAt(const Statement& row, int column);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_STORE_DIVERGENCE_ROWS_H_
