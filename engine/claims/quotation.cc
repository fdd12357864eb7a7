#include "engine/claims/quotation.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

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
// More words than this are an utterance, not a scare quotation.
constexpr std::size_t kMaxScareWords = 3;

enum class Shape : std::uint8_t {
  kStraight,     // "
  kLeft,         // “
  kRight,        // ”
  kLow,          // „
  kAngleLeft,    // «
  kAngleRight,   // »
  kSingleLeft,   // ‘
  kSingleRight,  // ’
  kSingle,       // '
};

// One quotation mark with what stands beside it.
struct Mark {
  std::size_t begin = 0;
  std::size_t end = 0;
  Shape shape = Shape::kStraight;
  std::size_t paragraph = 0;
  bool space_before = false;  // white space, start, opening bracket or dash
  bool space_after = false;   // white space, end, or a mark that closes
  bool letter_before = false;
  bool letter_after = false;
  bool starts_paragraph = false;
};

bool IsSingle(Shape shape) {
  return shape == Shape::kSingleLeft || shape == Shape::kSingleRight ||
         shape == Shape::kSingle;
}

std::optional<Shape> ShapeOf(UChar32 c) {
  switch (c) {
    case '"': case 0xFF02: return Shape::kStraight;
    case 0x201C: return Shape::kLeft;
    case 0x201D: return Shape::kRight;
    case 0x201E: return Shape::kLow;
    case 0xAB: return Shape::kAngleLeft;
    case 0xBB: return Shape::kAngleRight;
    case 0x2018: return Shape::kSingleLeft;
    case 0x2019: return Shape::kSingleRight;
    case '\'': return Shape::kSingle;
    default: return std::nullopt;
  }
}

bool IsLetterOrDigit(UChar32 c) { return u_isalnum(c); }

bool LooksLikeSpaceBefore(UChar32 c) {
  return c == 0 || u_isUWhiteSpace(c) || c == '(' || c == '[' || c == '-' ||
         c == 0x2013 || c == 0x2014 || c == '<' || c == '/' || c == '>';
}

bool LooksLikeSpaceAfter(UChar32 c) {
  return c == 0 || u_isUWhiteSpace(c) || c == ')' || c == ']' || c == '.' ||
         c == ',' || c == ';' || c == ':' || c == '!' || c == '?' ||
         c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2026 || c == '<' ||
         c == '/';
}

// All marks of the text in one pass.
class MarkScanner {
 public:
  explicit MarkScanner(std::string_view text) : text_(text) {}

  std::vector<Mark> Scan() {
    std::size_t i = 0;
    UChar32 before = 0;
    bool line_empty = true;
    while (i < text_.size()) {
      const std::size_t begin = i;
      const UChar32 c = Next(&i);
      if (c == '\n') {
        ends_.push_back(begin);
        ++paragraph_;
        line_empty = true;
      } else if (const std::optional<Shape> shape = ShapeOf(c)) {
        AddMark(*shape, begin, i, before, line_empty);
      }
      if (!u_isUWhiteSpace(c)) line_empty = false;
      before = c;
    }
    ends_.push_back(text_.size());
    return std::move(marks_);
  }

  // Where each paragraph ends. After Scan.
  const std::vector<std::size_t>& ends() const { return ends_; }


 private:
  UChar32 Next(std::size_t* i) const {
    UChar32 c = 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
    U8_NEXT_OR_FFFD(bytes, *i, text_.size(), c);
    return c;
  }

  void AddMark(Shape shape, std::size_t begin, std::size_t end, UChar32 before,
               bool line_empty) {
    UChar32 after = 0;
    if (end < text_.size()) {
      std::size_t j = end;
      after = Next(&j);
    }
    Mark mark;
    mark.begin = begin;
    mark.end = end;
    mark.shape = shape;
    mark.paragraph = paragraph_;
    // A mark beside another mark looks through it: ("‘ and ’").
    const bool mark_before = begin > 0 && ShapeOf(before).has_value();
    const bool mark_after = ShapeOf(after).has_value();
    mark.letter_before = IsLetterOrDigit(before);
    mark.letter_after = IsLetterOrDigit(after);
    mark.space_before =
        LooksLikeSpaceBefore(begin == 0 ? 0 : before) ||
        (mark_before && !marks_.empty() && marks_.back().space_before);
    mark.space_after = LooksLikeSpaceAfter(after) || mark_after;
    mark.starts_paragraph = line_empty;
    // Two single marks are a double one: ''so''.
    if (shape == Shape::kSingle && !marks_.empty() &&
        marks_.back().shape == Shape::kSingle && marks_.back().end == begin) {
      Mark& pair = marks_.back();
      pair.shape = Shape::kStraight;
      pair.end = end;
      pair.letter_after = mark.letter_after;
      pair.space_after = mark.space_after;
      return;
    }
    marks_.push_back(mark);
  }

