#include "corpus/html_metadata.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "corpus/json_text.h"
#include "corpus/text_line.h"
#include "engine/base/date.h"
#include "engine/base/strings.h"
#include "engine/text/date_expression.h"

namespace rashomon {
namespace {

using nlohmann::json;

// Longer values are text that strayed into a field.
constexpr std::size_t kMaxTitleBytes = 500;
constexpr std::size_t kMaxBylineBytes = 200;
constexpr std::size_t kMaxDateBytes = 64;
constexpr std::size_t kMaxAuthors = 8;

// In the order of belief, in lower case.
constexpr std::array<std::string_view, 4> kTitleNames = {
    "og:title", "twitter:title", "dc.title", "parsely-title"};
constexpr std::array<std::string_view, 18> kDateNames = {
    "article:published_time", "og:published_time", "article:published",
    "datepublished",          "dc.date.issued",    "dcterms.created",
    "dc.date",                "dc.date.created",   "parsely-pub-date",
    "sailthru.date",          "publish-date",      "publishdate",
    "publish_date",           "pubdate",           "publication_date",
    "date",                   "article.published", "article_date_original"};
constexpr std::array<std::string_view, 6> kOutletNames = {
    "og:site_name", "application-name", "dc.publisher", "publisher",
    "twitter:app:name:iphone", "al:ios:app_name"};
constexpr std::array<std::string_view, 8> kAuthorNames = {
    "author",       "article:author", "parsely-author",    "sailthru.author",
    "dc.creator",   "byl",            "dcterms.creator",   "article.author"};

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string Tidy(std::string_view text) {
  std::string tidy;
  for (char c : TrimSpace(text)) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      tidy.push_back(c);
    } else if (!tidy.ends_with(' ')) {
      tidy.push_back(' ');
    }
  }
  return tidy;
}

bool IsAddress(std::string_view text) {
  return text.find("://") != std::string_view::npos || text.starts_with("/") ||
         text.starts_with("@");
}

std::string TwoDigits(int n) { return StrCat(n < 10 ? "0" : "", n); }

// Content systems write the year 1 where they know none.
constexpr int kEarliestYear = 1900;

// An ISO date as it is; another one written out in ISO form; else "".
std::string IsoDate(std::string_view text) {
  text = TrimSpace(text.substr(0, kMaxDateBytes));
  if (const std::optional<Date> day = ParseIsoDate(text)) {
    if (day->year() < kEarliestYear) return "";
    return std::string(text.substr(0, text.find_first_of(" \t\n(")));
  }
  const Span whole{Field::kText, 0, text.size()};
  for (const DateExpression& date : FindDates(text, whole)) {
    const std::optional<Date> day = date.day_if_complete();
    if (!day || day->year() < kEarliestYear) continue;
    std::string iso = FormatIsoDate(*day);
    if (date.minute_of_day) {
      StrAppend(&iso, "T", TwoDigits(*date.minute_of_day / 60), ":",
                TwoDigits(*date.minute_of_day % 60));
    }
    return iso;
  }
  return "";
}

void Put(std::string value, std::string_view from, MetaValue* field) {
  if (!field->value.empty() || value.empty()) return;
  *field = {std::move(value), std::string(from)};
}

// "Example News | World, Sport" is "Example News"; an address is no name.
void PutOutlet(std::string_view value, std::string_view from,
               MetaValue* field) {
  const std::string name = Tidy(value.substr(0, value.find(" | ")));
  if (!IsAddress(name)) Put(name, from, field);
}

void PutByline(std::string_view value, std::string_view from,
               MetaValue* field) {
  std::string name = Tidy(value);
  for (std::string_view by : {"By ", "by ", "BY "}) {
    if (name.starts_with(by)) name.erase(0, by.size());
  }
  name = Tidy(name.substr(0, name.find(" | ")));
  if (IsAddress(name) || name.size() > kMaxBylineBytes) return;
  Put(std::move(name), from, field);
}

// ---- JSON-LD

