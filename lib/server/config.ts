import { DEFAULT_LIMITS, type Limits } from "../protocol/mod.ts";
import { parseIceServers } from "./http/ice_servers.ts";

/** A server's settings. */
export interface Config {
  readonly port: number;
  readonly hostname: string;
  /** A file, `:memory:` or the URL of a KV Connect server; `undefined` for Deno's default. */
  readonly kvPath: string | undefined;
  /** Whether the database is shared with other machines, and reports their writes. */
  readonly remote: boolean;
  /** How long a call lives after its last write. */
  readonly ttlMs: number;
  /** The longest wait of a request. */
  readonly maxWaitMs: number;
  /** How many requests may wait at once. */
  readonly maxWaiting: number;
  /** How many bytes the database may hold. */
  readonly maxStoredBytes: number;
  /** How long a request's body may take. */
  readonly bodyTimeoutMs: number;
  /** The resident memory above which WebSockets close, and streams and long responses are refused. */
  readonly memoryBytes: number;
  readonly iceServers: readonly RTCIceServer[];
  readonly limits: Limits;
}

/** Thrown for an environment variable with an invalid value. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** The variables that are whole numbers, with default and range. */
const NUMBERS = {
  PORT: { fallback: 8000, min: 0, max: 65_535 },
  SESSION_TTL: { fallback: 600, min: 1, max: 604_800 },
  MAX_WAIT: { fallback: 25, min: 0, max: 3_600 },
  MAX_WAITING: { fallback: 10_000, min: 0, max: 1_000_000 },
  MAX_STORED_BYTES: { fallback: 1_073_741_824, min: 1_048_576, max: 1_099_511_627_776 },
  BODY_TIMEOUT: { fallback: 10, min: 1, max: 600 },
  MAX_MEMORY_BYTES: { fallback: 1_073_741_824, min: 67_108_864, max: 1_099_511_627_776 },
  MAX_BODY_BYTES: { fallback: DEFAULT_LIMITS.bodyBytes, min: 1_024, max: 65_536 },
  MAX_SDP_BYTES: { fallback: DEFAULT_LIMITS.sdpBytes, min: 1_024, max: 60_000 },
  MAX_CANDIDATE_BYTES: { fallback: DEFAULT_LIMITS.candidateBytes, min: 256, max: 4_096 },
  MAX_CANDIDATES: { fallback: DEFAULT_LIMITS.candidates, min: 1, max: 1_000 },
  // At least 50, which is what the page sends at once.
  MAX_BATCH: { fallback: DEFAULT_LIMITS.batch, min: 50, max: 100 },
  MAX_URL_CHARS: { fallback: DEFAULT_LIMITS.urlChars, min: 256, max: 8_192 },
} as const;

const HOST = "0.0.0.0";
const ICE_SERVERS = '[{"urls": "stun:stun.l.google.com:19302"}]';

/**
 * Parses the environment. An empty variable counts as unset. Times are in whole seconds, sizes in bytes.
 *
 * @throws {ConfigError} with the variable's name, and with the value of a number
 *
 * @example
 * ```ts
 * import { loadConfig } from "./config.ts";
 *
 * loadConfig({ SESSION_TTL: "60" }).ttlMs; // 60000
 * ```
 */
export function loadConfig(env: Record<string, string>): Config {
  return {
    port: readNumber(env, "PORT"),
    hostname: env.HOST || HOST,
    kvPath: env.KV_PATH || undefined,
    remote: /^https?:/.test(env.KV_PATH ?? "") || env.DENO_DEPLOYMENT_ID !== undefined,
    ttlMs: readNumber(env, "SESSION_TTL") * 1000,
    maxWaitMs: readNumber(env, "MAX_WAIT") * 1000,
    maxWaiting: readNumber(env, "MAX_WAITING"),
    maxStoredBytes: readNumber(env, "MAX_STORED_BYTES"),
    bodyTimeoutMs: readNumber(env, "BODY_TIMEOUT") * 1000,
    memoryBytes: readNumber(env, "MAX_MEMORY_BYTES"),
    iceServers: readIceServers(env.ICE_SERVERS || ICE_SERVERS),
    limits: {
      bodyBytes: readNumber(env, "MAX_BODY_BYTES"),
      sdpBytes: readNumber(env, "MAX_SDP_BYTES"),
      candidateBytes: readNumber(env, "MAX_CANDIDATE_BYTES"),
      candidates: readNumber(env, "MAX_CANDIDATES"),
      batch: readNumber(env, "MAX_BATCH"),
      urlChars: readNumber(env, "MAX_URL_CHARS"),
    },
  };
}

function readNumber(env: Record<string, string>, name: keyof typeof NUMBERS): number {
  const { fallback, min, max } = NUMBERS[name];
  const text = env[name] || String(fallback);
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(value >= min && value <= max)) {
    throw new ConfigError(`Cannot use ${name}: it must be a whole number from ${min} to ${max}, not "${text}"`);
  }
  return value;
}

/** Its error doesn't contain the value, which may hold credentials. */
function readIceServers(text: string): RTCIceServer[] {
  try {
    return parseIceServers(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof SyntaxError ? "it is not JSON" : (error as Error).message;
    throw new ConfigError(`Cannot use ICE_SERVERS: ${reason}`);
  }
}
