"""What a house has agreed on: kinds of notes, and the dictionaries that they quote."""

from typing import TYPE_CHECKING

from notelint.values.lazy import exports

if TYPE_CHECKING:
    from notelint.conventions.dictionary import DICTIONARIES, Dictionary, find_dictionary, title_in
    from notelint.conventions.heading import HeadingPattern, Role, role_of
    from notelint.conventions.headword import tells_quantity
    from notelint.conventions.home_page import home_keys
    from notelint.conventions.kind import Kind, PropertyGrammar, Slot, When
    from notelint.conventions.label import (
        NOTHING_PROVEN,
        Standing,
        by_letters,
        label_letters,
        symbol_letters,
    )
    from notelint.conventions.label_place import LabelPlace
    from notelint.conventions.misreading import MisreadLabel, may_be_label, misread_label
    from notelint.conventions.parts_of_speech import PARTS_OF_SPEECH, UNSTOPPED_PARTS_OF_SPEECH
    from notelint.conventions.quantity import Certainty, Quantity, is_factor, quantity_of
    from notelint.conventions.shape import Conventions, Shape
    from notelint.conventions.work import Work, work_in, work_of
else:
    __getattr__ = exports(
        __name__,
        {
            ".dictionary": "DICTIONARIES Dictionary find_dictionary title_in",
            ".heading": "HeadingPattern Role role_of",
            ".headword": "tells_quantity",
            ".home_page": "home_keys",
            ".kind": "Kind PropertyGrammar Slot When",
            ".label": "NOTHING_PROVEN Standing by_letters label_letters symbol_letters",
            ".label_place": "LabelPlace",
            ".misreading": "MisreadLabel may_be_label misread_label",
            ".parts_of_speech": "PARTS_OF_SPEECH UNSTOPPED_PARTS_OF_SPEECH",
            ".quantity": "Certainty Quantity is_factor quantity_of",
            ".shape": "Conventions Shape",
            ".work": "Work work_in work_of",
        },
    )
