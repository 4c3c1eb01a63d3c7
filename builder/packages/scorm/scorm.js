// Speaks SCORM 1.2 with the platform round the lesson. Without one (opened from a folder) the lesson works by itself.
// What is told: that the lesson was opened, which items were looked at, that all were, and for how long. Only where the body says
// data-score="true" (the edition's `platform_score`) also the chosen answers and a score. What a pupil typed is never told.
(function () {
  "use strict";
  const LIMIT = 4096; // characters of suspend_data
  const TYPED = ["short", "reflect"];
  // 1.2 has these kinds of interaction; a story is a performance.
  const KINDS = { "true-false": "true-false", single: "choice", multi: "choice", match: "matching", order: "sequencing", scenario: "performance" };
  const api = find(window) || (window.opener && find(window.opener));
  if (!api) return;
  const withScore = document.body.dataset.score === "true";
  const began = Date.now();
  let state = { done: [], shares: {}, answers: {}, count: 0 };
  let finished = false;

  // The platform's frame is found upwards; one of another origin must not be looked into.
  function find(from) {
    for (let at = from, steps = 0; at && steps < 12; steps++) {
      try { if (at.API) return at.API; } catch { return null; }
      if (at.parent === at) return null;
      at = at.parent;
    }
    return null;
  }
  const get = (name) => String(api.LMSGetValue(name) || "");
  const set = (name, value) => api.LMSSetValue(name, String(value));

  // HHHH:MM:SS, as the standard writes a time span.
  function span(milliseconds) {
    const seconds = Math.floor(milliseconds / 1000);
    const two = (n) => String(n).padStart(2, "0");
    return `${String(Math.floor(seconds / 3600)).padStart(4, "0")}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  }

  function start() {
    api.LMSInitialize("");
    if (["", "not attempted"].includes(get("cmi.core.lesson_status"))) set("cmi.core.lesson_status", "incomplete");
    try { state = { ...state, ...JSON.parse(get("cmi.suspend_data")) }; } catch { /* a first visit */ }
    api.LMSCommit("");
  }

  // After a reload the browser has the answers; on another day the platform has them, if it is told answers at all.
  function share(own) {
    return {
      read(key, reloaded) {
        const found = own.read(key, reloaded);
        return found || (Object.keys(state.answers).length ? { answers: state.answers, kept: false } : null);
      },
      write(key, answers, keep) {
        own.write(key, answers, keep);
        if (!withScore || finished) return;
        state.answers = answers ? Object.fromEntries(Object.entries(answers).filter(([id]) => !TYPED.includes(typeOf(id))).map(([id, { chosen, first, checked }]) => [id, { chosen, first, checked }])) : {};
        suspend();
      },
    };
  }
  const typeOf = (id) => document.querySelector(`form.quiz [data-item="${CSS.escape(id)}"]`).dataset.type;

  function tell({ target, detail }) {
    if (finished) return;
    if (!state.done.includes(detail.item)) state.done.push(detail.item);
    if (typeof detail.share === "number") state.shares[detail.item] ??= detail.share;
    if (withScore && detail.chosen.length && KINDS[detail.type]) interaction(detail);
    const items = [...target.querySelectorAll("fieldset.item")].map((field) => field.dataset.item);
    const seen = items.filter((item) => state.done.includes(item)).length;
    set("cmi.core.lesson_location", `${seen}/${items.length}`);
    suspend();
    if (withScore) score(items);
    if (seen === items.length && get("cmi.core.lesson_status") === "incomplete") set("cmi.core.lesson_status", "completed");
    api.LMSCommit("");
  }

  function interaction(detail) {
    const at = `cmi.interactions.${state.count++}`;
    set(`${at}.id`, detail.item);
    set(`${at}.type`, KINDS[detail.type]);
    set(`${at}.student_response`, detail.type === "true-false" ? detail.chosen[0][0] : detail.chosen.join(",").slice(0, 255));
    set(`${at}.result`, detail.verdict === "right" ? "correct" : "wrong");
  }

  // The share of the first answer to each item; what was skipped or is open is left out.
  function score(items) {
    const shares = items.map((item) => state.shares[item]).filter((share) => typeof share === "number");
    if (!shares.length) return;
    set("cmi.core.score.min", 0);
    set("cmi.core.score.max", 100);
    set("cmi.core.score.raw", Math.round((100 * shares.reduce((sum, share) => sum + share, 0)) / shares.length));
  }

  function suspend() {
    const { done, shares, count } = state;
    const text = JSON.stringify(withScore ? state : { done });
    set("cmi.suspend_data", text.length <= LIMIT ? text : JSON.stringify({ done, shares, count }));
  }

  function finish() {
    if (finished) return;
    finished = true;
    set("cmi.core.session_time", span(Date.now() - began));
    set("cmi.core.exit", get("cmi.core.lesson_status") === "incomplete" ? "suspend" : "");
    api.LMSCommit("");
    api.LMSFinish("");
  }

  start();
  window.likeness.store = share(window.likeness.store);
  document.addEventListener("likeness:answered", tell);
  window.addEventListener("pagehide", finish);
})();
