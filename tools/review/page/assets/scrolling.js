// Scrolling the two reports in step, and to the evidence of a flag.

const EYE_LEVEL = 0.3;  // where evidence comes to stand, from the top
const calm = matchMedia("(prefers-reduced-motion: reduce)");

export class Scrolling {
  constructor(panes, onScroll) {
    this.panes = panes;
    this.onScroll = onScroll;
    this.together = true;
    this.leader = null;  // the side that a person scrolls
    this.last = {left: 0, right: 0};
    for (const side of ["left", "right"]) {
      const pane = panes[side];
      for (const name of ["wheel", "touchmove", "keydown", "pointerdown"]) {
        pane.addEventListener(name, () => { this.leader = side; },
                              {passive: true});
      }
      pane.addEventListener("scroll", () => this.scrolled(side),
                            {passive: true});
    }
  }

  use(geometry) {
    this.geometry = geometry;
  }

  // The other side moves by as much as its text is longer or shorter; it does
  // not jump, wherever the two stood.
  scrolled(side) {
    const pane = this.panes[side];
    const moved = pane.scrollTop - this.last[side];
    if (this.together && this.leader === side && moved !== 0 &&
        this.geometry?.path) {
      const other = side === "left" ? "right" : "left";
      const eye = pane.clientHeight * EYE_LEVEL;
      const from = this.geometry.across(side, this.last[side] + eye);
      const to = this.geometry.across(side, pane.scrollTop + eye);
      this.panes[other].scrollTop += to - from;
      this.last[other] = this.panes[other].scrollTop;
    }
    this.last[side] = pane.scrollTop;
    this.onScroll();
  }

  // Brings a height of a side to eye level.
  bring(side, height, instantly = false) {
    this.leader = null;
    const pane = this.panes[side];
    const top = Math.max(0, height - pane.clientHeight * EYE_LEVEL);
    const near = Math.abs(top - pane.scrollTop) < pane.clientHeight * 3;
    pane.scrollTo({top, behavior: calm.matches || instantly || !near
      ? "instant" : "smooth"});
  }

  // The height at eye level, and where the other side stands for it.
  level(side, height) {
    const other = side === "left" ? "right" : "left";
    const offset = height - this.panes[side].scrollTop;
    return {other, offset};
  }
}
