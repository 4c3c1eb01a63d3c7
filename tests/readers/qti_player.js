// Runs in the page: shows an item in the player, hands it a response, and tells what it made of it.
"use strict";

window.qti = {
  item: null,

  // Shows an item, and gives every text it asks with, in its order.
  async show(xml, patience) {
    document.body.innerHTML = "<qti-item><item-container></item-container></qti-item>";
    const container = document.querySelector("item-container");
    await container.updateComplete;
    const connected = new Promise((done, fail) => {
      document.addEventListener("qti-assessment-item-connected", done, { once: true });
      setTimeout(() => fail(new Error("the player shows no item")), patience);
    });
    container.itemXML = xml;
    await connected;
    this.item = container.shadowRoot.querySelector("qti-assessment-item");
    await this.item.updateComplete;
    const parts = "qti-prompt, qti-simple-choice, qti-simple-associable-choice, qti-item-body > p";
    return [...this.item.querySelectorAll(parts)].map(words);
  },

  async answer(responses) {
    const { identifier } = this.item.querySelector("qti-response-declaration");
    const played = [];
    for (const response of responses) {
      this.item.updateResponseVariable(identifier, response);
      played.push(await this.process());
    }
    return played;
  },

  async process() {
    this.item.processResponse();
    const feedbacks = [...this.item.querySelectorAll("qti-modal-feedback")];
    await Promise.all([this.item, ...feedbacks].map((element) => element.updateComplete));
    const open = feedbacks.filter((each) => each.shadowRoot.querySelector("dialog").open);
    return {
      variables: Object.fromEntries(this.item.variables.map(({ identifier, value }) => [identifier, value ?? null])),
      feedback: open.map(words),
    };
  },
};

function words(element) {
  return element.textContent.replace(/\s+/g, " ").trim();
}
