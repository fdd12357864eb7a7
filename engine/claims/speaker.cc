#include "engine/claims/speaker.h"

#include <algorithm>
#include <utility>

#include "engine/base/word_set.h"

namespace rashomon {
namespace {

// How far back, in sentences, a pronoun or "the official" is resolved.
// Quotations within quotations that are looked through.
constexpr std::size_t kMaxNestedQuotes = 4;
constexpr std::size_t kMaxLookBack = 12;
// A pronoun reaches less far than a description.
constexpr std::size_t kPronounReach = 10;
// Words of a source that are looked at.
constexpr std::size_t kMaxSourceWords = 24;
// Sentences back to the body that "the company" names.
constexpr std::size_t kBodyReach = 2;
// Mentions of a sentence that a pronoun may stand for.
constexpr std::size_t kMaxMentions = 24;
// Words between an article and the noun it belongs to.
constexpr std::size_t kMaxModifiers = 4;
// Words round a source in which it may ask not to be named.
constexpr std::size_t kAnonymityReach = 30;
// Speakers that are looked at, last first.
constexpr std::size_t kMaxSpeakers = 40;

std::size_t HeadLimit(const WordRange& source) {
  return std::min(source.last, source.first + kMaxSourceWords);
}

int Rank(const MentionDetail& d) {
  switch (d.mention.type) {
    case MentionType::kPerson:
      return 0;
    case MentionType::kRole:
      return 1;
    case MentionType::kOrganisation:
      return 2;
    default:
      return 3;
  }
}

bool IsPerson(const MentionDetail& d) {
  return d.mention.type == MentionType::kPerson ||
         (d.mention.type == MentionType::kRole && d.held);
}

bool SexFits(char asked, char has) {
  return asked == 'u' || has == 'u' || asked == has;
}

bool IsPluralWord(std::string_view normal) {
  return normal.size() > 3 && normal.back() == 's' &&
         normal[normal.size() - 2] != '\'' && normal[normal.size() - 2] != 's';
}

}  // namespace

SpeakerResolver::SpeakerResolver(const Article& article,
                                 const Annotation& annotation,
                                 const std::vector<MentionDetail>& mentions)
    : article_(article), a_(annotation), mentions_(mentions) {
  first_mention_.assign(a_.sentences.size() + 1, mentions.size());
  for (std::size_t m = mentions.size(); m-- > 0;) {
    first_mention_[mentions[m].sentence] = m;
  }
  for (std::size_t i = a_.sentences.size(); i-- > 0;) {
    first_mention_[i] = std::min(first_mention_[i], first_mention_[i + 1]);
  }
  for (const MentionDetail& d : mentions) {
    if (!d.held) continue;
    std::vector<std::string_view>& stems = roles_[d.mention.entity];
    for (std::size_t w = d.first;
         w < d.last && stems.size() < kMaxSourceWords; ++w) {
      stems.push_back(WordAt(d.sentence, w).stem);
    }
  }
}

ResolvedSource SpeakerResolver::Resolve(std::size_t sentence,
                                        const WordRange& source) {
  Speaker speaker = Read(sentence, source);
  speaker.sentence = sentence;
  speaker.first = source.first;
  Call(sentence, source, &speaker);
  ResolvedSource resolved{std::string(speaker.name), speaker.kind};
  speakers_.push_back(std::move(speaker));
  return resolved;
}

std::string_view SpeakerResolver::SurfaceOf(std::size_t i,
                                            const WordRange& r) const {
  return article_.Quote({a_.sentences[i].field, WordAt(i, r.first).span.begin,
                         WordAt(i, r.last - 1).span.end});
}

// ---- the head of a source ----

// Where the head of the phrase ends: before a preposition, relative or comma.
std::size_t SpeakerResolver::HeadEnd(std::size_t i,
                                     const WordRange& source) const {
  const std::size_t end = HeadLimit(source);
  for (std::size_t k = source.first + 1; k < end; ++k) {
    const Word& word = WordAt(i, k);
    if (IsSourcePreposition(word.normal) || word.normal == ",") return k;
  }
  return end;
}

// The first mention that begins within the source, by halving.
std::size_t SpeakerResolver::FirstIn(std::size_t i,
                                     const WordRange& source) const {
  const auto begin = mentions_.begin();
  const auto at = std::lower_bound(
      begin + static_cast<std::ptrdiff_t>(first_mention_[i]),
      begin + static_cast<std::ptrdiff_t>(first_mention_[i + 1]), source.first,
      [](const MentionDetail& d, std::size_t first) {
        return d.first < first;
      });
  return static_cast<std::size_t>(at - begin);
}

// A person before a role before an organisation before a place.
const MentionDetail* SpeakerResolver::HeadMention(
    std::size_t i, const WordRange& source) const {
  const MentionDetail* best = nullptr;
  int best_rank = 99;
  for (std::size_t m = FirstIn(i, source); m < mentions_.size(); ++m) {
    const MentionDetail& d = mentions_[m];
    if (d.sentence != i || d.first >= HeadLimit(source)) break;
    if (d.hidden || !CanBeHead(i, d, source)) {
      continue;
    }
    const int rank = Rank(d);
    if (rank < best_rank) {
      best = &d;
      best_rank = rank;
    }
  }
  return best;
}

// The head of the phrase: not a modifier ("a Biden administration official")
// and not the object of a preposition ("a source at RT").
bool SpeakerResolver::CanBeHead(std::size_t i, const MentionDetail& d,
                                const WordRange& source) const {
  if (d.last < source.last) {
    const Word& next = WordAt(i, d.last);
    const bool modifies = next.kind == WordKind::kWord && !next.capitalized &&
                          !IsSourcePreposition(next.normal) &&
                          !ReadPronoun(next.normal);
    if (modifies && d.mention.type != MentionType::kRole) return false;
  }
  const std::string_view last = WordAt(i, d.last - 1).normal;
  const bool possessive = last.size() > 2 && last[last.size() - 2] == '\'';
  if (possessive && d.last < source.last) return false;
  if (d.first == source.first) return true;
  std::size_t before = d.first - 1;
  if (before > source.first && WordAt(i, before).normal == "the") --before;
  return !IsSourcePreposition(WordAt(i, before).normal);
}

// "officials" in "officials at the ministry", "report" in "a police report".
const MentionDetail* SpeakerResolver::HeadNoun(std::size_t i,
                                               const WordRange& source) const {
  const std::size_t end = HeadEnd(i, source);
  const MentionDetail* last = nullptr;
  for (std::size_t m = FirstIn(i, source); m < mentions_.size(); ++m) {
    const MentionDetail& d = mentions_[m];
    if (d.sentence != i || d.first >= end) break;
    if (d.noun != NounKind::kNone) last = &d;
  }
  return last;
}

// ---- who it is ----

SpeakerResolver::Speaker SpeakerResolver::Read(std::size_t i,
                                               const WordRange& source) const {
  const std::string_view first = WordAt(i, source.first).normal;
  if (source.last <= source.first + 2) {
    const std::optional<Pronoun> p = ReadPronoun(first);
    const bool alone = source.last == source.first + 1 ||
                       ReadPronoun(WordAt(i, source.last - 1).normal);
    if (p && alone) return FromPronoun(i, source.first, *p);
  }
  const MentionDetail* head = HeadMention(i, source);
  if (head == nullptr) return FromDescription(i, source);
  if (head->mention.type == MentionType::kRole && !head->held) {
    return FromDescription(i, source);
  }
  // "A spokesman in Moscow": the place is not the speaker.
  const bool inside = head->mention.type == MentionType::kPlace &&
                      head->last - head->first < source.last - source.first;
  if (inside && !IsDefinite(first)) return FromDescription(i, source);
  if (inside && head->last < source.last) return FromDescription(i, source);
  return FromMention(*head);
}

SpeakerResolver::Speaker SpeakerResolver::FromMention(
    const MentionDetail& d) const {
  Speaker s;
  s.name = d.name;
  s.entity = d.mention.entity;
  s.gender = d.gender;
  s.person = IsPerson(d);
  s.kind = s.person ? SourceKind::kNamed : SourceKind::kInstitutional;
  return s;
}

SpeakerResolver::Speaker SpeakerResolver::FromPronoun(std::size_t i,
                                                      std::size_t at,
                                                      const Pronoun& p) const {
  std::size_t from = 0;
  const Speaker* last = p.relative ? nullptr : LastFitting(i, p, &from);
  const MentionDetail* mention = MentionFitting(i, at, p);
  if (mention != nullptr && last != nullptr && p.sex != 'u' &&
      last->gender == 'u' && mention->gender == p.sex &&
      mention->sentence + 1 >= from) {
    return FromMention(*mention);
  }
  if (p.relative && mention == nullptr) return FromAntecedent(i, at);
  // The last speaker goes on speaking, unless somebody was named since.
  if (mention != nullptr && (last == nullptr || mention->sentence > from)) {
    return FromMention(*mention);
  }
  if (last != nullptr) return *last;
  return Speaker();
}

// "a diplomat who ...": the noun right before, with what stands before it.
SpeakerResolver::Speaker SpeakerResolver::FromAntecedent(std::size_t i,
                                                         std::size_t at) const {
  const std::size_t m = FirstIn(i, {at, at});
  if (m == first_mention_[i] || m == 0) return Speaker();
  const MentionDetail& d = mentions_[m - 1];
  if (d.sentence != i || d.noun == NounKind::kNone || d.last + 1 < at) {
    return Speaker();
  }
  WordRange phrase{d.first, d.last};
  for (std::size_t k = 1; k <= kMaxModifiers && k <= d.first; ++k) {
    const std::string_view word = WordAt(i, d.first - k).normal;
    if (!IsDefinite(word) && word != "a" && word != "an") continue;
    phrase.first = d.first - k;
    break;
  }
  return FromDescription(i, phrase);
}

const SpeakerResolver::Speaker* SpeakerResolver::LastFitting(
    std::size_t i, const Pronoun& p, std::size_t* sentence) const {
  std::size_t seen = 0;
  for (std::size_t k = speakers_.size(); k-- > 0 && seen < kMaxSpeakers;
       ++seen) {
    const Speaker& s = speakers_[k];
    if (s.sentence + kPronounReach < i) return nullptr;
    if (s.name.empty()) continue;
    const bool body = !s.person;
    const bool fits = p.thing    ? body && !s.plural
                      : p.plural ? s.plural || body
                                 : s.person && SexFits(p.sex, s.gender);
    if (!fits) continue;
    *sentence = s.sentence;
    return &s;
  }
  return nullptr;
}

// The last sentence with a mention that fits: its first one, which is most
// likely its subject; in the pronoun's own sentence what stands before it.
const MentionDetail* SpeakerResolver::MentionFitting(std::size_t i,
                                                     std::size_t before,
                                                     const Pronoun& p) const {
  if (p.plural) return nullptr;
  const MentionDetail* unknown = nullptr;
  for (std::size_t back = 0; back <= (p.relative ? 0 : 2) && back <= i;
       ++back) {
    const MentionDetail* best = nullptr;
    std::size_t m = first_mention_[i - back];
    if (back == 0) {
      const std::size_t here = FirstIn(i, {before, before});
      m = std::max(m, here - std::min(here, kMaxMentions));
    }
    const std::size_t end = std::min(mentions_.size(), m + kMaxMentions);
    for (; m < end; ++m) {
      const MentionDetail& d = mentions_[m];
      if (d.sentence != i - back) break;
      if (back == 0 && d.last > before) break;
      if (d.hidden || (!p.relative && IsQuoted(d.mention.span))) continue;
      const bool fits = p.thing
                            ? d.mention.type == MentionType::kOrganisation ||
                                  d.mention.type == MentionType::kPlace
                            : IsPerson(d) && SexFits(p.sex, d.gender);
      const bool adjacent = d.last + 1 >= before;
      if (p.relative
              ? adjacent && (IsPerson(d) ||
                             d.mention.type == MentionType::kOrganisation)
              : fits) {
        const bool surer =
            best == nullptr || (best->gender == 'u' && d.gender == p.sex);
        if (surer || p.relative) best = &d;
      }
    }
    if (best == nullptr) continue;
    // One of known sex before one whose sex nothing tells.
    if (p.sex == 'u' || best->gender == p.sex) return best;
    if (unknown == nullptr) unknown = best;
  }
  return unknown;
}

// "the official" is the last speaker who was called so, or whose calling is a
// narrower one.
SpeakerResolver::Speaker SpeakerResolver::FromDescription(
    std::size_t i, const WordRange& source) const {
  if (const Speaker* known = Described(i, source)) return *known;
  if (const MentionDetail* body = NamedBody(i, source)) {
    return FromMention(*body);
  }
  Speaker s;
  s.name = SurfaceOf(i, source);
  s.kind = KindOf(i, source);
  s.person =
      s.kind == SourceKind::kDescribed || s.kind == SourceKind::kAnonymous;
  const MentionDetail* noun = HeadNoun(i, source);
  s.plural =
      noun != nullptr && (noun->noun == NounKind::kCollective ||
                          IsPluralWord(WordAt(i, noun->last - 1).normal));
  if (s.plural) s.person = false;
  return s;
}

const SpeakerResolver::Speaker* SpeakerResolver::Described(
    std::size_t i, const WordRange& source) const {
  const Word& first = WordAt(i, source.first);
  const bool cyrillic = !first.normal.empty() &&
                        static_cast<unsigned char>(first.normal[0]) >= 0xD0;
  if (!IsDefinite(first.normal) && !cyrillic) return nullptr;
  const std::size_t end = HeadEnd(i, source);
  for (std::size_t k = source.first; k < end; ++k) {
    if (SaysOther(WordAt(i, k).normal)) return nullptr;
  }
  const Word& head = WordAt(i, end - 1);
  const bool aged = head.normal.find("-year-old") != std::string::npos;
  // "the officials" are no single speaker before; a name is none.
  if (head.kind != WordKind::kWord && !aged) return nullptr;
  // "the official at the port": more is said than who spoke before.
  if (end < source.last && !cyrillic &&
      IsSourcePreposition(WordAt(i, end).normal)) {
    return nullptr;
  }
  const bool wider = IsWiderCalling(head.stem);
  const Speaker* answering = nullptr;  // called something narrower
  std::size_t seen = 0;
  for (std::size_t k = speakers_.size(); k-- > 0 && seen < kMaxSpeakers;
       ++seen) {
    const Speaker& s = speakers_[k];
    if (s.sentence + kMaxLookBack < i) break;
    if (s.name.empty()) continue;
    if (aged && s.person) return &s;
    // Who was called just so comes before who could be.
    for (const std::string_view called : Called(s)) {
      if (called == head.stem) return &s;
      if (wider && answering == nullptr && Answers(head.stem, called)) {
        answering = &s;
      }
    }
  }
  return answering;
}

// Words of the speaker name no speaker of their own.
bool SpeakerResolver::IsQuoted(const Span& span) const {
  auto q = std::partition_point(
      a_.quotations.begin(), a_.quotations.end(),
      [&](const Quotation& x) { return x.outer.begin <= span.begin &&
                                       x.outer.field <= span.field; });
  for (std::size_t n = 0; n < kMaxNestedQuotes && q != a_.quotations.begin();
       ++n) {
    --q;
    if (!q->scare && Contains(q->outer, span)) return true;
  }
  return false;
}

// "the company": the body that was named last, whatever its kind.
const MentionDetail* SpeakerResolver::NamedBody(std::size_t i,
                                                const WordRange& source) const {
  const std::size_t end = HeadEnd(i, source);
  if (end != source.last || end > source.first + 2) return nullptr;
  const bool definite = IsDefinite(WordAt(i, source.first).normal);
  if (definite != (end == source.first + 2)) return nullptr;
  if (!NamesAnyBody(WordAt(i, end - 1).normal)) return nullptr;
  for (std::size_t back = 0; back <= kBodyReach && back <= i; ++back) {
    const std::size_t first = first_mention_[i - back];
    std::size_t m =
        back == 0 ? FirstIn(i, source) : first_mention_[i - back + 1];
    for (std::size_t n = 0; m-- > first && n < kMaxMentions; ++n) {
      const MentionDetail& d = mentions_[m];
      if (!d.hidden && d.mention.type == MentionType::kOrganisation) return &d;
    }
  }
  return nullptr;
}

// ---- kinds ----

SourceKind SpeakerResolver::KindOf(std::size_t i,
                                   const WordRange& source) const {
  const MentionDetail* noun = HeadNoun(i, source);
  const NounKind kind = noun == nullptr ? NounKind::kNone : noun->noun;
  if (kind == NounKind::kAnonymous) return SourceKind::kAnonymous;
  if (kind == NounKind::kInstitution || kind == NounKind::kDocument) {
    return SourceKind::kInstitutional;
  }
  if (IsAnonymous(i, source)) return SourceKind::kAnonymous;
  if (kind != NounKind::kNone) return SourceKind::kDescribed;
  // "the US and Russia", "the prosecutors' Almerin branch": a body that a
  // mention in it names.
  const MentionDetail* head = HeadMention(i, source);
  const bool body = head != nullptr && head->first <= source.first + 1 &&
                    !IsPerson(*head) &&
                    head->mention.type != MentionType::kRole &&
                    (head->last == source.last ||
                     IsSourcePreposition(WordAt(i, head->last).normal));
  return body ? SourceKind::kInstitutional : SourceKind::kDescribed;
}

bool SpeakerResolver::IsAnonymous(std::size_t i,
                                  const WordRange& source) const {
  const std::vector<Word>& words = a_.words[i];
  const std::size_t end = std::min(words.size(), source.last + kAnonymityReach);
  for (std::size_t k = source.first - std::min(source.first, kAnonymityReach);
       k < end; ++k) {
    if (words[k].kind != WordKind::kWord) continue;
    if (SaysAnonymous(words[k].normal)) return true;
    // "asked not to be named", "declined to be identified".
    static constexpr WordSet kNamed({"named", "identified"});
    if (kNamed.Has(words[k].normal) && k > 2 && words[k - 1].normal == "be" &&
        (words[k - 2].normal == "to" || words[k - 2].normal == "not")) {
      return true;
    }
  }
  return false;
}

// What the naming phrase calls the speaker, for "the minister" later on, beside
// what it was called before.
void SpeakerResolver::Call(std::size_t i, const WordRange& source,
                           Speaker* speaker) {
  const std::size_t end = std::min(source.last, source.first + kMaxSourceWords);
  const std::size_t head_end = HeadEnd(i, source);
  const std::size_t first = called_.size();
  for (std::size_t k = speaker->called_first; k < speaker->called_last; ++k) {
    called_.push_back(called_[k]);
  }
  // Whoever has no name is called by the head: "a press release" is no press.
  if (speaker->entity.empty()) {
    called_.push_back(WordAt(i, head_end - 1).stem);
  } else {
    for (std::size_t k = source.first; k < end; ++k) {
      const Word& word = WordAt(i, k);
      if (word.kind != WordKind::kWord) continue;
      // Beyond the head only an apposition calls: "Holm, a senior diplomat".
      if (k >= head_end && WordAt(i, head_end).normal != ",") break;
      called_.push_back(word.stem);
    }
    const auto roles = roles_.find(speaker->entity);
    if (roles != roles_.end()) {
      called_.insert(called_.end(), roles->second.begin(),
                     roles->second.end());
    }
  }
  speaker->called_first = first;
  speaker->called_last = called_.size();
}

}  // namespace rashomon
