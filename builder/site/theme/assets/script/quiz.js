// The self-check: choose, press Check, read why; at the end look again at what went wrong. Without this script the
// same page shows each answer in a <details>. Answers live here, in sessionStorage only so that a reload does not lose
// them, and elsewhere only if the pupil asks for it. An item type is one file in items/ that adds itself to `types`.
(function () {
  "use strict";
  const likeness = (window.likeness = window.likeness || {});
  const types = (likeness.itemTypes = {});

  function store(name) {
    try { return window[name]; } catch { return null; }
  }
  function read(name, key) {
    try { return JSON.parse(store(name).getItem(key)); } catch { return null; }
  }
  function write(name, key, value) {
    try {
      if (value) store(name).setItem(key, JSON.stringify(value));
      else store(name).removeItem(key);
    } catch { /* storage is refused: answers live in memory alone */ }
  }
  function element(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }
  // Once per load, before anything can have the focus, and never where the order means something.
  function shuffle(fieldset) {
    const options = [...fieldset.querySelectorAll(".option")];
    const slot = document.createComment("");
    options[0].before(slot);
    for (let i = options.length - 1; i > 0; i--) {
      const j = Math.floor(Math.random() * (i + 1));
      [options[i], options[j]] = [options[j], options[i]];
    }
    slot.replaceWith(...options);
  }

  class Item {
    constructor(fieldset, quiz) {
      this.fieldset = fieldset;
      this.quiz = quiz;
      this.id = fieldset.dataset.item;
      this.type = types[fieldset.dataset.type];
      this.result = fieldset.querySelector(".result");
      this.answer = fieldset.querySelector("details.answer");
      this.skip = fieldset.querySelector("button.skip-item");
      this.right = [...this.answer.querySelectorAll("li.right")].map((li) => li.dataset.option);
      this.forget();
      fieldset.querySelector(".controls").hidden = false;
      fieldset.querySelector("button.check").addEventListener("click", () => this.check());
      if (this.skip) this.skip.addEventListener("click", () => this.pass());
      fieldset.addEventListener("change", () => { this.clearResult(); quiz.save(); });
      if (this.type.mayShuffle && !("fixed" in fieldset.dataset)) shuffle(fieldset);
    }
    clearResult() {
      this.result.replaceChildren();
      delete this.result.dataset.verdict;
    }
    forget() {
      this.first = null; // "right", "wrong" or "skipped": the first answer of this round
      this.checked = false;
      this.answer.hidden = true;
      this.answer.open = false;
      this.clearResult();
    }
    check() {
      const chosen = this.type.chosen(this.fieldset);
      this.clearResult();
      if (!chosen.length) return this.result.append(element("p", "", this.quiz.words.choose));
      const verdict = this.type.right(chosen, this.right) ? "right" : "wrong";
      this.first = this.first || verdict;
      this.checked = true;
      this.show(verdict, chosen);
      this.quiz.changed();
    }
    show(verdict, chosen) {
      this.result.dataset.verdict = verdict;
      const words = this.quiz.words;
      this.result.append(element("p", "verdict " + verdict, this.type.say(verdict, chosen, this.right, words)));
      for (const id of chosen) this.result.append(this.why(id, chosen.length > 1));
      const explain = this.answer.querySelector(".explain");
      if (verdict === "right" && explain) this.result.append(explain.cloneNode(true));
      this.answer.hidden = false;
    }
    // The feedback of one option, with the option's words before it where several were chosen.
    why(id, named) {
      const source = this.answer.querySelector(`li[data-option="${CSS.escape(id)}"]`);
      const p = element("p", "why", "");
      if (named) p.append(element("span", "chosen", source.querySelector(".option-text").textContent), " ");
      p.append(...source.querySelector(".feedback").cloneNode(true).childNodes);
      return p;
    }
    pass() {
      this.type.choose(this.fieldset, []);
      this.clearResult();
      this.first = this.first || "skipped";
      this.result.append(element("p", "", this.quiz.words.skipped));
      this.quiz.changed();
    }
    state() {
      return { chosen: this.type.chosen(this.fieldset), first: this.first, checked: this.checked };
    }
    restore(state) {
      if (!state || !Array.isArray(state.chosen)) return;
      this.type.choose(this.fieldset, state.chosen.filter((id) => typeof id === "string"));
      this.first = ["right", "wrong", "skipped"].includes(state.first) ? state.first : null;
      const chosen = this.type.chosen(this.fieldset);
      if (state.checked !== true || !chosen.length) return;
      this.checked = true;
      this.show(this.type.right(chosen, this.right) ? "right" : "wrong", chosen);
    }
  }

  class Quiz {
    constructor(form) {
      this.form = form;
      this.words = form.dataset;
      this.key = "likeness.answers:" + location.pathname + "#" + form.id;
      this.end = form.querySelector(".quiz-end");
      this.said = form.querySelector(".end-said");
      this.again = form.querySelector("button.again");
      this.keep = form.querySelector(".keep input");
      form.reset();
      this.items = [...form.querySelectorAll("fieldset.item")].map((fieldset) => new Item(fieldset, this));
      this.round = this.items;
      this.end.hidden = false;
      this.again.addEventListener("click", () => this.tryAgain());
      form.querySelector("button.clear").addEventListener("click", () => this.clear(this.words.cleared));
      this.keep.addEventListener("change", () => this.save());
      // Enter in an option would send the form; nothing here is ever sent.
      form.addEventListener("submit", (event) => event.preventDefault());
    }
    save() {
      const answers = Object.fromEntries(this.items.map((item) => [item.id, item.state()]));
      write("sessionStorage", this.key, answers);
      write("localStorage", this.key, this.keep.checked ? answers : null);
    }
    // After a reload the answers come back; after any other way to the page only those the pupil asked to keep.
    // So the back button never shows the last pupil's answers.
    restore(reloaded) {
      const kept = read("localStorage", this.key);
      const answers = kept || (reloaded && read("sessionStorage", this.key));
      if (!answers) return write("sessionStorage", this.key, null);
      this.keep.checked = Boolean(kept);
      for (const item of this.items) item.restore(answers[item.id]);
      this.changed();
    }
    changed() {
      this.save();
      const done = this.round.every((item) => item.first);
      const wrong = this.round.filter((item) => item.first === "wrong").length;
      this.again.hidden = !done || !wrong;
      this.say(!done ? "" : !wrong ? this.words.allDone : (wrong === 1 ? this.words.lookOne : this.words.lookMany).replace("{n}", wrong));
    }
    // Said only when it changed, so that it is not read out after every press.
    say(sentence) {
      if (this.said.textContent !== sentence) this.said.textContent = sentence;
    }
    tryAgain() {
      this.round = this.round.filter((item) => item.first === "wrong");
      for (const item of this.items) item.fieldset.hidden = !this.round.includes(item);
      for (const item of this.round) {
        item.type.choose(item.fieldset, []);
        item.forget();
      }
      this.changed();
      this.round[0].fieldset.focus();
    }
    clear(sentence) {
      this.form.reset();
      this.round = this.items;
      for (const item of this.items) {
        item.fieldset.hidden = false;
        item.forget();
      }
      this.again.hidden = true;
      write("sessionStorage", this.key, null);
      write("localStorage", this.key, null);
      this.say(sentence);
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    const [visit] = performance.getEntriesByType("navigation");
    const quizzes = [...document.querySelectorAll("form.quiz")].map((form) => new Quiz(form));
    for (const quiz of quizzes) quiz.restore(Boolean(visit) && visit.type === "reload");
    // A page taken whole from the browser's memory by the back button still holds the answers: clear what was not kept.
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) for (const quiz of quizzes) if (!quiz.keep.checked) quiz.clear("");
    });
  });
})();
