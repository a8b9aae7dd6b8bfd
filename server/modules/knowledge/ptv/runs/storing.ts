import type { Kysely } from 'kysely';
import type { Tables } from '../../../../platform/db/tables.ts';
import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import type { Written } from '../../services/writing/changed.ts';
import { putChannels } from '../../services/writing/channels.ts';
import { putCollections } from '../../services/writing/collections.ts';
import { putGeneralDescriptions, servicesOfGeneral } from '../../services/writing/descriptions.ts';
import { putOrganisations } from '../../services/writing/organisations.ts';
import { putServices, remerge } from '../../services/writing/services.ts';
import type { Fault, Records, Step } from '../records.ts';

export type Stored = { written: number; unchanged: number; faults: Fault[] };

const NOTHING: Stored = { written: 0, unchanged: 0, faults: [] };
/** So many in one transaction that it stays well under a second, and the events behind it are not held up. */
const IN_ONE: Record<Step, number> = { organisations: 250, 'general-descriptions': 1, channels: 250, services: 250, collections: 250 };
/** Of one general description several hundred services may hang. */
const REMERGED_IN_ONE = 500;

/** Writes the records in short transactions. One that the database refuses is found by halving and told of; the rest are written. */
export async function store<S extends Step>(db: Kysely<Tables>, step: S, records: readonly Records[S][]): Promise<Stored> {
  let stored = NOTHING;
  for (let from = 0; from < records.length; from += IN_ONE[step])
    stored = sum(stored, await storePiece(db, step, records.slice(from, from + IN_ONE[step])));
  return stored;
}

async function storePiece<S extends Step>(db: Kysely<Tables>, step: S, records: readonly Records[S][]): Promise<Stored> {
  try {
    return await inTransaction(db, (trx) => put(trx, step, records));
  } catch (error) {
    if (!isOfData(error)) throw error;
    const [only] = records;
    if (records.length === 1 && only) return { ...NOTHING, faults: [faultOf(step, only)] };
    const middle = Math.ceil(records.length / 2);
    return sum(await storePiece(db, step, records.slice(0, middle)), await storePiece(db, step, records.slice(middle)));
  }
}

async function put<S extends Step>(trx: Trx, step: S, records: readonly Records[S][]): Promise<Stored> {
  const given = { step, records } as { [T in Step]: { step: T; records: readonly Records[T][] } }[Step];
  switch (given.step) {
    case 'organisations':
      return storedOf(await putOrganisations(trx, given.records, 'ptv'), given.records);
    case 'general-descriptions': {
      const written = await putGeneralDescriptions(trx, given.records);
      await followBy(trx, written.written);
      return storedOf(written, given.records);
    }
    case 'channels':
      return storedOf(await putChannels(trx, given.records, 'ptv'), given.records);
    case 'services': {
      const written = await putServices(trx, given.records, 'ptv');
      const stored = storedOf(written, given.records);
      const names = new Map(given.records.map((record) => [record.id, nameOf(record)]));
      const missing = written.missing.map(({ serviceId, what, id }) => ({
        recordId: serviceId,
        name: names.get(serviceId) ?? null,
        code: `unknown-${what}`,
        detail: id,
        skipped: false,
      }));
      return { ...stored, faults: [...stored.faults, ...missing] };
    }
    default:
      return storedOf(await putCollections(trx, given.records), given.records);
  }
}

/** A changed general description is followed by its services at once, in the same transaction: a run cut here leaves neither half. */
async function followBy(trx: Trx, generalIds: readonly string[]): Promise<void> {
  if (generalIds.length === 0) return;
  const services = await servicesOfGeneral(trx, generalIds);
  for (let from = 0; from < services.length; from += REMERGED_IN_ONE) await remerge(trx, services.slice(from, from + REMERGED_IN_ONE));
}

function storedOf({ written, unchanged, foreign }: Written, records: readonly Records[Step][]): Stored {
  const others = new Set(foreign);
  const faults = records
    .filter(({ id }) => others.has(id))
    .map((record) => ({ recordId: record.id, name: nameOf(record), code: 'own-record', detail: null, skipped: true }));
  return { written: written.length, unchanged, faults };
}

const faultOf = (_: Step, record: Records[Step]): Fault => ({
  recordId: record.id,
  name: nameOf(record),
  code: 'not-storable',
  detail: null,
  skipped: true,
});

function nameOf(record: Records[Step]): string | null {
  const names = 'names' in record ? Object.values(record.names) : Object.values(record.texts).map((words) => words?.name);
  return names.find((name) => name !== undefined) ?? null;
}

/** Class 22, data exception, and 23, a constraint: of the record. Anything else is of the database or of us (PostgreSQL, appendix A). */
function isOfData(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^2[23]/.test(code);
}

const sum = (a: Stored, b: Stored): Stored => ({
  written: a.written + b.written,
  unchanged: a.unchanged + b.unchanged,
  faults: [...a.faults, ...b.faults],
});
