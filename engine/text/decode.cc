#include "engine/text/decode.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

// More than this share of control characters is no text. News pages have none;
// a stray one or two survive from word processors.
constexpr double kMaxControlShare = 0.01;
constexpr std::size_t kStrayControls = 2;

// ICU's detector gives 0..100. Short windows-1251 and KOI8-R headlines come
// out at 15 and more, random Latin bytes below 10 (tried on both).
constexpr int kMinConfidence = 10;

// What the detector is shown at most; its answer does not change after this.
constexpr std::size_t kDetectBytes = 64 * 1024;

struct ByteOrderMark {
  std::string_view bytes;
  const char* encoding;
};

// The longer marks first: UTF-32LE's begins with UTF-16LE's.
constexpr ByteOrderMark kByteOrderMarks[] = {
    {std::string_view("\xFF\xFE\x00\x00", 4), "UTF-32LE"},
    {std::string_view("\x00\x00\xFE\xFF", 4), "UTF-32BE"},
    {"\xEF\xBB\xBF", "UTF-8"},
    {"\xFF\xFE", "UTF-16LE"},
    {"\xFE\xFF", "UTF-16BE"},
};

// Labels that browsers read as their superset (WHATWG Encoding Standard), and
// spellings that ICU does not know.
constexpr std::pair<const char*, const char*> kLabels[] = {
    {"iso-8859-1", "windows-1252"}, {"latin1", "windows-1252"},
    {"us-ascii", "windows-1252"},   {"ascii", "windows-1252"},
    {"win-1251", "windows-1251"},   {"win1251", "windows-1251"},
    {"cp-1251", "windows-1251"},    {"x-cp1251", "windows-1251"},
    {"koi8", "KOI8-R"},             {"koi8r", "KOI8-R"},
    {"gb2312", "GB18030"},          {"unicode", "UTF-16LE"},
};

bool IsControlByte(unsigned char c) {
  // Tab, line feed, vertical tab, form feed, return and escape are text.
  return (c < 0x20 && !(c >= 0x09 && c <= 0x0D) && c != 0x1B) || c == 0x7F;
}

// Where the first byte stands that says "binary", if the bytes are.
std::size_t FirstBinaryByte(std::string_view bytes) {
  const std::size_t nul = bytes.find('\0');
  if (nul != kNowhere) return nul;
  std::size_t first = kNowhere;
  std::size_t count = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (!IsControlByte(static_cast<unsigned char>(bytes[i]))) continue;
    first = std::min(first, i);
    ++count;
  }
  const bool many = count > kStrayControls &&
                    static_cast<double>(count) >
                        kMaxControlShare * static_cast<double>(bytes.size());
  return many ? first : kNowhere;
}

absl::Status BinaryError(std::size_t offset) {
  return absl::InvalidArgumentError(
      StrCat("binary data, not text (byte ", offset, ")"));
}

// Share of C1 control characters and unassigned replacements in UTF-8: text
// read in the wrong single-byte encoding has them, real text does not.
bool LooksLikeText(std::string_view utf8) {
  std::size_t bad = 0;
  std::size_t all = 0;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto c = static_cast<unsigned char>(utf8[i]);
    if ((c & 0xC0) != 0x80) ++all;
    if (c == 0 || IsControlByte(c)) ++bad;
    if (c == 0xC2 && i + 1 < utf8.size() &&
        static_cast<unsigned char>(utf8[i + 1]) < 0xA0 &&
        static_cast<unsigned char>(utf8[i + 1]) != 0x85) {
      ++bad;
    }
  }
  return bad <= kStrayControls || static_cast<double>(bad) <=
                                      kMaxControlShare * static_cast<double>(all);
}

// An ICU converter that stops at the first byte that does not fit.
class StrictConverter {
 public:
  explicit StrictConverter(const std::string& name) {
    UErrorCode status = U_ZERO_ERROR;
    converter_ = ucnv_open(name.c_str(), &status);
    if (U_FAILURE(status)) return;
    ucnv_setToUCallBack(converter_, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr,
                        nullptr, &status);
    const char* iana = ucnv_getStandardName(name.c_str(), "MIME", &status);
    if (U_FAILURE(status) || iana == nullptr) {
      status = U_ZERO_ERROR;
      iana = ucnv_getStandardName(name.c_str(), "IANA", &status);
    }
    iana_name_ = iana != nullptr ? iana : name;
  }
  StrictConverter(const StrictConverter&) = delete;
  StrictConverter& operator=(const StrictConverter&) = delete;
  ~StrictConverter() {
    if (converter_ != nullptr) ucnv_close(converter_);
  }

