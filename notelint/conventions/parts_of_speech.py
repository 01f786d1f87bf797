"""The labels that dictionaries print at a sense: parts of speech, genders, numbers, kinds of verbs.

A closed list: what is none of these is no label, however often it stands where one might. Words
that begin a sense as well (`a`, `number`, Dutch `de`) are left out.
"""

from __future__ import annotations


def _forms(*lines: str) -> tuple[str, ...]:
    """The forms of some lines, each once: two languages may print one form."""
    return tuple(dict.fromkeys(form for line in lines for form in line.split("; ")))


# As printed with their stops. A form that is another one with blanks or without is its own entry,
# since a dictionary prints one of them: `v.t.`, `v. t.`, `vt.`.
PARTS_OF_SPEECH: tuple[str, ...] = _forms(
    # English
    "n.; ns.; nn.; sb.; subst.; n. pl.; n.pl.; npl.; pl. n.; pl.n.; pl.; sing.; n. sing.; n.sing.",
    "pl. a.; sing. n.; n. comb. form; n. phr.; n.phr.; vbl. n.; vbl.n.; vbl. sb.; pr. n.",
    "prop. n.; coll. n.; v.; vb.; vbs.; v.t.; v. t.; v.tr.; v. tr.; vt.; vtr.; vb. tr.; vb.tr.",
    "tr.; tr. v.; tr.v.; trans.; v. trans.; v.i.; v. i.; v.intr.; v. intr.; vi.; vb. intr.",
    "vb.intr.; vb. intrans.; vb. trans.; intr.; intr. v.; intr.v.; intrans.; v. intrans.",
    "v.t. & i.; v.tr. & intr.; v.refl.; v. refl.; vb. refl.; refl.; v. imp.; v. impers.",
    "v.impers.; impers.; aux.; v.aux.; v. aux.; aux. v.; aux.v.; aux. vb.; modal v.; phr. v.",
    "phr. vb.; phr.v.; ph. v.; v. phr.; v.phr.; imper.; imp.; inf.; infin.; ger.; part.; pt.",
    "ppl.; ppl. a.; ppl. adj.; ppl.a.; p. pple.; pa. pple.; pr. pple.; pres. pple.; p. pr.; pple.",
    "part. adj.; participial adj.; p.p.; p. p.; pp.; p.t.; p. t.; pa. t.; pa. p.; pa.t.; pa.p.",
    "past part.; past p.; pr. p.; pr.p.; pres. p.; pres. part.; pres.; pret.; p.; adj.; adjs.; a.",
    "adj. & n.; adj. phr.; adj.phr.; attrib.; attrib. adj.; pred. adj.; predic.; pred.",
    "poss. adj.; poss.adj.; pron. adj.; demonstr. adj.; interrog. adj.; compar.; comp.; superl.",
    "adv.; advs.; adv. phr.; adv.phr.; advb.; rel. adv.; interrog. adv.; conj. adv.; quasi-adv.",
    "prep.; prep. phr.; postp.; conj.; conj. phr.; conjs.; interj.; int.; excl.; exclam.; det.",
    "predet.; pron.; pron. poss.; pers. pron.; poss. pron.; rel. pron.; refl. pron.",
    "demonstr. pron.; dem. pron.; indef. pron.; interrog. pron.; art.; def. art.; def.art.",
    "indef.art.; indef. art.; definite art.; indefinite art.; num.; card. num.; ord. num.",
    "ordin. num.; cardin. num.; card.; ord.; quant.; ptcl.; abbr.; abbrs.; abbrev.; abbrevs.",
    "abb.; acron.; init.; contr.; contrac.; symb.; sym.; comb. form; comb.form; comb. forms",
    "comb.; pref.; prefs.; prfx.; prf.; suff.; suffs.; suf.; sfx.; n. suff.; adj. suff.; n. suf.",
    "v. suff.; adv. suff.; phr.; phrs.; loc.; n. attrib.; n. & adj.; n. & v.; n. & vb.; s.; s.pl.",
    "s. pl.; subj.; gen.; genit.; dat.; acc.; nom.; voc.; abl.; fem.; masc.; neut.; m.; f.",
    # German
    "Adj.; Adv.; V.; Vb.; tr. V.; intr. V.; refl. V.; sw. V.; st. V.; sw.V.; st.V.; unr. V.",
    "unr.V.; V. tr.; V. intr.; V.t.; V.i.; V. refl.; v. t.; v. i.; v. r.; v. refl.; Subst.; S.",
    "Hptw.; Zeitw.; Eigenschaftsw.; Umstandsw.; m.; f.; n.; mask.; Mask.; fem.; Fem.; neutr.",
    "Neutr.; maskul.; Pl.; Plur.; Sg.; Sing.; Präp.; Präpos.; Konj.; Konjunkt.; Interj.; Pron.",
    "Pers.-Pron.; Art.; Part.; Num.; Numer.; Zahlw.; unbest. Art.; best. Art.; adj.; adv.; trans.",
    "intrans.; ugs. Adj.; Präf.; Suff.; Abk.; Kurzw.; Kurzf.; Abkürz.; Dem.-Pron.; Indef.-Pron.",
    "Poss.-Pron.; präd. Adj.; attr. Adj.",
    # French
    "n. m.; n.m.; n. f.; n.f.; n. m. pl.; n.m.pl.; n. f. pl.; n.f.pl.; n. m. inv.; n.m.inv.",
    "n. f. inv.; n. m. et f.; n. m. ou f.; n. pr.; n. pr. m.; n. pr. f.; n. pr. pl.; s. m.; s.m.",
    "s. f.; s.f.; s. m. pl.; s. f. pl.; subst. m.; subst. f.; subst. masc.; subst. fém.",
    "adj. et n.; adj. et n. m.; adj. m.; adj. f.; adj. inv.; adj. poss.; adj. dém.; adj. indéf.",
    "adj. num.; adj. et s.; v. tr.; v.tr.; v. intr.; v.intr.; v. tr. ind.; v. tr. dir.; v. pron.",
    "v.pron.; v. pr.; v. impers.; v. réfl.; v. n.; v. a.; v. act.; v. neut.; loc. adv.; loc. adj.",
    "loc. prép.; loc. conj.; loc. verb.; loc. nom.; loc. interj.; prép.; conj.; interj.; pron.",
    "pron. pers.; pron. rel.; pron. indéf.; pron. dém.; pron. poss.; art.; art. déf.; art. indéf.",
    "abrév.; préf.; élém.; él.; symb.; sigle.; suff.; part. passé; p. passé; part. prés.",
    "p. prés.; p. p. adj.; déterm.; masc.; fém.; plur.; sing.; inv.; onomat.",
    # Spanish and Portuguese
    "s. m. y f.; m. y f.; m. o f.; m. pl.; f. pl.; m. y f. pl.; amb.; n. p.; sust.; sust. m.",
    "sust. f.; adj. m.; adj. f.; adj. U. t. c. s.; adj. y s.; adj. y sust.; adj. y adv.",
    "adj. poses.; adj. dem.; adj. indef.; tr.; intr.; prnl.; pronom.; tr. y prnl.; intr. y prnl.",
    "copul.; impers.; aux.; v. tr.; v. intr.; v. prnl.; v. pron.; v. cop.; verb. tr.; art. det.",
    "art. indet.; contracc.; elem. compos.; loc. adv.; loc. adj.; loc. sust.; loc. verb.",
    "locs. advs.; expr.; exprs.; prep.; conj.; interj.; onomat.; abrev.; pref.; suf.; símb.",
    "sigla.; acrón.; pron. dem.; pron. pers.; pron. relat.; adv. m.; adv. l.; adv. t.; adv. c.",
    "adv. relat.; s. m.; s. f.; s. 2 g.; s.2g.; s.m.; s.f.; s.m.pl.; s.f.pl.; adj. 2 g.; adj.2g.",
    "v. t. d.; v. t. i.; t.d.; t.i.; v.t.d.; v.t.i.; v. int.; int.; v. p.; pred.; num.",
    # Italian
    "s.m.; s.f.; s. m.; s. f.; s.m. e f.; s.m. inv.; s. m. e f.; v. intr. pron.; s.f. inv.",
    "s.m.pl.; s.f.pl.; sost.; agg.; agg. e s.m.; agg. e s. m.; agg. inv.; agg. poss.; agg. dim.",
    "avv.; v.tr.; v.intr.; v.rifl.; v. rifl.; v.intr. pron.; v. tr.; v. intr.; v.pron.; inter.",
    "cong.; prep.; pron.; art.; art. det.; art. indet.; loc. avv.; pref.; loc.avv.; loc. agg.",
    "loc. sost.; locuz. avv.; escl.; part. pass.; part. pres.; ger.; s. f. pl.; pl.; abbr.",
    "abbrev.; suff.; simb.; prefiss.",
    # Dutch and Latin
    "zn.; znw.; zelfst. nw.; zelfst. naamw.; bn.; bnw.; bijv. nw.; bijv. naamw.; bw.; bijw.; ww.",
    "o.; mv.; vz.; voorz.; vw.; voegw.; vnw.; tw.; tussenw.; telw.; lidw.; afk.; overg.; onoverg.",
    "v.(m.); m.(v.); subst. masc.; dep.; v. dep.; indecl.; subst. neut.; num. ord.; pron. refl.",
    "adi.; praep.; coni.",
)

