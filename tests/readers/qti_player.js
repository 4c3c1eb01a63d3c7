// Runs in the page: shows an item in the player, hands it a response, and tells what it made of it.
"use strict";

window.qti = {
  item: null,

  async show(xml) {
    this.item = null;
    document.body.innerHTML = "<qti-item><item-container></item-container></qti-item>";
    const container = document.querySelector("item-container");
    await container.updateComplete;
    const connected = new Promise((done) => document.addEventListener("qti-assessment-item-connected", done, { once: true }));
    container.itemXML = xml;
    await connected;
    const item = container.shadowRoot.querySelector("qti-assessment-item");
    await item.updateComplete;
    this.item = item;
  },

  interaction() {
    return this.item.querySelector("qti-item-body [response-identifier]").localName;
  },

  // For what a person would drag: the player's own way to take a response.
  respond(value) {
    const { identifier } = this.item.querySelector("qti-response-declaration");
    this.item.updateResponseVariable(identifier, value);
  },

  async process() {
    this.item.processResponse();
    const feedbacks = [...this.item.querySelectorAll("qti-modal-feedback, qti-feedback-block, qti-feedback-inline")];
    await Promise.all([this.item, ...feedbacks].map((element) => element.updateComplete));
    return {
      asked: words(this.item.querySelector("qti-item-body")),
      variables: Object.fromEntries(this.item.variables.map(({ identifier, value }) => [identifier, value ?? null])),
      feedback: feedbacks.filter((each) => each.showStatus === "on").map(words),
    };
  },
};

function words(element) {
  return element.textContent.replace(/\s+/g, " ").trim();
}
