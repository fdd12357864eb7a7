#include "engine/claims/mention.h"

#include <utility>

#include "engine/claims/mention_linker.h"
#include "engine/claims/mention_parser.h"

namespace rashomon {

void MentionReader::Reserve(std::size_t sentences) {
  constexpr std::size_t kUsualNames = 3;  // of a sentence
  sentence_words_.reserve(sentences);
  found_.reserve(kUsualNames * sentences);
}

void MentionReader::Read(const SentenceReading& s, std::size_t sentence,
                         const std::vector<Span>& times) {
  sentence_words_.push_back(s.words);
  ParseMentions(s, sentence, times, &found_);
}

std::vector<MentionDetail> MentionReader::Finish() {
  return MentionLinker(std::move(found_), sentence_words_).Link();
}

}  // namespace rashomon
