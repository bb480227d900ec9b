/**
 * Transfers files between two pages, each over a data channel of its own.
 *
 * ```text
 *   sender                                         receiver
 *     │  file-offer {id, name, sizeBytes, thumbnail?}  │   over the control channel, like all in braces
 *     ├───────────────────────────────────────────────▶│   a person decides
 *     │◀───────────────────────────────────────────────┤
 *     │                        file-accept {id, offset}│   or file-cancel {id, reason: "declined"}
 *     │  channel "file-<id>", ordered and reliable     │
 *     ├═══════════════════════════════════════════════▶│
 *     │                        file-written {id, bytes}│   ready; then sent after every MiB written
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
 * `thumbnail` is a JPEG in base64, of at most 8 KiB and 256 pixels a side; clients may leave it out and ignore it.
 * Either side may send `file-cancel {id, reason}` at any time. An ICE restart keeps the channels: nothing is lost, it
 * only takes longer. If a channel breaks while the call goes on, the receiver sends `file-accept` again, with the
 * `offset` up to which it has whole blocks, and the sender continues from there over a new channel. When the call ends,
 * so do its transfers.
 *
 * @module
 */
export { createFiles, type Files, type FilesOptions } from "./create_files.ts";
export { pictureOf } from "./image.ts";
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
