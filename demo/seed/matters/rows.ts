import { randomUUIDv7 } from 'node:crypto';
import { promiseOf } from '../../../server/modules/matters/opening/service.ts';
import { tellEvent } from './event-rows.ts';
import { type MatterRows, needAt, noRows, pointOf, type Row, type Telling, type World } from './telling.ts';
import { turnAfter } from './turn.ts';
import type { DemoStep } from './types.ts';

export function rowsOf(world: World, key: string): MatterRows {
  const demo = world.matter(key);
  const telling: Telling = { world, demo, id: demo.id, number: demo.number, unit: world.places.unit(demo.unit), rows: noRows(), moves: [] };
  if (!demo.mergedInto) {
    telling.rows.need = needRows(telling);
    for (const event of demo.events) tellEvent(telling, event);
    telling.rows.step = stepRows(telling);
  }
  telling.rows.matter = [matterRow(telling)];
  return telling.rows;
}

function matterRow(telling: Telling): Row<'matter'> & { id: string } {
  const { world, demo, unit } = telling;
  const { at, channel } = demo.events[0];
  const arrivedAt = world.times(at, unit);
  return {
    id: telling.id,
    number: telling.number,
    customer_id: world.customer(demo.customer).id,
    title: demo.title,
    language: demo.language ?? 'fi',
    owner_org: unit.organisationId,
    unit_id: unit.id,
    person_id: demo.person ? world.places.person(demo.person) : null,
    point_id: demo.person ? pointOf(telling) : null,
    opened_channel: channel,
    opened_at: arrivedAt,
    arrived_at: arrivedAt,
    names_agreed: demo.namesAgreed ?? false,
    acting_for: demo.actingFor ?? null,
    ...standing(telling, arrivedAt),
  };
}

function standing({ world, demo, unit, moves }: Telling, arrivedAt: Temporal.Instant) {
  const turn = turnAfter(arrivedAt, moves, (from) => promiseOf(unit, from));
  const stands = { awaits: turn.awaits, awaits_since: turn.since, due_at: turn.dueAt };
  const over = { awaits: 'nobody', due_at: null };
  const closed = demo.events.find(({ what }) => what === 'closed');
  if (closed) return { ...stands, ...over, state: 'closed', closed_at: world.times(closed.at, unit) };
  if (!demo.mergedInto) return stands;
  const into = world.matter(demo.mergedInto);
  const merging = into.events.find((event) => event.what === 'merged' && event.other === demo.key);
  if (!merging) throw new Error(`${into.key} does not tell that ${demo.key} was merged into it`);
  return { ...stands, ...over, state: 'merged', merged_into: into.id, closed_at: world.times(merging.at, unit) };
}

function needRows({ world, demo, id, unit }: Telling): MatterRows['need'] {
  return demo.needs.map(({ organisation, service, words }, index) => ({
    id: randomUUIDv7(),
    matter_id: id,
    owner_org: unit.organisationId,
    position: index + 1,
    organisation_id: organisation ? world.places.organisation(organisation) : null,
    service_name: service ?? null,
    own_words: words,
    state: organisation ? 'directed' : 'identified',
    created_at: world.times(demo.events[0].at, unit),
  }));
}

function stepRows(telling: Telling): Row<'step'>[] {
  const { demo, unit, world, id } = telling;
  const steps = demo.steps ?? [];
  const now = steps.find((step) => !step.done);
  return steps.map((step, index) => ({
    matter_id: id,
    need_id: step.need ? needAt(telling, step.need).id : null,
    owner_org: unit.organisationId,
    position: index + 1,
    title: step.title,
    who: step.who,
    organisation_id: step.organisation ? world.places.organisation(step.organisation) : null,
    channel: step.channel ?? null,
    place: step.place ?? '',
    ...stepTimes(telling, step),
    state: step.done ? 'done' : step === now ? 'now' : 'planned',
    done_by: step.done && demo.person ? world.places.person(demo.person) : null,
  }));
}

function stepTimes({ world, unit }: Telling, { at, deadline, done }: DemoStep) {
  const time = (when: DemoStep['at']) => (when ? world.times(when, unit) : null);
  return { at: time(at), deadline_at: time(deadline), done_at: time(done) };
}
