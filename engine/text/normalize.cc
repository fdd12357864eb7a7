#include "engine/text/normalize.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace rashomon {

std::string NormalForm(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc =
      icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) return std::string(utf8);
  const icu::UnicodeString folded = nfkc->normalize(
      icu::UnicodeString::fromUTF8(
          icu::StringPiece(utf8.data(), static_cast<int>(utf8.size()))),
      status);
  std::string out;
  folded.toUTF8String(out);
  return out;
}

}  // namespace rashomon
