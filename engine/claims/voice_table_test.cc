#include <optional>
#include <string>

#include "engine/base/strings.h"
#include "engine/claims/table_check.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::string QuoteOr(const TableReader& reader, const std::optional<Span>& s) {
  return s ? reader.Quote(*s) : std::string("-");
}

TEST(VoiceTableTest, MainActs) {
  TableReader reader;
  CheckTable(
      "voice.tsv", 90,
      [](const TableRow& row) {
        return StrCat(row[1], " | ", row[2], " | ", row[3], " | ", row[4]);
      },
      [&](const TableRow& row) {
        const Annotation a = reader.Read(row[0]);
        if (a.claims.empty() || a.claims[0].acts.empty()) {
          return std::string("- | - | - | -");
        }
        const Act& act = a.claims[0].acts[0];
        return StrCat(Name(act.voice), act.agentless ? " agentless" : "",
                      " | ", reader.Quote(act.verb), " | ",
                      QuoteOr(reader, act.actor), " | ",
                      QuoteOr(reader, act.undergoer));
      });
}

}  // namespace
}  // namespace rashomon
