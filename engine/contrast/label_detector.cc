#include "engine/contrast/label_detector.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "engine/base/strings.h"
#include "engine/contrast/evidence.h"
#include "engine/contrast/label_anchors.h"
#include "engine/contrast/label_counts.h"
#include "engine/contrast/label_events.h"
#include "engine/contrast/label_finding.h"
#include "engine/contrast/label_phrases.h"
#include "engine/contrast/label_terms.h"
#include "engine/contrast/name_forms.h"

namespace rashomon {
namespace {

// A headline of no more words is shown whole.
constexpr std::size_t kTitleWords = 20;

// The sentence's words that the other sentence does not have: from the first
// of them to the last; of a short headline all.
WordRange NovelStretch(const ReportIndex& near, int i, const ReportIndex& far,
                       int j) {
  const std::vector<Word>& words = near.words(i);
  WordRange range{words.size(), 0};
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (near.Rarity(i, k) <= 0 || HasStem(far, j, near.stem(i, k))) continue;
    range.first = std::min(range.first, k);
    range.last = k + 1;
  }
  if (range.empty()) return {};
  if (words.size() <= kTitleWords) return {0, words.size()};
  range.last = std::min(range.last, range.first + kTitleWords);
  return range;
}

struct TitlePair {
  int here = 0;
  const Partner* there = nullptr;
};

// The sentences of the headlines that come nearest to each other: "Timely idea?
// Minister to pitch reform" is about the reform.
TitlePair NearestTitles(const Direction& d) {
  TitlePair best;
  for (int i = 0; i < d.near->sentence_count() && d.near->is_title(i); ++i) {
    for (const Partner& p : (*d.partners)[i]) {
      if (!d.far->is_title(p.sentence)) continue;
      if (best.there == nullptr || p.meaning > best.there->meaning) {
        best = {i, &p};
      }
    }
  }
  return best;
}

void CompareTitles(const Direction& d, std::vector<Finding>* found) {
  const TitlePair titles = NearestTitles(d);
  if (titles.there == nullptr) return;
  const int i = titles.here, j = titles.there->sentence;
  const WordRange here = NovelStretch(*d.near, i, *d.far, j);
  const WordRange there = NovelStretch(*d.far, j, *d.near, i);
  if (here.empty() || there.empty()) return;
  AddLabel(d, EvidenceAt(*d.near, i, here), EvidenceAt(*d.far, j, there),
           "label.title", 3, "The headlines name the matter differently: ", {},
           {{"title", 1.0},
            {"title_similarity", titles.there->similarity},
            {"title_meaning", titles.there->meaning}},
           found);
}

Evidence NameAt(const ReportIndex& report, const NamePlace& place) {
  return EvidenceAt(report, place.sentence, {place.word, place.word + 1});
}

void CompareNames(const Direction& d, std::vector<Finding>* found) {
  for (const NameForms& forms : FindNameForms(*d.near, *d.far)) {
    Evidence here = NameAt(*d.near, forms.left);
    Evidence there = NameAt(*d.far, forms.right);
    std::vector<std::string> triggers = {here.quote, there.quote};
    const int count = std::min(forms.left.count, forms.right.count);
    AddLabel(d, std::move(here), std::move(there), "label.name", 1,
        "The reports use different forms of a name: ", std::move(triggers),
        {{"name", 1.0}, {"name_repeated", count > 1 ? 1.0 : 0.0}}, found);
  }
}

}  // namespace

void DetectLabels(const Direction& direction, std::vector<Finding>* found) {
  CompareNames(direction, found);
  // Another language is another wording.
  if (direction.near->article().language !=
      direction.far->article().language) {
    return;
  }
  CompareTitles(direction, found);
  CompareTerms(direction, found);
  CompareEventNames(direction, found);
  CompareAnchoredPhrases(direction, found);
  CompareCounted(direction, found);
  CompareNounPhrases(direction, found);
}

}  // namespace rashomon
