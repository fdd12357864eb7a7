#include "engine/claims/claim_builder.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/strings.h"
#include "engine/claims/cause.h"

namespace rashomon {
namespace {

// Content counts as a direct quotation where at least this share of its words
// stands in quotation marks: partial quotations stay indirect.
constexpr double kQuoteShare = 0.6;
// How far back, in sentences, a pronoun or "the official" is resolved.
constexpr std::size_t kMaxLookBack = 12;
// A run of words that no attribution covers is a claim of its own from here:
// shorter ones are circumstances of the report ("on Tuesday during a call").
constexpr std::size_t kMinRestWords = 8;

struct Speaker {
  std::string name;
  std::string entity;
  char gender = 'u';
  bool person = true;
  std::vector<std::string> heads;  // words of the naming phrase
  std::size_t sentence = 0;
};

class Builder {
 public:
  Builder(const Article& article, const Annotation& a,
          const std::vector<SentenceParts>& parts,
          const std::vector<MentionDetail>& mentions)
      : article_(article), a_(a), parts_(parts), mentions_(mentions) {
    first_mention_.assign(parts.size() + 1, mentions.size());
    for (std::size_t m = mentions.size(); m-- > 0;) {
      first_mention_[mentions[m].sentence] = m;
    }
    for (std::size_t i = parts.size(); i-- > 0;) {
      first_mention_[i] = std::min(first_mention_[i], first_mention_[i + 1]);
    }
  }

  std::vector<Claim> Build() {
    for (std::size_t i = 0; i < parts_.size(); ++i) BuildSentence(i);
    FillQuotations();
    return std::move(claims_);
  }

 private:
  const Word& WordAt(std::size_t sentence, std::size_t i) const {
    return a_.words[sentence][i];
  }
  Span SpanOf(std::size_t sentence, const WordRange& r) const {
    return {a_.sentences[sentence].field,
            WordAt(sentence, r.first).span.begin,
            WordAt(sentence, r.last - 1).span.end};
  }

  void BuildSentence(std::size_t i) {
    const SentenceParts& part = parts_[i];
    if (part.attributions.empty()) {
      claims_.push_back(WholeSentence(i));
      return;
    }
    for (std::size_t k = 0; k < part.attributions.size(); ++k) {
      claims_.push_back(FromAttribution(i, k));
    }
    AddRest(i);
  }

  // What no attribution of the sentence covers is told in the outlet's own
  // voice: "The measures hit 30 firms, which Washington says ...".
  void AddRest(std::size_t i) {
    const SentenceParts& part = parts_[i];
    Claim claim;
    claim.sentence = static_cast<int>(i);
    const std::vector<WordRange> runs = UncoveredRuns(i);
    for (const WordRange& run : runs) {
      const Span span = SpanOf(i, run);
      if (run.last - run.first < kMinRestWords && !HoldsQuantity(part, span)) {
        continue;
      }
      if (claim.content.empty()) {
        claim.certainty = CertaintyOf(part.hedges, run.first, run.last);
      }
      claim.content.push_back(span);
    }
    if (claim.content.empty()) return;
    AddFigures(part, &claim);
    claims_.push_back(std::move(claim));
  }

  static bool HoldsQuantity(const SentenceParts& part, const Span& span) {
    return std::any_of(
        part.quantities.begin(), part.quantities.end(),
        [&](const Quantity& q) { return Overlaps(q.span, span); });
  }

  // Runs of words outside every source, cue and content, without the
  // punctuation at their ends.
  std::vector<WordRange> UncoveredRuns(std::size_t i) const {
    const std::size_t words = a_.words[i].size();
    std::vector<bool> open(words, true);
    const auto cover = [&](const WordRange& r) {
      std::fill(open.begin() + static_cast<std::ptrdiff_t>(r.first),
                open.begin() + static_cast<std::ptrdiff_t>(r.last), false);
    };
    for (const Attribution& a : parts_[i].attributions) {
      cover(a.cue);
      if (!a.source.empty()) cover(a.source);
      for (const WordRange& r : a.content) cover(r);
    }
    std::vector<WordRange> runs;
    for (std::size_t w = 0; w < words; ++w) {
      if (!open[w] || IsPunctuation(i, w)) continue;
      WordRange run{w, w + 1};
      for (; w < words && open[w]; ++w) {
        if (!IsPunctuation(i, w)) run.last = w + 1;
      }
      runs.push_back(run);
    }
    return runs;
  }

  bool IsPunctuation(std::size_t i, std::size_t w) const {
    return WordAt(i, w).kind == WordKind::kPunctuation;
  }

