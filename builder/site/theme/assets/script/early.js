// Runs before the first paint, so that a chosen colour scheme does not flash. The only stored setting of the frame.
(function () {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");
  try {
    const scheme = localStorage.getItem("likeness.scheme");
    if (/^(light|dark)$/.test(scheme)) root.dataset.scheme = scheme;
  } catch { /* storage is refused here: the system's scheme stands */ }
})();
