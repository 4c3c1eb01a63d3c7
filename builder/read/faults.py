"""The reader's rules: what a source must be so that it can be read at all. Each finding names one of these."""

from __future__ import annotations

from builder.model.finding import Rule

MISSING = Rule(
    "F001", "error", "a file the curriculum needs is there", "create the file, or take its name out of the plan"
)
NOT_A_FILE = Rule("F002", "error", "a source is an ordinary file", "replace it by an ordinary text file")
TOO_LARGE = Rule("F003", "error", "a text file is at most 1 MB", "split the file, or remove what does not belong in it")
ENCODING = Rule("F004", "error", "a text is saved as UTF-8", "save the file again with the encoding UTF-8")
CONTROL = Rule(
    "F005",
    "error",
    "a text has no control or direction-changing characters",
    "delete the invisible character at this place",
)
OUTSIDE = Rule(
    "F006",
    "error",
    "a source lies inside the curriculum's folder",
    "put a copy of the file into the folder; links that lead out are not followed",
)
NAME = Rule(
    "F007",
    "error",
    "a file name is made of small letters, digits and hyphens, and its language",
    "rename the file, e.g. `first-hour.en.md`",
)
COLLISION = Rule(
    "F008", "error", "no two file names differ only in capitals or in how Korean is composed", "rename one of them"
)
EMPTY = Rule("F009", "error", "a source is not empty", "write the content, or delete the file")

YAML_SYNTAX = Rule(
    "Y001", "error", "YAML can be parsed", "mend the line; texts with a colon or a # inside need quotation marks"
)
YAML_DUPLICATE = Rule("Y002", "error", "a key stands once in its mapping", "delete or rename one of the two")
YAML_ALIAS = Rule(
    "Y003", "error", "YAML has no anchors, aliases or merge keys", "write the text out where it is needed"
)
YAML_TAG = Rule("Y004", "error", "YAML has no tags", "delete the tag (the word that begins with !)")
YAML_SHAPE = Rule(
    "Y005",
    "error",
    "a YAML file holds one mapping with plain text keys",
    "write `key: value` lines, one document per file",
)
YAML_DEEP = Rule("Y006", "error", "YAML is at most 20 levels deep and 50,000 values long", "split the file")

HEAD = Rule(
    "S001",
    "error",
    "a page begins with front matter between two lines of three hyphens",
    "begin the file with `---`, the keys, and a closing `---`",
)
UNKNOWN_KEY = Rule("S002", "error", "every key is known", "delete the key or correct its spelling")
MISSING_KEY = Rule("S003", "error", "every required key is there", "add the key")
WRONG_VALUE = Rule("S004", "error", "a value has the form its key asks for", "correct the value")

UNKNOWN_BLOCK = Rule(
    "B001", "error", "every block is known", "correct its name; an ordinary line must not begin with ///"
)
UNKNOWN_OPTION = Rule("B002", "error", "every option of a block is known", "delete the option or correct its spelling")
MISSING_OPTION = Rule(
    "B003",
    "error",
    "a block has the options it needs",
    "add the option, indented by four spaces, under the block's first line",
)
WRONG_OPTION = Rule("B004", "error", "an option has the form it asks for", "correct the value")
UNCLOSED = Rule("B005", "error", "every block is closed", "add a line with /// after its last line")
STRAY = Rule("B006", "error", "a closing /// closes a block", "delete the line, or add the block's first line")
TITLE = Rule(
    "B007",
    "error",
    "a block has a title where it needs one, and none where it has no place",
    "write the title after a vertical bar: `/// scenario | Title`",
)
SPACING = Rule("B008", "error", "an empty line stands before a block and after its first lines", "add the empty line")
MARGIN = Rule(
    "B009", "error", "a fence begins at the margin", "take it out of the list or quote, and delete the spaces before it"
)
NESTING = Rule("B010", "error", "blocks stand in one another at most eight deep", "close the blocks around it first")

RULES: tuple[Rule, ...] = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
"""All rules of the reader, in the order above."""