bool IsArticleType(std::string_view type) {
  constexpr std::array<std::string_view, 5> kEndings = {
      "Article", "Posting", "Report", "Review", "Analysis"};
  return std::any_of(
      kEndings.begin(), kEndings.end(),
      [&](std::string_view ending) { return type.ends_with(ending); });
}

bool HasArticleType(const json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  if (type->is_string()) {
    return IsArticleType(type->get_ref<const std::string&>());
  }
  return type->is_array() &&
         std::any_of(type->begin(), type->end(), [](const json& t) {
           return t.is_string() &&
                  IsArticleType(t.get_ref<const std::string&>());
         });
}

// The first object of an article's type, breadth first, in lists and @graph.
const json* FindArticle(const json& root) {
  std::vector<const json*> queue = {&root};
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const json& value = *queue[i];
    if (value.is_array()) {
      for (const json& item : value) queue.push_back(&item);
    } else if (value.is_object()) {
      if (HasArticleType(value)) return &value;
      for (const char* name : {"@graph", "mainEntity", "mainEntityOfPage"}) {
        if (value.contains(name)) queue.push_back(&value[name]);
      }
    }
  }
  return nullptr;
}

// Pages put raw line breaks and tabs into JSON strings, and wrap the whole in
// comments or CDATA.
std::optional<json> ParseLenient(std::string_view script) {
  script = TrimSpace(script);
  for (std::string_view open : {"<!--", "//<![CDATA[", "<![CDATA["}) {
    if (script.starts_with(open)) script.remove_prefix(open.size());
  }
  for (std::string_view close : {"-->", "//]]>", "]]>", ";"}) {
    if (script.ends_with(close)) script.remove_suffix(close.size());
    script = TrimSpace(script);
  }
  if (absl::StatusOr<json> value = ParseJson(script); value.ok()) {
    return *std::move(value);
  }
  std::string cleaned(script);
  for (char& c : cleaned) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  if (absl::StatusOr<json> value = ParseJson(cleaned); value.ok()) {
    return *std::move(value);
  }
  return std::nullopt;
}

std::string Text(const json& object, const char* name) {
  return DecodeCharacterReferences(Tidy(StringMember(object, name)));
}

// A person or organisation: a string, an object with a name, or a list.
std::string NamesOf(const json& object, const char* name) {
  if (!object.contains(name)) return "";
  const json& value = object[name];
  if (value.is_string()) return Text(object, name);
  if (value.is_object()) return Text(value, "name");
  std::string names;
  if (!value.is_array()) return names;
  std::size_t count = 0;
  for (const json& item : value) {
    const std::string one =
        item.is_string()
            ? DecodeCharacterReferences(item.get_ref<const std::string&>())
            : Text(item, "name");
    if (one.empty() || ++count > kMaxAuthors) continue;
    StrAppend(&names, names.empty() ? "" : ", ", one);
  }
  return names;
}

void ReadJsonLd(const HtmlTree& tree, HtmlMetadata* metadata) {
  constexpr std::string_view kFrom = "json-ld";
  for (const std::string& script : tree.json_ld) {
    const std::optional<json> root = ParseLenient(script);
    if (!root) continue;
    const json* article = FindArticle(*root);
    if (article == nullptr) continue;
    Put(Text(*article, "headline").substr(0, kMaxTitleBytes), kFrom,
        &metadata->title);
    Put(IsoDate(StringMember(*article, "datePublished")), kFrom,
        &metadata->published);
    PutOutlet(NamesOf(*article, "publisher"), kFrom, &metadata->outlet);
    PutByline(NamesOf(*article, "author"), kFrom, &metadata->byline);
    if (metadata->article_body.empty()) {
      metadata->article_body = DecodeCharacterReferences(
          StringMember(*article, "articleBody"));
    }
  }
}

// ---- meta tags

struct Meta {
  std::string name;
  std::string_view content;
};

std::vector<Meta> MetaTags(const HtmlTree& tree) {
  std::vector<Meta> tags;
  for (const HtmlNode& node : tree.nodes) {
    if (node.tag != "meta") continue;
    for (const char* key : {"property", "name", "itemprop"}) {
      const std::string_view name = node.Get(key);
      if (!name.empty()) tags.push_back({Lower(name), node.Get("content")});
    }
  }
  return tags;
}

