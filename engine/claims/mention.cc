#include "engine/claims/mention.h"

#include <utility>

#include "engine/claims/mention_linker.h"
#include "engine/claims/mention_parser.h"

namespace rashomon {

void MentionReader::Read(const SentenceReading& s, std::size_t sentence,
                         const std::vector<Span>& times) {
  sentence_words_.push_back(s.words);
  ParseMentions(s, sentence, times, &found_);
}

std::vector<MentionDetail> MentionReader::Finish() {
  return MentionLinker(std::move(found_), sentence_words_).Link();
}

}  // namespace rashomon
