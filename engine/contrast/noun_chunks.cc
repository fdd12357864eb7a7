#include "engine/contrast/noun_chunks.h"

#include <string_view>

namespace rashomon {
namespace {

bool IsInner(const Word& word) {
  return word.normal == "'" || word.normal == "-" || word.normal == "\"";
}

bool IsPossessive(const Word& word) {
  const std::string_view n = word.normal;
  // Most words end otherwise.
  if (n.empty() || (n.back() != 's' && n.back() != 'r' && n.back() != 'y' &&
                    n.back() != '\'')) {
    return false;
  }
  return n == "his" || n == "her" || n == "its" || n == "their" || n == "our" ||
         n == "my" || n == "your" || n.ends_with("'s") || n.ends_with("s'");
}

// Whether a noun phrase goes on at word i: a modifier that a noun follows, or
// a noun.
bool Continues(const std::vector<Word>& words, const std::vector<Tag>& tags,
               std::size_t i) {
  const Tag tag = tags[i];
  if (IsNoun(tag) || tag == Tag::kAdjective || tag == Tag::kNumber) return true;
  if (IsPossessive(words[i])) return true;
  if (tag == Tag::kParticiple || tag == Tag::kGerund) {
    return i + 1 < tags.size() &&
           (IsNoun(tags[i + 1]) || tags[i + 1] == Tag::kAdjective);
  }
  return tag == Tag::kMark && IsInner(words[i]) && i + 1 < tags.size() &&
         (IsNoun(tags[i + 1]) || tags[i + 1] == Tag::kAdjective);
}

NounChunk ChunkAt(const std::vector<Word>& words, const std::vector<Tag>& tags,
                  std::size_t first) {
  NounChunk chunk;
  std::size_t i = first;
  if (tags[i] == Tag::kDeterminer) ++i;
  bool has_head = false;
  for (; i < words.size() && Continues(words, tags, i); ++i) {
    if (!IsNoun(tags[i])) continue;
    chunk.head = i;
    has_head = true;
  }
  if (!has_head) return {};
  chunk.range = {first, chunk.head + 1};
  chunk.named = tags[chunk.head] == Tag::kProper;
  for (std::size_t k = first; k < chunk.head; ++k) {
    chunk.possessed |= IsPossessive(words[k]);
  }
  return chunk;
}

}  // namespace

std::vector<NounChunk> NounChunksOf(const ReportIndex& report, int sentence) {
  const std::vector<Word>& words = report.words(sentence);
  const std::vector<Tag>& tags = report.tags(sentence);
  std::vector<NounChunk> chunks;
  chunks.reserve(words.size() / 3 + 1);  // most sentences have fewer
  for (std::size_t i = 0; i < words.size();) {
    const bool begins =
        tags[i] == Tag::kDeterminer ||
        (tags[i] != Tag::kMark && Continues(words, tags, i));
    const NounChunk chunk = begins ? ChunkAt(words, tags, i) : NounChunk{};
    if (chunk.range.empty()) {
      ++i;
      continue;
    }
    chunks.push_back(chunk);
    i = chunk.range.last;
  }
  return chunks;
}

bool IsModifier(const ReportIndex& report, int sentence, std::size_t word) {
  const Tag tag = report.tags(sentence)[word];
  return (IsNoun(tag) || tag == Tag::kAdjective || tag == Tag::kParticiple ||
          tag == Tag::kGerund) &&
         report.words(sentence)[word].kind == WordKind::kWord;
}

std::vector<std::size_t> ModifiersOf(const ReportIndex& report, int sentence,
                                     const NounChunk& chunk) {
  std::vector<std::size_t> modifiers;
  for (std::size_t i = chunk.range.first; i < chunk.head; ++i) {
    if (IsModifier(report, sentence, i)) modifiers.push_back(i);
  }
  return modifiers;
}

}  // namespace rashomon
