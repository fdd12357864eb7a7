// What a file's name says of the article in it.
//
//   FileNameHints h = ReadFileName("in/example-news_2021-04-28.txt", registry);
//   h.outlet == "example-news"; h.published == "2021-04-28";
#ifndef RASHOMON_CORPUS_FILE_NAME_HINTS_H_
#define RASHOMON_CORPUS_FILE_NAME_HINTS_H_

#include <string>
#include <string_view>

#include "corpus/outlet_registry.h"

namespace rashomon {

struct FileNameHints {
  std::string outlet;     // the registry's name, else as written; may be ""
  std::string published;  // ISO 8601 day; may be ""
};

// Reads OUTLET_DATE, DATE_OUTLET and OUTLET, with "_", "-", "." or a space
// between; the date as 2021-04-28, 2021_04_28 or 20210428. An outlet that the
// registry does not know counts only beside a date, since "left.txt" names
// none. "" and "-" have no hints.
FileNameHints ReadFileName(std::string_view path,
                           const OutletRegistry& registry);

}  // namespace rashomon

#endif  // RASHOMON_CORPUS_FILE_NAME_HINTS_H_
