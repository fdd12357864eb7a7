#include "engine/claims/attribution.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/lexicon/lexicons.h"

namespace rashomon {
namespace {

// A noun phrase that names a source is at most this long.
constexpr std::size_t kMaxSourceWords = 30;
// Adverbs and auxiliaries between a subject and its verb.
constexpr std::size_t kMaxGap = 5;
// Addressee, time and place between a cue and its "that" or quotation.
constexpr std::size_t kMaxAdjunctWords = 16;
// An object, or what stands between an attribution and the rest of its
// content, is at most this long.
constexpr std::size_t kMaxPhraseWords = 60;
// No sentence of news holds more; it keeps hostile text linear.
constexpr std::size_t kMaxAttributions = 32;
// A clause to the left of ", he said" has at least this many words.
constexpr std::size_t kMinClauseWords = 2;

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() &&
         text.substr(text.size() - end.size()) == end;
}

CueClass ClassNamed(std::string_view category) {
  for (int i = 0; i <= static_cast<int>(CueClass::kDemanding); ++i) {
    if (Name(static_cast<CueClass>(i)) == category) {
      return static_cast<CueClass>(i);
    }
  }
  return CueClass::kNeutral;
}

// How a cue takes its content; the note column of cues.tsv.
enum class Frame { kSay, kShow, kMind, kObject, kPreposition, kAdverb, kNoun };

Frame FrameNamed(std::string_view note) {
  constexpr std::array<std::pair<std::string_view, Frame>, 7> kFrames = {{
      {"say", Frame::kSay},         {"show", Frame::kShow},
      {"mind", Frame::kMind},       {"obj", Frame::kObject},
      {"prep", Frame::kPreposition}, {"adv", Frame::kAdverb},
      {"noun", Frame::kNoun},
  }};
  for (const auto& [name, frame] : kFrames) {
    if (name == note) return frame;
  }
  return Frame::kSay;
}

class Reader {
 public:
  Reader(const SentenceReading& s, bool headline)
      : s_(s), headline_(headline) {}

  std::vector<Attribution> Read() {
    cue_at_.assign(s_.size(), nullptr);
    for (const PhraseMatch& m : s_.matches.of(ListId::kCues)) {
      cue_at_[m.first] = &m;
    }
    if (ReadSpeakerColon()) return std::move(out_);
    if (headline_ && ReadHeadline()) return std::move(out_);
    for (const PhraseMatch& m : s_.matches.of(ListId::kCues)) ReadCue(m);
    TrimOverlaps();
    return std::move(out_);
  }

 private:
  // ---- word tests ----

  bool IsComma(std::size_t i) const { return s_.IsMark(i, ','); }
  bool IsQuoteMark(std::size_t i) const { return s_.IsMark(i, '"'); }
  bool IsDash(std::size_t i) const { return s_.IsMark(i, '-'); }
  bool IsStop(std::size_t i) const {
    return s_.IsMark(i, '.') || s_.IsMark(i, '!') || s_.IsMark(i, '?');
  }
  bool IsMarkAt(std::size_t i) const { return s_.Is(i, WordClass::kMark); }

  // Between a subject and its verb: "has also repeatedly".
  bool IsVerbPadding(std::size_t i) const {
    return s_.Is(i, WordClass::kAuxiliary) || s_.Is(i, WordClass::kAdverb) ||
           (s_.Is(i, WordClass::kOpen) && EndsWith(s_.word(i).normal, "ly") &&
            !s_.word(i).capitalized) ||
           s_.Is(i, "не") || s_.Is(i, "n't");
  }

  bool EndsNounPhraseLeft(std::size_t i) const {
    if (IsMarkAt(i)) return !IsInnerMark(i);
    switch (s_.classes[i]) {
      case WordClass::kSubordinator:
      case WordClass::kAuxiliary:
        return true;
      case WordClass::kRelative:
        return true;
      case WordClass::kCoordinator:
        return !JoinsNouns(i);
      default:
        return s_.Is(i, "that") || IsFiniteCue(i);
    }
  }

  // Marks within a noun phrase: brackets, apostrophes, the stop of "Dr.".
  bool IsInnerMark(std::size_t i) const {
    return s_.IsMark(i, '\'') || s_.IsMark(i, '&') || s_.IsMark(i, '[') ||
           s_.IsMark(i, ']') || s_.IsMark(i, '/') || s_.IsMark(i, '%') ||
           (IsDash(i) && JoinsWords(i)) ||
           (s_.IsMark(i, '.') && i + 1 < s_.size() && i > 0 &&
            s_.word(i - 1).capitalized);
  }

