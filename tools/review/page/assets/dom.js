// Elements and text. Text from a case is only ever put into the page as text
// nodes: nothing here parses markup.

const SVG = "http://www.w3.org/2000/svg";

// el("p", {class: "why", onclick: f}, "text", child): strings become text
// nodes; null children are left out. Properties that start with "on" are
// listeners, others attributes; false and null ones are left out, true is "".
export function el(tag, properties = {}, ...children) {
  return fill(document.createElement(tag), properties, children);
}

export function svg(tag, properties = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), properties, children);
}

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  append(element, children);
  return element;
}

export function append(element, children) {
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
}

export function replace(element, ...children) {
  element.replaceChildren();
  append(element, children);
}

export const byId = (id) => document.getElementById(id);

// The shape of a kind, with its colour.
export function shape(kind) {
  return svg("svg", {class: `shape k-${kind}`, "aria-hidden": "true",
                     viewBox: "0 0 12 12"},
             svg("use", {href: `#shape-${kind}`}));
}

// Characters that act without being seen: controls, bidi embeddings,
// overrides, isolates and marks, separators, interlinear and tag characters;
// as tools/report/utf8.h has them. Tabs and line ends are plain space.
const HIDDEN = new RegExp(
  "[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u061c\\u200e" +
  "\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufff9-\\ufffb" +
  "\\u{e0000}-\\u{e007f}]", "gu");

const codeName = (character) =>
  "U+" + character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");

// The text as nodes, each hidden character as a box with its code.
// `onNode(node, start, length, whole)` is told of every text node; of a box
// `whole` is true.
export function textNodes(text, onNode = () => {}) {
  const nodes = [];
  const add = (part, start) => {
    if (part === "") return;
    const node = document.createTextNode(part);
    onNode(node, start, part.length, false);
    nodes.push(node);
  };
  let from = 0;
  for (const match of text.matchAll(HIDDEN)) {
    add(text.slice(from, match.index), from);
    const name = document.createTextNode(codeName(match[0]));
    onNode(name, match.index, match[0].length, true);
    nodes.push(el("span", {class: "ctl"}, name));
    from = match.index + match[0].length;
  }
  add(text.slice(from), from);
  return nodes;
}

// Text in its own direction, so that it turns nothing around it.
export function text(value, properties = {}) {
  return el("bdi", properties, textNodes(value ?? ""));
}

// The same as a plain string, for places that take no elements.
export function plainText(value) {
  return (value ?? "").replace(HIDDEN, (c) => `[${codeName(c)}]`);
}

let toastTimer = 0;
export function toast(message, isError = false) {
  const line = byId("toast");
  replace(line, text(message));
  line.classList.toggle("error", isError);
  line.classList.add("shown");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => line.classList.remove("shown"),
                          isError ? 8000 : 2500);
}

// Calls `draw` once in the next frame, however often it is asked: what is drawn
// depends on the layout, which is costly to ask for in between.
export function onceAFrame(draw) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      draw();
    });
  };
}

export const percent = (share) =>
  `${Math.min(99, Math.max(1, Math.round(share * 100)))}%`;

export const counted = (count, one, many) =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric", month: "long", year: "numeric", timeZone: "UTC"});
export function day(published) {
  const match = /^\d{4}-\d{2}-\d{2}/.exec(published ?? "");
  return match ? DAY.format(new Date(match[0])) : "no date";
}

const MOMENT = new Intl.DateTimeFormat("en-GB", {
  day: "numeric", month: "short", hour: "2-digit", minute: "2-digit"});
export const moment = (time) => MOMENT.format(new Date(time));
