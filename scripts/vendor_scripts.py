"""Bring the web app's scripts of others into the package, from the npm registry: `python scripts/vendor_scripts.py`.

`src/dragoman/web/static/vendor/vendor.toml` names each package with its version, its file and the file's SHA-256. For a
new version change it there and run with `--pin`, which writes the new hashes; a file of another hash is refused.
Needs npm.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path

VENDOR = Path(__file__).resolve().parent.parent / "src/dragoman/web/static/vendor"
LIST = VENDOR / "vendor.toml"
LICENCES = ("package/LICENSE", "package/LICENSE.txt", "package/LICENSE.md")


def main() -> int:
    """Fetch every package of the list; 1 where a file is not the pinned one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pin", action="store_true", help="write the hashes of what is fetched into the list")
    pin = parser.parse_args().pin
    for name, entry in tomllib.loads(LIST.read_text("utf-8")).items():
        script, licence = fetched(name, entry["version"], entry["file"])
        found = hashlib.sha256(script).hexdigest()
        if found != entry["sha256"]:
            if not pin:
                print(f"{name} {entry['version']}: {entry['file']} is not the pinned one ({found})", file=sys.stderr)
                return 1
            write_hash(entry["sha256"], found, name)
        (VENDOR / f"{name}.js").write_bytes(script)
        (VENDOR / f"{name}.LICENSE").write_bytes(licence)
        print(f"{name} {entry['version']}: {len(script):,} bytes")
    return 0


def fetched(name: str, version: str, file: str) -> tuple[bytes, bytes]:
    """The script and the licence of a package as the registry has it."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["npm", "pack", "--silent", f"{name}@{version}"], cwd=folder, check=True, stdout=subprocess.DEVNULL
        )
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            licence = next(name for name in LICENCES if name in archive.getnames())
            script, text = archive.extractfile(f"package/{file}"), archive.extractfile(licence)
            assert script is not None
            assert text is not None
            # The address of a map that is not shipped would be asked for in vain.
            return re.sub(rb"\n?//# sourceMappingURL=\S+\s*$", b"\n", script.read()), text.read()


def write_hash(old: str, new: str, name: str) -> None:
    """Put a hash in the place of another, in the entry of this name."""
    before, mark, after = LIST.read_text("utf-8").partition(f'["{name}"]')
    LIST.write_text(before + mark + after.replace(f'"{old}"', f'"{new}"', 1), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