  // "Cruz and Rubio said": "and" between two nouns, not two clauses.
  bool JoinsNouns(std::size_t i) const {
    if (!s_.Is(i, "and") && !s_.Is(i, "&") && !s_.Is(i, "или") &&
        !s_.Is(i, "or") && !s_.Is(i, "и")) {
      return false;
    }
    if (i == 0 || i + 1 >= s_.size()) return false;
    const bool noun_after = s_.classes[i + 1] == WordClass::kOpen ||
                            s_.classes[i + 1] == WordClass::kDeterminer;
    const bool noun_before = s_.classes[i - 1] == WordClass::kOpen;
    // A capital on both sides, or none on either: one phrase.
    return noun_after && noun_before &&
           (s_.word(i + 1).capitalized == s_.word(i - 1).capitalized);
  }

  bool IsFiniteCue(std::size_t i) const {
    if (cue_at_[i] == nullptr) return false;
    const std::string_view word = s_.word(i).normal;
    return word == "said" || word == "says" || word == "told" ||
           word == "saying" || word == "say" || word == "tells";
  }

  // ---- the reading of one cue ----

  void ReadCue(const PhraseMatch& m) {
    if (s_.InQuote(m.first) || m.first < busy_until_) return;
    if (out_.size() >= kMaxAttributions) return;
    const std::string_view note = m.entry->note;
    const Frame frame = FrameNamed(note.substr(0, note.find(' ')));
    if (!IsInflection(m)) return;
    if (m.first > 0 && s_.word(m.first).capitalized && !headline_ &&
        !IsMarkAt(m.first - 1)) {
      return;  // "Foreign Threats"
    }
    if (EndsWith(note, " n") && !IsVerbByContext(m)) return;
    if (frame == Frame::kPreposition) return ReadPreposition(m);
    if (frame == Frame::kAdverb) return ReadAdverb(m);
    if (frame == Frame::kNoun || IsNounHere(m)) return ReadNoun(m);
    ReadVerb(m, frame);
  }

  // Stems join what is no form of the verb: "supporters", "information",
  // "repeatedly" are told by a suffix that the verb itself lacks.
  bool IsInflection(const PhraseMatch& m) const {
    if (m.last != m.first + 1 || s_.russian) return true;
    const std::string_view phrase = m.entry->phrase;
    if (phrase.front() == '=') return true;
    const std::string_view base = WithoutEnding(phrase);
    const std::string_view word = WithoutEnding(s_.word(m.first).normal);
    static constexpr std::string_view kSuffixes[] = {
        "er",  "or",  "ment", "ion", "ance", "ence", "ist", "able",
        "ive", "al",  "ly",   "ory", "ant",  "ary",  "ing"};
    for (const std::string_view suffix : kSuffixes) {
      if (EndsWith(word, suffix) && !EndsWith(base, suffix)) return false;
    }
    return true;
  }

  // Without -s, -ed, -ing; rough, for comparing suffixes only.
  static std::string_view WithoutEnding(std::string_view word) {
    for (const std::string_view ending : {"ing", "ed", "s"}) {
      if (word.size() > ending.size() + 2 && EndsWith(word, ending)) {
        word.remove_suffix(ending.size());
        return word;
      }
    }
    return word;
  }

  // For words that are nouns as often: "reports that", "polls show", "Holm
  // hopes"; -ed and -ing forms are verbs anyway.
  bool IsVerbByContext(const PhraseMatch& m) const {
    const std::string_view word = s_.word(m.first).normal;
    if (EndsWith(word, "ed") || EndsWith(word, "ing")) return true;
    const std::size_t next = m.last;
    if (s_.Is(next, "that") || s_.IsMark(next, ':') ||
        (next < s_.size() && s_.InQuote(next))) {
      return true;
    }
    if (m.first == 0 || next >= s_.size() || IsMarkAt(next)) return false;
    const std::size_t before = m.first - 1;
    if (s_.Is(before, WordClass::kPronoun) || s_.Is(before, "who")) return true;
    if (s_.Is(next, "of") || s_.Is(next, "from") || s_.Is(next, "by")) {
      return false;
    }
    if (!s_.Is(before, WordClass::kOpen)) {
      return s_.Is(before, WordClass::kAuxiliary) && !EndsWith(word, "s");
    }
    const std::string_view subject = s_.word(before).normal;
    if (EndsWith(word, "s") && !EndsWith(word, "ss")) {
      return s_.word(before).capitalized && !EndsWith(subject, "'s");
    }
    return EndsWith(subject, "s") && !EndsWith(subject, "'s") &&
           !s_.word(before).capitalized;
  }

  bool IsNounHere(const PhraseMatch& m) const {
    if (s_.russian) return false;
    const std::string_view word = s_.word(m.first).normal;
    if (EndsWith(word, "ing") || word == "said" || word == "told") {
      return false;
    }
    if (m.first == 0) return false;
    const std::size_t before = m.first - 1;
    if (s_.Is(before, "that") || s_.Is(before, "this") ||
        s_.Is(before, "all") || s_.Is(before, "some") ||
        s_.Is(before, "both") || s_.Is(before, "such")) {
      return false;
    }
    if (s_.Is(before, WordClass::kDeterminer)) return true;
    if (s_.Is(before, WordClass::kPreposition) && !s_.Is(before, "to")) {
      return true;
    }
    if (EndsWith(s_.word(before).normal, "'s")) return true;
    // An adjective between: "a new claim".
    return before > 0 && s_.Is(before, WordClass::kOpen) &&
           !s_.word(before).capitalized && !EndsWith(word, "ed") &&
           (s_.Is(before - 1, "a") || s_.Is(before - 1, "an")) &&
           !EndsWith(word, "s");
  }