template <std::size_t n, typename Use>
void ForNames(const std::vector<Meta>& tags,
              const std::array<std::string_view, n>& names, Use use) {
  for (std::string_view name : names) {
    for (const Meta& tag : tags) {
      if (tag.name == name && !TrimSpace(tag.content).empty()) use(tag.content);
    }
  }
}

void ReadMetaTags(const HtmlTree& tree, HtmlMetadata* metadata) {
  constexpr std::string_view kFrom = "meta";
  const std::vector<Meta> tags = MetaTags(tree);
  ForNames(tags, kTitleNames, [&](std::string_view value) {
    Put(Tidy(value.substr(0, kMaxTitleBytes)), kFrom, &metadata->title);
  });
  ForNames(tags, kDateNames, [&](std::string_view value) {
    Put(IsoDate(value), kFrom, &metadata->published);
  });
  ForNames(tags, kOutletNames, [&](std::string_view value) {
    PutOutlet(value, kFrom, &metadata->outlet);
  });
  ForNames(tags, kAuthorNames, [&](std::string_view value) {
    PutByline(value, kFrom, &metadata->byline);
  });
  ForNames(tags, std::array<std::string_view, 2>{"og:url", "twitter:url"},
           [&](std::string_view value) {
             if (value.find("://") == std::string_view::npos) return;
             Put(Tidy(value), kFrom, &metadata->url);
           });
}

// ---- other elements

bool HasProperty(const HtmlNode& node, std::string_view property) {
  return node.Get("itemprop") == property;
}

void ReadLinks(const HtmlTree& tree, HtmlMetadata* metadata) {
  for (const HtmlNode& node : tree.nodes) {
    if (node.tag == "link" && node.Get("rel") == "canonical" &&
        node.Get("href").find("://") != std::string_view::npos) {
      Put(Tidy(node.Get("href")), "meta", &metadata->url);
    }
  }
}

void ReadItemProperties(const HtmlTree& tree, HtmlMetadata* metadata) {
  for (int n = 0; n < tree.size(); ++n) {
    const HtmlNode& node = tree[n];
    if (node.tag == "meta" || node.is_text()) continue;
    if (HasProperty(node, "datePublished")) {
      Put(IsoDate(node.Get("datetime")), "meta", &metadata->published);
      Put(IsoDate(node.Get("content")), "meta", &metadata->published);
      Put(IsoDate(TextBelow(tree, n)), "meta", &metadata->published);
    } else if (HasProperty(node, "author") || node.Get("rel") == "author") {
      PutByline(TextBelow(tree, n), "meta", &metadata->byline);
    } else if (HasProperty(node, "headline")) {
      Put(TextBelow(tree, n).substr(0, kMaxTitleBytes), "meta",
          &metadata->title);
    }
  }
}

void ReadTimes(const HtmlTree& tree, HtmlMetadata* metadata) {
  for (int n = 0; n < tree.size(); ++n) {
    if (tree[n].tag != "time") continue;
    const std::string_view given = tree[n].Get("datetime");
    Put(IsoDate(given.empty() ? TextBelow(tree, n) : std::string(given)),
        "time element", &metadata->published);
  }
}

// "Port reopens | Example News" without the outlet's name at the end.
std::string WithoutOutlet(std::string title, std::string_view outlet,
                          const OutletRegistry& registry) {
  for (std::string_view mark : {" | ", " - ", " – ", " — ", " :: ", " » "}) {
    const std::size_t at = title.rfind(mark);
    if (at == std::string::npos || at == 0) continue;
    const std::string_view tail =
        TrimSpace(std::string_view(title).substr(at + mark.size()));
    const bool named = Lower(tail) == Lower(outlet) ||
                       registry.FindByName(tail) != nullptr ||
                       registry.FindByDomain(tail) != nullptr;
    if (named) {
      title.resize(at);
      return std::string(TrimSpace(title));
    }
  }
  return title;
}

