"""A record is the frozen dataclass of the same fields, made sooner."""

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from graph.model.record import record


@record(frozen=True, slots=True, kw_only=True)
class Boat:
    """Fields by name, with and without defaults."""

    name: str
    crew: tuple[str, ...] = ()
    papers: dict[str, str] = field(default_factory=dict)


@record(frozen=True, slots=True)
class Buoy:
    """Fields in order."""

    colour: str
    number: int = 1


@dataclass(frozen=True, slots=True)
class Lamp:
    """What the standard library makes of the fields of a buoy."""

    colour: str
    number: int = 1


def test_values_are_those_given_or_defaults() -> None:
    """A default counts where nothing is given, and a made one is made for each value."""
    boat, other = Boat(name="Bries", crew=("Kok",)), Boat(name="Golf")

    assert (boat.name, boat.crew, boat.papers) == ("Bries", ("Kok",), {})
    assert other.crew == ()
    assert boat.papers is not other.papers
    assert Boat(name="Bries", papers={"flag": "NL"}).papers == {"flag": "NL"}
    assert (Buoy("red").number, Buoy("red", 7).number) == (1, 7)


@pytest.mark.parametrize(
    "call", ["Boat('Bries')", "Boat()", "Boat(name='Bries', sail=1)", "Buoy()"]
)
def test_what_does_not_fit_is_refused(call: str) -> None:
    """A field that is missing, unknown, or not given by its name is an error."""
    with pytest.raises(TypeError, match="__init__"):
        eval(call)


def test_a_record_stays_as_it_is() -> None:
    """No field is changed, taken away or added."""
    buoy = Buoy("red")

    for field_ in ("colour", "shape"):
        with pytest.raises(FrozenInstanceError):
            setattr(buoy, field_, "green")
    with pytest.raises(FrozenInstanceError):
        del buoy.colour
    assert buoy == Buoy("red")
    assert not hasattr(buoy, "__dict__")


def test_equal_is_of_one_class_and_the_same_fields() -> None:
    """Two of the same fields are equal and have one hash; of another class they are not equal."""
    assert Buoy("red", 2) == Buoy("red", 2)
    assert hash(Buoy("red", 2)) == hash(Buoy("red", 2))
    assert Buoy("red", 2) != Buoy("red", 3)
    assert Buoy("red", 2) != Lamp("red", 2)  # type: ignore[comparison-overlap]
    assert len({Buoy("red"), Buoy("red", 1), Buoy("green")}) == 2
    with pytest.raises(TypeError, match="unhashable"):
        hash(Boat(name="Bries"))


@record(frozen=True, slots=True)
class Rope:
    """A record that checks what it is given, and shows itself."""

    length: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", int(self.length))

    def __repr__(self) -> str:
        return f"<{self.length} m>"


def test_it_is_shown_as_a_dataclass_is() -> None:
    """It reads like the call that makes it."""
    assert repr(Buoy("red", 2)) == "Buoy(colour='red', number=2)"
    assert repr(Lamp("red", 2)).replace("Lamp", "Buoy") == repr(Buoy("red", 2))


def test_it_is_shown_in_one_line() -> None:
    """What is as usual is left out, and of what is long the beginning is shown."""
    assert repr(Buoy("red", 1)) == "Buoy(colour='red')"
    assert repr(Boat(name="Bries", papers={})) == "Boat(name='Bries')"
    assert repr(Buoy("r" * 100)) == f"Buoy(colour='{'r' * 79}…)"


def test_a_class_keeps_what_it_defines() -> None:
    """Its own form is not replaced, and what it checks is checked when it is made."""
    assert repr(Rope(3)) == "<3 m>"
    assert Rope("3") == Rope(3)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="invalid literal"):
        Rope("long")  # type: ignore[arg-type]


def test_tools_for_dataclasses_take_it() -> None:
    """Fields, a changed copy, a pattern; a copy and a pickle are equal to it."""
    boat = Boat(name="Bries", crew=("Kok",), papers={"flag": "NL"})

    assert [one.name for one in fields(Boat)] == ["name", "crew", "papers"]
    assert replace(boat, name="Golf") == Boat(name="Golf", crew=("Kok",), papers={"flag": "NL"})
    match Buoy("red", 2):
        case Buoy(colour, number):
            assert (colour, number) == ("red", 2)
    for twin in (copy.copy(boat), copy.deepcopy(boat), pickle.loads(pickle.dumps(boat))):
        assert twin == boat
        assert twin is not boat
    assert copy.deepcopy(boat).papers is not boat.papers
