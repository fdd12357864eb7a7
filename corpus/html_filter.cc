#include "corpus/html_filter.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/base/strings.h"

namespace rashomon {
namespace {

constexpr std::size_t kMaxTagNameBytes = 40;
constexpr std::size_t kMaxAttributes = 24;
constexpr std::size_t kMaxAttributeBytes = 2000;

template <std::size_t n>
bool IsOneOf(std::string_view name,
             const std::array<std::string_view, n>& sorted) {
  return std::binary_search(sorted.begin(), sorted.end(), name);
}

// Tags that change how text looks, not what it is. Parsers clone them into
// every block until they are closed.
constexpr std::array<std::string_view, 14> kFormatting = {
    "b",    "big",    "code", "em", "font", "i",  "nobr",
    "s",    "small",  "strike", "strong", "tt", "u", "wbr"};
// Left out up to their end tag.
constexpr std::array<std::string_view, 16> kOpaque = {
    "audio",    "canvas", "iframe",   "math",     "noembed", "noframes",
    "noscript", "object", "script",   "style",    "svg",     "template",
    "textarea", "video",  "xml",      "xmp"};
constexpr std::array<std::string_view, 15> kVoid = {
    "area",  "base", "basefont", "br",    "col",    "embed", "frame", "hr",
    "img",   "input", "keygen",  "link",  "meta",   "param", "source"};
// Void elements that mean something to the reader.
constexpr std::array<std::string_view, 5> kKeptVoid = {"br", "hr", "img",
                                                       "link", "meta"};
// Neither opened nor closed: the tree builder makes or ignores them.
constexpr std::array<std::string_view, 7> kTransparent = {
    "body", "frameset", "head", "html", "plaintext", "select", "track"};
// Only within a table; elsewhere the tree builder ignores them.
constexpr std::array<std::string_view, 8> kTableParts = {
    "caption", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"};
// An end tag of one of these closes what is open inside it; that of any other
// element does not reach beyond them (HTML standard, "special" elements).
constexpr std::array<std::string_view, 50> kSpecial = {
    "address", "article",  "aside",   "blockquote", "button", "caption",
    "center",  "colgroup", "dd",      "details",    "dir",    "div",
    "dl",      "dt",       "fieldset", "figcaption", "figure", "footer",
    "form",    "h1",       "h2",      "h3",         "h4",     "h5",
    "h6",      "header",   "hgroup",  "legend",     "li",     "listing",
    "main",    "menu",     "nav",     "ol",         "optgroup", "option",
    "p",       "pre",      "search",  "section",    "summary", "table",
    "tbody",   "td",       "tfoot",   "th",         "thead",  "title",
    "tr",      "ul"};
// End tags outside these do not reach in.
constexpr std::array<std::string_view, 5> kScopes = {"button", "caption",
                                                     "table", "td", "th"};
constexpr std::array<std::string_view, 19> kKeptAttributes = {
    "aria-hidden", "charset",  "class",    "content",  "data-testid",
    "datetime",    "hidden",   "href",     "http-equiv", "id",
    "itemprop",    "itemtype", "name",     "property", "pubdate",
    "rel",         "role",     "style",    "type"};

static_assert(std::is_sorted(kFormatting.begin(), kFormatting.end()) &&
              std::is_sorted(kOpaque.begin(), kOpaque.end()) &&
              std::is_sorted(kVoid.begin(), kVoid.end()) &&
              std::is_sorted(kKeptVoid.begin(), kKeptVoid.end()) &&
              std::is_sorted(kTransparent.begin(), kTransparent.end()) &&
              std::is_sorted(kTableParts.begin(), kTableParts.end()) &&
              std::is_sorted(kSpecial.begin(), kSpecial.end()) &&
              std::is_sorted(kScopes.begin(), kScopes.end()) &&
              std::is_sorted(kKeptAttributes.begin(), kKeptAttributes.end()));

bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

struct Attribute {
  std::string name;
  std::string_view value;
};

struct Tag {
  std::string name;
  bool end_tag = false;
  std::vector<Attribute> attributes;
  std::size_t end = 0;  // the byte after ">"

  std::string_view Get(std::string_view attribute) const {
    for (const Attribute& a : attributes) {
      if (a.name == attribute) return a.value;
    }
    return {};
  }
};

// Reads one tag; one pass, whatever stands in it.
class TagReader {
 public:
  TagReader(std::string_view page, std::size_t at) : page_(page), at_(at) {}

  // `at` is on "<" and a letter, or "</" and a letter.
  Tag Read() {
    Tag tag;
    ++at_;
    tag.end_tag = Peek() == '/';
    if (tag.end_tag) ++at_;
    tag.name = Lower(Word()).substr(0, kMaxTagNameBytes);
    while (at_ < page_.size() && page_[at_] != '>') ReadAttribute(&tag);
    tag.end = std::min(at_ + 1, page_.size());
    return tag;
  }

 private:
  char Peek() const { return at_ < page_.size() ? page_[at_] : '\0'; }

  std::string_view Word() {
    const std::size_t begin = at_;
    while (at_ < page_.size() && !IsSpace(page_[at_]) && page_[at_] != '>' &&
           page_[at_] != '/') {
      ++at_;
    }
    return page_.substr(begin, at_ - begin);
  }

  void SkipSpace() {
    while (at_ < page_.size() && IsSpace(page_[at_])) ++at_;
  }

  void ReadAttribute(Tag* tag) {
    while (at_ < page_.size() && (IsSpace(page_[at_]) || page_[at_] == '/')) {
      ++at_;
    }
    const std::size_t begin = at_;
    while (at_ < page_.size() && !IsSpace(page_[at_]) && page_[at_] != '>' &&
           page_[at_] != '/' && (page_[at_] != '=' || at_ == begin)) {
      ++at_;
    }
    const std::string_view name = page_.substr(begin, at_ - begin);
    SkipSpace();
    std::string_view value;
    if (Peek() == '=') {
      ++at_;
      SkipSpace();
      value = Value();
    }
    if (name.empty() || name.size() > kMaxTagNameBytes) return;
    std::string lower = Lower(name);
    if (tag->attributes.size() < kMaxAttributes &&
        IsOneOf(lower, kKeptAttributes) && tag->Get(lower).data() == nullptr) {
      tag->attributes.push_back({std::move(lower), value});
    }
  }

  std::string_view Value() {
    const char quote = Peek();
    if (quote == '"' || quote == '\'') {
      const std::size_t begin = ++at_;
      at_ = std::min(page_.find(quote, begin), page_.size());
      const std::string_view value = page_.substr(begin, at_ - begin);
      if (at_ < page_.size()) ++at_;
      return value;
    }
    const std::size_t begin = at_;
    while (at_ < page_.size() && !IsSpace(page_[at_]) && page_[at_] != '>') {
      ++at_;
    }
    return page_.substr(begin, at_ - begin);
  }

  std::string_view page_;
  std::size_t at_;
};

// At most kMaxAttributeBytes, cut between characters.
std::string_view CutValue(std::string_view value) {
  if (value.size() <= kMaxAttributeBytes) return value;
  std::size_t end = kMaxAttributeBytes;
  while (end > 0 && (value[end] & 0xC0) == 0x80) --end;
  return value.substr(0, end);
}

class Filter {
 public:
  explicit Filter(std::string_view page) : page_(page) {
    out_.html.reserve(page.size() / 2);
  }

  FilteredHtml Run() {
    while (at_ < page_.size()) {
      const std::size_t less = std::min(page_.find('<', at_), page_.size());
      Text(page_.substr(at_, less - at_));
      at_ = less;
      if (at_ < page_.size()) Markup();
    }
    return std::move(out_);
  }

 private:
  struct Open {
    std::string name;
    bool special;
  };

  void Text(std::string_view text) {
    for (char c : text) {
      if (c != '\0') out_.html.push_back(c);
    }
  }

  char At(std::size_t offset) const {
    return at_ + offset < page_.size() ? page_[at_ + offset] : '\0';
  }

  void Markup() {
    if (At(1) == '!' || At(1) == '?') return Declaration();
    const bool tag = IsLetter(At(1)) || (At(1) == '/' && IsLetter(At(2)));
    if (!tag) {
      out_.html += "&lt;";
      ++at_;
      return;
    }
    const Tag read = TagReader(page_, at_).Read();
    at_ = read.end;
    if (read.end_tag) {
      EndTag(read);
    } else {
      StartTag(read);
    }
  }

  // Comments, doctypes, processing instructions.
  void Declaration() {
    if (page_.substr(at_).starts_with("<!--")) {
      // A comment without an end reaches to the end of the page, but then
      // most often the page was cut: what follows is read on.
      const std::size_t end = FindEnd("-->", at_ + 2);
      at_ = end == std::string_view::npos ? at_ + 4 : end + 3;
      return;
    }
    const std::size_t end = page_.find('>', at_);
    at_ = end == std::string_view::npos ? page_.size() : end + 1;
  }

  // Where `mark` stands at or after `from`. Once it was not found, it is not
  // looked for again: looking at every "<!--" would take quadratic time.
  std::size_t FindEnd(std::string_view mark, std::size_t from) {
    if (missing_.contains(mark)) return std::string_view::npos;
    const std::size_t found = page_.find(mark, from);
    if (found == std::string_view::npos) missing_.insert(std::string(mark));
    return found;
  }

  // Where "</name" stands, in any case of letters.
  std::size_t FindEndTag(const std::string& name) {
    if (missing_.contains(name)) return std::string_view::npos;
    for (std::size_t at = page_.find("</", at_); at != std::string_view::npos;
         at = page_.find("</", at + 2)) {
      const std::string_view here = page_.substr(at + 2, name.size());
      if (here.size() == name.size() && Lower(here) == name) return at;
    }
    missing_.insert(name);
    return std::string_view::npos;
  }

  void Opaque(const Tag& tag) {
    const std::size_t end = FindEndTag(tag.name);
    if (end == std::string_view::npos) return;
    const std::string_view inner = page_.substr(at_, end - at_);
    if (tag.name == "script" &&
        Lower(tag.Get("type")).find("ld+json") != std::string::npos) {
      out_.json_ld.emplace_back(inner);
    }
    at_ = TagReader(page_, end).Read().end;
    out_.html.push_back(' ');
  }

  void StartTag(const Tag& tag) {
    const std::string& name = tag.name;
    if (IsOneOf(name, kFormatting) || IsOneOf(name, kTransparent)) return;
    if (IsOneOf(name, kOpaque)) return Opaque(tag);
    if (elements_ >= kMaxHtmlElements) {
      out_.html.push_back(' ');
      return;
    }
    if (IsOneOf(name, kVoid)) {
      if (IsOneOf(name, kKeptVoid)) Write(tag);
      return;
    }
    if (name == "title") return Title();
    if (IsOneOf(name, kTableParts) && !IsOpen("table")) return;
    if (name == "a" && PopInline("a")) out_.html += "</a>";
    CloseImplied(name);
    if (open_.size() >= kMaxHtmlDepth) {
      ++beyond_;
      out_.html.push_back(' ');
      return;
    }
    open_.push_back({name, IsOneOf(name, kSpecial)});
    ++open_names_[name];
    Write(tag);
  }

  // A title without an end would swallow the page.
  void Title() {
    const std::size_t end = FindEndTag("title");
    if (end == std::string_view::npos || has_title_) return;
    has_title_ = true;
    ++elements_;
    out_.html += "<title>";
    Text(page_.substr(at_, end - at_));
    out_.html += "</title>";
    at_ = TagReader(page_, end).Read().end;
  }

  // Most searches of the stack are for what is not there; this spares them.
  bool IsOpen(std::string_view name) const {
    const auto found = open_names_.find(name);
    return found != open_names_.end() && found->second > 0;
  }

  void CloseFrom(std::size_t first) {
    for (std::size_t i = first; i < open_.size(); ++i) {
      --open_names_[open_[i].name];
    }
    open_.resize(first, Open{});
  }

  void Write(const Tag& tag) {
    ++elements_;
    StrAppend(&out_.html, "<", tag.name);
    for (const Attribute& attribute : tag.attributes) {
      StrAppend(&out_.html, " ", attribute.name, "=\"");
      for (char c : CutValue(attribute.value)) {
        if (c == '"') {
          out_.html += "&quot;";
        } else if (c != '\0') {
          out_.html.push_back(c);
        }
      }
      out_.html.push_back('"');
    }
    out_.html.push_back('>');
  }

  // The stack as the tree builder will have it: a block closes an open
  // paragraph, a list item the one before, a cell the one before.
  void CloseImplied(std::string_view name) {
    if (IsOneOf(name, kSpecial)) PopInScope("p");
    if (name == "li") PopAbove("li", "ul", "ol");
    if (name == "dd" || name == "dt") {
      PopAbove("dd", "dl", "dl");
      PopAbove("dt", "dl", "dl");
    }
    if (name == "option") PopAbove("option", "optgroup", "optgroup");
    if (name == "td" || name == "th") {
      PopAbove("td", "tr", "table");
      PopAbove("th", "tr", "table");
    }
    if (name == "tr") PopAbove("tr", "table", "tbody");
    if (name == "tbody" || name == "thead" || name == "tfoot") {
      PopAbove("tbody", "table", "table");
      PopAbove("thead", "table", "table");
      PopAbove("tfoot", "table", "table");
    }
  }

  // Pops up to the nearest `name` that no `stop` parts from the top.
  void PopAbove(std::string_view name, std::string_view stop,
                std::string_view other_stop) {
    if (!IsOpen(name)) return;
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].name == name) return CloseFrom(i);
      if (open_[i].name == stop || open_[i].name == other_stop) return;
    }
  }

