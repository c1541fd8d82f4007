"""Settings: strict about names, kind about typing errors, silent about secrets."""

import pytest

from streams.errors import SettingsError
from streams.settings import MASK, Settings, days_to_keep, load, shown, variable


def test_defaults_suit_one_machine() -> None:
    """Without any variable the worker talks to a broker on this machine."""
    assert "localhost:9092" == load({}).bootstrap


def test_values_are_converted() -> None:
    """Numbers are read from text."""
    settings = load({"PARLEY_PARTITIONS": "8", "PARLEY_STALL_SECONDS": "2.5"})
    assert (8, 2.5) == (settings.partitions, settings.stall_seconds)


def test_unknown_name_suggests_the_nearest() -> None:
    """A typing error is an error, with a suggestion."""
    with pytest.raises(SettingsError, match="did you mean PARLEY_PARTITIONS"):
        load({"PARLEY_PARTITONS": "8"})


def test_unknown_name_without_likeness_lists_the_known() -> None:
    """A name like no other gets the whole list."""
    with pytest.raises(SettingsError, match="PARLEY_BOOTSTRAP, "):
        load({"PARLEY_XYZZY": "8"})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PARLEY_PARTITIONS", "many"),
        ("PARLEY_PARTITIONS", "0"),
        ("PARLEY_STALL_SECONDS", "-1"),
        ("PARLEY_SECURITY", "tls"),
        ("PARLEY_NAMESPACE", "a b"),
    ],
)
def test_unusable_value_names_its_variable(name: str, value: str) -> None:
    """The message says which variable, not which line of code."""
    with pytest.raises(SettingsError, match=name):
        load({name: value})


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("PARLEY_SECURITY", "foo", "allowed are PLAINTEXT, SASL_PLAINTEXT, SASL_SSL, SSL"),
        ("PARLEY_LOG_LEVEL", "info", "allowed are DEBUG, ERROR, INFO, WARNING"),
        ("PARLEY_BOOTSTRAP", "http://kafka1:9092", "write it like kafka1:9092,kafka2:9092"),
        ("PARLEY_BOOTSTRAP", "kafka1:abc", "write it like kafka1:9092,kafka2:9092"),
        ("PARLEY_BOOTSTRAP", "kafka1:9092 kafka2:9092", "write it like kafka1:9092,kafka2:9092"),
        ("PARLEY_KEEP_DAYS", "talks:3", "write it like talks=60,agreement=400"),
        ("PARLEY_PARTITIONS", "many", "wanted is a whole number, from 1 on"),
        ("PARLEY_DEAD_LETTER_WINDOW", "1.5", "wanted is a whole number, from 10 on"),
        ("PARLEY_DEAD_LETTER_SHARE", "50%", "wanted is a number, above 0 and up to 1"),
        ("PARLEY_STALL_SECONDS", "0", "wanted is a number, above 0"),
    ],
)
def test_unusable_value_is_told_what_may_stand_there(name: str, value: str, allowed: str) -> None:
    """No pattern and no guessing: the words, or how it is written."""
    with pytest.raises(SettingsError, match=allowed):
        load({name: value})


@pytest.mark.parametrize(
    "value",
    [*("kafka", "kafka:9092", "10.0.0.1:9092,10.0.0.2:9092", "a:1, b:2", "[::1]:9092", "a_b:1")],
)
def test_an_address_is_taken_as_clients_take_it(value: str) -> None:
    """With a port or without, one or several, an IPv6 address in brackets."""
    assert value == load({"PARLEY_BOOTSTRAP": value}).bootstrap


def test_other_variables_are_none_of_our_business() -> None:
    """Variables without the prefix are ignored."""
    assert load({}) == load({"PATH": "/bin", "KAFKA_HOME": "x"})


def test_secret_is_never_shown() -> None:
    """A password is masked wherever settings are displayed."""
    settings = load({"PARLEY_SASL_PASSWORD": "hunter2"})
    assert MASK == shown(settings)["sasl_password"]
    assert "hunter2" not in repr(settings)
    assert "hunter2" not in str(settings)


def test_namespace_prefixes_topics_and_group() -> None:
    """Two namespaces share a cluster without meeting."""
    settings = load({"PARLEY_NAMESPACE": "staging."})
    assert ("staging.parley", "staging.x") == (settings.app_id, settings.topic("x"))


@pytest.mark.parametrize("field", Settings.__struct_fields__)
def test_every_setting_has_a_variable(field: str) -> None:
    """Each field is read from its own variable."""
    assert variable(field).removeprefix("PARLEY_").lower() == field


def test_days_to_keep_are_read_by_kind() -> None:
    """Single kinds may wait longer or shorter than declared."""
    settings = load({"PARLEY_KEEP_DAYS": "talks=60,agreement=400"})
    assert {"talks": 60, "agreement": 400} == days_to_keep(settings)


@pytest.mark.parametrize("value", ["talk=60", "talks=0", "talks", "60"])
def test_unusable_days_to_keep_are_refused(value: str) -> None:
    """An unknown kind or no number of days is an error before anything starts."""
    with pytest.raises(SettingsError, match="PARLEY_KEEP_DAYS"):
        load({"PARLEY_KEEP_DAYS": value})
