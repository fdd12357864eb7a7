// How far reviewers agree, and how often flags are right.

import {el, one, replace} from "./dom.js";

export class AgreementView {
  constructor(labels, onPick) {
    this.labels = labels;
    this.onPick = onPick;
    this.box = one("view-agreement");
  }

  async show() {
    replace(this.box, el("p", {class: "nothing"}, "Not there yet."));
  }
}
