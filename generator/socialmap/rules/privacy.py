"""Rules on personal data and on text that could do harm elsewhere. A value may stay with a reason in `allowed`.

The reason stands under the value itself, and then counts for that value alone, or under the name of its field.
"""

import re
import unicodedata
from collections.abc import Iterator

from socialmap.model import Location, Organization, Record, Role, Service
from socialmap.model.fields import Phone
from socialmap.problems import Path, Problem
from socialmap.rules.facts import Facts, texts_like

NINE_DIGITS = re.compile(r"(?<![\d+])\d{4}[. ]?\d{2}[. ]?\d{3}(?!\d)")
FOUR_DIGITS = re.compile(r"\d{4}")
FORMULA = re.compile(r"\A[=@\t\r]")
NAMED = re.compile(r"\b(bsn|burgerservice\w*|sofi\w*)\b", re.IGNORECASE)
FREEMAIL = re.compile(
    r"@(gmail|hotmail|outlook|live|msn|yahoo|icloud|me|googlemail|proton(mail)?|gmx|aol|ziggo|kpnmail|kpnplanet|planet"
    r"|hetnet|home|upcmail|xs4all|casema|chello|quicknet|tele2|zonnet|telfort|solcon)\.[a-z.]+$"
)
FIRST_LAST = re.compile(r"^[a-z]{2,}\.(?:[a-z]{1,4}\.)*[a-z]{2,}$|^[a-z]\.[a-z]{3,}$")
ROLE_WORDS = frozenset(("info", "post", "mail", "loket", "contact", "secretariaat", "bestuur", "redactie", "team"))
NUMBER_FIELDS = frozenset(("phones", "phone", "number", "kvk", "url", "source_url", "chat_url"))
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN")


def citizen_numbers(facts: Facts) -> Iterator[Problem]:
    """SM501, SM502: nine digits that pass the citizen number's test; an error when the text names it."""
    for kind, record in facts.records():
        for path, text in texts_like(FOUR_DIGITS, record):
            if not NUMBER_FIELDS & set(path):
                for match in NINE_DIGITS.finditer(text):
                    if passes_eleven_test(match.group()) and not _allowed(record, path, match.group()):
                        near = text[max(0, match.start() - 40) : match.end() + 40]
                        code = "SM501" if NAMED.search(near) else "SM502"
                        yield facts.problem(code, (kind, record.id), path)


def passes_eleven_test(number: str) -> bool:
    """Whether nine digits can be a Dutch citizen number."""
    digits = [int(c) for c in number if c.isdigit()]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(digit * weight for digit, weight in zip(digits, weights, strict=True)) % 11 == 0 and any(digits)


def phones(facts: Facts) -> Iterator[Problem]:
    """SM415, SM416, SM503: a number that cannot be, is assigned to nobody, or is a private mobile one."""
    codes = {"impossible": "SM415", "unassigned": "SM416", "mobile": "SM503"}
    for kind, record in facts.records():
        for path, phone in phones_of(record):
            code = codes.get(facts.judge(phone.number, facts.country))
            if code and not (code == "SM503" and _allowed(record, path, phone.number)):
                counted = _counted(phone.number, facts.country) if code == "SM415" else {}
                yield facts.problem(code, (kind, record.id), path, value=phone.number, **counted)


def _counted(number: str, country: str) -> dict[str, str]:
    """How many digits a national number has, for those who count them; nothing when that is not what is wrong."""
    digits = sum(c.isdigit() for c in number)
    abroad = country != "NL" or number.lstrip().startswith(("+", "00"))
    return {} if abroad or digits in (0, 1, 10) else {"case": "digits", "digits": str(digits)}


def phones_of(record: Record) -> Iterator[tuple[Path, Phone]]:
    """Every phone number of a record with its path."""
    if isinstance(record, Organization | Location | Service | Role):
        for index, phone in enumerate(record.phones):
            yield ("phones", index, "number"), phone
    if isinstance(record, Service):
        for index, at in enumerate(record.locations):
            if at.phone:
                yield ("locations", index, "phone", "number"), at.phone
        contact = record.professional.contact if record.professional else None
        for index, phone in enumerate(contact.phones if contact else ()):
            yield ("professional", "contact", "phones", index, "number"), phone


def mailboxes(facts: Facts) -> Iterator[Problem]:
    """SM504, SM505: a private mailbox, or one that carries a person's name."""
    for kind, record in facts.records():
        for path, address in _mailboxes(record):
            local = address.lower().partition("@")[0]
            if _allowed(record, path, address):
                continue
            if FREEMAIL.search(address.lower()):
                yield facts.problem("SM504", (kind, record.id), path, value=address)
            elif FIRST_LAST.match(local) and not ROLE_WORDS & set(local.split(".")):
                yield facts.problem("SM505", (kind, record.id), path, value=address)


def _mailboxes(record: Record) -> Iterator[tuple[Path, str]]:
    address = getattr(record, "email", None)
    if address:
        yield ("email",), address
    contact = record.professional.contact if isinstance(record, Service) and record.professional else None
    if contact and contact.email:
        yield ("professional", "contact", "email"), contact.email


def formulas(facts: Facts) -> Iterator[Problem]:
    """SM506: a text that a spreadsheet would carry out."""
    for kind, record in facts.records():
        for path, text in texts_like(FORMULA, record):
            if path[0] not in ("handle", "note"):
                yield facts.problem("SM506", (kind, record.id), path, value=text[:40])


def mixed_scripts(facts: Facts) -> Iterator[Problem]:
    """SM507: a web address that mixes scripts, so that it looks like another."""
    for kind, record in facts.records():
        for field in ("url", "source_url"):
            address = getattr(record, field, None) or ""
            if len(_scripts(address)) > 1:
                yield facts.problem("SM507", (kind, record.id), (field,), value=address)


def _scripts(address: str) -> set[str]:
    if address.isascii():
        return set()
    host = address.split("/")[2]
    return {name for c in host if c.isalpha() for name in SCRIPTS if name in unicodedata.name(c, "")}


def exceptions_without_reason(facts: Facts) -> Iterator[Problem]:
    """SM508: a value is allowed and nobody says why."""
    for kind, record in facts.records():
        for field, reason in record.allowed.items():
            if not reason.strip():
                yield facts.problem("SM508", (kind, record.id), ("allowed", field))


def _allowed(record: Record, path: Path, value: str) -> bool:
    """Whether somebody gave a reason for this value, or for all that its field says."""
    reasons = (record.allowed.get(value, ""), record.allowed.get(str(path[0]), ""))
    return any(reason.strip() for reason in reasons)


RULES = (citizen_numbers, phones, mailboxes, formulas, mixed_scripts, exceptions_without_reason)