  bool ok() const { return converter_ != nullptr; }
  const std::string& iana_name() const { return iana_name_; }

  // Nothing where a byte does not fit.
  std::optional<std::string> ToUtf8(std::string_view bytes) {
    std::u16string text(bytes.size() + 1, u'\0');
    const char* source = bytes.data();
    UChar* target = text.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter_, &target, text.data() + text.size(), &source,
                   bytes.data() + bytes.size(), nullptr, /*flush=*/true,
                   &status);
    if (U_FAILURE(status)) return std::nullopt;
    text.resize(static_cast<std::size_t>(target - text.data()));
    return Utf16ToUtf8(text);
  }

 private:
  static std::optional<std::string> Utf16ToUtf8(const std::u16string& text) {
    std::string utf8;
    utf8.reserve(text.size() * 2);
    for (std::size_t i = 0; i < text.size();) {
      UChar32 c = 0;
      U16_NEXT(text.data(), i, text.size(), c);
      if (U_IS_SURROGATE(c)) return std::nullopt;
      char buffer[U8_MAX_LENGTH];
      std::size_t n = 0;
      U8_APPEND_UNSAFE(buffer, n, c);
      utf8.append(buffer, n);
    }
    return utf8;
  }

  UConverter* converter_ = nullptr;
  std::string iana_name_;
};

std::string CanonicalLabel(std::string_view declared) {
  std::string label(StripAsciiSpace(declared));
  std::transform(label.begin(), label.end(), label.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  for (const auto& [from, to] : kLabels) {
    if (label == from) return to;
  }
  return label;
}

bool IsWide(std::string_view encoding) {
  return encoding.substr(0, 4) == "UTF-" && encoding != "UTF-8" &&
         encoding != "UTF-7";
}

std::optional<DecodedText> TryEncoding(std::string_view bytes,
                                       const std::string& name,
                                       std::string_view from) {
  StrictConverter converter(name);
  if (!converter.ok()) return std::nullopt;
  std::optional<std::string> utf8 = converter.ToUtf8(bytes);
  if (!utf8 || !LooksLikeText(*utf8)) return std::nullopt;
  return DecodedText{*std::move(utf8), converter.iana_name(),
                     std::string(from)};
}

// Sequences of two bytes and more that are valid UTF-8, and bytes that are not.
struct Utf8Census {
  std::size_t valid_multibyte = 0;
  std::size_t invalid = 0;
};

Utf8Census CountUtf8(std::string_view bytes) {
  Utf8Census census;
  const int32_t size = static_cast<int32_t>(
      std::min<std::size_t>(bytes.size(), kDetectBytes));
  for (int32_t i = 0; i < size;) {
    const int32_t begin = i;
    UChar32 c = 0;
    U8_NEXT(bytes.data(), i, size, c);
    if (c < 0) {
      ++census.invalid;
    } else if (i - begin > 1) {
      ++census.valid_multibyte;
    }
  }
  return census;
}

// UTF-16 without a mark: the zero bytes of its ASCII all stand on one side.
std::optional<DecodedText> TryUnmarkedUtf16(std::string_view bytes) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == 0;
  if ((zeros[0] == 0) == (zeros[1] == 0)) return std::nullopt;
  // One character in twenty: Russian text has that many spaces and stops.
  if ((zeros[0] + zeros[1]) * 40 < bytes.size()) return std::nullopt;
  return TryEncoding(bytes, zeros[1] > 0 ? "UTF-16LE" : "UTF-16BE",
                     "detected");
}

