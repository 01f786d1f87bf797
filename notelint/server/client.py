"""What the editor can do, and what its user wants of the server."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lsprotocol.types import ClientCapabilities, InitializeParams, ResourceOperationKind
from pygls.capabilities import ServerCapabilitiesBuilder, get_capability

from notelint.values import dataclass

NAVIGATION = (
    *("definition", "hover", "completion", "references", "rename"),
    *("documentSymbol", "workspaceSymbol", "documentLink"),
)


@dataclass(frozen=True)
class Client:
    """An editor. ``navigation`` are what it asks for of that which other servers offer, too."""

    encoding: str = "utf-16"
    navigation: frozenset[str] = frozenset(NAVIGATION)
    pulls: bool = False  # asks for diagnostics when it wants them
    refreshes: bool = False  # asks again where it is told to
    watches: bool = False  # can tell what changes on disk
    shows_links: bool = False  # from where a definition was asked for
    counts_versions: bool = False  # of the texts that edits are for
    renames_files: bool = False
    resolves_edits: bool = False  # asks for the edits of an action when it is chosen
    shows_related: bool = False
    shows_tags: bool = False
    keeps_data: bool = False  # of a diagnostic, and gives it back
    nests_symbols: bool = False

    @classmethod
    def of(cls, params: InitializeParams) -> Client:
        """The editor that says of itself what it can do."""
        can, said = params.capabilities, _Said(params.capabilities)
        operations = said.get("workspace.workspace_edit.resource_operations") or ()
        resolved = said.get("text_document.code_action.resolve_support")
        return cls(
            encoding=str(_value(ServerCapabilitiesBuilder.choose_position_encoding(can))),
            navigation=frozenset(_wanted(params.initialization_options)),
            pulls=said.get("text_document.diagnostic") is not None,
            refreshes=bool(said.get("workspace.diagnostics.refresh_support")),
            watches=bool(said.get("workspace.did_change_watched_files.dynamic_registration")),
            shows_links=bool(said.get("text_document.definition.link_support")),
            counts_versions=bool(said.get("workspace.workspace_edit.document_changes")),
            renames_files=ResourceOperationKind.Rename in operations,
            resolves_edits="edit" in (resolved.properties if resolved else ()),
            shows_related=said.of_diagnostics("related_information"),
            shows_tags=said.of_diagnostics("tag_support"),
            keeps_data=said.of_diagnostics("data_support"),
            nests_symbols=bool(
                said.get("text_document.document_symbol.hierarchical_document_symbol_support")
            ),
        )


class _Said:
    """What a client says of itself, by the paths of the protocol; nothing where it does not say."""

    def __init__(self, capabilities: ClientCapabilities) -> None:
        self._capabilities = capabilities

    def get(self, name: str) -> Any:
        return get_capability(self._capabilities, name)

    def of_diagnostics(self, name: str) -> bool:
        """Whether diagnostics may have something, be they pushed or pulled."""
        ways = ("text_document.publish_diagnostics", "text_document.diagnostic")
        return any(bool(getattr(self.get(way), name, None)) for way in ways)


def _value(kind: Any) -> Any:
    return getattr(kind, "value", kind)


def _wanted(options: object) -> list[str]:
    """The kinds of navigation that are not switched off."""
    said = options.get("navigation") if isinstance(options, Mapping) else None
    if said is False:
        return []
    switches = said if isinstance(said, Mapping) else {}
    return [name for name in NAVIGATION if switches.get(name) is not False]
