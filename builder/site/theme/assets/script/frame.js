// The frame: the colour switch, a menu that closes as people expect, and the notice about old help lines.
(function () {
  "use strict";
  const root = document.documentElement;
  const DAY = 24 * 60 * 60 * 1000;
  const STALE_AFTER = 180;

  function systemScheme() {
    return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }

  // Only a choice that differs from the system's is worth remembering; going back to it forgets the setting.
  function choose(scheme) {
    const own = scheme !== systemScheme();
    if (own) root.dataset.scheme = scheme;
    else delete root.dataset.scheme;
    try {
      if (own) localStorage.setItem("likeness.scheme", scheme);
      else localStorage.removeItem("likeness.scheme");
    } catch { /* not remembered, but switched */ }
  }

  function wireScheme(button) {
    const current = () => root.dataset.scheme || systemScheme();
    const show = () => button.setAttribute("aria-pressed", String(current() === "dark"));
    button.addEventListener("click", () => {
      choose(current() === "dark" ? "light" : "dark");
      show();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
    show();
  }

  function wireMenu(menu) {
    const summary = menu.querySelector("summary");
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      summary.focus();
    });
    document.addEventListener("click", (event) => {
      if (menu.open && !menu.contains(event.target)) menu.open = false;
    });
    // Tabbing out closes it, so that it never covers what has the focus.
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
    });
  }

  function warnWhenStale(notice) {
    const checked = Date.parse(notice.dataset.checked);
    if (Date.now() - checked > STALE_AFTER * DAY) notice.textContent = notice.dataset.text;
  }

  document.querySelectorAll(".scheme").forEach(wireScheme);
  document.querySelectorAll(".menu").forEach(wireMenu);
  document.querySelectorAll(".stale").forEach(warnWhenStale);
})();
