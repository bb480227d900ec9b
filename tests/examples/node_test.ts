import { isInstalled, programTests } from "@/testing/program.ts";

const packages = new URL("../../examples/node/node_modules/werift", import.meta.url);
const isReady = isInstalled("node") && await Deno.stat(packages).then(() => true, () => false);
const missing = isReady ? undefined : "run npm install in examples/node";

programTests("examples/node", missing, (room, role) => ["node", "examples/node/chat.js", room, role]);
