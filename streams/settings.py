"""Settings, from `PARLEY_*` environment variables and from nowhere else."""

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from tempfile import gettempdir
from typing import Annotated, Any, Literal, get_args, get_type_hints

import msgspec
from msgspec import Meta

from schemas import Topic
from schemas.vocabulary import Kind
from streams.errors import SettingsError

PREFIX = "PARLEY_"
TEST_ONLY = (
    "PARLEY_TEST_BOOTSTRAP",
    "PARLEY_REQUIRE_KAFKA",
    "PARLEY_KAFKA_HOME",
    "PARLEY_GOLD",
)
"""Read by the tests; the worker lets them pass."""
MASK = "********"

Seconds = Annotated[float, Meta(gt=0)]
ADDRESS = r"\s*([^/:,\s\[\]]+|\[[0-9a-fA-F:.]+\])(:\d{1,5})?\s*"
NUMBERS = {"integer": "a whole number", "number": "a number"}
BOUNDS = {"minimum": "from {} on", "exclusiveMinimum": "above {:g}", "maximum": "up to {:g}"}


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How this process reaches Kafka and how patient it is."""

    bootstrap: Annotated[
        str,
        Meta(
            description="host:port, separated by commas",
            pattern=rf"^{ADDRESS}(,{ADDRESS})*$",
            examples=["kafka1:9092,kafka2:9092"],
        ),
    ] = "localhost:9092"
    namespace: Annotated[
        str,
        Meta(
            description="Prefix of every topic and group",
            pattern=r"^[a-zA-Z0-9._-]*$",
            examples=["staging."],
        ),
    ] = ""
    partitions: Annotated[int, Meta(ge=1, description="Replaces the declared number")] | None = None
    replication: Annotated[int, Meta(ge=1, description="Replicas of each topic")] = 1
    log_level: Annotated[
        Literal["DEBUG", "INFO", "WARNING", "ERROR"],
        Meta(description="From which level on a worker logs: DEBUG, INFO, WARNING, ERROR"),
    ] = "INFO"
    max_article_bytes: Annotated[int, Meta(ge=1, description="Larger articles are rejected")] = (
        2_000_000
    )
    dead_letter_share: Annotated[
        float, Meta(gt=0, le=1, description="Share of unforeseen failures that stops the worker")
    ] = 0.5
    dead_letter_window: Annotated[
        int, Meta(ge=10, description="Over how many of the latest records")
    ] = 200
    stall_seconds: Annotated[Seconds, Meta(description="Lag without progress ends the worker")] = (
        120.0
    )
    shutdown_seconds: Annotated[Seconds, Meta(description="Deadline of an orderly stop")] = 30.0
    session_seconds: Annotated[Seconds, Meta(description="Silence after which Kafka reassigns")] = (
        10.0
    )
    commit_seconds: Annotated[Seconds, Meta(description="How often offsets are committed")] = 1.0
    fetch_wait_ms: Annotated[int, Meta(ge=1, description="How long a fetch waits for data")] = 100
    keep_days: Annotated[
        str,
        Meta(
            description="Days that events wait for reports, where not as in keep.yaml: talks=60",
            pattern=r"^([a-z]+=[1-9]\d{0,4}(,[a-z]+=[1-9]\d{0,4})*)?$",
            examples=["talks=60,agreement=400"],
        ),
    ] = ""
    keep_articles_days: Annotated[
        int, Meta(ge=1, description="Days for which articles that tell of no event are known again")
    ] = 14
    remembered_mentions: Annotated[
        int, Meta(ge=1, description="Kept decoded for joining, some 5 KB each")
    ] = 100_000
    security: Annotated[
        Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"],
        Meta(description="How Kafka is reached: PLAINTEXT, SSL, SASL_PLAINTEXT, SASL_SSL"),
    ] = "PLAINTEXT"
    sasl_mechanism: Annotated[
        Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"],
        Meta(description="How a login is proved: PLAIN, SCRAM-SHA-256, SCRAM-SHA-512"),
    ] = "SCRAM-SHA-512"
    sasl_username: Annotated[str, Meta(description="Name to log in to Kafka with")] | None = None
    sasl_password: Annotated[str, Meta(description="Password of that name")] | None = None
    tls_ca: Annotated[str, Meta(description="File of trusted certificates")] | None = None
    tls_cert: Annotated[str, Meta(description="File of the client's certificate")] | None = None
    tls_key: Annotated[str, Meta(description="File of the client's key")] | None = None

    def __repr__(self) -> str:
        """Show the settings without their secrets."""
        return f"Settings({', '.join(f'{k}={v!r}' for k, v in shown(self).items())})"

    @property
    def app_id(self) -> str:
        """The Faust app id: consumer group, and prefix of the changelog topics."""
        return f"{self.namespace}parley"

    @property
    def data_dir(self) -> Path:
        """Where Faust keeps its scratch files; nothing there outlives the process."""
        return Path(gettempdir()) / f"{self.app_id}-worker"

    def partitions_of(self, topic: Topic) -> int:
        """Return how many partitions a topic is to have; dead letters need no more than one."""
        if topic.dead_letter:
            return topic.partitions
        return self.partitions or topic.partitions

    def topic(self, name: str) -> str:
        """Return a declared topic's name in this namespace."""
        return f"{self.namespace}{name}"


