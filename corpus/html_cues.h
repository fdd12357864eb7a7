// What class and id names say of an element: corpus/data/html_cues.tsv.
//
//   HtmlCues::Shipped().Read("articleBody_main").content == true
#ifndef RASHOMON_CORPUS_HTML_CUES_H_
#define RASHOMON_CORPUS_HTML_CUES_H_

#include <memory>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace rashomon {

struct HtmlCue {
  bool content = false;
  bool drop = false;
  bool weak = false;
  bool keep = false;
  bool pop_up = false;
};

// "articleBody_main wide" -> "article-body-main wide".
std::string SplitNames(std::string_view names);

// Immutable; thread-safe.
class HtmlCues {
 public:
  static const HtmlCues& Shipped();
  static absl::StatusOr<HtmlCues> FromTsv(std::string_view tsv,
                                          std::string_view source);
  HtmlCues(HtmlCues&&);
  HtmlCues& operator=(HtmlCues&&);
  ~HtmlCues();

  // `names` is the value of class and id, with a space between.
  HtmlCue Read(std::string_view names) const;

 private:
  struct Compiled;
  explicit HtmlCues(std::unique_ptr<Compiled> compiled);
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace rashomon

#endif  // RASHOMON_CORPUS_HTML_CUES_H_
