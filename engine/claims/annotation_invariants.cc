#include "engine/claims/annotation_invariants.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/base/strings.h"

namespace rashomon {
namespace {

bool IsValidUtf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t i = 0;
  while (i < text.size()) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, text.size(), c);
    if (c < 0) return false;
  }
  return true;
}

bool IsScore(double value) {
  return std::isfinite(value) && value >= 0 && value <= 1;
}

class Checker {
 public:
  Checker(const Article& article, const Annotation& a)
      : article_(article), a_(a) {
    valid_[0] = IsValidUtf8(article.title);
    valid_[1] = IsValidUtf8(article.text);
  }

  std::string Check() {
    CheckSentences();
    if (!violation_.empty()) return violation_;
    CheckWords();
    CheckFlags();
    CheckQuotations();
    for (const Claim& claim : a_.claims) CheckClaim(claim);
    return violation_;
  }

 private:
  // Keeps the first violation.
  void Require(bool holds, std::string_view what, const Span& span) {
    if (holds || !violation_.empty()) return;
    violation_ = StrCat(what, " at ", FieldName(span.field), " [", span.begin,
                        ", ", span.end, ")");
  }

  bool IsBoundary(Field field, std::size_t i) const {
    const std::string_view text = article_.field(field);
    if (!valid_[static_cast<std::size_t>(field)] || i == text.size()) {
      return true;
    }
    return (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
  }

  bool CheckSpan(const Span& s, std::string_view what) {
    const bool inside =
        s.begin <= s.end && s.end <= article_.field(s.field).size();
    Require(inside, StrCat(what, " outside its field"), s);
    if (!inside) return false;
    Require(IsBoundary(s.field, s.begin) && IsBoundary(s.field, s.end),
            StrCat(what, " splits a character"), s);
    return true;
  }

  void CheckSentences() {
    const std::size_t n = a_.sentences.size();
    Require(a_.words.size() == n && a_.uncertain.size() == n &&
                a_.loaded.size() == n,
            "not one list of words and scores a sentence", {});
    for (std::size_t i = 0; i < n; ++i) {
      const Span& s = a_.sentences[i];
      CheckSpan(s, "sentence");
      Require(!s.empty(), "empty sentence", s);
      if (i > 0) {
        const Span& before = a_.sentences[i - 1];
        Require(before < s && !Overlaps(before, s), "sentence order", s);
      }
    }
    for (const Residue& r : article_.residue) {
      Require(!SentenceOverlapping(r.span), "sentence covers residue", r.span);
    }
  }

  // Index of the last sentence that begins at or before `span`.
  std::size_t SentenceAt(const Span& span) const {
    const auto after = std::upper_bound(
        a_.sentences.begin(), a_.sentences.end(), span,
        [](const Span& x, const Span& s) {
          return x.field != s.field ? x.field < s.field : x.begin < s.begin;
        });
    return static_cast<std::size_t>(after - a_.sentences.begin()) - 1;
  }

  bool SentenceOverlapping(const Span& span) const {
    const std::size_t i = SentenceAt(span);
    const std::size_t n = a_.sentences.size();
    return (i < n && Overlaps(a_.sentences[i], span)) ||
           (i + 1 < n && Overlaps(a_.sentences[i + 1], span));
  }

  bool InOneSentence(const Span& span) const {
    const std::size_t i = SentenceAt(span);
    return i < a_.sentences.size() && Contains(a_.sentences[i], span);
  }

  void CheckWords() {
    for (std::size_t i = 0; i < a_.sentences.size(); ++i) {
      std::size_t from = a_.sentences[i].begin;
      for (const Word& word : a_.words[i]) {
        CheckSpan(word.span, "word");
        Require(Contains(a_.sentences[i], word.span), "word outside sentence",
                word.span);
        Require(word.span.begin >= from, "word order", word.span);
        from = word.span.end;
      }
      Require(IsScore(a_.uncertain[i]) && IsScore(a_.loaded[i]),
              "score outside 0..1", a_.sentences[i]);
    }
  }

  template <typename Flag>
  void CheckList(const std::vector<Flag>& flags, std::string_view what) {
    const Span* before = nullptr;
    for (const Flag& flag : flags) {
      if (!CheckSpan(flag.span, what)) return;
      Require(!flag.span.empty(), StrCat("empty ", what), flag.span);
      Require(InOneSentence(flag.span), StrCat(what, " not in one sentence"),
              flag.span);
      Require(before == nullptr || !(flag.span < *before),
              StrCat(what, " order"), flag.span);
      before = &flag.span;
    }
  }

  void CheckFlags() {
    CheckList(a_.mentions, "mention");
    CheckList(a_.names, "names");
    CheckList(a_.wording, "wording");
    CheckList(a_.hedges, "hedge");
    for (const WordingFlag& w : a_.wording) {
      Require(IsScore(w.strength), "wording strength", w.span);
    }
    for (const HedgeFlag& h : a_.hedges) {
      Require(IsScore(h.strength), "hedge strength", h.span);
    }
  }

  void CheckQuotations() {
    const Span* before = nullptr;
    for (const Quotation& q : a_.quotations) {
      CheckSpan(q.outer, "quotation");
      CheckSpan(q.inner, "quotation");
      Require(Contains(q.outer, q.inner) && !q.inner.empty(),
              "inside of quotation", q.inner);
      Require(before == nullptr || before->field != q.outer.field ||
                  before->begin <= q.outer.begin,
              "quotation order", q.outer);
      before = &q.outer;
    }
  }

  void CheckClaim(const Claim& claim) {
    const auto i = static_cast<std::size_t>(claim.sentence);
    Require(claim.sentence >= 0 && i < a_.sentences.size(), "claim's sentence",
            {});
    if (!violation_.empty()) return;
    const Span& sentence = a_.sentences[i];
    Require(!claim.content.empty(), "claim without content", sentence);
    Require(claim.polarity == 1 || claim.polarity == -1, "polarity", sentence);
    for (const Span& s : claim.content) CheckInside(s, sentence, "content");
    for (const Span& s : claim.quoted) CheckInside(s, sentence, "quoted");
    for (const Act& act : claim.acts) {
      CheckInside(act.verb, sentence, "verb of an act");
      if (act.actor) CheckInside(*act.actor, sentence, "actor");
      if (act.undergoer) CheckInside(*act.undergoer, sentence, "undergoer");
    }
    for (const Cause& cause : claim.causes) {
      CheckInside(cause.trigger, sentence, "trigger of a cause");
      CheckInside(cause.clause, sentence, "clause of a cause");
    }
    for (const Span& s : claim.source) CheckSpeaker(claim, s, "source");
    for (const Span& s : claim.cue) CheckSpeaker(claim, s, "cue");
    for (const Quantity& q : claim.quantities) CheckQuantity(q, sentence);
    for (const TimeExpression& t : claim.times) {
      CheckInside(t.span, sentence, "time");
      Require(!t.days || t.days->from <= t.days->to, "interval", t.span);
    }
  }

  void CheckInside(const Span& s, const Span& sentence, std::string_view what) {
    if (!CheckSpan(s, what)) return;
    Require(!s.empty(), StrCat("empty ", what), s);
    Require(Contains(sentence, s), StrCat(what, " outside sentence"), s);
  }

  void CheckSpeaker(const Claim& claim, const Span& s, std::string_view what) {
    const Span& own = a_.sentences[static_cast<std::size_t>(claim.sentence)];
    if (claim.mode != ClaimMode::kQuote) return CheckInside(s, own, what);
    if (!CheckSpan(s, what)) return;
    Require(!s.empty() && InOneSentence(s), StrCat(what, " not in a sentence"),
            s);
  }

  void CheckQuantity(const Quantity& q, const Span& sentence) {
    CheckInside(q.span, sentence, "quantity");
    Require(Contains(q.span, q.number), "number outside quantity", q.number);
    Require(!std::isnan(q.low) && !std::isnan(q.high), "number that is none",
            q.span);
    const bool open = q.unbounded_above || q.unbounded_below;
    Require(open || q.low <= q.high, "range upside down", q.span);
  }

  const Article& article_;
  const Annotation& a_;
  std::array<bool, 2> valid_;  // of each field: it is valid UTF-8
  std::string violation_;
};

}  // namespace

std::string InvariantViolation(const Article& article, const Annotation& a) {
  return Checker(article, a).Check();
}

}  // namespace rashomon
