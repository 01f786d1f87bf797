"""What a label tells of the dictionary that prints it, by its letters."""

from __future__ import annotations

# What in front of a sense is a label and nothing else: no product, no function, no page.
TELLING = {
    *("adj", "adv", "vb", "sb", "npl", "vtr", "vintr", "vrefl", "interj", "pron", "abbrev"),
    *("pln", "mpl", "fpl", "agg", "avv", "Adj", "Adv", "swV", "stV", "intr", "trV", "intrV"),
    *("ppla", "ppladj", "vbln", "vblsb", "sbpl", "smpl", "sfpl", "nmpl", "nfpl", "prnl", "vprnl"),
    *("vpron", "vrifl", "locadv", "zn", "ww", "bn", "znw", "bnw", "bijw", "trans", "intrans"),
}
# Those of several parts, which one dictionary sets apart and another does not: `v. tr.`, `v.tr.`
PARTED = {
    *("npl", "pln", "mpl", "fpl", "vtr", "vintr", "vrefl", "swV", "stV", "trV", "intrV", "ppla"),
    *("ppladj", "vbln", "vblsb", "sbpl", "smpl", "sfpl", "nmpl", "nfpl", "vprnl", "vpron"),
    *("vrifl", "locadv"),
}
# What stands in front of other things as well: `pp. 3-5`, `art. 7`, `pt. 2`, `vi.`
AMBIGUOUS = {
    *("acc", "art", "card", "comp", "det", "gen", "inf", "int", "num", "ord", "part", "pp"),
    *("pt", "sing", "subst", "sym", "symb", "tr", "vi"),
}
# What a dictionary prints instead of a letter: no other label says the same in it.
RIVALS = {
    "n": {*("s", "sb", "m", "f", "sm", "sf", "nm", "nf", "zn", "znw", "sust", "sost", "Subst")},
    "s": {*("n", "sb", "m", "sm", "nm", "zn", "subst", "Subst")},
    "v": {*("vb", "V", "Vb", "ww", "tr", "intr", "trans")},
    "a": {*("adj", "Adj", "agg", "bn", "bnw")},
}
NEUTERS = {*("nt", "neutr", "Adj", "Adv", "Vt", "Vi", "swV", "stV", "Subst", "Pl", "adi", "indecl")}
AT_HEADS = "as"  # single letters that are labels behind a headword, and number senses elsewhere
USUAL = "nv"  # single letters that most dictionaries print; others number senses, too
GENDERS = "mf"  # which stand beside each other, in German with `n.` as well
