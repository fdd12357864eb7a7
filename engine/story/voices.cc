#include "engine/story/voices.h"

#include <cstddef>
#include <cstdint>

#include "engine/base/stable_hash.h"
#include "engine/events/near_duplicate.h"
#include "engine/story/disjoint_sets.h"

namespace rashomon {
namespace {

ShingleSketch SketchOf(const Annotation& annotation) {
  std::vector<std::uint32_t> words;
  for (std::size_t i = 0; i < annotation.sentences.size(); ++i) {
    if (annotation.sentences[i].field == Field::kTitle) continue;
    for (const Word& word : annotation.words[i]) {
      if (word.kind == WordKind::kPunctuation || word.stem.empty()) continue;
      words.push_back(static_cast<std::uint32_t>(
          StableHash().Add(word.stem).Value() >> 32));
    }
  }
  return MakeShingleSketch(words);
}

}  // namespace

std::vector<int> VoicesOf(const StoryInput& input) {
  const std::size_t count = input.reports.size();
  std::vector<ShingleSketch> sketches;
  for (const Report& report : input.reports) {
    sketches.push_back(SketchOf(*report.annotation));
  }
  DisjointSets sets(count);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = i + 1; j < count; ++j) {
      const bool one_owner =
          !input.owners[i].empty() && input.owners[i] == input.owners[j];
      if (one_owner ||
          Containment(sketches[i], sketches[j]) >= kReprintContainment) {
        sets.Join(i, j);
      }
    }
  }
  std::vector<int> voices(count);
  int voice = 0;
  for (const std::vector<std::size_t>& group : sets.Groups()) {
    for (const std::size_t report : group) voices[report] = voice;
    ++voice;
  }
  return voices;
}

}  // namespace rashomon
