// What stands in quotation marks: an utterance, or words that the writer only
// marks off.
//
//   IsNameOrScare(text, quotation)    // “reform”, the film "The Long Winter"
#ifndef RASHOMON_ENGINE_CLAIMS_QUOTATION_KIND_H_
#define RASHOMON_ENGINE_CLAIMS_QUOTATION_KIND_H_

#include <string_view>

#include "engine/claims/claim.h"

namespace rashomon {

// True for one to three words without a stop in the middle of a sentence, and
// for names and titles: capitalised throughout in English; in Russian any that
// begin with a capital and follow a word, as an utterance that does follows a
// colon, and one that goes on the sentence begins in lower case. Looks at a
// bounded number of bytes.
bool IsNameOrScare(std::string_view text, const Quotation& quotation);

// "Вестник"
bool BeginsWithCyrillicCapital(std::string_view text);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_QUOTATION_KIND_H_