  std::string_view text_;
  std::size_t paragraph_ = 0;
  std::vector<Mark> marks_;
  std::vector<std::size_t> ends_;
};

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
    std::size_t last_inner_close = 0;  // where an inner one was closed
  };

  // For each mark: whether a later double mark of its paragraph can close.
  void SetLookahead() {
    closer_follows_.assign(marks_.size(), false);
    std::size_t paragraph = static_cast<std::size_t>(-1);
    bool seen = false;
    for (std::size_t i = marks_.size(); i-- > 0;) {
      if (marks_[i].paragraph != paragraph) seen = false;
      paragraph = marks_[i].paragraph;
      closer_follows_[i] = seen;
      const Shape shape = marks_[i].shape;
      if (shape == Shape::kStraight || shape == Shape::kRight) seen = true;
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
    if (open_.size() < kMaxDepth) open_.push_back({i});
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
        closer_follows_[i]) {
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
    if (!closer_follows_[i] || top().shape == Shape::kStraight) {
      return Close(i);
    }
    TakeOpener(i);
  }

  void TakeSingle(std::size_t i) {
    const Mark& mark = marks_[i];
    if (IsOpen() && IsSingle(top().shape)) {
      if (mark.shape != Shape::kSingleLeft && !mark.letter_after &&
          !mark.space_before) {
        Close(i);
      }
      return;
    }
    const bool opens = mark.shape != Shape::kSingleRight &&
                       mark.space_before && mark.letter_after;
    if (opens && HasSinglePartner(i)) TakeOpener(i);
  }

  bool HasSinglePartner(std::size_t i) const {
    const std::size_t last = std::min(marks_.size(), i + 1 + kSingleLookahead);
    for (std::size_t k = i + 1; k < last; ++k) {
      const Mark& mark = marks_[k];
      if (mark.paragraph != marks_[i].paragraph ||
          mark.begin > marks_[i].end + kMaxSingleBytes) {
        return false;
      }
      if (IsSingle(mark.shape) && mark.shape != Shape::kSingleLeft &&
          !mark.letter_after && !mark.space_before) {
        return true;
      }
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
    if (IsOpen()) open_.back().last_inner_close = marks_[i].end;
  }

  // The top is never closed: it ends with its paragraph. «A «B» has one mark
  // for two ends by Russian custom.
  void LeaveOpen() {
    const Open open = open_.back();
    open_.pop_back();
    const Mark& opener = marks_[open.mark];
    if (IsSingle(opener.shape)) return;
    if (open.last_inner_close != 0 && opener.shape == Shape::kAngleLeft) {
      return Emit(opener, open.last_inner_close, open.last_inner_close, true);
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
    quotation.scare = closed && IsScare(quotation);
    if (!quotation.inner.empty()) out_.push_back(quotation);
  }

  // One to three words without a stop inside, in the middle of a sentence.
  bool IsScare(const Quotation& quotation) const {
    const std::string_view inner = Slice(text_, quotation.inner);
    std::size_t spaces = 0;
    for (const char c : inner) {
      if (c == '.' || c == ',' || c == '!' || c == '?' || c == '\n') {
        return false;
      }
      spaces += c == ' ';
      if (spaces >= kMaxScareWords) return false;
    }
    std::size_t before = quotation.outer.begin;
    while (before > 0 && text_[before - 1] == ' ') --before;
    const bool alone = before == 0 || text_[before - 1] == '\n';
    const bool after_colon =
        before > 0 && (text_[before - 1] == ':' || text_[before - 1] == ',');
    return !alone && !after_colon;
  }

  std::string_view text_;
  Field field_;
  std::vector<Mark> marks_;
  const std::vector<std::size_t>& ends_;
  std::vector<bool> closer_follows_;
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
