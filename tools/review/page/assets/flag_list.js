// The list of flags. Only the rows in view are on the page, however many there
// are.

import {el, onceAFrame, percent, shape, text} from "./dom.js";
import {session} from "./api.js";
import {verdictBy} from "./flag_store.js";

const ROW = 78;   // height of a row; review.css has the same
const SPARE = 8;  // rows above and below what is seen

export const VERDICTS = {
  confirmed: {sign: "✓", label: "Confirmed", order: "Confirm"},
  dismissed: {sign: "✕", label: "Dismissed", order: "Dismiss"},
  unsure: {sign: "?", label: "Unsure", order: "Unsure"},
};

export class FlagList {
  // `onPick(id)` is told of a row that was chosen.
  constructor(store, labels, onPick) {
    this.store = store;
    this.labels = labels;
    this.onPick = onPick;
    this.current = 0;
    this.rows = new Map();  // id -> {key, element}, of those on the page
    this.top = 0;     // scrollTop and clientHeight of the box, as last seen
    this.height = 0;
    this.later = onceAFrame(() => this.draw());
    this.space = el("div", {class: "list-space"});
    this.box = el("div", {
      class: "list", id: "flag-list", role: "listbox", tabindex: 0,
      "aria-label": "Flags", onscroll: () => {
        this.top = this.box.scrollTop;
        this.later();
      },
      onkeydown: (event) => this.key(event),
    }, this.space);
    store.addEventListener("change", () => this.draw());
    new ResizeObserver(([{contentRect}]) => {
      this.height = contentRect.height;
      this.later();
    }).observe(this.box);
  }

  setCurrent(id) {
    this.current = id;
    const place = this.store.places.get(id);
    if (place !== undefined) this.reveal(place);
    this.draw();
  }

  reveal(place) {
    const top = place * ROW;
    if (this.height === 0) return;
    if (top < this.top + ROW) {
      this.scrollTo(Math.max(0, top - ROW));
    } else if (top + 2 * ROW > this.top + this.height) {
      this.scrollTo(top + 2 * ROW - this.height);
    }
  }

  scrollTo(top) {
    if (top === this.top) return;
    this.space.style.height = `${this.store.ids.length * ROW}px`;
    this.box.scrollTop = top;
    this.top = this.box.scrollTop;
  }

  draw() {
    const {ids} = this.store;
    this.space.style.height = `${ids.length * ROW}px`;
    const first = Math.max(0, Math.floor(this.top / ROW) - SPARE);
    const seen = Math.ceil((this.height || 800) / ROW);
    const last = Math.min(ids.length - 1, first + seen + 2 * SPARE);
    this.place(first, last);
    const here = this.store.places.has(this.current);
    if (here) {
      this.box.setAttribute("aria-activedescendant", `row-${this.current}`);
    } else {
      this.box.removeAttribute("aria-activedescendant");
    }
    if (ids.length) this.store.want(first, last).catch(() => {});
  }

  // Rows that are as they were stay the same elements, so that a click never
  // falls between two of them.
  place(first, last) {
    const kept = new Map();
    for (let i = first; i <= last; ++i) {
      const id = this.store.ids[i];
      const key = [this.store.rows.get(id), id === this.current, i,
                   session.reviewer, this.store.ids.length];
      const old = this.rows.get(id);
      const same = old && key.every((part, at) => part === old.key[at]);
      kept.set(id, same ? old : {key, element: this.row(i)});
    }
    for (const [id, {element}] of this.rows) {
      if (kept.get(id)?.element !== element) element.remove();
    }
    for (const {element} of kept.values()) {
      if (!element.isConnected) this.space.append(element);
    }
    this.rows = kept;
  }

  row(position) {
    const id = this.store.ids[position];
    const flag = this.store.rows.get(id);
    const row = el("div", {
      class: `row ${flag ? `k-${flag.kind}` : "empty"}`, role: "option",
      id: `row-${id}`, "data-flag": id,
      "aria-selected": id === this.current ? "true" : "false",
      "aria-posinset": position + 1, "aria-setsize": this.store.ids.length,
      onclick: () => this.onPick(id),
    }, flag ? this.parts(flag) : null);
    row.style.top = `${position * ROW}px`;
    return row;
  }

  parts(flag) {
    return [
      el("span", {class: "row-over"}, shape(flag.kind),
         el("span", {class: "row-kind"}, this.labels.get(flag.kind)),
         flag.reopens ? el("span", {class: "tag"}, "reopened") : null,
         flag.added_by ? el("span", {class: "tag"}, "added") : null,
         el("span", {class: "row-sure"}, percent(flag.confidence)),
         el("span", {class: "weight", "aria-label": `weight ${flag.weight}`},
            "●".repeat(flag.weight), el("i", {}, "●".repeat(3 - flag.weight))),
         this.seal(flag)),
      el("span", {class: "row-why"},
         text(flag.explanation || firstQuote(flag))),
    ];
  }

  seal(flag) {
    const mine = verdictBy(flag, session.reviewer);
    const others = (flag.verdicts ?? []).filter(
      (verdict) => verdict.reviewer !== session.reviewer);
    return el("span", {class: "seals"},
              mine ? seal(mine, "mine") : el("span", {class: "seal open"}),
              others.map((verdict) => seal(verdict, "other")));
  }

  key(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp" &&
        event.key !== "Home" && event.key !== "End") {
      return;
    }
    event.preventDefault();
    const {ids, places} = this.store;
    if (ids.length === 0) return;
    const at = places.get(this.current) ?? -1;
    const to = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0,
                End: ids.length - 1}[event.key];
    this.onPick(ids[Math.min(ids.length - 1, Math.max(0, to))]);
  }
}

export function seal(verdict, whose) {
  const {sign, label} = VERDICTS[verdict.verdict];
  const said = `${label} by ${verdict.reviewer}`;
  return el("span", {class: `seal ${verdict.verdict} ${whose}`, title: said,
                     role: "img", "aria-label": said}, sign);
}

function firstQuote(flag) {
  return flag.left?.quote ?? flag.right?.quote ?? "";
}
