#include "engine/claims/quotation.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "engine/claims/quotation_kind.h"
#include "engine/claims/quotation_mark.h"

namespace rashomon {
namespace {

// A quotation that stays open goes on over at most this many paragraphs and
// bytes before it counts as left open: news that breaks a quotation over more
// closes and opens it again. The longest in the real articles is six.
constexpr std::size_t kMaxParagraphsOpen = 12;
constexpr std::size_t kMaxBytesOpen = 4000;
// How many marks ahead a single quote looks for its partner.
constexpr std::size_t kSingleLookahead = 12;
constexpr std::size_t kMaxSingleBytes = 400;
constexpr std::size_t kMaxDepth = 3;
// Pairs the marks.
class Pairer {
 public:
  // `ends`: where each paragraph of the text ends.
  Pairer(std::string_view text, Field field, std::vector<Mark> marks,
         const std::vector<std::size_t>& ends)
      : text_(text), field_(field), marks_(std::move(marks)), ends_(ends) {
    SetLookahead();
  }

  std::vector<Quotation> Pair() {
    for (std::size_t i = 0; i < marks_.size(); ++i) Take(i);
    while (!open_.empty()) LeaveOpen();
    std::sort(out_.begin(), out_.end(), [](const auto& a, const auto& b) {
      return a.outer.begin != b.outer.begin ? a.outer.begin < b.outer.begin
                                            : a.outer.end > b.outer.end;
    });
    return std::move(out_);
  }

 private:
  struct Open {
    std::size_t mark;
    // The mark that closed the last one inside it; 0 for none.
    std::size_t inner_close = 0;
  };

  // For each mark: whether a later double mark of its paragraph can close, and
  // whether a curly one can before another opens.
  void SetLookahead() {
    closer_follows_.assign(marks_.size(), false);
    right_follows_.assign(marks_.size(), false);
    bool right = false;
    std::size_t paragraph = static_cast<std::size_t>(-1);
    bool seen = false;
    for (std::size_t i = marks_.size(); i-- > 0;) {
      if (marks_[i].paragraph != paragraph) seen = right = false;
      paragraph = marks_[i].paragraph;
      closer_follows_[i] = seen;
      right_follows_[i] = right;
      const Shape shape = marks_[i].shape;
      if (shape == Shape::kStraight || shape == Shape::kRight) {
        seen = right = true;
      }
      if (shape == Shape::kLeft) right = false;
    }
  }

  bool IsOpen() const { return !open_.empty(); }
  const Mark& top() const { return marks_[open_.back().mark]; }

  void Take(std::size_t i) {
    const Mark& mark = marks_[i];
    DropStale(mark);
    switch (mark.shape) {
      case Shape::kLeft: return TakeLeft(i);
      case Shape::kLow: return TakeOpener(i);
      case Shape::kAngleLeft: return TakeOpener(i);
      case Shape::kAngleRight: return TakeAngleRight(i);
      case Shape::kRight: return TakeRight(i);
      case Shape::kStraight: return TakeStraight(i);
      default: return TakeSingle(i);
    }
  }

  // Gives up quotations that have been open for too long.
  void DropStale(const Mark& mark) {
    while (IsOpen()) {
      const Mark& opener = top();
      const bool stale =
          mark.paragraph > opener.paragraph + kMaxParagraphsOpen ||
          mark.begin > opener.end + kMaxBytesOpen ||
          (IsSingle(opener.shape) && mark.paragraph != opener.paragraph);
      const bool reopened = mark.starts_paragraph &&
                            mark.paragraph != opener.paragraph &&
                            CanOpen(mark);
      if (!stale && !reopened) return;
      LeaveOpen();
    }
  }

  static bool CanOpen(const Mark& mark) {
    return mark.shape == Shape::kLeft || mark.shape == Shape::kLow ||
           mark.shape == Shape::kAngleLeft ||
           (mark.shape == Shape::kStraight && !mark.space_after);
  }

  void TakeOpener(std::size_t i) {
    if (open_.size() < kMaxDepth) open_.push_back({i, 0});
  }

  void TakeLeft(std::size_t i) {
    const Mark& mark = marks_[i];
    // „so“: the left curly mark closes a low one.
    if (IsOpen() && top().shape == Shape::kLow) return Close(i);
    // Opened again although still open, in a new paragraph or sentence: the
    // earlier one was left open.
    while (IsOpen() && top().shape == Shape::kLeft &&
           top().paragraph != mark.paragraph) {
      LeaveOpen();
    }
    TakeOpener(i);
  }

  void TakeAngleRight(std::size_t i) {
    if (IsOpen() && !IsSingle(top().shape)) Close(i);
  }

  void TakeRight(std::size_t i) {
    if (IsOpen()) return Close(i);
    if (marks_[i].space_before && marks_[i].letter_after &&
        right_follows_[i]) {
      TakeOpener(i);
    }
  }

  // A straight mark opens or closes by what stands beside it; where it looks
  // like an opener although one is open, and nothing would close it, it is a
  // closer that translation moved.
  void TakeStraight(std::size_t i) {
    const Mark& mark = marks_[i];
    const bool looks_open = mark.space_before && !mark.space_after;
    if (!IsOpen()) {
      if (looks_open || (mark.space_before && closer_follows_[i]) ||
          (!mark.letter_before && !mark.space_after)) {
        TakeOpener(i);
      }
      return;
    }
    if (!looks_open) return Close(i);
    if (!closer_follows_[i] ||
        (top().shape == Shape::kStraight && !Nests(i))) {
      return Close(i);
    }
    TakeOpener(i);
  }

