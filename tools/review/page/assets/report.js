// One report as elements: paragraphs, sentences, marked evidence; and the way
// back from a place on the page to the report's own offsets.

import {el, replace, textNodes, text, day} from "./dom.js";
import {Offsets} from "./offsets.js";

const BLACK = "▮▮▮";

export class Report {
  // `side` is "left" or "right"; `flags` are those of the comparison.
  constructor(side, article, flags, alignments) {
    this.side = side;
    this.article = article;
    this.offsets = {title: new Offsets(article.title),
                    text: new Offsets(article.text)};
    this.places = new WeakMap();  // text node -> {field, start, length, whole}
    this.passages = this.passagesOf(alignments);
    this.flags = flags;
  }

  // Which alignments each sentence belongs to.
  passagesOf(alignments) {
    const passages = new Map();
    alignments.forEach((group, number) => {
      for (const sentence of group[this.side]) {
        if (!passages.has(sentence)) passages.set(sentence, []);
        passages.get(sentence).push(number);
      }
    });
    return passages;
  }

  units(span) {
    const offsets = this.offsets[span.field];
    return [offsets.toUnit(span.begin), offsets.toUnit(span.end)];
  }

  // What covers which part of a field: {begin, end, type, value}.
  coversOf(field) {
    const covers = [];
    const add = (span, type, value) => {
      if (!span || span.field !== field) return;
      const [begin, end] = this.units(span);
      if (begin < end) covers.push({begin, end, type, value});
    };
    this.article.sentences.forEach(
      (span, number) => add(span, "sentence", number));
    for (const span of this.article.residue) add(span, "residue", span.reason);
    for (const span of this.article.masked) add(span, "masked", true);
    for (const flag of this.flags) {
      add(flag[this.side], "flag", flag);
      if (flag.nearest && flag.nearest.side === this.side) {
        add(flag.nearest, "near", flag);
      }
    }
    return covers;
  }

  // Parts of a field in which nothing begins or ends.
  partsOf(field, begin, end, covers) {
    const cuts = new Set([begin, end]);
    for (const cover of covers) {
      if (cover.begin > begin && cover.begin < end) cuts.add(cover.begin);
      if (cover.end > begin && cover.end < end) cuts.add(cover.end);
    }
    const sorted = [...cuts].sort((a, b) => a - b);
    return sorted.slice(0, -1).map((from, i) => ({begin: from,
                                                  end: sorted[i + 1]}));
  }

  // The parts of `field` from `begin` to `end`, as nodes.
  nodesOf(field, begin, end, all) {
    const covers = all.filter((c) => c.begin < end && c.end > begin);
    const nodes = [];
    let sentence = null;
    for (const part of this.partsOf(field, begin, end, covers)) {
      const over = covers.filter(
        (c) => c.begin <= part.begin && c.end >= part.end);
      const number = over.find((c) => c.type === "sentence")?.value;
      const node = this.partNode(field, part, over);
      if (number === undefined) {
        sentence = null;
        nodes.push(node);
        continue;
      }
      if (sentence === null || sentence.number !== number) {
        sentence = {number, element: this.sentenceElement(number)};
        nodes.push(sentence.element);
      }
      sentence.element.append(node);
    }
    return nodes;
  }

  sentenceElement(number) {
    const passages = this.passages.get(number) ?? [];
    return el("span", {class: passages.length ? "s shared" : "s alone",
                       "data-sentence": number,
                       "data-passages": passages.join(" ")});
  }

  partNode(field, part, over) {
    const flags = over.filter((c) => c.type === "flag").map((c) => c.value);
    const near = over.filter((c) => c.type === "near").map((c) => c.value);
    const residue = over.find((c) => c.type === "residue");
    const masked = over.some((c) => c.type === "masked");
    const inside = masked ? this.blacked(field, part)
                          : this.textOf(field, part);
    if (flags.length === 0 && near.length === 0) {
      return residue ? el("span", {class: "residue", title: residue.value},
                          inside)
                     : fragment(inside);
    }
    const ids = (list) => list.map((flag) => flag.flag).join(" ");
    return el("mark", {
      class: flags.length ? `ev k-${flags[0].kind}` : "near",
      "data-flags": ids(flags), "data-near": ids(near)}, inside);
  }

  textOf(field, part) {
    const string = this.article[field].slice(part.begin, part.end);
    return textNodes(string, (node, start, length, whole) => {
      this.places.set(node, {field, start: part.begin + start, length, whole});
    });
  }

