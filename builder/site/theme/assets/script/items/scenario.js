// `scenario`: one scene at a time. A choice opens and says what it does; its link goes on. Going back is always possible.
(function () {
  "use strict";
  const { itemTypes, make } = window.likeness;
  itemTypes["scenario"] = function (item) {
    const scenes = item.all(".scene");
    const choicesOf = (scene) => [...scene.querySelectorAll(".choice")];
    const backButton = item.find(".back");
    const walkButton = item.find(".walk");
    let path = []; // [{scene, choice}], elements
    let here = scenes[0];
    const name = ({ scene, choice }) => scene.dataset.scene + "." + choice.dataset.choice;
    const safe = (step) => item.reasons.has(name(step));
    const targetOf = (choice) => document.getElementById(choice.querySelector(".go-on").hash.slice(1));

    function show(scene) {
      here = scene;
      for (const one of scenes) one.hidden = one !== scene;
      for (const choice of choicesOf(scene)) choice.open = false;
      backButton.hidden = !path.length;
      walkButton.hidden = true;
      // The focus tells where the story is now; the result below an ending waits to be read instead of speaking as well.
      item.result.setAttribute("aria-live", choicesOf(scene).length ? "polite" : "off");
    }
    function go(steps, scene) {
      path = steps;
      show(scene);
      item.touched();
      if (!choicesOf(scene).length) item.check();
      scene.querySelector(".scene-text").focus();
    }
    const back = (place) => go(path.slice(0, place), path[place].scene);

    for (const scene of scenes) {
      scene.querySelector(".scene-text").tabIndex = -1;
      for (const choice of choicesOf(scene)) {
        choice.addEventListener("toggle", () => {
          if (choice.open) for (const other of choicesOf(scene)) if (other !== choice) other.open = false;
        });
        choice.querySelector(".go-on").addEventListener("click", (event) => {
          event.preventDefault();
          go([...path, { scene, choice }], targetOf(choice));
        });
      }
    }
    item.find(".scenes").classList.add("one-by-one");
    item.on(".back", () => back(path.length - 1));
    item.on(".walk", () => back(path.findIndex((step) => !safe(step))));
    show(here);
    return {
      latest: true,
      chosen: () => path.map(name),
      choose(ids) {
        path = [];
        let scene = scenes[0];
        for (const id of ids) {
          const choice = choicesOf(scene).find((one) => name({ scene, choice: one }) === id);
          if (!choice) break;
          path.push({ scene, choice });
          scene = targetOf(choice);
        }
        show(scene);
      },
      missing: () => (choicesOf(here).length ? "choose" : ""),
      judge() {
        const right = path.every(safe);
        walkButton.hidden = right;
        const why = path.map(({ choice }) => {
          const said = choice.querySelector(".feedback").cloneNode(true);
          return make("p", "why", make("span", "chosen", choice.querySelector("summary").textContent), " ", ...said.childNodes);
        });
        return { right, said: right ? "safe" : "unsafe", share: path.filter(safe).length / path.length, why };
      },
      again() {
        const wrong = path.findIndex((step) => !safe(step));
        this.choose(path.slice(0, Math.max(wrong, 0)).map(name));
      },
    };
  };
})();
