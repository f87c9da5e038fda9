"""Modules that are named by their content and import each other by those names."""

import json
import re
from pathlib import Path

import pytest

from demo_site.scripts import run_module
from socialmap.shell.modules import build_modules

FILES = {
    "components/a/a.js": "import { b } from './b.js';\nconst c = () => import('../c/c.js');\n",
    "components/a/b.js": "export const b = 'from elsewhere';\n",
    "components/c/c.js": "import { b } from '../a/b.js';\n",
}


def test_a_module_imports_the_others_by_their_published_names() -> None:
    found = build_modules("components/a/a.js", read=FILES.__getitem__)
    names = {path: Path(route).name for path, (route, _) in found.items()}
    assert found["components/a/a.js"][1].decode() == (
        f"import {{ b }} from './{names['components/a/b.js']}';\n"
        f"const c = () => import('./{names['components/c/c.js']}');\n"
    )
    assert [re.sub(r"\.[0-9a-f]{10}\.", ".", name) for name in names.values()] == ["a-b.js", "c.js", "a.js"]


def test_a_change_renames_all_that_lead_to_it() -> None:
    before = build_modules("components/a/a.js", read=FILES.__getitem__)
    changed = {**FILES, "components/a/b.js": "export const b = 'here';\n"}
    after = build_modules("components/a/a.js", read=changed.__getitem__)
    assert {path for path in before if before[path][0] != after[path][0]} == set(FILES)


def test_modules_that_import_each_other_are_refused() -> None:
    circle = {"x/a.js": "import './b.js';", "x/b.js": "import './a.js';"}
    with pytest.raises(ValueError, match=r"x/a\.js imports x/b\.js imports x/a\.js"):
        build_modules("x/a.js", read=circle.__getitem__)


def test_what_is_imported_later_can_be_one_file_that_runs(tmp_path: Path) -> None:
    files = {
        "components/a/a.js": "export const c = () => import('../c/c.js');\n",
        "components/a/b.js": "export const b = 'from elsewhere';\n",
        "components/c/c.js": "import { b } from '../a/b.js';\nexport function d() { return `${b} and here`; }\n",
    }
    found = build_modules("components/a/a.js", read=files.__getitem__, whole=True)
    assert len(found) == 2
    for route, body in found.values():
        path = tmp_path / route
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(body)
    entry = tmp_path / found["components/a/a.js"][0]
    code = "export default async ({ c }) => (await c()).d()"
    assert json.loads(run_module(entry, code, None)) == "from elsewhere and here"


def test_what_is_imported_later_still_stands_in_a_file_of_its_own(tmp_path: Path) -> None:
    files = {
        "components/a/a.js": "export const c = () => import('../c/c.js');\n",
        "components/a/b.js": "export const b = 'from elsewhere';\n",
        "components/c/c.js": "export async function d() { return (await import('../a/b.js')).b; }\n",
    }
    found = build_modules("components/a/a.js", read=files.__getitem__, whole=True)
    assert len(found) == 3
    for route, body in found.values():
        path = tmp_path / route
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(body)
    entry = tmp_path / found["components/a/a.js"][0]
    assert json.loads(run_module(entry, "export default async ({ c }) => (await c()).d()", None)) == "from elsewhere"


def test_what_is_imported_later_may_give_nothing(tmp_path: Path) -> None:
    files = {
        "components/a/a.js": "export const c = () => import('../c/c.js');\n",
        "components/c/c.js": "globalThis.ran = 'ran';\n",
    }
    for route, body in build_modules("components/a/a.js", read=files.__getitem__, whole=True).values():
        path = tmp_path / route
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(body)
    entry = tmp_path / build_modules("components/a/a.js", read=files.__getitem__, whole=True)["components/a/a.js"][0]
    code = "export default async ({ c }) => { await c(); return globalThis.ran; }"
    assert json.loads(run_module(entry, code, None)) == "ran"
