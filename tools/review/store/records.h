// What a case holds, as plain values.
//
//   for (const CaseFlag& flag : page.flags) {
//     flag.divergence.kind; flag.state; flag.verdicts;   // who decided what
//   }
//
// Ids are the case's own row numbers, from 1; 0 is none. Times are RFC 3339 in
// UTC ("2026-03-07T10:15:00Z"). Spans count UTF-8 bytes of the article that the
// flag's comparison names.
#ifndef RASHOMON_TOOLS_REVIEW_STORE_RECORDS_H_
#define RASHOMON_TOOLS_REVIEW_STORE_RECORDS_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "engine/align/alignment.h"
#include "engine/base/span.h"
#include "engine/compare/comparison.h"
#include "engine/contrast/divergence.h"
#include "engine/events/same_event.h"

namespace rashomon {

// A reviewer's decision.
enum class Verdict { kConfirmed, kDismissed, kUnsure };
std::string_view Name(Verdict verdict);  // "confirmed", "dismissed", "unsure"
std::optional<Verdict> VerdictFromName(std::string_view name);

// Why a flag was dismissed.
enum class DismissReason {
  kNone, kWrongAlignment, kNotADifference, kWrongKind, kTrivial, kOther,
};
std::string_view Name(DismissReason reason);  // "", "wrong-alignment" ...
std::optional<DismissReason> DismissReasonFromName(std::string_view name);

// An article as one reading of its source gave it.
struct CaseArticle {
  std::int64_t id = 0;
  Article article;
  std::vector<Span> sentences;
  std::string sha256;         // of the article as read, 64 hexadecimal digits
  std::string source_sha256;  // of the bytes it was read from
  std::size_t source_bytes = 0;
};

// A run of the program over a pair of sources.
struct CaseComparison {
  std::int64_t id = 0;
  std::int64_t pair = 0;
  int run = 0;           // of the pair, from 1
  bool current = false;  // the pair's last run
  std::int64_t left = 0;   // CaseArticle::id
  std::int64_t right = 0;
  SameEventVerdict same_event = SameEventVerdict::kNo;
  double same_event_confidence = 0;  // 0..1
  Alignment alignment;               // without the pairs that were weighed
  std::vector<Note> notes;
  std::map<std::string, std::string> versions;
  std::string added;
};

// One row of the history.
struct VerdictRow {
  std::int64_t id = 0;
  std::int64_t batch = 0;  // id of the first row decided at the same stroke
  std::int64_t flag = 0;
  std::int64_t divergence = 0;  // the form of the flag that was shown
  std::string reviewer;
  std::string time;
  std::optional<Verdict> verdict;  // nothing: the row takes another back
  DismissReason reason = DismissReason::kNone;
  std::optional<DivergenceKind> changed_kind;
  std::string note;
  std::int64_t undoes = 0;   // the row taken back
  std::int64_t undone_by = 0;  // the row that took this one back
};

// What was agreed on in the end.
struct Settlement {
  std::int64_t id = 0;
  std::int64_t flag = 0;
  std::int64_t divergence = 0;
  std::string reviewer;  // who settled it
  std::string time;
  std::optional<Verdict> verdict;  // nothing: the row takes the last one back
  DismissReason reason = DismissReason::kNone;
  std::optional<DivergenceKind> changed_kind;
  std::string note;
};

// Who added a flag that the engine did not give.
struct AddedBy {
  std::string reviewer;
  std::string time;
  std::string note;
};

enum class FlagState {
  kCurrent,     // the pair's last run gave it, or a reviewer added it
  kSuperseded,  // an earlier run gave it, and the last one did not
  kWithdrawn,   // its reviewer took it back
};
std::string_view Name(FlagState state);  // "current", "superseded", "withdrawn"

struct CaseFlag {
  std::int64_t id = 0;
  std::int64_t pair = 0;
  std::int64_t divergence_id = 0;  // its latest form
  std::int64_t comparison = 0;     // the run that gave that form
  int rank = 0;                    // in that run, from 1; 0 for an added flag
  FlagState state = FlagState::kCurrent;
  Divergence divergence;
  std::optional<AddedBy> added_by;  // nothing: the engine gave it
  // The earlier flag with the same anchor, which this one stands for now: its
  // evidence and verdicts are to be shown beside. 0 for none.
  std::int64_t reopens = 0;
  // The decision of each reviewer that stands, by name.
  std::vector<VerdictRow> verdicts;
  std::optional<Settlement> settled;  // that stands
};

// What all decisions on a flag come to.
enum class Outcome {
  kUndecided,  // by anyone
  kConfirmed,
  kDismissed,
  kUnsure,
  kDisputed,  // reviewers differ, and it is not settled
};
std::string_view Name(Outcome outcome);  // "undecided", "confirmed" ...

// The settlement, else what all reviewers who decided say.
Outcome OutcomeOf(const CaseFlag& flag);

// The kind after the decisions: the settlement's, else the one that all
// reviewers who confirmed it changed it to, else the engine's.
DivergenceKind KindOf(const CaseFlag& flag);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_STORE_RECORDS_H_
