// `order`: buttons move a step up and down. The neighbour is what moves in the page, so that the pressed button keeps the focus.
(function () {
  "use strict";
  const { itemTypes, shuffled, fill } = window.likeness;
  // Places of the longest run of steps that stand in order among themselves: the others are the ones to move.
  function inOrder(places) {
    const runs = [];
    places.forEach((place, i) => {
      const before = runs.slice(0, i).filter((run) => run[run.length - 1] < place);
      runs.push([...before.reduce((longest, run) => (run.length > longest.length ? run : longest), []), place]);
    });
    return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), []);
  }
  itemTypes["order"] = function (item) {
    const key = item.key;
    const list = item.find(".steps");
    const said = item.find(".moved");
    const steps = () => [...list.children];
    const ids = () => steps().map((step) => step.dataset.step);
    const textOf = (step) => step.querySelector(".step-text").textContent;
    let start = shuffled(steps());
    while (start.every((step, place) => step.dataset.step === key[place])) start = shuffled(start);
    let moved = false;

    function settle() {
      steps().forEach((step, place, all) => {
        step.querySelector(".up").disabled = place === 0;
        step.querySelector(".down").disabled = place === all.length - 1;
      });
    }
    function arrange(all) {
      list.append(...all);
      settle();
      said.textContent = "";
    }
    function move(button) {
      const step = button.closest(".step");
      const up = button.matches(".up");
      if (up) step.after(step.previousElementSibling);
      else step.before(step.nextElementSibling);
      moved = true;
      // At the end of the way its button can no longer be pressed; the other one takes the focus.
      const place = steps().indexOf(step);
      if (place === (up ? 0 : steps().length - 1)) {
        const other = step.querySelector(up ? ".down" : ".up");
        other.disabled = false;
        other.focus();
      }
      settle();
      said.textContent = fill(item.words.moved, { text: textOf(step), n: place + 1, of: steps().length });
      item.touched();
    }

    start.forEach((step, place) => {
      // A printed page shows the steps as they were asked, not as they were answered.
      step.style.setProperty("--asked", place);
      step.querySelector("select").hidden = true;
      for (const button of step.querySelectorAll("button")) {
        button.hidden = false;
        button.addEventListener("click", () => move(button));
      }
    });
    list.classList.add("can-move");
    arrange(start);
    return {
      chosen: () => (moved ? ids() : []),
      choose(wanted) {
        moved = wanted.length === key.length && key.every((id) => wanted.includes(id));
        arrange(moved ? wanted.map((id) => start.find((step) => step.dataset.step === id)) : start);
      },
      missing: (chosen) => (chosen.length ? "" : "move"),
      judge(chosen) {
        said.textContent = "";
        const kept = inOrder(chosen.map((id) => key.indexOf(id)));
        const right = kept.length === key.length;
        const stands = (id) => (right || kept.length > 1) && kept.includes(key.indexOf(id));
        const why = (id) => item.why(stands(id) ? id : "", ...item.part(stands(id), stands(id) ? "stands" : "mustMove", item.textOf(id)));
        return { right, said: right ? "right" : "partly", share: chosen.filter((id, place) => id === key[place]).length / key.length, why: chosen.map(why) };
      },
      again() {},
    };
  };
})();
