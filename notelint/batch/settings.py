"""The settings of a vault, loaded once by each process."""

from __future__ import annotations

from notelint.batch.source import forget, options_of, source_of
from notelint.batch.task import Job
from notelint.config import Settings, digest_of
from notelint.values import ConfigError

_known: dict[tuple[object, ...], Settings] = {}
_MOST = 8  # vaults


def settings_anew(job: Job) -> Settings:
    """The settings of the vault as they are now, whatever they were before.

    Raises:
        ConfigError, ReadError: they cannot be told.
    """
    forget()
    _known.clear()
    return _settings(job)


def settings_of(job: Job) -> Settings:
    """The settings of the vault, which are those that it had when it was listed.

    Raises:
        ConfigError: they are others by now.
    """
    settings = _settings(job)
    if digest_of(settings) != job.settings_digest:
        settings = settings_anew(job)  # this process has others from an earlier run
    if digest_of(settings) != job.settings_digest:
        raise ConfigError("the configuration changed while the vault was checked", "run it again")
    return settings


def _settings(job: Job) -> Settings:
    key = (job.vault, job.named, job.config, job.is_isolated, job.overrides)
    if key not in _known:
        if len(_known) >= _MOST:
            _known.clear()
        _known[key] = source_of(job).settings(options_of(job))
    return _known[key]
