#include "corpus/html_content.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "corpus/html_cues.h"
#include "corpus/residue.h"
#include "corpus/text_line.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

// Thresholds are Readability's where it has them, else chosen by hand while
// looking at the 102 pages of article-extraction-benchmark: F1 of macro
// precision and recall over 4-word shingles 0.954 before the first look, 0.979
// after. The latter is no held-out figure. No table of weights is fitted.

// A block of fewer characters says nothing about where the article is.
constexpr int kMinScoredChars = 25;
// Readability: a point for the block, for each comma, and for each 100
// characters up to three hundred.
constexpr int kCharsPerPoint = 100;
constexpr double kMaxLengthPoints = 3;
// How far a block's score rises: parent, grandparent, and so on.
constexpr int kLevels = 5;
// What the class-name cues add, or take.
constexpr double kContentBonus = 40;
constexpr double kWeakMalus = 15;
// A sibling of the best element belongs to the article from this share of its
// score on.
constexpr double kSiblingShare = 0.2;
constexpr double kMinSiblingScore = 10;
// A block of at least so many characters with few links is a paragraph.
constexpr int kParagraphChars = 80;
constexpr double kParagraphLinks = 0.25;
// A block with this share of links is a list of links.
constexpr double kLinkListShare = 0.6;
// An element with so large a share of the page's text is not dropped for its
// class name: "no-sidebar" stands on whole pages.
constexpr double kUndroppableShare = 0.5;
// How many blocks count as the head and the tail of an article.
constexpr std::size_t kEndBlocks = 4;
// Less text than this is no article; the rules are relaxed.
constexpr int kMinArticleChars = 200;

template <std::size_t n>
bool IsOneOf(std::string_view name, const std::array<std::string_view, n>& all) {
  return std::find(all.begin(), all.end(), name) != all.end();
}

// Elements that begin and end a paragraph.
constexpr std::array<std::string_view, 40> kBlockTags = {
    "address", "article", "aside",   "blockquote", "body",     "caption",
    "center",  "dd",      "details", "dir",        "div",      "dl",
    "dt",      "fieldset", "figcaption", "figure", "footer",   "form",
    "h1",      "h2",      "h3",      "h4",         "h5",       "h6",
    "header",  "hr",      "li",      "main",       "nav",      "ol",
    "p",       "pre",     "section", "summary",    "table",    "tbody",
    "tr",      "ul",      "html",    "hgroup"};
// Elements whose text is never part of an article's text.
constexpr std::array<std::string_view, 14> kNeverText = {
    "head",   "title", "nav",      "button", "option", "select", "input",
    "script", "style", "menu",     "label",  "legend", "dialog", "hgroup"};
// Elements that are dropped unless they hold most of the page.
constexpr std::array<std::string_view, 5> kRarelyText = {
    "aside", "footer", "form", "figcaption", "figure"};
constexpr std::array<std::string_view, 12> kNeverRoles = {
    "navigation", "banner",   "complementary", "contentinfo", "search",
    "menu",       "menubar",  "toolbar",       "dialog",      "alert",
    "tablist",    "button"};

// Elements that are not dropped for their names: those round everything, and
// the parts of tables, whose rows are named after what they list.
constexpr std::array<std::string_view, 9> kNeverNamed = {
    "article", "body", "html", "main", "tbody", "td", "th", "thead", "tr"};

