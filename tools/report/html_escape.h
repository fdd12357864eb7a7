// Text made safe to stand in a page. Article text is hostile: nothing of it
// reaches the page but through these two functions.
//
//   EscapeHtml("<b> & co") == "&lt;b&gt; &amp; co";
//   EscapeAttribute("\u202ex") == "[U+202E]x";
//
// Controls that act unseen are shown: in text as a boxed code
// (<span class="ctl">U+202E</span>), in attributes in brackets. Bytes that are
// not UTF-8 become U+FFFD. Thread-safe; linear.
#ifndef RASHOMON_TOOLS_REPORT_HTML_ESCAPE_H_
#define RASHOMON_TOOLS_REPORT_HTML_ESCAPE_H_

#include <string>
#include <string_view>

namespace rashomon {

// For the content of an element (not of script or style).
std::string EscapeHtml(std::string_view text);

// For an attribute's value between double quotes.
std::string EscapeAttribute(std::string_view text);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_HTML_ESCAPE_H_
