// The space between the two reports: a ribbon for each aligned passage, and one
// in the colour of its kind for the flag that is looked at.

import {byId, onceAFrame, replace, svg} from "./dom.js";

// A band from [a, b] on the left to [c, d] on the right, over `width` pixels.
function band(width, [a, b], [c, d]) {
  const m = width / 2;
  return `M0 ${a}C${m} ${a} ${m} ${c} ${width} ${c}V${d}` +
         `C${m} ${d} ${m} ${b} 0 ${b}Z`;
}

export class Ribbons {
  // `onPick(number)` is told of a ribbon that was clicked.
  constructor(onPick) {
    this.surface = byId("ribbons");
    this.lit = null;
    this.flag = null;
    this.onPick = onPick;
    this.later = onceAFrame(() => this.draw());
    this.size = {width: 0, height: 0};
    new ResizeObserver(([{contentRect}]) => {
      this.size = contentRect;
      this.later();
    }).observe(this.surface.parentElement);
  }

  show(geometry) {
    this.geometry = geometry;
    this.later();
  }

  light(number) {
    this.lit = number;
    this.later();
  }

  // `ends`: {kind, left: [begin, end]|null, right}, heights in the panes.
  setFlag(ends) {
    this.flag = ends;
    this.later();
  }

  draw() {
    if (!this.geometry?.sides) return;
    const {left, right} = this.geometry.sides;
    const box = this.size;
    if (box.width === 0) return;
    const shift = {left: left.pane.scrollTop, right: right.pane.scrollTop};
    const on = (side, [begin, end]) => [round(begin - shift[side]),
                                        round(end - shift[side])];
    const seen = ([begin, end]) => end > -40 && begin < box.height + 40;
    const paths = [];
    for (const one of this.geometry.bands) {
      for (const from of one.left.map((run) => on("left", run))) {
        for (const to of one.right.map((run) => on("right", run))) {
          if (!seen(from) && !seen(to)) continue;
          paths.push(this.ribbon(one, band(box.width, from, to)));
        }
      }
    }
    replace(this.surface, paths, this.flagRibbon(box.width, on));
  }

  ribbon({number}, d) {
    const path = svg("path", {
      d, class: this.lit === number ? "ribbon lit" : "ribbon",
      onclick: () => this.onPick(number),
      onmouseenter: () => path.classList.add("lit"),
      onmouseleave: () => path.classList.toggle("lit", this.lit === number),
    });
    return path;
  }

  flagRibbon(width, on) {
    if (!this.flag?.left || !this.flag?.right) return null;
    const d = band(width, on("left", this.flag.left),
                   on("right", this.flag.right));
    return svg("path", {d, class: `ribbon-flag k-${this.flag.kind}` +
                                  (this.flag.faint ? " faint" : "")});
  }
}

const round = (value) => Math.round(value * 2) / 2;
