"""Words that stand beside a hyphen by right, so that counts of other spellings prove little."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# With these first any word is right in both spellings.
PREFIXES = (
    "anti", "auto", "bi", "co", "counter", "de", "dis", "extra", "hyper", "hypo", "in", "infra",
    "inter", "intra", "macro", "mega", "meta", "micro", "mid", "mini", "mis", "mono", "multi",
    "non", "out", "over", "para", "poly", "post", "pre", "pro", "pseudo", "quasi", "re", "self",
    "semi", "sub", "super", "supra", "trans", "tri", "ultra", "un", "under", "uni",
)  # fmt: skip

# The same for the first parts of learned words, which are joined or not as the author likes.
COMBINING = (
    "aero", "agro", "anglo", "arch", "astro", "audio", "bio", "centi", "cyber", "deca", "demi",
    "duo", "eco", "electro", "endo", "equi", "ethno", "euro", "ex", "exo", "fore", "franco", "geo",
    "giga", "hetero", "hexa", "homo", "hydro", "hyp", "iso", "kilo", "mal", "milli", "nano", "neo",
    "neuro", "novo", "omni", "paleo", "pan", "penta", "photo", "physio", "pico", "proto", "psycho",
    "radio", "retro", "socio", "spatio", "step", "syn", "techno", "tele", "tetra", "thermo",
    "turbo", "vice", "video", "авиа", "авто", "анти", "био", "вице", "видео", "гео", "евро", "кино",
    "макро", "мега", "микро", "мини", "мульти", "нано", "нео", "пост", "пред", "псевдо", "радио",
    "само", "супер", "теле", "ультра", "фото", "экзо", "эко", "экс", "электро", "эндо",
)  # fmt: skip

# Behind these words a hyphen hangs, as in `two- or three-fold`.
HANGING = (
    "and", "or", "to", "versus", "und", "oder", "bis", "et", "ou", "y", "o", "e", "en", "of",
)  # fmt: skip

# More of them, which no word ends with: the languages that hang hyphens, and what may follow a
# hyphen that stands for a dash.
NEVER_SECOND = _words(
    "vs through than nor but plus sowie aber beziehungsweise bzw wie als ja tai sekä och eller "
    "og i lub oraz nebo és vagy ve veya και ή и или та або і az och als dan che u ili ali a an "
    "the it is as be he she we they this that these those which who was were are for from with "
    "by de la le les der die das den el los il un une ein eine"
)

# Two letters that are a word in some language, and so the first half of compounds.
TWO_LETTERS = _words(
    "ab ad ai as at by co de do du en es ex go he hi ii il in io ip is it iv ja je la le me mi my "
    "na ne no of ok on or os pc re sa si so su to tu tv ui un up us ut we"
)

# Short words of which compounds are made. Where one of them is half of a word with a hyphen, the
# hyphen may be meant, whatever the vault writes elsewhere.
COMMON = _words(
    "about act after age air all alone and any arm art ask away baby back bag ball band bank "
    "bar base bath be bed bee being bell belt best big bill bird birth bit black blood blow "
    "blue board boat body bond bone book boot born bottom bound bow bowl box boy brain brand "
    "bread break breath bridge bright broad brown brush build building built burn bus but buy "
    "by cab cake call can cap car card care case cast cat cell cent chain chair chalk change "
    "check child choice circle city class clean clear clock cloth coach coal coast coat code "
    "cold color colour come control cook cool copy corn corner country course court cover crab "
    "craft cream cross crowd cry cup cut cycle daily damp dance dark data date day days dead "
    "deal death deck deep dining dish dive do dog door double down draft draw dream dress "
    "drink drive driver drop dry dust duty ear early earth east easy eat edge egg eight else "
    "end even ever every eye face fact fair fall false far farm fast father feed feel feet "
    "fellow field fifth fight file fill film find fine finger fire first fish fit five flash "
    "flat flight flood floor flow fly fold folk food foot for force form forth forward four "
    "frame free fresh friend from front fruit full game gap garden gas gate gear girl give "
    "glass go goal gold good grade grain grand grass great green grey ground group grow guard "
    "guide gun hair half hall hand hard hat haul have head heart heat heavy held help here "
    "high hill hit hold hole home hood hook horn horse hot hour house how hub hunt ice if in "
    "ink inn input iron is it itself job join jump keep key kind king knee knife know lab lace "
    "lack lake lamp land large last late law lay lead leader leaf leak learn leather left leg "
    "less let letter level lid life lift light like line link lip list live load lock log long "
    "look loop loose loud love low luck lunch made mail main maker making male man many map "
    "mark market mass master mat match mate meal mean meat meet melt men mile milk mill mind "
    "mine mirror mix model moon more most mother motor mount mouse mouth move much mud nail "
    "name nay near neck need neighbor nest net never new news next night nine no noise north nose "
    "not note now nut oak of off office oil old on once one online only open or order other "
    "out oven over own pack page paint pair pan paper park part party pass past pay pen people "
    "per person phone pick picture piece pin pipe pit place plan plane plant plate play plot "
    "plug point pole pool poor port post pot pound power press price print proof pull pump "
    "punch purse push put queen quick race rack rail rain raise range rate ray read ready real "
    "red rest rich ride right ring rise river road rock roll roof room root rope rose rough "
    "round row run safe sail salt same sand save saw say scale scape school score screen sea "
    "seat second see seed self sell send sense set seven shade shake shape share sharp shed "
    "sheet shell shift ship shirt shoe shop shore short shot should shoulder show shut sick "
    "side sight sign silver sing single sit site six size skin skirt sky slack sleep slip slow "
    "small smith smoke smooth snow so soap social soft soil some son song soon sore sound "
    "south space speak speed spell spin split spoon spot spread spring square stage stair "
    "stamp stand star start state station stay steam steel step stick still stock stone stop "
    "storage store storm straight strap stream street strike string strong style sub suit sun "
    "sweet swing switch sword system table tail take talk tall tank tape taste tax tea team "
    "tell ten term test text then there thick thin thing think third thought three through "
    "throw tide tie tight tile time tip to today toe tone too tool tooth top touch tow tower "
    "town track trade traffic train trap tree trip truck true try tube turn twelve twin two "
    "type under up use user view voice wagon waist wait wake walk wall war ware warm wash "
    "waste watch water wave wax way wear weather web wed week weight well west wet whale what "
    "wheel when where while white who whole why wide wife wild will wind window wine wing "
    "winter wire wise with wood wool word work worker world worm worn worth wrap wreck wrist "
    "write writer writing year yellow yes yet you young zero zone"
)
