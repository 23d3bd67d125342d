"""The irregular words of English, as data."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


VERBS = """
arise arose arisen; awake awoke awoken; bear bore borne; beat beat beaten; become became become; begin began begun;
bend bent bent; bet bet bet; bind bound bound; bite bit bitten; bleed bled bled; blow blew blown; break broke
broken; bring brought brought; broadcast broadcast/broadcasted broadcast/broadcasted; build built built; burn
burned/burnt burned/burnt; burst burst burst; buy bought bought; cast cast cast; catch caught caught; choose chose
chosen; cling clung clung; come came come; cost cost cost; creep crept crept; cut cut cut; deal dealt dealt; dig dug
dug; do did done; draw drew drawn; dream dreamed/dreamt dreamed/dreamt; drink drank drunk; drive drove driven; eat
ate eaten; fall fell fallen; feed fed fed; feel felt felt; fight fought fought; find found found; fit fitted/fit
fitted/fit; flee fled fled; fly flew flown; forbid forbade forbidden; forecast forecast/forecasted
forecast/forecasted; forget forgot forgotten; forgive forgave forgiven; freeze froze frozen; get got got/gotten;
give gave given; go went gone; grind ground ground; grow grew grown; hang hung/hanged hung/hanged; have had had;
hear heard heard; hide hid hidden; hit hit hit; hold held held; hurt hurt hurt; keep kept kept; know knew known; lay
laid laid; lead led led; lean leaned/leant leaned/leant; leap leaped/leapt leaped/leapt; learn learned/learnt
learned/learnt; leave left left; lend lent lent; let let let; lie lay/lied lain/lied; light lit/lighted lit/lighted;
lose lost lost; make made made; mean meant meant; meet met met; mow mowed mown/mowed; pay paid paid; prove proved
proved/proven; put put put; quit quit quit; read read read; relay relayed relayed; rid rid rid; ride rode ridden;
ring rang rung; rise rose risen; run ran run; saw sawed sawn/sawed; say said said; see saw seen; seek sought sought;
sell sold sold; send sent sent; set set set; sew sewed sewn/sewed; shake shook shaken; shed shed shed; shine
shone/shined shone/shined; shoot shot shot; show showed shown/showed; shrink shrank shrunk; shut shut shut; sing
sang sung; sink sank sunk; sit sat sat; sleep slept slept; slide slid slid; smell smelled/smelt smelled/smelt; sow
sowed sown/sowed; speak spoke spoken; speed sped/speeded sped/speeded; spell spelled/spelt spelled/spelt; spend
spent spent; spill spilled/spilt spilled/spilt; spin spun spun; split split split; spoil spoiled/spoilt
spoiled/spoilt; spread spread spread; spring sprang sprung; stand stood stood; steal stole stolen; stick stuck
stuck; sting stung stung; strike struck struck/stricken; strive strove striven; swear swore sworn; sweep swept
swept; swell swelled swollen; swim swam swum; swing swung swung; take took taken; teach taught taught; tear tore
torn; tell told told; think thought thought; throw threw thrown; understand understood understood; upset upset
upset; wake woke woken; wear wore worn; weave wove woven; wed wed/wedded wed/wedded; weep wept wept; win won won;
wind wound wound; wring wrung wrung; write wrote written
"""
"""Base, past and participle; a slash divides variants."""

VERB_PREFIXES = ("re", "over", "under", "out", "un", "mis", "fore", "with", "up", "inter")

NOUNS = """
child children; person people/persons; man men; woman women; mouse mice; foot feet; tooth teeth; goose geese; ox
oxen; criterion criteria; phenomenon phenomena; analysis analyses; crisis crises; basis bases; thesis theses; axis
axes; medium media/mediums; index indexes/indices; appendix appendices/appendixes; half halves; life lives; wife
wives; knife knives; thief thieves; wolf wolves; calf calves; elf elves; loaf loaves; leaf leaves; shelf shelves;
bookshelf bookshelves; self selves; scarf scarves/scarfs; stomach stomachs; tech techs; gas gases/gasses;
brother-in-law brothers-in-law
"""
"""Singular and plural of words that are hardly ever verbs."""

ADJECTIVES = """
able big bold brave brief bright broad busy cheap chilly clever close+ coarse cold cosy cozy crazy creamy crisp+
cute damp dark dear deep dense dirty+ dull+ dumb early easy fair fancy+ fast+ fat few fierce fine+ firm+ flat fluffy
fond fresh friendly funny gentle great green grey gray handy happy hard harsh healthy heavy high hot huge humble
hungry juicy keen kind large late lazy light+ likely little lively lonely long+ loose+ loud lovely low lucky mad
mean+ messy mild narrow+ neat new nice noble noisy odd old pale+ plain pleasant polite poor pretty proud pure quick
quiet+ rare raw ready+ rich ripe rough+ round+ rude sad safe salty scary shabby shallow sharp shiny short+ shy+
silly simple skinny sleepy slim+ slow+ small smart smooth+ soft sorry spicy steady+ steep sticky stiff strange
strict strong stupid sturdy subtle sunny sure sweet tall tasty thick thin+ tidy+ tight tiny tough true ugly vast
warm+ weak wealthy weird wet+ white wide wild windy wise worthy wrong+ young yummy clean+ clear+ cool+ calm+ dry+
empty+ free+ fit+ full tame+ black+ blue brown+ red yellow+
"""
"""Words compared with -er and -est; + marks those that are verbs or nouns as often."""

COMPARED = """
good better best; well better best; bad worse worst; ill worse worst; far farther/further farthest/furthest; little
less/littler least/littlest; many more most; much more most; old older/elder oldest/eldest
"""

ALONE = _words("""
a an the and or but nor so yet if than then that this these those there here who whom whose which what when where
why how i me my mine you your yours he him his she her hers it its we us our ours they them their theirs myself
yourself himself herself itself ourselves yourselves themselves in on at by for from of off to into onto with
without within about above across after against along among around as before behind below beneath beside besides
between beyond despite down during except inside near outside over past per since through throughout till toward
towards under until up upon via not no yes never ever always often sometimes again also almost already just only
even still too very quite rather soon now today tomorrow yesterday tonight maybe perhaps please however because
although though while unless whereas both either neither each every any some all none another other such own same
else once twice can could may might must shall should will would ought news series species headquarters advice
information
""")

LY_WORDS = _words("""
ally apply assembly belly bully butterfly comply family fly imply jelly multiply rally rely reply supply tally
""")

DOUBLED = _words("""
admit allot begin commit compel confer control deter equip excel expel forget format handicap impel incur infer
kidnap occur omit outfit patrol permit prefer program propel rebel recap recur refer regret repel rerun reset submit
transfer transmit unpin unplug unwrap unzip upset worship zigzag babysit
""")
BOTH = _words("""
focus bias benefit
""")
ADDS_K = _words("""
frolic mimic panic picnic traffic
""")
OES = _words("""
domino echo embargo go hero mosquito potato tomato torpedo undergo forgo veto do
""")

MANS = _words("caiman german human norman ottoman roman shaman talisman")
"""Words in -man whose plural is regular."""