void ReadHeadings(const HtmlTree& tree, HtmlMetadata* metadata) {
  int headings = 0;
  int first = -1;
  for (int n = 0; n < tree.size(); ++n) {
    if (tree[n].tag != "h1") continue;
    if (++headings == 1) first = n;
  }
  if (headings == 1) {
    Put(TextBelow(tree, first).substr(0, kMaxTitleBytes), "page",
        &metadata->title);
  }
  for (int n = 0; n < tree.size(); ++n) {
    if (tree[n].tag != "title") continue;
    Put(TextBelow(tree, n).substr(0, kMaxTitleBytes), "page",
        &metadata->title);
  }
}

void NameOutlet(const OutletRegistry& registry, HtmlMetadata* metadata) {
  MetaValue& outlet = metadata->outlet;
  if (const Outlet* known = registry.FindByName(outlet.value)) {
    outlet.value = known->name;
    return;
  }
  if (const Outlet* known = registry.FindByDomain(metadata->url.value)) {
    outlet = {known->name, "registry"};
  }
}

void ReadLanguage(const HtmlTree& tree, HtmlMetadata* metadata) {
  for (const HtmlNode& node : tree.nodes) {
    if (node.tag == "html") metadata->language = node.Get("lang");
  }
}

// ---- character references

struct NamedCharacter {
  std::string_view name;
  std::string_view character;
};
constexpr std::array<NamedCharacter, 16> kNamedCharacters = {{
    {"amp", "&"},    {"quot", "\""},  {"apos", "'"},  {"lt", "<"},
    {"gt", ">"},     {"nbsp", "\u00A0"}, {"rsquo", "’"}, {"lsquo", "‘"},
    {"rdquo", "”"},  {"ldquo", "“"},  {"ndash", "–"}, {"mdash", "—"},
    {"hellip", "…"}, {"laquo", "«"},  {"raquo", "»"}, {"shy", ""},
}};

std::optional<std::string> NumericCharacter(std::string_view digits) {
  const bool hex = digits.starts_with('x') || digits.starts_with('X');
  if (hex) digits.remove_prefix(1);
  unsigned value = 0;
  const auto [end, error] = std::from_chars(
      digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
  if (error != std::errc() || end != digits.data() + digits.size() ||
      value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) {
    return std::nullopt;
  }
  char bytes[U8_MAX_LENGTH];
  int size = 0;
  U8_APPEND_UNSAFE(bytes, size, static_cast<UChar32>(value));
  return std::string(bytes, static_cast<std::size_t>(size));
}

std::optional<std::string> Character(std::string_view name) {
  if (name.starts_with('#')) return NumericCharacter(name.substr(1));
  for (const NamedCharacter& known : kNamedCharacters) {
    if (known.name == name) return std::string(known.character);
  }
  return std::nullopt;
}

}  // namespace

std::string DecodeCharacterReferences(std::string_view text) {
  constexpr std::size_t kLongestName = 10;
  std::string decoded;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '&') {
      const std::size_t end = text.substr(at, kLongestName + 2).find(';');
      if (end != std::string_view::npos) {
        if (auto c = Character(text.substr(at + 1, end - 1))) {
          decoded += *c;
          at += end + 1;
          continue;
        }
      }
    }
    decoded.push_back(text[at++]);
  }
  return decoded;
}

HtmlMetadata ReadHtmlMetadata(const HtmlTree& tree,
                              const OutletRegistry& registry) {
  HtmlMetadata metadata;
  ReadJsonLd(tree, &metadata);
  ReadLinks(tree, &metadata);
  ReadMetaTags(tree, &metadata);
  ReadItemProperties(tree, &metadata);
  ReadTimes(tree, &metadata);
  ReadHeadings(tree, &metadata);
  NameOutlet(registry, &metadata);
  ReadLanguage(tree, &metadata);
  metadata.title.value = WithoutOutlet(std::move(metadata.title.value),
                                       metadata.outlet.value, registry);
  return metadata;
}

}  // namespace rashomon
