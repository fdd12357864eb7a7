// Looking for words in a case without regard to case, width or kind of quote.
// Internal to tools/review/store.
#ifndef RASHOMON_TOOLS_REVIEW_STORE_TEXT_SEARCH_H_
#define RASHOMON_TOOLS_REVIEW_STORE_TEXT_SEARCH_H_

#include "absl/status/status.h"
#include "tools/review/store/database.h"

namespace rashomon {

// Gives the connection's SQL the function holds_text(text, wanted): 1 where the
// normal form (engine/text/normalize.h) of `text` holds `wanted`, which is in
// normal form already; 0 where it does not, or `text` is NULL.
absl::Status AddTextSearch(Database* db);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_STORE_TEXT_SEARCH_H_
