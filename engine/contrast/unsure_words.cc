#include "engine/contrast/unsure_words.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "engine/claims/tag.h"
#include "engine/contrast/detector_words.h"
#include "engine/contrast/evidence.h"
#include "engine/contrast/head_reader.h"

namespace rashomon {
namespace {

// Of one sentence; what has more is no prose. It bounds the work.
constexpr std::size_t kMaxUnsure = 40;
// Chosen by reading, as the others. How sure a headline's infinitive is that
// something is still to come: "Mayor to resign".
constexpr double kHeadlineStrength = 0.8;
// The same of a plan that is told as one: "prepared to", "willing to".
constexpr double kIntentStrength = 0.7;
// Words before and after a predicate in which a hedge weakens it too.
constexpr std::size_t kHedgeBefore = 8;
constexpr std::size_t kHedgeAfter = 4;
// Words between "to" or a modal and its verb.
constexpr int kBeforeVerb = 3;

// One sentence of a report.
class Reader {
 public:
  Reader(const ReportIndex& report, int sentence)
      : report_(report),
        sentence_(sentence),
        heads_(report, sentence),
        words_(report.words(sentence)),
        tags_(report.tags(sentence)) {}

  std::vector<UnsureWord> Read() const;

 private:
  using Head = HeadReader::Head;

  // "Their alleged ...": whether a noun phrase begins before the word.
  bool IsInNounPhrase(std::size_t i) const {
    return i > 0 && (tags_[i - 1] == Tag::kDeterminer ||
                     tags_[i - 1] == Tag::kPreposition ||
                     tags_[i - 1] == Tag::kAdjective ||
                     words_[i - 1].normal.ends_with("'s"));
  }

  Head HeadOf(const HedgeFlag& hedge, WordRange trigger) const;
  Head BehindAdverb(WordRange trigger) const;
  void AddFlagged(std::vector<UnsureWord>* unsure) const;
  void AddOpenVerbs(std::vector<UnsureWord>* unsure) const;
  void AddHeadlineInfinitive(std::vector<UnsureWord>* unsure) const;

