// Normal form of text, with a map back to the bytes it came from.
//
//   NormalizedText n = Normalize("“Ещё” 16");
//   n.text == "\"еще\" 16";
//   n.source_begin[0], n.source_end[0];      // the bytes of “: 0, 3
//
// NFKC and case folding (Unicode), curly and angle quotes as " or ', dashes as
// -, non-breaking and odd spaces as one space, soft hyphens and bidi controls
// dropped, Russian yo as ye.
#ifndef RASHOMON_ENGINE_TEXT_NORMALIZE_H_
#define RASHOMON_ENGINE_TEXT_NORMALIZE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rashomon {

struct NormalizedText {
  std::string text;  // UTF-8
  // source_begin[i], source_end[i]: the bytes of the source that byte i of
  // `text` came from. Both have text.size() elements and never decrease.
  std::vector<std::uint32_t> source_begin;
  std::vector<std::uint32_t> source_end;
};

NormalizedText Normalize(std::string_view utf8);

// The normal form alone; cheaper, and what words and quotations are compared
// by. ASCII takes a fast path.
std::string NormalForm(std::string_view utf8);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_NORMALIZE_H_
