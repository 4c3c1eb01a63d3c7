// `short`: a word or a few, typed. `likeness.compared` is builder/model/items/short.py `compared`; tests hold both to one table.
(function () {
  "use strict";
  const likeness = window.likeness;
  const SPACE = "\\p{White_Space}\\x1c-\\x1f";
  const OUTER = new RegExp(`^[${SPACE}"'“”‘’「」.,!?。…]+|[${SPACE}"'“”‘’「」.,!?。…]+$`, "gu");
  const SPACES = new RegExp(`[${SPACE}]+`, "gu");
  // Python's casefold, character by character: lower case alone would keep ß apart from ss and ς from σ. The dotless ı
  // is nobody's lower case there. (Cherokee, which casefold turns to capitals, is the same to both once compared.)
  const fold = (text) => text.replace(/[^ı]/gu, (sign) => sign.toLowerCase().toUpperCase().toLowerCase());
  likeness.compared = (text) => fold(text.normalize("NFC")).normalize("NFC").replace(OUTER, "").replace(SPACES, "");

  likeness.itemTypes["short"] = function (item) {
    const field = item.find(".short input");
    const accepted = item.all(".accepted").map((spelling) => likeness.compared(spelling.textContent));
    field.addEventListener("keydown", (event) => {
      // Enter also ends the composing of a Korean syllable; only the next one is meant for us.
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      item.check();
    });
    return {
      chosen: () => (field.value.trim() ? [field.value] : []),
      choose: ([text = ""]) => { field.value = text.slice(0, field.maxLength); },
      missing: (chosen) => (chosen.length ? "" : "write"),
      judge([typed]) {
        const right = accepted.includes(likeness.compared(typed));
        return { right, said: right ? "right" : "short", share: Number(right), why: [item.why(right ? "right" : "wrong")] };
      },
    };
  };
})();