  bool IsParticiple(const PhraseMatch& m) const {
    return EndsWith(s_.word(m.first).normal, "ing");
  }

  void ReadVerb(const PhraseMatch& m, Frame frame) {
    Attribution a;
    a.cue = {m.first, m.last};
    a.cue_class = ClassNamed(m.entry->category);
    a.attitude = frame == Frame::kMind || frame == Frame::kObject;
    std::size_t left = m.first;
    while (left > 0 && m.first - left < kMaxGap && IsVerbPadding(left - 1)) {
      --left;
    }
    a.negated = NegatedBetween(left, m.first);
    if (left > 0 && s_.Is(left - 1, "to") && !s_.russian) return;
    if (IsPassive(m, left)) return ReadPassive(m, frame, a);
    // "A said B ... but wants C": whose wish it is cannot be told.
    if (a.attitude && IsShared(left) && InSaidContent(m.first)) return;
    const bool participle = IsParticiple(m) && left == m.first;
    const bool inverted = IsInverted(m, left);
    if (inverted) {
      a.source = NounPhraseRight(m.last);
    } else if (participle || IsShared(left)) {
      a.source = SharedSubject(m.first);
    } else {
      a.source = NounPhraseLeft(left);
    }
    if (a.source.empty() && !inverted) {
      if (s_.russian) a.source = NounPhraseRight(m.last);
    }
    if (IsStrayVerb(a.source)) return;
    if (a.source.empty() && frame != Frame::kSay) return;
    const bool shared = !inverted && (participle || IsShared(left));
    SetVerbContent(frame, inverted, shared, left, &a);
    Keep(std::move(a));
  }

  // "include alleged spies": one small word that is no plural is no speaker.
  bool IsStrayVerb(const WordRange& source) const {
    if (source.last != source.first + 1 || s_.russian) return false;
    const std::size_t i = source.first;
    return s_.Is(i, WordClass::kOpen) && !s_.word(i).capitalized &&
           !EndsWith(s_.word(i).normal, "s") && !IsRole(i) && i > 0;
  }

  bool NegatedBetween(std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i < last; ++i) {
      const std::string_view word = s_.word(i).normal;
      if (word == "not" || word == "never" || word == "не" ||
          EndsWith(word, "n't")) {
        return true;
      }
    }
    return false;
  }

  // "was told", "is said": "be" right before a participle that is no "-ing".
  bool IsPassive(const PhraseMatch& m, std::size_t left) const {
    if (IsParticiple(m)) return false;
    for (std::size_t i = left; i < m.first; ++i) {
      const std::string_view word = s_.word(i).normal;
      if (word == "is" || word == "are" || word == "was" || word == "were" ||
          word == "be" || word == "been" || word == "being") {
        const std::string_view cue = s_.word(m.first).normal;
        return EndsWith(cue, "ed") || EndsWith(cue, "wn") || cue == "told" ||
               cue == "said" || cue == "seen" || cue == "found" ||
               cue == "written" || cue == "thought" || cue == "heard";
      }
    }
    return false;
  }

  // "X was told by Y that ...": the source is Y.
  void ReadPassive(const PhraseMatch& m, Frame frame, Attribution a) {
    const bool tells = a.cue_class == CueClass::kNeutral ||
                       a.cue_class == CueClass::kRevealing;
    if (frame != Frame::kSay || !tells || !s_.Is(m.last, "by")) return;
    a.source = NounPhraseRight(m.last + 1);
    if (a.source.empty()) return;
    const std::size_t begin = 0;
    const std::size_t after =
        a.source.last + (s_.Is(a.source.last, "that") ? 1 : 0);
    const std::size_t end = ContentEnd(after);
    if (after < end && !IsMarkAt(after)) {
      a.content = {{after, end}};
    } else if (begin < m.first) {
      a.content = {{begin, m.first}};
    }
    Keep(std::move(a));
  }

  // The verb comes before its subject: `," said X`, "- сообщил X".
  bool IsInverted(const PhraseMatch& m, std::size_t left) const {
    if (left == 0) return s_.russian && !IsMarkAt(m.last);
    const std::size_t before = left - 1;
    const bool after_content = IsComma(before) || IsQuoteMark(before) ||
                               IsDash(before) || s_.InQuote(before) ||
                               s_.IsMark(before, '?') ||
                               s_.IsMark(before, '!');
    if (!after_content) return false;
    if (IsParticiple(m)) return false;
    if (m.last >= s_.size() || IsMarkAt(m.last)) return false;
    if (IsComma(before) && !IsQuoteMark(before) && !EndsQuote(before)) {
      // "X, a Y, said": what follows a plain comma may be a verb with its
      // subject to the left. "..., said X" has the subject right there.
      return StartsSubject(m.last) && !HasSubjectBefore(before);
    }
    return StartsSubject(m.last);
  }

