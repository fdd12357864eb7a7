#include "engine/claims/claim_builder.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "engine/claims/cause.h"
#include "engine/claims/polarity.h"
#include "engine/claims/speaker.h"

namespace rashomon {
namespace {

// Content counts as a direct quotation where at least this share of its words
// stands in quotation marks: partial quotations stay indirect.
constexpr double kQuoteShare = 0.6;
// How many sentences of a quotation without a cue keep their speaker.
constexpr std::size_t kMaxLookBack = 12;
// A run of words that no attribution covers is a claim of its own from here:
// shorter ones are circumstances of the report ("on Tuesday during a call").
constexpr std::size_t kMinRestWords = 8;
// Few sentences have more.
constexpr std::size_t kUsualWords = 64;

class Builder {
 public:
  Builder(const Article& article, const Annotation& a,
          std::span<const SentenceParts> parts,
          const std::vector<MentionDetail>& mentions)
      : a_(a), parts_(parts), speakers_(article, a, mentions) {}

  std::vector<Claim> Build() {
    claims_.reserve(parts_.size() + parts_.size() / 2);
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
    bool said = false;
    for (std::size_t k = 0; k < part.attributions.size(); ++k) {
      AddAttribution(i, k);
      said = said || !part.attributions[k].attitude;
    }
    // That somebody wants or opposes a thing is told in the outlet's voice.
    if (said) {
      AddRest(i);
    } else {
      AddWholeSentence(i);
    }
  }

  // What no attribution of the sentence covers is told in the outlet's own
  // voice: "The measures hit 30 firms, which Washington says ...".
  void AddRest(std::size_t i) {
    const SentenceParts& part = parts_[i];
    Claim claim;
    claim.sentence = static_cast<int>(i);
    for (const SentenceParts::Rest& rest : part.rest) {
      const WordRange& run = rest.words;
      const Span span = SpanOf(i, run);
      // Of what frames the report its figures alone: "said on Tuesday", "two
      // officials said".
      const bool told = !rest.frame && run.last - run.first >= kMinRestWords;
      if (!told && !HoldsFigure(part, span)) continue;
      if (claim.content.empty()) {
        claim.certainty = CertaintyOf(part.hedges, run.first, run.last);
        claim.polarity = rest.polarity;
      }
      claim.content.push_back(span);
    }
    if (claim.content.empty()) return;
    AddFigures(part, &claim);
    claims_.push_back(std::move(claim));
  }

  static bool HoldsFigure(const SentenceParts& part, const Span& span) {
    return std::any_of(part.quantities.begin(), part.quantities.end(),
                       [&](const Quantity& q) {
                         return Overlaps(q.span, span);
                       }) ||
           std::any_of(part.times.begin(), part.times.end(),
                       [&](const TimeExpression& t) {
                         return Overlaps(t.span, span);
                       });
  }

  void AddAttribution(std::size_t i, std::size_t k) {
    const SentenceParts& part = parts_[i];
    const Attribution& a = part.attributions[k];
    Claim& claim = claims_.emplace_back();
    claim.sentence = static_cast<int>(i);
    claim.cue.push_back(SpanOf(i, a.cue));
    claim.cue_class = a.cue_class;
    claim.attitude = a.attitude;
    std::size_t words = 0, quoted = 0;
    for (const WordRange& r : a.content) {
      claim.content.push_back(SpanOf(i, r));
      words += r.last - r.first;
      quoted += part.QuotedWithin(r.first, r.last);
    }
    claim.mode = quoted >= kQuoteShare * words ? ClaimMode::kQuote
                                               : ClaimMode::kIndirect;
    if (claim.mode != ClaimMode::kQuote) AddQuoted(&claim);
    claim.certainty = ContentCertainty(part, a);
    claim.polarity = part.polarities[k];
    if (IsNegatedStance(i, a)) claim.polarity = -claim.polarity;
    if (!a.source.empty()) claim.source.push_back(SpanOf(i, a.source));
    AddFigures(part, &claim);
    if (!a.source.empty()) {
      ResolvedSource resolved = speakers_.Resolve(i, a.source);
      claim.source_name = std::move(resolved.name);
      claim.source_kind = resolved.kind;
    }
    ClaimQuotations(i, a, claims_.size() - 1);
  }

  // "Does not want", but not "does not know whether".
  bool IsNegatedStance(std::size_t i, const Attribution& a) const {
    if (!a.attitude || !a.negated) return false;
    const std::string_view first = WordAt(i, a.content.front().first).normal;
    return first != "whether" && first != "if" && first != "who" &&
           first != "what" && first != "how" && first != "why";
  }

