// "Leave this page": blank at once, answers gone, a neutral title, and no way back to the page by the back button.
(function () {
  "use strict";
  const link = document.querySelector(".leave");
  if (!link) return;
  const said = document.querySelector(".leave-said");
  const WITHIN = 5000;
  let presses = [];

  function forgetAnswers() {
    document.querySelectorAll("form").forEach((form) => form.reset());
    for (const name of ["sessionStorage", "localStorage"]) {
      try {
        const store = window[name];
        Object.keys(store).filter((key) => key.startsWith("likeness.answers")).forEach((key) => store.removeItem(key));
      } catch { /* nothing can have been stored */ }
    }
  }

  function leave() {
    document.body.hidden = true;
    document.body.replaceChildren();
    document.title = link.dataset.neutral;
    forgetAnswers();
    location.replace(link.href);
  }

  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift") { presses = []; return; } // Shift while typing is not a wish to leave
    if (event.repeat) return;
    const now = Date.now();
    presses = presses.filter((time) => now - time < WITHIN).concat(now);
    if (presses.length >= 3) leave();
    else said.textContent = presses.length === 2 ? link.dataset.one : link.dataset.two;
  });
})();
