import { isInstalled, programTests } from "@/testing/program.ts";

// Where several Pythons are installed, a distribution's packages are for its own.
const python = ["python3", "/usr/bin/python3"].find((it) => isInstalled(it, ["-c", "import aiortc"]));
const missing = python === undefined ? "install aiortc, on Debian with: apt-get install -y python3-aiortc" : undefined;

programTests("examples/python", missing, (room, role) => [python!, "examples/python/chat.py", room, role]);
