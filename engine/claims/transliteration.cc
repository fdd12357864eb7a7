#include "engine/claims/transliteration.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "engine/base/suffix.h"

namespace rashomon {
namespace {

// а..я in order of code points; BGN/PCGN simplified as the press writes it.
constexpr std::array<std::string_view, 32> kLatin = {
    "a",  "b",  "v",  "g",    "d", "e", "zh", "z", "i",  "y", "k",
    "l",  "m",  "n",  "o",    "p", "r", "s",  "t", "u",  "f", "kh",
    "ts", "ch", "sh", "shch", "",  "y", "",   "e", "yu", "ya"};

// The letter а..я (0..31) of the two bytes at i, or -1.
int CyrillicAt(std::string_view text, std::size_t i) {
  if (i + 1 >= text.size()) return -1;
  const unsigned char lead = static_cast<unsigned char>(text[i]);
  const unsigned char trail = static_cast<unsigned char>(text[i + 1]);
  if (lead == 0xD0 && trail >= 0xB0 && trail <= 0xBF) return trail - 0xB0;
  if (lead == 0xD1 && trail >= 0x80 && trail <= 0x8F) return trail - 0x80 + 16;
  return -1;
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
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 22>
      kEndings = {{{"ского", "ский"},   {"скому", "ский"},
                   {"ским", "ский"},    {"ском", "ский"},
                   {"ской", "ская"},    {"скую", "ская"},
                   {"льного", "льный"}, {"льному", "льный"},
                   {"льным", "льный"},  {"льном", "льный"},
                   {"ого", "ой"},       {"ому", "ой"},
                   {"ью", "ь"},         {"ами", ""},
                   {"ым", ""},          {"ом", ""},
                   {"ем", ""},          {"ой", "а"},
                   {"у", ""},           {"е", ""},
                   {"а", ""},           {"ы", ""}}};
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

namespace {

// The plain letter of a Latin letter with a mark, by its UTF-8 bytes (U+00E0 to
// U+017E, small ones); nothing for another.
std::string_view PlainLetter(unsigned char lead, unsigned char trail) {
  // U+00E0..U+00FF
  static constexpr std::array<std::string_view, 32> kLatin1 = {
      "a", "a", "a", "a", "a", "a", "ae", "c", "e",  "e", "e",
      "e", "i", "i", "i", "i", "d", "n",  "o", "o",  "o", "o",
      "o", "",  "o", "u", "u", "u", "u",  "y", "th", "y"};
  // U+0100..U+017F, one letter for the capital and the small form.
  static constexpr std::string_view kExtended =
      "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll"
      "nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
  if (lead == 0xC3 && trail >= 0xA0) return kLatin1[trail - 0xA0u];
  if (lead != 0xC4 && lead != 0xC5) return "";
  const std::size_t at = (lead - 0xC4u) * 64u + (trail - 0x80u);
  return at < kExtended.size() ? kExtended.substr(at, 1) : "";
}

bool LeadsMarkedLetter(char byte) {
  const auto lead = static_cast<unsigned char>(byte);
  return lead >= 0xC3 && lead <= 0xC5;
}

std::string WithoutMarks(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (LeadsMarkedLetter(text[i]) && i + 1 < text.size()) {
      const std::string_view plain =
          PlainLetter(static_cast<unsigned char>(text[i]),
                      static_cast<unsigned char>(text[i + 1]));
      out += plain.empty() ? text.substr(i, 2) : plain;
      ++i;
    } else {
      out += text[i];
    }
  }
  return out;
}

// Ends that are one sound in other spellings.
void OneSpelling(std::string* key) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9>
      kEnds = {{{"skyy", "sky"},
                {"skiy", "sky"},
                {"skii", "sky"},
                {"skij", "sky"},
                {"nyy", "ny"},
                {"niy", "ny"},
                {"enka", "enko"},
                {"iyev", "iev"},
                {"ayev", "aev"}}};
  for (const auto& [end, instead] : kEnds) {
    if (key->size() < end.size() + 2 || !EndsWith(*key, end)) continue;
    key->resize(key->size() - end.size());
    *key += instead;
    return;
  }
}

}  // namespace

std::string SurnameKey(std::string_view normal) {
  std::string key = NameKey(normal);
  if (std::any_of(key.begin(), key.end(), LeadsMarkedLetter)) {
    key = WithoutMarks(key);
  }
  static constexpr std::array<std::string_view, 3> kArticles = {"al-", "el-",
                                                                "as-"};
  for (const std::string_view article : kArticles) {
    if (key.size() > article.size() + 2 &&
        std::string_view(key).substr(0, article.size()) == article) {
      key.erase(0, article.size());
    }
  }
  OneSpelling(&key);
  return key;
}

std::string NameKey(std::string_view normal) {
  if (EndsWith(normal, "'s")) normal.remove_suffix(2);
  if (EndsWith(normal, "’s")) normal.remove_suffix(4);
  if (EndsWith(normal, "'")) normal.remove_suffix(1);
  if (CyrillicAt(normal, 0) < 0) return std::string(normal);
  return Transliterate(StripNameCase(normal));
}

}  // namespace rashomon
