// Slack's Web API for the tests of this folder: `emulate`, pinned to one version, and two things it lacks.
// It has no public way to subscribe to events, and none to read ephemeral messages and what became of events;
// so its Slack plugin's `register` is wrapped once, to reach the dispatcher it is handed and to add two routes.
//
//   node emulator.mjs SEED_FILE PORT [EVENTS_URL [BASE_URL]]      prints "ready PORT", ends on SIGTERM
//
// BASE_URL is what the addresses of files begin with, where the app reaches the emulator by another way.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [seedFile, port, eventsUrl, baseUrl = `http://127.0.0.1:${port}`] = process.argv.slice(2);
const dist = join(dirname(fileURLToPath(import.meta.url)), "node_modules", "emulate", "dist");
const load = (file) => import(pathToFileURL(join(dist, file)).href);

// The plugin lives in a chunk whose name is a hash: it is the one that exports it.
const holdsPlugin = (file) => file.endsWith(".js") && /^\s+slackPlugin\s*$/m.test(readFileSync(join(dist, file), "utf8"));
const { slackPlugin, getSlackStore } = await load(readdirSync(dist).find(holdsPlugin));
const { createEmulator } = await load("api.js");

let dispatcher;
const registerPlugin = slackPlugin.register;
slackPlugin.register = function (app, store, webhooks, ...rest) {
  dispatcher = webhooks;
  app.get("/_lab/ephemeral", (c) => c.json(getSlackStore(store).ephemeralMessages.all()));
  app.get("/_lab/deliveries", (c) => c.json(webhooks.getDeliveries()));
  return registerPlugin.call(this, app, store, webhooks, ...rest);
};

const emulator = await createEmulator({
  service: "slack",
  port: Number(port),
  hostname: "127.0.0.1",
  baseUrl,
  seed: JSON.parse(readFileSync(seedFile, "utf8")),
});
if (eventsUrl) dispatcher.register({ url: eventsUrl, events: ["*"], active: true, owner: "slack" });
console.log(`ready ${port}`);
process.on("SIGTERM", () => emulator.close().then(() => process.exit(0)));
