import { parseJson, propertiesOf } from "../protocol/mod.ts";
import { FILE_PROBLEMS, type FileProblem } from "./transfer.ts";

/** Why a side ended a transfer. */
export type CancelReason = "declined" | "cancelled" | FileProblem;

/** A message about a file, over the control channel. */
export type FileMessage =
  | {
    readonly type: "file-offer";
    readonly id: string;
    readonly name: string;
    readonly sizeBytes: number;
    /** As in `thumbnail.ts`; untrusted, and unknown to older clients. */
    readonly thumbnail?: unknown;
  }
  /** The receiver accepts the file from this offset: 0, or where a channel broke. */
  | { readonly type: "file-accept"; readonly id: string; readonly offset: number }
  /** The receiver is ready for more, and has written this much. */
  | { readonly type: "file-written"; readonly id: string; readonly bytes: number }
  /** The receiver has verified and stored the file. */
  | { readonly type: "file-done"; readonly id: string }
  | { readonly type: "file-cancel"; readonly id: string; readonly reason: CancelReason };

/** The text message after the last byte on a file's channel. */
export interface EndMark {
  readonly type: "file-end";
  /** As in `checksum.ts`, in lower-case hexadecimal. */
  readonly sha256: string;
}

/** A malformed message, and its transfer if that is readable. */
export interface Malformed {
  readonly type: "malformed";
  readonly id?: string;
}

const ID = /^[0-9a-f]{16}$/;
const MAX_NAME_CHARS = 1024;
const LABEL = "file-";

/** Returns the label of a file's channel. */
export function labelOf(id: string): string {
  return LABEL + id;
}

/** Returns the ID of a channel's file; `undefined` for other channels. */
export function idOfLabel(label: string): string | undefined {
  const id = label.startsWith(LABEL) ? label.slice(LABEL.length) : "";
  return ID.test(id) ? id : undefined;
}

/** Parses a message about a file; `undefined` if it is about something else. */
export function parseFileMessage(said: Readonly<Record<string, unknown>>): FileMessage | Malformed | undefined {
  const { type, id, name, sizeBytes, thumbnail, offset, bytes, reason } = said;
  if (typeof type !== "string" || !type.startsWith(LABEL)) return undefined;
  if (typeof id !== "string" || !ID.test(id)) return { type: "malformed" };
  if (type === "file-offer" && isName(name) && isCount(sizeBytes)) return { type, id, name, sizeBytes, thumbnail };
  if (type === "file-accept" && isCount(offset)) return { type, id, offset };
  if (type === "file-written" && isCount(bytes)) return { type, id, bytes };
  if (type === "file-done") return { type, id };
  if (type === "file-cancel") return { type, id, reason: isReason(reason) ? reason : "cancelled" };
  return { type: "malformed", id };
}

/** Parses the message after a file's last byte; `undefined` if it is malformed. */
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
