// The comparisons of the case, each with how far it is decided.

import {byId, counted, day, el, replace, text} from "./dom.js";
import {get} from "./api.js";

const PAGE = 100;

export class PairsView {
  // `onOpen(pair)`: a comparison was chosen; 0 for all flags.
  constructor(onOpen) {
    this.box = byId("view-pairs");
    this.onOpen = onOpen;
    this.text = "";
  }

  async show() {
    this.search = this.search ?? el("input", {
      type: "search", id: "pair-search", placeholder: "Title, outlet or date",
      "aria-label": "Search comparisons", oninput: () => this.soon()});
    this.list = el("ul", {class: "pairs"});
    this.more = el("button", {type: "button", class: "quiet more-pairs",
                              onclick: () => this.next()}, "Show more");
    this.head = el("p", {class: "pairs-sum", role: "status"});
    replace(this.box,
      el("div", {class: "pairs-page"},
        el("div", {class: "pairs-head"},
           el("h1", {}, "Comparisons"), this.head, this.search,
           el("button", {type: "button", class: "primary", id: "all-flags",
                         onclick: () => this.onOpen(0)}, "Review all flags")),
        this.list, this.more));
    await this.load();
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.text = this.search.value.trim();
      this.load();
    }, 200);
  }

  async load() {
    this.shown = 0;
    replace(this.list);
    await this.next();
  }

  async next() {
    const page = await get("/api/pairs", {offset: this.shown, limit: PAGE,
                                          text: this.text});
    this.shown += page.pairs.length;
    this.list.append(...page.pairs.map((pair) => this.row(pair)));
    this.more.hidden = this.shown >= page.total;
    byId("all-flags").hidden = page.flags === 0;
    replace(this.head, page.total === 0
      ? (this.text ? "Nothing has that." : "This case has no comparison yet.")
      : `${counted(page.total, "comparison", "comparisons")}, ` +
        `${page.decided.toLocaleString("en")} of ` +
        `${counted(page.flags, "flag", "flags")} decided`);
    if (page.total === 0 && !this.text) {
      this.list.append(el("li", {class: "nothing"},
        el("p", {}, "Add two reports from the command line:"),
        el("code", {}, "rashomon compare --case CASE.db A B")));
    }
  }

  row(pair) {
    const share = pair.flags ? pair.decided / pair.flags : 1;
    return el("li", {},
      el("a", {class: "pair", href: `#/pair/${pair.pair}`},
        side(pair.left), side(pair.right),
        el("span", {class: "pair-progress"},
          el("progress", {max: 1, value: share,
                          "aria-label": "decided"}),
          el("span", {}, pair.flags === 0 ? noFlags(pair)
            : `${pair.decided} of ${counted(pair.flags, "flag", "flags")}`),
          pair.reopened ? el("span", {class: "tag"},
                             `${pair.reopened} reopened`) : null)));
  }
}

const noFlags = (pair) => pair.same_event === "no" ? "different events"
                                                   : "no flags";

function side(head) {
  return el("span", {class: "pair-side"},
    el("span", {class: "pair-outlet"}, text(head.outlet || "No outlet"),
       " ", el("span", {class: "date"}, day(head.published))),
    el("span", {class: head.title ? "pair-title" : "pair-title missing",
                dir: "auto"}, text(head.title || "No title")));
}
