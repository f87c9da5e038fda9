"""What other machines read of a page stays inside its element."""

import json

from socialmap.shell.head import alternates, json_ld, link, open_graph

ATTACK = {"name": "</script><script>alert(1)</script><!-- & \u2028"}


def test_json_ld_cannot_be_broken_out_of() -> None:
    html = json_ld(ATTACK)
    inside = html.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert "<" not in inside
    assert "&" not in inside
    assert json.loads(inside) == ATTACK


def test_attributes_are_escaped() -> None:
    assert link("canonical", 'https://x.example/?a="&b=<') == (
        '<link rel="canonical" href="https://x.example/?a=&quot;&amp;b=&lt;">'
    )
    assert open_graph({"title": '"><script>'}) == '<meta property="og:title" content="&quot;&gt;&lt;script&gt;">'


def test_empty_properties_are_left_out() -> None:
    assert open_graph({"title": "", "url": ""}) == ""


def test_each_language_has_an_alternate_and_everyone_else_too() -> None:
    assert alternates([("nl", "a.html"), ("ar", "ar/a.html")], default="a.html").splitlines() == [
        '<link rel="alternate" hreflang="nl" href="a.html">',
        '<link rel="alternate" hreflang="ar" href="ar/a.html">',
        '<link rel="alternate" hreflang="x-default" href="a.html">',
    ]
