#include "engine/contrast/called_untrue.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "engine/base/strings.h"
#include "engine/contrast/detector_words.h"
#include "engine/contrast/evidence.h"
#include "engine/contrast/stem_set.h"

namespace rashomon {
namespace {

constexpr std::size_t kMaxSentenceWords = 24;
constexpr int kMaxSentences = 400;  // looked through, as by FindPartners
constexpr std::size_t kLeastContent = 5;  // words
// What is called untrue is stated where at least this share of its rarity, and
// so many of its words, stand together.
constexpr double kStatedShare = 0.35;
constexpr std::size_t kStatedStems = 2;
constexpr std::size_t kStatedWords = 14;
// What an outlet says itself, and what it tells as a deed, states it more than
// what it has somebody say of it. Chosen by reading, as the others are.
constexpr double kOwnVoice = 0.2;
constexpr double kToldAsDeed = 0.1;

bool IsUntrueWord(const Word& word) {
  return DetectorWords::Shipped().Has(WordGroup::kUntrue, word);
}

// "A fake", "are fake news", "'fake' claims", but not "false statements", which
// may be a crime.
bool IsCalledUntrueBy(const ReportIndex& report, int sentence, std::size_t i) {
  const std::vector<Word>& words = report.words(sentence);
  if (!IsUntrueWord(words[i])) return false;
  const std::vector<Tag>& tags = report.tags(sentence);
  if (tags[i] != Tag::kAdjective) return true;
  const bool marked = i > 0 && words[i - 1].kind == WordKind::kPunctuation;
  const bool predicate = (i > 0 && tags[i - 1] == Tag::kBe) ||
                         (i > 1 && tags[i - 2] == Tag::kBe);
  return marked || predicate || i + 1 >= words.size() || !IsNoun(tags[i + 1]);
}

// The first word that calls what the sentence tells untrue; how many words
// there are where none does.
std::size_t UntrueWord(const ReportIndex& report, int sentence) {
  std::size_t i = 0;
  const std::size_t size = report.words(sentence).size();
  while (i < size && !IsCalledUntrueBy(report, sentence, i)) ++i;
  return i;
}

// What is shown: the content of the claim that calls it so at word `at`, or the
// whole sentence.
WordRange ShownRange(const ReportIndex& report, int sentence, std::size_t at) {
  const std::vector<Word>& words = report.words(sentence);
  WordRange shown{0, std::min(words.size(), kMaxSentenceWords)};
  for (int c : report.claims_in(sentence)) {
    const Claim& claim = report.annotation().claims[c];
    if (claim.mode == ClaimMode::kVoice) continue;
    for (const Span& part : claim.content) {
      const WordRange range = report.WordsOf(sentence, part);
      const bool holds = Contains(part, words[at].span);
      if (holds && range.last - range.first >= kLeastContent) shown = range;
    }
  }
  return shown;
}

// What is told in the range: all that stands behind "claims of".
WordRange ToldIn(const ReportIndex& report, int sentence, WordRange range) {
  for (std::size_t i = range.first; i + 2 < range.last; ++i) {
    if (IsNoun(report.tags(sentence)[i]) &&
        DetectorWords::Shipped().Has(WordGroup::kTelling,
                                     report.words(sentence)[i])) {
      return {i + 1, range.last};
    }
  }
  return range;
}

bool IsAllegedAt(const ReportIndex& report, int sentence, WordRange range) {
  for (int h : report.hedges_in(sentence)) {
    const HedgeFlag& hedge = report.annotation().hedges[h];
    const WordRange at = report.WordsOf(sentence, hedge.span);
    if (hedge.certainty == Certainty::kAlleged && at.first < range.last &&
        range.first < at.last + 2) {
      return true;
    }
  }
  return false;
}

// How much the range states what it tells, beside sharing its words.
double Statedness(const ReportIndex& report, int sentence, WordRange range) {
  const Span& first = report.words(sentence)[range.first].span;
  bool own = true, deed = false;
  for (int c : report.claims_in(sentence)) {
    const Claim& claim = report.annotation().claims[c];
    own &= claim.mode == ClaimMode::kVoice ||
           std::none_of(claim.content.begin(), claim.content.end(),
                        [&](const Span& part) { return Contains(part, first); });
    for (const Act& act : claim.acts) {
      const WordRange verb = report.WordsOf(sentence, act.verb);
      deed |= act.voice != Voice::kNominal && act.actor && act.undergoer &&
              verb.first >= range.first && verb.last <= range.last;
    }
  }
  return (own ? kOwnVoice : 0) + (deed ? kToldAsDeed : 0);
}

struct Stated {
  int sentence = -1;
  WordRange range;
  double share = 0;
  double score = 0;
};

// Where the far report states most of what the range names.
Stated StatedSomewhere(const Direction& d, int sentence, WordRange range) {
  StemSet stems = StemsOf(*d.near, sentence, range);
  for (std::size_t i = 0; i < d.near->words(sentence).size(); ++i) {
    if (IsUntrueWord(d.near->words(sentence)[i])) {
      stems.Erase(d.near->stem(sentence, i));
    }
  }
  const double all = RarityOfStems(*d.near, sentence, stems);
  Stated best;
  const int sentences = std::min(d.far->sentence_count(), kMaxSentences);
  for (int j = 0; j < sentences; ++j) {
    if (TellsDenial(*d.far, j)) continue;
    const WordRange window = DensestWindow(*d.far, j, stems, kStatedWords);
    if (window.empty() || IsAllegedAt(*d.far, j, window)) continue;
    const StemSet there = StemsOf(*d.far, j, window);
    StemSet named;
    for (const int stem : stems) {
      if (there.Contains(stem)) named.Insert(stem);
    }
    const double share = RarityOfStems(*d.near, sentence, named) / all;
    if (named.size() < kStatedStems || share < kStatedShare) continue;
    const double score = share + Statedness(*d.far, j, window);
    if (score > best.score) best = {j, window, share, score};
  }
  return best;
}

void AddUntrue(const Direction& d, int sentence, WordRange range,
               const Stated& stated, std::vector<Finding>* found) {
  Evidence here = EvidenceAt(*d.near, sentence, range);
  Evidence there =
      EvidenceAt(*d.far, stated.sentence,
                 GrowInClause(*d.far, stated.sentence, stated.range, 3, 3));
  Finding finding;
  const std::string explanation =
      StrCat("One report tells that this is called untrue: ",
             Quoted(here.quote), "; the other states it: ",
             Quoted(there.quote), ".");
  finding.divergence = OnSides(d.near_side, std::move(here), std::move(there));
  Divergence& result = finding.divergence;
  result.kind = DivergenceKind::kContradiction;
  result.rule = "contradiction.untrue";
  result.weight = 3;
  result.explanation = explanation;
  finding.features = {{"stated", stated.share}};
  found->push_back(std::move(finding));
}

}  // namespace

bool CallsUntrue(const ReportIndex& report, int sentence) {
  return UntrueWord(report, sentence) < report.words(sentence).size();
}

bool TellsDenial(const ReportIndex& report, int sentence) {
  for (int c : report.claims_in(sentence)) {
    const Claim& claim = report.annotation().claims[c];
    if (claim.cue_class == CueClass::kDenying ||
        claim.certainty == Certainty::kDenied) {
      return true;
    }
  }
  return CallsUntrue(report, sentence);
}

bool CompareCalledUntrue(const Direction& d, int sentence,
                         std::vector<Finding>* found) {
  if (!CallsUntrue(*d.near, sentence)) return false;
  const WordRange shown =
      ShownRange(*d.near, sentence, UntrueWord(*d.near, sentence));
  const Stated stated =
      StatedSomewhere(d, sentence, ToldIn(*d.near, sentence, shown));
  if (stated.sentence < 0) return false;
  AddUntrue(d, sentence, shown, stated, found);
  return true;
}

}  // namespace rashomon
