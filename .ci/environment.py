"""Make the virtual environment that the Makefile works in, and name whatever this machine lacks for it.

Usage: python3 tools/environment.py FOLDER EXTRAS   (EXTRAS such as "dev,all", or "" for a plain installation)

Written so that an old Python can read it far enough to say that it is too old.
"""

import os
import subprocess
import sys

OLDEST, NEWEST = (3, 11), (3, 13)


def main(folder, extras):
    """Create or complete the environment in `folder`; return an exit code."""
    lacking = missing()
    if lacking:
        sys.stderr.write("\n" + lacking + "\n\n")
        return 2
    if not usable(folder):
        print("Making a virtual environment in " + folder)
        subprocess.check_call([sys.executable, "-m", "venv", "--clear", folder])
    print("Installing climbdown" + (" with " + extras if extras else "") + " (the first time takes a minute or two)")
    return install(folder, extras)


def missing():
    """Say what to install when this Python cannot do it, else nothing."""
    version = sys.version_info[:2]
    if not OLDEST <= version <= NEWEST:
        return (
            "climbdown needs Python 3.11, 3.12 or 3.13; this one is %d.%d (%s).\n"
            "Install one of them (Debian/Ubuntu: apt-get install python3.11 python3.11-venv), then name it:\n"
            "  make PYTHON=python3.11 demo" % (version[0], version[1], sys.executable)
        )
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        return (
            "This Python comes without venv and ensurepip, which make needs to keep climbdown to itself.\n"
            "Debian/Ubuntu: apt-get install python%d.%d-venv" % version
        )
    return ""


def interpreter(folder):
    """Return the path of the environment's own Python."""
    return os.path.join(folder, "Scripts", "python.exe") if os.name == "nt" else os.path.join(folder, "bin", "python")


def usable(folder):
    """Tell whether the environment is there, runs, has pip, and is of this Python's version."""
    check = "import pip, sys; sys.exit(sys.version_info[:2] != %r)" % (sys.version_info[:2],)
    try:
        return subprocess.call([interpreter(folder), "-c", check], stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def install(folder, extras):
    """Install this checkout with its pins; return pip's exit code, after naming a missing compiler."""
    target = ".[%s]" % extras if extras else "."
    command = [interpreter(folder), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command += ["--constraint", "constraints.txt", "--editable", target]
    pip = subprocess.Popen(command, stderr=subprocess.PIPE, universal_newlines=True)
    told = []
    for line in pip.stderr:
        told.append(line)
        sys.stderr.write(line)
    code = pip.wait()
    if code:
        sys.stderr.write("\n" + advice("".join(told)) + "\n\n")
    return code


def advice(told):
    """Say what would help a failed installation, judging by what pip told."""
    compiling = ("gcc", "g++", "clang", "cc1", "Python.h", "Microsoft Visual C++", "No CMAKE_C_COMPILER")
    if any(word in told for word in compiling):
        return (
            "A package had to be compiled here and no working compiler was found.\n"
            "Debian/Ubuntu: apt-get install build-essential python%d.%d-dev; or use Python 3.11 to 3.13 on a common\n"
            "platform, for which all packages come ready-made." % sys.version_info[:2]
        )
    if "No space left" in told:
        return "The disk is full: the environment takes up to 2 GB."
    return "The packages could not be installed: is a package index within reach of pip? The lines above are pip's."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
