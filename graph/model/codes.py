"""The rules of the data file, by codes that stay: E an error, W a warning, A an advice."""

from collections.abc import Mapping
from typing import NamedTuple


class Rule(NamedTuple):
    """
    One rule: what breaks it, and what to do then.

    `key` is that of the message that says so; in `cause` and `remedy` it is explained to curators.
    """

    code: str
    key: str
    cause: str
    remedy: str


RULES = (
    Rule(
        "E101",
        "yaml.second_document",
        "A line `---` starts a second document in the same file.",
        "Take the line out; one file holds one data set.",
    ),
    Rule(
        "E102",
        "yaml.merge",
        "`<<` merges maps in some programs; here every field is read where it stands.",
        "Write the fields out.",
    ),
    Rule(
        "E103",
        "yaml.repeated_key",
        "A field, or an id, stands twice in one map. The second is not read.",
        "Join the two, or give the second another id.",
    ),
    Rule(
        "E104",
        "yaml.key_not_text",
        "A key is a list or a map, mostly because text starts with `{` or `[`.",
        "Put that text in double quotes.",
    ),
    Rule(
        "E105",
        "yaml.alias",
        "Text starts with `*`, which YAML reads as a reference to another place.",
        "Put the text in double quotes, or write out what it refers to.",
    ),
    Rule(
        "E106",
        "yaml.anchor",
        "Text starts with `&`, which YAML reads as a name to refer to.",
        "Put the text in double quotes, or leave the name out.",
    ),
    Rule(
        "E107",
        "yaml.tag",
        "Text starts with `!`, which YAML reads as a type.",
        "Put the text in double quotes, or leave the type out.",
    ),
    Rule(
        "W108",
        "yaml.cut",
        "Text goes on with ` #` and a letter: from there on YAML reads a comment.",
        "Put the text in double quotes; a comment starts with `# `.",
    ),
    Rule(
        "E109",
        "source.stopped",
        "In JSON and other forms for programs: the file cannot be read, so nothing else is known.",
        "Do what the message says: it is missing, empty, not UTF-8, or no YAML at this line.",
    ),
    Rule(
        "E201",
        "shape.kind",
        "A value is of another kind: text where a list belongs, a list where a map belongs.",
        "Write it as the field asks; `docs/data-format.md` has an example of each.",
    ),
    Rule("E202", "shape.blank", "A text holds nothing but blanks.", "Fill it, or leave it out."),
    Rule(
        "E203",
        "shape.empty",
        "A field that must be there, or an item of a list, has no value.",
        "Fill it; where there is nothing to list write `[]` or `{}`.",
    ),
    Rule("E204", "shape.missing", "A field that must be there is not.", "Add it."),
    Rule(
        "E205",
        "shape.unknown_field",
        "A field has a name that the format does not know.",
        "Take the name that is suggested. Where the field is of a later version of the format, "
        "`collabgraph migrate` brings the file there.",
    ),
    Rule(
        "E206",
        "shape.form",
        "A text has another form than its field asks: a date, a number of a register, an address.",
        "Write it in the form that the message names.",
    ),
    Rule("E207", "shape.choice", "A word is none of a short list.", "Take one of the list."),
    Rule(
        "E208",
        "shape.whole",
        "A number is no whole number, or too small.",
        "Write it in digits alone.",
    ),
    Rule(
        "E209",
        "shape.id_of",
        "Where one id belongs stands a list, a map or nothing.",
        "Write one id.",
    ),
    Rule("E210", "shape.at_least", "A list that must hold something is empty.", "Add an item."),
    Rule(
        "E211",
        "shape.bad_id",
        "An id has capitals, blanks, accents or other signs.",
        "Use a-z, 0-9 and single hyphens, as the message suggests.",
    ),
    Rule(
        "E212",
        "shape.group_by_id",
        "A group is described where only its id belongs.",
        "Describe it under `groups` at the top, and write its id here.",
    ),
    Rule(
        "E213",
        "unknown",
        "An id is that of nothing in the file, nor of a built-in word.",
        "Take the id that is suggested, or add the thing itself; words are added under `vocab`.",
    ),
    Rule(
        "E214",
        "period.backwards",
        "A period ends before it starts.",
        "Turn its dates round, or correct one.",
    ),
    Rule("E215", "period.no_such_day", "No calendar has this date.", "Correct the day or month."),
    Rule(
        "W216",
        "shape.not_listed",
        "A number of a register has a name that nearly is one of the known ones.",
        "Take the name that is suggested, if that is meant.",
    ),
    Rule(
        "E301",
        "rule.id_twice",
        "One id stands for two things: an organisation, a partnership or a group.",
        "Give one of them another id, and change what refers to it.",
    ),
    Rule(
        "E302",
        "rule.judged_twice",
        "An id is both an organisation and judged to be none.",
        "Take it out of one of the two.",
    ),
    Rule(
        "E303",
        "rule.digest_twice",
        "Two sources have the same digest.",
        "Name the digest of each, or make the two one source.",
    ),
    Rule(
        "E304",
        "rule.lines_without_source",
        "An alias holds on some lines, and it is not said of which source.",
        "Add `in` with the id of the source.",
    ),
    Rule(
        "E305",
        "rule.built_in",
        "The file adds a word that is built in.",
        "Take it out of `vocab`, or give your own word another id.",
    ),
    Rule(
        "E306",
        "rule.listed_twice",
        "A partnership lists one member or group twice.",
        "Keep one of the two, with the passages of both.",
    ),
    Rule(
        "E307",
        "rule.group_role",
        "A named member has a role that groups alone can have.",
        "Give it another role, or list it as a group.",
    ),
    Rule(
        "E308",
        "rule.own_member",
        "A partnership is the same as an organisation (`body`) and lists it as a member.",
        "Take it out of the members, or `body` away.",
    ),
    Rule(
        "E309",
        "rule.circle_of_bodies",
        "Partnerships take part in each other, as bodies, in a circle.",
        "Take one of these memberships or bodies out.",
    ),
    Rule(
        "E310",
        "rule.to_itself",
        "A relation leads from a thing to the same thing.",
        "Name the other party.",
    ),
    Rule(
        "E311",
        "rule.none_known",
        "`members_known` says that no member is named, and members are listed.",
        "Write `some` or `all`.",
    ),
    Rule(
        "E312",
        "rule.all_known",
        "`members_known` says that all members are named, and none is listed.",
        "Write `none`.",
    ),
    Rule(
        "E313",
        "rule.with_parent",
        "A unit and the organisation above it are members of the same partnership.",
        "Keep the one that the text names.",
    ),
    Rule(
        "E314",
        "rule.circle",
        "Parents, successors, stages or regions lead back to where they began.",
        "Take out the one that is wrong.",
    ),
    Rule(
        "E315",
        "rule.no_end",
        "A partnership has ended, and its period has no end.",
        "Write the end, `?` behind it where it is not sure; or take `status` out.",
    ),
    Rule(
        "W316",
        "rule.group_unused",
        "A group takes part in nothing and has no relation.",
        "Name it where it takes part, or take it out.",
    ),
    Rule(
        "W317",
        "rule.quote_twice",
        "The same words of the same source are cited twice for one thing.",
        "Leave one out.",
    ),
    Rule(
        "W318",
        "rule.near_name",
        "Two organisations have nearly the same name.",
        "Make them one, or give one its full name.",
    ),
    Rule(
        "W319",
        "rule.organisation_unused",
        "An organisation takes part in nothing.",
        "Leave it where the text mentions it alone; else add what it takes part in.",
    ),
    Rule(
        "W320",
        "rule.source_unused",
        "Nothing in the file cites this source.",
        "Cite it, or take it out.",
    ),
    Rule(
        "W321",
        "rule.other_size",
        "The label of a group says another number than its `size`.",
        "Correct the one that is wrong.",
    ),
    Rule(
        "E322",
        "rule.check_digits",
        "A number has digits that check the others, and they are wrong.",
        "Copy the number again.",
    ),
    Rule(
        "W323",
        "rule.unseen",
        "A name holds a character that nobody sees, mostly copied along from a web page.",
        "Type the name again, or delete that character.",
    ),
    Rule(
        "W324",
        "rule.foreign",
        "A word of Latin letters holds one of another script that looks like one of them.",
        "Type that letter again.",
    ),
    Rule(
        "W325",
        "rule.curly",
        "Curly quotes stand around a name; unlike straight ones they are a part of it.",
        "Leave them out, or put the text between straight ones.",
    ),
    Rule(
        "E326",
        "rule.long_name",
        "A name has more than 1,000 characters; it stands on a map, in cells and in file names.",
        "Shorten it, and put the rest into `note`.",
    ),
    Rule(
        "E331",
        "rule.region_code_unknown",
        "A region has a code that no official region has.",
        "Write the code that the message offers, or take it out: a region may do without.",
    ),
    Rule(
        "E332",
        "rule.region_code_year",
        "A region has a code of a year in which its division had other codes.",
        "Write a year from the one in the message on, if the region was still the same then.",
    ),
    Rule(
        "E333",
        "rule.region_code_ended",
        "A region has a code that another had replaced by the year that stands before it.",
        "Write the one that the message names, if the region is meant as it is since then.",
    ),
    Rule(
        "E334",
        "rule.region_code_twice",
        "Two regions have the same code: on a map they would be one.",
        "Leave it with the region that it means, or make one region of the two.",
    ),
    Rule(
        "E335",
        "rule.region_code_two",
        "A region has two codes of one division: on a map it would stand in two places.",
        "Leave the one that it is; for two parts, make two regions within it.",
    ),
    Rule(
        "E341",
        "rule.story_parameter",
        "The view of a step of the story says something that no address of the page says.",
        "Open the view on the page, and copy what stands behind `#` in its address.",
    ),
    Rule(
        "E342",
        "rule.story_value",
        "The view of a step of the story names what is not in the data (any more), or has another "
        "form than an address of the page.",
        "Write the id that it has now; or open the view on the page and copy its address.",
    ),
    Rule(
        "E401",
        "quote.moved",
        "The quote stands in the digest, under lines other than the one given.",
        "Write the line that the message names.",
    ),
    Rule(
        "E402",
        "quote.gone",
        "The quote does not stand in the digest, word for word.",
        "Copy the words as they stand there.",
    ),
    Rule(
        "E403",
        "name.nowhere",
        "No digest holds the name of an organisation, nor an alias of it.",
        "Add the form in the text as an alias, or take the organisation out.",
    ),
    Rule(
        "E404",
        "name.claimed",
        "The same words in a digest are a name of two things.",
        "Say with `in` and `lines` where each holds, or write the longer form as an alias.",
    ),
    Rule(
        "W405",
        "name.no_quote",
        "No passage that a partnership cites names this member.",
        "Add a passage that does, or an alias that holds on that line.",
    ),
    Rule(
        "W406",
        "name.alias_unused",
        "An alias stands in no digest where it holds.",
        "Correct it or its lines, or take it out.",
    ),
    Rule(
        "W407",
        "name.not_judged",
        "A name with a capital in a digest is nothing in the file yet.",
        "Add it as an organisation or an alias, or under `not_organisations`.",
    ),
    Rule(
        "W408",
        "quote.outsider",
        "A quote names an organisation that is no member of what it is cited for.",
        "Add the member, or cut the quote to what it is cited for.",
    ),
    Rule(
        "W409",
        "quote.other_year",
        "The years in the quotes lie outside the period beside them.",
        "Correct the period, or cite the passage that it comes from.",
    ),
    Rule(
        "W410",
        "quote.other_size",
        "The quotes say another number of parties than the `size` of the group.",
        "Correct the size, or cite the passage that it comes from.",
    ),
    Rule(
        "E411",
        "quote.of_register",
        "A quote comes from a register: that has rows, and no sentences.",
        "Cite a document; a row speaks for itself.",
    ),
    Rule(
        "W418",
        "quote.other_place",
        "A quote stands on its line, but the words `before` and `after` it stand around the same "
        "quote on another.",
        "Write the line that the message names, or the words around the quote on the line given.",
    ),
    Rule(
        "W419",
        "quote.other_context",
        "A quote stands on its line, amid other words than `before` and `after` say.",
        "Read the passage again; where it still says so, write the words that stand there now.",
    ),
    Rule(
        "E421",
        "digest.unusable",
        "The digest of a source cannot be read.",
        "Correct its name, or put the file there; it is text in UTF-8.",
    ),
    Rule(
        "W422",
        "digest.unnamed",
        "A file beside the digests is the digest of no source.",
        "Add the source, or move the file away.",
    ),
    Rule(
        "E423",
        "digest.no_marker",
        "A paragraph of a digest does not say which lines it renders.",
        "Start it with a marker like `[r. 17]`.",
    ),
    Rule(
        "E424",
        "digest.marker_inside",
        "A marker stands in the middle of a paragraph.",
        "Put a blank line before it, so that it starts a paragraph.",
    ),
    Rule(
        "E425",
        "digest.bad_marker",
        "A marker is no number of a line, nor a range.",
        "Write it like `[r. 17]`, `[r. 17-19]` or `[r. 17, 23]`.",
    ),
    Rule(
        "W431",
        "original.missing",
        "With `--originals`: the original of a source is not in the folder.",
        "Put it there under the name that the source gives.",
    ),
    Rule(
        "W432",
        "original.changed",
        "With `--originals`: the original is another text than the one that was read.",
        "Look again at the quotes that the message names, and write the new hash.",
    ),
    Rule(
        "W501",
        "row.rejected",
        "A row of a table breaks a rule. It is left out of every number, and counted.",
        "Correct the row, or leave it; `--rejects FILE` writes all of them.",
    ),
    Rule(
        "E502",
        "table.broken",
        "A table cannot be read from some line on.",
        "Mend that line as the message says.",
    ),
    Rule(
        "E503",
        "table.file",
        "The file of a register cannot be read as a table.",
        "Correct its name, or get it again; CSV, TSV and Parquet are read.",
    ),
    Rule(
        "E504",
        "table.no_column",
        "A table has no column of the name that the data file gives.",
        "Take the name that is suggested.",
    ),
    Rule(
        "E505",
        "table.column_kind",
        "A column of a Parquet file holds neither text nor whole numbers.",
        "Write the file with that column as text.",
    ),
    Rule(
        "E506",
        "table.of_document",
        "A table names a source that is a document.",
        "Give the source `kind: register`, or name another.",
    ),
    Rule(
        "E507",
        "table.changed",
        "A table is another file than the one that its source describes.",
        "If it is the version that is meant, write its hash.",
    ),
    Rule(
        "E508",
        "table.rejected",
        "The data file lists a member whose row in a table is rejected.",
        "Correct that row, or take the member out.",
    ),
    Rule(
        "E509",
        "row.of_document",
        "A passage gives the row of a source that is a document.",
        "Cite a document by `line` and `quote`; give a register `kind: register`.",
    ),
    Rule(
        "E510",
        "row.missing",
        "A passage cites a row that the table does not have.",
        "Correct the number: it is the line of the table where the row begins.",
    ),
    Rule(
        "E511",
        "row.unusable",
        "A passage cites a row that cannot be read.",
        "Mend that row of the table, or cite another.",
    ),
    Rule(
        "W512",
        "name.no_row",
        "A member is named in no row that is cited for it.",
        "Correct the number of the row, or add the name in the row as an alias.",
    ),
    Rule(
        "E601",
        "output.no_sums",
        "With `--output`: the folder has no list of hashes, or one that cannot be read.",
        "Build again.",
    ),
    Rule(
        "E602",
        "output.bad_line",
        "With `--output`: a line of the list of hashes names no output.",
        "Build again.",
    ),
    Rule(
        "E603",
        "output.missing",
        "With `--output`: an output that the list names is not there.",
        "Build again.",
    ),
    Rule(
        "E604",
        "output.differs",
        "With `--output`: an output is not as the last build wrote it.",
        "Build again.",
    ),
    Rule(
        "E605",
        "output.left",
        "With `--output`: an output is left from another build.",
        "Remove it, or build again with `--zip`.",
    ),
    Rule(
        "E701",
        "desk.open",
        "With `--reviewed`: proposals wait for a curator.",
        "Go through them with `collabgraph review`.",
    ),
    Rule(
        "E702",
        "desk.one_kind",
        "A proposal is of no thing, or of several.",
        "Give it one of `organisation`, `alias`, `not_organisation` and `partnership`.",
    ),
    Rule(
        "E703",
        "desk.no_text",
        "A proposal names a register as its document.",
        "Name a document; the rows of a register need no proposal.",
    ),
    Rule(
        "E704",
        "desk.no_quote",
        "The quote of a proposal stands nowhere in its document, and nothing there is like it.",
        "Copy the words from the document; a proposal without such words is none.",
    ),
    Rule(
        "E705",
        "desk.near_quote",
        "The quote of a proposal does not stand in its document word for word.",
        "Copy the words from the place that is named, if they say the same.",
    ),
    Rule(
        "E706",
        "desk.which_line",
        "The quote of a proposal stands in several places, and none of them is on its line.",
        "Give one of the lines that are named, or none.",
    ),
    Rule(
        "E707",
        "desk.not_named",
        "The quote of a proposal does not hold the name that it is cited for.",
        "Quote words that do, or give the form that stands there as an alias.",
    ),
    Rule(
        "E708",
        "desk.no_party",
        "A proposed partnership has neither members nor groups.",
        "Name who takes part, as the quote does.",
    ),
    Rule(
        "E709",
        "desk.no_member",
        "A member of a proposed partnership is not known, and is not proposed in this document.",
        "Propose it as an organisation in the same file, or write its name as the data have it.",
    ),
    Rule(
        "A801",
        "advice.person",
        "A digest, a quote or a note names a person.",
        "Say what the person is. Where it is no person, judge it.",
    ),
    Rule(
        "A802",
        "advice.mail",
        "A digest, a quote or a note holds a mail address.",
        "Take it out.",
    ),
    Rule(
        "A803",
        "advice.phone",
        "A digest, a quote or a note holds a telephone number.",
        "Take it out.",
    ),
    Rule(
        "A804",
        "advice.near",
        "The names of two organisations look alike in the words that they do not share.",
        "Make them one, or judge it.",
    ),
    Rule(
        "A805",
        "advice.shared",
        "One form stands for two organisations, and nothing says where it is whose.",
        "Say with `in`, and with `lines`, where each holds.",
    ),
    Rule(
        "A806",
        "advice.inference",
        "An inferred membership is all that connects two or more organisations with the rest.",
        "Look for a passage that states it, or for another way between them.",
    ),
    Rule(
        "A807",
        "advice.one_document",
        "One partnership, of which one document tells, is all that connects two or more "
        "organisations with the rest.",
        "Look for another document that does.",
    ),
    Rule(
        "A808",
        "advice.often",
        "Three paragraphs or more name an organisation that takes part in nothing.",
        "Read them; add what it takes part in.",
    ),
    Rule(
        "A809",
        "advice.period",
        "A partnership has no period, and a paragraph that it cites speaks of a year.",
        "Write the period, if it is of that year.",
    ),
    Rule(
        "A810",
        "advice.no_region",
        "A partnership has no region.",
        "Write where it is; `nederland`, where it is everywhere.",
    ),
    Rule(
        "A811",
        "advice.no_theme",
        "A partnership has no theme.",
        "Write what it is about.",
    ),
    Rule(
        "A812",
        "advice.none_say",
        "More than half of the partnerships have no region or no theme; or others than those of "
        "A809 have no period. Said once, for all of them.",
        "Look for documents that say it; or judge that none does.",
    ),
    Rule(
        "A813",
        "advice.thin",
        "A document gives few records for its length: half as many as the others, or fewer.",
        "Read it again, first the lines that are named.",
    ),
    Rule(
        "A814",
        "advice.stale",
        "A mark judges what is not said there any more.",
        "Take it out.",
    ),
)
"""Every rule, by its code. A code is never given to another rule."""

CODES: Mapping[str, str] = {rule.key: rule.code for rule in RULES}
"""The code of each rule by the key of its message."""
