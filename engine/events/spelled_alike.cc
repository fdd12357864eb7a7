#include "engine/events/spelled_alike.h"

#include <string>
#include <utility>
#include <vector>

#include "engine/claims/names_across_scripts.h"
#include "engine/text/word.h"

namespace rashomon {
namespace {

Word NameOf(const std::string& stem, const Anchor& anchor) {
  Word word;
  word.capitalized = true;
  word.normal = anchor.normal;
  word.stem = stem;
  return word;
}

std::vector<Word> NamesOf(const AnchorMap& anchors) {
  std::vector<Word> words;
  for (const auto& [stem, anchor] : anchors) {
    words.push_back(NameOf(stem, anchor));
  }
  return words;
}

}  // namespace

AnchorMap SpelledAlike(const AnchorMap& cyrillic, const AnchorMap& latin) {
  const std::vector<Word> left = NamesOf(cyrillic), right = NamesOf(latin);
  const NamesAcrossScripts names({&left, 1}, {&right, 1});
  AnchorMap result;
  for (const auto& [stem, anchor] : cyrillic) {
    const std::string key = names.StemOf(NameOf(stem, anchor));
    Anchor& named = result.try_emplace(key, anchor).first->second;
    named.in_head |= anchor.in_head;
    const auto it = latin.find(key);
    if (it != latin.end()) named.rarity = it->second.rarity;
  }
  return result;
}

}  // namespace rashomon
