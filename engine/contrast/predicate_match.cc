#include "engine/contrast/predicate_match.h"

#include <algorithm>

#include "engine/claims/tag.h"
#include "engine/contrast/evidence.h"
#include "engine/contrast/head_reader.h"
#include "engine/lexicon/word_relations.h"

namespace rashomon {
namespace {

// Chosen by reading, as the others. Words before and after a predicate in which
// stands what it is said of.
constexpr std::size_t kArgumentsBefore = 10;
constexpr std::size_t kArgumentsAfter = 12;
// The same where another verb is to say the same: its own subject and object.
constexpr std::size_t kOwnArguments = 7;
// Less rarity is one common word, and two predicates that share less than this
// share of it are two acts.
constexpr double kMinArguments = 6;
constexpr double kMinShared = 0.2;
constexpr double kMinSharedOfTheme = 0.1;
// Of the score, which is a share: what the same word, a related one and the
// aligner's probability add.
constexpr double kSameWord = 0.5;
constexpr double kRelatedWord = 0.3;
constexpr double kAligned = 0.5;

// Words looked at of a sentence; longer ones are no prose. It bounds the work.
constexpr std::size_t kMaxWords = 300;

StemSet Before(const ReportIndex& report, int sentence, std::size_t end,
               std::size_t words) {
  return StemsOf(report, sentence, {end > words ? end - words : 0, end});
}

StemSet After(const ReportIndex& report, int sentence, std::size_t head,
              std::size_t words) {
  const std::size_t size = report.words(sentence).size();
  return StemsOf(report, sentence,
                 {head + 1, std::min(size, head + 1 + words)});
}

// What the predicate is said of.
StemSet ArgumentsOf(const ReportIndex& report, int sentence, std::size_t head,
                    WordRange without) {
  StemSet stems = Before(report, sentence, head, kArgumentsBefore);
  stems.InsertAll(After(report, sentence, head, kArgumentsAfter));
  for (std::size_t i = without.first; i < without.last; ++i) {
    stems.Erase(report.stem(sentence, i));
  }
  return stems;
}

double RarityIn(const ReportIndex& report, const StemSet& stems) {
  double sum = 0;
  for (const int stem : stems) sum += report.numbers().rarity(stem);
  return sum;
}

// Those of the one that the other has, by the same word or another for it.
StemSet SharedOf(const ReportIndex& report, const StemSet& a,
                 const StemSet& b) {
  StemSet shared;
  for (const int x : a) {
    if (b.Contains(x) || std::any_of(b.begin(), b.end(), [&](int y) {
          return AreOneWord(report, x, y);
        })) {
      shared.Insert(x);
    }
  }
  return shared;
}

}  // namespace

bool AreOneWord(const ReportIndex& report, int a, int b) {
  if (a == b) return true;
  const WordRelation relation = report.Between(a, b);
  return relation == WordRelation::kSynonym ||
         relation == WordRelation::kDerived;
}

PredicateSearch::PredicateSearch(const Direction& d, int sentence,
                                 std::size_t head, WordRange without)
    : d_(d),
      sentence_(sentence),
      head_(head),
      arguments_(ArgumentsOf(*d.near, sentence, head, without)),
      before_(Before(*d.near, sentence,
                     without.empty() ? head : std::min(head, without.first),
                     kOwnArguments)),
      after_(After(*d.near, sentence, head, kOwnArguments)) {}

// Whether the words can say the same; notes how.
bool PredicateSearch::MayMatch(PredicateMatch* match) const {
  const ReportIndex& far = *d_.far;
  const int sentence = match->partner.sentence;
  const Tag tag = far.tags(sentence)[match->head];
  if (far.Rarity(sentence, match->head) <= 0 || IsAuxiliary(tag)) return false;
  const int near = d_.near->base(sentence_, head_);
  const int base = far.base(sentence, match->head);
  match->same = near == base;
  match->related = AreOneWord(far, near, base);
  if (!match->related) {
    const bool verbs =
        IsVerb(tag) && IsVerb(d_.near->tags(sentence_)[head_]);
    if (!verbs ||
        !SharesStem(before_,
                    Before(far, sentence, match->head, kOwnArguments)) ||
        !SharesStem(after_, After(far, sentence, match->head, kOwnArguments))) {
      return false;
    }
  }
  return match->same || !IsNameAt(far, sentence, match->head);
}

void PredicateSearch::Weigh(PredicateMatch* match) const {
  const StemSet other = ArgumentsOf(*d_.far, match->partner.sentence,
                                    match->head, {});
  match->arguments =
      RarityIn(*d_.far, SharedOf(*d_.far, arguments_, other));
  const double all = std::min(RarityIn(*d_.far, arguments_),
                              RarityIn(*d_.far, other));
  match->shared = all > 0 ? std::min(1.0, match->arguments / all) : 0;
  match->score = match->shared + (match->same ? kSameWord : 0) +
                 (match->related ? kRelatedWord : 0) +
                 kAligned * match->partner.confidence;
}

std::optional<PredicateMatch> PredicateSearch::In(const Partner& partner,
                                                  bool bare) const {
  std::optional<PredicateMatch> best;
  const std::size_t size =
      std::min(d_.far->words(partner.sentence).size(), kMaxWords);
  for (std::size_t i = 0; i < size; ++i) {
    PredicateMatch match;
    match.partner = partner;
    match.head = i;
    if (!MayMatch(&match)) continue;
    Weigh(&match);
    const double least =
        bare && match.same ? kMinSharedOfTheme : kMinShared;
    if (match.arguments < kMinArguments || match.shared < least) continue;
    if (!best || match.score > best->score) best = match;
  }
  return best;
}

}  // namespace rashomon
