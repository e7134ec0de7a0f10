"""校历: the national holidays by one button, as one edit; what the school wrote stays."""

from exchange.calendar_proposal import proposal_fix
from exchange.document import Document, document_of, fixed
from models import Calendar, Holiday
from scheduler.rules import rule_cards
from tests.builders import changed, tiny_school
from ui.editing.looked import Looked, look_at
from ui.editing.proposing import proposal_for, said_after, said_before


def looked(document: Document) -> Looked:
    return look_at(document.model_dump_json())


def test_each_holiday_comes_once() -> None:
    document = document_of(tiny_school(), rule_cards())
    proposal = proposal_for(looked(document))
    assert [h.name for h in proposal.holidays] == ["清明节（暂定）", "劳动节（暂定）", "端午节（暂定）"]
    assert "放假 3 行、调休上课 0 行" in said_before(proposal).zh
    assert "2027 年的调休还没有公布" in said_after(proposal).zh
    after = looked(fixed(document, proposal_fix(proposal)))
    assert after.seen.reading.problem is not None
    assert after.seen.reading.problem.calendar.holidays == proposal.holidays
    assert proposal_for(after).empty
    assert "没有可以提议的" in said_before(proposal_for(after)).zh


def test_what_the_school_wrote_stays_and_errors_come_first() -> None:
    term = tiny_school().term
    own = Holiday(first=term.first_day, last=term.last_day, name="停课")
    document = document_of(changed(tiny_school(), calendar=Calendar(holidays=(own,))), rule_cards())
    assert proposal_for(looked(document)).empty
    wrong = document_of(changed(tiny_school(), term=changed(term, last_day="2027-01-01")), rule_cards())
    assert proposal_for(looked(wrong)).empty
