#include "engine/claims/name_words.h"

#include "engine/claims/mention_names.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {
namespace {

// A weekday, month or the like; "none" marks what only looks like one.
bool NamesTime(const PhraseMatch& m) { return m.entry->category != "none"; }

}  // namespace

NameWords::NameWords(const SentenceReading& s, const std::vector<Span>& times)
    : s_(s) {
  const PhraseMatches listed = s.matches.of(ListId::kTimes);
  if (listed.empty() && times.empty()) return;
  is_time_.assign(s.size(), false);
  for (const PhraseMatch& m : listed) {
    if (!NamesTime(m)) continue;
    for (std::size_t i = m.first; i < m.last; ++i) is_time_[i] = true;
  }
  MarkTouched(s, times, &is_time_);
}

const PhraseMatch* NameWords::PlaceAt(std::size_t i) const {
  const PhraseMatch* m = s_.matches.Starting(ListId::kPlaces, i);
  return HasCategory(m, "head") ? nullptr : m;
}

const PhraseMatch* NameWords::OrganisationAt(std::size_t i) const {
  const PhraseMatch* m = s_.matches.Starting(ListId::kOrganisations, i);
  return IsHeadNoun(m) ? nullptr : m;
}

const PhraseMatch* NameWords::RoleAt(std::size_t i) const {
  const PhraseMatch* m = s_.matches.Starting(ListId::kRoles, i);
  return HasCategory(m, "title") ? nullptr : m;
}

bool NameWords::IsGiven(std::size_t i) const {
  const PhraseMatch* m = s_.matches.Starting(ListId::kFirstNames, i);
  return m != nullptr && m->entry->category != "surname";
}

bool NameWords::IsCapital(std::size_t i) const {
  return i < s_.size() && s_.word(i).kind == WordKind::kWord &&
         s_.word(i).capitalized;
}

bool NameWords::IsNameWord(std::size_t i) const {
  return IsCapital(i) && s_.classes[i] == WordClass::kOpen && !IsTime(i);
}

// A word that goes on a name which has begun: "May" too.
bool NameWords::GoesOnName(std::size_t i) const {
  if (!IsCapital(i)) return false;
  // "Theresa May", "Will Holm".
  const bool auxiliary =
      s_.classes[i] == WordClass::kAuxiliary && i > 0 && IsGiven(i - 1);
  return s_.classes[i] == WordClass::kOpen || auxiliary ||
         IsInitial(s_.word(i));
}

std::string_view NameWords::Bytes(std::size_t i) const {
  return Slice(s_.text, s_.word(i).span);
}

// The word after i within one name: past the stop of an initial, particles
// and a hyphen. s_.size() where the name ends at i.
std::size_t NameWords::NextInName(std::size_t i, bool started) const {
  if (IsPossessive(s_.word(i))) return s_.size();
  std::size_t next = i + 1;
  if (IsInitial(s_.word(i)) && s_.IsMark(next, '.')) ++next;
  if (s_.IsMark(next, '-') && next + 1 < s_.size() &&
      s_.word(next).span.begin == s_.word(i).span.end &&
      s_.word(next + 1).span.begin == s_.word(next).span.end) {
    ++next;
  }
  for (std::size_t k = 0; k < 2 && next < s_.size(); ++k) {
    const std::string_view bytes = Bytes(next);
    if (!started || !IsParticle(bytes)) break;
    if (bytes.find('-') != std::string_view::npos) return next;
    if (k == 0 && !IsCapital(next + 1) &&
        !(next + 1 < s_.size() && IsParticle(Bytes(next + 1)))) {
      break;
    }
    ++next;
  }
  const bool goes_on = started ? next < s_.size() && GoesOnName(next) &&
                                     (!IsTime(next) || IsGiven(i))
                               : next < s_.size() && IsNameWord(next);
  return goes_on ? next : s_.size();
}

// The end of the run of name words from i on; i where there is none.
std::size_t NameWords::RunEnd(std::size_t i) const {
  if (!IsNameWord(i) &&
      !(IsInitial(s_.word(i)) && s_.IsMark(i + 1, '.') && GoesOnName(i + 2))) {
    return i;
  }
  std::size_t at = i;
  for (std::size_t n = 1; n < 2 * kMaxNameWords; ++n) {
    const std::size_t next = NextInName(at, true);
    if (next >= s_.size()) break;
    at = next;
  }
  return at + 1;
}

bool NameWords::Starts(std::size_t i) const {
  return i == 0 || s_.IsMark(i - 1, '"') || s_.IsMark(i - 1, ':') ||
         s_.IsMark(i - 1, '-');
}

}  // namespace rashomon
