// News-like text of any size, invented, the same in every run: what the
// benchmarks read, so that they need no data folder.
//
//   std::string text = NewsText(100'000);   // about 100 kB of English
#ifndef RASHOMON_BENCHMARKS_NEWS_TEXT_H_
#define RASHOMON_BENCHMARKS_NEWS_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace rashomon {

enum class NewsLanguage { kEnglish, kRussian };

// Paragraphs of one to four sentences with names, numbers, dates, quotations
// and reporting verbs. At least `bytes` bytes, at most a paragraph more. Equal
// arguments give equal text.
std::string NewsText(std::size_t bytes,
                     NewsLanguage language = NewsLanguage::kEnglish,
                     std::uint32_t seed = 1);

// `count` sentences of the same kind.
std::vector<std::string> NewsSentences(
    std::size_t count, NewsLanguage language = NewsLanguage::kEnglish,
    std::uint32_t seed = 1);

}  // namespace rashomon

#endif  // RASHOMON_BENCHMARKS_NEWS_TEXT_H_