  const ReportIndex& report_;
  const int sentence_;
  const HeadReader heads_;
  const std::vector<Word>& words_;
  const std::vector<Tag>& tags_;
};

Reader::Head Reader::BehindAdverb(WordRange trigger) const {
  const std::size_t next = trigger.last;
  if (trigger.first == 0 || heads_.Is(next, ",")) {
    return heads_.VerbFrom(heads_.Is(next, ",") ? next + 1 : next,
                           HeadReader::kClauseReach, trigger.first == 0);
  }
  if (tags_[next] == Tag::kAdjective && heads_.IsContent(next)) return next;
  const Head verb = heads_.VerbFrom(next, HeadReader::kVerbReach, false);
  return verb ? verb : heads_.VerbBefore(trigger.first);
}

Reader::Head Reader::HeadOf(const HedgeFlag& hedge, WordRange trigger) const {
  constexpr std::size_t kVerb = HeadReader::kVerbReach;
  constexpr std::size_t kClause = HeadReader::kClauseReach;
  const std::size_t next = trigger.last;
  if (next >= words_.size()) return heads_.VerbBefore(trigger.first);
  const Tag last = tags_[next - 1];
  if (report_.article().language == "ru") {
    return heads_.ContentFrom(heads_.Is(next, ",") ? next + 1 : next);
  }
  if (tags_[next] == Tag::kThat) {
    return heads_.VerbFrom(next + 1, kClause, true);
  }
  if (heads_.Is(next, "of")) return heads_.ActFrom(next + 1);
  if (IsNoun(last)) {  // "the allegations spread", but "Maybe the pilot left"
    const bool clause = trigger.first == 0 && tags_[next] == Tag::kDeterminer;
    return clause ? heads_.VerbFrom(next, kClause, true) : std::nullopt;
  }
  if (hedge.certainty == Certainty::kConditional && !IsAuxiliary(last)) {
    return heads_.VerbFrom(next, kClause, true);
  }
  if (tags_[next] == Tag::kTo) return heads_.VerbFrom(next + 1, kVerb, false);
  const bool modifier = last == Tag::kAdjective || last == Tag::kParticiple ||
                        (last == Tag::kPast && IsInNounPhrase(trigger.first));
  if (modifier && heads_.ModifiesNoun(next)) return heads_.NounFrom(next);
  if (last == Tag::kAdverb) return BehindAdverb(trigger);
  if (IsVerb(last) || last == Tag::kAdjective ||
      last == Tag::kSubordinator) {  // "alleges he took", "unclear whether"
    const Head verb = heads_.VerbFrom(next, kClause, true);
    const bool noun = !verb && hedge.certainty == Certainty::kAlleged;
    return noun ? heads_.ComplementFrom(next) : verb;
  }
  return heads_.VerbFrom(next, kVerb, false);
}

// The hedges of the annotation.
void Reader::AddFlagged(std::vector<UnsureWord>* unsure) const {
  for (int h : report_.hedges_in(sentence_)) {
    const HedgeFlag& hedge = report_.annotation().hedges[h];
    if (hedge.certainty == Certainty::kDenied ||
        hedge.certainty == Certainty::kAsserted) {
      continue;
    }
    const WordRange trigger = report_.WordsOf(sentence_, hedge.span);
    if (trigger.empty()) continue;
    if (const Head head = HeadOf(hedge, trigger)) {
      unsure->push_back({trigger, *head, hedge.certainty, hedge.strength});
    }
  }
}

// "Prepared to grant", "believed to be hiding", "think that he hides".
void Reader::AddOpenVerbs(std::vector<UnsureWord>* unsure) const {
  const DetectorWords& lists = DetectorWords::Shipped();
  for (std::size_t i = 0; i + 2 < words_.size(); ++i) {
    const bool that = tags_[i + 1] == Tag::kThat;
    if (!that && tags_[i + 1] != Tag::kTo) continue;
    const bool supposed = lists.Has(WordGroup::kSupposed, words_[i]);
    const bool intent = !that && lists.Has(WordGroup::kIntent, words_[i]);
    if (!supposed && !intent) continue;
    if (const Head verb =
            heads_.VerbFrom(i + 2,
                            that ? HeadReader::kClauseReach
                                 : HeadReader::kVerbReach,
                            that)) {
      unsure->push_back({{i, i + (that ? 1u : 2u)},
                         *verb,
                         supposed ? Certainty::kHedged : Certainty::kFuture,
                         kIntentStrength});
    }
  }
}

// "Mayor to resign": no verb but the infinitive.
void Reader::AddHeadlineInfinitive(std::vector<UnsureWord>* unsure) const {
  if (!report_.is_title(sentence_)) return;
  for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
    if (IsVerb(tags_[i]) || IsAuxiliary(tags_[i])) return;
    if (tags_[i] != Tag::kTo || i == 0 || !IsNoun(tags_[i - 1])) continue;
    if (const Head verb =
            heads_.VerbFrom(i + 1, HeadReader::kVerbReach, false)) {
      unsure->push_back(
          {{i, i + 1}, *verb, Certainty::kFuture, kHeadlineStrength});
    }
    return;
  }
}

std::vector<UnsureWord> Reader::Read() const {
  std::vector<UnsureWord> unsure;
  AddFlagged(&unsure);
  AddOpenVerbs(&unsure);
  AddHeadlineInfinitive(&unsure);
  // Of two hedges of one word the longer: "is set to", "set to".
  std::sort(unsure.begin(), unsure.end(),
            [](const UnsureWord& a, const UnsureWord& b) {
              const std::size_t x = a.trigger.last - a.trigger.first;
              const std::size_t y = b.trigger.last - b.trigger.first;
              if (a.head != b.head) return a.head < b.head;
              if (a.certainty != b.certainty) return a.certainty < b.certainty;
              return x > y;
            });
  unsure.erase(std::unique(unsure.begin(), unsure.end(),
                           [](const UnsureWord& a, const UnsureWord& b) {
                             return a.head == b.head &&
                                    a.certainty == b.certainty;
                           }),
               unsure.end());
  if (unsure.size() > kMaxUnsure) unsure.resize(kMaxUnsure);
  return unsure;
}

bool IsProbable(const ReportIndex& report, int sentence, WordRange trigger) {
  for (std::size_t i = trigger.first; i < trigger.last; ++i) {
    if (DetectorWords::Shipped().Has(WordGroup::kProbable,
                                     report.words(sentence)[i])) {
      return true;
    }
  }
  return false;
}

bool IsOpen(const ReportIndex& report, int sentence, std::size_t i) {
  const std::vector<Tag>& tags = report.tags(sentence);
  const bool gerund = tags[i] == Tag::kGerund;
  const bool base = tags[i] == Tag::kBase;
  for (int k = 0; k < kBeforeVerb && i > 0; ++k) {
    const Tag tag = tags[--i];
    if (tag == Tag::kTo || tag == Tag::kModal) return true;
    if (tag == Tag::kDo || (gerund && tag == Tag::kBe)) return false;
    if (tag != Tag::kAdverb && tag != Tag::kBe && tag != Tag::kHave) break;
  }
  return base || gerund;
}

// Where a hedge weakens the predicate too.
WordRange HedgedRange(const ReportIndex& report, int sentence,
                      std::size_t head) {
  const std::vector<Word>& words = report.words(sentence);
  WordRange range = {head, std::min(words.size(), head + 1 + kHedgeAfter)};
  while (range.first > 0 && head - range.first < kHedgeBefore &&
         !EndsClause(words[range.first - 1])) {
    --range.first;
  }
  return range;
}

}  // namespace

UnsureWords UnsureWordsOf(const ReportIndex& report) {
  UnsureWords unsure;
  for (int i = 0; i < report.sentence_count(); ++i) {
    unsure.in.push_back(Reader(report, i).Read());
  }
  return unsure;
}

Manner MannerAt(const ReportIndex& report, const UnsureWords& unsure,
                int sentence, std::size_t head) {
  Manner manner;
  manner.open = IsOpen(report, sentence, head);
  const WordRange range = HedgedRange(report, sentence, head);
  for (const UnsureWord& word : unsure.in[sentence]) {
    const bool here = word.head == head;
    if (word.certainty == Certainty::kFuture) {
      manner.future |= here;
      manner.weak |= here && IsProbable(report, sentence, word.trigger);
    } else {
      manner.weak |= here || (word.trigger.first >= range.first &&
                              word.trigger.first < range.last);
    }
  }
  return manner;
}

}  // namespace rashomon
