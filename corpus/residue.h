// Finds what is no part of a report: icon names, menus, teasers, credits,
// captions, prompts, notices.
//
//   const ResidueRules& rules = ResidueRules::Shipped();
//   for (const Residue& r : rules.Find(text, title)) ... r.span, r.reason
//
// The rules are a table, corpus/data/residue_rules.tsv, which says what its
// columns mean. Three more rules need more than one line and are code: a
// caption stands beside a credit, a title is repeated, a line holds nothing
// but a date. Text readers take residue out; the reader of Article JSON marks
// it. Sub-headings are the outlet's own words and are no residue.
#ifndef RASHOMON_CORPUS_RESIDUE_H_
#define RASHOMON_CORPUS_RESIDUE_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "corpus/article.h"
#include "corpus/text_line.h"

namespace rashomon {

// One row of the table.
struct ResidueRule {
  enum class Scope {
    kLine, kHeadLine, kTailLine, kStart, kEnd, kInside, kList
  };
  Scope scope = Scope::kLine;
  std::string reason;
  std::size_t max_bytes = 0;
  std::string pattern;
  std::string example;
};

// Immutable; thread-safe.
class ResidueRules {
 public:
  // The table compiled into the program.
  static const ResidueRules& Shipped();

  // A table of the same form. InvalidArgument names `source` and the line.
  static absl::StatusOr<ResidueRules> FromTsv(std::string_view tsv,
                                              std::string_view source);

  ResidueRules(ResidueRules&&);
  ResidueRules& operator=(ResidueRules&&);
  ~ResidueRules();

  // The residue of a text, as spans of Field::kText: sorted, not overlapping,
  // without the white space round them. `title` may be empty; where it is
  // known, its repetitions at the head of the text are residue. Time linear
  // in the text's size.
  std::vector<Residue> Find(std::string_view text,
                            std::string_view title = {}) const;

  // Where in its text a line stands: some rules hold at the ends only.
  enum class Place { kHead, kMiddle, kTail };

  // The reason for which a rule calls a whole line residue, or "".
  std::string_view LineReason(std::string_view line,
                              Place place = Place::kMiddle) const;

  const std::vector<ResidueRule>& rules() const;

 private:
  struct Compiled;
  explicit ResidueRules(std::unique_ptr<Compiled> compiled);
  std::unique_ptr<Compiled> compiled_;
};

// True where the line holds nothing but a full date, perhaps with a time of
// day and words such as "Published" or "Updated".
bool IsDateLine(std::string_view line);

}  // namespace rashomon

#endif  // RASHOMON_CORPUS_RESIDUE_H_
