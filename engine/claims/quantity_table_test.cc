#include <cstdio>
#include <string>
#include <vector>

#include "engine/base/strings.h"
#include "engine/claims/quantity.h"
#include "engine/claims/table_check.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::string Figure(double value) {
  char text[40];
  std::snprintf(text, sizeof(text), "%.12g", value);
  return text;
}

std::string Describe(const Quantity& q) {
  std::string out = q.approximate ? "~" : "";
  if (q.low == q.high && !q.unbounded_above && !q.unbounded_below) {
    out += Figure(q.low);
  } else {
    if (q.low_open) out += "(";
    out += q.unbounded_below ? "*" : Figure(q.low);
    out += "..";
    out += q.unbounded_above ? "*" : Figure(q.high);
    if (q.high_open) out += ")";
  }
  if (!q.unit.empty()) out += " " + q.unit;
  if (!q.noun_group.empty()) out += " " + q.noun_group;
  return out;
}

std::vector<Quantity> AllQuantities(const Annotation& a) {
  std::vector<Quantity> out;
  for (const Claim& claim : a.claims) {
    if (claim.attitude) continue;
    out.insert(out.end(), claim.quantities.begin(), claim.quantities.end());
  }
  return out;
}

TEST(QuantityTableTest, Quantities) {
  TableReader reader;
  CheckTable(
      "quantities.tsv", 280, [](const TableRow& row) { return row[2]; },
      [&](const TableRow& row) {
        std::string out;
        for (const Quantity& q : AllQuantities(reader.Read(row[1]))) {
          StrAppend(&out, out.empty() ? "" : "; ", Describe(q));
        }
        return out.empty() ? std::string("-") : out;
      });
}

TEST(QuantityTableTest, QuantityComparison) {
  TableReader reader;
  CheckTable(
      "quantity_pairs.tsv", 80, [](const TableRow& row) { return row[2]; },
      [&](const TableRow& row) {
        const std::vector<Quantity> a = AllQuantities(reader.Read(row[0]));
        const std::vector<Quantity> b = AllQuantities(reader.Read(row[1]));
        if (a.size() != 1 || b.size() != 1) return std::string("not one each");
        const QuantityRelation relation = CompareQuantities(a[0], b[0]);
        EXPECT_EQ(relation, CompareQuantities(b[0], a[0])) << row[0];
        return std::string(Name(relation));
      });
}

}  // namespace
}  // namespace rashomon