  static bool LooksClosed(const Mark& mark) {
    return !mark.space_before && mark.space_after;
  }

  // Whether a straight mark opens a quotation inside a straight one: "we "know"
  // it". Two marks that look like closers must follow; one is enough before a
  // capital that is no Latin one, as Russian lets one mark close two.
  bool Nests(std::size_t i) const {
    const Mark& mark = marks_[i];
    std::size_t closers = 0;
    const std::size_t end = std::min(marks_.size(), i + 1 + kSingleLookahead);
    for (std::size_t k = i + 1; k < end && closers < 2; ++k) {
      if (marks_[k].paragraph != mark.paragraph) break;
      if (marks_[k].shape != Shape::kStraight) continue;
      if (!LooksClosed(marks_[k])) return false;
      ++closers;
    }
    return closers == 2 ||
           (closers == 1 && BeginsWithCyrillicCapital(text_.substr(mark.end)));
  }

  void TakeSingle(std::size_t i) {
    const Mark& mark = marks_[i];
    if (IsOpen() && IsSingle(top().shape)) {
      if (CanCloseSingle(mark) && !(mark.after_plural && StrongCloserAt(i))) {
        Close(i);
      }
      return;
    }
    const bool opens = mark.shape != Shape::kSingleRight && !mark.elision &&
                       mark.space_before && mark.letter_after;
    if (opens && HasSinglePartner(i)) TakeOpener(i);
  }

  static bool CanCloseSingle(const Mark& mark) {
    return IsSingle(mark.shape) && mark.shape != Shape::kSingleLeft &&
           !mark.letter_after && !mark.space_before && !mark.elision;
  }

  // Whether a mark that surely closes follows before another one opens: then
  // the mark after a plural is a possessive.
  bool StrongCloserAt(std::size_t i) const {
    const std::size_t end = std::min(marks_.size(), i + 1 + kSingleLookahead);
    for (std::size_t k = i + 1; k < end; ++k) {
      const Mark& mark = marks_[k];
      if (mark.paragraph != marks_[i].paragraph || !IsSingle(mark.shape)) break;
      if (mark.space_before && mark.letter_after) break;
      if (CanCloseSingle(mark) && !mark.after_plural) return true;
    }
    return false;
  }

  bool HasSinglePartner(std::size_t i) const {
    const std::size_t last = std::min(marks_.size(), i + 1 + kSingleLookahead);
    for (std::size_t k = i + 1; k < last; ++k) {
      const Mark& mark = marks_[k];
      if (mark.paragraph != marks_[i].paragraph ||
          mark.begin > marks_[i].end + kMaxSingleBytes) {
        return false;
      }
      if (CanCloseSingle(mark)) return true;
    }
    return false;
  }

  void Close(std::size_t i) {
    // A double mark ends a single quotation that is open inside.
    while (IsOpen() && IsSingle(top().shape) && !IsSingle(marks_[i].shape)) {
      open_.pop_back();
    }
    if (!IsOpen()) return;
    Emit(marks_[open_.back().mark], marks_[i].begin, marks_[i].end, true);
    open_.pop_back();
    if (IsOpen()) open_.back().inner_close = i;
  }

  // The top is never closed: it ends with its paragraph. «A «B» has one mark
  // for two ends by Russian custom.
  void LeaveOpen() {
    const Open open = open_.back();
    open_.pop_back();
    const Mark& opener = marks_[open.mark];
    if (IsSingle(opener.shape)) return;
    if (open.inner_close != 0 && (opener.shape == Shape::kAngleLeft ||
                                  opener.shape == Shape::kStraight)) {
      const Mark& shared = marks_[open.inner_close];
      return Emit(opener, shared.begin, shared.end, true);
    }
    std::size_t end = ends_[opener.paragraph];
    while (end > opener.end &&
           (text_[end - 1] == ' ' || text_[end - 1] == '\t' ||
            text_[end - 1] == '\r')) {
      --end;
    }
    if (end > opener.end) Emit(opener, end, end, false);
  }

  void Emit(const Mark& opener, std::size_t inner_end, std::size_t outer_end,
            bool closed) {
    Quotation quotation;
    quotation.outer = {field_, opener.begin, outer_end};
    quotation.inner = {field_, opener.end, inner_end};
    quotation.closed = closed;
    quotation.scare = closed && IsNameOrScare(text_, quotation);
    if (!quotation.inner.empty()) out_.push_back(quotation);
  }

  std::string_view text_;
  Field field_;
  std::vector<Mark> marks_;
  const std::vector<std::size_t>& ends_;
  std::vector<bool> closer_follows_;
  std::vector<bool> right_follows_;
  std::vector<Open> open_;
  std::vector<Quotation> out_;
};

}  // namespace

std::vector<Quotation> FindQuotations(std::string_view text, Field field) {
  MarkScanner scanner(text);
  std::vector<Mark> marks = scanner.Scan();
  return Pairer(text, field, std::move(marks), scanner.ends()).Pair();
}

}  // namespace rashomon
