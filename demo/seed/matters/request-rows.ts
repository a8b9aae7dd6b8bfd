import { randomUUIDv7 } from 'node:crypto';
import type { Insertable } from 'kysely';
import { timesAfter, timesOf } from '../../../server/modules/matters/requests/clocks.ts';
import type { RequestState } from '../../../server/modules/matters/requests/schema.ts';
import type { Tables } from '../../../server/platform/db/tables.ts';
import type { PlacedUnit, Places } from './places.ts';
import type { Times } from './times.ts';
import type { Move } from './turn.ts';
import type { DemoEntry, RequestEvent } from './types.ts';

type RequestRow = Insertable<Tables['support_request']> & { id: string; due_at: Temporal.Instant; state: RequestState };
export type RequestRows = {
  requests: RequestRow[];
  entries: Insertable<Tables['support_request_entry']>[];
  /** What the question and its answer meant for the matter's turn. */
  moves: Move[];
};

export type Asking = { matterId: string; needId: string; ownerOrg: string; unitId: string; places: Places; times: Times };
type Question = Pick<RequestEvent, 'at' | 'by' | 'to' | 'toPerson' | 'title' | 'question' | 'entries'>;

/** A question with everything it went through, up to tier 3 and back down. */
export function requestRows(asking: Asking, event: RequestEvent): RequestRows {
  const rows: RequestRows = { requests: [], entries: [], moves: [] };
  const first = ask(rows, asking, event, null, asking.unitId);
  rows.moves.push({ at: asking.times(event.at, asking.places.unit(event.to)), kind: 'asked' });
  for (const { kind, at } of rows.entries.filter((entry) => entry.request_id === first.id)) {
    if (kind === 'asked-back' || kind === 'replied') rows.moves.push({ at: at as Temporal.Instant, kind });
    if (kind === 'answered') rows.moves.push({ at: at as Temporal.Instant, kind: 'answered' });
  }
  return rows;
}

function ask(rows: RequestRows, asking: Asking, question: Question, parent: RequestRow | null, askedUnitId: string): RequestRow {
  const { places, times } = asking;
  const unit = places.unit(question.to);
  const askedAt = times(question.at, unit);
  const promised = timesOf(unit, askedAt);
  if (!promised) throw new Error(`${question.to} has no hours to answer in`);
  const id = randomUUIDv7();
  const row: RequestRow = {
    id,
    matter_id: asking.matterId,
    need_id: asking.needId,
    owner_org: asking.ownerOrg,
    root_id: parent?.root_id ?? id,
    parent_id: parent?.id ?? null,
    tier: unit.tier,
    asked_by: places.person(question.by),
    asked_unit_id: askedUnitId,
    to_unit_id: unit.id,
    to_org: unit.organisationId,
    to_person_id: question.toPerson ? places.person(question.toPerson) : null,
    title: question.title,
    question: question.question,
    state: 'open',
    asked_at: askedAt,
    due_at: promised.dueAt,
    remind_at: promised.remindAt,
  };
  rows.requests.push(row);
  rows.entries.push({ request_id: id, kind: 'asked', at: askedAt, person_id: row.asked_by, text: '' });
  for (const entry of question.entries) enter(rows, asking, question, row, entry, unit);
  return row;
}

function enter(rows: RequestRows, asking: Asking, question: Question, row: RequestRow, entry: DemoEntry, unit: PlacedUnit): void {
  const at = asking.times(entry.at, unit);
  const by = asking.places.person(entry.by);
  rows.entries.push({ request_id: row.id, kind: entry.kind, at, person_id: by, text: entry.kind === 'claimed' ? '' : entry.text });
  if (entry.kind !== 'replied') row.to_person_id = by;
  switch (entry.kind) {
    case 'claimed':
      break;
    case 'replied':
      become(row, 'open', unit, at);
      break;
    case 'answered':
      Object.assign(row, { answer: entry.text, answer_use: entry.use, answered_at: at });
      become(row, 'answered', unit, at);
      break;
    case 'forwarded':
      become(row, 'forwarded', unit, at);
      putFurther(rows, asking, question, row, entry, unit);
      break;
    default:
      become(row, entry.kind, unit, at);
  }
}

function putFurther(
  rows: RequestRows,
  asking: Asking,
  question: Question,
  row: RequestRow,
  entry: DemoEntry & { kind: 'forwarded' },
  unit: PlacedUnit,
): void {
  const below = ask(rows, asking, { ...question, ...entry, question: entry.text }, row, unit.id);
  if (below.state === 'answered') become(row, 'answer-below', unit, below.answered_at as Temporal.Instant);
}

function become(row: RequestRow, state: RequestState, unit: PlacedUnit, at: Temporal.Instant): void {
  const running = {
    dueAt: row.due_at,
    remindAt: row.remind_at as Temporal.Instant,
    awaySince: (row.away_since ?? null) as Temporal.Instant | null,
  };
  const { dueAt, remindAt, awaySince } = timesAfter(running, state, unit.opening, at);
  Object.assign(row, { state, due_at: dueAt, remind_at: remindAt, away_since: awaySince });
}
