"""A shipped JavaScript module run by itself in Node.js, with what it is given and what it answers as JSON."""

import json
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory


def run_module(module: Path, code: str, given: object) -> str:
    """What `code` makes of the module and the given value, as JSON.

    `code` is a module whose default export is called with the module under test and the value.
    """
    with TemporaryDirectory() as folder:
        (Path(folder) / "ask.mjs").write_text(code, "utf-8")
        start = (
            f"import ask from './ask.mjs'; import * as module from {json.dumps(module.as_uri())};"
            "let text = ''; for await (const part of process.stdin) text += part;"
            "console.log(JSON.stringify(await ask(module, JSON.parse(text))));"
        )
        (Path(folder) / "start.mjs").write_text(start, "utf-8")
        (Path(folder) / "package.json").write_text('{"type": "module"}', "utf-8")
        done = subprocess.run(
            ["node", "--no-warnings", "start.mjs"],
            cwd=folder,
            input=json.dumps(given),
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    return done.stdout
