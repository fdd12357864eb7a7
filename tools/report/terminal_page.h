// Lines of a report for the terminal: wrapped, indented, in columns.
//
//   TerminalPage page(80, /*color=*/true);
//   page.Rule();
//   page.Line({{"Note: ", {.bold = true}}, {message, {}}});
//   std::cout << page.Take();
//
// Internal to tools/report. Not thread-safe.
#ifndef RASHOMON_TOOLS_REPORT_TERMINAL_PAGE_H_
#define RASHOMON_TOOLS_REPORT_TERMINAL_PAGE_H_

#include <string>
#include <string_view>
#include <vector>

#include "tools/report/styled_text.h"

namespace rashomon {

inline constexpr TextStyle kPlain = {};
inline constexpr TextStyle kDim = {.dim = true};
inline constexpr TextStyle kBold = {.bold = true};

class TerminalPage {
 public:
  // `width` columns: less than 24 is taken as 24, over 160 as 160, as two
  // columns of more than 78 are hard to read.
  TerminalPage(int width, bool color);

  int width() const { return width_; }
  bool color() const { return color_; }
  // Wide enough for two columns of text.
  bool side_by_side() const;

  static StyledText Text(const std::vector<StyledRun>& runs);

  // Wrapped to the width, each line indented.
  void Line(const std::vector<StyledRun>& runs, int indent = 0);
  // Wrapped beside `head`, which stands before the first line alone.
  void Item(const std::vector<StyledRun>& head,
            const std::vector<StyledRun>& runs, int indent = 0);
  void Put(int indent, const StyledLine& line);
  void Blank() { out_ += '\n'; }
  void Rule();

  // The texts of both lists side by side.
  void Columns(const std::vector<StyledText>& left,
               const std::vector<StyledText>& right, int indent);
  // One under the other; all but the first indented by `hang` more.
  void Stack(const std::vector<StyledText>& texts, int indent, int hang);

  std::string Take() { return std::move(out_); }

 private:
  void Pair(const StyledLine& left, const StyledLine& right, int indent,
            int column);

  int width_;
  bool color_;
  std::string out_;
};

// In capitals; `ascii` as it says.
std::string Upper(std::string_view ascii);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_TERMINAL_PAGE_H_