SECRET = frozenset({"sasl_password"})


def load(environ: Mapping[str, str]) -> Settings:
    """Read the settings from an environment.

    Raises `SettingsError` for an unknown `PARLEY_*` name, with the nearest known one, and for a
    value that does not fit.
    """
    given = {k: v for k, v in environ.items() if k.startswith(PREFIX) and k not in TEST_ONLY}
    known = {variable(field): field for field in Settings.__struct_fields__}
    for name in given:
        if name not in known:
            raise SettingsError(_unknown(name, known))
    values = {known[name]: value for name, value in given.items()}
    try:
        settings = msgspec.convert(values, Settings, strict=False)
    except msgspec.ValidationError as exc:
        raise SettingsError(_unusable(str(exc))) from None
    days_to_keep(settings)
    return settings


def days_to_keep(settings: Settings) -> dict[Kind, int]:
    """Return for how many days events of each kind wait for reports; raises `SettingsError`."""
    told = dict(item.split("=") for item in settings.keep_days.split(",") if item)
    if unknown := sorted(told.keys() - set(get_args(Kind))):
        raise SettingsError(
            f"unusable value of {variable('keep_days')}: {', '.join(unknown)} is no kind; "
            f"known are {', '.join(get_args(Kind))}"
        )
    return msgspec.convert(told, dict[Kind, int], strict=False)


def variable(field: str) -> str:
    """Return the environment variable of a setting."""
    return PREFIX + field.upper()


def shown(settings: Settings) -> dict[str, object]:
    """Return the settings for display: the value of a secret is masked."""
    values = {field: getattr(settings, field) for field in settings.__struct_fields__}
    return {k: MASK if k in SECRET and v is not None else v for k, v in values.items()}


def _unknown(name: str, known: Mapping[str, str]) -> str:
    names = [known_name.removeprefix(PREFIX) for known_name in known]
    close = get_close_matches(name.removeprefix(PREFIX), names, n=1, cutoff=0.5)
    hint = f"did you mean {PREFIX}{close[0]}?" if close else f"known are {', '.join(sorted(known))}"
    return f"unknown setting {name}: {hint}"


def _unusable(error: str) -> str:
    """Name the variable where msgspec names the field: `... - at `$.partitions``."""
    problem, _, path = error.partition(" - at `$.")
    field = path.rstrip("`")
    if field in SECRET or not field:
        return f"unusable setting: {problem}"
    return f"unusable value of {variable(field)}: {_allowed(field) or problem}"


def _allowed(field: str) -> str:
    """Return which values a setting may have, where words, a pattern or a number say so."""
    schema = msgspec.json.schema(get_type_hints(Settings, include_extras=True)[field])
    if "enum" in schema:
        return f"allowed are {', '.join(schema['enum'])}"
    if "examples" in schema:
        return "".join(f"write it like {example}" for example in schema["examples"])
    return next(map(_number, schema.get("anyOf", (schema,))))


def _number(schema: Mapping[str, Any]) -> str:
    """Return "a whole number, from 1 on"; "" of what is no number."""
    what = NUMBERS.get(schema.get("type", ""))
    bounds = (said.format(schema[name]) for name, said in BOUNDS.items() if name in schema)
    return f"wanted is {what}, {' and '.join(bounds)}" if what else ""
