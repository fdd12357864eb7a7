// Outlets: names, domains, country, owner and funding, as data.
//
//   RASHOMON_ASSIGN_OR_RETURN(OutletRegistry registry,
//                             OutletRegistry::Shipped());
//   const Outlet* o = registry.FindByName("tass");     // or by domain
//   o->owner_family == "russian-state";
//
// The shipped table is corpus/data/outlets.tsv; users add rows in a file of the
// same form, which win over shipped ones. Nothing in the engine depends on an
// outlet's name; the owner family only decides what counts as one voice.
#ifndef RASHOMON_CORPUS_OUTLET_REGISTRY_H_
#define RASHOMON_CORPUS_OUTLET_REGISTRY_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/base/strings.h"

namespace rashomon {

struct Outlet {
  std::string id;                    // "tass"
  std::string name;                  // "TASS"
  std::vector<std::string> aliases;  // other names, file-name forms
  std::vector<std::string> domains;  // "tass.com", "tass.ru"
  std::string country;               // ISO 3166-1 alpha-2
  std::string owner;                 // as the outlet or public record states it
  std::string owner_family;          // outlets of one family count as one voice
  std::string funding;               // as the outlet or public record states it
  std::string source;                // where owner and funding are stated
};

// Immutable after loading; then thread-safe.
class OutletRegistry {
 public:
  // The table compiled into the program.
  static absl::StatusOr<OutletRegistry> Shipped();

  // Adds the rows of a TSV table with the header of corpus/data/outlets.tsv. A row
  // whose id is known replaces it. InvalidArgument names `source` and the line.
  absl::Status AddTsv(std::string_view tsv, std::string_view source);

  // By id, name or alias, without regard to case and punctuation. nullptr
  // where unknown. Valid as long as the registry is not changed.
  const Outlet* FindByName(std::string_view name) const;

  // By the host of a URL or a bare domain; subdomains match ("www.rt.com").
  const Outlet* FindByDomain(std::string_view url_or_domain) const;

  const std::vector<Outlet>& outlets() const { return outlets_; }

 private:
  void Put(Outlet outlet);
  void Index();

  std::vector<Outlet> outlets_;
  StringMap<std::size_t> by_name_;
  StringMap<std::size_t> by_domain_;
};

}  // namespace rashomon

#endif  // RASHOMON_CORPUS_OUTLET_REGISTRY_H_
