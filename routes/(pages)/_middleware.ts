import { csp } from "fresh";
import { define, type State } from "@/lib/server/define.ts";
import { chooseLanguage, labelLanguage } from "@/lib/server/pages/language.ts";

/** What language a page is in, what a browser may do with it, and what it tells others of it. */
export const handler = define.middleware(async (ctx) => {
  const language = chooseLanguage(ctx);
  const answer = await withPolicy(ctx);
  tightenPolicy(answer.headers);
  labelLanguage(answer.headers, language);
  answer.headers.set("referrer-policy", "no-referrer");
  // Not `no-store`: that would keep pages out of the back/forward cache.
  if (!answer.headers.has("cache-control")) answer.headers.set("cache-control", "no-cache");
  return answer;
});

const withPolicy = csp<State>({
  useNonce: true,
  csp: [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "manifest-src 'self'",
    "font-src 'none'",
    "media-src 'none'",
    "worker-src 'none'",
    "base-uri 'none'",
  ],
});

const POLICY = "content-security-policy";

/** Takes away what the framework's policy can't be talked out of by its options. */
function tightenPolicy(headers: Headers): void {
  const policy = headers.get(POLICY) ?? "";
  // Over plain HTTP on another machine it makes the browser ask for the scripts where nobody answers.
  const kept = policy.split("; ").filter((directive) => directive !== "upgrade-insecure-requests");
  // An answer that isn't a rendered page has no nonce in this one's place.
  headers.set(POLICY, kept.join("; ").replaceAll(" 'unsafe-inline'", ""));
}
