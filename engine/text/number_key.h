// Numbers by what they say: "16,000", "16 000" and "16000" are one, and so are
// "1.5" and the Russian "1,5".
//
//   NumberKey("16,000") == "16000"    NumberKey("1,5") == "1.5"
//   JoinNumberGroups(&words, &texts);  // "16", "000" is one word "16000"
#ifndef RASHOMON_ENGINE_TEXT_NUMBER_KEY_H_
#define RASHOMON_ENGINE_TEXT_NUMBER_KEY_H_

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/word.h"

namespace rashomon {

// `normal`: of a word that is a number (engine/text/word.h). A comma before
// three digits and no more parts groups; before other digits it is the
// decimal comma.
std::string NumberKey(std::string_view normal);

// Makes the groups of three digits that a space parts one word, as Russian
// writes them: "1 200 000". Words of one field, in order; those joined point
// into `texts`. O(words).
void JoinNumberGroups(std::vector<Word>* words,
                      std::deque<std::string>* texts);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_NUMBER_KEY_H_
