// What the page does beyond reading: it lights both sides of a passage, brings
// the evidence of a flag into view on both, and steps through flags by key.
// Without it the links and the filter still work.
(() => {
  "use strict";
  const all = (selector) => [...document.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const SIDES = ["left", "right"];
  // Where in its pane evidence comes to stand: a third from the top.
  const EYE_LEVEL = 0.32;
  let opening = true;

  const scrollsByItself = (pane) =>
    getComputedStyle(pane).overflowY === "auto";

  // Scrolls `target`'s own pane so that it stands `offset` pixels from the
  // pane's top. Where the page scrolls as a whole, does nothing.
  function bring(target, offset) {
    const pane = target && target.closest(".pane");
    if (!pane || !scrollsByItself(pane)) return;
    const at = target.getBoundingClientRect().top -
      pane.getBoundingClientRect().top;
    const wanted = offset === undefined ? pane.clientHeight * EYE_LEVEL
                                        : offset;
    const jump = opening || calm.matches;
    pane.scrollBy({top: at - wanted, behavior: jump ? "instant" : "smooth"});
  }

  // Scrolls no further than it takes to see all of `card`.
  function show(card) {
    if (!scrollsByItself(card.closest(".pane"))) return;
    const behavior = calm.matches ? "instant" : "smooth";
    card.scrollIntoView({block: "nearest", behavior});
  }

  // Passages

  const passagesOf = (element) => element.dataset.passage.split(" ");

  function light(passages, on) {
    for (const passage of passages) {
      for (const sentence of all(`.s[data-passage~="${passage}"]`)) {
        sentence.classList.toggle("lit", on);
      }
    }
  }

  // Brings the other side's part of a passage level with this one's.
  function level(sentence, passage) {
    const here = sentence.closest(".report");
    const other = one(`p${passage}-${here.id === "left" ? "right" : "left"}`);
    const offset = sentence.getBoundingClientRect().top -
      here.getBoundingClientRect().top;
    bring(other, offset);
  }

  for (const sentence of all(".s.shared")) {
    const passages = passagesOf(sentence);
    sentence.addEventListener("mouseenter", () => light(passages, true));
    sentence.addEventListener("mouseleave", () => light(passages, false));
    sentence.addEventListener("click", (event) => {
      if (event.target.closest("a, mark")) return;
      if (String(getSelection())) return;
      level(sentence, passages[0]);
    });
  }
  for (const number of all(".pn")) {
    const passage = number.dataset.passage;
    number.addEventListener("focus", () => light([passage], true));
    number.addEventListener("blur", () => light([passage], false));
    number.addEventListener("click", (event) => {
      const pane = number.closest(".pane");
      if (!scrollsByItself(pane)) return;
      event.preventDefault();
      level(number, passage);
      one(number.hash.slice(1)).focus({preventScroll: true});
    });
  }

  // Flags

  let picked = 0;

  function remember(hash) {
    try {
      history.replaceState(null, "", hash);
    } catch {
      // Some browsers refuse it for files; the link is a convenience.
    }
  }

  function clear() {
    picked = 0;
    document.body.classList.remove("picked");
    for (const element of all(".on")) {
      element.classList.remove("on");
      element.style.removeProperty("--k");
    }
  }

  const visible = (card) => card.getClientRects().length > 0;

  // Marks flag `number` everywhere; `from` is the pane that stays put.
  function pick(number, from) {
    clear();
    const card = one(`flag-${number}`);
    if (!card) return;
    picked = number;
    if (card.closest("#more")) one("more").open = true;
    document.body.classList.add("picked");
    // Where flags overlap, the text takes the colour of the one picked.
    const colour = getComputedStyle(card).getPropertyValue("--k");
    for (const element of all(`[data-flag~="${number}"]`)) {
      element.classList.add("on");
      element.style.setProperty("--k", colour);
    }
    for (const side of SIDES) {
      if (from && from.id === side) continue;
      const mark = one(side).querySelector(`mark[data-flag~="${number}"]`);
      bring(mark);
    }
    if (from && from.id === "flags") show(card);
    else bring(card, 24);
    remember(`#flag-${number}`);
  }

  for (const card of all(".flag")) {
    card.addEventListener("click", (event) => {
      if (String(getSelection())) return;
      const link = event.target.closest("a");
      const rail = card.closest(".pane");
      if (link && !scrollsByItself(rail)) return;
      event.preventDefault();
      pick(Number(card.dataset.flag), rail);
    });
  }
  for (const badge of all(".badge")) {
    badge.addEventListener("click", (event) => {
      const pane = badge.closest(".pane");
      if (!scrollsByItself(pane)) return;
      event.preventDefault();
      const number = Number(badge.dataset.flag);
      pick(number, pane);
      one(`flag-${number}`).focus({preventScroll: true});
    });
  }
  for (const mark of all(".report mark")) {
    mark.addEventListener("click", () => {
      if (String(getSelection())) return;
      pick(Number(mark.dataset.flag.split(" ")[0]), mark.closest(".pane"));
    });
  }

  function step(by) {
    const cards = all(".flag").filter(visible);
    if (cards.length === 0) return;
    const at = cards.findIndex((card) => Number(card.dataset.flag) === picked);
    const next = at < 0 ? (by > 0 ? 0 : cards.length - 1)
                        : Math.min(Math.max(at + by, 0), cards.length - 1);
    pick(Number(cards[next].dataset.flag));
    cards[next].focus({preventScroll: true});
    if (!scrollsByItself(cards[next].closest(".pane"))) {
      cards[next].scrollIntoView({block: "center"});
    }
  }

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "Escape") clear();
    else if (event.key === "Enter" && event.target.matches(".flag")) {
      pick(Number(event.target.dataset.flag));
    }
  });

  function pickFromAddress() {
    const match = /^#flag-(\d+)$/.exec(location.hash);
    if (match) pick(Number(match[1]));
  }
  addEventListener("hashchange", pickFromAddress);
  pickFromAddress();
  opening = false;
  for (const hint of all(".keys")) hint.hidden = false;
})();
