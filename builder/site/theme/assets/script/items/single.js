// `single`: one right option. Also the base of the other types that are answered by choosing.
(function () {
  "use strict";
  const inputs = (fieldset) => [...fieldset.querySelectorAll(".option input")];
  window.likeness.itemTypes["single"] = {
    mayShuffle: true,
    chosen: (fieldset) => inputs(fieldset).filter((input) => input.checked).map((input) => input.value),
    choose: (fieldset, ids) => inputs(fieldset).forEach((input) => { input.checked = ids.includes(input.value); }),
    right: (chosen, key) => chosen.length === key.length && chosen.every((id) => key.includes(id)),
    say: (verdict, chosen, key, words) => words[verdict],
  };
})();
