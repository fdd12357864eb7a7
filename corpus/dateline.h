// The dateline at the front of a report: place, date and agency.
//
//   Dateline d = FindDateline("GENEVA, May 4 (AGENCY) -- Talks went on");
//   d.place == "GENEVA"; d.date == "May 4"; d.agency == "AGENCY";
//
// Known forms, in English and Russian:
//   GENEVA, May 4. /AGENCY/.     GENEVA (Agency) -     (Agency) -
//   GENEVA, May 4 (Agency) --    GENEVA --             ЖЕНЕВА, 4 мая. /АГЕНТСТВО/.
//   GENEVA, May 4. Talks ...     GENEVA, May 4 - Talks ...
//   ЖЕНЕВА, 4 мая — Агентство.   Женева. 4 мая. AGENCY -
// The dateline is the outlet's own and stays in the text.
#ifndef RASHOMON_CORPUS_DATELINE_H_
#define RASHOMON_CORPUS_DATELINE_H_

#include <string_view>

namespace rashomon {

// Views into the line. Empty where the dateline has no such part.
struct Dateline {
  std::string_view place;
  std::string_view date;
  std::string_view agency;
  bool found() const { return !place.empty() || !agency.empty(); }
};

// The dateline at the front of a line, white space before it allowed. Only the
// first 200 bytes are looked at. Thread-safe.
Dateline FindDateline(std::string_view line);

}  // namespace rashomon

#endif  // RASHOMON_CORPUS_DATELINE_H_
