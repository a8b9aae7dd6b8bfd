import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readApi } from '../server/api.ts';
import { anyone } from '../server/platform/http/access.ts';
import { isSchema, toJson } from '../server/platform/http/answers.ts';
import { openApi } from '../server/platform/http/openapi.ts';
import type { AnyRoute } from '../server/platform/http/route.ts';
import { instant } from '../server/platform/http/shapes.ts';
import { testDatabase } from '../server/testing/database.ts';
import { openApiFaults } from './openapi-faults.ts';

const { appUrl } = await testDatabase();
const { document, routes } = await readApi({ url: appUrl });
const committed = JSON.parse(await readFile(new URL('../openapi.json', import.meta.url), 'utf8'));
const forSites = routes.filter(({ url }) => url.startsWith('/api/v1/booking/'));
const info = { title: 'Test', version: '1', description: '-' };

test('openapi.json is what the routes say (else run npm run openapi)', () => {
  expect(committed).toEqual(JSON.parse(JSON.stringify(document)));
});

test('it is valid OpenAPI 3.1 and names every route', () => {
  expect(openApiFaults(committed)).toEqual([]);
  const operations = Object.values(committed.paths).flatMap((item) => Object.keys(item as object));
  expect(operations).toHaveLength(routes.length);
});

test('a shape that differs between request and answer has two names; moments are text in both', () => {
  const Thing = z
    .object({ at: instant.meta({ example: '2027-03-01T07:00:00Z' }), tags: z.array(z.string()).default([]) })
    .meta({ id: 'Thing' });
  const Box = z.strictObject({ thing: Thing }).meta({ id: 'Box' });
  const route: AnyRoute = {
    method: 'PUT',
    url: '/api/boxes/:id',
    summary: 'Put',
    access: anyone,
    params: z.object({ id: z.uuid() }),
    body: Box,
    answers: { 200: Box },
  };
  const made = openApi([route], info);
  const schemas = (made.components as { schemas: Record<string, { properties: Record<string, unknown>; required: string[] }> }).schemas;
  expect(Object.keys(schemas)).toEqual(['Box', 'BoxInput', 'Problem', 'Thing', 'ThingInput']);
  expect(schemas.BoxInput?.properties.thing).toEqual({ $ref: '#/components/schemas/ThingInput' });
  // What is said of a moment is said of it in the answer too.
  for (const shape of [schemas.Thing, schemas.ThingInput])
    expect(shape?.properties.at).toEqual({ type: 'string', format: 'date-time', example: '2027-03-01T07:00:00Z' });
  expect([schemas.Thing?.required, schemas.ThingInput?.required]).toEqual([['at', 'tags'], ['at']]);
  expect(openApiFaults(made)).toEqual([]);
});

test('whoever books from another site finds an example of each field that a call sends and of every whole body and answer, true to its schema', () => {
  expect(forSites.length).toBeGreaterThan(30);
  expect(forSites.flatMap((one) => exampleFaults(one).map((fault) => `${one.method} ${one.url}: ${fault}`))).toEqual([]);
});

test('the check of examples sees what it checks for', () => {
  const Good = z.object({ at: instant }).meta({ id: 'Good', example: { at: '2027-03-01T07:00:00Z' } });
  const route: AnyRoute = {
    ...{ method: 'PUT', url: '/api/v1/booking/x/:id', summary: 'Put', access: anyone },
    params: z.object({ id: z.uuid() }),
    query: z.object({ day: z.iso.date().meta({ example: 'tomorrow' }), from: z.iso.date().optional().meta({ example: '2027-03-01' }) }),
    body: z.strictObject({ n: z.int() }).meta({ example: { n: 1, more: 1 } }),
    answers: { 200: Good, 201: Good.extend({ more: z.string() }).meta({ example: { at: '2027-03-01T07:00:00Z' } }), 202: z.object({}) },
  };
  expect(exampleFaults(route)).toEqual(['id lacks an example', 'day is not as its example', 'body is not as its example', ...ofAnswers]);
  const unknown = Good.extend({}).meta({ example: { at: '2027-03-01T07:00:00Z', more: 1 } });
  expect(exampleFaults({ ...route, params: undefined, query: undefined, body: undefined, answers: { 200: unknown } })).toEqual([
    '200 is not as its example',
  ]);
});
const ofAnswers = ['201 is not as its example', '202 lacks an example'];

function exampleFaults({ params, query, body, answers }: AnyRoute): string[] {
  const fields = [params, query].flatMap((shape) => (shape instanceof z.ZodObject ? Object.entries(shape.shape as z.core.$ZodShape) : []));
  const sent = [...fields, ...(body ? [['body', body] as const] : [])].map(([name, schema]) => [name, schema as z.ZodType, takes] as const);
  const answered = Object.entries(answers).flatMap(([status, answer]) => (isSchema(answer) ? [[status, answer, gives] as const] : []));
  return [...sent, ...answered].flatMap(([name, schema, isTrue]) => {
    const example = exampleOf(schema);
    if (example === undefined) return [`${name} lacks an example`];
    return isTrue(schema, example) ? [] : [`${name} is not as its example`];
  });
}

/** An optional field has that of what it holds. */
const exampleOf = (schema: z.ZodType): unknown =>
  schema.meta()?.example ?? (schema instanceof z.ZodOptional ? exampleOf(schema.unwrap() as z.ZodType) : undefined);
const takes = (schema: z.ZodType, example: unknown): boolean => schema.safeParse(example).success;
/** The whole of an answer and nothing more: what it would be sent as. */
const gives = (schema: z.ZodType, example: unknown): boolean => {
  const read = schema.safeParse(example);
  return read.success && isDeepStrictEqual(JSON.parse(toJson(schema, read.data)), example);
};

test('two shapes of one name are refused: each would stand for the other', () => {
  const Thing = z.object({ tags: z.array(z.string()).default([]) }).meta({ id: 'Thing' });
  const ThingInput = z.strictObject({ things: z.array(Thing) }).meta({ id: 'ThingInput' });
  const route: AnyRoute = { method: 'PUT', url: '/api/things', summary: 'Put', access: anyone, body: ThingInput, answers: { 200: Thing } };
  expect(() => openApi([route], info)).toThrow('two shapes are named ThingInput');
});

test('the check sees what it checks for', () => {
  const broken = {
    openapi: '3.0.0',
    info: { title: 'x', version: '1' },
    paths: {
      '/a/{id}': { get: { operationId: 'same', responses: { 200: { content: { 'application/json': { schema: { type: 'text' } } } } } } },
      '/b/:id': { fetch: { operationId: 'same', security: [{ key: [] }], responses: {} } },
    },
    components: {
      schemas: { Thing: { type: 'object', properties: { a: { $ref: '#/components/schemas/Gone' } }, required: ['b'], nullable: true } },
    },
  };
  expect(openApiFaults(broken)).toEqual([
    'openapi is not 3.1',
    '/b/:id is no path template',
    '#/components/schemas/Gone leads nowhere',
    'operationId same is used twice',
    'get /a/{id}: response 200 is not described',
    'get /a/{id}: response 200 application/json has type text',
    'get /a/{id}: parameter id of the path is not declared',
    'fetch /b/:id: no method of HTTP',
    'fetch /b/:id: no responses',
    'fetch /b/:id: security scheme key is not declared',
    '#/components/schemas/Thing has nullable, which 3.1 has not',
    '#/components/schemas/Thing requires b, which it has not',
  ]);
});
