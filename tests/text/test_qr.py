"""QR codes: an independent reader gets every text back, of every size of code."""

import json
import subprocess
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from socialmap.text.qr import KINDS, QUIET, Code, draw_code

TESTS = Path(__file__).parents[1]
DECODE = """const jsQR = require('jsqr'); let text = '';
process.stdin.on('data', (part) => { text += part; }).on('end', () => {
  const codes = JSON.parse(text).map((rows) => {
  const scale = 4, side = rows.length * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  rows.forEach((row, y) => [...row].forEach((dark, x) => {
    for (let at = 0; dark === '1' && at < scale * scale; at += 1) {
      const pixel = ((y * scale + Math.floor(at / scale)) * side + x * scale + at % scale) * 4;
      pixels.fill(0, pixel, pixel + 3);
    }
  }));
  return jsQR(pixels, side, side)?.data ?? '';
});
  console.log(JSON.stringify(codes));
});"""
ADDRESS = "https://kaart.voorbeeldstad.example/kaart/aanbod/{}.html"


def rows(code: Code) -> list[str]:
    """The modules of a drawn code, row by row, with the quiet zone."""
    size = code.side - 2 * QUIET
    dashes = code.dashes.split()
    line = "".join(("0" if at % 2 else "1") * int(dash) for at, dash in enumerate(dashes))
    found = [line[at : at + size] for at in range(0, len(line), size + 3)]
    turned = [row[::-1] if number % 2 else row for number, row in enumerate(found)]
    return ["0" * code.side] * QUIET + [f"0000{row}0000" for row in turned] + ["0" * code.side] * QUIET


def read(codes: list[Code]) -> list[str]:
    """What an independent reader makes of codes."""
    sent = json.dumps([rows(code) for code in codes])
    done = subprocess.run(["node", "-e", DECODE], cwd=TESTS, input=sent, capture_output=True, text=True, check=True)
    found: list[str] = json.loads(done.stdout)
    return found


def test_every_kind_of_code_is_read_at_its_smallest_and_largest() -> None:
    texts = ["x" * length for kind in KINDS for length in (kind.room, kind.room + 1)][:-1]
    codes = [draw_code(text) for text in texts]
    assert read([code for code in codes if code]) == texts
    assert {code.side for code in codes if code} == {17 + 4 * version + 2 * QUIET for version in range(1, 10)}


def test_addresses_of_many_services_are_read() -> None:
    texts = [ADDRESS.format(f"dienst-{number}-{'naam-' * (number % 12)}van-iets") for number in range(150)]
    codes = [draw_code(text) for text in texts]
    assert read([code for code in codes if code]) == texts


def test_letters_of_other_scripts_are_read() -> None:
    text = "https://kaart.example/ar/خدمات/é.html"
    code = draw_code(text)
    assert code is not None
    assert read([code]) == [text]


def test_a_text_that_is_too_long_has_no_code() -> None:
    assert draw_code("x" * 230) is not None
    assert draw_code("x" * 231) is None


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=230))
def test_a_line_goes_once_through_every_module(text: str) -> None:
    code = draw_code(text)
    assert code is not None
    size = code.side - 2 * QUIET
    assert sum(map(int, code.dashes.split())) == size * size + 3 * (size - 1)
    assert code.path.startswith(f"M4 4.5h{size}h1v1h-1h-{size}h-1v1h1")
