// A web page as a tree in one array.
//
//   HtmlTree tree = ParseHtml(utf8);
//   for (int n = 0; n < tree.size(); n = ...) tree[n].tag, tree[n].text
//
// Nodes stand in document order: the nodes below n are n + 1 up to, not
// including, tree[n].end. So every pass over the tree, or over a part of it,
// is a loop, and no depth overflows the stack. The parser is libgumbo (HTML5),
// fed by FilterHtml, which bounds depth and size.
#ifndef RASHOMON_CORPUS_HTML_TREE_H_
#define RASHOMON_CORPUS_HTML_TREE_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rashomon {

struct HtmlNode {
  std::string tag;   // lower case; "" for text
  std::string text;  // of a text node
  std::vector<std::pair<std::string, std::string>> attributes;
  int parent = -1;
  int end = 0;  // the node after the last one below this

  bool is_text() const { return tag.empty(); }
  // The attribute's value, or "".
  std::string_view Get(std::string_view name) const;
  bool Has(std::string_view name) const;
};

struct HtmlTree {
  std::vector<HtmlNode> nodes;
  std::vector<std::string> json_ld;  // the page's JSON-LD scripts

  int size() const { return static_cast<int>(nodes.size()); }
  const HtmlNode& operator[](int n) const {
    return nodes[static_cast<std::size_t>(n)];
  }
};

// `utf8` is valid UTF-8. Always succeeds; time and memory linear in the
// page's size. Thread-safe.
HtmlTree ParseHtml(std::string_view utf8);

// The text below a node, white space collapsed.
std::string TextBelow(const HtmlTree& tree, int node);

}  // namespace rashomon

#endif  // RASHOMON_CORPUS_HTML_TREE_H_
