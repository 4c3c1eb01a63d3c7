// The self-check: answer, press Check, read why; at the end look again at what went wrong. Without this script the
// same page shows each answer in a <details>. Answers live here, in sessionStorage only so that a reload does not lose
// them, and elsewhere only if the pupil asks for it. How sure somebody was is kept nowhere.
//
// An item type is one file in items/ that adds itself to `likeness.itemTypes`: a function that is given the Item, wires
// what the fieldset holds, and returns
//   chosen()        what the pupil answered, as strings: ids of options, "pair.choice", steps in order, "scene.choice", a text
//   choose(list)    takes such an answer up; what does not fit the item is left out, [] is the item untouched
//   missing(list)   the name of the word that asks for an answer where there is none yet, else ""
//   judge(list)     {right, said: name of a word, why: elements, share: 0 to 1}
//   again()         where there is one: clears only what was wrong; otherwise everything is cleared
//   open, latest    true where nothing is ever judged; where the last answer of a round counts, not the first
//
// For packages that carry the quiz elsewhere, on the form, bubbling:
//   likeness:answered  detail {item, type, chosen, verdict: "right" | "wrong" | "skipped" | "done", share: 0 to 1 or null}
//                      when an item was checked, skipped, walked to an end, or its pointers were opened. What a pupil
//                      wrote for an open question is in no event.
//   likeness:saved     detail {answers} when they were handed to the store, null when they were cleared
// and `likeness.store`, which a package may set before this script runs or before the page is ready:
//   read(key, reloaded)          {answers, kept: whether they outlive the visit}, or null
//   write(key, answers, keep)    answers is null where nothing is to be kept
(function () {
  "use strict";
  const likeness = (window.likeness = window.likeness || {});
  const types = (likeness.itemTypes = {});

  function read(name, key) {
    try { return JSON.parse(window[name].getItem(key)); } catch { return null; }
  }
  function write(name, key, value) {
    try {
      if (value) window[name].setItem(key, JSON.stringify(value));
      else window[name].removeItem(key);
    } catch { /* storage is refused: answers live in memory alone */ }
  }
  // After a reload the answers come back; after any other way to the page only those the pupil asked to keep.
  // So the back button never shows the last pupil's answers.
  likeness.store = likeness.store || {
    read(key, reloaded) {
      const kept = read("localStorage", key);
      const answers = kept || (reloaded && read("sessionStorage", key));
      return answers ? { answers, kept: Boolean(kept) } : null;
    },
    write(key, answers, keep) {
      write("sessionStorage", key, answers);
      write("localStorage", key, keep ? answers : null);
    },
  };

  likeness.make = function (name, className, ...children) {
    const made = document.createElement(name);
    made.className = className;
    made.append(...children);
    return made;
  };
  const { make } = likeness;
  // Once per load, before anything can have the focus.
  likeness.shuffled = function (list) {
    const mixed = [...list];
    for (let i = mixed.length - 1; i > 0; i--) {
      const j = Math.floor(Math.random() * (i + 1));
      [mixed[i], mixed[j]] = [mixed[j], mixed[i]];
    }
    return mixed;
  };
  // A sentence with its gaps filled; a text is put in as it is, whatever signs it holds.
  likeness.fill = (sentence, gaps) => sentence.replace(/\{(\w+)\}/g, (gap, name) => gaps[name] ?? gap);
  const { fill } = likeness;
  const checked = (field) => [...field.querySelectorAll(".option input:checked")];
  const texts = (inputs) => inputs.map((input) => input.labels[0].textContent).join(" · ");

  class Item {
    constructor(fieldset, quiz, before) {
      this.fieldset = fieldset;
      this.quiz = quiz;
      this.before = before; // the same item in the form before the lesson, where the page has one
      this.id = fieldset.dataset.item;
      this.words = quiz.words;
      this.result = this.find(".result");
      this.answer = this.find("details.answer");
      this.reasons = new Map(this.all("details.answer [data-option]").map((row) => [row.dataset.option, row]));
      this.type = types[fieldset.dataset.type](this);
      this.forget();
      for (const part of this.all(".controls, .sure")) part.hidden = false;
      this.on("button.check", () => this.check());
      this.on("button.skip-item", () => this.skip());
      fieldset.addEventListener("input", (event) => { if (!event.target.closest(".sure")) this.touched(); });
    }
    find(selector) { return this.fieldset.querySelector(selector); }
    all(selector) { return [...this.fieldset.querySelectorAll(selector)]; }
    on(selector, act) { this.all(selector).forEach((button) => button.addEventListener("click", act)); }
    // The ids of the rows of the key that are right.
    get key() { return [...this.reasons].filter(([, row]) => row.className === "right").map(([id]) => id); }
    get sure() { return this.find(".sure input:checked"); }

    touched() {
      this.clearResult();
      this.checked = false;
      this.quiz.save();
    }
    clearResult() {
      this.result.replaceChildren();
      delete this.result.dataset.verdict;
    }
    forget() {
      this.first = null; // "right", "wrong", "skipped" or "done": the first answer of this round
      this.checked = false;
      this.answer.hidden = !this.type.open;
      this.answer.open = false;
      if (this.sure) this.sure.checked = false;
      this.clearResult();
    }
    check() {
      const chosen = this.type.chosen();
      const missing = this.type.missing(chosen);
      this.clearResult();
      if (missing) return this.result.append(make("p", "", this.words[missing]));
      const { right, share } = this.show(chosen);
      this.checked = true;
      this.done(right ? "right" : "wrong", chosen, share);
    }
    show(chosen) {
      const judged = this.type.judge(chosen);
      const verdict = judged.right ? "right" : "wrong";
      this.result.dataset.verdict = verdict;
      this.result.append(make("p", "verdict " + verdict, this.words[judged.said]));
      const degree = { sure: "sure", unsure: "unsure" }[this.sure && this.sure.value];
      if (degree) this.result.append(make("p", "", this.words[degree + (judged.right ? "Right" : "Wrong")]));
      this.result.append(...judged.why);
      const explain = this.answer.querySelector(".explain");
      if (judged.right && explain) this.result.append(explain.cloneNode(true));
      this.result.append(...this.change());
      this.answer.hidden = false;
      return judged;
    }
    // What was chosen before the lesson, and what is chosen now.
    change() {
      const before = this.before ? checked(this.before) : [];
      if (!before.length) return [];
      const said = (word, inputs) => fill(this.words[word], { text: texts(inputs) });
      return [make("p", "change", said("before", before), " ", said("now", checked(this.fieldset)))];
    }
    // Why one part of the answer is right or not, with words before it that say which part is meant.
    why(id, ...before) {
      const feedback = this.reasons.get(id)?.querySelector(".feedback");
      return make("p", "why", ...before, ...(feedback ? [feedback.cloneNode(true)] : []));
    }
    // A part that is named, with a verdict of its own.
    part(right, said, name) {
      return [make("span", "verdict " + (right ? "right" : "wrong"), this.words[said]), " ", make("span", "chosen", name), " "];
    }
    textOf(id) { return this.reasons.get(id).querySelector(".option-text").textContent; }
    skip() {
      this.type.choose([]);
      this.clearResult();
      this.checked = false;
      this.result.append(make("p", "", this.words.skipped));
      this.done("skipped", [], null);
    }
    done(verdict, chosen, share) {
      this.first = (!this.type.latest && this.first) || verdict;
      this.quiz.tell("answered", { item: this.id, type: this.fieldset.dataset.type, chosen, verdict, share });
      this.quiz.changed();
    }
    // Only what was wrong is asked again.
    again() {
      if (this.type.again) this.type.again();
      else this.type.choose([]);
      this.forget();
    }
    state(keep) {
      return {
        chosen: this.type.open && !keep ? [] : this.type.chosen(),
        first: this.first,
        checked: this.checked,
        before: this.before ? checked(this.before).map((input) => input.value) : [],
      };
    }
    restore(state) {
      const strings = (list) => (Array.isArray(list) ? list.filter((id) => typeof id === "string") : []);
      if (!state || typeof state !== "object") return;
      const before = strings(state.before);
      if (this.before) for (const input of this.before.querySelectorAll("input")) input.checked = before.includes(input.value);
      this.type.choose(strings(state.chosen));
      this.first = ["right", "wrong", "skipped", "done"].includes(state.first) ? state.first : null;
      const chosen = this.type.chosen();
      if (this.type.open || state.checked !== true || this.type.missing(chosen)) return;
      this.checked = true;
      this.show(chosen);
    }
  }

  class Quiz {
    constructor(form) {
      this.form = form;
      this.words = form.dataset;
      this.key = "likeness.answers:" + location.pathname + "#" + form.id;
      this.end = form.querySelector(".quiz-end");
      this.said = form.querySelector(".end-said");
      this.againButton = form.querySelector("button.again");
      this.keep = form.querySelector(".keep input");
      this.before = document.querySelector(`form.before[data-before="${CSS.escape(form.dataset.quiz)}"]`);
      form.reset();
      const before = (id) => this.before && this.before.querySelector(`[data-item="${CSS.escape(id)}"]`);
      this.items = [...form.querySelectorAll("fieldset.item")].map((field) => new Item(field, this, before(field.dataset.item)));
      this.round = this.items;
      this.end.hidden = false;
      this.againButton.addEventListener("click", () => this.tryAgain());
      form.querySelector("button.clear").addEventListener("click", () => this.clear(this.words.cleared));
      this.keep.addEventListener("change", () => this.save());
      if (this.before) this.before.addEventListener("input", () => this.save());
      // Enter in an option would send the form; nothing here is ever sent.
      form.addEventListener("submit", (event) => event.preventDefault());
    }
    tell(name, detail) {
      this.form.dispatchEvent(new CustomEvent("likeness:" + name, { bubbles: true, detail }));
    }
    store(answers) {
      likeness.store.write(this.key, answers, this.keep.checked);
      this.tell("saved", { answers });
    }
    save() {
      this.store(Object.fromEntries(this.items.map((item) => [item.id, item.state(this.keep.checked)])));
    }
    restore(reloaded) {
      const { answers, kept } = likeness.store.read(this.key, reloaded) || {};
      if (!answers) return likeness.store.write(this.key, null, false);
      this.keep.checked = kept;
      for (const item of this.items) item.restore(answers[item.id]);
      this.changed();
    }
    changed() {
      this.save();
      const done = this.round.every((item) => item.first);
      const wrong = this.round.filter((item) => item.first === "wrong").length;
      this.againButton.hidden = !done || !wrong;
      this.say(!done ? "" : !wrong ? this.words.allDone : fill(wrong === 1 ? this.words.lookOne : this.words.lookMany, { n: wrong }));
    }
    // Said only when it changed, so that it is not read out after every press.
    say(sentence) {
      if (this.said.textContent !== sentence) this.said.textContent = sentence;
    }
    tryAgain() {
      this.round = this.round.filter((item) => item.first === "wrong");
      for (const item of this.items) item.fieldset.hidden = !this.round.includes(item);
      for (const item of this.round) item.again();
      this.changed();
      this.round[0].fieldset.focus();
    }
    clear(sentence) {
      this.form.reset();
      if (this.before) this.before.reset();
      this.round = this.items;
      for (const item of this.items) {
        item.fieldset.hidden = false;
        item.type.choose([]);
        item.forget();
      }
      this.againButton.hidden = true;
      this.store(null);
      this.say(sentence);
    }
  }

  // The form before the lesson: what is chosen there is kept with the answers of the self-check, if that is on the page too.
  function wireBefore(form, quizzes) {
    const said = form.querySelector(".before-said");
    form.reset();
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => { said.textContent = ""; });
    form.querySelector("button.clear").addEventListener("click", () => {
      form.reset();
      for (const quiz of quizzes) if (quiz.before === form) quiz.clear("");
      said.textContent = form.dataset.cleared;
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    const [visit] = performance.getEntriesByType("navigation");
    const quizzes = [...document.querySelectorAll("form.quiz")].map((form) => new Quiz(form));
    const befores = [...document.querySelectorAll("form.before")];
    for (const form of befores) wireBefore(form, quizzes);
    for (const quiz of quizzes) quiz.restore(Boolean(visit) && visit.type === "reload");
    // A page taken whole from the browser's memory by the back button still holds the answers: clear what was not kept.
    window.addEventListener("pageshow", (event) => {
      if (!event.persisted) return;
      for (const form of befores) if (!quizzes.some((quiz) => quiz.before === form)) form.reset();
      for (const quiz of quizzes) if (!quiz.keep.checked) quiz.clear("");
    });
  });
})();
