// `true-false`: a claim. "True" stands always before "False".
(function () {
  "use strict";
  const types = window.likeness.itemTypes;
  types["true-false"] = { ...types["single"], mayShuffle: false };
})();