  Claim FromAttribution(std::size_t i, std::size_t k) {
    const SentenceParts& part = parts_[i];
    const Attribution& a = part.attributions[k];
    Claim claim;
    claim.sentence = static_cast<int>(i);
    claim.cue = {SpanOf(i, a.cue)};
    claim.cue_class = a.cue_class;
    claim.attitude = a.attitude;
    std::size_t words = 0, quoted = 0;
    for (const WordRange& r : a.content) {
      claim.content.push_back(SpanOf(i, r));
      words += r.last - r.first;
      quoted += part.quoted[r.last] - part.quoted[r.first];
    }
    claim.mode = quoted >= kQuoteShare * words ? ClaimMode::kQuote
                                               : ClaimMode::kIndirect;
    claim.certainty = ContentCertainty(part, a);
    claim.polarity = part.polarities[k];
    AddFigures(part, &claim);
    if (!a.source.empty()) {
      claim.source = {SpanOf(i, a.source)};
      claim.source_name = Resolve(i, a.source);
      Remember(i, a.source, claim.source_name);
    }
    ClaimQuotations(i, a, claims_.size());
    return claim;
  }

  static Certainty ContentCertainty(const SentenceParts& part,
                                    const Attribution& a) {
    if (a.cue_class == CueClass::kDenying && !a.negated) {
      return Certainty::kDenied;
    }
    Certainty certainty = Certainty::kAsserted;
    // "allegedly": the adverb is the cue, and weakens what it stands in.
    if (a.source.empty()) {
      certainty = CertaintyOf(part.hedges, a.cue.first, a.cue.last);
    }
    for (const WordRange& r : a.content) {
      const Certainty c = CertaintyOf(part.hedges, r.first, r.last);
      if (certainty == Certainty::kAsserted) certainty = c;
    }
    return certainty;
  }

  Claim WholeSentence(std::size_t i) {
    const SentenceParts& part = parts_[i];
    Claim claim;
    claim.sentence = static_cast<int>(i);
    claim.content = {a_.sentences[i]};
    const std::size_t words = a_.words[i].size();
    const bool quoted =
        words > 0 && part.quoted[words] >= kQuoteShare * words;
    claim.mode = quoted ? ClaimMode::kQuote : ClaimMode::kVoice;
    claim.certainty = CertaintyOf(part.hedges, 0, words);
    claim.polarity = part.polarities.back();
    AddFigures(part, &claim);
    return claim;
  }

  void AddFigures(const SentenceParts& part, Claim* claim) const {
    for (const Quantity& q : part.quantities) {
      if (InContent(q.span, *claim)) claim->quantities.push_back(q);
    }
    for (const TimeExpression& t : part.times) {
      if (InContent(t.span, *claim)) claim->times.push_back(t);
    }
    claim->acts = MainActs(part.acts, claim->content);
    claim->causes = CausesIn(part.causes, claim->content);
  }

  static bool InContent(const Span& span, const Claim& claim) {
    return std::any_of(claim.content.begin(), claim.content.end(),
                       [&](const Span& c) { return Overlaps(c, span); });
  }

  // ---- speakers ----

