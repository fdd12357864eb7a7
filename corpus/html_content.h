// The main text of a web page, by structure.
//
//   HtmlContent c = FindMainText(tree);
//   c.paragraphs[0].text, c.removed[0].reason
//
// Method, in the line of Readability (Arc90, 2009), Boilerpipe (Kohlschütter
// et al., 2010) and Trafilatura (Barbaresi, 2021): the page is cut into blocks
// of text; what navigation, asides, captions, prompts and the like hold is set
// aside by tag and by class-name cues (html_cues.h); blocks score for length
// and commas and hand their score to the elements above them, less the share
// of links; the best element, with siblings like it, is the article; within
// it, link lists and residue (residue.h) go out. Where too little is left the
// rules are relaxed step by step.
#ifndef RASHOMON_CORPUS_HTML_CONTENT_H_
#define RASHOMON_CORPUS_HTML_CONTENT_H_

#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "corpus/html_tree.h"

namespace rashomon {

struct HtmlContent {
  std::vector<std::string> paragraphs;
  // What stood within the article's element and was taken out. Offsets count
  // bytes of the page's visible text, as the tree gives it.
  std::vector<RemovedText> removed;
};

// Time linear in the tree's size. Thread-safe. `title` is the article's, so
// that it is not repeated in the text.
HtmlContent FindMainText(const HtmlTree& tree, std::string_view title);

}  // namespace rashomon

#endif  // RASHOMON_CORPUS_HTML_CONTENT_H_
