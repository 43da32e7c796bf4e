"""What stands between the app and the emulator: it passes Web API calls on and adds what the emulator has not.

Socket Mode (connections, envelopes and their acknowledgements), the address that `respond` posts to, and faults such as
a 429. Written by us in Slack's documented wire formats.
"""

from __future__ import annotations

import asyncio
import threading
import time
import uuid
from collections import defaultdict
from collections.abc import Callable
from typing import Any, NamedTuple

from aiohttp import ClientSession, WSMsgType, web

PASSED_ON = ("authorization", "content-type", "user-agent")

# Slack waits three seconds for an acknowledgement.
ACK_SECONDS = 3.0


class Fault(NamedTuple):
    """An answer given once in place of the emulator's."""

    status: int
    headers: dict[str, str]
    body: dict[str, Any]


class Bridge:
    """A server in a thread of its own. `until` waits on what passes through it, so that no test sleeps."""

    def __init__(self, app_token: str) -> None:
        self.app_token = app_token
        self.upstream = ""
        self.calls: list[str] = []
        self.responses: list[dict[str, Any]] = []
        self.faults: dict[str, list[Fault]] = defaultdict(list)
        self.connected = threading.Event()
        self._passed = threading.Condition()
        self._links: list[web.WebSocketResponse] = []
        self._acks: dict[str, asyncio.Future[Any]] = {}
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self._thread.start()
        assert self._ready.wait(10)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def until(self, condition: Callable[[], object], seconds: float = 10) -> None:
        """Waits until a condition holds; it is looked at after each call that passes, and now and then besides,
        for what follows a call inside the app."""
        end = time.monotonic() + seconds
        with self._passed:
            while not condition():
                assert time.monotonic() < end, f"it never came; calls: {self.calls}"
                self._passed.wait(0.1)

    def fail_once(self, method: str, error: str, status: int = 200, **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.faults[method].append(Fault(status, named, {"ok": False, "error": error}))

    def send(self, kind: str, payload: dict[str, Any], **more: Any) -> Any:
        """Sends an envelope; the payload of its acknowledgement. TimeoutError where none comes in Slack's time."""
        return self._run(self._send(kind, payload, **more))

    def disconnect(self) -> None:
        """What Slack does every hour or so: says so, and closes."""
        self.connected.clear()
        self._run(self._disconnect())

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join(10)

    def _run(self, coroutine: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(ACK_SECONDS + 5)

    async def _serve(self) -> None:
        self._loop, self._stopping = asyncio.get_running_loop(), asyncio.Event()
        app = web.Application(client_max_size=2**28)
        app.add_routes(
            [
                web.post("/api/apps.connections.open", self._open),
                web.get("/link/", self._link),
                web.post("/events-in", self._events_in),
                web.post("/respond", self._respond),
                web.route("*", "/{tail:.*}", self._pass_on),
            ]
        )
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.port = int(runner.addresses[0][1])
        async with ClientSession() as self._session:
            self._ready.set()
            await self._stopping.wait()
            await runner.cleanup()

    async def _open(self, request: web.Request) -> web.Response:
        if request.headers.get("Authorization") != f"Bearer {self.app_token}":
            return web.json_response({"ok": False, "error": "invalid_auth"})
        return web.json_response({"ok": True, "url": f"ws://127.0.0.1:{self.port}/link/?ticket={uuid.uuid4()}"})

    async def _link(self, request: web.Request) -> web.WebSocketResponse:
        link = web.WebSocketResponse()
        await link.prepare(request)
        self._links.append(link)
        await link.send_json({"type": "hello", "num_connections": len(self._links), "debug_info": {}})
        self.connected.set()
        async for message in link:
            if message.type == WSMsgType.TEXT:
                said = message.json()
                waiting = self._acks.get(said.get("envelope_id"))
                if waiting and not waiting.done():
                    waiting.set_result(said.get("payload"))
        self._links.remove(link)
        return link

    async def _send(self, kind: str, payload: dict[str, Any], **more: Any) -> Any:
        envelope = str(uuid.uuid4())
        self._acks[envelope] = self._loop.create_future()
        whole = {"accepts_response_payload": False, "envelope_id": envelope, "type": kind, "payload": payload, **more}
        await self._links[-1].send_json(whole)
        return await asyncio.wait_for(self._acks[envelope], ACK_SECONDS)

    async def _disconnect(self) -> None:
        link = self._links[-1]
        await link.send_json({"type": "disconnect", "reason": "refresh_requested", "debug_info": {}})
        await link.close()

    async def _events_in(self, request: web.Request) -> web.Response:
        """An event of the emulator's goes on as an envelope, and is answered once that is acknowledged."""
        await self._send("events_api", await request.json())
        return web.Response()

    async def _respond(self, request: web.Request) -> web.Response:
        self.responses.append(await request.json())
        self._note()
        return web.Response(text="ok")

    async def _pass_on(self, request: web.Request) -> web.Response:
        method = request.path.rpartition("/")[2]
        if self.faults[method]:
            fault = self.faults[method].pop(0)
            self._note(f"{method} failed")
            return web.json_response(fault.body, status=fault.status, headers=fault.headers)
        headers = {name: value for name, value in request.headers.items() if name.lower() in PASSED_ON}
        async with self._session.request(
            request.method, self.upstream + request.raw_path, headers=headers, data=await request.read()
        ) as answer:
            passed = web.Response(status=answer.status, body=await answer.read(), content_type=answer.content_type)
        self._note(method)
        return passed

    def _note(self, method: str | None = None) -> None:
        if method:
            self.calls.append(method)
        # In a thread of its own, since whoever waits holds the lock while it asks this very server.
        self._loop.run_in_executor(None, self._tell)

    def _tell(self) -> None:
        with self._passed:
            self._passed.notify_all()
