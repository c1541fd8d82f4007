"""How a client proves itself to the broker, for Faust and aiokafka, from one set of settings."""

import ssl
from typing import Any

import faust

from streams.errors import SettingsError
from streams.settings import Settings, variable


def broker_credentials(settings: Settings) -> Any:
    """Return Faust's credentials, None for an open broker; raises `SettingsError`."""
    if settings.security == "PLAINTEXT":
        return None
    if settings.security == "SSL":
        return faust.SSLCredentials(context=tls_context(settings))
    # Without a context Faust would quietly send the password in the clear.
    return faust.SASLCredentials(
        username=_required(settings.sasl_username, "PARLEY_SASL_USERNAME"),
        password=_required(settings.sasl_password, "PARLEY_SASL_PASSWORD"),
        mechanism=settings.sasl_mechanism,
        ssl_context=tls_context(settings) if settings.security == "SASL_SSL" else None,
    )


def client_options(settings: Settings) -> dict[str, Any]:
    """Return the options that any aiokafka client needs to reach the broker."""
    options: dict[str, Any] = {
        "bootstrap_servers": settings.bootstrap,
        "security_protocol": settings.security,
    }
    if settings.security in ("SSL", "SASL_SSL"):
        options["ssl_context"] = tls_context(settings)
    if settings.security.startswith("SASL"):
        options |= {
            "sasl_mechanism": settings.sasl_mechanism,
            "sasl_plain_username": _required(settings.sasl_username, "PARLEY_SASL_USERNAME"),
            "sasl_plain_password": _required(settings.sasl_password, "PARLEY_SASL_PASSWORD"),
        }
    return options


def tls_context(settings: Settings) -> ssl.SSLContext:
    """Return a context that verifies the broker; raises `SettingsError` for unusable files."""
    try:
        context = ssl.create_default_context(cafile=settings.tls_ca)
        if settings.tls_cert:
            context.load_cert_chain(settings.tls_cert, settings.tls_key)
    except (OSError, ssl.SSLError) as exc:
        given = ", ".join(
            f"{variable(name)}={path}"
            for name in ("tls_ca", "tls_cert", "tls_key")
            if (path := getattr(settings, name))
        )
        raise SettingsError(f"cannot read the TLS files ({given}): {exc}") from None
    return context


def _required(value: str | None, name: str) -> str:
    if not value:
        raise SettingsError(f"{name} is not set, and PARLEY_SECURITY asks for a login")
    return value
