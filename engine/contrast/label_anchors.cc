#include "engine/contrast/label_anchors.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "engine/contrast/evidence.h"
#include "engine/contrast/label_finding.h"
#include "engine/contrast/noun_chunks.h"

namespace rashomon {
namespace {

constexpr std::size_t kMaxPhrases = 400;
// Rarity that two phrases of one thing share: one rare word.
constexpr double kMinAnchor = 8;
constexpr double kMinAnchorScore = 1.2;
// Heads that are less alike name two things, unless both carry a stance.
constexpr double kMinAlike = 0.1;

// A noun phrase with the prepositional phrases that hang on it: "the massacre
// in Bucha".
struct Phrase {
  int sentence = 0;
  NounChunk chunk;
  WordRange range;
  StemSet anchors;  // rare stems but the head's
};

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

std::vector<Phrase> PhrasesOf(const ReportIndex& report) {
  std::vector<Phrase> phrases;
  for (int i = 0; i < report.sentence_count(); ++i) {
    const std::vector<NounChunk> chunks = NounChunksOf(report, i);
    for (std::size_t k = 0; k < chunks.size(); ++k) {
      if (chunks[k].named || phrases.size() >= kMaxPhrases) continue;
      if (report.Rarity(i, chunks[k].head) <= 0) continue;
      Phrase phrase{i, chunks[k], chunks[k].range, {}};
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

double SharedAnchors(const ReportIndex& near, const Phrase& a,
                     const Phrase& b) {
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

struct AnchorMatch {
  const Phrase* near = nullptr;
  const Phrase* far = nullptr;
  double shared = 0;
  double alike = 0;
  double loaded = 0;
  double score = 0;
};

AnchorMatch MatchPhrases(const Direction& d, const Phrase& a,
                         const Phrase& b) {
  AnchorMatch m{&a, &b, SharedAnchors(*d.near, a, b), 0, 0, 0};
  if (m.shared < kMinAnchor) return m;
  m.alike = WordCosine(*d.near, a.sentence, a.chunk.head, *d.far, b.sentence,
                       b.chunk.head);
  m.loaded = (IsLoaded(*d.near, a.sentence, a.chunk.range) ? 0.5 : 0) +
             (IsLoaded(*d.far, b.sentence, b.chunk.range) ? 0.5 : 0);
  if (m.loaded == 0 &&
      AreNeutralVariants(
          d.near->Between(d.near->base(a.sentence, a.chunk.head),
                          d.far->base(b.sentence, b.chunk.head)))) {
    return m;
  }
  if (m.alike < kMinAlike && m.loaded < 1) return m;
  m.score = m.shared / 10 + m.alike + m.loaded;
  return m;
}

}  // namespace

void CompareAnchoredPhrases(const Direction& d, std::vector<Finding>* found) {
  std::vector<const Phrase*> far;  // whose heads are not said here
  for (const Phrase& b : d.readings->Of(*d.far, &PhrasesOf)) {
    const int stem = d.far->stem(b.sentence, b.chunk.head);
    if (d.near->SentencesWith(stem) == 0) far.push_back(&b);
  }
  for (const Phrase& a : d.readings->Of(*d.near, &PhrasesOf)) {
    const Word& head = d.near->words(a.sentence)[a.chunk.head];
    const int stem = d.near->stem(a.sentence, a.chunk.head);
    if (d.far->SentencesWith(stem) > 0) continue;
    AnchorMatch best;
    for (const Phrase* b : far) {
      if (d.far->stem(b->sentence, b->chunk.head) == stem) continue;
      const AnchorMatch m = MatchPhrases(d, a, *b);
      if (m.score > best.score) best = m;
    }
    if (best.near == nullptr || best.score < kMinAnchorScore) continue;
    const Phrase& b = *best.far;
    AddLabel(d, EvidenceAt(*d.near, a.sentence, a.range),
        EvidenceAt(*d.far, b.sentence, b.range), "label.anchor", 2,
        "The reports name it differently: ",
        {std::string(d.near->article().Quote(head.span)),
         std::string(d.far->article().Quote(
             d.far->words(b.sentence)[b.chunk.head].span))},
        {{"anchor", 1.0},
         {"anchor_shared", std::min(2.0, best.shared / 10)},
         {"anchor_alike", best.alike},
         {"anchor_loaded", best.loaded}},
        found);
  }
}

}  // namespace rashomon
