"""Settings: `CODITECT_*` variables over `coditect.toml` over embedded defaults."""

from ipaddress import ip_network
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from coditect.kernel.key_text import read_key

Role = Literal["all", "api", "worker", "relay", "scheduler"]
"""What one process does; `all` does everything."""


class Settings(BaseSettings):
    """Every setting, each with a default that needs no server and no key."""

    # An empty variable is how compose files and shells pass on what nobody has set.
    model_config = SettingsConfigDict(
        env_prefix="CODITECT_", toml_file="coditect.toml", extra="ignore", env_ignore_empty=True
    )

    data_dir: Path = Field(
        default=Path("~/.local/share/coditect"),
        validate_default=True,
        description="Folder of the database, repositories, files and the development mailbox.",
    )
    database_url: str | None = Field(
        default=None,
        description="`sqlite:///path` or `postgresql://user:password@host/name`; a SQLite file in the data folder by default.",
    )
    database_direct_url: str | None = Field(
        default=None,
        description="Address of the same PostgreSQL without PgBouncer, for migrations, wake-ups and backups; needed when `CODITECT_DATABASE_URL` leads through PgBouncer.",
    )
    database_read_url: str | None = Field(
        default=None,
        description="Address of a streaming replica; lists and exports are read there while it is level with the primary.",
    )
    database_pool_size: int = Field(
        default=10, ge=1, le=500, description="Connections to PostgreSQL that one process keeps."
    )
    database_pool_overflow: int = Field(
        default=10, ge=0, le=500, description="Connections beyond them that it opens when all are in use."
    )
    database_pool_wait_seconds: float = Field(
        default=30, gt=0, description="Longest wait for a free connection."
    )
    database_pool_recycle_seconds: int = Field(
        default=1800, gt=0, description="Age after which a connection is made anew."
    )
    database_statement_timeout_seconds: float = Field(
        default=30, ge=0, description="Longest time of one statement in PostgreSQL; 0 is without end."
    )
    database_idle_timeout_seconds: float = Field(
        default=60, ge=0, description="Longest rest inside a transaction in PostgreSQL; 0 is without end."
    )
    sqlite_synchronous: Literal["full", "normal"] = Field(
        default="full",
        description="`full` survives a power cut; `normal` is faster and may lose the last commits in one.",
    )
    host: str = Field(default="127.0.0.1", description="Address to listen on.")
    port: int = Field(default=8000, ge=0, le=65535, description="Port to listen on; 0 takes a free one.")
    drain_seconds: float = Field(
        default=0,
        ge=0,
        le=300,
        description="How long a server that was asked to end still answers, while it says that it is not ready; 6 behind a proxy.",
    )
    trusted_proxies: str | None = Field(
        default=None,
        description="Addresses or networks (`10.0.0.0/8`) of the proxies in front, with commas between; their `X-Forwarded-For` is believed.",
    )
    dns_servers: str | None = Field(
        default=None,
        description="DNS servers, as addresses or `address:port` with commas between, that are asked whether somebody owns a domain; by default those of the machine.",
    )
    public_url: str | None = Field(default=None, description="Address that people use, for links in mails.")
    storage_url: str | None = Field(
        default=None,
        description="`s3://bucket/prefix?endpoint=https://host&region=name`, or `file:///path`; by default files stand in the data folder. Keys come from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
    )
    redis_url: SecretStr | None = Field(
        default=None,
        description="`redis://host:6379/0`, or `rediss:` for TLS: cache, rate limits and presence shared between processes.",
    )
    smtp_url: SecretStr | None = Field(
        default=None,
        description="`smtp://user:password@host:587`; without it mails go to the development mailbox.",
    )
    mail_from: str = Field(default="CODITECT <no-reply@localhost>", description="Sender of mails.")
    twilio_account_sid: str | None = Field(
        default=None, description="Account that sends SMS codes through Twilio; without it there are none."
    )
    twilio_auth_token: SecretStr | None = Field(default=None, description="Its token.")
    twilio_from: str | None = Field(
        default=None, description="Number that SMS come from, or the id of a messaging service (`MG…`)."
    )
    twilio_url: str = Field(default="https://api.twilio.com", description="Address of Twilio's interface.")
    model: str | None = Field(
        default=None,
        description="`anthropic:NAME` or `openai:NAME`; without it the analysts use the built-in rule engine. Agents that work fall back on further ones after commas.",
    )
    agent_models: str | None = Field(
        default=None,
        description="Other models for some agents, as `agent=anthropic:NAME openai:NAME` with commas between; in place of an agent, an alias that agents name as their model (`sonnet`).",
    )
    agent_allowed_hosts: str | None = Field(
        default=None,
        description="Hosts, with commas between, that agents may fetch pages from; none by default.",
    )
    anthropic_api_key: SecretStr | None = Field(default=None, description="Key for Anthropic models.")
    anthropic_base_url: str | None = Field(default=None, description="Another address of the Anthropic API.")
    openai_api_key: SecretStr | None = Field(default=None, description="Key for the OpenAI-compatible API.")
    openai_base_url: str | None = Field(
        default=None, description="Address of an OpenAI-compatible API (LM Studio, Ollama, vLLM)."
    )
    model_timeout_seconds: float = Field(default=120, gt=0, description="Longest wait for one model answer.")
    model_hosts: str | None = Field(
        default=None,
        description="Hosts, as `name` or `name:port` between commas, that organizations may name as the address of a model of their own.",
    )
    secrets_key: SecretStr | None = Field(
        default=None,
        description="32 random bytes in base64 that encrypt what organizations keep secret; older ones follow after commas. Without it a file in the data folder holds one.",
    )
    google_client_id: str | None = Field(
        default=None, description="Id of this installation at Google; with it people can sign in by Google."
    )
    google_client_secret: SecretStr | None = Field(default=None, description="Its secret.")
    google_issuer: str = Field(
        default="https://accounts.google.com", description="Another issuer, for tests of an installation."
    )
    github_client_id: str | None = Field(
        default=None, description="Id of this installation at GitHub; with it people can sign in by GitHub."
    )
    github_client_secret: SecretStr | None = Field(default=None, description="Its secret.")
    github_url: str = Field(
        default="https://github.com", description="Address of a GitHub Enterprise server instead."
    )
    github_api_url: str = Field(
        default="https://api.github.com", description="Address of the API of that server."
    )
    linkedin_client_id: str | None = Field(
        default=None,
        description="Id of this installation at LinkedIn; with it people can sign in by LinkedIn.",
    )
    linkedin_client_secret: SecretStr | None = Field(default=None, description="Its secret.")
    linkedin_issuer: str = Field(
        default="https://www.linkedin.com/oauth", description="Another issuer, for tests of an installation."
    )
    oidc_issuer: str | None = Field(
        default=None,
        description="Issuer of a provider of OpenID Connect, as its discovery document names it.",
    )
    oidc_client_id: str | None = Field(default=None, description="Id of this installation at that provider.")
    oidc_client_secret: SecretStr | None = Field(default=None, description="Its secret, if it has one.")
    oidc_name: str = Field(default="Single sign-on", description="What the button of that provider says.")
    oidc_second_factor_counts: bool = Field(
        default=False,
        description="Whether that provider's word that it asked for a second factor (`amr` holds `mfa`) spares ours.",
    )
    api_key_requests_per_minute: int = Field(
        default=600, ge=1, description="Requests that one API key may make in a minute."
    )
    audit_retention_days: int | None = Field(
        default=None,
        ge=30,
        description="Days after which entries of the audit are removed; without it they are kept.",
    )
    analysis_versions_kept: int | None = Field(
        default=None,
        ge=2,
        description="How many of the newest versions of each analysis are kept; without it all of them are.",
    )
    event_retention_days: int = Field(
        default=90,
        ge=1,
        description="Days after which events that all consumers have had are removed; streams resume no further back.",
    )
    worker_concurrency: int = Field(default=4, ge=1, le=256, description="Steps that one process works on.")
    instance_name: str = Field(default="CODITECT", description="Name of this installation.")
    logo_url: str | None = Field(default=None, description="Path of a logo that replaces ours, on this host.")
    logo_file: Path | None = Field(
        default=None,
        description="An image file (svg, png, webp, jpeg) on the server that is shown as logo; `logo_url` goes before it.",
    )
    accent: str | None = Field(
        default=None, pattern=r"^#[0-9a-fA-F]{6}$", description="Accent colour, as #rrggbb."
    )
    support_email: str | None = Field(default=None, description="Where people of this installation ask.")
    otlp_url: str | None = Field(
        default=None, description="Address of an OpenTelemetry collector (OTLP over HTTP) that gets traces."
    )
    otlp_headers: SecretStr | None = Field(
        default=None, description="Headers for the collector, as `name=value` with commas between."
    )
    trace_share: float = Field(
        default=1,
        ge=0,
        le=1,
        description="Share of requests that are traced, if their sender did not decide.",
    )
    log_requests: bool = Field(default=False, description="One log line for each answered request.")
    log_format: Literal["text", "json"] = Field(default="text", description="Form of log lines.")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="Least severe log line that is printed."
    )

    @field_validator("data_dir")
    @classmethod
    def _absolute(cls, value: Path) -> Path:
        return value.expanduser().absolute()

    @field_validator("trusted_proxies")
    @classmethod
    def _networks(cls, value: str | None) -> str | None:
        # A name or a star would be compared with addresses as it is, and let nobody or everybody say who they are.
        for part in value.split(",") if value else ():
            ip_network(part.strip())
        return value

    @field_validator("secrets_key")
    @classmethod
    def _key_of_32_bytes(cls, value: SecretStr | None) -> SecretStr | None:
        for key in value.get_secret_value().split(",") if value else ():
            read_key(key)
        return value

    @property
    def resolved_database_url(self) -> str:
        """The database address, with the default filled in."""
        return self.database_url or f"sqlite:///{self.data_dir / 'coditect.db'}"

    @property
    def owner_database_url(self) -> str:
        """Where the database is reached directly: for migrations, wake-ups and backups."""
        return self.database_direct_url or self.resolved_database_url

    @property
    def base_url(self) -> str:
        """Where people reach this installation, without a trailing slash."""
        return (self.public_url or f"http://{_in_url(self.host)}:{self.port}").rstrip("/")

    @property
    def allowed_model_hosts(self) -> frozenset[str]:
        """The hosts of `model_hosts`."""
        return frozenset(host.strip().lower() for host in (self.model_hosts or "").split(",") if host.strip())

    @property
    def hosts_for_agents(self) -> frozenset[str]:
        """The hosts of `agent_allowed_hosts`."""
        return frozenset(h.strip().lower() for h in (self.agent_allowed_hosts or "").split(",") if h.strip())

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        del dotenv_settings, file_secret_settings
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def _in_url(host: str) -> str:
    if host in {"0.0.0.0", "::"}:  # noqa: S104 - compared, not bound
        return "localhost"
    return f"[{host}]" if ":" in host else host
