// Patronymics within full names: "Владимир Владимирович Путин" is "Владимир
// Путин".
//
//   for (std::size_t i = 0; i < words.size(); ++i) {
//     if (!IsSparePatronymic(words, i)) Use(words[i]);
//   }
#ifndef RASHOMON_ENGINE_ALIGN_PATRONYMIC_H_
#define RASHOMON_ENGINE_ALIGN_PATRONYMIC_H_

#include <cstddef>
#include <vector>

#include "engine/text/word.h"

namespace rashomon {

// Whether words[i] is a patronymic between a given name and a surname, which
// name the person without it. "Роман Абрамович" ends in a surname, "Владимир
// Владимирович" has no other: neither is spare. Cyrillic alone: in an English
// headline any word may follow in capitals ("Roman Abramovich Sells"). O(1).
bool IsSparePatronymic(const std::vector<Word>& words, std::size_t i);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_PATRONYMIC_H_
