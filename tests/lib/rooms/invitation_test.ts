import { assert, assertEquals, assertFalse } from "@std/assert";
import { LOBBY, parseRoomName } from "@/lib/protocol/mod.ts";
import { invitationTo, isInvited } from "@/lib/rooms/mod.ts";

Deno.test("an invitation is a link that makes its guest the callee", () => {
  const link = invitationTo(parseRoomName("tea"), "https://example.org");
  assertEquals(link, "https://example.org/rooms/tea?as=callee");
  assert(isInvited(new URL(link).searchParams));
  assertEquals(invitationTo(LOBBY, "https://example.org"), "https://example.org/?as=callee");
});

Deno.test("what a chat app adds to an invitation does no harm", () => {
  assert(isInvited(new URL("https://example.org/rooms/tea?as=callee&utm_source=x#top").searchParams));
});

Deno.test("no other address invites", () => {
  for (const query of ["", "as=caller", "as=", "as=Callee", "callee"]) {
    assertFalse(isInvited(new URLSearchParams(query)), query);
  }
});