  blacked(field, part) {
    const node = document.createTextNode(BLACK);
    this.places.set(node, {field, start: part.begin,
                           length: part.end - part.begin, whole: true});
    return [el("span", {class: "masked", title: "Hidden in blind review"},
               node)];
  }

  // Begin and end of each paragraph of the text, in units.
  paragraphs() {
    const bounds = [];
    let begin = 0;
    for (const gap of this.article.text.matchAll(/\n\s*\n/g)) {
      bounds.push([begin, gap.index]);
      begin = gap.index + gap[0].length;
    }
    bounds.push([begin, this.article.text.length]);
    return bounds.filter(([from, to]) => from < to);
  }

  render(pane) {
    const sheet = el("div", {class: "sheet"}, this.headline(), this.byline());
    const covers = this.coversOf("text").sort((a, b) => a.begin - b.begin);
    let first = 0;
    for (const [begin, end] of this.paragraphs()) {
      // Covers are within a paragraph but for those a reviewer drew across.
      const here = [];
      for (let i = first; i < covers.length && covers[i].begin < end; ++i) {
        if (covers[i].end > begin) here.push(covers[i]);
        else if (i === first) ++first;
      }
      sheet.append(el("p", {dir: "auto"},
                      this.nodesOf("text", begin, end, here)));
    }
    replace(pane, this.masthead(), sheet,
            el("div", {class: "margin", "data-side": this.side}));
    this.pane = pane;
  }

  masthead() {
    const name = this.article.outlet ||
      (this.side === "left" ? "Left report" : "Right report");
    return el("header", {class: "masthead"},
              el("p", {class: "outlet", dir: "auto"}, text(name)),
              el("p", {class: "date"}, day(this.article.published)),
              el("button", {type: "button", class: "quiet original",
                            "data-side": this.side, "aria-pressed": "false",
                            title: "The source before it was cleaned (o)"},
                 "As read"));
  }

  headline() {
    const {title} = this.article;
    if (title === "") {
      return el("h2", {class: "missing"}, "No title");
    }
    return el("h2", {dir: "auto"},
              this.nodesOf("title", 0, title.length, this.coversOf("title")));
  }

  byline() {
    const parts = [this.article.byline, this.article.place].filter(Boolean);
    if (parts.length === 0) return null;
    return el("p", {class: "byline", dir: "auto"}, text(parts.join(" · ")));
  }

  // Places

  // All elements that stand for a flag here.
  marksOf(flag) {
    return [...this.pane.querySelectorAll(
      `mark[data-flags~="${Number(flag)}"]`)];
  }
  nearOf(flag) {
    return [...this.pane.querySelectorAll(
      `mark[data-near~="${Number(flag)}"]`)];
  }
  sentencesOf(numbers) {
    return numbers.flatMap((number) => [...this.pane.querySelectorAll(
      `.s[data-sentence="${Number(number)}"]`)]);
  }

  // The span of a selection, or null where it holds nothing of one field of
  // this report. A selection over title and text gives the text's part.
  spanOf(range) {
    const bounds = {};
    const walker = document.createTreeWalker(
      this.pane.querySelector(".sheet"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const place = this.places.get(node);
      if (!place || !range.intersectsNode(node)) continue;
      const [from, to] = this.selectedIn(node, place, range);
      if (from >= to) continue;
      const known = bounds[place.field];
      bounds[place.field] = known ? [Math.min(known[0], from),
                                     Math.max(known[1], to)] : [from, to];
    }
    const field = bounds.text ? "text" : bounds.title ? "title" : null;
    return field && this.trimmed(field, bounds[field]);
  }

  selectedIn(node, place, range) {
    const end = place.start + place.length;
    if (place.whole) return [place.start, end];
    const from = range.startContainer === node ? range.startOffset : 0;
    const to = range.endContainer === node ? range.endOffset : place.length;
    return [place.start + from, place.start + to];
  }

  // Without white space at either end; in bytes.
  trimmed(field, [begin, end]) {
    const string = this.article[field];
    while (begin < end && /\s/.test(string[begin])) ++begin;
    while (begin < end && /\s/.test(string[end - 1])) --end;
    if (begin === end) return null;
    const offsets = this.offsets[field];
    return {field, begin: offsets.toBytes(begin), end: offsets.toBytes(end)};
  }

  quote(span) {
    const [begin, end] = this.units(span);
    return this.article[span.field].slice(begin, end);
  }
}

function fragment(nodes) {
  const all = document.createDocumentFragment();
  all.append(...nodes);
  return all;
}

