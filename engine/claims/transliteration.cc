#include "engine/claims/transliteration.h"

#include <array>
#include <cstddef>
#include <utility>

namespace rashomon {
namespace {

// а..я in order of code points; BGN/PCGN simplified as the press writes it.
constexpr std::array<std::string_view, 32> kLatin = {
    "a", "b", "v", "g", "d", "e", "zh", "z", "i",  "y",  "k",
    "l", "m", "n", "o", "p", "r", "s",  "t", "u",  "f",  "kh",
    "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya"};

// The letter а..я (0..31) of the two bytes at i, or -1.
int CyrillicAt(std::string_view text, std::size_t i) {
  if (i + 1 >= text.size()) return -1;
  const unsigned char lead = static_cast<unsigned char>(text[i]);
  const unsigned char trail = static_cast<unsigned char>(text[i + 1]);
  if (lead == 0xD0 && trail >= 0xB0 && trail <= 0xBF) return trail - 0xB0;
  if (lead == 0xD1 && trail >= 0x80 && trail <= 0x8F) return trail - 0x80 + 16;
  return -1;
}

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() &&
         text.substr(text.size() - end.size()) == end;
}

bool IsConsonantEnd(std::string_view text) {
  if (text.size() < 2) return false;
  const int letter = CyrillicAt(text, text.size() - 2);
  static constexpr std::string_view kVowels = "aeiouy";
  if (letter < 0) return false;
  const std::string_view latin = kLatin[static_cast<std::size_t>(letter)];
  return !latin.empty() && latin != "yu" && latin != "ya" &&
         kVowels.find(latin[0]) == std::string_view::npos;
}

}  // namespace

std::string Transliterate(std::string_view normal) {
  std::string out;
  for (std::size_t i = 0; i < normal.size();) {
    const int letter = CyrillicAt(normal, i);
    if (letter >= 0) {
      // "ий", "ый" at the end of a name is y: Дмитрий, Dmitry.
      out += kLatin[static_cast<std::size_t>(letter)];
      i += 2;
    } else {
      out += normal[i++];
    }
  }
  if (EndsWith(out, "iy") || EndsWith(out, "yy")) {
    out.resize(out.size() - 2);
    out += 'y';
  }
  return out;
}

std::string StripNameCase(std::string_view normal) {
  // Longest first; what is left must end in a consonant and be a name's length.
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 14>
      kEndings = {{{"ского", "ский"}, {"скому", "ский"}, {"ским", "ский"},
                   {"ском", "ский"}, {"ской", "ская"}, {"скую", "ская"},
                   {"ами", ""}, {"ым", ""}, {"ом", ""}, {"ем", ""},
                   {"ой", "а"}, {"у", ""}, {"е", ""}, {"а", ""}}};
  for (const auto& [ending, instead] : kEndings) {
    if (!EndsWith(normal, ending)) continue;
    const std::string_view left =
        normal.substr(0, normal.size() - ending.size());
    if (left.size() < 6) continue;
    if (!instead.empty()) return std::string(left) + std::string(instead);
    if (IsConsonantEnd(left)) return std::string(left);
  }
  return std::string(normal);
}

std::string NameKey(std::string_view normal) {
  if (EndsWith(normal, "'s")) normal.remove_suffix(2);
  if (EndsWith(normal, "’s")) normal.remove_suffix(4);
  if (EndsWith(normal, "'")) normal.remove_suffix(1);
  if (CyrillicAt(normal, 0) < 0) return std::string(normal);
  return Transliterate(StripNameCase(normal));
}

}  // namespace rashomon
