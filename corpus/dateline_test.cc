#include "corpus/dateline.h"

#include <gtest/gtest.h>

#include <string>

namespace rashomon {
namespace {

struct Case {
  const char* line;
  const char* place;
  const char* date;
  const char* agency;
};

TEST(DatelineTest, KnowsTheFormsOfAgencies) {
  const Case cases[] = {
      {"GENEVA, May 4. /TASS/. Talks went on.", "GENEVA", "May 4", "TASS"},
      {"GENEVA, May 4 /TASS/. Talks went on.", "GENEVA", "May 4", "TASS"},
      {"ЖЕНЕВА, 4 мая. /ТАСС/. Переговоры шли.", "ЖЕНЕВА", "4 мая", "ТАСС"},
      {"ЖЕНЕВА, 4 мая — РИА Новости. Переговоры шли.", "ЖЕНЕВА", "4 мая",
       "РИА Новости"},
      {"Женева. 4 мая. ИНТЕРФАКС - Переговоры шли.", "Женева", "4 мая",
       "ИНТЕРФАКС"},
      {"GENEVA (Reuters) - Talks went on.", "GENEVA", "", "Reuters"},
      {"GENEVA, Switzerland (AP) — Talks went on.", "GENEVA, Switzerland", "",
       "AP"},
      {"GENEVA, May 4 (Xinhua) -- Talks went on.", "GENEVA", "May 4",
       "Xinhua"},
      {"(Reuters) - Talks went on.", "", "", "Reuters"},
      {"GENEVA -- Talks went on.", "GENEVA", "", ""},
      {"  GENEVA — Talks went on.", "GENEVA", "", ""},
      {"GENEVA, May 4. Talks went on.", "GENEVA", "May 4", ""},
      {"GENEVA, May 4 - Talks went on.", "GENEVA", "May 4", ""},
      {"RIO DE JANEIRO, May 4 – Talks went on.", "RIO DE JANEIRO", "May 4",
       ""},
  };
  for (const Case& c : cases) {
    const Dateline d = FindDateline(c.line);
    EXPECT_EQ(d.place, c.place) << c.line;
    EXPECT_EQ(d.date, c.date) << c.line;
    EXPECT_EQ(d.agency, c.agency) << c.line;
  }
}

TEST(DatelineTest, OrdinarySentencesHaveNone) {
  for (const char* line :
       {"Talks went on in Geneva (Switzerland) - again.", "US -- he said",
        "The minister, May 4, spoke.", "", "Geneva", "“GENEVA” -- he wrote",
        "Prices rose 4/5/6 percent."}) {
    EXPECT_FALSE(FindDateline(line).found()) << line;
  }
}

TEST(DatelineTest, LongLinesAreCutNotSearched) {
  EXPECT_FALSE(FindDateline(std::string(1 << 20, 'A')).found());
}

}  // namespace
}  // namespace rashomon
