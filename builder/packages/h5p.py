"""H5P: a question set, content only. The libraries that play it are the platform's own; every text it shows stands in the content.

Kept are the types that a question set plays by itself: one answer, several, true or false. The versions named are those that the
H5P Hub serves; a platform whose libraries are older says so on import.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from typing import Any

from builder.model.view import View
from builder.packages.questions import Answer, AnyQuestion, Bank, ChoiceQuestion, MatchQuestion, Said
from builder.packages.target import Target, degraded, dropped, questions_for
from builder.packages.zipped import zipped

Content = dict[str, Any]

_LIBRARIES = {"H5P.QuestionSet": (1, 20), "H5P.MultiChoice": (1, 16), "H5P.TrueFalse": (1, 8)}
_SPACE = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
"""RFC 4122's name space for addresses: a question's id always gives the same identifier."""


def write(bank: Bank) -> bytes:
    """The package as a zip file: `h5p.json` names the libraries, `content/content.json` holds every text."""
    questions = [entry for question in questions_for(TARGET, bank) for entry in _entries(bank.view, question)]
    used = {"H5P.QuestionSet", *(entry["library"].split()[0] for entry in questions)}
    about = {
        "title": bank.title,
        "language": bank.language,
        "mainLibrary": "H5P.QuestionSet",
        "embedTypes": ["iframe"],
        "license": "CC BY",
        "licenseVersion": "4.0",
        "preloadedDependencies": [
            {"machineName": name, "majorVersion": major, "minorVersion": minor}
            for name, (major, minor) in _LIBRARIES.items()
            if name in used
        ],
    }
    return zipped({"h5p.json": _json(about), "content/content.json": _json(_set(bank.view, questions))})


def _json(value: Content) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def _set(view: View, questions: list[Content]) -> Content:
    """The question set: no intro, no marks to boast with, no film at the end; forth and back as one likes."""
    word = view.word
    return {
        "introPage": {"showIntroPage": False, "startButtonText": word("quiz.title"), "introduction": ""},
        "progressType": "textual",
        "passPercentage": 0,
        "disableBackwardsNavigation": False,
        "randomQuestions": False,
        "questions": questions,
        "override": {"checkButton": True},
        "texts": {
            "prevButton": word("packages.h5p-previous"),
            "nextButton": word("packages.h5p-next"),
            "finishButton": word("packages.h5p-finish"),
            "submitButton": word("packages.h5p-finish"),
            "textualProgress": word("packages.h5p-progress"),
            "jumpToQuestion": word("packages.h5p-jump"),
            "questionLabel": word("packages.h5p-question"),
            "readSpeakerProgress": word("packages.h5p-progress"),
            "unansweredText": word("packages.h5p-unanswered"),
            "answeredText": word("packages.h5p-answered"),
            "currentQuestionText": word("packages.h5p-current"),
            "navigationLabel": word("packages.h5p-navigation"),
            "questionSetInstruction": word("packages.h5p-instruction"),
        },
        "endGame": {
            "showResultPage": True,
            "showSolutionButton": True,
            "showRetryButton": True,
            "noResultMessage": word("quiz.all-done"),
            "message": word("quiz.all-done"),
            "scoreBarLabel": word("packages.h5p-score"),
            "overallFeedback": [{"from": 0, "to": 100}],
            "solutionButtonText": word("quiz.show-answer"),
            "retryButtonText": word("quiz.again"),
            "finishButtonText": word("packages.h5p-finish"),
            "submitButtonText": word("packages.h5p-finish"),
            "showAnimations": False,
            "skippable": False,
            "skipButtonText": word("quiz.skip"),
        },
    }


def _entries(view: View, question: AnyQuestion) -> Iterator[Content]:
    """The entries of a question: one, or one for each pair."""
    if isinstance(question, MatchQuestion):
        offered = [*(pair.right for pair in question.pairs), *(extra.said for extra in question.extra)]
        choices = list({said.text: said for said in offered}.values())
        for pair in question.pairs:
            answers = [(said, said.text == pair.right.text, pair.feedback) for said in choices]
            stem = question.stem + pair.left
            yield _entry(
                f"{question.id}-{pair.id}", "H5P.MultiChoice", _multi_choice(view, question, stem, answers, True)
            )
        return
    assert isinstance(question, ChoiceQuestion), "the table of losses lets no other kind through"
    if question.true_false:
        yield _entry(question.id, "H5P.TrueFalse", _true_false(view, question))
        return
    answers = [(answer.said, answer.right, answer.feedback) for answer in question.answers]
    params = _multi_choice(view, question, question.stem, answers, not question.many)
    yield _entry(question.id, "H5P.MultiChoice", params)


def _entry(identity: str, library: str, params: Content) -> Content:
    major, minor = _LIBRARIES[library]
    return {
        "library": f"{library} {major}.{minor}",
        "params": params,
        "subContentId": str(uuid.uuid5(_SPACE, f"likeness:{identity}")),
        "metadata": {
            "title": identity,
            "contentType": library.removeprefix("H5P."),
            "license": "CC BY",
            "licenseVersion": "4.0",
        },
    }


def _multi_choice(
    view: View, question: AnyQuestion, stem: Said, answers: list[tuple[Said, bool, Said]], single: bool
) -> Content:
    fixed = isinstance(question, ChoiceQuestion) and question.fixed
    hint = question.hint.html if question.hint else ""
    return {
        "media": {"disableImageZooming": False},
        "question": _stem(question, stem),
        "answers": [
            {
                "text": f"<div>{said.html}</div>",
                "correct": right,
                "tipsAndFeedback": {"tip": hint if not place else "", "chosenFeedback": feedback.html, "notChosenFeedback": ""},
            }
            for place, (said, right, feedback) in enumerate(answers)
        ],
        "overallFeedback": [{"from": 0, "to": 100, "feedback": question.explain.text if question.explain else ""}],
        "behaviour": {
            "enableRetry": True, "enableSolutionsButton": True, "enableCheckButton": True, "type": "single" if single else "multi",
            "singlePoint": not (isinstance(question, ChoiceQuestion) and question.partial), "randomAnswers": not fixed,
            "showSolutionsRequiresInput": True, "confirmCheckDialog": False, "confirmRetryDialog": False, "autoCheck": False,
            "passPercentage": 100, "showScorePoints": False,
        },
        "UI": _interface(view),
        **_dialogs(view),
    }  # fmt: skip


def _stem(question: AnyQuestion, stem: Said) -> str:
    return f"<p>{stem.html}</p>" + (f"<p>{question.note.html}</p>" if question.note else "")


def _true_false(view: View, question: ChoiceQuestion) -> Content:
    by_right: dict[bool, Answer] = {answer.right: answer for answer in question.answers}
    texts = {answer.id: answer.said.text for answer in question.answers}
    explain = question.explain.text if question.explain else ""
    interface = _interface(view)
    return {
        "media": {"disableImageZooming": False},
        "question": _stem(question, question.stem),
        "correct": by_right[True].id,
        "behaviour": {
            "enableRetry": True, "enableSolutionsButton": True, "enableCheckButton": True, "confirmCheckDialog": False,
            "confirmRetryDialog": False, "autoCheck": False,
            "feedbackOnCorrect": f"{by_right[True].feedback.text} {explain}".strip(),
            "feedbackOnWrong": f"{by_right[False].feedback.text} {explain}".strip(),
        },
        "l10n": {
            "trueText": texts["true"], "falseText": texts["false"], "score": view.word("packages.h5p-score-words"),
            "checkAnswer": interface["checkAnswerButton"], "submitAnswer": interface["submitAnswerButton"],
            "showSolutionButton": interface["showSolutionButton"], "tryAgain": interface["tryAgainButton"],
            "wrongAnswerMessage": interface["wrongAnswer"], "correctAnswerMessage": interface["correctAnswer"],
            **{name: interface[name] for name in ("scoreBarLabel", "a11yCheck", "a11yShowSolution", "a11yRetry")},
        },
        **_dialogs(view),
    }  # fmt: skip


def _interface(view: View) -> dict[str, str]:
    """Every word that the library shows or reads out."""
    word = view.word
    return {
        "checkAnswerButton": word("quiz.check"), "submitAnswerButton": word("quiz.check"),
        "showSolutionButton": word("quiz.show-answer"), "tryAgainButton": word("quiz.again"), "tipsLabel": word("quiz.hint"),
        "scoreBarLabel": word("packages.h5p-score"), "tipAvailable": word("quiz.hint"),
        "feedbackAvailable": word("packages.h5p-feedback"), "readFeedback": word("packages.h5p-feedback"),
        "wrongAnswer": word("quiz.wrong"), "correctAnswer": word("quiz.right"),
        "shouldCheck": word("packages.h5p-should"), "shouldNotCheck": word("packages.h5p-should-not"),
        "noInput": word("quiz.said-choose"), "a11yCheck": word("quiz.check"), "a11yShowSolution": word("quiz.show-answer"),
        "a11yRetry": word("quiz.again"),
    }  # fmt: skip


def _dialogs(view: View) -> Content:
    """Questions back that are switched off; their words must be there all the same."""
    word = view.word
    labels = {"cancelLabel": word("packages.h5p-cancel"), "body": ""}
    return {
        "confirmCheck": {"header": word("packages.h5p-finish"), "confirmLabel": word("packages.h5p-finish"), **labels},
        "confirmRetry": {"header": word("quiz.again"), "confirmLabel": word("quiz.again"), **labels},
    }


TARGET = Target(
    "h5p",
    "h5p",
    write,
    {
        "match": degraded("choice-a-pair"),
        "order": dropped("no-order"),
        "short": dropped("not-in-set"),
        "scenario": degraded("chain"),
        "reflect": dropped("not-in-set"),
        "objective": dropped("no-objective"),
    },
)
