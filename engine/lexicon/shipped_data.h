// The tables of engine/lexicon/data, as compiled in by the build.
#ifndef RASHOMON_ENGINE_LEXICON_SHIPPED_DATA_H_
#define RASHOMON_ENGINE_LEXICON_SHIPPED_DATA_H_

#include <string_view>
#include <vector>

namespace rashomon {

struct ShippedTable {
  std::string_view name;  // "hedges"
  std::string_view tsv;   // the file as it is
};

// In order of name; static storage.
const std::vector<ShippedTable>& ShippedTables();

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_LEXICON_SHIPPED_DATA_H_
