// `single`: one right option. Also the base of the other types that are answered by choosing.
(function () {
  "use strict";
  const { itemTypes, shuffled } = window.likeness;
  itemTypes["single"] = function (item) {
    const options = item.all(".option");
    const inputs = options.map((option) => option.querySelector("input"));
    const fits = (chosen) => chosen.filter((id) => item.key.includes(id));
    // Never where the order means something.
    if (!("fixed" in item.fieldset.dataset)) {
      const slot = document.createComment("");
      options[0].before(slot);
      slot.replaceWith(...shuffled(options));
    }
    return {
      chosen: () => inputs.filter((input) => input.checked).map((input) => input.value),
      choose: (ids) => inputs.forEach((input) => { input.checked = ids.includes(input.value); }),
      missing: (chosen) => (chosen.length ? "" : "choose"),
      judge(chosen) {
        const right = chosen.length === item.key.length && fits(chosen).length === chosen.length;
        return { right, said: right ? "right" : "wrong", share: Number(right), why: chosen.map((id) => item.why(id)) };
      },
    };
  };
})();