# As printed without a stop.
UNSTOPPED_PARTS_OF_SPEECH: tuple[str, ...] = _forms(
    # English
    "n; nn; sb; n pl; npl; pl n; pl; sing; n sing; n sing or pl; n comb form; v; vb; vt; vi; v t",
    "v i; vtr; vb tr; v tr; v intr; vb intr; tr; intr; vb aux; v aux; aux v; vaux; modal v; phr v",
    "phr vb; v phr; v impersonal; v refl; imper; ppl adj; pp; pt; pa t; pa p; pr p; adj; adjs",
    "adj phr; attrib adj; adv; adv phr; prep; prep phr; conj; interj; int; excl; det; predet",
    "exclam; quant; ord; aux; comb; convention; pron; pers pron; poss pron; art; def art",
    "indef art; num; abbr; abbrev; acron; init; contr; symb; sym; comb form; pref; prefix; suff",
    "suffix; n suffix; adj suffix; adv suffix; vb suffix; adj comb form; adv comb form; affix",
    "noun; nouns; plural noun; noun plural; plural; singular; mass noun; count noun; proper noun",
    "verb; verbs; transitive verb; intransitive verb; verb transitive; verb intransitive",
    "auxiliary verb; modal verb; phrasal verb; linking verb; verbal auxiliary; impersonal verb",
    "reflexive verb; adjective; adjectives; adverb; adverbs; preposition; conjunction",
    "interjection; exclamation; determiner; predeterminer; pronoun; article; definite article",
    "indefinite article; numeral; ordinal number; cardinal number; quantifier; participle",
    "past participle; present participle; gerund; abbreviation; acronym; initialism; contraction",
    "symbol; combining form; infix; noun suffix; adjective suffix; adverb suffix; verb suffix",
    "idiom; phrase; noun phrase; trademark; noun combining form; adjective combining form",
    "biographical name; geographical name",
    # German
    "m; f; mf; m/f; m(f); Adj; Adv; V; Vb; vr; v/t; v/i; v/r; Subst; Pl; Sg; Präp; Konj; Interj",
    "Pron; Art; Substantiv; Substantiv, maskulin; Substantiv, feminin; Substantiv, Neutrum",
    "Pluralwort; Adjektiv; Adverb; Verb; starkes Verb; schwaches Verb; unregelmäßiges Verb",
    "transitives Verb; intransitives Verb; reflexives Verb; Präposition; Konjunktion",
    "Interjektion; Pronomen; Artikel; Partikel; Zahlwort; Präfix; Suffix; Abkürzung; Eigenname",
    "maskulin; feminin; Neutrum; Maskulinum; Femininum",
    # French
    "nm; nf; nmf; nmpl; nfpl; n m; n f; nom; nom masculin; nom féminin; nom propre",
    "nom masculin pluriel; nom féminin pluriel; substantif; substantif masculin",
    "substantif féminin; verbe; verbe transitif; verbe intransitif; verbe pronominal",
    "verbe impersonnel; adjectif; adjectif et nom; adverbe; préposition; conjonction; pronom",
    "article; déterminant; locution adverbiale; locution adjectivale; préfixe; suffixe",
    "locution prépositive; locution conjonctive; abréviation; sigle; symbole; participe passé",
    # Spanish, Portuguese, Italian
    "sm; vint; sf; s m; s f; loc adv; adjetivo; adverbio; sustantivo; sustantivo masculino",
    "sustantivo femenino; nombre masculino; nombre femenino; verbo; verbo transitivo",
    "verbo intransitivo; verbo pronominal; preposición; conjunción; interjección; pronombre",
    "artículo; prefijo; sufijo; locución adverbial; abreviatura; símbolo; substantivo",
    "substantivo masculino; substantivo feminino; advérbio; preposição; conjunção; pronome",
    "prefixo; sufixo; sostantivo; sostantivo maschile; sostantivo femminile; aggettivo; avverbio",
    "agg; avv; verbo riflessivo; verbo copulativo; congiunzione; preposizione; prefisso; suffisso",
    "abbreviazione; locuzione avverbiale",
    # Dutch
    "zelfstandig naamwoord; bijvoeglijk naamwoord; bijwoord; werkwoord; voorzetsel; voegwoord",
    "voornaamwoord; tussenwerpsel; telwoord; lidwoord; bn; bw; zn; ww; mv; vz; vw; tw; ov ww",
    "onov ww",
)
