// Two spellings of one name, each the only one in its report: "Kiev" and
// "Kyiv", "Odessa" and "Odesa".
//
//   for (const NameForms& f : FindNameForms(left, right))
//     // f.left and f.right: where each stands first
#ifndef RASHOMON_ENGINE_CONTRAST_NAME_FORMS_H_
#define RASHOMON_ENGINE_CONTRAST_NAME_FORMS_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/contrast/report_index.h"

namespace rashomon {

struct NamePlace {
  int sentence = 0;
  std::size_t word = 0;
  int count = 0;  // in the report
};

struct NameForms {
  NamePlace left, right;
};

// Whether two names, in small letters, are spellings of one: alike consonants
// once voicing, aspiration and doubling are left aside (after Soundex, Russell
// 1918), few letters apart, and neither derived from the other ("Ukraine",
// "Ukrainian"). Latin letters only.
bool AreFormsOfOneName(std::string_view a, std::string_view b);

// By the place in the left report. O(names^2), at most 300 names a side.
std::vector<NameForms> FindNameForms(const ReportIndex& left,
                                     const ReportIndex& right);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_NAME_FORMS_H_
