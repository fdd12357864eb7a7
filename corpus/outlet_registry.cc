#include "corpus/outlet_registry.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <utility>

#include "corpus/outlets.h"
#include "corpus/text_line.h"
#include "engine/base/status_macros.h"

namespace rashomon {
namespace {

constexpr std::array<std::string_view, 9> kColumns = {
    "id",    "name",         "aliases", "domains", "country",
    "owner", "owner_family", "funding", "source"};

// Letters and digits in lower case, without a leading "the": "R.T." and "rt",
// "The Times-of India" and "timesofindia" are one name.
std::string NameKey(std::string_view name) {
  name = TrimSpace(name);
  std::string key;
  const auto length = static_cast<int32_t>(name.size());
  for (int32_t at = 0; at < length;) {
    UChar32 c;
    U8_NEXT(name.data(), at, length, c);
    if (c < 0 || !u_isalnum(c)) continue;
    char bytes[U8_MAX_LENGTH];
    int32_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, u_tolower(c));
    key.append(bytes, static_cast<std::size_t>(size));
  }
  constexpr std::string_view kArticle = "the";
  const bool article = name.size() > 4 && key.starts_with(kArticle) &&
                       (name[3] == ' ' || name[3] == '-' || name[3] == '_');
  return article ? key.substr(kArticle.size()) : key;
}

std::string AsciiLower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// "https://user@www.rt.com:443/news?x" -> "www.rt.com".
std::string HostOf(std::string_view url) {
  if (const std::size_t scheme = url.find("//");
      scheme != std::string_view::npos) {
    url.remove_prefix(scheme + 2);
  }
  url = url.substr(0, url.find_first_of("/?#"));
  if (const std::size_t at = url.rfind('@'); at != std::string_view::npos) {
    url.remove_prefix(at + 1);
  }
  url = url.substr(0, url.find(':'));
  while (url.ends_with('.')) url.remove_suffix(1);
  return AsciiLower(StripAsciiSpace(url));
}

std::vector<std::string> List(std::string_view cell) {
  std::vector<std::string> items;
  for (std::string_view item : SplitOn(cell, ';')) {
    item = StripAsciiSpace(item);
    if (!item.empty()) items.emplace_back(item);
  }
  return items;
}

Outlet OutletFromCells(const std::vector<std::string_view>& cells) {
  Outlet outlet;
  outlet.id = std::string(cells[0]);
  outlet.name = std::string(cells[1]);
  outlet.aliases = List(cells[2]);
  outlet.domains = List(cells[3]);
  outlet.country = std::string(cells[4]);
  outlet.owner = std::string(cells[5]);
  outlet.owner_family = std::string(cells[6]);
  outlet.funding = std::string(cells[7]);
  outlet.source = std::string(cells[8]);
  if (outlet.owner_family.empty()) outlet.owner_family = outlet.id;
  return outlet;
}

absl::Status RowError(std::string_view source, int line,
                      std::string_view what) {
  return absl::InvalidArgumentError(StrCat(source, ":", line, ": ", what));
}

absl::Status CheckHeader(const std::vector<std::string_view>& cells,
                         std::string_view source, int line) {
  if (std::equal(cells.begin(), cells.end(), kColumns.begin(),
                 kColumns.end())) {
    return absl::OkStatus();
  }
  std::string columns;
  for (std::string_view column : kColumns) {
    StrAppend(&columns, columns.empty() ? "" : ", ", column);
  }
  return RowError(source, line,
                  StrCat("the header of an outlet table is ", columns,
                         ", parted by tabs"));
}

absl::StatusOr<Outlet> ParseRow(std::string_view row, std::string_view source,
                                int line) {
  const std::vector<std::string_view> cells = SplitOn(row, '\t');
  if (cells.size() != kColumns.size()) {
    return RowError(source, line,
                    StrCat("has ", cells.size(), " columns, needs ",
                           kColumns.size(), " parted by tabs"));
  }
  if (cells[0].empty() || cells[1].empty()) {
    return RowError(source, line, "needs an id and a name");
  }
  return OutletFromCells(cells);
}

absl::StatusOr<std::vector<Outlet>> ParseTable(std::string_view tsv,
                                               std::string_view source) {
  std::vector<Outlet> outlets;
  bool header = true;
  int number = 0;
  for (std::string_view row : SplitOn(tsv, '\n')) {
    ++number;
    if (row.ends_with('\r')) row.remove_suffix(1);
    if (row.empty() || row.front() == '#') continue;
    if (std::exchange(header, false)) {
      RASHOMON_RETURN_IF_ERROR(CheckHeader(SplitOn(row, '\t'), source, number));
      continue;
    }
    RASHOMON_ASSIGN_OR_RETURN(Outlet outlet, ParseRow(row, source, number));
    outlets.push_back(std::move(outlet));
  }
  if (header) {
    return absl::InvalidArgumentError(
        StrCat(source, ": no header; an outlet table starts with one"));
  }
  return outlets;
}

}  // namespace

absl::StatusOr<OutletRegistry> OutletRegistry::Shipped() {
  OutletRegistry registry;
  RASHOMON_RETURN_IF_ERROR(registry.AddTsv(OutletsTsv(), "outlets.tsv"));
  return registry;
}

absl::Status OutletRegistry::AddTsv(std::string_view tsv,
                                    std::string_view source) {
  RASHOMON_ASSIGN_OR_RETURN(std::vector<Outlet> rows, ParseTable(tsv, source));
  for (Outlet& row : rows) Put(std::move(row));
  Index();
  return absl::OkStatus();
}

void OutletRegistry::Put(Outlet outlet) {
  for (Outlet& known : outlets_) {
    if (known.id == outlet.id) {
      known = std::move(outlet);
      return;
    }
  }
  outlets_.push_back(std::move(outlet));
}

void OutletRegistry::Index() {
  by_name_.clear();
  by_domain_.clear();
  for (std::size_t i = 0; i < outlets_.size(); ++i) {
    const Outlet& outlet = outlets_[i];
    // A later row wins a name or domain that two rows claim, so that users'
    // rows win over shipped ones.
    for (const std::string& alias : outlet.aliases) {
      by_name_[NameKey(alias)] = i;
    }
    for (const std::string& domain : outlet.domains) {
      by_domain_[HostOf(domain)] = i;
    }
  }
  // Ids and names go before any alias.
  for (std::size_t i = 0; i < outlets_.size(); ++i) {
    by_name_[NameKey(outlets_[i].id)] = i;
    by_name_[NameKey(outlets_[i].name)] = i;
  }
  by_name_.erase("");
  by_domain_.erase("");
}

const Outlet* OutletRegistry::FindByName(std::string_view name) const {
  const auto found = by_name_.find(NameKey(name));
  return found == by_name_.end() ? nullptr : &outlets_[found->second];
}

const Outlet* OutletRegistry::FindByDomain(
    std::string_view url_or_domain) const {
  const std::string host = HostOf(url_or_domain);
  for (std::string_view part = host; !part.empty();) {
    if (const auto found = by_domain_.find(part); found != by_domain_.end()) {
      return &outlets_[found->second];
    }
    const std::size_t dot = part.find('.');
    if (dot == std::string_view::npos) break;
    part.remove_prefix(dot + 1);
  }
  return nullptr;
}

}  // namespace rashomon
