#include "engine/contrast/reply.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "engine/base/word_set.h"
#include "engine/contrast/called_untrue.h"
#include "engine/contrast/detector_words.h"
#include "engine/contrast/evidence.h"
#include "engine/contrast/stem_set.h"

namespace rashomon {
namespace {

// What is answered stands within so many words after the cue; what opens a
// denied fact, right after it.
constexpr std::size_t kReach = 8;
constexpr std::size_t kOpening = 2;
// Sentences of the near report whose party is looked for.
constexpr int kMaxReplies = 400;

// "Declined to comment", "could neither confirm nor deny".
bool IsNoComment(const ReportIndex& report, const Claim& claim) {
  return std::any_of(claim.cue.begin(), claim.cue.end(), [&](const Span& cue) {
    const WordRange at = report.WordsOf(claim.sentence, cue);
    const std::vector<Word>& words = report.words(claim.sentence);
    if (at.first > 0 && words[at.first - 1].normal == "nor") return true;
    return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(at.first),
                       words.begin() + static_cast<std::ptrdiff_t>(at.last),
                       [](const Word& w) {
                         return w.normal == "comment" ||
                                w.normal == "комментировать";
                       });
  });
}

// What may be answered: an accusation, an offer.
bool IsAnswerable(const Word& word) {
  return DetectorWords::Shipped().Has(WordGroup::kTelling, word) ||
         DetectorWords::Shipped().Has(WordGroup::kAnswered, word);
}

// "(Denied) taking bribes", "that ...", "any role".
bool OpensFact(const Word& word, Tag tag) {
  static constexpr WordSet kOpeners({"it", "this", "that", "any", "having",
                                     "это", "что", "то", "все"});
  return tag == Tag::kGerund || kOpeners.Has(word.normal);
}

// A clause in the content: "denies its forces fired".
bool HoldsClause(const ReportIndex& report, const Claim& claim,
                 WordRange range) {
  return std::any_of(claim.acts.begin(), claim.acts.end(), [&](const Act& act) {
    const WordRange verb = report.WordsOf(claim.sentence, act.verb);
    return act.voice != Voice::kNominal && act.actor.has_value() &&
           verb.first >= range.first && verb.last <= range.last;
  });
}

bool IsReply(const ReportIndex& report, const Claim& claim) {
  if (!IsDenial(claim) || IsNoComment(report, claim)) return false;
  const std::vector<Word>& words = report.words(claim.sentence);
  const std::vector<Tag>& tags = report.tags(claim.sentence);
  for (const Span& part : claim.content) {
    WordRange range = report.WordsOf(claim.sentence, part);
    range.last = std::min(range.last, range.first + kReach);
    if (HoldsClause(report, claim, range)) return true;
    for (std::size_t i = range.first; i < range.last; ++i) {
      if (IsAnswerable(words[i])) return true;
      if (i < range.first + kOpening && OpensFact(words[i], tags[i])) {
        return true;
      }
    }
  }
  return false;
}

// Names and roles of who answers.
StemSet PartyOf(const ReportIndex& report, int sentence) {
  StemSet stems;
  for (int c : report.claims_in(sentence)) {
    const Claim& claim = report.annotation().claims[c];
    if (!IsDenial(claim)) continue;
    for (const Span& source : claim.source) {
      const StemSet some =
          StemsOf(report, sentence, report.WordsOf(sentence, source));
      for (const int stem : some) stems.Insert(stem);
    }
  }
  return stems;
}

// "Holm said she does not believe it": negated words of the party.
bool SaysNo(const ReportIndex& report, int sentence, const StemSet& party) {
  const std::vector<int>& claims = report.claims_in(sentence);
  return std::any_of(claims.begin(), claims.end(), [&](int c) {
    const Claim& claim = report.annotation().claims[c];
    return claim.polarity < 0 && !claim.source.empty() &&
           SharesStem(party,
                      StemsOf(report, sentence,
                              report.WordsOf(sentence, claim.source.front())));
  });
}

}  // namespace

bool TellsReply(const ReportIndex& report, int sentence) {
  const std::vector<int>& claims = report.claims_in(sentence);
  return std::any_of(claims.begin(), claims.end(), [&](int c) {
    return IsReply(report, report.annotation().claims[c]);
  });
}

bool TellsReplyOfSameParty(const Direction& d, int sentence) {
  const std::vector<bool>& denials = d.readings->Of(*d.far, &DenialsOf).of;
  if (sentence >= kMaxReplies) return false;
  const StemSet party = PartyOf(*d.near, sentence);
  for (int j = 0; j < static_cast<int>(denials.size()); ++j) {
    if (SharesStem(party, d.far->stems_in(j)) &&
        (denials[j] || SaysNo(*d.far, j, party))) {
      return true;
    }
  }
  return false;
}

}  // namespace rashomon
