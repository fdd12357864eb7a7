// The pages' styles, script and frames, compiled in from assets/.
#ifndef RASHOMON_TOOLS_REPORT_ASSETS_H_
#define RASHOMON_TOOLS_REPORT_ASSETS_H_

#include <string_view>

namespace rashomon::assets {

// Frames, with {{names}} to fill in.
extern const std::string_view kPageHtml;   // two articles
extern const std::string_view kStoryHtml;  // a story
extern const std::string_view kShapesHtml;  // the kinds' shapes, for every page
extern const std::string_view kBaseCss;  // of every page
extern const std::string_view kPageCss;
extern const std::string_view kStoryCss;
extern const std::string_view kPageJs;
// SHA-256 in base64, as a Content-Security-Policy names inline parts.
extern const std::string_view kBaseCssHash;
extern const std::string_view kPageCssHash;
extern const std::string_view kStoryCssHash;
extern const std::string_view kPageJsHash;

}  // namespace rashomon::assets

#endif  // RASHOMON_TOOLS_REPORT_ASSETS_H_
