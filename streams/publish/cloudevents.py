"""CloudEvents 1.0 attributes as Kafka headers, in the binary mode of its Kafka protocol binding."""

from schemas.record import VERSION, Record

Headers = tuple[tuple[str, bytes], ...]

SPEC_VERSION = "1.0"
SOURCE = "urn:parley"
"""Who publishes; a producer that has a name of its own puts it into the topic's namespace."""


def headers(
    record: Record, *, id_: str, subject: str, time: str | None, action: str = ""
) -> Headers:
    """Return the headers of a record.

    `id_` must be unique per source; `subject` is what the record is about, `time` when it came to
    be (RFC 3339), `action` names a type of its own, such as `merged`.
    """
    name = f"{record.schema}.{action}" if action else record.schema
    attributes = {
        "ce_specversion": SPEC_VERSION,
        "ce_type": f"parley.{name}.v{VERSION}",
        "ce_source": SOURCE,
        "ce_id": id_,
        "ce_subject": subject,
        "ce_time": time,
        "ce_dataschema": f"urn:parley:schema:{record.schema}:v{VERSION}",
        "content-type": "application/json",
    }
    return tuple((name, value.encode()) for name, value in attributes.items() if value)
