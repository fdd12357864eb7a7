// Turns a table of another program into word vectors as the rest of this
// program takes them.
//
//   RASHOMON_ASSIGN_OR_RETURN(WordVectors vectors,
//                             OpenWordVectors("glove.txt", counts));
#ifndef RASHOMON_ENGINE_EMBED_TABLE_VECTORS_H_
#define RASHOMON_ENGINE_EMBED_TABLE_VECTORS_H_

#include <memory>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "engine/embed/word_counts.h"
#include "engine/embed/word_table.h"
#include "engine/embed/word_vectors.h"

namespace rashomon {

// Words are looked up by normal form. Where a table has "turkey" and "Turkey",
// the second is the name's row; of other words of one normal form the first
// counts, the most frequent. A word weighs what `counts` says of its stem
// (WordCounts::SifWeight), but in tables of tokens (WordPiece, Unigram), whose
// rows are weighted already, its row's length. Words that have no row are asked
// of the table's subwords first, of their spelling then.
//
// InvalidArgument names `source` where the table has no word at all.
absl::StatusOr<WordVectors> VectorsFromTable(
    std::shared_ptr<const WordTable> table, const WordCounts& counts,
    std::string_view source);

// A table of any form: a word-vector file of this program, or one that
// ReadWordTable reads.
absl::StatusOr<WordVectors> OpenWordVectors(const std::string& path,
                                            const WordCounts& counts);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EMBED_TABLE_VECTORS_H_
