import type { Adapter, AdapterPayload } from 'oidc-provider';

type Kept = { payload: AdapterPayload; until: number };

/** Milliseconds on a clock that never jumps: what the demo's provider keeps lives as long as the process. */
const now = (): number => performance.now();

/** Keeps the demo provider's codes, tokens and sessions in memory. Each kind of thing gets its own shelf. */
export function memoryStore(): (kind: string) => Adapter {
  const shelves = new Map<string, Map<string, Kept>>();
  return (kind) => shelfAdapter(shelfOf(shelves, kind), () => [...shelves.values()]);
}

function shelfAdapter(shelf: Map<string, Kept>, allShelves: () => Map<string, Kept>[]): Adapter {
  return {
    async upsert(id, payload, expiresIn) {
      sweep(shelf);
      shelf.set(id, { payload, until: expiresIn ? now() + expiresIn * 1000 : Number.POSITIVE_INFINITY });
    },
    find: async (id) => alive(shelf.get(id)),
    findByUid: async (uid) => findWhere(shelf, 'uid', uid),
    findByUserCode: async (userCode) => findWhere(shelf, 'userCode', userCode),
    async consume(id) {
      const payload = alive(shelf.get(id));
      if (payload) payload.consumed = Math.floor(Temporal.Now.instant().epochMilliseconds / 1000);
    },
    async destroy(id) {
      shelf.delete(id);
    },
    async revokeByGrantId(grantId) {
      for (const each of allShelves()) {
        for (const [id, { payload }] of each) if (payload.grantId === grantId) each.delete(id);
      }
    },
  };
}

function shelfOf(shelves: Map<string, Map<string, Kept>>, kind: string): Map<string, Kept> {
  const known = shelves.get(kind);
  if (known) return known;
  const fresh = new Map<string, Kept>();
  shelves.set(kind, fresh);
  return fresh;
}

function findWhere(shelf: Map<string, Kept>, field: 'uid' | 'userCode', value: string): AdapterPayload | undefined {
  for (const kept of shelf.values()) if (kept.payload[field] === value) return alive(kept);
  return undefined;
}

function sweep(shelf: Map<string, Kept>): void {
  for (const [id, { until }] of shelf) if (until <= now()) shelf.delete(id);
}

const alive = (kept: Kept | undefined): AdapterPayload | undefined => (kept && kept.until > now() ? kept.payload : undefined);
