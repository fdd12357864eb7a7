#include "engine/contrast/called_untrue.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "engine/base/strings.h"
#include "engine/contrast/detector_words.h"
#include "engine/contrast/evidence.h"
#include "engine/contrast/stem_set.h"
#include "engine/lexicon/word_relations.h"

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

// "Reports of a massacre": told, not stated.
bool IsToldAt(const ReportIndex& report, int sentence, WordRange range) {
  constexpr std::size_t kBefore = 3;
  const std::vector<Word>& words = report.words(sentence);
  std::size_t i = range.first > kBefore ? range.first - kBefore : 0;
  for (; i + 1 < range.last; ++i) {
    if (words[i + 1].normal == "of" && IsNoun(report.tags(sentence)[i]) &&
        DetectorWords::Shipped().Has(WordGroup::kTelling, words[i])) {
      return true;
    }
  }
  return false;
}

bool IsAllegedAt(const ReportIndex& report, int sentence, WordRange range) {
  if (IsToldAt(report, sentence, range)) return true;
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

// How much the range states what `meant` tells, beside sharing its words: "hit"
// for "strike" is a deed.
double Statedness(const ReportIndex& report, int sentence, WordRange range,
                  const StemSet& meant) {
  const Span& first = report.words(sentence)[range.first].span;
  bool own = true, deed = false;
  for (int c : report.claims_in(sentence)) {
    const Claim& claim = report.annotation().claims[c];
    own &= claim.mode == ClaimMode::kVoice ||
           std::none_of(claim.content.begin(), claim.content.end(),
                        [&](const Span& part) { return Contains(part, first); });
    for (const Act& act : claim.acts) {
      const WordRange verb = report.WordsOf(sentence, act.verb);
      deed |= act.voice != Voice::kNominal && act.actor && !verb.empty() &&
              meant.Contains(report.stem(sentence, verb.last - 1));
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

// Whether two words tell one thing: "strike", "hit".
bool MeanTheSame(const ReportIndex& report, int a, int b) {
  if (a == b) return true;
  const WordRelation relation = report.Between(a, b);
  return relation == WordRelation::kSynonym ||
         relation == WordRelation::kDerived;
}

// Those of `words` that mean the same as one of `others`.
StemSet MeantBy(const ReportIndex& report, const StemSet& words,
                const StemSet& others) {
  StemSet meant;
  for (const int word : words) {
    if (std::any_of(others.begin(), others.end(), [&](int other) {
          return MeanTheSame(report, word, other);
        })) {
      meant.Insert(word);
    }
  }
  return meant;
}

// The stems of what is told, but those that call it untrue.
StemSet ToldStems(const ReportIndex& report, int sentence, WordRange range) {
  StemSet stems = StemsOf(report, sentence, range);
  for (std::size_t i = 0; i < report.words(sentence).size(); ++i) {
    if (IsUntrueWord(report.words(sentence)[i])) {
      stems.Erase(report.stem(sentence, i));
    }
  }
  return stems;
}

// Those of the stems that stand somewhere without a capital: no names.
StemSet WithoutNames(const ReportIndex& report, int sentence,
                     const StemSet& stems) {
  StemSet others;
  for (std::size_t i = 0; i < report.words(sentence).size(); ++i) {
    const int stem = report.stem(sentence, i);
    if (!report.words(sentence)[i].capitalized && stems.Contains(stem)) {
      others.Insert(stem);
    }
  }
  return others;
}

// Where the far report states most of what the range names, and not by names
// alone.
Stated StatedSomewhere(const Direction& d, int sentence, WordRange range) {
  const StemSet told = ToldStems(*d.near, sentence, range);
  const StemSet deeds = WithoutNames(*d.near, sentence, told);
  const double all = RarityOfStems(*d.near, sentence, told);
  const std::vector<bool>& denials = d.readings->Of(*d.far, &DenialsOf).of;
  Stated best;
  for (int j = 0; j < static_cast<int>(denials.size()); ++j) {
    if (denials[j]) continue;
    const StemSet meant = MeantBy(*d.far, d.far->stems_in(j), told);
    const WordRange window = DensestWindow(*d.far, j, meant, kStatedWords);
    if (window.empty() || IsAllegedAt(*d.far, j, window)) continue;
    const StemSet named =
        MeantBy(*d.near, told, StemsOf(*d.far, j, window));
    const double share = RarityOfStems(*d.near, sentence, named) / all;
    if (named.size() < kStatedStems || share < kStatedShare ||
        !SharesStem(named, deeds)) {
      continue;
    }
    const double score = share + Statedness(*d.far, j, window, meant);
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

bool IsDenial(const Claim& claim) {
  return claim.cue_class == CueClass::kDenying ||
         claim.certainty == Certainty::kDenied;
}

bool TellsDenial(const ReportIndex& report, int sentence) {
  const std::vector<int>& claims = report.claims_in(sentence);
  return std::any_of(claims.begin(), claims.end(),
                     [&](int c) {
                       return IsDenial(report.annotation().claims[c]);
                     }) ||
         CallsUntrue(report, sentence);
}

Denials DenialsOf(const ReportIndex& report) {
  Denials denials;
  const int sentences = std::min(report.sentence_count(), kMaxSentences);
  for (int i = 0; i < sentences; ++i) {
    denials.of.push_back(TellsDenial(report, i));
  }
  return denials;
}

bool CompareCalledUntrue(const Direction& d, int sentence,
                         std::vector<Finding>* found) {
  if (sentence >= kMaxSentences || !CallsUntrue(*d.near, sentence)) {
    return false;
  }
  const WordRange shown =
      ShownRange(*d.near, sentence, UntrueWord(*d.near, sentence));
  const Stated stated =
      StatedSomewhere(d, sentence, ToldIn(*d.near, sentence, shown));
  if (stated.sentence < 0) return false;
  AddUntrue(d, sentence, shown, stated, found);
  return true;
}

}  // namespace rashomon
