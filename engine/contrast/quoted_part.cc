#include "engine/contrast/quoted_part.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <utility>

#include "engine/contrast/evidence.h"

namespace rashomon {
namespace {

constexpr std::size_t kMaxParts = 200;
constexpr std::size_t kMaxWords = 80;

// Words that join a quotation to the sentence round it. What is certain or
// possible in it is its own.
bool IsFrame(Tag tag) {
  return tag == Tag::kMark || tag == Tag::kPronoun || tag == Tag::kObject ||
         tag == Tag::kDo || (tag != Tag::kModal && OpensPhrase(tag));
}

// Where a quotation begins and ends is the writer's choice: "But they breed
// disrespect" and "breed disrespect" are one telling. Without what joins it at
// both ends; all of it where nothing else is left.
WordRange Core(const ReportIndex& report, int sentence, WordRange range) {
  const std::vector<Tag>& tags = report.tags(sentence);
  WordRange core = range;
  while (!core.empty() && IsFrame(tags[core.first])) ++core.first;
  while (!core.empty() && IsFrame(tags[core.last - 1])) --core.last;
  return core.empty() ? range : core;
}

}  // namespace

std::vector<QuotedPart> QuotedPartsOf(const ReportIndex& report) {
  std::vector<QuotedPart> parts;
  for (const Quotation& q : report.annotation().quotations) {
    int sentence = report.SentenceAt(q.inner);
    if (sentence < 0) continue;
    for (; sentence < report.sentence_count() && parts.size() < kMaxParts;
         ++sentence) {
      const Span& span = report.span(sentence);
      if (span.field != q.inner.field || span.begin >= q.inner.end) break;
      WordRange range = report.WordsOf(sentence, q.inner);
      range.last = std::min(range.last, range.first + kMaxWords);
      if (range.empty()) continue;
      parts.push_back(
          {sentence, range, SpokenText(SpokenWordsOf(report, sentence, range)),
           SpokenText(SpokenWordsOf(report, sentence,
                                    Core(report, sentence, range))),
           q.scare});
    }
  }
  return parts;
}

SpokenText UtteranceAround(const std::vector<QuotedPart>& parts,
                           const QuotedPart& part) {
  std::vector<SpokenWord> words;
  for (const QuotedPart& p : parts) {
    if (p.scare || std::abs(p.sentence - part.sentence) > 1) continue;
    const std::vector<SpokenWord>& own = p.spoken.words();
    words.insert(words.end(), own.begin(), own.end());
  }
  return SpokenText(std::move(words));
}

void AddQuotation(Divergence divergence, std::string rule, int weight,
                  std::string explanation, FindingFeatures features,
                  std::vector<Finding>* found) {
  divergence.kind = DivergenceKind::kQuotation;
  divergence.rule = std::move(rule);
  divergence.weight = weight;
  divergence.explanation = std::move(explanation);
  found->push_back({std::move(divergence), std::move(features)});
}

}  // namespace rashomon
