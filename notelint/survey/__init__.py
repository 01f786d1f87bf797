"""A vault looked over: what its notes have in common, and the configuration that follows."""

from typing import TYPE_CHECKING

from notelint.values.lazy import exports

if TYPE_CHECKING:
    from notelint.survey.hook import with_hook
    from notelint.survey.language import preset_of
    from notelint.survey.neighbourhood import read_neighbours
    from notelint.survey.page import configuration_text
    from notelint.survey.proposal import Proposal, some
    from notelint.survey.proposals import asked_for, proposed
    from notelint.survey.survey import Survey, settings_of_survey, survey_of
else:
    __getattr__ = exports(
        __name__,
        {
            ".hook": "with_hook",
            ".language": "preset_of",
            ".neighbourhood": "read_neighbours",
            ".page": "configuration_text",
            ".proposal": "Proposal some",
            ".proposals": "asked_for proposed",
            ".survey": "Survey settings_of_survey survey_of",
        },
    )