  // A comma that stands inside or right after a quotation.
  bool EndsQuote(std::size_t i) const {
    return s_.InQuote(i) || (i > 0 && s_.InQuote(i - 1));
  }

  bool StartsSubject(std::size_t i) const {
    if (i >= s_.size()) return false;
    if (s_.Is(i, "that") || s_.Is(i, "reporters")) return false;
    return s_.word(i).capitalized || s_.Is(i, WordClass::kDeterminer) ||
           s_.Is(i, WordClass::kPronoun) ||
           (s_.Is(i, WordClass::kOpen) && !EndsWith(s_.word(i).normal, "ly"));
  }

  // "Sanders, a Vermont senator, said": an apposition ends at the comma.
  bool HasSubjectBefore(std::size_t comma) const {
    const std::optional<std::size_t> open = ApposedFrom(comma);
    return open.has_value() && *open > 0;
  }

  // A clause of its own, so no apposition, unless it is a relative one.
  bool HasAuxiliary(std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i < last; ++i) {
      if (s_.Is(i, WordClass::kRelative)) return false;
      if (s_.Is(i, WordClass::kAuxiliary)) return true;
    }
    return false;
  }

  // Where the apposition that ends at `comma` began (its own comma).
  std::optional<std::size_t> ApposedFrom(std::size_t comma) const {
    std::size_t i = comma;
    while (i > 0 && comma - i < kMaxSourceWords) {
      --i;
      if (IsComma(i)) {
        const std::size_t next = i + 1;
        if (next < comma && !HasAuxiliary(next, comma) &&
            (s_.Is(next, WordClass::kDeterminer) ||
             s_.Is(next, WordClass::kRelative) ||
             s_.Is(next, WordClass::kNumber) || IsRole(next) ||
             EndsWith(s_.word(next).normal, "ing") ||
             s_.Is(next, WordClass::kPreposition) ||
             comma - next <= 4 || s_.Is(next, "former"))) {
          return i;
        }
        return std::nullopt;
      }
      if (IsMarkAt(i) && !IsInnerMark(i)) return std::nullopt;
    }
    return std::nullopt;
  }

  bool IsRole(std::size_t i) const {
    const std::vector<PhraseMatch>& roles = s_.matches.of(ListId::kRoles);
    const auto m = std::lower_bound(
        roles.begin(), roles.end(), i,
        [](const PhraseMatch& r, std::size_t at) { return r.first < at; });
    return m != roles.end() && m->first == i;
  }

  // "and said", ", but added": the subject is the one before.
  bool IsShared(std::size_t left) const {
    if (left == 0) return false;
    return s_.Is(left - 1, WordClass::kCoordinator);
  }

  bool InSaidContent(std::size_t i) const {
    return !out_.empty() && !out_.back().attitude &&
           out_.back().content.back().first <= i &&
           i < out_.back().content.back().last;
  }

  WordRange SharedSubject(std::size_t before) const {
    for (std::size_t i = out_.size(); i-- > 0;) {
      if (!out_[i].source.empty()) return out_[i].source;
    }
    return FirstSubject(before);
  }

  // The first noun phrase of the sentence that a verb follows.
  WordRange FirstSubject(std::size_t before) const {
    std::size_t first = 0;
    while (first < before && (IsMarkAt(first) ||
                              s_.Is(first, WordClass::kCoordinator))) {
      ++first;
    }
    // An opening phrase: "In a speech on Monday, Trump ...".
    if (s_.Is(first, WordClass::kPreposition) ||
        s_.Is(first, WordClass::kSubordinator) ||
        EndsWith(s_.word(first).normal, "ing")) {
      std::size_t i = first;
      while (i < before && !IsComma(i)) ++i;
      if (i + 1 < before) first = i + 1;
    }
    std::size_t last = first;
    while (last < before && last - first < kMaxSourceWords &&
           !EndsSubjectRight(last)) {
      ++last;
    }
    return Trim({first, last});
  }

  // Where a subject stops and its verb starts, by form.
  bool EndsSubjectRight(std::size_t i) const {
    if (IsMarkAt(i)) return !IsInnerMark(i);
    if (s_.Is(i, WordClass::kAuxiliary) || s_.Is(i, WordClass::kSubordinator)) {
      return true;
    }
    if (s_.Is(i, WordClass::kAdverb) || s_.Is(i, WordClass::kRelative)) {
      return true;
    }
    if (s_.Is(i, WordClass::kOpen) && !s_.word(i).capitalized) {
      if (EndsWith(s_.word(i).normal, "ed")) return true;
      if (cue_at_[i] != nullptr && i > 0 &&
          !s_.Is(i - 1, WordClass::kDeterminer)) {
        return true;
      }
    }
    return false;
  }

  // The noun phrase that ends before word `end`.
  WordRange NounPhraseLeft(std::size_t end) const {
    if (end == 0) return {};
    if (IsSubjectPronoun(end - 1)) return {end - 1, end};
    std::size_t last = end;
    std::size_t i = end;
    if (IsComma(i - 1)) {
      const std::optional<std::size_t> open = ApposedFrom(i - 1);
      if (!open) return {};
      i = *open;
      // "Petrilli, who thinks so, said": the clause is no part of the name.
      if (s_.Is(i + 1, WordClass::kRelative)) last = end = i;
    } else if (s_.IsMark(i - 1, ')')) {
      while (i > 0 && !s_.IsMark(i - 1, '(')) --i;
      if (i > 0) --i;
    }
    while (i > 0 && end - i < kMaxSourceWords && !s_.InQuote(i - 1) &&
           !EndsNounPhraseLeft(i - 1)) {
      --i;
    }
    last = WithoutTime(i, last);
    // "who", "which": the relative pronoun is the source's place.
    if (i == end && i > 0 && s_.Is(i - 1, WordClass::kRelative)) {
      return {i - 1, end};
    }
    return Trim({i, last});
  }

  // "The ministry on August 31 ordered": the time is no part of the source.
  std::size_t WithoutTime(std::size_t first, std::size_t last) const {
    for (std::size_t i = first + 1; i + 1 < last; ++i) {
      if (!s_.Is(i, "on") && !s_.Is(i, "in")) continue;
      const bool date = s_.word(i + 1).capitalized && i + 2 < last &&
                        s_.Is(i + 2, WordClass::kNumber);
      if (date || IsWeekday(i + 1)) return i;
    }
    if (last > first + 1 && IsWeekday(last - 1)) return last - 1;
    return last;
  }

  bool IsSubjectPronoun(std::size_t i) const {
    static constexpr std::string_view kPronouns[] = {
        "he", "she", "they", "it", "i", "we", "you", "он", "она", "они"};
    for (const std::string_view pronoun : kPronouns) {
      if (s_.Is(i, pronoun)) return true;
    }
    return false;
  }

  // Without what an opening phrase or a comma leaves at the front.
  WordRange Trim(WordRange r) const {
    while (!r.empty() && IsMarkAt(r.last - 1) && !s_.IsMark(r.last - 1, '.')) {
      --r.last;
    }
    for (;;) {
      if (r.empty()) return {};
      if (IsMarkAt(r.first) || s_.Is(r.first, WordClass::kCoordinator) ||
          s_.Is(r.first, WordClass::kAdverb) ||
          s_.Is(r.first, WordClass::kSubordinator)) {
        ++r.first;
        continue;
      }
      break;
    }
    // "On Tuesday Trump", "In Paris the minister": the phrase before a name.
    if (s_.Is(r.first, WordClass::kPreposition)) {
      for (std::size_t i = r.first + 1; i + 1 < r.last; ++i) {
        if (!s_.word(i).capitalized && s_.word(i + 1).capitalized) continue;
        if (s_.word(i).capitalized && s_.word(i + 1).capitalized &&
            i > r.first + 1) {
          break;
        }
        if (s_.word(i).capitalized) {
          return Trim({i + 1, r.last});
        }
      }
      // A phrase that a preposition opens names no speaker.
      return {};
    }
    return r;
  }

  bool EndsNounPhraseRight(std::size_t i) const {
    if (IsMarkAt(i)) return !IsInnerMark(i);
    switch (s_.classes[i]) {
      case WordClass::kSubordinator:
      case WordClass::kRelative:
      case WordClass::kAuxiliary:
        return true;
      case WordClass::kAdverb:
        return !s_.word(i).capitalized;
      case WordClass::kCoordinator:
        return !JoinsNouns(i);
      case WordClass::kPreposition:
        return !(s_.Is(i, "of") || s_.Is(i, "for") || s_.Is(i, "from") ||
                 s_.Is(i, "with") || s_.Is(i, "по") || s_.Is(i, "at") ||
                 s_.Is(i, "to"));
      default:
        return s_.Is(i, "that") || IsWeekday(i) || IsFiniteCue(i);
    }
  }

  bool IsWeekday(std::size_t i) const {
    const std::vector<PhraseMatch>& times = s_.matches.of(ListId::kTimes);
    const auto m = std::lower_bound(
        times.begin(), times.end(), i,
        [](const PhraseMatch& r, std::size_t at) { return r.first < at; });
    return m != times.end() && m->first == i;
  }

  // The noun phrase from word `first` on, with an apposition.
  WordRange NounPhraseRight(std::size_t first) const {
    std::size_t i = first;
    if (s_.Is(i, WordClass::kAdverb)) ++i;  // "later statements"
    while (i < s_.size() && i - first < kMaxSourceWords && !s_.InQuote(i) &&
           !EndsNounPhraseRight(i)) {
      ++i;
    }
    if (i == first) return {};
    if (IsComma(i) && i + 1 < s_.size() &&
        (s_.Is(i + 1, WordClass::kDeterminer) || IsRole(i + 1) ||
         s_.word(i + 1).capitalized || s_.Is(i + 1, "former")) &&
        !s_.InQuote(i + 1)) {
      std::size_t end = i + 1;
      while (end < s_.size() && end - first < kMaxSourceWords &&
             !(IsMarkAt(end) && !IsInnerMark(end)) && !s_.InQuote(end) &&
             !s_.Is(end, WordClass::kSubordinator)) {
        ++end;
      }
      const bool closed = end >= s_.size() || IsComma(end) || IsStop(end);
      if (closed && !HasAuxiliary(i + 1, end)) i = end;
    }
    while (i > first && IsMarkAt(i - 1)) --i;
    return {first, i};
  }

  // ---- content ----

  // One past the last word of content that starts after `from`: the end of
  // the sentence without its stop.
  std::size_t ContentEnd(std::size_t from) const {
    std::size_t end = s_.size();
    while (end > from && IsStop(end - 1) && !s_.InQuote(end - 1)) --end;
    return end;
  }

  // Addressees, times and places between a cue and its content: "told
  // reporters on Tuesday in a statement that".
  std::size_t SkipAdjuncts(std::size_t i) const {
    std::size_t that = i;
    // If a "that" or a quotation is near, everything before it is adjunct.
    for (std::size_t k = i; k < s_.size() && k < i + kMaxAdjunctWords; ++k) {
      if (s_.InQuote(k)) return IsClauseBetween(i, k) ? i : k;
      if (s_.Is(k, "that") || s_.Is(k, "что")) {
        that = k + 1;
        return IsClauseBetween(i, k) ? i : that;
      }
      if (s_.IsMark(k, ':')) return k + 1;
    }
    if (IsWeekday(i)) return i + 1;
    if ((s_.Is(i, "on") || s_.Is(i, "in")) && IsWeekday(i + 1)) return i + 2;
    return i;
  }

  // Whether words [first, last) hold a verb of their own.
  bool IsClauseBetween(std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i < last; ++i) {
      if (s_.Is(i, WordClass::kAuxiliary) || s_.Is(i, WordClass::kPronoun)) {
        return true;
      }
      if (IsMarkAt(i) && !IsComma(i)) return true;
    }
    return false;
  }

  // True where nothing of a clause follows word i: a stop, or adjuncts to the
  // end ("said on Tuesday during a press call").
  bool NothingFollows(std::size_t i) const {
    if (i >= s_.size() || IsStop(i) || IsComma(i)) return true;
    if (s_.IsMark(i, ')')) return true;
    if (s_.Is(i, "to") || s_.Is(i, "that")) return false;
    if (s_.Is(i, WordClass::kPreposition) || IsWeekday(i) ||
        s_.Is(i, WordClass::kSubordinator)) {
      return true;
    }
    return false;
  }

  // `shared`: the subject is another verb's, so nothing before is content.
  void SetVerbContent(Frame frame, bool inverted, bool shared,
                      std::size_t left, Attribution* a) {
    if (shared) return SetRightContent(frame, a->cue.last, a);
    const std::size_t block_first =
        a->source.empty() ? std::min(left, a->cue.first)
                          : std::min({left, a->source.first, a->cue.first});
    const std::size_t block_last = std::max(a->cue.last, a->source.last);
    const bool comma_left =
        block_first > 0 &&
        (IsComma(block_first - 1) || s_.InQuote(block_first - 1) ||
         IsDash(block_first - 1) || IsQuoteMark(block_first - 1));
    const bool quote_left = block_first > 0 && EndsQuote(block_first - 1);
    const bool that = !quote_left && HasThat(block_last);
    if (frame == Frame::kSay && comma_left && !that &&
        (inverted || quote_left || NothingFollows(block_last))) {
      return SetLeftContent(block_first, block_last, quote_left, a);
    }
    SetRightContent(frame, block_last, a);
  }

  // "said in an interview with the agency that ...".
  bool HasThat(std::size_t from) const {
    const std::size_t limit = std::min(s_.size(), from + kMaxAdjunctWords);
    for (std::size_t i = from; i < limit && !IsMarkAt(i); ++i) {
      if (s_.Is(i, "that") || s_.Is(i, "что")) return true;
    }
    return false;
  }

  // `Y, said X` and `Y, X said, Z`.
  void SetLeftContent(std::size_t block_first, std::size_t block_last,
                      bool quote_left, Attribution* a) {
    std::size_t first = 0;
    if (!out_.empty() && !quote_left && HasLeftContent(out_.back())) {
      first = std::max(out_.back().cue.last, out_.back().source.last);
    }
    std::size_t last = block_first;
    while (last > first && !IsQuoteMark(last - 1) && IsMarkAt(last - 1) &&
           !s_.InQuote(last - 1)) {
      --last;
    }
    if (last >= first + kMinClauseWords) a->content.push_back({first, last});
    // What others say within it ends with it.
    for (Attribution& inner : out_) {
      for (WordRange& r : inner.content) {
        if (r.first < last) r.last = std::min(r.last, last);
      }
    }
    // What goes on after: `," he said, "and ...`.
    std::size_t next = block_last;
    const std::size_t limit = std::min(s_.size(), block_last + kMaxPhraseWords);
    while (next < limit && !s_.InQuote(next) && !IsComma(next)) ++next;
    if (next >= limit) return;
    if (s_.InQuote(next)) {
      AddRange(next, QuoteEnd(next), a);
    } else if (next == block_last) {
      const std::size_t begin = next + 1;
      if (begin >= s_.size()) return;  // "said," ends the sentence
      if (s_.InQuote(begin)) {
        AddRange(begin, QuoteEnd(begin), a);
      } else if (!quote_left && !StartsParticiple(begin)) {
        AddRange(begin, ContentEnd(begin), a);
      }
    }
  }

  // The attribution follows its content, or leads as "according to" does:
  // what comes next is another statement.
  bool HasLeftContent(const Attribution& a) const {
    return a.content.front().first < a.cue.first || a.cue.first == 0;
  }

  bool StartsParticiple(std::size_t i) const {
    return i < s_.size() && (EndsWith(s_.word(i).normal, "ing") ||
                             s_.Is(i, WordClass::kPreposition) ||
                             s_.Is(i, WordClass::kCoordinator) ||
                             s_.Is(i, WordClass::kRelative));
  }

  std::size_t QuoteEnd(std::size_t i) const {
    while (i < s_.size() && s_.InQuote(i)) ++i;
    return i;
  }

  void AddRange(std::size_t first, std::size_t last, Attribution* a) const {
    if (first < last) a->content.push_back({first, last});
  }

  void SetRightContent(Frame frame, std::size_t block_last, Attribution* a) {
    std::size_t first = block_last;
    if (IsComma(first) || s_.IsMark(first, ':')) ++first;
    if (frame == Frame::kSay || frame == Frame::kShow) {
      first = SkipAdjuncts(first);
    } else if (s_.Is(first, "that")) {
      ++first;
    }
    std::size_t last = ContentEnd(first);
    if (frame == Frame::kObject) last = std::min(last, PhraseEnd(first));
    AddRange(first, last, a);
  }

  // The end of an object: a comma or a mark that is not in a quotation.
  std::size_t PhraseEnd(std::size_t i) const {
    const std::size_t limit = std::min(s_.size(), i + kMaxPhraseWords);
    while (i < limit && (s_.InQuote(i) || !IsMarkAt(i) || IsInnerMark(i) ||
                         IsQuoteMark(i))) {
      ++i;
    }
    return i;
  }

  // ---- other cues ----

  void ReadPreposition(const PhraseMatch& m) {
    Attribution a;
    a.cue = {m.first, m.last};
    a.cue_class = ClassNamed(m.entry->category);
    a.source = NounPhraseRight(m.last);
    if (a.source.empty()) return;
    // "According to X, the talks failed": the rest is no apposition.
    if (m.first == 0 && a.source.last >= ContentEnd(a.source.first)) {
      for (std::size_t i = a.source.first; i < a.source.last; ++i) {
        if (IsComma(i)) a.source.last = i;
      }
    }
    if (s_.Is(m.first, "per") &&
        (!s_.word(a.source.first).capitalized || m.first == 0)) {
      return;
    }
    const std::size_t after = a.source.last;
    const bool leads = m.first == 0 || (m.first < 3 && !IsComma(m.first - 1));
    if (leads && IsComma(after)) {
      AddRange(after + 1, ContentEnd(after + 1), &a);
    } else if (m.first > 0) {
      std::size_t last = m.first;
      while (last > 0 && IsComma(last - 1)) --last;
      AddRange(0, last, &a);
      if (IsComma(after)) AddRange(after + 1, ContentEnd(after + 1), &a);
    } else {
      AddRange(after, ContentEnd(after), &a);
    }
    Keep(std::move(a));
  }

  // "reportedly", "якобы": no source; the clause is the content.
  void ReadAdverb(const PhraseMatch& m) {
    Attribution a;
    a.cue = {m.first, m.last};
    a.cue_class = ClassNamed(m.entry->category);
    AddRange(0, m.first, &a);
    AddRange(m.last, ContentEnd(m.last), &a);
    Keep(std::move(a));
  }

  // "his claim that ...", "allegations by X that ...".
  void ReadNoun(const PhraseMatch& m) {
    std::size_t next = m.last;
    Attribution a;
    if (s_.Is(next, "by") || s_.Is(next, "from")) {
      a.source = NounPhraseRight(next + 1);
      next = std::max(next, a.source.last);
    }
    if (!s_.Is(next, "that")) return;
    a.cue = {m.first, m.last};
    a.cue_class = ClassNamed(m.entry->category);
    if (a.source.empty()) a.source = Possessor(m.first);
    AddRange(next + 1, PhraseEnd(next + 1), &a);
    Keep(std::move(a));
  }

  WordRange Possessor(std::size_t noun) const {
    if (noun == 0) return {};
    const std::string_view before = s_.word(noun - 1).normal;
    if (before == "his" || before == "her" || before == "their" ||
        before == "its") {
      return {noun - 1, noun};
    }
    if (EndsWith(before, "'s")) return NounPhraseLeft(noun);
    return {};
  }

  // ---- headlines ----

  // "Lavrov: offer rejected", "CLINTON: We need ...".
  bool ReadSpeakerColon() {
    for (std::size_t i = 1; i + 1 < s_.size() && i < 6; ++i) {
      if (!s_.IsMark(i, ':')) continue;
      if (!AllNames(0, i)) return false;
      Attribution a;
      a.source = {0, i};
      a.cue = {i, i + 1};
      AddRange(i + 1, ContentEnd(i + 1), &a);
      Keep(std::move(a));
      return !out_.empty();
    }
    return false;
  }

  // "Offer rejected - Lavrov".
  bool ReadHeadline() {
    for (std::size_t i = s_.size(); i-- > 2;) {
      if (i + 6 < s_.size()) return false;
      const bool parts = IsDash(i) && SpacesAround(i);
      if (!parts || i + 1 >= s_.size() || !AllNames(i + 1, s_.size())) {
        continue;
      }
      Attribution a;
      a.source = {i + 1, s_.size()};
      a.cue = {i, i + 1};
      AddRange(0, i, &a);
      Keep(std::move(a));
      return !out_.empty();
    }
    return false;
  }

  // A hyphen: no space on either side, and no other mark.
  bool JoinsWords(std::size_t i) const {
    return i > 0 && i + 1 < s_.size() && !IsMarkAt(i - 1) &&
           !IsMarkAt(i + 1) &&
           s_.word(i - 1).span.end == s_.word(i).span.begin &&
           s_.word(i).span.end == s_.word(i + 1).span.begin;
  }

  bool SpacesAround(std::size_t i) const {
    return i > 0 && i + 1 < s_.size() &&
           s_.word(i - 1).span.end < s_.word(i).span.begin &&
           s_.word(i).span.end < s_.word(i + 1).span.begin;
  }

  bool AllNames(std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i < last; ++i) {
      if (cue_at_[i] != nullptr) return false;
      const bool name = s_.word(i).capitalized || IsRole(i) ||
                        s_.Is(i, "of") || s_.Is(i, "the") || IsStop(i);
      if (!name) return false;
    }
    return first < last;
  }

  // ---- what is kept ----

  void Keep(Attribution a) {
    a.content.erase(std::remove_if(a.content.begin(), a.content.end(),
                                   [&](const WordRange& r) {
                                     return !HasWord(r);
                                   }),
                    a.content.end());
    if (a.content.empty() || out_.size() >= kMaxAttributions) return;
    busy_until_ = std::max(busy_until_, a.cue.last);
    out_.push_back(std::move(a));
  }

  bool HasWord(const WordRange& r) const {
    for (std::size_t i = r.first; i < r.last; ++i) {
      if (!IsMarkAt(i)) return true;
    }
    return false;
  }

  // A participle or a coordinated cue ends the content before it: "said A,
  // adding that B".
  void TrimOverlaps() {
    for (std::size_t i = 0; i + 1 < out_.size(); ++i) {
      const Attribution& next = out_[i + 1];
      const bool shared = next.source.first == out_[i].source.first &&
                          next.source.last == out_[i].source.last;
      if (!shared || next.cue.first <= out_[i].cue.last) continue;
      std::size_t end = next.cue.first;
      while (end > 0 && (IsMarkAt(end - 1) || IsVerbPadding(end - 1) ||
                         s_.Is(end - 1, WordClass::kCoordinator)) &&
             !s_.InQuote(end - 1)) {
        --end;
      }
      for (WordRange& r : out_[i].content) {
        if (r.first < end && r.last > end) r.last = end;
      }
    }
  }

  const SentenceReading& s_;
  const bool headline_;
  std::vector<const PhraseMatch*> cue_at_;
  std::vector<Attribution> out_;
  std::size_t busy_until_ = 0;
};

}  // namespace

std::vector<Attribution> FindAttributions(const SentenceReading& s,
                                          bool headline) {
  return Reader(s, headline).Read();
}

}  // namespace rashomon
