"""Dutch text by the yard for generated municipalities: words drawn by Zipf's law, as people use them.

The vocabulary is fixed: everyday words first, then nouns, then tens of thousands of compounds, which Dutch makes from
any two nouns. So a larger municipality also has more different words, and a search index grows as a real one does.
"""

# ruff: noqa: SIM905 - a list of words reads best as a line of words

from itertools import accumulate
from random import Random

COMMON = (
    "de het een je en van in is op te dat we voor met zijn niet aan er om ook als dan maar bij uit naar kun wil "
    "kom kan hier samen of door over nog tot wat wie waar wel meer iets alles elke week dag uur eerst daarna "
    "altijd vaak soms graag gewoon even thuis buiten binnen zelf iemand niemand anderen mensen jou jouw ons onze "
    "hun deze dit die haar hem goed nieuw oud klein groot warm rustig gratis open welkom vrij lang kort snel "
    "langzaam makkelijk moeilijk helpt helpen leren praten eten drinken lopen bellen vragen lezen schrijven maken "
    "zoeken vinden geven krijgen komen gaan blijven zitten staan kijken luisteren denken weten begrijpen betalen "
    "wonen werken oefenen proberen regelen bewegen"
).split()
NOUNS = (
    "buurt wijk huis tuin straat plein school kerk markt winkel keuken tafel stoel deur raam kamer zaal kantoor "
    "balie loket brief formulier rekening schuld geld toeslag huur energie water boete bank pas kaart telefoon "
    "computer scherm website e-mail wachtwoord taal woord boek krant bibliotheek les cursus groep klas diploma "
    "werk baan stage collega vereniging stichting vrijwilliger maatje buur vriend familie ouder kind baby kleuter "
    "jongere puber student oudere opa oma partner mantelzorg zorg hulp steun advies gesprek vraag antwoord plan "
    "afspraak spreekuur inloop bezoek wandeling fiets auto bus trein vervoer rolstoel lift trap gezondheid "
    "huisarts dokter pijn slaap stress rouw angst eenzaamheid geheugen dementie beweging sport bal zwembad dans "
    "muziek koor lied toneel film foto verf klei hout naald naaimachine kleding speelgoed meubel gereedschap "
    "fietsband lamp koffie thee soep brood groente fruit maaltijd kok moestuin boom bloem dier hond kat kip "
    "boerderij park bos speeltuin feest verjaardag zomer winter herfst lente ochtend middag avond weekend "
    "vakantie maand jaar tijd kans stap weg doel recht wet gemeente regio provincie land wereld"
).split()
_STOP = (".", ".", ".", ".", "?", ".")


def make_vocabulary() -> tuple[list[str], list[float]]:
    """The words from frequent to rare, and their cumulative weights after Zipf and Mandelbrot."""
    compounds = [first + second for first in NOUNS for second in NOUNS if first != second and "-" not in first + second]
    Random("compounds").shuffle(compounds)
    words = [*COMMON, *NOUNS, *compounds]
    return words, list(accumulate(1 / (rank + 2.7) for rank in range(1, len(words) + 1)))


class Writer:
    """Writes sentences and descriptions; the same random source gives the same text."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.words, self.weights = make_vocabulary()

    def draw(self, number: int) -> list[str]:
        """So many words, the frequent ones often."""
        return self.random.choices(self.words, cum_weights=self.weights, k=number)

    def sentence(self, number: int) -> str:
        """A sentence of so many words."""
        text = " ".join(self.draw(number))
        return text[0].upper() + text[1:] + self.random.choice(_STOP)

    def description(self, mean: int) -> str:
        """Paragraphs in Markdown of about `mean` words, now and then with a list, bold words or a link."""
        left = int(min(max(self.random.gauss(mean * 0.86, mean / 3), mean / 4), mean * 2.5))
        blocks: list[str] = []
        while left > 0:
            lengths = [self.random.randint(5, 11) for _ in range(self.random.randint(2, 5))]
            left -= sum(lengths)
            blocks.append(self._block([self.sentence(length) for length in lengths]))
        return "\n\n".join(blocks)

    def _block(self, sentences: list[str]) -> str:
        chance = self.random.random()
        if chance < 0.08:
            return "\n".join(f"- {sentence}" for sentence in sentences)
        if chance < 0.14:
            sentences[0] = f"**{sentences[0]}**"
        elif chance < 0.18:
            sentences[-1] = f"[{sentences[-1]}](https://www.{self.random.choice(NOUNS[:20])}.example/meer)"
        return " ".join(sentences)
