import { sql } from 'kysely';
import type { Trx } from '../../server/platform/db/transaction.ts';
import { type DemoMapping, demoMappings } from './matters/mappings.ts';
import type { World } from './matters/telling.ts';

/** Needs mappings of the demo's matters, after the matters and their needs. */
export async function seedMappings(trx: Trx, world: World): Promise<void> {
  for (const demo of demoMappings) await insertOne(trx, world, demo);
}

async function insertOne(trx: Trx, world: World, demo: DemoMapping): Promise<void> {
  const matter = world.matter(demo.matter);
  const unit = world.places.unit(matter.unit);
  const needs = await trx
    .selectFrom('need')
    .select(['id', 'organisation_id', 'service_name', 'own_words'])
    .where('matter_id', '=', matter.id)
    .orderBy('position')
    .execute();
  const needAt = (position: number) => needs[position - 1]?.id as string;
  const needKinds = Object.fromEntries(Object.entries(demo.kinds).map(([position, kinds]) => [needAt(Number(position)), kinds]));
  const at = world.times(demo.at, unit);
  const person = world.places.person(demo.by);
  const isDone = demo.state === 'confirmed';
  const decision = isDone
    ? {
        needs: needs.map((need) => ({
          id: need.id,
          organisationId: need.organisation_id,
          serviceName: need.service_name,
          ownWords: need.own_words,
        })),
        arrangements: [],
        channel: demo.answers.channel,
        reasons: demo.reasons,
        words: '',
        chosenBy: demo.answers.chosenBy,
        steps: demo.steps.map(({ title, who, need }) => ({
          title,
          who,
          needId: need ? needAt(need) : null,
          organisationId: null,
          channel: null,
        })),
      }
    : null;
  await sql`insert into mapping (matter_id, owner_org, unit_id, person_id, point_id, state, at_group, answers, pictures, secret, decision, decided_by, decided_at,
      confirmed_how, confirmed_by, confirmed_at, started_by, started_at, changed_at, note)
    values (${matter.id}::uuid, ${unit.organisationId}::uuid, ${unit.id}::uuid, ${isDone ? person : null}::uuid, ${unit.pointId}::uuid, ${demo.state}, ${demo.group},
      ${JSON.stringify({ ...demo.answers, needKinds })}::jsonb, ${JSON.stringify(isDone ? demo.pictures : {})}::jsonb, ${!isDone},
      ${decision ? JSON.stringify(decision) : null}::jsonb, ${isDone ? person : null}::uuid, ${isDone ? at : null}::timestamptz,
      ${isDone ? demo.confirmedHow : null}, ${isDone ? person : null}::uuid, ${isDone ? at : null}::timestamptz,
      ${person}::uuid, ${at}::timestamptz, ${at}::timestamptz, ${isDone ? '' : demo.note})`.execute(trx);
}
