// Runs the tables of testdata/: a linguist adds rows there, without C++. Every
// table must be right in at least kShare of its rows; the rows that are wrong
// are printed.
#include <cmath>
#include <cstdio>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/article.h"
#include "engine/base/file.h"
#include "engine/base/strings.h"
#include "engine/claims/annotator.h"
#include "engine/claims/quantity.h"
#include "engine/lexicon/lexicons.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

constexpr double kShare = 0.95;

using Row = std::vector<std::string>;

std::vector<Row> ReadTable(const std::string& name) {
  const absl::StatusOr<std::string> text =
      ReadFile(StrCat("engine/claims/testdata/", name), 1 << 20);
  EXPECT_TRUE(text.ok()) << text.status();
  std::vector<Row> rows;
  bool header = true;
  const std::string table = text.value_or("");
  for (const std::string_view line : SplitOn(table, '\n')) {
    if (line.empty() || line[0] == '#') continue;
    if (!std::exchange(header, false)) {
      Row row;
      for (const std::string_view part : SplitOn(line, '\t')) {
        row.emplace_back(part);
      }
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

class Reader {
 public:
  Reader() : lexicons_(*Lexicons::Shipped()), annotator_(&lexicons_) {}

  Annotation Read(const std::string& sentence,
                  const std::string& published = "2021-04-28") {
    article_ = Article();
    article_.text = sentence;
    article_.published = published == "-" ? "" : published;
    return annotator_.Annotate(article_);
  }
  std::string Quote(const Span& span) const {
    return std::string(article_.Quote(span));
  }

 private:
  Lexicons lexicons_;
  Annotator annotator_;
  Article article_;
};

// `actual` gives what was read of a row, `expected` what the table says.
void Check(const std::string& table, std::size_t least_rows,
           const std::function<std::string(const Row&)>& expected,
           const std::function<std::string(const Row&)>& actual) {
  const std::vector<Row> rows = ReadTable(table);
  ASSERT_GE(rows.size(), least_rows);
  std::size_t right = 0;
  std::string wrong;
  for (const Row& row : rows) {
    const std::string got = actual(row), want = expected(row);
    if (got == want) {
      ++right;
    } else {
      StrAppend(&wrong, "  ", row[0], " | ", row[1], "\n    want ", want,
                "\n    got  ", got, "\n");
    }
  }
  std::printf("%s: %zu of %zu\n%s", table.c_str(), right, rows.size(),
              wrong.c_str());
  EXPECT_GE(right, std::ceil(kShare * rows.size())) << wrong;
}

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

TEST(TablesTest, Quantities) {
  Reader reader;
  Check(
      "quantities.tsv", 120, [](const Row& row) { return row[2]; },
      [&](const Row& row) {
        std::string out;
        for (const Quantity& q : AllQuantities(reader.Read(row[1]))) {
          StrAppend(&out, out.empty() ? "" : "; ", Describe(q));
        }
        return out.empty() ? std::string("-") : out;
      });
}

TEST(TablesTest, QuantityComparison) {
  Reader reader;
  Check(
      "quantity_pairs.tsv", 25, [](const Row& row) { return row[2]; },
      [&](const Row& row) {
        const std::vector<Quantity> a = AllQuantities(reader.Read(row[0]));
        const std::vector<Quantity> b = AllQuantities(reader.Read(row[1]));
        if (a.size() != 1 || b.size() != 1) return std::string("not one each");
        const QuantityRelation relation = CompareQuantities(a[0], b[0]);
        EXPECT_EQ(relation, CompareQuantities(b[0], a[0])) << row[0];
        return std::string(Name(relation));
      });
}

TEST(TablesTest, Times) {
  Reader reader;
  Check(
      "times.tsv", 70, [](const Row& row) { return row[2]; },
      [&](const Row& row) {
        std::string out;
        for (const Claim& claim : reader.Read(row[1], row[0]).claims) {
          for (const TimeExpression& t : claim.times) {
            if (!out.empty()) out += "; ";
            if (!t.days) {
              out += "?";
              continue;
            }
            out += FormatIsoDate(t.days->from);
            if (t.days->to != t.days->from) {
              out += ".." + FormatIsoDate(t.days->to);
            }
          }
        }
        return out.empty() ? std::string("-") : out;
      });
}

TEST(TablesTest, Attributions) {
  Reader reader;
  Check(
      "attributions.tsv", 50,
      [](const Row& row) {
        return StrCat(row[1], " | ", row[2], " | ", row[3], " | ", row[4]);
      },
      [&](const Row& row) {
        const Annotation a = reader.Read(row[0]);
        const Claim* best = nullptr;
        for (const Claim& claim : a.claims) {
          if (!claim.cue.empty() && !claim.attitude && best == nullptr) {
            best = &claim;
          }
        }
        if (best == nullptr) return std::string("- | - | - | voice");
        const std::string source =
            best->source.empty() ? "-" : reader.Quote(best->source[0]);
        const std::string content = reader.Quote(best->content[0]);
        return StrCat(source, " | ", reader.Quote(best->cue[0]), " | ",
                      content.substr(0, row[3].size()), " | ",
                      Name(best->mode));
      });
}

TEST(TablesTest, Certainty) {
  Reader reader;
  Check(
      "certainty.tsv", 60,
      [](const Row& row) { return StrCat(row[1], " ", row[2]); },
      [&](const Row& row) {
        const Annotation a = reader.Read(row[0]);
        for (const Claim& claim : a.claims) {
          if (claim.attitude) continue;
          return StrCat(Name(claim.certainty), " ", claim.polarity);
        }
        return std::string("no claim");
      });
}

}  // namespace
}  // namespace rashomon
