#include "engine/text/normalize.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace rashomon {
namespace {

constexpr UChar32 kReplacement = 0xFFFD;
constexpr UChar32 kCombiningAcute = 0x301;
constexpr UChar32 kSmallYo = 0x451;
constexpr UChar32 kSmallYe = 0x435;

// A base with more marks than this is no writing; UAX #15's stream-safe format
// stops at 30. It bounds the work that reordering marks takes.
constexpr int kMaxSegment = 32;

bool IsCyrillic(UChar32 c) { return c >= 0x400 && c < 0x530; }

// The one form of a quotation mark, dash or space; others as they are.
UChar32 UnifyMark(UChar32 c) {
  switch (c) {
    case 0xAB: case 0xBB:                                     // « »
    case 0x201C: case 0x201D: case 0x201E: case 0x201F:       // “ ” „ ‟
    case 0x2033: case 0x2036: case 0x301D: case 0x301E:       // ″ ‶ 〝 〞
    case 0x301F: case 0xFF02:
      return '"';
    case 0x2018: case 0x2019: case 0x201A: case 0x201B:       // ‘ ’ ‚ ‛
    case 0x2032: case 0x2035: case 0x2039: case 0x203A:       // ′ ‵ ‹ ›
    case 0x60: case 0xB4: case 0x2BC: case 0xFF07:            // ` ´ ʼ
      return '\'';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013:       // hyphen to
    case 0x2014: case 0x2015: case 0x2043: case 0x2212:       // bar, bullet,
    case 0xFE58: case 0xFE63: case 0xFF0D:                    // minus
      return '-';
    case 0xA0: case 0x1680: case 0x2028: case 0x2029:
    case 0x202F: case 0x205F: case 0x3000:
      return ' ';
    default:
      return c >= 0x2000 && c <= 0x200A ? ' ' : c;
  }
}

const icu::Normalizer2* Nfkc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc =
      icu::Normalizer2::getNFKCCasefoldInstance(status);
  return U_SUCCESS(status) ? nfkc : nullptr;
}

template <typename Char>
Char FoldAscii(Char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<Char>(c + 32);
  return c == '`' ? '\'' : c;
}

