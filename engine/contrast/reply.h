// A party's answer: the denial or rejection of what is said of it, asked of it
// or offered to it.
//
//   if (TellsReply(*d.near, i) && !TellsReplyOfSameParty(d, i)) ...
#ifndef RASHOMON_ENGINE_CONTRAST_REPLY_H_
#define RASHOMON_ENGINE_CONTRAST_REPLY_H_

#include "engine/contrast/finding.h"
#include "engine/contrast/report_index.h"

namespace rashomon {

// "Denied the allegations", "rejected the offer", "denies that it fired", but
// not "declined to comment", "disavowed his endorsement" or "denied them a
// seat". O(words).
bool TellsReply(const ReportIndex& report, int sentence);

// Whether the far report tells a denial in a sentence that names whoever
// answers in this one of the near report; of either the first 400 sentences.
// O(sentences of the far report).
bool TellsReplyOfSameParty(const Direction& d, int sentence);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_REPLY_H_
