// Reports for the tests of detectors: texts read by the real annotator, with
// sentence i of one aligned to sentence i of the other, or by the real aligner.
#ifndef RASHOMON_ENGINE_CONTRAST_TEST_REPORTS_H_
#define RASHOMON_ENGINE_CONTRAST_TEST_REPORTS_H_

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "engine/align/aligner.h"
#include "engine/align/alignment.h"
#include "engine/claims/annotator.h"
#include "engine/contrast/contrast.h"
#include "engine/embed/word_model.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {

struct TestReport {
  std::string text;
  std::string published = "2020-03-04";
  std::string language = "en";
};

enum class Pairing { kInOrder, kNone, kAligner };

// Sentences of the same number are aligned, the rest unmatched; with kNone all
// are.
inline Alignment AlignInOrder(int n, int m, Pairing pairing) {
  const int shared = pairing == Pairing::kInOrder ? std::min(n, m) : 0;
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
  return alignment;
}

// The findings of one kind.
inline std::vector<Finding> FindingsOf(DivergenceKind kind,
                                       const TestReport& left,
                                       const TestReport& right,
                                       Pairing pairing) {
  static const auto* const lexicons = new Lexicons(*Lexicons::Shipped());
  static const auto* const words = new WordModel(*WordModel::Shipped());
  Annotator annotator(lexicons);
  Article articles[2];
  Annotation annotations[2];
  for (int side = 0; side < 2; ++side) {
    const TestReport& report = side == 0 ? left : right;
    articles[side].text = report.text;
    articles[side].published = report.published;
    articles[side].language = report.language;
    annotations[side] = annotator.Annotate(articles[side]);
  }
  const Alignment alignment =
      pairing == Pairing::kAligner
          ? Aligner(words).Align(annotations[0], annotations[1])
          : AlignInOrder(static_cast<int>(annotations[0].sentences.size()),
                         static_cast<int>(annotations[1].sentences.size()),
                         pairing);
  std::vector<Finding> found =
      FindCandidates({&articles[0], &annotations[0]},
                     {&articles[1], &annotations[1]}, alignment, *words);
  std::erase_if(found, [&](const Finding& f) {
    return f.divergence.kind != kind;
  });
  return found;
}

// The candidates of one kind; `aligned` as kInOrder, else kNone.
inline std::vector<Divergence> CandidatesOf(DivergenceKind kind,
                                            const TestReport& left,
                                            const TestReport& right,
                                            bool aligned = true) {
  std::vector<Divergence> result;
  for (Finding& f :
       FindingsOf(kind, left, right,
                  aligned ? Pairing::kInOrder : Pairing::kNone)) {
    result.push_back(std::move(f.divergence));
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
