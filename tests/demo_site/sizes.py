"""How large files are when a host sends them: brotli at its strongest, as node's own zlib gives it."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

SIZES = """const {brotliCompressSync, constants} = require("zlib"), fs = require("fs");
const params = {[constants.BROTLI_PARAM_QUALITY]: 11};
const size = (name) => brotliCompressSync(fs.readFileSync(name), {params}).length;
console.log(JSON.stringify(JSON.parse(fs.readFileSync(0)).map(size)));"""


def brotli_sizes(paths: Iterable[Path]) -> dict[Path, int]:
    """How many bytes each file is when it is sent as brotli 11."""
    names = list(paths)
    done = subprocess.run(
        ["node", "-e", SIZES],
        input=json.dumps([str(name) for name in names]),
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(zip(names, json.loads(done.stdout), strict=True))
