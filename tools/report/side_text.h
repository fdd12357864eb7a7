// What reports call the two sides, and how they write dates and verdicts.
//
//   SideName(comparison, Side::kLeft) == "Fenmark Courier";
//   HumanDate("2021-04-28T11:53:00Z") == "28 April 2021";
//
// Thread-safe.
#ifndef RASHOMON_TOOLS_REPORT_SIDE_TEXT_H_
#define RASHOMON_TOOLS_REPORT_SIDE_TEXT_H_

#include <string>
#include <string_view>

#include "engine/compare/comparison.h"

namespace rashomon {

inline const Article& ArticleOf(const Comparison& c, Side side) {
  return side == Side::kLeft ? c.left : c.right;
}
inline const Annotation& AnnotationOf(const Comparison& c, Side side) {
  return side == Side::kLeft ? c.left_annotation : c.right_annotation;
}
inline const std::optional<Evidence>& EvidenceOf(const Divergence& d,
                                                 Side side) {
  return side == Side::kLeft ? d.left : d.right;
}

// The outlet; with its side where both bear one name; "Left report" where it
// is not known.
std::string SideName(const Comparison& comparison, Side side);

// "28 April 2021"; "no date" where `published` is no ISO date.
std::string HumanDate(std::string_view published);

// "83%": rounded, and never 0% or 100% for what is not certain.
std::string Percent(double probability);

// "Yes", "Partly", "No".
std::string_view VerdictLabel(SameEventVerdict verdict);
// "One occurrence is the main matter of both reports."
std::string_view VerdictSentence(SameEventVerdict verdict);

// The line that every report carries.
inline constexpr std::string_view kPromise =
    "This describes how two texts differ. It does not say who is right.";

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_SIDE_TEXT_H_
