// Text for a terminal: measured in columns, wrapped by Unicode's rules, and
// safe to print.
//
//   StyledText text;
//   text.Append("The ship ", {.dim = true});
//   text.Append("may", {.bold = true, .color = 172});
//   for (const StyledLine& line : Wrap(text, 38)) line.Render(/*color=*/true);
//
// Columns: a grapheme cluster takes 2 where its East Asian Width (UAX #11) is
// wide or full or it is shown as an emoji, 0 where it is a mark or format
// character alone, else 1. Lines break where UAX #14 allows; a word longer than
// a line breaks between clusters. Time linear. Thread-safe.
#ifndef RASHOMON_TOOLS_REPORT_STYLED_TEXT_H_
#define RASHOMON_TOOLS_REPORT_STYLED_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

namespace rashomon {

struct TextStyle {
  bool bold = false;
  bool dim = false;
  bool underline = false;
  int color = -1;  // of the 256-colour palette; -1: the terminal's own
  friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

struct StyledRun {
  std::string text;
  TextStyle style;
};

// One line: runs without line breaks.
struct StyledLine {
  std::vector<StyledRun> runs;
  int width = 0;  // columns

  // With escape sequences for the styles, or without any.
  std::string Render(bool color) const;
};

class StyledText {
 public:
  // Adds `text`, made safe: controls that act unseen become "<U+202E>", bytes
  // that are not UTF-8 U+FFFD, white space of any kind single spaces.
  void Append(std::string_view text, const TextStyle& style = {});

  const std::vector<StyledRun>& runs() const { return runs_; }

 private:
  std::vector<StyledRun> runs_;
};

// The columns that `text` takes; text as StyledText makes it.
int DisplayWidth(std::string_view text);

// Lines of at most `width` columns (at least 2), without spaces at their ends.
// One empty line for no text.
std::vector<StyledLine> Wrap(const StyledText& text, int width);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_STYLED_TEXT_H_
