// `multi`: every right option and no other. Says when what was chosen is right but not yet all.
(function () {
  "use strict";
  const { itemTypes, make } = window.likeness;
  itemTypes["multi"] = function (item) {
    const type = itemTypes["single"](item);
    const judge = type.judge;
    type.judge = function (chosen) {
      const judged = judge(chosen);
      const fits = chosen.filter((id) => item.key.includes(id)).length;
      if (!judged.right && fits === chosen.length) judged.said = "more";
      // Each right option earns its share, each wrong one costs as much, never below nothing.
      if ("partial" in item.fieldset.dataset) judged.share = Math.max(0, (2 * fits - chosen.length) / item.key.length);
      if (chosen.length > 1) judged.why = chosen.map((id) => item.why(id, make("span", "chosen", item.textOf(id)), " "));
      return judged;
    };
    return type;
  };
})();