// Names of encodings that ICU's detector holds possible, the likeliest first.
std::vector<std::string> DetectedEncodings(std::string_view bytes) {
  std::vector<std::string> names;
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector* detector = ucsdet_open(&status);
  if (U_FAILURE(status)) return names;
  ucsdet_setText(
      detector, bytes.data(),
      static_cast<int32_t>(std::min<std::size_t>(bytes.size(), kDetectBytes)),
      &status);
  int32_t count = 0;
  const UCharsetMatch** matches =
      ucsdet_detectAll(detector, &count, &status);
  for (int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
    const int confidence = ucsdet_getConfidence(matches[i], &status);
    const char* name = ucsdet_getName(matches[i], &status);
    if (U_SUCCESS(status) && confidence >= kMinConfidence) {
      names.push_back(CanonicalLabel(name));
    }
  }
  ucsdet_close(detector);
  return names;
}

absl::StatusOr<DecodedText> DecodeMarked(std::string_view bytes,
                                         const ByteOrderMark& mark) {
  const std::string_view body = bytes.substr(mark.bytes.size());
  if (std::string_view(mark.encoding) == "UTF-8") {
    const std::size_t binary = FirstBinaryByte(body);
    if (binary != kNowhere) return BinaryError(binary + mark.bytes.size());
    const std::size_t bad = FirstInvalidUtf8(body);
    if (bad == kNowhere) return DecodedText{std::string(body), "UTF-8", "bom"};
    return absl::InvalidArgumentError(
        StrCat("the file says it is UTF-8, but byte ", bad + mark.bytes.size(),
               " is not"));
  }
  std::optional<DecodedText> decoded = TryEncoding(body, mark.encoding, "bom");
  if (decoded) return *std::move(decoded);
  return absl::InvalidArgumentError(
      StrCat("the byte order mark says ", mark.encoding,
             ", but the bytes are not (byte 0)"));
}

}  // namespace

std::size_t FirstInvalidUtf8(std::string_view bytes) {
  std::size_t i = 0;
  while (i < bytes.size()) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
      continue;
    }
    const int32_t size =
        static_cast<int32_t>(std::min<std::size_t>(bytes.size() - i, 4));
    int32_t n = 0;
    UChar32 c = 0;
    U8_NEXT(bytes.data() + i, n, size, c);
    if (c < 0) return i;
    i += static_cast<std::size_t>(n);
  }
  return kNowhere;
}

absl::StatusOr<DecodedText> Decode(std::string_view bytes,
                                   std::string_view declared) {
  for (const ByteOrderMark& mark : kByteOrderMarks) {
    if (bytes.substr(0, mark.bytes.size()) == mark.bytes) {
      return DecodeMarked(bytes, mark);
    }
  }
  const std::string label = CanonicalLabel(declared);
  const std::size_t binary = FirstBinaryByte(bytes);
  if (binary != kNowhere) {
    std::optional<DecodedText> wide;
    if (IsWide(CanonicalLabel(declared))) {
      wide = TryEncoding(bytes, label, "declared");
    }
    StrictConverter converter(label.empty() ? "UTF-8" : label);
    if (!wide && converter.ok() && IsWide(converter.iana_name())) {
      wide = TryEncoding(bytes, label, "declared");
    }
    if (!wide) wide = TryUnmarkedUtf16(bytes);
    if (wide) return *std::move(wide);
    return BinaryError(binary);
  }
  const std::size_t bad = FirstInvalidUtf8(bytes);
  // Text in a single-byte encoding is never valid UTF-8 by chance once it has
  // a few letters beyond ASCII; a wrong declaration is common.
  if (bad == kNowhere) {
    const bool said = label == "utf-8" || label == "utf8";
    return DecodedText{std::string(bytes), "UTF-8",
                       said ? "declared" : "valid UTF-8"};
  }
  const Utf8Census census = CountUtf8(bytes);
  const bool damaged_utf8 = census.valid_multibyte > 4 * census.invalid;
  if (!damaged_utf8) {
    if (!label.empty()) {
      if (auto decoded = TryEncoding(bytes, label, "declared")) {
        return *std::move(decoded);
      }
    }
    for (const std::string& name : DetectedEncodings(bytes)) {
      if (auto decoded = TryEncoding(bytes, name, "detected")) {
        return *std::move(decoded);
      }
    }
  }
  return absl::InvalidArgumentError(
      StrCat("not valid UTF-8 at byte ", bad,
             damaged_utf8 ? " (the rest is UTF-8: a damaged or cut file?)"
                          : ", and no other encoding explains it"));
}

}  // namespace rashomon
