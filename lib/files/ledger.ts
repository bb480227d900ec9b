import { MAX_REMEMBERED } from "./limits.ts";
import { isOver, type Transfer, type TransferState } from "./transfer.ts";

/** All transfers of both directions, oldest first. */
export interface Ledger {
  list(): readonly Transfer[];
  get(id: string): Transfer | undefined;
  add(transfer: Transfer): void;
  /** Changes a transfer's state, unless it is over. */
  set(id: string, state: TransferState, thumbnail?: Blob): void;
  clear(): void;
}

/** Creates an empty ledger. It forgets the oldest unsuccessful transfers, since the other side can cause any number. */
export function createLedger(onChange: (transfers: readonly Transfer[]) => void): Ledger {
  const transfers = new Map<string, Transfer>();
  const list = () => Array.from(transfers.values());
  const changed = () => onChange(list());

  function forget() {
    const over = list().filter((it) => isOver(it) && it.phase !== "done");
    over.slice(0, Math.max(0, over.length - MAX_REMEMBERED)).forEach(({ id }) => transfers.delete(id));
  }

  return {
    list,
    get: (id) => transfers.get(id),
    add(transfer) {
      transfers.set(transfer.id, transfer);
      changed();
    },
    set(id, state, thumbnail) {
      const before = transfers.get(id);
      if (before === undefined || isOver(before)) return;
      const { direction, name, sizeBytes, at } = before;
      const image = thumbnail ?? before.thumbnail;
      transfers.set(id, { id, direction, name, sizeBytes, at, ...(image && { thumbnail: image }), ...state });
      forget();
      changed();
    },
    clear() {
      transfers.clear();
      changed();
    },
  };
}
