#include "corpus/text_line.h"

#include <array>

namespace rashomon {
namespace {

constexpr std::array<std::string_view, 12> kSpaces = {
    " ", "\t", "\r", "\n", "\f", "\v", "\u00A0", "\u200B", "\u200C", "\u202F",
    "\u3000", "\uFEFF"};
constexpr std::array<std::string_view, 11> kBullets = {
    "•", "·", "▪", "●", "►", "▶", "‣", "◦", "*", "-", "–"};
constexpr std::array<std::string_view, 9> kClosers = {
    "\"", "'", "”", "’", "»", ")", "]", "“", "*"};
constexpr std::array<std::string_view, 7> kSentenceEnds = {".", "!", "?", "…",
                                                           "。", "！", "？"};
constexpr std::array<std::string_view, 4> kLineEnds = {"\n", "\r", "\u2028",
                                                       "\u2029"};

// The length of the member of `set` that `text` starts with, or 0.
template <typename Set>
std::size_t StartsWithOneOf(std::string_view text, const Set& set) {
  for (std::string_view member : set) {
    if (text.starts_with(member)) return member.size();
  }
  return 0;
}

template <typename Set>
std::size_t EndsWithOneOf(std::string_view text, const Set& set) {
  for (std::string_view member : set) {
    if (text.ends_with(member)) return member.size();
  }
  return 0;
}

std::size_t LineEndAt(std::string_view text, std::size_t at) {
  const unsigned char c = static_cast<unsigned char>(text[at]);
  if (c != '\n' && c != '\r' && c != 0xE2) return 0;
  return StartsWithOneOf(text.substr(at), kLineEnds);
}

}  // namespace

std::string_view TrimSpace(std::string_view text) {
  while (const std::size_t n = StartsWithOneOf(text, kSpaces)) {
    text.remove_prefix(n);
  }
  while (const std::size_t n = EndsWithOneOf(text, kSpaces)) {
    text.remove_suffix(n);
  }
  return text;
}

std::vector<TextLine> SplitLines(std::string_view text) {
  std::vector<TextLine> lines;
  bool blank = true;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t ending = at < text.size() ? LineEndAt(text, at) : 1;
    if (ending == 0) {
      ++at;
      continue;
    }
    const std::string_view line = TrimSpace(text.substr(begin, at - begin));
    if (!line.empty()) {
      const auto offset = static_cast<std::size_t>(line.data() - text.data());
      lines.push_back({offset, offset + line.size(), blank});
    }
    blank = line.empty();
    at += ending;
    // CR LF is one line end, not two with an empty line between.
    if (at < text.size() && text[at] == '\n' && text[at - 1] == '\r') ++at;
    begin = at;
  }
  return lines;
}

std::string_view WithoutBullet(std::string_view line) {
  const std::size_t bullet = StartsWithOneOf(line, kBullets);
  if (bullet == 0) return line;
  const std::string_view rest = line.substr(bullet);
  const std::string_view trimmed = TrimSpace(rest);
  // "-5 degrees" and "--" are no bullets: a space follows one.
  return rest.size() == trimmed.size() ? line : trimmed;
}

std::string_view FirstCharacter(std::string_view text) {
  std::size_t n = text.empty() ? 0 : 1;
  while (n < text.size() && (text[n] & 0xC0) == 0x80) ++n;
  return text.substr(0, n);
}

std::string_view LastCharacter(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && (text[at - 1] & 0xC0) == 0x80) --at;
  return text.substr(at > 0 ? at - 1 : 0);
}

bool EndsSentence(std::string_view line) {
  line = TrimSpace(line);
  while (const std::size_t n = EndsWithOneOf(line, kClosers)) {
    line.remove_suffix(n);
  }
  return EndsWithOneOf(line, kSentenceEnds) > 0;
}

}  // namespace rashomon
