"""What a page says, read back from its HTML: by heading and term, without what moves around or is for machines."""

from socialmap.pipeline.page_parts import page_parts

PAGE = """<html><body><header><h1>Menu</h1></header><main id="content"><a class="sm-crumb" href="..">Terug</a>
<h1>Koffie<span class="x">&shy;ochtend</span></h1><p>Kom <b>langs</b>.</p><svg><path d="M0"/><title>bel</title></svg>
<dl><div><dt>Kosten</dt><dd>&euro; 2,00<br>per keer</dd></div>
<div><dt>Talen</dt><dd>Nederlands,
 Engels</dd></div></dl>
<ul hidden><li><button>Bewaar</button></li></ul>
<h2>Waar &amp; wanneer</h2><table><tr><th>ma</th><td>9:00</td></tr></table>
<p aria-hidden="true">›</p><script>var x = 1;</script></main><footer><h2>Onderaan</h2></footer></body></html>"""


def test_a_page_is_read_part_by_part() -> None:
    assert page_parts(PAGE) == {
        "h1": "Koffieochtend",
        "": "Kom langs.",
        "Kosten": "€ 2,00\nper keer",
        "Talen": "Nederlands, Engels",
        "Waar & wanneer": "ma\n9:00",
    }


def test_a_page_without_its_own_part_says_nothing() -> None:
    assert page_parts("<p>los</p></div></p>") == {}
