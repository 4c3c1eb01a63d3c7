// `multi`: every right option and no other. Says when what was chosen is right but not yet all.
(function () {
  "use strict";
  const types = window.likeness.itemTypes;
  types["multi"] = {
    ...types["single"],
    say: (verdict, chosen, key, words) =>
      verdict === "wrong" && chosen.every((id) => key.includes(id)) ? words.more : words[verdict],
  };
})();
