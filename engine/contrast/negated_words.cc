#include "engine/contrast/negated_words.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "engine/contrast/called_untrue.h"
#include "engine/contrast/detector_words.h"
#include "engine/contrast/evidence.h"
#include "engine/contrast/head_reader.h"

namespace rashomon {
namespace {

// Of one sentence; what has more is no prose. It bounds the work.
constexpr std::size_t kMaxNegated = 40;

// Words before a word in which its negation stands. Chosen by reading.
constexpr std::size_t kNegatedBefore = 8;

bool Negates(const Word& word) {
  static constexpr std::string_view kWords[] = {"not", "never", "cannot",
                                                "nor", "не", "никогда"};
  return word.normal.ends_with("n't") ||
         std::find(std::begin(kWords), std::end(kWords), word.normal) !=
             std::end(kWords);
}

// "Not only", "no longer", "no more than": nothing is negated, or not all.
bool IsHalfway(const Word& next) {
  static constexpr std::string_view kWords[] = {
      "only", "just", "longer", "more", "less",   "fewer",  "later",
      "yet",  "all",  "every",  "doubt", "matter", "merely", "simply"};
  return std::find(std::begin(kWords), std::end(kWords), next.normal) !=
         std::end(kWords);
}

HeadReader::Head HeadBehind(const ReportIndex& report, int sentence,
                            const HeadReader& heads, std::size_t i) {
  const std::vector<Word>& words = report.words(sentence);
  if (i + 1 >= words.size() || IsHalfway(words[i + 1])) return std::nullopt;
  if (words[i].normal == "no") return heads.NounFrom(i + 1);
  if (!Negates(words[i])) return std::nullopt;
  const bool copula = report.tags(sentence)[i] == Tag::kBe ||
                      (i > 0 && report.tags(sentence)[i - 1] == Tag::kBe);
  if (copula && !IsVerb(report.tags(sentence)[i + 1])) {
    return heads.ComplementFrom(i + 1);
  }
  return heads.VerbFrom(i + 1, HeadReader::kVerbReach, false);
}

void AddNegations(const ReportIndex& report, int sentence,
                  std::vector<NegatedWord>* negated) {
  const HeadReader heads(report, sentence);
  const std::vector<Word>& words = report.words(sentence);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    HeadReader::Head head = HeadBehind(report, sentence, heads, i);
    if (!head && report.tags(sentence)[i + 1] == Tag::kTo &&
        DetectorWords::Shipped().Has(WordGroup::kFailing, words[i])) {
      head = heads.VerbFrom(i + 2, HeadReader::kVerbReach, false);
    }
    if (head) negated->push_back({{i, i + 1}, *head, false});
  }
}

void AddDenials(const ReportIndex& report, int sentence,
                std::vector<NegatedWord>* negated) {
  for (int c : report.claims_in(sentence)) {
    const Claim& claim = report.annotation().claims[c];
    if (!IsDenial(claim) || claim.cue.empty() || claim.acts.empty()) continue;
    const WordRange cue = report.WordsOf(sentence, claim.cue.front());
    const WordRange act = report.WordsOf(sentence, claim.acts.front().verb);
    if (cue.empty() || act.empty() || act.first < cue.last) continue;
    negated->push_back({cue, act.last - 1, true});
  }
}

}  // namespace

NegatedWords NegatedWordsOf(const ReportIndex& report) {
  NegatedWords negated;
  for (int i = 0; i < report.sentence_count(); ++i) {
    negated.in.emplace_back();
    AddNegations(report, i, &negated.in.back());
    AddDenials(report, i, &negated.in.back());
    if (negated.in.back().size() > kMaxNegated) {
      negated.in.back().resize(kMaxNegated);
    }
  }
  return negated;
}

bool IsNegatedAt(const ReportIndex& report, const NegatedWords& negated,
                 int sentence, std::size_t head) {
  std::size_t first = head;
  while (first > 0 && head - first < kNegatedBefore &&
         !EndsClause(report.words(sentence)[first - 1])) {
    --first;
  }
  const std::vector<NegatedWord>& list = negated.in[sentence];
  return std::any_of(list.begin(), list.end(), [&](const NegatedWord& word) {
    return word.head == head || word.denial ||
           (word.trigger.first >= first && word.trigger.first <= head);
  });
}

}  // namespace rashomon
