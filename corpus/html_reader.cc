#include "corpus/html_reader.h"

namespace rashomon {

absl::StatusOr<Article> ExtractHtml(std::string_view bytes,
                                    const OutletRegistry& registry) {
  return absl::UnimplementedError("web pages are not read yet");
}

}  // namespace rashomon