  bool PopInScope(std::string_view name) {
    if (!IsOpen(name)) return false;
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].name == name) {
        CloseFrom(i);
        return true;
      }
      if (IsOneOf(open_[i].name, kScopes) && name != "table") return false;
    }
    return false;
  }

  bool PopInline(std::string_view name) {
    if (!IsOpen(name)) return false;
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].name == name) {
        CloseFrom(i);
        return true;
      }
      if (open_[i].special) return false;
    }
    return false;
  }

  void EndTag(const Tag& tag) {
    const std::string& name = tag.name;
    if (IsOneOf(name, kFormatting) || IsOneOf(name, kTransparent) ||
        IsOneOf(name, kOpaque) || IsOneOf(name, kVoid)) {
      return;
    }
    if (beyond_ > 0) {
      --beyond_;
      out_.html.push_back(' ');
      return;
    }
    const bool closes = IsOneOf(name, kSpecial) || name == "a"
                            ? PopInScope(name)
                            : PopInline(name);
    if (closes) StrAppend(&out_.html, "</", name, ">");
  }

  std::string_view page_;
  std::size_t at_ = 0;
  FilteredHtml out_;
  std::vector<Open> open_;
  StringMap<int> open_names_;
  std::size_t beyond_ = 0;  // start tags left out for their depth
  std::size_t elements_ = 0;
  bool has_title_ = false;
  StringSet missing_;  // end marks that do not stand in the rest of the page
};

}  // namespace

FilteredHtml FilterHtml(std::string_view utf8) { return Filter(utf8).Run(); }

}  // namespace rashomon
