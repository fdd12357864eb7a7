#include <algorithm>
#include <string>
#include <vector>

#include "engine/base/strings.h"
#include "engine/claims/table_check.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

// Those of all claims, each once, in order.
std::vector<Cause> AllCauses(const Annotation& a) {
  std::vector<Cause> out;
  for (const Claim& claim : a.claims) {
    for (const Cause& cause : claim.causes) {
      const bool known = std::any_of(
          out.begin(), out.end(), [&](const Cause& other) {
            return other.trigger.begin == cause.trigger.begin;
          });
      if (!known) out.push_back(cause);
    }
  }
  std::sort(out.begin(), out.end(), [](const Cause& x, const Cause& y) {
    return x.trigger.begin < y.trigger.begin;
  });
  return out;
}

TEST(CauseTableTest, TriggersAndClauses) {
  TableReader reader;
  CheckTable(
      "causes.tsv", 190, [](const TableRow& row) { return row[1]; },
      [&](const TableRow& row) {
        std::string out;
        for (const Cause& cause : AllCauses(reader.Read(row[0]))) {
          StrAppend(&out, out.empty() ? "" : " ; ",
                    reader.Quote(cause.trigger), "=", Name(cause.type), "=",
                    reader.Quote(cause.clause));
        }
        return out.empty() ? std::string("-") : out;
      });
}

}  // namespace
}  // namespace rashomon
