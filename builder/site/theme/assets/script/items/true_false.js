// `true-false`: a claim. "True" stands always before "False": the page marks the order as fixed.
(function () {
  "use strict";
  const { itemTypes } = window.likeness;
  itemTypes["true-false"] = itemTypes["single"];
})();
