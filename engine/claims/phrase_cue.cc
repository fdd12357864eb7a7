#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/base/suffix.h"
#include "engine/claims/attribution_context.h"

namespace rashomon {
namespace {

// How far before "reportedly" the opener of its clause is looked for.
constexpr std::size_t kMaxClauseWords = 60;

// Where the clause before word `end` starts, that an "according to" or an
// adverb in the middle of a longer sentence qualifies: behind the last
// attribution that leads its own content.
std::size_t ClauseStart(std::size_t end, const AttributionContext& c) {
  std::size_t start = c.s.body;
  for (const Attribution& a : c.found) {
    const bool leads = a.content.front().first < a.cue.first || a.cue.first == 0;
    const std::size_t last = std::max(a.cue.last, a.source.last);
    if (leads && last <= end) start = std::max(start, last);
  }
  while (start < end && c.phrases.IsMark(start) && !c.s.InQuote(start)) ++start;
  return start;
}

// "According to X, the talks failed", "The talks failed, according to X".
void ReadPreposition(const PhraseMatch& m, AttributionContext* c) {
  const Phrases& p = c->phrases;
  Attribution a;
  a.cue = {m.first, m.last};
  a.cue_class = ClassOf(*m.entry);
  a.source = p.NounPhraseRight(m.last);
  if (a.source.empty()) return;
  const std::size_t end = c->ends.SentenceEnd(a.source.first);
  // In front, what takes the whole sentence is no apposition.
  if (m.first == 0 && a.source.last >= end) {
    for (std::size_t i = a.source.first; i < a.source.last; ++i) {
      if (p.IsComma(i)) a.source.last = i;
    }
  }
  // "per" is a cue before a name only: "per person" is none.
  if (c->s.Is(m.first, "per") &&
      (!c->s.word(a.source.first).capitalized || m.first == 0)) {
    return;
  }
  const std::size_t after = a.source.last;
  const bool leads =
      m.first <= c->s.body || (m.first < c->s.body + 3 && !p.IsComma(m.first - 1)) ||
      (p.IsComma(after) && c->s.Is(m.first - 1, Tag::kCoordinator));
  if (leads) {
    const std::size_t first = p.IsComma(after) ? after + 1 : after;
    AddContent(first, end, &a);
  } else {
    std::size_t last = m.first;
    while (last > 0 && p.IsComma(last - 1)) --last;
    AddContent(ClauseStart(last, *c), last, &a);
    if (p.IsComma(after)) AddContent(after + 1, end, &a);
  }
  c->Keep(std::move(a));
}

// "reportedly": no source; the clause around it is the content. A relative
// clause is the clause: "the man, who allegedly fled".
void ReadAdverb(const PhraseMatch& m, AttributionContext* c) {
  Attribution a;
  a.cue = {m.first, m.last};
  a.cue_class = ClassOf(*m.entry);
  std::size_t first = ClauseStart(m.first, *c);
  const std::size_t low = std::max(
      first, m.first > kMaxClauseWords ? m.first - kMaxClauseWords : 0);
  for (std::size_t i = m.first; i-- > low;) {
    if (c->s.Is(i, Tag::kRelative) || c->s.Is(i, Tag::kSubordinator)) {
      first = i;
      break;
    }
  }
  AddContent(first, m.first, &a);
  AddContent(m.last, c->ends.ContentEnd(m.first, m.last, true), &a);
  c->Keep(std::move(a));
}

WordRange Possessor(std::size_t noun, const AttributionContext& c) {
  if (noun == 0) return {};
  const std::string_view before = c.s.word(noun - 1).normal;
  for (const std::string_view own : {"his", "her", "their", "its", "my", "our"}) {
    if (before == own) return {noun - 1, noun};
  }
  if (EndsWith(before, "'s") || EndsWith(before, "s'")) {
    return c.phrases.SubjectLeft(noun);
  }
  return {};
}

}  // namespace

void ReadNounCue(const PhraseMatch& m, AttributionContext* c) {
  const Phrases& p = c->phrases;
  std::size_t next = m.last;
  Attribution a;
  if (c->s.Is(next, "by") || c->s.Is(next, "from")) {
    a.source = p.NounPhraseRight(next + 1);
    next = std::max(next, a.source.last);
  }
  if (!c->s.Is(next, "that") && !(c->s.russian && c->s.Is(next, "что"))) return;
  // "a plan that would", "remarks that he made": relative clauses.
  if (p.IsFinite(next + 1) || c->s.Is(next + 1, Tag::kAdverb)) return;
  if (!c->s.russian && p.IsComma(next - 1)) return;
  a.cue = {m.first, m.last};
  a.cue_class = ClassOf(*m.entry);
  if (a.source.empty()) a.source = Possessor(m.first, *c);
  AddContent(next + 1, c->ends.NounClauseEnd(next + 1), &a);
  c->Keep(std::move(a));
}

void ReadPhraseCue(const PhraseMatch& m, AttributionContext* context) {
  switch (FrameOf(*m.entry)) {
    case CueFrame::kPreposition: return ReadPreposition(m, context);
    case CueFrame::kAdverb: return ReadAdverb(m, context);
    default: return ReadNounCue(m, context);
  }
}

}  // namespace rashomon
