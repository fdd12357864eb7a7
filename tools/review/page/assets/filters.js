// The filters above the list, with how many flags each would leave.

import {byId, counted, el, plainText, replace, shape} from "./dom.js";

const DECIDED = [["any", "All"], ["undecided", "Open"],
                 ["confirmed", "Confirmed"], ["dismissed", "Dismissed"],
                 ["unsure", "Unsure"]];
const SORTS = [["best", "Weightiest first"], ["text", "Text order"],
               ["informative", "Most informative"]];

export class Filters {
  // `onChange(filter)` is told of every change; `onDecideAll()` of the button.
  constructor(kinds, onChange, onDecideAll) {
    this.kinds = kinds;
    this.onChange = onChange;
    this.onDecideAll = onDecideAll;
    this.value = {sort: "best"};
    this.chosen = new Set();
    this.outlets = [];
    this.element = this.build();
  }

  build() {
    this.search = el("input", {
      type: "search", id: "filter-text", placeholder: "Search flags",
      "aria-label": "Search in quotations, explanations and notes (/)",
      oninput: () => this.soon()});
    this.sort = el("select", {
      id: "filter-sort", onchange: () => this.changed(),
      "aria-label": "Order: weight × confidence, text, or nearest to 50% first",
    }, SORTS.map(([value, label]) => el("option", {value}, label)));
    this.decided = el("div", {class: "segments", role: "radiogroup",
                              "aria-label": "Your verdict"},
                      DECIDED.map(([value, label]) =>
                        this.segment(value, label)));
    this.chips = el("fieldset", {class: "kinds"},
                    el("legend", {}, "Kinds"),
                    this.kinds.map((kind) => this.chip(kind)));
    this.count = el("p", {class: "list-count", role: "status",
                          id: "list-count"});
    this.all = el("button", {type: "button", class: "quiet", id: "decide-all",
                             onclick: () => this.onDecideAll()}, "Decide all…");
    return el("div", {class: "filters"},
              el("div", {class: "filter-line"}, this.search, this.sort),
              this.decided,
              this.more(),
              el("div", {class: "filter-foot"}, this.count, this.all));
  }

  more() {
    this.weight = el("select", {id: "filter-weight",
                                onchange: () => this.changed()},
                     ["1", "2", "3"].map((value) =>
                       el("option", {value}, value === "1" ? "any weight"
                         : value === "2" ? "2 or more" : "3 only")));
    this.low = this.share("filter-low", "0", "Least confidence in percent");
    this.high = this.share("filter-high", "100", "Most confidence in percent");
    this.outlet = el("select", {id: "filter-outlet",
                                onchange: () => this.changed()});
    this.reopened = el("input", {type: "checkbox", id: "filter-reopened",
                                 onchange: () => this.changed()});
    this.superseded = el("input", {type: "checkbox", id: "filter-superseded",
                                   onchange: () => this.changed()});
    this.summary = el("summary", {}, "Filters");
    return el("details", {class: "more", id: "more-filters"}, this.summary,
              this.chips,
              el("div", {class: "grid"},
                 el("label", {for: "filter-weight"}, "Weight"), this.weight,
                 el("label", {for: "filter-low"}, "Confidence"),
                 el("span", {class: "range"}, this.low, "to", this.high, "%"),
                 el("label", {for: "filter-outlet"}, "Outlet"), this.outlet),
              el("label", {class: "check"}, this.reopened, " Reopened only"),
              el("label", {class: "check"}, this.superseded,
                 " With flags of earlier runs"),
              el("button", {type: "button", class: "quiet", id: "clear-filters",
                            onclick: () => this.clear()}, "Clear filters"));
  }

  share(id, value, label) {
    return el("input", {type: "number", id, min: 0, max: 100, step: 5, value,
                        "aria-label": label, oninput: () => this.soon()});
  }

  segment(value, label) {
    return el("label", {class: "segment"},
              el("input", {type: "radio", name: "decided", value,
                           checked: value === "any",
                           onchange: () => this.changed()}),
              el("span", {}, label, " ", el("b", {"data-decided": value})));
  }

  chip({kind, label, meaning}) {
    return el("label", {class: `chip k-${kind}`, title: meaning},
              el("input", {type: "checkbox", value: kind, checked: true,
                           onchange: (event) => this.toggle(event)}),
              shape(kind), label, el("span", {class: "count",
                                              "data-kind": kind}));
  }

  // The first click on a kind leaves it alone; further ones add and remove.
  toggle(event) {
    const kind = event.target.value;
    if (this.chosen.size === 0) {
      this.chosen = new Set([kind]);
    } else if (this.chosen.has(kind)) {
      this.chosen.delete(kind);
    } else {
      this.chosen.add(kind);
    }
    this.showKinds();
    this.changed();
  }

  showKinds() {
    for (const input of this.chips.querySelectorAll("input")) {
      input.checked = this.chosen.size === 0 || this.chosen.has(input.value);
    }
  }

  setOutlets(outlets) {
    this.outlets = outlets;
    replace(this.outlet, el("option", {value: ""}, "any outlet"),
            outlets.filter(Boolean).map((name) =>
              el("option", {value: name}, plainText(name))));
  }

  clear() {
    this.chosen.clear();
    this.showKinds();
    this.search.value = "";
    this.weight.value = "1";
    this.low.value = "0";
    this.high.value = "100";
    this.outlet.value = "";
    this.reopened.checked = false;
    this.superseded.checked = false;
    this.decided.querySelector("input").checked = true;
    this.changed();
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.changed(), 200);
  }

  read() {
    const share = (input, otherwise) => {
      const number = Math.min(100, Math.max(0, Number(input.value)));
      return input.value === "" || number === otherwise ? ""
        : String(number / 100);
    };
    const decided = this.decided.querySelector("input:checked").value;
    return {
      sort: this.sort.value,
      decided: decided === "any" ? "" : decided,
      kinds: [...this.chosen].join(","),
      text: this.search.value.trim(),
      min_weight: this.weight.value === "1" ? "" : this.weight.value,
      min_confidence: share(this.low, 0),
      max_confidence: share(this.high, 100),
      outlets: this.outlet.value,
      reopened: this.reopened.checked ? "1" : "",
      superseded: this.superseded.checked ? "1" : "",
    };
  }

  changed() {
    clearTimeout(this.timer);
    this.onChange(this.read());
  }

  // Counts that came with a list.
  show(total, facets) {
    replace(this.count, counted(total, "flag", "flags"));
    this.all.disabled = total === 0;
    for (const count of this.chips.querySelectorAll("[data-kind]")) {
      replace(count, String(facets.kinds[count.dataset.kind] ?? 0));
    }
    const sum = Object.values(facets.decided).reduce((a, b) => a + b, 0);
    for (const count of this.decided.querySelectorAll("[data-decided]")) {
      const {decided} = count.dataset;
      replace(count, String(decided === "any" ? sum
                                              : facets.decided[decided] ?? 0));
    }
    const active = Object.entries(this.read()).filter(
      ([name, value]) => value !== "" &&
        !["sort", "decided", "text"].includes(name)).length;
    replace(this.summary, active ? `Filters (${active} on)` : "Filters");
  }
}

export const focusSearch = () => {
  const input = byId("filter-text");
  input.focus();
  input.select();
};
