// What the readers of cues share while one sentence is read.
#ifndef RASHOMON_ENGINE_CLAIMS_ATTRIBUTION_CONTEXT_H_
#define RASHOMON_ENGINE_CLAIMS_ATTRIBUTION_CONTEXT_H_

#include <cstddef>
#include <vector>

#include "engine/claims/attribution.h"
#include "engine/claims/clause_end.h"
#include "engine/claims/phrase.h"
#include "engine/claims/sentence_reading.h"
#include "engine/lexicon/phrase_list.h"

namespace rashomon {

// How a cue takes its content; the note column of cues.tsv.
enum class CueFrame {
  kSay,          // a clause or a quotation: "said"
  kShow,         // the same of a document or poll: "shows"
  kMind,         // belief or wish, a clause or infinitive: "believes"
  kObject,       // an object or preposition: "urged", "called for"
  kNaming,       // an object and what it is called: "called it a war"
  kRaising,      // no source; subject and complement: "seems to", "appears"
  kPreposition,  // "according to"
  kAdverb,       // "reportedly"
  kNoun,         // "the claim that"
};

CueFrame FrameOf(const LexiconEntry& cue);
CueClass ClassOf(const LexiconEntry& cue);

// A speaker before a colon or behind a dash has at most this many words.
inline constexpr std::size_t kMaxSpeakerWords = 6;

struct AttributionContext {
  AttributionContext(const SentenceReading& sentence,
                     const std::vector<Span>& times, bool is_headline,
                     std::vector<Attribution>* attributions);

  // Adds what has content; the words of its cue are taken then.
  void Keep(Attribution a);
  bool IsFull() const;

  const SentenceReading& s;
  const Phrases phrases;
  const ClauseEnds ends{phrases};
  const bool headline;
  // The cue that word i begins.
  const PhraseMatch* CueAt(std::size_t i) const {
    return s.matches.Starting(ListId::kCues, i);
  }

  std::vector<Attribution>& found;
  std::size_t busy_until = 0;  // words before it belong to a cue
};

// Appends [first, last) where it is not empty.
void AddContent(std::size_t first, std::size_t last, Attribution* a);

// "statement by X that ...", "according to X", "reportedly".
void ReadPhraseCue(const PhraseMatch& m, AttributionContext* context);
// "X said that ...", "..., X said", "X was told by Y that ...".
void ReadVerbCue(const PhraseMatch& m, AttributionContext* context);
// "«A, - сказал X, - B»": the outlet's words within the marks, as Russian sets
// them.
void ReadInsertedCue(const PhraseMatch& m, AttributionContext* context);
// "his claim that ...": for verbs that are nouns here, too.
void ReadNounCue(const PhraseMatch& m, AttributionContext* context);
// "Holm: offer rejected", "Offer rejected - Holm". True where it was read.
bool ReadHeadline(AttributionContext* context);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_ATTRIBUTION_CONTEXT_H_
