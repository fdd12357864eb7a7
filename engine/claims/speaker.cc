#include "engine/claims/speaker.h"

#include <algorithm>
#include <utility>

namespace rashomon {
namespace {

// How far back, in sentences, a pronoun or "the official" is resolved.
constexpr std::size_t kMaxLookBack = 12;

bool IsPreposition(std::string_view word) {
  return word == "of" || word == "for" || word == "at" || word == "in" ||
         word == "from" || word == "with" || word == "on" || word == "to" ||
         word == "and" || word == "who" || word == "by" || word == "в" ||
         word == "на" || word == "из" || word == "и" || word == "по";
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

bool IsPronoun(std::string_view word) {
  return word == "he" || word == "she" || word == "they" || word == "it" ||
         word == "his" || word == "her" || word == "him" || word == "their" ||
         word == "who" || word == "он" || word == "она" || word == "они" ||
         word == "его" || word == "него" || word == "нее" || word == "их" ||
         word == "them";
}

char GenderOf(std::string_view pronoun) {
  if (pronoun == "he" || pronoun == "his" || pronoun == "him" ||
      pronoun == "он" || pronoun == "его" || pronoun == "него") {
    return 'm';
  }
  if (pronoun == "she" || pronoun == "her" || pronoun == "она" ||
      pronoun == "нее") {
    return 'f';
  }
  return 'u';
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
}

ResolvedSource SpeakerResolver::Resolve(std::size_t sentence,
                                        const WordRange& source) {
  ResolvedSource resolved;
  resolved.name = NameOf(sentence, source);
  resolved.kind = SourceKind::kDescribed;
  Remember(sentence, source, resolved.name);
  return resolved;
}

// The mention that is the head of the source: a person before an
// organisation before a role with a holder before a place.
const MentionDetail* SpeakerResolver::HeadMention(
    std::size_t i, const WordRange& source) const {
  const MentionDetail* best = nullptr;
  int best_rank = 99;
  for (std::size_t m = first_mention_[i]; m < mentions_.size(); ++m) {
    const MentionDetail& d = mentions_[m];
    if (d.sentence != i || d.first >= source.last) break;
    if (d.first < source.first || !CanBeHead(i, d, source)) continue;
    const int rank = Rank(d);
    if (rank < best_rank) {
      best = &d;
      best_rank = rank;
    }
  }
  return best;
}

// The head of the phrase: not a modifier ("a Biden administration
// official") and not the object of a preposition ("a source at RT").
bool SpeakerResolver::CanBeHead(std::size_t i, const MentionDetail& d,
                                const WordRange& source) const {
  if (d.last < source.last) {
    const Word& next = WordAt(i, d.last);
    const bool modifies = next.kind == WordKind::kWord && !next.capitalized &&
                          !IsPreposition(next.normal);
    if (modifies && d.mention.type != MentionType::kRole) return false;
  }
  if (d.first == source.first) return true;
  std::size_t before = d.first - 1;
  if (before > source.first && WordAt(i, before).normal == "the") --before;
  return !IsPreposition(WordAt(i, before).normal);
}

std::string SpeakerResolver::SurfaceOf(std::size_t i,
                                       const WordRange& r) const {
  return std::string(
      article_.Quote({a_.sentences[i].field, WordAt(i, r.first).span.begin,
                      WordAt(i, r.last - 1).span.end}));
}

std::string SpeakerResolver::NameOf(std::size_t i,
                                    const WordRange& source) const {
  const std::string_view first = WordAt(i, source.first).normal;
  if (source.last == source.first + 1 && IsPronoun(first)) {
    const Speaker* speaker = LastFitting(i, GenderOf(first));
    return speaker == nullptr ? "" : speaker->name;
  }
  if (const MentionDetail* head = HeadMention(i, source)) {
    if (head->mention.type != MentionType::kPlace) {
      if (head->mention.type == MentionType::kRole && !head->held) {
        return ByDescription(i, source);
      }
      return head->name;
    }
    // "A spokesman in Moscow": the place is not the speaker.
    if (head->last - head->first < source.last - source.first) {
      return ByDescription(i, source);
    }
    return head->name;
  }
  return ByDescription(i, source);
}

const SpeakerResolver::Speaker* SpeakerResolver::LastFitting(
    std::size_t i, char gender) const {
  for (std::size_t k = speakers_.size(); k-- > 0;) {
    const Speaker& speaker = speakers_[k];
    if (speaker.sentence + kMaxLookBack < i) return nullptr;
    const bool fits = gender == 'u' || speaker.gender == gender ||
                      (speaker.gender == 'u' && speaker.person);
    if (fits && !speaker.name.empty()) return &speaker;
  }
  return nullptr;
}

// "the official" is the last speaker whose naming phrase had that word.
std::string SpeakerResolver::ByDescription(std::size_t i,
                                           const WordRange& source) const {
  const std::string_view determiner = WordAt(i, source.first).normal;
  if (determiner == "the" || determiner == "this") {
    const std::string& head = WordAt(i, HeadWord(i, source)).stem;
    for (std::size_t k = speakers_.size(); k-- > 0;) {
      if (speakers_[k].sentence + kMaxLookBack < i) break;
      for (const std::string& word : speakers_[k].heads) {
        if (word == head) return speakers_[k].name;
      }
    }
  }
  return SurfaceOf(i, source);
}

// "official" in "the senior official at the ministry".
std::size_t SpeakerResolver::HeadWord(std::size_t i,
                                      const WordRange& source) const {
  for (std::size_t k = source.first; k + 1 < source.last; ++k) {
    if (IsPreposition(WordAt(i, k + 1).normal)) return k;
  }
  return source.last - 1;
}

void SpeakerResolver::Remember(std::size_t i, const WordRange& source,
                               const std::string& name) {
  Speaker speaker;
  speaker.name = name;
  speaker.sentence = i;
  if (const MentionDetail* head = HeadMention(i, source)) {
    speaker.gender = head->gender;
    speaker.entity = head->mention.entity;
    speaker.person = head->mention.type == MentionType::kPerson ||
                     head->mention.type == MentionType::kRole;
  }
  const std::string_view first = WordAt(i, source.first).normal;
  if (speaker.gender == 'u') speaker.gender = GenderOf(first);
  if (IsPronoun(first)) {
    const Speaker* last = LastFitting(i, GenderOf(first));
    if (last != nullptr) speaker.heads = last->heads;
  }
  speaker.heads.push_back(WordAt(i, HeadWord(i, source)).stem);
  speakers_.push_back(std::move(speaker));
}

}  // namespace rashomon
