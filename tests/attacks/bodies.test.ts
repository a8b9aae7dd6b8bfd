import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openApi } from '../../server/platform/http/openapi.ts';
import { routesOf } from '../../server/platform/http/route.ts';
import { anApp } from '../../server/testing/app.ts';
import { testDatabase } from '../../server/testing/database.ts';
import { type Mutation, objectsOf, odditiesOf, placesOf, put, textsRefused, unknownFields } from './mutations.ts';
import type { Line } from './route-line.ts';
import { addressOf, lines } from './routes-table.ts';
import { aWorld, type World } from './world.ts';

type Json = Record<string, unknown>;

const database = await testDatabase();
const service = await anApp(database);
const document = openApi(routesOf(service.app), { title: 'Polku', version: '1', description: '-' });
const schemas = (document.components as { schemas: Json }).schemas;
const withBody = Object.keys(lines).filter((route) => lines[route]?.body);

test.each(withBody)(
  '%s refuses unknown fields, zero characters and broken text, and never fails on the rest',
  { timeout: 60_000 },
  async (route) => {
    const line = lines[route] as Line;
    const schema = schemaOf(route);
    const places = placesOf(schema, schemas);
    let world = await aWorld(service);
    const body = () => line.body?.(world);
    const refused = [
      ...objectsOf(schema, schemas).flatMap((path) => unknownFields(body(), path)),
      ...places.filter((place) => place.schema.type === 'string').flatMap((place) => textsRefused(body(), place)),
    ];
    for (const mutation of refused) expect([mutation.what, (await send(route, world, mutation)).status]).toEqual([mutation.what, 422]);
    for (const { path, value } of odditiesOf(places)) {
      const { status, text } = await send(route, world, { what: 'odd', body: put(body(), path, value) });
      expect.soft([path.join('.'), shortly(value), status < 500], text).toEqual([path.join('.'), shortly(value), true]);
      if (status < 300 && USED_UP.has(route)) world = await aWorld(service);
      if (status < 300 && line.ids) await forgetVersions(world);
    }
    // What all of that left in order shows that it came as far as a thing that was there; else a fresh world shows it.
    const asItShouldBe = () => send(route, world, { what: 'as it should be', body: body() });
    const there = await asItShouldBe();
    expect(there.status, there.text).toBeLessThan(500);
    if (!line.allowed && there.status < 300) return;
    world = await aWorld(service);
    const allowed = await asItShouldBe();
    if (line.allowed) expect(allowed.status, allowed.text).toBe(line.allowed);
    else expect(allowed.status, allowed.text).toBeLessThan(300);
  },
);

/** What works only once, so that after it a fresh world is needed. */
const USED_UP = new Set(
  ['requests', 'shares', 'splits', 'merges', 'hand-overs']
    .map((of) => `POST /api/matters/:id/${of}`)
    .concat('POST /api/requests/:id/entries'),
);

async function forgetVersions({ matter, version, contact, customer }: World): Promise<void> {
  const { db } = service.polku.desk;
  await sql`with c as (update contact set version = 1 where id = ${contact}::uuid), k as (update customer set version = 1 where id = ${customer}::uuid)
    update matter set version = ${version} where id = ${matter}::uuid`.execute(db);
}

const shortly = (value: unknown): string => JSON.stringify(value).slice(0, 60);

async function send(route: string, world: World, { body }: Mutation) {
  const line = lines[route] as Line;
  const { method, url } = addressOf(route, line.ids?.(world));
  return world.callers[line.rightful].call(method, url, body, line.headers?.());
}

function schemaOf(route: string): Json {
  const [method = '', url = ''] = route.split(' ');
  const path = url.replace(/:(\w+)/g, '{$1}');
  const operation = (document.paths as Record<string, Record<string, Json>>)[path]?.[method.toLowerCase()] as Json;
  const { content } = operation.requestBody as { content: Record<string, { schema: Json }> };
  return content['application/json']?.schema as Json;
}

test('a change names what it changes: no default stands in for what it leaves out', () => {
  const changing = routesOf(service.app).filter(({ method, body }) => method === 'PATCH' && body instanceof z.ZodObject);
  expect(changing.length).toBeGreaterThan(10);
  const standIns = changing.flatMap(({ url, body }) =>
    Object.entries((body as z.ZodObject).shape).flatMap(([name, field]) => (hasDefault(field as z.ZodType) ? [`${url} ${name}`] : [])),
  );
  expect(standIns).toEqual([]);
  expect(hasDefault(z.string().default('').optional())).toBe(true);
});

function hasDefault(schema: z.ZodType): boolean {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) return true;
  return 'innerType' in schema.def && hasDefault(schema.def.innerType as z.ZodType);
}
