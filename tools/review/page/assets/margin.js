// The flags in the margins: a mark with the shape and colour of its kind beside
// the line where its evidence begins.

import {el, replace, shape} from "./dom.js";

const HEIGHT = 24;  // of a mark, with the space below it

// Fills both margins. `onPick(flag)` is told of a mark that was chosen.
export function fillMargins(reports, flags, geometry, labels, onPick) {
  for (const side of ["left", "right"]) {
    const margin = reports[side].pane.querySelector(".margin");
    const marks = flags
      .map((flag) => ({flag, at: topOf(reports[side], flag, geometry, side)}))
      .filter(({at}) => at !== null)
      .sort((a, b) => a.at - b.at);
    spread(marks);
    replace(margin, marks.map(({flag, at}) =>
      markFor(flag, at, labels, onPick)));
  }
}

function topOf(report, flag, geometry, side) {
  const extent = geometry.extentOf(side, report.marksOf(flag.flag).slice(0, 1));
  return extent && extent[0];
}

// Those of one line stand below each other.
function spread(marks) {
  let free = 0;
  for (const mark of marks) {
    mark.at = Math.max(mark.at, free);
    free = mark.at + HEIGHT;
  }
}

function markFor(flag, at, labels, onPick) {
  const mark = el("button", {
    type: "button", class: `pin k-${flag.kind}`, "data-flag": flag.flag,
    tabindex: -1, "aria-label": `${labels.get(flag.kind)}, flag ${flag.flag}`,
    title: labels.get(flag.kind), onclick: () => onPick(flag.flag),
  }, shape(flag.kind));
  mark.style.top = `${at}px`;
  return mark;
}

// Shows which are decided, and which one is looked at.
export function markMargins(reports, verdictOf, current) {
  for (const side of ["left", "right"]) {
    for (const pin of reports[side].pane.querySelectorAll(".pin")) {
      const flag = Number(pin.dataset.flag);
      pin.classList.toggle("on", flag === current);
      pin.dataset.verdict = verdictOf(flag) ?? "";
    }
  }
}
