// Reads word vectors that other programs wrote.
//
//   RASHOMON_ASSIGN_OR_RETURN(WordTable table, ReadWordTable("vectors.bin"));
//
//   form                 told by
//   fastText .bin        its first four bytes; with subwords; not quantised
//   model2vec            a folder with model.safetensors and tokenizer.json
//                        (WordPiece, Unigram, WordLevel), or the former's path
//   word2vec binary      a first line "words dimensions", then bytes
//   word2vec, fastText,  lines of a word and numbers, with or without that
//   GloVe text           first line
//
// Refused with InvalidArgument that names the file and the line (text) or byte
// offset (the rest): another number of values, values that are not finite, a
// word that stands twice, counts that the file cannot hold, no word at all.
// Files are mapped, so that memory is that of the table alone.
#ifndef RASHOMON_ENGINE_EMBED_READ_WORD_TABLE_H_
#define RASHOMON_ENGINE_EMBED_READ_WORD_TABLE_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "engine/embed/word_table.h"

namespace rashomon {

// Finds out the form and reads.
absl::StatusOr<WordTable> ReadWordTable(const std::string& path);

// One form each; `bytes` is the file, `source` its name in errors. Time is
// linear in the bytes.
absl::StatusOr<WordTable> ParseTextVectors(std::string_view bytes,
                                           std::string_view source);
absl::StatusOr<WordTable> ParseWord2VecBinary(std::string_view bytes,
                                              std::string_view source);
absl::StatusOr<WordTable> ParseFastText(std::string_view bytes,
                                        std::string_view source);
// `tokenizer` is tokenizer.json, `weights` model.safetensors; the sources name
// them.
absl::StatusOr<WordTable> ParseModel2Vec(std::string_view weights,
                                         std::string_view weights_source,
                                         std::string_view tokenizer,
                                         std::string_view tokenizer_source);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EMBED_READ_WORD_TABLE_H_
