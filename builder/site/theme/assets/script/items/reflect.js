// `reflect`: room to write and pointers to open. Never judged; what was written is kept only where the pupil asks for it.
(function () {
  "use strict";
  window.likeness.itemTypes["reflect"] = function (item) {
    const field = item.find("textarea");
    item.answer.addEventListener("toggle", () => {
      if (item.answer.open && !item.first) item.done("done", [], null);
    });
    return {
      open: true,
      chosen: () => (field.value ? [field.value] : []),
      choose: ([text = ""]) => { field.value = text; },
      missing: () => "",
    };
  };
})();
