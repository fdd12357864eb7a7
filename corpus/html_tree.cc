#include "corpus/html_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <memory>

#include "corpus/html_filter.h"

namespace rashomon {
namespace {

// Memory that is given back at once. Gumbo frees its tree by recursion; with
// an arena that is not needed.
class Arena {
 public:
  static void* Allocate(void* arena, std::size_t size) {
    return static_cast<Arena*>(arena)->Take(size);
  }
  static void Free(void*, void*) {}

 private:
  static constexpr std::size_t kBlockBytes = 1 << 18;

  void* Take(std::size_t size) {
    constexpr std::size_t kAlign = alignof(std::max_align_t);
    size = (size + kAlign - 1) / kAlign * kAlign;
    if (size > left_) {
      const std::size_t block = std::max(size, kBlockBytes);
      blocks_.push_back(std::make_unique<std::max_align_t[]>(
          block / sizeof(std::max_align_t) + 1));
      next_ = reinterpret_cast<char*>(blocks_.back().get());
      left_ = block;
    }
    void* const taken = next_;
    next_ += size;
    left_ -= size;
    return taken;
  }

  std::vector<std::unique_ptr<std::max_align_t[]>> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

std::string TagName(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) {
    return gumbo_normalized_tagname(element.tag);
  }
  GumboStringPiece piece = element.original_tag;
  gumbo_tag_from_original_text(&piece);
  return std::string(piece.data, piece.length);
}

HtmlNode ElementNode(const GumboElement& element) {
  HtmlNode node;
  node.tag = TagName(element);
  if (node.tag.empty()) node.tag = "unknown";
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto* attribute =
        static_cast<const GumboAttribute*>(element.attributes.data[i]);
    node.attributes.emplace_back(attribute->name, attribute->value);
  }
  return node;
}

// One element whose children are being copied.
struct Frame {
  const GumboVector* children;
  unsigned next;
  int node;
};

const GumboVector* ChildrenOf(const GumboNode& node) {
  switch (node.type) {
    case GUMBO_NODE_DOCUMENT: return &node.v.document.children;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE: return &node.v.element.children;
    default: return nullptr;
  }
}

class Copier {
 public:
  explicit Copier(HtmlTree* tree) : tree_(*tree) {}

  void Copy(const GumboNode& root) {
    Enter(root, -1);
    while (!frames_.empty()) {
      Frame& top = frames_.back();
      if (top.next == top.children->length) {
        tree_.nodes[static_cast<std::size_t>(top.node)].end = tree_.size();
        frames_.pop_back();
        continue;
      }
      const int parent = top.node;
      Enter(*static_cast<const GumboNode*>(top.children->data[top.next++]),
            parent);
    }
  }

 private:
  void Enter(const GumboNode& node, int parent) {
    if (const GumboVector* children = ChildrenOf(node)) {
      HtmlNode copy;
      copy.tag = "#document";
      if (node.type != GUMBO_NODE_DOCUMENT) copy = ElementNode(node.v.element);
      frames_.push_back({children, 0, Add(std::move(copy), parent)});
    } else if (node.type == GUMBO_NODE_TEXT ||
               node.type == GUMBO_NODE_WHITESPACE ||
               node.type == GUMBO_NODE_CDATA) {
      HtmlNode copy;
      copy.text = node.v.text.text;
      Add(std::move(copy), parent);
    }
  }

  int Add(HtmlNode node, int parent) {
    node.parent = parent;
    node.end = tree_.size() + 1;
    tree_.nodes.push_back(std::move(node));
    return tree_.size() - 1;
  }

  HtmlTree& tree_;
  std::vector<Frame> frames_;
};

}  // namespace

std::string_view HtmlNode::Get(std::string_view name) const {
  for (const auto& [attribute, value] : attributes) {
    if (attribute == name) return value;
  }
  return {};
}

bool HtmlNode::Has(std::string_view name) const {
  return std::any_of(attributes.begin(), attributes.end(),
                     [&](const auto& a) { return a.first == name; });
}

HtmlTree ParseHtml(std::string_view utf8) {
  FilteredHtml filtered = FilterHtml(utf8);
  HtmlTree tree;
  tree.json_ld = std::move(filtered.json_ld);
  Arena arena;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &Arena::Allocate;
  options.deallocator = &Arena::Free;
  options.userdata = &arena;
  options.max_errors = 0;
  const GumboOutput* output = gumbo_parse_with_options(
      &options, filtered.html.data(), filtered.html.size());
  Copier(&tree).Copy(*output->document);
  return tree;
}

std::string TextBelow(const HtmlTree& tree, int node) {
  std::string text;
  for (int n = node; n < tree[node].end; ++n) {
    if (!tree[n].is_text()) {
      // A block parts words; inline elements do not, but a space too many
      // is collapsed below.
      if (tree[n].tag == "br" || tree[n].tag == "p" || tree[n].tag == "div" ||
          tree[n].tag == "li") {
        text.push_back(' ');
      }
      continue;
    }
    text += tree[n].text;
  }
  std::string collapsed;
  for (char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space) {
      collapsed.push_back(c);
    } else if (!collapsed.empty() && collapsed.back() != ' ') {
      collapsed.push_back(' ');
    }
  }
  while (collapsed.ends_with(' ')) collapsed.pop_back();
  return collapsed;
}

}  // namespace rashomon
