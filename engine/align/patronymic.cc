#include "engine/align/patronymic.h"

#include "engine/claims/mention_names.h"
#include "engine/text/script.h"

namespace rashomon {
namespace {

bool IsRussianName(const std::vector<Word>& words, std::size_t i) {
  return i < words.size() && words[i].kind == WordKind::kWord &&
         words[i].capitalized && IsCyrillic(words[i].normal);
}

bool IsPatronymic(const Word& word) {
  return PatronymicGender(word.normal) != 'u';
}

}  // namespace

bool IsSparePatronymic(const std::vector<Word>& words, std::size_t i) {
  return i > 0 && IsRussianName(words, i - 1) && IsRussianName(words, i) &&
         IsRussianName(words, i + 1) && IsPatronymic(words[i]) &&
         !IsPatronymic(words[i - 1]);
}

}  // namespace rashomon
