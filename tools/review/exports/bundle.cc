#include "tools/review/exports/bundle.h"

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "corpus/json_text.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/report/json_values.h"
#include "tools/review/exports/case_contents.h"
#include "tools/review/exports/case_html.h"
#include "tools/review/exports/case_json.h"
#include "tools/review/exports/flags_csv.h"
#include "tools/review/exports/zip_archive.h"
#include "tools/review/store/sha256.h"

namespace rashomon {
namespace {

using nlohmann::json;

constexpr std::string_view kSchema = "rashomon.bundle/1";
constexpr std::string_view kManifest = "manifest.json";
constexpr std::string_view kCase = "case.json";

std::vector<std::string_view> Names() {
  return {kManifest, kCase, "report.html", "flags.csv", "verdicts.csv"};
}

absl::Status Refused(std::string_view what) {
  return absl::InvalidArgumentError(StrCat("bundle: ", what));
}

OrderedJson InputOf(const CaseArticle& article) {
  OrderedJson input = OrderedJson::object();
  input["outlet"] = article.article.outlet;
  input["published"] = article.article.published;
  input["title"] = article.article.title;
  input["source"] = article.article.provenance.source;
  input["size_bytes"] = article.source_bytes;
  input["sha256"] = article.source_sha256;
  return input;
}

std::string ManifestOf(const CaseContents& contents,
                       const std::vector<ZipEntry>& files) {
  OrderedJson manifest = OrderedJson::object();
  manifest["schema"] = kSchema;
  OrderedJson& inputs = manifest["inputs"] = OrderedJson::array();
  for (const auto& [id, article] : contents.articles) {
    inputs.push_back(InputOf(article));
  }
  OrderedJson& list = manifest["files"] = OrderedJson::array();
  for (const ZipEntry& file : files) {
    list.push_back({{"name", file.name},
                    {"size_bytes", file.bytes.size()},
                    {"sha256", Sha256Hex(file.bytes)}});
  }
  return DumpJson(manifest, 1) + "\n";
}

using Files = std::map<std::string, std::string>;

absl::Status CheckFile(const json& noted, const Files& files) {
  const std::string name(StringMember(noted, "name"));
  const auto found = files.find(name);
  if (found == files.end() || name == kManifest) {
    return Refused(StrCat("the manifest names a file that is not there, \"",
                          name.substr(0, 40), "\""));
  }
  if (StringMember(noted, "sha256") != Sha256Hex(found->second)) {
    return Refused(StrCat(name, " does not have the hash that the manifest "
                                "notes; it was altered or damaged"));
  }
  return absl::OkStatus();
}

absl::Status CheckManifest(const Files& files) {
  const auto found = files.find(std::string(kManifest));
  if (found == files.end() || !files.contains(std::string(kCase))) {
    return Refused("holds no manifest.json or no case.json; only what case "
                   "export wrote can be imported");
  }
  RASHOMON_ASSIGN_OR_RETURN(const json manifest, ParseJson(found->second));
  if (!manifest.is_object() || StringMember(manifest, "schema") != kSchema) {
    return Refused(StrCat("its manifest is not of schema \"", kSchema, "\""));
  }
  const auto list = manifest.find("files");
  if (list == manifest.end() || !list->is_array() ||
      list->size() + 1 != files.size()) {
    return Refused("its manifest does not list the files that are there");
  }
  std::set<std::string_view> listed;
  for (const json& noted : *list) {
    if (!noted.is_object()) return Refused("its manifest lists no file");
    RASHOMON_RETURN_IF_ERROR(CheckFile(noted, files));
    if (!listed.insert(StringMember(noted, "name")).second) {
      return Refused("its manifest lists a file twice");
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::string> CaseToBundle(CaseFile* file) {
  RASHOMON_ASSIGN_OR_RETURN(Transaction moment,
                            Transaction::BeginRead(file->db()));
  RASHOMON_ASSIGN_OR_RETURN(std::string case_json, CaseToJson(file));
  RASHOMON_ASSIGN_OR_RETURN(const CaseContents contents, ReadContents(file));
  RASHOMON_ASSIGN_OR_RETURN(std::string verdicts, VerdictsToCsv(file));
  std::vector<ZipEntry> entries;
  entries.push_back({std::string(kCase), std::move(case_json)});
  entries.push_back({"report.html", ContentsToHtml(contents)});
  entries.push_back({"flags.csv", FlagsToCsv(contents)});
  entries.push_back({"verdicts.csv", std::move(verdicts)});
  ZipEntry manifest{std::string(kManifest), ManifestOf(contents, entries)};
  entries.insert(entries.begin(), std::move(manifest));
  return MakeZip(entries);
}

bool LooksLikeBundle(std::string_view bytes) {
  return bytes.starts_with("PK");
}

absl::Status CaseFromBundle(std::string_view zip, const BundleLimits& limits,
                            CaseFile* empty) {
  RASHOMON_ASSIGN_OR_RETURN(
      const Files files, ReadZip(zip, Names(), limits.max_unpacked_bytes));
  RASHOMON_RETURN_IF_ERROR(CheckManifest(files));
  return CaseFromJson(files.at(std::string(kCase)), empty);
}

}  // namespace rashomon
