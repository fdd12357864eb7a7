// The flags of a case: lists of them, filtered and sorted, and flags that a
// reviewer adds.
//
//   FlagQuery query;
//   query.kinds = {DivergenceKind::kQuantity};
//   query.limit = 50;
//   RASHOMON_ASSIGN_OR_RETURN(FlagPage page, ListFlags(&file, query));
//   page.total;                  // without offset and limit
#ifndef RASHOMON_TOOLS_REVIEW_STORE_CASE_FLAGS_H_
#define RASHOMON_TOOLS_REVIEW_STORE_CASE_FLAGS_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/base/span.h"
#include "tools/review/store/case_file.h"
#include "tools/review/store/records.h"

namespace rashomon {

enum class FlagOrder {
  kBestFirst,        // by weight x confidence
  kTextOrder,        // by pair, then where it stands in the left article
  kMostInformative,  // confidence nearest to 0.5 first
};

// Which decision a flag must have; of `reviewer`, or of anyone where it is "".
enum class DecidedAs {
  kAnything, kUndecided, kDecided, kConfirmed, kDismissed, kUnsure,
};

// (Flags whose reviewers differ: OutcomeOf a listed flag is kDisputed.)

struct FlagQuery {
  std::vector<DivergenceKind> kinds;  // empty: all; as the engine gave them
  double min_confidence = 0;
  double max_confidence = 1;
  int min_weight = 1;
  std::optional<std::int64_t> pair;
  std::vector<std::string> outlets;  // of either side; empty: all
  std::string text;  // in a quotation, explanation or note, without regard to
                     // case and kind of quotes; "" for all
  std::vector<FlagState> states = {FlagState::kCurrent};  // empty: all
  bool reopened_only = false;
  DecidedAs decided = DecidedAs::kAnything;
  std::string reviewer;
  FlagOrder order = FlagOrder::kBestFirst;
  std::size_t offset = 0;
  std::size_t limit = std::numeric_limits<std::int32_t>::max();
};

struct FlagPage {
  std::size_t total = 0;  // that fit the query
  std::vector<CaseFlag> flags;
};

// The same query on the same case gives the same order. O(flags log flags).
absl::StatusOr<FlagPage> ListFlags(CaseFile* file, const FlagQuery& query);

// NotFound where the case has no such flag.
absl::StatusOr<CaseFlag> ReadFlag(CaseFile* file, std::int64_t id);

// The form of a flag that was shown when it was decided
// (VerdictRow::divergence). Its verdicts are left empty.
absl::StatusOr<CaseFlag> ReadFlagForm(CaseFile* file,
                                      std::int64_t divergence_id);

struct NewFlag {
  std::int64_t comparison = 0;  // what the reviewer looked at
  DivergenceKind kind = DivergenceKind::kQuantity;
  std::optional<Span> left;  // at least one; on character boundaries
  std::optional<Span> right;
  int weight = 2;
  std::string note;
};

// Adds it with the reviewer's own verdict "confirmed", in one go; undoing that
// verdict withdraws the flag. InvalidArgument for a span outside its article,
// empty or cutting a character, for no span at all, and for what AddVerdicts
// refuses. Gives the flag.
absl::StatusOr<std::int64_t> AddReviewerFlag(const std::string& reviewer,
                                             const std::string& time,
                                             const NewFlag& flag,
                                             CaseFile* file);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_STORE_CASE_FLAGS_H_
