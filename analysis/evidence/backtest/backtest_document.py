"""A backtest in tables: each case beside what happened, each kind of list, and the scores with the answer first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.documents.document import Document, Form, Note, Quantity, Section, Table
from analysis.documents.wording import sentence
from analysis.estimates import Estimate
from analysis.evidence.backtest.answer_key import CLASSES, TARGETS, Reading, coded_class, happened, is_headline, is_open
from analysis.evidence.backtest.backtesting import Backtest
from analysis.evidence.backtest.base_rates import Benchmark
from analysis.evidence.backtest.brier_scores import MODEL, Score
from analysis.evidence.backtest.case_forecasts import CaseForecast
from analysis.evidence.backtest.frame_shares import FrameShare
from analysis.evidence.casebook.frames import FrameKind
from sim.narrative.case_words import PLAIN

PERCENT = Form(".0%", ".1%")
SCORE = Form(".3f", ".3f")

FEWEST_DYADS = 10
"""With fewer pairs of leaders, drawing them again says little of how sure a score is."""

CASE_COLUMNS = (-30, *(5,) * (len(CLASSES) + len(TARGETS)))
SHARE_COLUMNS = (-30, 8, 18, 12, 8)
SCORE_COLUMNS = (-30, 22, 28)

HEADS = {"deal": "deal", "truce": "truc", "no_deal": "no-d", "blow_up": "brok", "no_contact": "no-c"}
"""Heads of narrow columns for the classes; :data:`CASE_NOTE` spells them out."""

SHORT = {"contact": "cont", "voice": "voic", "in_person": "meet", "agreement": "agre", "mediation": "medi"}

CASE_NOTE = (
    "In percent of runs: deal, truce, no deal (no-d), broken off, no contact (no-c); by the horizon contact, voice, a "
    "meeting, an agreement, a third party that mediates. * happened; - was settled before the forecast; (id) is left "
    "out of frames and scores, since it was cut out of history by its end."
)
SHARE_NOTE = (
    "Model: mean over cases. Happened: share of cases (95% interval, dyads drawn again). Base rate: what the other "
    "cases would say. Near: inside that interval, or within 15 points."
)
SCORE_NOTE = (
    "Brier score, 0 is perfect (95% interval, dyads drawn again). The last column is the model less this forecaster: "
    "below 0 the model is better. Gaps under .03 to .05 are noise with a hundred cases."
)
READINGS = {Reading.coded: "as coded", Reading.other: "other reading"}
CAVEAT = (
    "Each case was coded by one coder who knew how it ended, and some numbers of the model were chosen beside the "
    "development cases: their score is in-sample, and says what the model is like, not what it can foretell."
)


def backtest_document(backtest: Backtest, casebook: str) -> Document:
    """Return a backtest as a document; `casebook` is what the file is called."""
    sections = (
        Section("Case by case", (_case_table(backtest.forecasts), Note(CASE_NOTE))),
        Section("By kind of list", (*_share_tables(backtest.shares), Note(SHARE_NOTE))),
        Section("Scores", (*_score_tables(backtest.scores), Note(SCORE_NOTE), Note(CAVEAT))),
    )
    cases = _cases(len(backtest.forecasts))
    if backtest.is_partial:
        cases = f"stopped early: {len(backtest.forecasts)} of {backtest.asked} cases"
    counting = backtest.counting
    made = f"{cases} of {casebook}, {counting.runs:,} runs each, seed {counting.seed}"
    return Document("backtest", f"Backtest of {casebook}", "", tuple(_answer(backtest)), sections, CAVEAT, made)


def _cases(number: int) -> str:
    return f"{number} case{'' if number == 1 else 's'}"


def _answer(backtest: Backtest) -> Iterator[str]:
    """Yield the score of the five classes beside that of base rates, and whether they differ."""
    found = {score.forecaster: score for score in backtest.scores if _is_headline(score)}
    if MODEL not in found:
        yield "No case can be scored."
        return
    model, base = found[MODEL], found[Benchmark.base_rate]
    yield sentence(
        f"five outcome classes over {_cases(backtest.scored)}: the model's Brier score is {_told(model.brier)}, base "
        f"rates get {_told(base.brier)}: {_verdict(base)}"
    )


def _is_headline(score: Score) -> bool:
    return score.of == "classes" and score.reading is Reading.coded


def _told(estimate: Estimate) -> str:
    return f"{estimate.value:.3f} ({estimate.low:.3f} to {estimate.high:.3f})"


def _verdict(base: Score) -> str:
    assert base.ahead is not None, "a benchmark is compared with the model"
    if base.ahead.lucks < FEWEST_DYADS:
        return f"too few pairs of leaders ({base.ahead.lucks}) to tell which is better"
    if base.ahead.low > 0:
        return "the model is worse than knowing how often such things happen"
    return "the model is better" if base.ahead.high < 0 else "no difference beyond noise"


def _case_table(forecasts: Sequence[CaseForecast]) -> Table:
    heads = ("", *HEADS.values(), *SHORT.values())
    return Table(heads, tuple(tuple(_case_row(forecast)) for forecast in forecasts), layout=CASE_COLUMNS)


def _case_row(forecast: CaseForecast) -> Iterator[str]:
    case = forecast.case
    yield case.id if is_headline(case) else f"({case.id})"
    for name in CLASSES:
        yield _marked(forecast.classes[name], name == coded_class(case))
    for target in TARGETS:
        if is_open(case, target):
            yield _marked(forecast.targets[target.name], happened(case, target))
        else:
            yield "- "


def _marked(share: Estimate, is_so: bool) -> str:
    return f"{100 * share.value:.0f}{'*' if is_so else ' '}"


def _share_tables(shares: Sequence[FrameShare]) -> Iterator[Table]:
    for kind in FrameKind:
        chosen = [share for share in shares if share.frame is kind]
        if chosen:
            cases = max(share.happened.n for share in chosen)
            heads = (f"{kind} ({_cases(cases)})", "model", "happened", "base rate", "near")
            yield Table(heads, tuple(map(_share_row, chosen)), layout=SHARE_COLUMNS)


def _share_row(share: FrameShare) -> tuple[str, Quantity, Quantity, Quantity, bool]:
    happening = Quantity(PERCENT, *share.happened.numbers)
    return (
        f"  {_title(share.what)}",
        Quantity(PERCENT, share.model),
        happening,
        Quantity(PERCENT, share.base_rate),
        share.is_near,
    )


def _title(what: str) -> str:
    if what in CLASSES:
        return PLAIN[what].noun
    return next(target.sentence for target in TARGETS if target.name == what)


def _score_tables(scores: Sequence[Score]) -> Iterator[Table]:
    titles = {("classes", reading): f"five classes, {words}" for reading, words in READINGS.items()}
    titles |= {(target.name, Reading.coded): target.sentence for target in TARGETS}
    for key, title in titles.items():
        chosen = [score for score in scores if (score.of, score.reading) == key]
        if chosen:
            yield _score_table(title, chosen)


def _score_table(title: str, scores: Sequence[Score]) -> Table:
    heads = (title, _cases(scores[0].brier.n), "model less this")
    return Table(heads, tuple(map(_score_row, scores)), layout=SCORE_COLUMNS)


def _score_row(score: Score) -> tuple[str, Quantity, str]:
    return f"  {score.forecaster}", Quantity(SCORE, *score.brier.numbers), _signed(score.ahead)


def _signed(difference: Estimate | None) -> str:
    if difference is None:
        return ""
    return f"{difference.value:+.3f} ({difference.low:+.3f} to {difference.high:+.3f})"
