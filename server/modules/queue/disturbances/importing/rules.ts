import { createHash } from 'node:crypto';
import { Invalid } from '../../../../platform/errors.ts';
import { namesSomebody } from '../rules.ts';
import type { DisturbanceKind, SkippedWhy } from '../schema.ts';
import { type Column, columnsOf, kindOf, momentOf, yesOrNo } from './columns.ts';
import { readCsv } from './csv.ts';

export type Report = {
  digest: string;
  kind: DisturbanceKind;
  happenedAt: Temporal.Instant;
  place: string;
  what: string;
  done: string;
  police: boolean | null;
};
export type Skipped = { line: number; why: SkippedWhy };
/** From when on reports are kept, and now; the point's zone. */
export type Times = { from: Temporal.Instant; now: Temporal.Instant; zone: string };

/** A year of reports of a busy point; whoever has more brings them in parts. */
export const MOST_REPORTS = 5_000;
const LONGEST = 4_000;
const LONGEST_PLACE = 200;

/** @throws Invalid `report-columns` where time or description has no column, `report-too-long` */
export function reportsIn(text: string, times: Times): { reports: Report[]; skipped: Skipped[] } {
  const [header, ...records] = readCsv(text);
  const columns = columnsOf(header?.fields ?? []);
  if (columns.what === undefined || (columns.moment ?? columns.day) === undefined)
    throw new Invalid('report-columns', { fields: ['file'] });
  if (records.length > MOST_REPORTS) throw new Invalid('report-too-long', { fields: ['file'], most: MOST_REPORTS });
  const reports: Report[] = [];
  const skipped: Skipped[] = [];
  for (const { line, fields } of records) {
    const read = fields === null ? 'quotes' : fields.length === header?.fields?.length ? reportOf(fields, columns, times) : 'columns';
    if (typeof read === 'string') skipped.push({ line, why: read });
    else reports.push(read);
  }
  return { reports, skipped };
}

function reportOf(fields: readonly string[], columns: Partial<Record<Column, number>>, times: Times): Report | SkippedWhy {
  const field = (column: Column) => fields[columns[column] ?? -1]?.replaceAll('\0', '').trim() ?? '';
  const happenedAt = momentOf(columns.moment === undefined ? `${field('day')} ${field('clock')}` : field('moment'), times.zone);
  if (!happenedAt) return 'time';
  if (Temporal.Instant.compare(happenedAt, times.now) > 0) return 'future';
  if (Temporal.Instant.compare(happenedAt, times.from) < 0) return 'too-old';
  const [words, described, done, place] = [field('kind'), field('what'), field('done'), field('place')];
  if (described === '') return 'empty';
  const kind = kindOf(words);
  // A kind of the company's own stays as its words.
  const what = kind === 'other' && words !== '' ? `${words}: ${described}` : described;
  if (what.length > LONGEST || done.length > LONGEST || place.length > LONGEST_PLACE) return 'too-long';
  if (namesSomebody(what, done, place)) return 'identity-code';
  // Companies begin their numbers anew, by year or by shift: one number at two times is two reports.
  const at = happenedAt.toString();
  const digest = digestOf(field('number') ? [field('number'), at] : [at, words, place, described, done]);
  return { digest, kind, happenedAt, place, what, done, police: yesOrNo(field('police')) };
}

const digestOf = (parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');
