// Both reports of a comparison, side by side.

import {byId, el, onceAFrame, plainText, replace, textNodes} from "./dom.js";
import {get, session} from "./api.js";
import {verdictBy} from "./flag_store.js";
import {Geometry} from "./geometry.js";
import {fillMargins, markMargins} from "./margin.js";
import {Report} from "./report.js";
import {Ribbons} from "./ribbons.js";
import {Scrolling} from "./scrolling.js";

const SIDES = ["left", "right"];

export class Reader {
  // `onPick(flag)`: a flag was chosen in a text or a margin.
  constructor(labels, onPick) {
    this.labels = labels;
    this.onPick = onPick;
    this.panes = {left: byId("pane-left"), right: byId("pane-right")};
    this.ribbons = new Ribbons((passage) => this.goToPassage(passage));
    this.later = onceAFrame(() => this.measure());
    this.scrolling = new Scrolling(this.panes, () => this.ribbons.later());
    this.comparison = null;
    this.current = null;
    this.original = {left: false, right: false};
    new ResizeObserver(() => this.later()).observe(byId("reading"));
    document.fonts?.ready.then(() => this.later());
    for (const side of SIDES) this.listen(side);
  }

  listen(side) {
    const pane = this.panes[side];
    pane.addEventListener("click", (event) => {
      if (event.target.closest(".original")) {
        this.toggleOriginal(side);
        return;
      }
      if (!getSelection().isCollapsed) return;
      const mark = event.target.closest("mark[data-flags]");
      const flags = mark?.dataset.flags.split(" ").filter(Boolean) ?? [];
      if (flags.length) {
        // Where several lie over each other, one click after another goes
        // through them.
        const at = flags.indexOf(String(this.current?.flag));
        this.onPick(Number(flags[(at + 1) % flags.length]));
      }
    });
    pane.addEventListener("mouseover", (event) => {
      const sentence = event.target.closest(".s.shared");
      this.light(sentence ? Number(sentence.dataset.passages.split(" ")[0])
                          : null);
    });
    pane.addEventListener("mouseleave", () => this.light(null));
  }

  // Shows a comparison; nothing to do where it is shown already.
  async open(id) {
    const key = `${id} ${session.reviewer} ${session.blind}`;
    if (this.key === key) return;
    this.key = key;
    const comparison = await get("/api/comparison", {comparison: id});
    if (this.key !== key) return;
    this.render(comparison);
  }

  // What is shown is out of date.
  forget() {
    this.key = null;
  }

  render(comparison) {
    this.comparison = comparison;
    this.current = null;
    this.flags = new Map(comparison.flags.map((flag) => [flag.flag, flag]));
    this.reports = {};
    this.original = {left: false, right: false};
    for (const side of SIDES) {
      const report = new Report(side, comparison[side], comparison.flags,
                                comparison.alignments);
      report.render(this.panes[side]);
      this.reports[side] = report;
      this.panes[side].setAttribute("aria-label",
        `${side === "left" ? "Left" : "Right"} report: ` +
        plainText(comparison[side].outlet || comparison[side].title));
    }
    this.ribbons.setFlag(null);
    this.geometry = new Geometry(this.reports, comparison.alignments);
    for (const side of SIDES) this.panes[side].scrollTop = 0;
    this.measure();
  }

  measure() {
    if (!this.geometry || this.panes.left.clientHeight +
        this.panes.right.clientHeight === 0) {
      return;
    }
    this.geometry.measure();
    this.scrolling.use(this.geometry);
    fillMargins(this.reports, [...this.flags.values()], this.geometry,
                this.labels, this.onPick);
    this.showDecided();
    this.ribbons.show(this.geometry);
    if (this.current) this.ribbons.setFlag(this.endsOf(this.current));
  }

  names() {
    const name = (side, otherwise) => this.comparison?.[side].outlet ||
                                      otherwise;
    return {left: name("left", "Left report"),
            right: name("right", "Right report")};
  }

  // New forms of flags, after decisions.
  put(flags) {
    for (const flag of flags) {
      if (this.flags?.has(flag.flag)) this.flags.set(flag.flag, flag);
    }
    if (this.reports) this.showDecided();
  }

  showDecided() {
    markMargins(this.reports,
                (id) => verdictBy(this.flags.get(id),
                                  session.reviewer)?.verdict,
                this.current?.flag);
  }

  // Looking at one flag