  // Words of the speaker in what is else told indirectly: "vowed to 'respond'".
  void AddQuoted(Claim* claim) const {
    for (const Span& content : claim->content) {
      auto q = std::partition_point(
          a_.quotations.begin(), a_.quotations.end(),
          [&](const Quotation& x) { return x.inner < content; });
      for (; q != a_.quotations.end() && q->inner.field == content.field &&
             q->inner.begin < content.end;
           ++q) {
        if (Contains(content, q->inner)) claim->quoted.push_back(q->inner);
      }
    }
  }

  static Certainty ContentCertainty(const SentenceParts& part,
                                    const Attribution& a) {
    if (a.cue_class == CueClass::kDenying && a.denies && !a.negated) {
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

  void AddWholeSentence(std::size_t i) {
    const SentenceParts& part = parts_[i];
    Claim& claim = claims_.emplace_back();
    claim.sentence = static_cast<int>(i);
    const std::size_t words = a_.words[i].size();
    claim.content.push_back(a_.sentences[i]);
    if (part.body > 0 && part.body < words) {
      claim.content[0].begin = WordAt(i, part.body).span.begin;
    }
    const bool quoted =
        words > 0 && part.QuotedWithin(0, words) >= kQuoteShare * words;
    claim.mode = quoted ? ClaimMode::kQuote : ClaimMode::kVoice;
    claim.certainty = CertaintyOf(part.hedges, 0, words);
    claim.polarity = part.polarities.back();
    AddFigures(part, &claim);
  }

  void AddFigures(const SentenceParts& part, Claim* claim) const {
    CopyWithin(part.quantities, claim->content, &claim->quantities);
    CopyWithin(part.times, claim->content, &claim->times);
    claim->acts = MainActs(part.acts, claim->content, claim->source);
    claim->causes = CausesIn(part.causes, claim->content);
  }

  template <typename Figure>
  static void CopyWithin(const std::vector<Figure>& figures,
                         const std::vector<Span>& content,
                         std::vector<Figure>* out) {
    const auto inside = [&](const Figure& figure) {
      return std::any_of(
          content.begin(), content.end(),
          [&](const Span& c) { return Overlaps(c, figure.span); });
    };
    const auto count = std::count_if(figures.begin(), figures.end(), inside);
    if (count == 0) return;
    out->reserve(static_cast<std::size_t>(count));
    std::copy_if(figures.begin(), figures.end(), std::back_inserter(*out),
                 inside);
  }

  // ---- quotations that run over sentences ----

  // The claim that names the speaker of each quotation its content touches.
  void ClaimQuotations(std::size_t i, const Attribution& a,
                       std::size_t claim) {
    owner_.resize(a_.quotations.size(), kNone);
    for (const WordRange& r : a.content) {
      for (const std::size_t w : {r.first, r.last - 1}) {
        const std::int32_t q = parts_[i].QuotationAt(w);
        if (q >= 0 && owner_[static_cast<std::size_t>(q)] == kNone) {
          owner_[static_cast<std::size_t>(q)] = claim;
        }
      }
    }
  }

  // How well a claim names the speaker of a quotation that follows it.
  int RankAsOwner(const Claim& claim) const {
    if (claim.mode == ClaimMode::kQuote) return 3;
    if (claim.attitude || claim.source.empty()) return 0;
    return claim.quoted.empty() ? 1 : 2;
  }

  // Sentences of a quotation take source and cue from the sentence that names
  // them; a quotation that follows at once goes on with its speaker.
  void FillQuotations() {
    owner_.resize(a_.quotations.size(), kNone);
    std::size_t last_owner = kNone;
    for (std::size_t at = 0; at < claims_.size(); ++at) {
      Claim& claim = claims_[at];
      if (!claim.source.empty() || !claim.cue.empty()) {
        if (!claim.source.empty()) last_owner = BetterOwner(last_owner, at);
        continue;
      }
      if (claim.mode != ClaimMode::kQuote) continue;
      const std::size_t i = static_cast<std::size_t>(claim.sentence);
      const std::size_t owner = OwnerOf(i);
      if (owner != kNone) {
        last_owner = owner;
      } else if (last_owner != kNone && !GoesOn(i, last_owner)) {
        last_owner = kNone;
      }
      if (last_owner != kNone && !claims_[last_owner].source.empty()) TakeSpeaker(claims_[last_owner], &claim);
    }
  }

  // Of two claims of one sentence the one that quotes; else the later one.
  std::size_t BetterOwner(std::size_t before, std::size_t at) const {
    if (before == kNone) return at;
    const Claim& a = claims_[before];
    const Claim& b = claims_[at];
    if (a.sentence != b.sentence) return at;
    return RankAsOwner(a) > RankAsOwner(b) ? before : at;
  }

  static void TakeSpeaker(const Claim& from, Claim* claim) {
    claim->source = from.source;
    claim->source_name = from.source_name;
    claim->source_kind = from.source_kind;
    claim->cue = from.cue;
    claim->cue_class = from.cue_class;
    claim->attitude = from.attitude;
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
    // What opens with words of the outlet has a speaker of its own.
    if (parts_[i].QuotationAt(0) < 0) return false;
    return i == 0 || from + 1 >= i || AllQuoted(from + 1, i);
  }

  bool AllQuoted(std::size_t first, std::size_t last) const {
    if (last > first + kMaxLookBack) return false;
    for (std::size_t i = first; i < last; ++i) {
      const std::size_t words = a_.words[i].size();
      if (parts_[i].QuotedWithin(0, words) < kQuoteShare * words) return false;
    }
    return true;
  }

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  const Annotation& a_;
  const std::span<const SentenceParts> parts_;
  std::vector<Claim> claims_;
  SpeakerResolver speakers_;
  std::vector<std::size_t> owner_;    // of each quotation: index of its claim
};

}  // namespace

namespace {

// Words that go with what follows: "on Tuesday that".
bool IsLink(const SentenceReading& s, std::size_t i) {
  return s.Is(i, Tag::kThat) || s.Is(i, Tag::kRelative) ||
         s.Is(i, WordClass::kAuxiliary) || s.Is(i, WordClass::kCoordinator);
}

}  // namespace

void SentenceParts::SetQuotations(const SentenceReading& s, std::size_t base) {
  quotation.clear();
  quoted.clear();
  const auto none = [](std::int32_t q) { return q < 0; };
  if (std::all_of(s.quotation.begin(), s.quotation.end(), none)) return;
  quotation.assign(s.size(), -1);
  quoted.assign(s.size() + 1, 0);
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s.InQuote(i)) {
      quotation[i] = s.quotation[i] + static_cast<std::int32_t>(base);
    }
    quoted[i + 1] = quoted[i] + s.InQuote(i);
  }
}

void SentenceParts::SetPolarities(const SentenceReading& s,
                                  LazyClauseMap* clauses) {
  const PolarityReader polarity(s, clauses);
  polarities.clear();
  for (const Attribution& a : attributions) {
    const WordRange& r = a.content.front();
    polarities.push_back(polarity.Of(r.first, r.last));
  }
  polarities.push_back(polarity.Of(0, s.size()));
  FindRest(s);
  for (Rest& r : rest) {
    r.polarity = r.frame ? 1 : polarity.Of(r.words.first, r.words.last);
  }
}

void SentenceParts::FindRest(const SentenceReading& s) {
  rest.clear();
  const bool said = std::any_of(attributions.begin(), attributions.end(),
                                [](const Attribution& a) {
                                  return !a.attitude;
                                });
  if (!said) return;
  absl::InlinedVector<Cover, kUsualWords> cover(s.size(), Cover::kNone);
  const auto fill = [&](const WordRange& r, Cover as) {
    for (std::size_t w = r.first; w < r.last; ++w) {
      cover[w] = std::max(cover[w], as);
    }
  };
  fill({0, std::min(body, s.size())}, Cover::kTold);
  for (const Attribution& a : attributions) {
    if (a.attitude) continue;
    fill(a.cue, Cover::kTold);
    fill(a.source, Cover::kFrame);
    for (const WordRange& r : a.content) fill(r, Cover::kTold);
  }
  const auto is_mark = [&](std::size_t w) {
    return s.word(w).kind == WordKind::kPunctuation;
  };
  for (std::size_t w = 0; w < s.size();) {
    const Cover as = cover[w];
    if (as == Cover::kTold || is_mark(w)) {
      ++w;
      continue;
    }
    Rest run{{w, w + 1}, as == Cover::kFrame, 1};
    for (; w < s.size() && cover[w] == as; ++w) {
      if (!is_mark(w) && !IsLink(s, w)) run.words.last = w + 1;
    }
    rest.push_back(run);
  }
}

std::vector<Claim> BuildClaims(const Article& article, const Annotation& a,
                               std::span<const SentenceParts> parts,
                               const std::vector<MentionDetail>& mentions) {
  return Builder(article, a, parts, mentions).Build();
}

}  // namespace rashomon