// Where the first byte that is no ASCII stands, from `at` on; the end where
// none does.
std::size_t EndOfAscii(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kTops = 0x8080808080808080u;
  std::uint64_t eight = 0;
  for (; at + sizeof(eight) <= text.size(); at += sizeof(eight)) {
    std::memcpy(&eight, text.data() + at, sizeof(eight));
    if ((eight & kTops) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

// Walks text and hands each piece of the normal form to the sink:
// sink.Add(code point of the form, begin, end of its source), or
// sink.AddAscii(piece, place of its source), which folds it.
template <typename Sink>
class Folder {
 public:
  Folder(std::string_view text, Sink& sink)
      : text_(text), sink_(sink), nfkc_(Nfkc()) {}

  void Run() {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      at_ = EndOfPlain(begin);
      if (at_ > begin) {
        sink_.AddAscii(text_.substr(begin, at_ - begin), begin);
        last_ = 0;
        continue;
      }
      const UChar32 c = Next();
      const bool alone = at_ >= text_.size() || StartsAnew(at_);
      if (c < 0x80 && alone) {
        Emit(FoldAscii(c), begin, at_);
      } else if (c >= 0x410 && c <= 0x44F && alone) {
        Emit(c < 0x430 ? c + 0x20 : c, begin, at_);
      } else {
        FoldSegment(c, begin);
      }
    }
  }

 private:
  // ASCII that nothing can join, as most of a text is: what other bytes follow,
  // they may.
  std::size_t EndOfPlain(std::size_t at) const {
    const std::size_t end = EndOfAscii(text_, at);
    return end > at && end < text_.size() ? end - 1 : end;
  }

  // Bytes after which surely nothing joins what is before: ASCII, U+0080..BF,
  // basic Cyrillic, general punctuation.
  bool StartsAnew(std::size_t i) const {
    const auto b = static_cast<unsigned char>(text_[i]);
    if (b < 0x80 || b == 0xC2 || b == 0xD0 || b == 0xD1) return true;
    return b == 0xE2 && i + 1 < text_.size() &&
           static_cast<unsigned char>(text_[i + 1]) == 0x80;
  }

  UChar32 Next() { return Decode(at_); }

  UChar32 Decode(std::size_t& i) const {
    const auto rest =
        static_cast<int32_t>(std::min<std::size_t>(text_.size() - i, 4));
    int32_t n = 0;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text_.data() + i, n, rest, c);
    i += static_cast<std::size_t>(n);
    return c;
  }

  // One base with the marks that follow it, through ICU.
  void FoldSegment(UChar32 first, std::size_t begin) {
    const UChar32 unified = UnifyMark(first);
    icu::UnicodeString segment(unified);
    for (int n = 1; at_ < text_.size() && n < kMaxSegment; ++n) {
      std::size_t next = at_;
      const UChar32 c = Decode(next);
      if (nfkc_ == nullptr || nfkc_->hasBoundaryBefore(c)) break;
      segment.append(c);
      at_ = next;
    }
    if (unified < 0x80 && segment.length() == 1) {
      Emit(FoldAscii(unified), begin, at_);
      return;
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString folded =
        nfkc_ != nullptr ? nfkc_->normalize(segment, status) : segment;
    for (int32_t i = 0; i < folded.length();) {
      const UChar32 c = folded.char32At(i);
      i += U16_LENGTH(c);
      Emit(U_IS_SURROGATE(c) ? kReplacement : c, begin, at_);
    }
  }

  void Emit(UChar32 c, std::size_t begin, std::size_t end) {
    // A stress mark, as reference works print it: no letter of Russian.
    if (c == kCombiningAcute && IsCyrillic(last_)) return;
    last_ = c == kSmallYo ? kSmallYe : c;
    sink_.Add(last_, begin, end);
  }

  std::string_view text_;
  Sink& sink_;
  const icu::Normalizer2* nfkc_;
  std::size_t at_ = 0;
  UChar32 last_ = 0;
};

void AppendUtf8(UChar32 c, std::string& out) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
    return;
  }
  char buffer[U8_MAX_LENGTH];
  std::size_t n = 0;
  U8_APPEND_UNSAFE(buffer, n, c);
  out.append(buffer, n);
}

struct MappedSink {
  NormalizedText out;
  void AddAscii(std::string_view ascii, std::size_t at) {
    for (const char c : ascii) {
      out.text.push_back(FoldAscii(c));
      out.source_begin.push_back(static_cast<std::uint32_t>(at));
      out.source_end.push_back(static_cast<std::uint32_t>(++at));
    }
  }
  void Add(UChar32 c, std::size_t begin, std::size_t end) {
    AppendUtf8(c, out.text);
    out.source_begin.resize(out.text.size(), static_cast<std::uint32_t>(begin));
    out.source_end.resize(out.text.size(), static_cast<std::uint32_t>(end));
  }
};

struct TextSink {
  std::string out;
  void AddAscii(std::string_view ascii, std::size_t) {
    const std::size_t begin = out.size();
    out.append(ascii);
    for (std::size_t i = begin; i < out.size(); ++i) out[i] = FoldAscii(out[i]);
  }
  void Add(UChar32 c, std::size_t, std::size_t) { AppendUtf8(c, out); }
};

}  // namespace

NormalizedText Normalize(std::string_view utf8) {
  MappedSink sink;
  sink.out.text.reserve(utf8.size());
  sink.out.source_begin.reserve(utf8.size());
  sink.out.source_end.reserve(utf8.size());
  Folder<MappedSink>(utf8, sink).Run();
  return std::move(sink.out);
}

std::string NormalForm(std::string_view utf8) {
  TextSink sink;
  sink.out.reserve(utf8.size());
  Folder<TextSink>(utf8, sink).Run();
  return std::move(sink.out);
}

}  // namespace rashomon
