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

# Numbers with which compounds begin, as `two-way`.
NUMBERS = _words(
    "two three four five six seven eight nine eleven twelve half first second third fourth fifth "
    "zwei drei vier deux trois quatre"
)

# Second parts that are put to any word with a hyphen, as in `almond-shaped`.
ENDINGS = _words(
    "activated adapted adjusted aged aligned amplified associated assisted averse aware based "
    "bearing bodied building capped carrying causing centered centred centric chained changing "
    "coated colored coloured compatible conducting conscious consuming containing controlled "
    "controlling correlated covered defined deficient dependent derived determined dimensional "
    "directed driven dwelling edged eared eating elicited encoded encoding enhancing enriched eyed "
    "faced feeding filled finding footed forming free friendly fronted generated generating "
    "growing haired handed headed hearted heeled independent induced inducing inhibiting "
    "initiated invariant killing laden layered leaved legged like limited lined linked loaded "
    "looking loving mediated minded mounted offs oriented outs possessing powered preserving "
    "producing prone provoking reducing related releasing resistant responsive rich saving seeking "
    "selective sensitive shaped sided sighted sized soluble solving specific speaking stained "
    "stemmed stranded supported tailed talking threatening tolerant toothed treated ups valued "
    "walled weighted willed winged wise yielding"
)

# Of these words a hyphen makes no compound: with them a word goes on.
SUFFIXES = _words(
    "able age ages ally ance ant ants ary ate ence ent fold ful full hood ible ing ion ions ism "
    "ist ity less ment ments ness ory ous ship ships some teen ties tion ward wards"
)

# With these first two words became one: `without`, `something`.
NEVER_FIRST = _words(
    "all any can every her here him how may more never none our some them there what when where "
    "who with your"
)

# What stands between `See` and the name of an entry, and is part of neither.
BESIDE_CUES = NEVER_SECOND.union(
    HANGING,
    _words(
        "also anche article articles at auch aussi both både cf compare contrast eg entries entry "
        "esp especially even example examples heading how if in its main on ook see siehe sous sub "
        "sv también també também term terms under unter voir what when where whether why även"
    ),
)

# Two letters that are a word in some language, and so the first half of compounds.
TWO_LETTERS = _words(
    "ab ad ai as at by co de do du en es ex go he hi ii il in io ip is it iv ja je la le me mi my "
    "na ne no of ok on or os pc re sa si so su to tu tv ui un up us ut we"
)

# Short words of which compounds are made. Where one of them is half of a word with a hyphen, the
# hyphen may be meant, whatever the vault writes elsewhere.
COMMON = _words(
    "about act after age air all alone and animal answer any arm army art ask away baby back bag "
    "ball band bank bar base bath battle be beauty bed bee being bell belt best big bill bird "
    "birth bit black blind blood blow blue board boat body bond bone book boot born bottom bound "
    "bow bowl box boy brain brand bread break breath brick bridge bright broad brother brown "
    "brush build building built burn bus business but button buy by cab cake call can cap car "
    "carbon card care case cast cat cell cent chain chair chalk change cheap check child choice "
    "circle city class clean clear clock cloth cloud coach coal coast coat code cold color colour "
    "come company control cook cool copper copy corn corner cotton country course court cover "
    "crab craft cream cross crowd cry cup curve cut cycle daily damp dance dark data date "
    "daughter day days dead deal death deck deep dining disease dish dive do dog door double down "
    "draft draw dream dress drink drive driver drop dry dust duty ear early earn earth east easy "
    "eat edge egg eight else end energy engine even evening ever every eye face fact fair fall "
    "false family famous far farm fashion fast father feed feel feet fellow female fiber fibre "
    "field fifth fight figure file fill film find fine finger finish fire first fish fit five "
    "flash flat flight flood floor flow fluid fly fold folk food foot for force forest form forth "
    "forward four frame free fresh friend from front fruit full future game gap garden gas gate "
    "gear gentle girl give glass glue go goal gold good grade grain grand grass great green grey "
    "ground group grow guard guide gun hair half hall hand hard hat haul have head health heart "
    "heat heavy held help here high hill history hit hold hole home hood hook horn horse hot hour "
    "house how hub human hunt husband ice if in income ink inn input iron is island it itself job "
    "join judge jump keep key kind king knee knife know lab labor labour lace lack lady lake lamp "
    "land language large last late law lay lead leader leaf leak learn leather left leg less "
    "lesson let letter level lid life lift light like line linen link lip liquid list live load "
    "lock log long look loop loose loud love low luck lunch lung made mail main maker making male "
    "man many map mark market mass master mat match mate meal mean measure meat meet meeting melt "
    "member memory men metal middle mile milk mill mind mine minute mirror mix model money month "
    "moon more morning most mother motor mount mouse mouth move much mud muscle music nail name "
    "nature nay near neck need neighbor nerve nest net never new news next night nine no noise "
    "north nose not note now number nut oak object of off office oil old on once one online only "
    "open or order other out oven over own pack page paint pair pan paper park part party pass "
    "past pay pen pencil people per person phone pick picture piece pin pipe pit place plan plane "
    "planet plant plastic plate play plot plug point poison pole pool poor port post pot pound "
    "powder power press price prince print problem process product profit proof public pull pump "
    "punch purpose purse push put quality queen question quick race rack rail rain raise range "
    "rate ray read ready real reason record red region report rest result reward rhythm rice rich "
    "ride right ring rise river road rock roll roof room root rope rose rough round row rubber "
    "rule run safe sail salt same sand save saw say scale scape school science score screen sea "
    "season seat second secret see seed self sell send sense sentence servant service set seven "
    "sex shade shadow shake shape share sharp shed sheet shell shift ship shirt shoe shop shore "
    "short shot should shoulder show shut sick side sight sign silk silver simple sing single "
    "sister sit site six size skill skin skirt sky slack sleep slip slow small smith smoke smooth "
    "snake snow so soap social society soft soil solid some son song soon sore sound source south "
    "space speak special speech speed spell spin spirit split spoon spot spread spring square "
    "stage stair stamp stand star start state station stay steam steel stem step stick still "
    "stock stomach stone stop storage store storm straight strap stream street strength strike "
    "string strong structure student study style sub subject sugar suit summer sun surface sweet "
    "swing switch sword system table tail take talk tall tank tape target task taste tax tea team "
    "tell ten term test text then theory there thick thin thing think third thought thread three "
    "throat through throw ticket tide tie tight tile time tip tissue title to today toe tone "
    "tongue too tool tooth top touch tow tower town track trade traffic train trap travel tree "
    "trip trouble truck true try tube turn twelve twin two type under up use user valley value "
    "vapor vessel view village virus vision voice volume wagon waist wait wake walk wall war ware "
    "warm wash waste watch water wave wax way weapon wear weather web wed week weight well west "
    "wet whale what wheel when where while white who whole why wide wife wild will wind window "
    "wine wing winter wire wise with woman women wood wooden wool word work worker world worm "
    "worn worth wound wrap wreck wrist write writer writing year yellow yes yet you young zero "
    "zone"
)