  focus(flag, {instantly = false} = {}) {
    if (!this.reports) return;
    this.unfocus();
    this.current = flag;
    for (const side of SIDES) {
      this.panes[side].classList.add("has-current");
      const evidence = this.reports[side].marksOf(flag.flag);
      for (const mark of evidence) {
        mark.classList.add("on", `k-on-${flag.kind}`);
      }
      for (const mark of this.reports[side].nearOf(flag.flag)) {
        mark.classList.add("on-near", `k-on-${flag.kind}`);
      }
    }
    this.showDecided();
    // From here on the layout is only read, and then scrolled.
    const ends = this.endsOf(flag);
    this.ribbons.setFlag(ends);
    for (const side of SIDES) {
      if (ends[side] && !this.original[side]) {
        this.scrolling.bring(side, ends[side][0], instantly);
      }
    }
  }

  unfocus() {
    for (const mark of document.querySelectorAll("mark.on, mark.on-near")) {
      mark.classList.remove("on", "on-near");
      mark.className = mark.className.replace(/ ?k-on-[a-z]+/g, "");
    }
    this.current = null;
  }

  // A flag's evidence; of an omission, on the other side its nearest miss.
  elementsOf(flag, side) {
    const marks = this.reports[side].marksOf(flag.flag);
    return marks.length ? marks : this.reports[side].nearOf(flag.flag);
  }

  endsOf(flag) {
    const ends = {kind: flag.kind, faint: !flag.left || !flag.right};
    for (const side of SIDES) {
      ends[side] = this.geometry.extentOf(side, this.elementsOf(flag, side));
    }
    return ends;
  }

  // Passages

  light(passage) {
    if (this.lit === passage) return;
    this.lit = passage;
    for (const side of SIDES) {
      for (const s of this.panes[side].querySelectorAll(".s.lit")) {
        s.classList.remove("lit");
      }
      if (passage === null || !this.reports) continue;
      const group = this.comparison.alignments[passage];
      for (const s of this.reports[side].sentencesOf(group[side])) {
        s.classList.add("lit");
      }
    }
    this.ribbons.light(passage);
  }

  goToPassage(passage) {
    const band = this.geometry.bands[passage];
    for (const side of SIDES) {
      if (band[side].length) this.scrolling.bring(side, band[side][0][0]);
    }
    this.light(passage);
  }

  setTogether(on) {
    this.scrolling.together = on;
  }

  setFaint(on) {
    byId("reading").classList.toggle("faint-alone", on);
  }

  // The spans that are selected: {left, right}, null for none.
  selected() {
    const spans = {left: null, right: null};
    const selection = getSelection();
    if (!this.reports || selection.isCollapsed) return spans;
    for (const side of SIDES) {
      if (this.original[side]) continue;
      for (let i = 0; i < selection.rangeCount; ++i) {
        const range = selection.getRangeAt(i);
        if (range.intersectsNode(this.panes[side])) {
          spans[side] = this.reports[side].spanOf(range) ?? spans[side];
        }
      }
    }
    return spans;
  }

  // The source as it was read, instead of the cleaned text

  toggleOriginal(side, on = !this.original[side]) {
    if (!this.reports || this.original[side] === on) return;
    this.original[side] = on;
    const pane = this.panes[side];
    pane.classList.toggle("as-read", on);
    const button = pane.querySelector(".original");
    button.setAttribute("aria-pressed", on ? "true" : "false");
    replace(button, on ? "Cleaned" : "As read");
    if (on) this.showSource(side);
    pane.scrollTop = 0;
    this.later();
  }

  // Fetched once for each report that is shown.
  async showSource(side) {
    const pane = this.panes[side];
    if (pane.querySelector(".source")) return;
    const box = el("div", {class: "source"});
    pane.append(box);
    const {article} = this.reports[side];
    try {
      const source = await get("/api/source", {article: article.article});
      replace(box, ...sourceParts(article, source));
    } catch (error) {
      replace(box, el("p", {}, error.message));
    }
  }
}

function sourceParts(article, source) {
  const facts = [
    ["File", article.source], ["Address", article.url],
    ["Form", `${article.format}, ${article.encoding}`],
    ["Size", `${source.bytes.toLocaleString("en")} bytes`],
    ["SHA-256", article.source_sha256]].filter(([, value]) => value);
  return [
    el("dl", {class: "source-facts"}, facts.map(([name, value]) =>
      el("div", {}, el("dt", {}, name), el("dd", {}, textNodes(value))))),
    article.removed.length ? el("details", {class: "taken-out", open: true},
      el("summary", {}, `Left out when it was cleaned ` +
                        `(${article.removed.length})`),
      el("ul", {}, article.removed.map((cut) => el("li", {},
        el("span", {class: "reason"}, textNodes(cut.reason)),
        el("span", {class: "cut", dir: "auto"}, textNodes(cut.text)))))) : null,
    el("pre", {dir: "auto", class: "as-read-text"}, textNodes(source.text)),
    source.truncated ? el("p", {}, "Only the first megabyte is shown.") : null,
  ];
}