  // The mention that is the head of the source: a person before an
  // organisation before a role with a holder before a place.
  const MentionDetail* HeadMention(std::size_t i,
                                   const WordRange& source) const {
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
  bool CanBeHead(std::size_t i, const MentionDetail& d,
                 const WordRange& source) const {
    if (d.last < source.last) {
      const Word& next = WordAt(i, d.last);
      const bool modifies = next.kind == WordKind::kWord &&
                            !next.capitalized && !IsPreposition(next.normal);
      if (modifies && d.mention.type != MentionType::kRole) return false;
    }
    if (d.first == source.first) return true;
    std::size_t before = d.first - 1;
    if (before > source.first && WordAt(i, before).normal == "the") --before;
    return !IsPreposition(WordAt(i, before).normal);
  }

  static bool IsPreposition(std::string_view word) {
    return word == "of" || word == "for" || word == "at" || word == "in" ||
           word == "from" || word == "with" || word == "on" || word == "to" ||
           word == "and" || word == "who" || word == "by" || word == "в" ||
           word == "на" || word == "из" || word == "и" || word == "по";
  }

  static int Rank(const MentionDetail& d) {
    switch (d.mention.type) {
      case MentionType::kPerson: return 0;
      case MentionType::kRole: return 1;
      case MentionType::kOrganisation: return 2;
      default: return 3;
    }
  }

  std::string SurfaceOf(std::size_t i, const WordRange& r) const {
    return std::string(article_.Quote(SpanOf(i, r)));
  }

  static bool IsPronoun(std::string_view word) {
    return word == "he" || word == "she" || word == "they" || word == "it" ||
           word == "his" || word == "her" || word == "him" ||
           word == "their" || word == "who" || word == "он" ||
           word == "она" || word == "они" || word == "его" ||
           word == "него" || word == "нее" || word == "их" || word == "them";
  }

  static char GenderOf(std::string_view pronoun) {
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

  std::string Resolve(std::size_t i, const WordRange& source) {
    const std::string_view first = WordAt(i, source.first).normal;
    if (source.last == source.first + 1 && IsPronoun(first)) {
      const Speaker* speaker = LastFitting(i, GenderOf(first));
      return speaker == nullptr ? "" : speaker->name;
    }
    if (const MentionDetail* head = HeadMention(i, source)) {
      if (head->mention.type != MentionType::kPlace) {
        if (head->mention.type == MentionType::kRole && !Known(*head)) {
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

  // A role whose holder the text names.
  static bool Known(const MentionDetail& role) {
    return role.name.find(' ') != std::string::npos &&
           role.mention.entity.find(' ') == std::string::npos;
  }

  const Speaker* LastFitting(std::size_t i, char gender) const {
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
  std::string ByDescription(std::size_t i, const WordRange& source) const {
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
  std::size_t HeadWord(std::size_t i, const WordRange& source) const {
    for (std::size_t k = source.first; k + 1 < source.last; ++k) {
      if (IsPreposition(WordAt(i, k + 1).normal)) return k;
    }
    return source.last - 1;
  }

  void Remember(std::size_t i, const WordRange& source,
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

  // ---- quotations that run over sentences ----

  // The claim that names the speaker of each quotation its content touches.
  void ClaimQuotations(std::size_t i, const Attribution& a,
                       std::size_t claim) {
    owner_.resize(a_.quotations.size(), kNone);
    for (const WordRange& r : a.content) {
      for (const std::size_t w : {r.first, r.last - 1}) {
        const std::int32_t q = parts_[i].quotation[w];
        if (q >= 0 && owner_[static_cast<std::size_t>(q)] == kNone) {
          owner_[static_cast<std::size_t>(q)] = claim;
        }
      }
    }
  }

  // Sentences of a quotation take source and cue from the sentence that names
  // them; a quotation that follows at once goes on with its speaker.
  void FillQuotations() {
    owner_.resize(a_.quotations.size(), kNone);
    std::size_t last_owner = kNone;
    for (Claim& claim : claims_) {
      const std::size_t i = static_cast<std::size_t>(claim.sentence);
      if (!claim.source.empty() || !claim.cue.empty()) {
        const std::size_t at = static_cast<std::size_t>(&claim - &claims_[0]);
        last_owner = claim.source.empty() ? last_owner : at;
        continue;
      }
      if (claim.mode != ClaimMode::kQuote) {
        continue;
      }
      const std::size_t owner = OwnerOf(i);
      if (owner != kNone) {
        last_owner = owner;
      } else if (last_owner != kNone && !GoesOn(i, last_owner)) {
        last_owner = kNone;
      }
      if (last_owner == kNone) continue;
      const Claim& from = claims_[last_owner];
      claim.source = from.source;
      claim.source_name = from.source_name;
      claim.cue = from.cue;
      claim.cue_class = from.cue_class;
      claim.attitude = from.attitude;
    }
  }

  std::size_t OwnerOf(std::size_t i) const {
    for (const std::int32_t q : parts_[i].quotation) {
      if (q >= 0 && owner_[static_cast<std::size_t>(q)] != kNone) {
        return owner_[static_cast<std::size_t>(q)];
      }
    }
    return kNone;
  }

  // A quotation without a cue belongs to the speaker of the sentence or
  // quotation right before it.
  bool GoesOn(std::size_t i, std::size_t owner) const {
    const std::size_t from = static_cast<std::size_t>(claims_[owner].sentence);
    return i == 0 || from + 1 >= i || AllQuoted(from + 1, i);
  }

  bool AllQuoted(std::size_t first, std::size_t last) const {
    if (last > first + kMaxLookBack) return false;
    for (std::size_t i = first; i < last; ++i) {
      const std::size_t words = a_.words[i].size();
      if (parts_[i].quoted[words] < kQuoteShare * words) return false;
    }
    return true;
  }

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  const Article& article_;
  const Annotation& a_;
  const std::vector<SentenceParts>& parts_;
  const std::vector<MentionDetail>& mentions_;
  std::vector<std::size_t> first_mention_;  // of each sentence
  std::vector<Claim> claims_;
  std::vector<Speaker> speakers_;     // in order of sentence
  std::vector<std::size_t> owner_;    // of each quotation: index of its claim
};

}  // namespace

void SentenceParts::SetQuotations(const SentenceReading& s, std::size_t base) {
  quotation.assign(s.size(), -1);
  quoted.assign(s.size() + 1, 0);
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s.InQuote(i)) {
      quotation[i] = s.quotation[i] + static_cast<std::int32_t>(base);
    }
    quoted[i + 1] = quoted[i] + s.InQuote(i);
  }
}

void SentenceParts::SetPolarities(const SentenceReading& s) {
  for (const Attribution& a : attributions) {
    const WordRange& r = a.content.front();
    polarities.push_back(PolarityOf(s, r.first, r.last));
  }
  polarities.push_back(PolarityOf(s, 0, s.size()));
}

std::vector<Claim> BuildClaims(const Article& article, const Annotation& a,
                               const std::vector<SentenceParts>& parts,
                               const std::vector<MentionDetail>& mentions) {
  return Builder(article, a, parts, mentions).Build();
}

}  // namespace rashomon
