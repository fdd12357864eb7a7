#include "engine/text/word.h"

#include <libstemmer.h>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <utility>

#include "engine/text/normalize.h"

namespace rashomon {
namespace {

UChar32 FirstCodePoint(std::string_view utf8) {
  UChar32 c = 0;
  int i = 0;
  const int size = static_cast<int>(utf8.size());
  U8_NEXT_OR_FFFD(utf8.data(), i, size, c);
  return c;
}

}  // namespace

class WordSplitter::Impl {
 public:
  Impl()
      : english_(sb_stemmer_new("english", nullptr)),
        russian_(sb_stemmer_new("russian", nullptr)) {
    UErrorCode status = U_ZERO_ERROR;
    words_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(),
                                                        status));
  }
  ~Impl() {
    sb_stemmer_delete(english_);
    sb_stemmer_delete(russian_);
  }

  std::string Stem(std::string_view normal) {
    if (normal.empty()) return {};
    const UChar32 first = FirstCodePoint(normal);
    sb_stemmer* stemmer =
        first >= 0x400 && first < 0x530 ? russian_ : english_;
    const sb_symbol* stem = sb_stemmer_stem(
        stemmer, reinterpret_cast<const sb_symbol*>(normal.data()),
        static_cast<int>(normal.size()));
    return std::string(reinterpret_cast<const char*>(stem),
                       static_cast<std::size_t>(sb_stemmer_length(stemmer)));
  }

  std::vector<Word> Split(std::string_view field_text, Span within) {
    const std::string_view text = Slice(field_text, within);
    std::vector<Word> out;
    UErrorCode status = U_ZERO_ERROR;
    UText* utext = utext_openUTF8(nullptr, text.data(),
                                  static_cast<int64_t>(text.size()), &status);
    words_->setText(utext, status);
    int begin = words_->first();
    for (int end = words_->next(); end != icu::BreakIterator::DONE;
         begin = end, end = words_->next()) {
      const std::string_view token = text.substr(begin, end - begin);
      const UChar32 c = FirstCodePoint(token);
      if (u_isUWhiteSpace(c)) continue;
      Word word;
      word.span = {within.field, within.begin + begin, within.begin + end};
      word.kind = u_isalpha(c)   ? WordKind::kWord
                  : u_isdigit(c) ? WordKind::kNumber
                                 : WordKind::kPunctuation;
      word.capitalized = u_isupper(c);
      word.normal = NormalForm(token);
      word.stem =
          word.kind == WordKind::kWord ? Stem(word.normal) : word.normal;
      out.push_back(std::move(word));
    }
    utext_close(utext);
    return out;
  }

 private:
  std::unique_ptr<icu::BreakIterator> words_;
  sb_stemmer* english_;
  sb_stemmer* russian_;
};

WordSplitter::WordSplitter() : impl_(std::make_unique<Impl>()) {}
WordSplitter::WordSplitter(WordSplitter&&) noexcept = default;
WordSplitter& WordSplitter::operator=(WordSplitter&&) noexcept = default;
WordSplitter::~WordSplitter() = default;

std::vector<Word> WordSplitter::Split(std::string_view field_text,
                                      Span within) {
  return impl_->Split(field_text, within);
}
std::string WordSplitter::Stem(std::string_view normal) {
  return impl_->Stem(normal);
}

}  // namespace rashomon
