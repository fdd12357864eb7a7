// The page's style, script and frame, compiled in from assets/.
#ifndef RASHOMON_TOOLS_REPORT_ASSETS_H_
#define RASHOMON_TOOLS_REPORT_ASSETS_H_

#include <string_view>

namespace rashomon::assets {

extern const std::string_view kPageHtml;  // with {{names}} to fill in
extern const std::string_view kPageCss;
extern const std::string_view kPageJs;
// SHA-256 in base64, as a Content-Security-Policy names inline parts.
extern const std::string_view kPageCssHash;
extern const std::string_view kPageJsHash;

}  // namespace rashomon::assets

#endif  // RASHOMON_TOOLS_REPORT_ASSETS_H_
