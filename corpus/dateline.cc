#include "corpus/dateline.h"

#include <re2/re2.h>

#include <array>
#include <string>

#include "engine/base/strings.h"

namespace rashomon {
namespace {

constexpr std::size_t kMaxDatelineBytes = 200;

// Letters are those of Latin and Cyrillic: the classes of all Unicode make the
// automaton so large that building it takes longer than a comparison.
// Repetitions are not counted: they would multiply it, and the line is cut to
// kMaxDatelineBytes anyway.
constexpr char kUpper[] = "A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐ";
constexpr char kLower[] = "a-zß-žа-яёіїєґ";
constexpr char kLetter[] = "A-Za-zÀ-žА-яЁёІіЇїЄєҐґ";

// The parts of a dateline, as patterns.
struct Parts {
  const std::string up = StrCat("[", kUpper, "]");
  const std::string word = StrCat(up, "[", kLetter, R"(.’'\-]*)");
  // "WASHINGTON", "NEW YORK", "САНКТ-ПЕТЕРБУРГ": three capitals in a row, so
  // that "US --" or "I -" is none.
  const std::string capitals = StrCat(up, up, up, "[", kUpper, R"(.’'\- ]*)");
  // "Washington", "Rio de Janeiro".
  const std::string place =
      StrCat(word, "(?: (?:de |da |la |al |el |на |и )?", word, ")*");
  // A country or state after it, or "/" and a second place.
  const std::string region =
      StrCat("(?:(?:, | ?/ ?)", up, "[", kLetter, R"(. ’'\-]*)?)");
  // A day and month, or an ISO date.
  const std::string date =
      StrCat("(?:", up, "[", kLower, R"(]+\.? \d{1,2}(?:, \d{4})?|\d{1,2} [)",
             kLetter, R"(]+\.?(?:,? \d{4})?(?: г(?:ода|\.))?|)",
             R"(\d{4}-\d{2}-\d{2}))");
  const std::string agency =
      StrCat("[", kLetter, "][", kLetter, R"(\d. &'’\-]*?)");
  // Where no bracket marks it: every word starts with a capital.
  const std::string bare_agency = StrCat(word, "(?: ", word, ")*");
  const std::string dash = "(?:--|—|–|-)";
};

struct Form {
  RE2 pattern;
  int place, date, agency;  // numbers of the groups; 0 for none
};

using FormList = std::array<Form, 6>;

FormList* MakeForms() {
  const Parts p;
  return new FormList{{
      // GENEVA, May 4. /AGENCY/.
      {RE2(StrCat("^(", p.place, p.region, ")(?:[,.] (", p.date, R"())?\.? ?/()",
                  p.agency, ")/")),
       1, 2, 3},
      // GENEVA, May 4 (Agency) --
      {RE2(StrCat("^(?:(", p.place, p.region, "),? )?(?:(", p.date,
                  R"()[,.]? )?\(()", p.agency, R"()\) ?)", p.dash,
                  "(?: |$)")),
       1, 2, 3},
      // ЖЕНЕВА, 4 мая — Агентство.
      {RE2(StrCat("^(", p.capitals, p.region, "), (", p.date, ") ?", p.dash,
                  " (", p.bare_agency, ")[.,]")),
       1, 2, 3},
      // Женева. 4 мая. AGENCY -
      {RE2(StrCat("^(", p.place, R"()\. ()", p.date, R"()\.? ()",
                  p.bare_agency, ") ?", p.dash, " ")),
       1, 2, 3},
      // GENEVA, May 4. Talks went on; GENEVA, May 4 - Talks went on
      {RE2(StrCat("^(", p.capitals, p.region, "), (", p.date, ")(?:\\.| ?",
                  p.dash, ") ")),
       1, 2, 0},
      // GENEVA, May 4 --
      {RE2(StrCat("^(", p.capitals, p.region, ")(?:, (", p.date, "))? ?",
                  "(?:--|—|–) ?")),
       1, 2, 0},
  }};
}

const FormList& Forms() {
  static const FormList* const forms = MakeForms();
  return *forms;
}

std::string_view View(const re2::StringPiece& piece) {
  return StripAsciiSpace(std::string_view(piece.data(), piece.size()));
}

}  // namespace

Dateline FindDateline(std::string_view line) {
  line = StripAsciiSpace(line).substr(0, kMaxDatelineBytes);
  const re2::StringPiece piece(line.data(), line.size());
  for (const Form& form : Forms()) {
    std::array<re2::StringPiece, 4> groups;
    if (!form.pattern.Match(piece, 0, piece.size(), RE2::UNANCHORED,
                            groups.data(), static_cast<int>(groups.size()))) {
      continue;
    }
    Dateline dateline;
    if (form.place != 0) dateline.place = View(groups[form.place]);
    if (form.date != 0) dateline.date = View(groups[form.date]);
    if (dateline.date.ends_with('.')) dateline.date.remove_suffix(1);
    if (form.agency != 0) dateline.agency = View(groups[form.agency]);
    return dateline;
  }
  return {};
}

}  // namespace rashomon
