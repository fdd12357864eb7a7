// WordVectors::Shipped(), apart from the rest, so that what needs no shipped
// table does not link its 12 MB.
#include <cstddef>

#include "engine/embed/word_vectors.h"

extern "C" const char rashomon_word_vectors_begin[];
extern "C" const char rashomon_word_vectors_end[];

namespace rashomon {

absl::StatusOr<WordVectors> WordVectors::Shipped() {
  return View({rashomon_word_vectors_begin,
               static_cast<std::size_t>(rashomon_word_vectors_end -
                                        rashomon_word_vectors_begin)},
              "the shipped word vectors");
}

}  // namespace rashomon
