"""A module and its imports as one classic script, which pages can also load from a file share."""

import subprocess

from socialmap.shell.modules import bare, build_script

FILES = {
    "components/a/a.js": "import { b } from './b.js';\nimport { c } from '../c/c.js';\nconst own = 2;\nb(c + own);\n",
    "components/a/b.js": "import { c } from '../c/c.js';\nexport function b(n) { console.log(n + c); }\n",
    "components/c/c.js": "const own = 1;\nexport const c = own;\n",
}
SCRIPT = """(() => {
const m0 = (() => {
const own = 1;
const c = own;
return { c };
})();
const m1 = (() => {
const { c } = m0;
function b(n) { console.log(n + c); }
return { b };
})();
const m2 = (() => {
const { b } = m1;
const { c } = m0;
const own = 2;
b(c + own);
})();
})();
"""


def test_each_module_is_in_the_script_once_in_a_scope_of_its_own() -> None:
    assert build_script("components/a/a.js", read=FILES.__getitem__) == SCRIPT


def test_the_script_does_what_the_modules_do() -> None:
    script = build_script("components/a/a.js", read=FILES.__getitem__)
    assert subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True).stdout == "4\n"


def test_comments_on_lines_of_their_own_are_left_out() -> None:
    comments = "/*\n * Why.\n */\n\n// And why.\n"
    text = comments + "const a = 'https://x.example'; // kept\n  /* In between. */\nb();\n/** Doc. */\n"
    assert bare(text) == "const a = 'https://x.example'; // kept\nb();\n"
