"""Record text in Markdown: what a writer may do, and what an attacker may not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialmap.render.markdown import MAX_CHARACTERS, first_lines, markdown_writer, page_writer

write = markdown_writer()
write_page = page_writer()


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Kom *gerust* langs.", "<p>Kom <em>gerust</em> langs.</p>"),
        ("- een\n- twee", "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>"),
        ("3. drie", '<ol start="3">\n<li>drie</li>\n</ol>'),
        ("# Kop", "<h2>Kop</h2>"),
        ("[Wet](https://wetten.overheid.nl/a)", '<p><a href="https://wetten.overheid.nl/a">Wet</a></p>'),
        ("[Mail](mailto:info@x.example)", '<p><a href="mailto:info@x.example">Mail</a></p>'),
        ("[Bel](tel:0999991234)", '<p><a href="tel:0999991234">Bel</a></p>'),
        ("inkomen < 1.000 euro & meer", "<p>inkomen &lt; 1.000 euro &amp; meer</p>"),
        ("`a < b`", "<p><code>a &lt; b</code></p>"),
        ("Kom!", "<p>Kom!</p>"),
    ],
)
def test_what_an_editor_writes_is_what_a_resident_reads(text: str, html: str) -> None:
    assert write(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("`<script>`", "<p><code>&lt;script&gt;</code></p>"),
        ("a <img src=x onerror=alert(1)> b", "<p>a &lt;img src=x onerror=alert(1)&gt; b</p>"),
        ("<!-- weg -->", "<p>&lt;!-- weg --&gt;</p>"),
        ("<https://evil.example>", "<p>&lt;https://evil.example&gt;</p>"),
        ("[x](javascript:alert(1))", "<p><a>x</a></p>"),
        ("[x](JaVaScRiPt&colon;alert(1))", "<p><a>x</a></p>"),
        ("[x](data:text/html,x)", "<p><a>x</a></p>"),
        ("[x](vbscript:x)", "<p><a>x</a></p>"),
        ("[x](//evil.example)", "<p><a>x</a></p>"),
        ("[x](/elders)", "<p><a>x</a></p>"),
        ("[x](../elders.html)", "<p><a>x</a></p>"),
        ("[x](https://a.example 'titel')", '<p><a href="https://a.example">x</a></p>'),
        ("tekst {: onclick=alert(1) }", "<p>tekst {: onclick=alert(1) }</p>"),
        ("# kop {: #id .class onclick=x }", "<h2>kop {: #id .class onclick=x }</h2>"),
        ("{{ settings }} {% include 'x' %}", "<p>{{ settings }} {% include 'x' %}</p>"),
        ('--8<-- "/etc/passwd"', '<p>--8&lt;-- "/etc/passwd"</p>'),
    ],
)
def test_nothing_in_a_text_becomes_more_than_text(text: str, html: str) -> None:
    assert write(text) == html


def test_an_image_becomes_a_link_at_most() -> None:
    assert write("![foto](https://a.example/x.png)") == '<p>!<a href="https://a.example/x.png">foto</a></p>'
    assert "<img" not in write_page("![foto](x.png)")


@pytest.mark.parametrize("text", [">" * 20_000, "[" * 20_000, "- " * 20_000, "*" * 20_000, "`" * 20_000])
def test_a_text_longer_than_the_cap_stays_plain(text: str) -> None:
    assert write(text) == f"<p>{text.replace('>', '&gt;')}</p>"


@pytest.mark.parametrize("text", ["> " * 7 + "diep", "    " * 6 + "diep", "- " * 7 + "diep"])
def test_a_text_that_nests_deeper_than_six_stays_plain(text: str) -> None:
    assert write(text) == f"<p>{text.replace('>', '&gt;')}</p>"


def test_six_quotes_deep_is_still_a_quote() -> None:
    assert write("> " * 6 + "diep").count("<blockquote>") == 6


def test_the_cap_counts_characters() -> None:
    assert write("*a*" + "b" * (MAX_CHARACTERS - 3)).startswith("<p><em>a</em>b")
    assert write("*a*" + "b" * (MAX_CHARACTERS - 2)).startswith("<p>*a*b")


def test_the_private_signs_of_the_parser_cannot_be_smuggled_in() -> None:
    assert write("\ue010script>alert(1)\ue010/script>") == "<p>script&gt;alert(1)/script&gt;</p>"
    assert write("\ue011[a](https://a.example)") == '<p><a href="https://a.example">a</a></p>'


def test_a_page_of_the_municipality_may_link_within_the_site_and_has_tables() -> None:
    assert write_page("[over](over.html)") == '<p><a href="over.html">over</a></p>'
    assert "<td>1</td>" in write_page("|a|\n|-|\n|1|")


@pytest.mark.parametrize("address", ["//evil.example", "javascript:alert(1)", "data:text/html,x"])
def test_a_page_of_the_municipality_links_to_no_other_host_without_a_scheme(address: str) -> None:
    assert write_page(f"[x]({address})") == "<p><a>x</a></p>"


@given(st.text(alphabet="<>![]()`*_#-\"'&:/ab \n", max_size=200))
def test_no_text_opens_a_tag_of_its_own(text: str) -> None:
    html = write(text)
    for tag in ("<script", "<img", "<iframe", "<style", "onerror", "<a b"):
        assert tag not in html


def test_the_first_lines_of_a_page_are_plain_and_short() -> None:
    assert (
        first_lines("# Over\n\nDe *kaart* is van [ons](https://x.example) & jou.\n\nMeer.")
        == "De kaart is van ons & jou."
    )
    assert first_lines("- een lijst") == ""
    long = first_lines("lang " * 60)
    assert len(long) <= 162 and long.endswith("lang …")
