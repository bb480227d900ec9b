/**
 * Files from one page to the other, over data channels of their own.
 *
 * ```text
 *   sender                                         receiver
 *     │  file-offer {id, name, sizeBytes}              │   over the control channel, as all in braces
 *     ├───────────────────────────────────────────────▶│   a person looks at it
 *     │◀───────────────────────────────────────────────┤
 *     │                        file-accept {id, offset}│   or file-cancel {id, reason: "declined"}
 *     │  channel "file-<id>", ordered and reliable     │
 *     ├═══════════════════════════════════════════════▶│
 *     │                        file-written {id, bytes}│   listens; from now on after every MiB it has written
 *     │◀───────────────────────────────────────────────┤
 *     │  bytes from `offset`, at most 8 MiB unwritten  │
 *     ├═══════════════════════════════════════════════▶│   hashes and writes MiB by MiB
 *     │  text {type: "file-end", sha256}               │
 *     ├═══════════════════════════════════════════════▶│   compares
 *     │◀───────────────────────────────────────────────┤
 *     │                                  file-done {id}│   or file-cancel {id, reason: "checksum-mismatch"}
 *     │  closes the channel                            │
 * ```
 *
 * Either side says `file-cancel {id, reason}` at any time. A restart of ICE leaves channels as they are: nothing is lost,
 * it only takes longer. Where a channel breaks and the call goes on, the receiver says `file-accept` once more, with the
 * `offset` up to which it has whole blocks, and the sender goes on from there over a new channel. Where the call ends,
 * so do its transfers.
 *
 * @module
 */
export { createFiles, type Files, type FilesOptions } from "./create_files.ts";
export { createStorage, type Storage, type StorageDeps } from "./storage.ts";
export type { FileHandle, Sink } from "./sink.ts";
export {
  FILE_PROBLEMS,
  type FileProblem,
  isOver,
  type Progress,
  type Transfer,
  type TransferState,
} from "./transfer.ts";
