// A claim: what a sentence asserts, who says so, how surely, with which
// numbers, times and names. Plain values; every part is a list of spans into
// the article.
//
//   Annotation a = Annotator(lexicons).Annotate(article);
//   for (const Claim& c : a.claims)
//     if (c.mode == ClaimMode::kQuote) Show(article.Quote(c.content[0]));
#ifndef RASHOMON_ENGINE_CLAIMS_CLAIM_H_
#define RASHOMON_ENGINE_CLAIMS_CLAIM_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/span.h"
#include "engine/claims/tag.h"
#include "engine/text/word.h"

namespace rashomon {

enum class ClaimMode { kVoice, kIndirect, kQuote };  // voice: the outlet's own
enum class CueClass {
  kNone, kNeutral, kAssertive, kDoubting, kConceding, kRevealing, kWarning,
  kDenying, kDemanding,
};
enum class Certainty {
  kAsserted, kHedged, kConditional, kAlleged, kDenied, kFuture,
};
// Whom a claim comes from. Named: a person by name, or an office whose holder
// the text names; described: "a senior official"; anonymous: "sources", "on
// condition of anonymity"; institutional: a ministry, a company, a report.
enum class SourceKind { kNone, kNamed, kDescribed, kAnonymous, kInstitutional };
// Of the main act. none: a copula; nominal: a noun of action.
enum class Voice { kNone, kActive, kPassiveAgent, kPassive, kNominal };
// effect: the trigger is a verb whose subject is the cause, and the clause is
// what came of it. after and circumstance ("amid") are weak: they may only
// date.
enum class CauseType {
  kCause, kGround, kResponse, kPretext, kPurpose, kAfter, kCircumstance,
  kEffect,
};
enum class MentionType { kPerson, kOrganisation, kPlace, kRole };

// JSON names: "voice", "neutral", "hedged", "person" ...
std::string_view Name(ClaimMode mode);
std::string_view Name(CueClass cue_class);
std::string_view Name(Certainty certainty);
std::string_view Name(SourceKind kind);
std::string_view Name(MentionType type);
std::string_view Name(Voice voice);  // "passive_agent"
std::string_view Name(CauseType type);

// A number with what it counts: "more than 30 individuals and organizations"
// is {low 30 (open), high none, noun "individual"}.
struct Quantity {
  Span span;       // number, bound words, unit and noun
  Span number;     // the number alone
  double low = 0;  // inclusive unless low_open; equal to high where exact
  double high = 0;
  bool low_open = false;   // "more than 30"
  bool high_open = false;  // "fewer than 30"
  bool unbounded_above = false;  // high is meaningless
  bool unbounded_below = false;  // low is meaningless
  bool approximate = false;      // "about", "some", "nearly"
  std::string unit;  // "percent", "USD", "km" ...; "" for a bare count
  std::string noun;  // stem of the head noun: "diplomat"; "" where none
  // What the noun is counted with: "people" for individuals, persons and
  // "человек"; the stem itself where the lexicon knows no group.
  std::string noun_group;
  // What the group is a part of: "people" for "diplomats"; "" where unknown.
  std::string noun_kind;
  // The unit in terms of its dimension: 1000 and "m" for "km", so that
  // "5 km" and "5,000 meters" compare. 1 and `unit` where there is no other.
  double unit_factor = 1;
  std::string dimension;
  // A number that ranks or names and counts nothing: "the third man",
  // "Flight 17". Never among the quantities of a claim.
  bool ordinal = false;
};

enum class QuantityRelation {
  kEqual,          // one value, whatever the words
  kAgrees,         // bounds, ranges or rounding overlap
  kDiffers,        // cannot both be the value
  kNotComparable,  // other unit, or other noun
};
// "equal", "agrees", "differs", "not comparable".
std::string_view Name(QuantityRelation relation);

// A time expression; resolved to days where there is an anchor.
struct TimeExpression {
  Span span;
  std::optional<DateInterval> days;  // nothing: resolution refused
};

struct Mention {
  Span span;
  MentionType type = MentionType::kPerson;
  // One id for all mentions of the same entity in the article, and the same
  // for equal names across articles: "united states", "lavrov".
  std::string entity;
};

// Evaluative, one-sided or intensifying wording.
struct WordingFlag {
  Span span;
  std::string category;  // of the lexicon: "intensifier", "evaluative" ...
  double strength = 0;   // 0..1
  bool in_quotation = false;
};

// A name that competes with others for one thing: "reunification" beside
// "annexation" (labels.tsv).
struct CompetingName {
  Span span;
  std::string group;    // neutral id of what is named: "land.change"
  std::string name;     // of which the words are a form
  double strength = 0;  // how much stance it carries, 0..1
  // A common word, which competes only in one phrase or sentence.
  bool common = false;
  bool in_quotation = false;
};

// Words that weaken or condition: "may", "alleged", "if".
struct HedgeFlag {
  Span span;
  Certainty certainty = Certainty::kHedged;
  double strength = 0;  // 0..1
};

struct Quotation {
  Span outer;          // with its marks
  Span inner;          // without
  bool closed = true;  // false: left open to the end of its paragraph
  bool scare = false;  // round one to three words that are not an utterance
};

// Who did what to whom: "Two miners were killed by the army" is {"killed",
// passive with agent, actor "the army", undergoer "Two miners"}.
struct Act {
  Span verb;  // the head of the verb group, or the noun of action
  Voice voice = Voice::kActive;
  // The verb or noun names no doer: "died", "the explosion". The one it befell
  // is the undergoer.
  bool agentless = false;
  // Noun phrases, without relative clauses. A copula's subject is its
  // undergoer.
  std::optional<Span> actor;
  std::optional<Span> undergoer;
  std::string lemma;  // stem of the verb or noun
};

// Why, or what for: "over spying" is {"over", "spying", ground}.
struct Cause {
  Span trigger;
  Span clause;
  CauseType type = CauseType::kCause;
  double strength = 1;  // how often the trigger is causal, 0..1
};

struct Claim {
  int sentence = 0;  // index into Annotation::sentences
  ClaimMode mode = ClaimMode::kVoice;
  std::vector<Span> source;   // the speaker; empty in the outlet's own voice
  std::string source_name;    // resolved: "Sergey Lavrov"; "" where unknown
  SourceKind source_kind = SourceKind::kNone;
  std::vector<Span> cue;      // "said", "according to"
  CueClass cue_class = CueClass::kNone;
  // The cue is one of belief, wish, support or blame ("wants", "backed"), not
  // of saying: the content is the source's stance, not its words.
  bool attitude = false;
  std::vector<Span> content;
  // Parts of an indirect content that stand in quotation marks, the marks left
  // out: "vowed to 'respond'". Empty in a direct quotation.
  std::vector<Span> quoted;
  Certainty certainty = Certainty::kAsserted;
  int polarity = 1;  // -1: negated
  std::vector<Quantity> quantities;
  std::vector<TimeExpression> times;
  // The main act first, then those coordinated with it, nouns of action, and
  // participles that name who did it ("civilians killed by rebels"); empty where
  // the content holds none.
  std::vector<Act> acts;
  std::vector<Cause> causes;  // those that overlap the content

  // Indirect speech with words of the speaker in it.
  bool mixed() const { return mode == ClaimMode::kIndirect && !quoted.empty(); }
};

// Everything that is read from one article.
struct Annotation {
  std::vector<Span> sentences;           // title sentences first
  std::vector<std::vector<Word>> words;  // of each sentence
  std::vector<std::vector<Tag>> tags;    // of each word of each sentence
  WordTexts word_texts;                  // what the words' views point into
  std::vector<double> uncertain;         // of each sentence, 0..1
  std::vector<double> loaded;            // of each sentence, 0..1
  std::vector<Claim> claims;             // in order of sentence; one or more each
  std::vector<Quotation> quotations;     // in order of span
  std::vector<Mention> mentions;         // in order of span
  std::vector<WordingFlag> wording;      // in order of span
  std::vector<CompetingName> names;      // in order of span
  std::vector<HedgeFlag> hedges;         // in order of span
  std::vector<Quantity> ordinals;        // in order of span, of all sentences
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_CLAIM_H_
