#include "engine/text/sentence.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>

#include "engine/base/strings.h"

namespace rashomon {

std::vector<Span> SplitSentences(std::string_view field_text, Field field,
                                 const std::vector<Span>& residue,
                                 const SentenceOptions& options) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> it(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(),
                                                 status));
  UText* utext =
      utext_openUTF8(nullptr, field_text.data(),
                     static_cast<int64_t>(field_text.size()), &status);
  it->setText(utext, status);
  std::vector<Span> out;
  int begin = it->first();
  for (int end = it->next(); end != icu::BreakIterator::DONE;
       begin = end, end = it->next()) {
    const std::string_view s =
        StripAsciiSpace(field_text.substr(begin, end - begin));
    if (s.empty()) continue;
    const std::size_t b = static_cast<std::size_t>(s.data() - field_text.data());
    const Span span{field, b, b + s.size()};
    bool in_residue = false;
    for (const Span& r : residue) in_residue = in_residue || Overlaps(r, span);
    if (!in_residue) out.push_back(span);
  }
  utext_close(utext);
  return out;
}

}  // namespace rashomon
