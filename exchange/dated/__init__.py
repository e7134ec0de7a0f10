"""What is handed out for dates: calendars, hours and settlements, records, the sheet of one week. Made from a dated
timetable and a clock, which are given: this package lays nothing on dates itself."""

from exchange.dated.attendance import attendance_pdf
from exchange.dated.calendar_files import calendar_files, calendars_zip
from exchange.dated.documents import DatedFile, DatedKind, Wanted, dated_files
from exchange.dated.head import Clock, DatedHead, Edition
from exchange.dated.hours import HoursSettings
from exchange.dated.hours_sheet import hours_workbook
from exchange.dated.one_week import OneWeek, one_day, one_week, said_stop, weeks
from exchange.dated.patrol_records import patrol_pdf
from exchange.dated.settlement import institutions, settlement_pdf
from exchange.dated.settlement_sheet import settlement_workbook
from exchange.dated.term_days import month_of, months, span_title, week_of, whole_term
from exchange.dated.week_sheets import week_pdf

__all__ = [
    "Clock",
    "DatedFile",
    "DatedHead",
    "DatedKind",
    "Edition",
    "HoursSettings",
    "OneWeek",
    "Wanted",
    "attendance_pdf",
    "calendar_files",
    "calendars_zip",
    "dated_files",
    "hours_workbook",
    "institutions",
    "month_of",
    "months",
    "one_day",
    "one_week",
    "patrol_pdf",
    "said_stop",
    "settlement_pdf",
    "settlement_workbook",
    "span_title",
    "week_of",
    "week_pdf",
    "weeks",
    "whole_term",
]
