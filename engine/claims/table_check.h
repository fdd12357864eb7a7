// The tables of testdata/: cases for a linguist to extend without C++.
//
//   CheckTable("quantities.tsv", 150, expected, actual);
//
// Every table must be right in at least kTableShare of its rows; the rows that
// are wrong are printed.
#ifndef RASHOMON_ENGINE_CLAIMS_TABLE_CHECK_H_
#define RASHOMON_ENGINE_CLAIMS_TABLE_CHECK_H_

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "corpus/article.h"
#include "engine/claims/annotator.h"
#include "engine/claims/claim.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {

inline constexpr double kTableShare = 0.95;

using TableRow = std::vector<std::string>;

// Reads texts as an article of one day.
class TableReader {
 public:
  TableReader();

  // `published`: ISO date, "-" for none.
  Annotation Read(const std::string& text,
                  const std::string& published = "2021-04-28");
  // What stands at `span` in the text read last.
  std::string Quote(const Span& span) const;

 private:
  Lexicons lexicons_;
  Annotator annotator_;
  Article article_;
};

// `actual` gives what was read of a row, `expected` what the table says. Fails
// the test where the table has fewer than `least_rows`.
void CheckTable(const std::string& table, std::size_t least_rows,
                const std::function<std::string(const TableRow&)>& expected,
                const std::function<std::string(const TableRow&)>& actual);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_TABLE_CHECK_H_
