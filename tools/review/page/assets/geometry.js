// Where things stand in the two panes, in pixels from the top of each pane's
// content: read from the page once after each change of layout, so that
// scrolling reads nothing but scrollTop.

export class Geometry {
  // `reports`: {left, right}, rendered.
  constructor(reports, alignments) {
    this.reports = reports;
    this.alignments = alignments;
  }

  measure() {
    this.sides = {left: this.sideOf("left"), right: this.sideOf("right")};
    this.bands = this.alignments.map((group, number) => ({
      number,
      confidence: group.confidence,
      left: this.runsOf("left", group.left),
      right: this.runsOf("right", group.right),
    }));
    this.path = this.pathOf();
  }

  sideOf(side) {
    const {pane} = this.reports[side];
    const top = pane.getBoundingClientRect().top - pane.scrollTop;
    const extents = new Map();
    for (const element of pane.querySelectorAll(".s")) {
      const box = element.getBoundingClientRect();
      const number = Number(element.dataset.sentence);
      const known = extents.get(number);
      const begin = box.top - top;
      const end = box.bottom - top;
      extents.set(number, known ? [Math.min(known[0], begin),
                                   Math.max(known[1], end)] : [begin, end]);
    }
    return {pane, top, extents, height: pane.scrollHeight};
  }

  // Sentences in a row make one band.
  runsOf(side, sentences) {
    const runs = [];
    let last = -2;
    for (const sentence of [...sentences].sort((a, b) => a - b)) {
      const extent = this.sides[side].extents.get(sentence);
      if (!extent) continue;
      if (sentence === last + 1 && runs.length) {
        runs[runs.length - 1][1] = extent[1];
      } else {
        runs.push([...extent]);
      }
      last = sentence;
    }
    return runs;
  }

  // Pairs of heights that go down on both sides: the longest such chain of
  // alignments. News reorders freely, so the rest cannot keep in step.
  pathOf() {
    const points = this.bands
      .filter((band) => band.left.length && band.right.length)
      .map((band) => [middle(band.left[0]), middle(band.right[0])])
      .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const chain = longestRise(points);
    return [[0, 0], ...chain,
            [this.sides.left.height, this.sides.right.height]];
  }

  // The height on the other side that goes with one on `side`.
  across(side, y) {
    const from = side === "left" ? 0 : 1;
    const to = 1 - from;
    const path = this.path;
    let i = 1;
    while (i < path.length - 1 && path[i][from] < y) ++i;
    const [a, b] = [path[i - 1], path[i]];
    const width = b[from] - a[from];
    const share = width > 0 ? (y - a[from]) / width : 0;
    return a[to] + Math.min(1, Math.max(0, share)) * (b[to] - a[to]);
  }

  // The box of elements, from the top of their pane's content.
  extentOf(side, elements) {
    const {pane} = this.sides[side];
    const top = pane.getBoundingClientRect().top - pane.scrollTop;
    const boxes = elements.map((element) => element.getBoundingClientRect())
      .filter((box) => box.height > 0);
    if (boxes.length === 0) return null;
    return [Math.min(...boxes.map((box) => box.top)) - top,
            Math.max(...boxes.map((box) => box.bottom)) - top];
  }
}

const middle = ([begin, end]) => (begin + end) / 2;

// The longest chain of points that rises in the second coordinate, of points
// that rise in the first. O(n log n).
export function longestRise(points) {
  const tails = [];  // index of the last point of the best chain of each length
  const before = new Array(points.length).fill(-1);
  points.forEach(([, y], i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const at = (low + high) >> 1;
      if (points[tails[at]][1] < y) low = at + 1;
      else high = at;
    }
    before[i] = low > 0 ? tails[low - 1] : -1;
    tails[low] = i;
  });
  const chain = [];
  for (let i = tails.length ? tails[tails.length - 1] : -1; i >= 0;
       i = before[i]) {
    chain.unshift(points[i]);
  }
  return chain;
}
