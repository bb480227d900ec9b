import { MAX_REMEMBERED } from "./limits.ts";
import { isOver, type Transfer, type TransferState } from "./transfer.ts";

/** All transfers of both directions, in the order in which they began. */
export interface Ledger {
  list(): readonly Transfer[];
  get(id: string): Transfer | undefined;
  add(transfer: Transfer): void;
  /** Puts a transfer that isn't over into another state. */
  set(id: string, state: TransferState): void;
  clear(): void;
}

/** Makes an empty ledger. Of what came to nothing it keeps the latest only: the other side can make any number of it. */
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
    set(id, state) {
      const before = transfers.get(id);
      if (before === undefined || isOver(before)) return;
      const { direction, name, sizeBytes } = before;
      transfers.set(id, { id, direction, name, sizeBytes, ...state });
      forget();
      changed();
    },
    clear() {
      transfers.clear();
      changed();
    },
  };
}
