// The language of a text: English, Russian, or another.
//
//   LanguageGuess guess = DetectLanguage(text);
//   guess.language == "ru"; guess.share == 0.97;
#ifndef RASHOMON_ENGINE_TEXT_LANGUAGE_H_
#define RASHOMON_ENGINE_TEXT_LANGUAGE_H_

#include <string>
#include <string_view>

namespace rashomon {

struct LanguageGuess {
  // "en", "ru"; "other" for a language the engine does not read (Ukrainian,
  // French, Chinese ...); "und" where there is too little text to tell.
  std::string language;
  double share = 0;  // 0..1: how much of the text speaks for it
};

// By script, then by frequent function words. Linear time; looks at the first
// 20,000 bytes at most. Thread-safe.
LanguageGuess DetectLanguage(std::string_view utf8);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_LANGUAGE_H_