bool IsHeadingTag(std::string_view tag) {
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

int CountCharacters(std::string_view text) {
  return static_cast<int>(std::count_if(
      text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

int CountCommas(std::string_view text) {
  int commas = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ',') ++commas;
    if (text.substr(i).starts_with("，") || text.substr(i).starts_with("、")) {
      ++commas;
    }
  }
  return commas;
}

// A run of text between the borders of blocks.
struct Block {
  std::string text;
  int owner = 0;       // the block element round it
  int chars = 0;
  int link_chars = 0;
  std::size_t source_byte = 0;  // in the text of the whole tree

  double link_share() const {
    return chars == 0 ? 0 : static_cast<double>(link_chars) / chars;
  }
  bool IsParagraph() const {
    return chars >= kParagraphChars && link_share() < kParagraphLinks;
  }
};

// Walks the tree once and cuts it into blocks.
class BlockCutter {
 public:
  explicit BlockCutter(const HtmlTree& tree) : tree_(tree) {}

  std::vector<Block> Cut() {
    for (int n = 0; n < tree_.size(); ++n) {
      CloseUpTo(n);
      if (n >= skip_until_) Visit(n);
    }
    CloseUpTo(tree_.size());
    Flush();
    return std::move(blocks_);
  }

 private:
  // What shows only when the mouse is over a word is no part of the sentence.
  static bool IsPopUp(const HtmlNode& node) {
    const std::string_view names = node.Get("class");
    return !names.empty() && HtmlCues::Shipped().Read(names).pop_up;
  }

  void CloseUpTo(int n) {
    while (!open_.empty() && tree_[open_.back()].end <= n) {
      const int closed = open_.back();
      open_.pop_back();
      if (tree_[closed].tag == "a") --links_;
      if (IsOneOf(tree_[closed].tag, kBlockTags)) Flush();
    }
  }

  void Visit(int n) {
    const HtmlNode& node = tree_[n];
    if (node.is_text()) return Add(node.text);
    if (node.tag == "span" && IsPopUp(node)) skip_until_ = node.end;
    if (IsOneOf(node.tag, kBlockTags)) {
      Flush();
    } else if (node.tag == "br") {
      AddBreak();
    } else if (node.tag == "td" || node.tag == "th" || node.tag == "img") {
      AddSpace();
    }
    if (node.tag == "a") ++links_;
    open_.push_back(n);
  }

  int Owner() const {
    for (std::size_t i = open_.size(); i-- > 0;) {
      const std::string& tag = tree_[open_[i]].tag;
      if (IsOneOf(tag, kBlockTags) || tag == "td" || tag == "th") {
        return open_[i];
      }
    }
    return 0;
  }

  void Add(std::string_view text) {
    if (now_.text.empty()) {
      now_.owner = Owner();
      now_.source_byte = source_byte_;
    }
    source_byte_ += text.size();
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' ||
                         c == '\f';
      if (space) {
        AddSpace();
        continue;
      }
      now_.text.push_back(c);
      if ((c & 0xC0) == 0x80) continue;
      ++now_.chars;
      if (links_ > 0) ++now_.link_chars;
    }
  }

  void AddSpace() {
    if (now_.text.empty() || now_.text.back() == ' ' ||
        now_.text.back() == '\n') {
      return;
    }
    now_.text.push_back(' ');
    ++now_.chars;
    if (links_ > 0) ++now_.link_chars;
  }

  // One break is a line; two are the border of a paragraph.
  void AddBreak() {
    while (now_.text.ends_with(' ')) now_.text.pop_back();
    if (now_.text.ends_with('\n')) return Flush();
    if (!now_.text.empty()) now_.text.push_back('\n');
  }

  void Flush() {
    const std::string_view trimmed = TrimSpace(now_.text);
    if (!trimmed.empty()) {
      now_.text = std::string(trimmed);
      blocks_.push_back(std::move(now_));
    }
    now_ = Block{};
  }

  const HtmlTree& tree_;
  std::vector<Block> blocks_;
  Block now_;
  std::vector<int> open_;
  int links_ = 0;
  int skip_until_ = 0;
  std::size_t source_byte_ = 0;
};

// What is known of each node, by its index in the tree.
struct NodeFacts {
  HtmlCue cue;
  double score = 0;
  int chars = 0;       // of all blocks below
  int link_chars = 0;
  int good_chars = 0;  // of paragraphs below that are not dropped
  bool dropped = false;
  bool holds_kept = false;  // a quoted post stands below

  double link_share() const {
    return chars == 0 ? 0 : static_cast<double>(link_chars) / chars;
  }
};

bool IsHiddenByStyle(std::string_view style) {
  std::string tight;
  for (char c : style) {
    if (c != ' ') tight.push_back(c);
  }
  return tight.find("display:none") != std::string::npos ||
         tight.find("visibility:hidden") != std::string::npos;
}

// How strictly elements are set aside; later is laxer.
enum class Strictness { kCues, kTags, kNothing };

class MainText {
 public:
  MainText(const HtmlTree& tree, std::string_view title)
      : tree_(tree), title_(title), blocks_(BlockCutter(tree).Cut()) {
    facts_.resize(static_cast<std::size_t>(tree.size()));
    ReadCues();
    AddUp();
  }

  HtmlContent Find() {
    for (Strictness strictness :
         {Strictness::kCues, Strictness::kTags, Strictness::kNothing}) {
      Drop(strictness);
      Score();
      Choose();
      HtmlContent content = Collect();
      if (Chars(content) >= kMinArticleChars) return content;
      if (Chars(content) > Chars(best_)) best_ = std::move(content);
    }
    return std::move(best_);
  }

 private:
  NodeFacts& facts(int n) { return facts_[static_cast<std::size_t>(n)]; }

  static int Chars(const HtmlContent& content) {
    int chars = 0;
    for (const std::string& p : content.paragraphs) {
      chars += CountCharacters(p);
    }
    return chars;
  }

  void ReadCues() {
    const HtmlCues& cues = HtmlCues::Shipped();
    for (int n = 0; n < tree_.size(); ++n) {
      if (tree_[n].is_text() || tree_[n].attributes.empty()) continue;
      const std::string names =
          StrCat(tree_[n].Get("class"), " ", tree_[n].Get("id"));
      facts(n).cue = cues.Read(names);
      if (tree_[n].Get("itemprop") == "articleBody") {
        facts(n).cue.content = true;
        facts(n).cue.drop = false;
      }
    }
  }

  void AddUp() {
    for (const Block& block : blocks_) {
      NodeFacts& owner = facts(block.owner);
      owner.chars += block.chars;
      owner.link_chars += block.link_chars;
      if (block.IsParagraph()) owner.good_chars += block.chars;
    }
    // Children stand after their parents.
    for (int n = tree_.size() - 1; n > 0; --n) {
      NodeFacts& above = facts(tree_[n].parent);
      above.chars += facts(n).chars;
      above.link_chars += facts(n).link_chars;
      above.good_chars += facts(n).good_chars;
      if (facts(n).cue.keep || facts(n).holds_kept) above.holds_kept = true;
    }
    page_good_chars_ = facts_.empty() ? 0 : facts(0).good_chars;
  }

  bool HoldsMuch(int n) {
    return facts(n).good_chars > kUndroppableShare * page_good_chars_;
  }

  bool IsDropped(int n, Strictness strictness) {
    const HtmlNode& node = tree_[n];
    if (node.is_text()) return false;
    if (IsOneOf(node.tag, kNeverText)) return true;
    if (HoldsMuch(n) || strictness == Strictness::kNothing) return false;
    if (IsOneOf(node.tag, kRarelyText)) return true;
    if (node.tag == "header" && facts(n).good_chars == 0) return true;
    if (IsOneOf(node.Get("role"), kNeverRoles)) return true;
    if (node.Has("hidden") || IsHiddenByStyle(node.Get("style"))) return true;
    if (strictness == Strictness::kTags) return false;
    if (IsOneOf(node.tag, kNeverNamed)) return false;
    const NodeFacts& f = facts(n);
    return f.cue.drop && !f.cue.content && !f.cue.keep && !f.holds_kept;
  }

  void Drop(Strictness strictness) {
    for (int n = 0; n < tree_.size(); ++n) facts(n).dropped = false;
    for (int n = 0; n < tree_.size(); ++n) {
      const int parent = tree_[n].parent;
      facts(n).dropped = (parent >= 0 && facts(parent).dropped) ||
                         IsDropped(n, strictness);
    }
  }

  static double Points(const Block& block) {
    return 1 + CountCommas(block.text) +
           std::min(static_cast<double>(block.chars) / kCharsPerPoint,
                    kMaxLengthPoints);
  }

  void Score() {
    for (NodeFacts& f : facts_) {
      f.score = 0;
      if (f.cue.content) f.score += kContentBonus;
      if (f.cue.weak) f.score -= kWeakMalus;
    }
    for (const Block& block : blocks_) {
      if (facts(block.owner).dropped || block.chars < kMinScoredChars ||
          block.link_share() >= kLinkListShare ||
          IsHeadingTag(tree_[block.owner].tag)) {
        continue;
      }
      Rise(block.owner, Points(block) * (1 - block.link_share()));
    }
    for (NodeFacts& f : facts_) f.score *= 1 - f.link_share();
  }

  void Rise(int owner, double points) {
    const bool leaf = tree_[owner].tag == "p" || tree_[owner].tag == "li" ||
                      tree_[owner].tag == "td" || tree_[owner].tag == "pre";
    int n = leaf ? tree_[owner].parent : owner;
    for (int level = 0; level < kLevels && n > 0; ++level) {
      const double divider = level == 0 ? 1 : level == 1 ? 2 : level * 3;
      facts(n).score += points / divider;
      n = tree_[n].parent;
    }
  }

  void Choose() {
    roots_.clear();
    int best = 0;
    for (int n = 1; n < tree_.size(); ++n) {
      if (tree_[n].is_text() || facts(n).dropped) continue;
      if (facts(n).good_chars == 0 && facts(n).chars < kMinScoredChars) continue;
      if (facts(n).score > facts(best).score || best == 0) best = n;
    }
    if (best == 0) {
      // A page of a few words: all of it.
      roots_.push_back(0);
      return;
    }
    AddSiblings(Climb(best));
  }

  bool IsInContent(int n) {
    for (n = tree_[n].parent; n > 0; n = tree_[n].parent) {
      if (tree_[n].tag == "article" || facts(n).cue.content) return true;
    }
    return false;
  }

  bool HasLikeSibling(int n) {
    if (tree_[n].Get("class").empty() || tree_[n].tag == "article") return false;
    const int parent = tree_[n].parent;
    for (int s = parent + 1; s < tree_[parent].end; s = tree_[s].end) {
      if (s != n && IsLike(s, n) && facts(s).good_chars > 0 &&
          !facts(s).dropped) {
        return true;
      }
    }
    return false;
  }

  // Articles in chunks, an advertisement between each two: the highest element
  // round `best`, within the article, that has others like it beside it.
  int Climb(int best) {
    int highest = best;
    int n = best;
    for (int level = 0; level < kLevels && IsInContent(n); ++level) {
      if (HasLikeSibling(n)) highest = n;
      n = tree_[n].parent;
      if (tree_[n].tag == "article") break;
    }
    return highest;
  }

  std::string_view FirstClass(int n) {
    const std::string_view names = TrimSpace(tree_[n].Get("class"));
    return names.substr(0, names.find_first_of(" \t\n"));
  }

  // The same tag, and the same first class: later ones tell variants.
  bool IsLike(int n, int best) {
    return tree_[n].tag == tree_[best].tag && FirstClass(n) == FirstClass(best);
  }

  bool Joins(int n, int best) {
    if (n == best) return true;
    if (tree_[n].is_text() || facts(n).dropped) return false;
    if (IsLike(n, best) && facts(n).good_chars > 0) return true;
    const double need =
        std::max(kMinSiblingScore, kSiblingShare * facts(best).score);
    if (facts(n).score >= need) return true;
    return tree_[n].tag == "p" && facts(n).chars >= kParagraphChars &&
           facts(n).link_share() < kParagraphLinks;
  }

  void AddSiblings(int best) {
    const int parent = tree_[best].parent;
    for (int n = parent + 1; n < tree_[parent].end; n = tree_[n].end) {
      if (Joins(n, best)) roots_.push_back(n);
    }
  }

  // Roots are siblings in document order.
  bool InRoots(int n) const {
    const auto after = std::upper_bound(roots_.begin(), roots_.end(), n);
    return after != roots_.begin() && n < tree_[*(after - 1)].end;
  }

  // Why a block within the article is no part of it; "" where it is.
  std::string_view Unwanted(const Block& block) {
    const std::string& tag = tree_[block.owner].tag;
    if (tag == "h1" || block.text == title_) return "repeated title";
    if (block.link_share() >= kLinkListShare &&
        (!EndsSentence(block.text) ||
         (tag == "li" && block.chars < kParagraphChars))) {
      return "links";
    }
    if (block.text.find('\n') != std::string::npos) return {};
    if (IsDateLine(block.text)) return "date line";
    return ResidueRules::Shipped().LineReason(block.text);
  }

  // A block of the article's element, and why it is left out, if it is.
  struct Judged {
    const Block* block;
    std::string_view reason;
  };

  std::vector<Judged> Judge() {
    std::vector<Judged> judged;
    for (const Block& block : blocks_) {
      if (!InRoots(block.owner)) continue;
      judged.push_back({&block, facts(block.owner).dropped ? "page furniture"
                                                           : Unwanted(block)});
    }
    return judged;
  }

  // A heading over nothing but what was left out.
  void LeaveOutEmptyHeadings(std::vector<Judged>* judged) {
    bool text_below = false;
    for (std::size_t i = judged->size(); i-- > 0;) {
      Judged& j = (*judged)[i];
      if (!j.reason.empty()) continue;
      if (!IsHeadingTag(tree_[j.block->owner].tag)) {
        text_below = true;
      } else if (!text_below) {
        j.reason = "heading of nothing";
      }
    }
  }

  // Credits and notes stand at the ends of articles; the same words in the
  // middle may be part of the report.
  static void LeaveOutAtEnds(std::vector<Judged>* judged) {
    std::vector<Judged*> kept;
    for (Judged& j : *judged) {
      if (j.reason.empty()) kept.push_back(&j);
    }
    const ResidueRules& rules = ResidueRules::Shipped();
    const std::size_t ends = std::min(kEndBlocks, kept.size());
    for (std::size_t i = 0; i < ends; ++i) {
      Judged& first = *kept[i];
      if (first.reason.empty()) {
        first.reason =
            rules.LineReason(first.block->text, ResidueRules::Place::kHead);
      }
      Judged& last = *kept[kept.size() - 1 - i];
      if (last.reason.empty()) {
        last.reason =
            rules.LineReason(last.block->text, ResidueRules::Place::kTail);
      }
    }
  }

  HtmlContent Collect() {
    std::vector<Judged> judged = Judge();
    LeaveOutAtEnds(&judged);
    LeaveOutEmptyHeadings(&judged);
    HtmlContent content;
    for (const Judged& j : judged) {
      if (j.reason.empty()) {
        content.paragraphs.push_back(j.block->text);
      } else {
        content.removed.push_back(
            {j.block->text, std::string(j.reason), j.block->source_byte});
      }
    }
    return content;
  }

  const HtmlTree& tree_;
  std::string_view title_;
  std::vector<Block> blocks_;
  std::vector<NodeFacts> facts_;
  int page_good_chars_ = 0;
  std::vector<int> roots_;
  HtmlContent best_;
};

}  // namespace

HtmlContent FindMainText(const HtmlTree& tree, std::string_view title) {
  return MainText(tree, title).Find();
}

}  // namespace rashomon
