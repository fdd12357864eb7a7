// Reports for the tests of detectors: texts read by the real annotator, with
// sentence i of one aligned to sentence i of the other.
#ifndef RASHOMON_ENGINE_CONTRAST_TEST_REPORTS_H_
#define RASHOMON_ENGINE_CONTRAST_TEST_REPORTS_H_

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "engine/claims/annotator.h"
#include "engine/contrast/contrast.h"
#include "engine/embed/word_model.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {

struct TestReport {
  std::string text;
  std::string published = "2020-03-04";
};

// The candidates of one kind. Sentences without a partner of the same number
// are unmatched; with `aligned` false all are.
inline std::vector<Divergence> CandidatesOf(DivergenceKind kind,
                                            const TestReport& left,
                                            const TestReport& right,
                                            bool aligned = true) {
  static const auto* const lexicons = new Lexicons(*Lexicons::Shipped());
  static const auto* const words = new WordModel(*WordModel::Shipped());
  Annotator annotator(lexicons);
  Article articles[2];
  Annotation annotations[2];
  for (int side = 0; side < 2; ++side) {
    const TestReport& report = side == 0 ? left : right;
    articles[side].text = report.text;
    articles[side].published = report.published;
    articles[side].language = "en";
    annotations[side] = annotator.Annotate(articles[side]);
  }
  const int n = static_cast<int>(annotations[0].sentences.size());
  const int m = static_cast<int>(annotations[1].sentences.size());
  const int shared = aligned ? std::min(n, m) : 0;
  Alignment alignment;
  for (int i = 0; i < shared; ++i) {
    alignment.groups.push_back({{i}, {i}, 0.9});
  }
  for (int i = shared; i < n; ++i) {
    alignment.unmatched_left.push_back({i, m > 0 ? 0 : -1, 0.1});
  }
  for (int j = shared; j < m; ++j) {
    alignment.unmatched_right.push_back({j, n > 0 ? 0 : -1, 0.1});
  }
  std::vector<Divergence> result;
  for (Finding& f : FindCandidates({&articles[0], &annotations[0]},
                                   {&articles[1], &annotations[1]}, alignment,
                                   *words)) {
    if (f.divergence.kind == kind) result.push_back(std::move(f.divergence));
  }
  return result;
}

inline bool HasRule(const std::vector<Divergence>& found,
                    std::string_view rule) {
  return std::any_of(found.begin(), found.end(),
                     [&](const Divergence& d) { return d.rule == rule; });
}

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_TEST_REPORTS_H_
