#include "engine/claims/tag.h"

#include <array>

namespace rashomon {

std::string_view Name(Tag tag) {
  constexpr std::array<std::string_view, kTagCount> kNames = {
      "mark",   "determiner", "preposition", "by", "to", "coordinator",
      "subordinator", "relative", "that",    "pronoun", "object",
      "modal",  "be",         "have",        "do",     "adverb",
      "number", "noun",       "plural",      "proper", "past",
      "third",  "plain",      "base",        "participle", "gerund",
      "adjective"};
  return kNames[static_cast<std::size_t>(tag)];
}

}  // namespace rashomon
