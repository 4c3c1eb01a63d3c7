// Speaks SCORM 1.2 with the platform round the lesson. Without one (opened from a folder) the lesson works by itself.
// What is told: that the lesson was opened, which items were looked at, that all were, and for how long. Only where the body says
// data-score="true" (the edition's `platform_score`) also each chosen answer and a score. What a pupil typed is never told.
(function () {
  "use strict";
  const api = find(window) || (window.opener && find(window.opener));
  const withScore = () => document.body.dataset.score === "true";
  const began = Date.now();
  const LIMIT = 4096; // characters of suspend_data
  let state = { done: {}, shares: {}, answers: {}, count: 0 };
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
    if (!api) return;
    api.LMSInitialize("");
    if (["", "not attempted"].includes(get("cmi.core.lesson_status"))) set("cmi.core.lesson_status", "incomplete");
    try { state = { ...state, ...JSON.parse(get("cmi.suspend_data")) }; } catch { /* a first visit */ }
    api.LMSCommit("");
  }

  function tell(form, detail) {
    const kept = withScore() && detail.type !== "short" && detail.type !== "reflect";
    state.done[detail.item] = true;
    state.shares[detail.item] ??= detail.share;
    if (kept) {
      state.answers[detail.item] = detail.chosen;
      interaction(detail);
    }
    const items = [...form.querySelectorAll("fieldset.item")].map((field) => field.dataset.item);
    const seen = items.filter((item) => state.done[item]).length;
    set("cmi.core.lesson_location", `${seen}/${items.length}`);
    suspend();
    if (withScore()) score(items);
    if (seen === items.length && get("cmi.core.lesson_status") === "incomplete") set("cmi.core.lesson_status", "completed");
    api.LMSCommit("");
  }

  // 1.2 knows true-false, choice, matching, sequencing, fill-in, performance; results are right and wrong in its own words.
  const KINDS = { "true-false": "true-false", single: "choice", multi: "choice", match: "matching", order: "sequencing", scenario: "performance" };
  function interaction(detail) {
    const at = `cmi.interactions.${state.count++}`;
    set(`${at}.id`, detail.item);
    set(`${at}.type`, KINDS[detail.type]);
    set(`${at}.student_response`, response(detail));
    set(`${at}.result`, detail.verdict === "right" ? "correct" : detail.verdict === "wrong" ? "wrong" : "neutral");
  }
  function response(detail) {
    const ids = detail.chosen.map((id) => String(id).replace(/[^a-z0-9.]/g, ""));
    if (detail.type === "true-false") return ids[0] === "true" ? "t" : "f";
    return ids.join(",").slice(0, 255);
  }

  // The share of the first answer to each item; what was skipped or open is left out of the sum.
  function score(items) {
    const shares = items.map((item) => state.shares[item]).filter((share) => typeof share === "number");
    if (!shares.length) return;
    set("cmi.core.score.min", 0);
    set("cmi.core.score.max", 100);
    set("cmi.core.score.raw", Math.round((100 * shares.reduce((a, b) => a + b, 0)) / shares.length));
  }

  function suspend() {
    const { done, count } = state;
    const told = withScore() ? state : { done, count };
    const text = JSON.stringify(told);
    set("cmi.suspend_data", text.length <= LIMIT ? text : JSON.stringify({ done, count }));
  }

  function finish() {
    if (!api || finished) return;
    finished = true;
    set("cmi.core.session_time", span(Date.now() - began));
    set("cmi.core.exit", get("cmi.core.lesson_status") === "incomplete" ? "suspend" : "");
    api.LMSCommit("");
    api.LMSFinish("");
  }

  start();
  window.addEventListener("pagehide", finish);
  document.addEventListener("likeness:answered", (event) => { if (api && !finished) tell(event.target, event.detail); });
})();
