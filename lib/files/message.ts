import { parseJson, propertiesOf } from "../protocol/mod.ts";
import { FILE_PROBLEMS, type FileProblem } from "./transfer.ts";

/** Why a side wants no more of a file. */
export type CancelReason = "declined" | "cancelled" | FileProblem;

/** What the two sides say about files, beside the bytes. */
export type FileMessage =
  | { readonly type: "file-offer"; readonly id: string; readonly name: string; readonly sizeBytes: number }
  /** The receiver wants it from this byte on: from 0, or from where a channel broke. */
  | { readonly type: "file-accept"; readonly id: string; readonly offset: number }
  /** The receiver is ready, and has written so much. */
  | { readonly type: "file-written"; readonly id: string; readonly bytes: number }
  /** The receiver has it whole. */
  | { readonly type: "file-done"; readonly id: string }
  | { readonly type: "file-cancel"; readonly id: string; readonly reason: CancelReason };

/** What follows the last byte on a file's channel, as text. */
export interface EndMark {
  readonly type: "file-end";
  /** As in `checksum.ts`, in lower-case hexadecimal digits. */
  readonly sha256: string;
}

/** A message that can't be understood, and the transfer it was about, if it says. */
export interface Malformed {
  readonly type: "malformed";
  readonly id?: string;
}

const ID = /^[0-9a-f]{16}$/;
const MAX_NAME_CHARS = 1024;
const LABEL = "file-";

/** Label of the channel that carries a file's bytes. */
export function labelOf(id: string): string {
  return LABEL + id;
}

/** The file that a channel is for; `undefined` for any other channel. */
export function idOfLabel(label: string): string | undefined {
  const id = label.startsWith(LABEL) ? label.slice(LABEL.length) : "";
  return ID.test(id) ? id : undefined;
}

/** A file's message out of what the other side said; `undefined` for what isn't about files. */
export function parseFileMessage(said: Readonly<Record<string, unknown>>): FileMessage | Malformed | undefined {
  const { type, id, name, sizeBytes, offset, bytes, reason } = said;
  if (typeof type !== "string" || !type.startsWith(LABEL)) return undefined;
  if (typeof id !== "string" || !ID.test(id)) return { type: "malformed" };
  if (type === "file-offer" && isName(name) && isCount(sizeBytes)) return { type, id, name, sizeBytes };
  if (type === "file-accept" && isCount(offset)) return { type, id, offset };
  if (type === "file-written" && isCount(bytes)) return { type, id, bytes };
  if (type === "file-done") return { type, id };
  if (type === "file-cancel") return { type, id, reason: isReason(reason) ? reason : "cancelled" };
  return { type: "malformed", id };
}

/** The mark at the end of a file's bytes, or `undefined`. */
export function parseEndMark(text: string): EndMark | undefined {
  if (text.length > 1024) return undefined;
  const { type, sha256 } = propertiesOf(parseJson(text));
  const isDigest = typeof sha256 === "string" && /^[0-9a-f]{64}$/.test(sha256);
  return type === "file-end" && isDigest ? { type, sha256 } : undefined;
}

function isName(value: unknown): value is string {
  return typeof value === "string" && value.length <= MAX_NAME_CHARS;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isReason(value: unknown): value is CancelReason {
  return value === "declined" || value === "cancelled" || (FILE_PROBLEMS as readonly unknown[]).includes(value);
}
