import { csp } from "fresh";
import { define, type State } from "@/lib/server/define.ts";
import { chooseLanguage, labelLanguage } from "@/lib/server/pages/language.ts";

/** Sets the headers of pages: language, content security policy, what others learn, and caching. */
export const handler = define.middleware(async (ctx) => {
  const language = chooseLanguage(ctx);
  const answer = await withPolicy(ctx);
  tightenPolicy(answer.headers);
  labelLanguage(answer.headers, language);
  answer.headers.set("referrer-policy", "no-referrer");
  // Links in messages aren't looked up before someone follows them.
  answer.headers.set("x-dns-prefetch-control", "off");
  // Not `no-store`: that would keep pages out of the back/forward cache.
  if (!answer.headers.has("cache-control")) answer.headers.set("cache-control", "no-cache");
  return answer;
});

const withPolicy = csp<State>({
  useNonce: true,
  csp: [
    "default-src 'none'",
    "style-src 'self'",
    // Received images and thumbnails are shown from memory.
    "img-src 'self' blob:",
    "manifest-src 'self'",
    "font-src 'none'",
    "media-src 'none'",
    "worker-src 'none'",
    "base-uri 'none'",
  ],
});

const POLICY = "content-security-policy";

/** Removes what no option of the framework's policy removes. */
function tightenPolicy(headers: Headers): void {
  const policy = headers.get(POLICY) ?? "";
  // On plain HTTP it makes browsers load the scripts over HTTPS, where nothing listens.
  const kept = policy.split("; ").filter((directive) => directive !== "upgrade-insecure-requests");
  // A response without a rendered page has this one in place of a nonce.
  headers.set(POLICY, kept.join("; ").replaceAll(" 'unsafe-inline'", ""));
}
