"""Small typed values the registers share: days, numbers, web addresses, phone digits."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated

from pydantic import BeforeValidator, StringConstraints


def read_day(value: object) -> date:
    """A day written as 2026-11-22; anything vaguer belongs in a text field."""
    if isinstance(value, date):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return date.fromisoformat(value)
    raise ValueError("write a whole day as YYYY-MM-DD")


def read_number(value: object) -> Decimal:
    """A number kept exactly as written: 54.8 stays 54.8, never 54.7999."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int | str) and not isinstance(value, bool):
        try:
            number = Decimal(value)
        except InvalidOperation:
            number = Decimal("NaN")
        if number.is_finite():
            return number
    raise ValueError('write the number in digits without separators, a decimal in quotes ("54.8")')


Day = Annotated[date, BeforeValidator(read_day)]
Number = Annotated[Decimal, BeforeValidator(read_number)]
Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$")]
Dial = Annotated[str, StringConstraints(pattern=r"^[0-9+][0-9 -]{1,19}$")]
