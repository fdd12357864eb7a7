#include "engine/contrast/anchored_phrases.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

#include "engine/contrast/evidence.h"

namespace rashomon {
namespace {

constexpr std::size_t kMaxPhrases = 400;

bool HangsOn(const std::vector<Word>& words, std::size_t i) {
  static constexpr std::string_view kPrepositions[] = {
      "of", "in", "on", "at", "against", "over", "by", "with", "for", "to"};
  return i < words.size() &&
         std::find(std::begin(kPrepositions), std::end(kPrepositions),
                   words[i].normal) != std::end(kPrepositions);
}

// The word behind a quotation mark at word i: "the 'provocation' in Bucha".
std::size_t BehindMark(const std::vector<Word>& words, std::size_t i) {
  const bool mark = i < words.size() &&
                    (words[i].normal == "'" || words[i].normal == "\"");
  return mark ? i + 1 : i;
}

}  // namespace

std::vector<AnchoredPhrase> AnchoredPhrasesOf(const ReportIndex& report) {
  std::vector<AnchoredPhrase> phrases;
  for (int i = 0; i < report.sentence_count(); ++i) {
    const std::vector<NounChunk> chunks = NounChunksOf(report, i);
    for (std::size_t k = 0; k < chunks.size(); ++k) {
      if (chunks[k].named || phrases.size() >= kMaxPhrases) continue;
      if (report.Rarity(i, chunks[k].head) <= 0) continue;
      AnchoredPhrase phrase{i, chunks[k], chunks[k].range, {}};
      const std::size_t behind =
          BehindMark(report.words(i), phrase.range.last);
      if (k + 1 < chunks.size() && chunks[k + 1].range.first == behind + 1 &&
          HangsOn(report.words(i), behind)) {
        phrase.range.last = chunks[k + 1].range.last;
      }
      phrase.anchors = StemsOf(report, i, phrase.range);
      phrase.anchors.Erase(report.stem(i, chunks[k].head));
      if (!phrase.anchors.empty()) phrases.push_back(std::move(phrase));
    }
  }
  return phrases;
}

double SharedAnchors(const ReportIndex& near, const AnchoredPhrase& a,
                     const AnchoredPhrase& b) {
  double sum = 0;
  if (!SharesStem(a.anchors, b.anchors)) return 0;
  StemSet seen;
  for (std::size_t k = a.range.first; k < a.range.last; ++k) {
    const int stem = near.stem(a.sentence, k);
    if (a.anchors.Contains(stem) && b.anchors.Contains(stem) &&
        seen.Insert(stem)) {
      sum += near.Rarity(a.sentence, k);
    }
  }
  return sum;
}

}  // namespace rashomon
