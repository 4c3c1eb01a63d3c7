/** Makes the form. Choose this function, press Run, and allow it once; the address of the form stands in the log. */
function makeForm() {
  const form = FormApp.create(FORM.title);
  form.setDescription(FORM.about).setIsQuiz(true).setCollectEmail(false).setShuffleQuestions(false);
  for (const entry of FORM.items) {
    const item = addItem(form, entry);
    item.setTitle(entry.title);
    if (entry.help) item.setHelpText(entry.help);
  }
  Logger.log(form.getEditUrl());
}

/**
 * @param {GoogleAppsScript.Forms.Form} form
 * @param {any} entry
 */
function addItem(form, entry) {
  switch (entry.kind) {
    case "one": return choices(form.addMultipleChoiceItem(), entry);
    case "many": return choices(form.addCheckboxItem(), entry);
    case "list": return choices(form.addListItem(), entry);
    case "text": return form.addTextItem().setPoints(1).setGeneralFeedback(feedback(entry.after));
    default: return form.addParagraphTextItem().setPoints(0).setGeneralFeedback(feedback(entry.after));
  }
}

/**
 * @param {GoogleAppsScript.Forms.MultipleChoiceItem | GoogleAppsScript.Forms.CheckboxItem | GoogleAppsScript.Forms.ListItem} item
 * @param {{choices: {text: string, right: boolean}[], right: string, wrong: string}} entry
 */
function choices(item, entry) {
  item.setPoints(1);
  item.setChoices(entry.choices.map((choice) => item.createChoice(choice.text, choice.right)));
  item.setFeedbackForCorrect(feedback(entry.right));
  item.setFeedbackForIncorrect(feedback(entry.wrong));
  return item;
}

/** @param {string} text */
function feedback(text) {
  return FormApp.createFeedback().setText(text).build();
}
