// A query of flags as SQL. Internal to tools/review/store.
//
//   const FlagConditions conditions(query);
//   Prepare(StrCat("SELECT ... ", conditions.sql()));
//   conditions.BindTo(&statement);
#ifndef RASHOMON_TOOLS_REVIEW_STORE_FLAG_CONDITIONS_H_
#define RASHOMON_TOOLS_REVIEW_STORE_FLAG_CONDITIONS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tools/review/store/case_flags.h"
#include "tools/review/store/database.h"

namespace rashomon {

// The WHERE clause of a query, and the values of its parameters. It names the
// tables f (flags), d (divergences), a (added_flags) and the column state.
class FlagConditions {
 public:
  explicit FlagConditions(const FlagQuery& query);

  const std::string& sql() const { return sql_; }

  // As the next parameters of the statement.
  void BindTo(Statement* statement) const;

 private:
  using Value = std::variant<std::int64_t, double, std::string>;

  void And(std::string_view condition);
  void AddRanges(const FlagQuery& query);
  void AddKinds(const FlagQuery& query);
  void AddStates(const FlagQuery& query);
  void AddOutlets(const FlagQuery& query);
  void AddText(const FlagQuery& query);
  void AddDecision(const FlagQuery& query);

  std::string sql_;
  std::vector<Value> values_;
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_STORE_FLAG_CONDITIONS_H_
