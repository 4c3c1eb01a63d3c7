// `match`: a select for each text on the left. The letters are given out anew at each load, in the list and in the selects.
(function () {
  "use strict";
  const { itemTypes, shuffled } = window.likeness;
  itemTypes["match"] = function (item) {
    const list = item.find(".match-choices");
    list.append(...shuffled(list.children));
    const choices = [...list.children].map((li, place) => [li.dataset.choice, String.fromCharCode(65 + place) + ". " + li.textContent]);
    const rows = item.all(".pair").map((row) => ({ row, id: row.dataset.pair, name: row.querySelector("label").textContent, select: row.querySelector("select") }));
    for (const { select } of rows) select.replaceChildren(select.options[0], ...choices.map(([id, text]) => new Option(text, id)));
    const fits = ({ id, select }) => item.reasons.get(id).dataset.choice === select.value;
    const textOf = (row) => list.querySelector(`[data-choice="${row.select.value}"]`).textContent;
    // Feedback of the pair where it fits and of an extra that was chosen; for anything else only that it does not fit.
    const why = (row) => {
      const right = fits(row);
      const own = right ? row.id : item.reasons.get(row.select.value).dataset.choice ? "" : row.select.value;
      return item.why(own, ...item.part(right, right ? "fits" : "misfit", row.name), "– " + textOf(row) + " ");
    };
    return {
      chosen: () => rows.filter((row) => row.select.value).map((row) => row.id + "." + row.select.value),
      choose(ids) {
        const wanted = new Map(ids.map((id) => id.split(".")));
        for (const { row, id, select } of rows) {
          select.value = wanted.get(id) || "";
          if (select.selectedIndex < 0) select.value = "";
          row.hidden = false;
        }
      },
      missing: (chosen) => (chosen.length === rows.length ? "" : "each"),
      judge() {
        const right = rows.every(fits);
        return { right, said: right ? "right" : "partly", share: rows.filter(fits).length / rows.length, why: rows.map(why) };
      },
      again() {
        for (const row of rows) {
          row.row.hidden = fits(row);
          if (!fits(row)) row.select.value = "";
        }
      },
    };
  };
})();
