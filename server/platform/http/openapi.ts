import { STATUS_CODES } from 'node:http';
import type { z } from 'zod';
import { isRaw, isSchema, page } from './answers.ts';
import { createSchemaBook, type JsonSchema, type SchemaBook } from './json-schemas.ts';
import { Problem } from './problems.ts';
import type { AnyRoute } from './route.ts';

export interface ApiInfo {
  title: string;
  version: string;
  description: string;
}

export type OpenApi = {
  openapi: string;
  info: ApiInfo;
  servers: { url: string }[];
  paths: Record<string, Record<string, JsonSchema>>;
  components: JsonSchema;
};

/** The OpenAPI 3.1 document of the routes, from the same declarations that validate and answer. `server`: where they are called. */
export function openApi(routes: readonly AnyRoute[], info: ApiInfo, server = '/'): OpenApi {
  const book = createSchemaBook();
  book.add(Problem, 'output');
  for (const route of routes) addSchemas(book, route);
  const paths: OpenApi['paths'] = {};
  for (const route of [...routes].sort(byAddress)) {
    const path = templateOf(route.url);
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(book, route) };
  }
  const components = { schemas: book.components(), securitySchemes: schemesOf(routes) };
  return { openapi: '3.1.1', info, servers: [{ url: server }], paths, components };
}

function addSchemas(book: SchemaBook, route: AnyRoute): void {
  for (const schema of [route.params, route.query, route.body]) if (schema) book.add(schema, 'input');
  for (const answer of Object.values(route.answers)) if (isSchema(answer)) book.add(answer, 'output');
}

function byAddress(a: AnyRoute, b: AnyRoute): number {
  const [left, right] = [`${a.url} ${a.method}`, `${b.url} ${b.method}`];
  return left < right ? -1 : 1;
}

const templateOf = (url: string) => url.replace(/:(\w+)/g, '{$1}');

function operation(book: SchemaBook, route: AnyRoute): JsonSchema {
  const parameters = [
    ...parametersOf(book, route.params, 'path'),
    ...parametersOf(book, route.query, 'query'),
    ...idempotencyHeader(route),
  ];
  return {
    operationId: operationId(route),
    summary: route.summary,
    tags: [tagOf(route.url)],
    'x-access': route.access.name,
    security: route.access.scheme ? [{ [schemeName(route.access.name)]: [] }] : [],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body ? { requestBody: requestBody(book, route, route.body) } : {}),
    responses: responses(book, route),
  };
}

/** `GET /api/matters/:id/needs` is `getMattersByIdNeeds`; what answers with a page ends in `Page`: `/search` is another thing than `/api/search`. */
function operationId({ method, url, answers }: AnyRoute): string {
  const words = url
    .split('/')
    .filter((part) => part !== '' && part !== 'api')
    .map((part) => part.replace(/^:/, 'by-'));
  return (
    method.toLowerCase() +
    words
      .flatMap((part) => part.split(/[^\w]+/))
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join('') +
    (Object.values(answers).includes(page) ? 'Page' : '')
  );
}

function tagOf(url: string): string {
  return url.split('/').find((part) => part !== '' && part !== 'api') ?? 'root';
}

function parametersOf(book: SchemaBook, schema: z.ZodType | undefined, place: 'path' | 'query'): JsonSchema[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = inlined(book, schema);
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

/** Parameters are listed one by one even where their object has a name. */
function inlined(book: SchemaBook, schema: z.ZodType): { properties?: Record<string, JsonSchema>; required?: string[] } {
  const converted = book.of(schema, 'input');
  if (typeof converted.$ref !== 'string') return converted;
  return book.components()[converted.$ref.split('/').at(-1) as string] ?? {};
}

function idempotencyHeader({ idempotency }: AnyRoute): JsonSchema[] {
  if (!idempotency) return [];
  const description =
    'Of your own making, new for each thing that is done and the same when the call is sent again: it is then done once, and answered as the ' +
    'first time (for a day). With another body it is refused (`idempotency-key-reused`).';
  const schema = { type: 'string', minLength: 16, maxLength: 100, example: '1c5b0d2e-7d1f-4d4e-9f43-6d0f6f0c8a11' };
  return [{ name: 'Idempotency-Key', in: 'header', required: idempotency === 'required', description, schema }];
}

function requestBody(book: SchemaBook, route: AnyRoute, body: z.ZodType): JsonSchema {
  const schema = book.of(body, 'input');
  const types = [
    'application/json',
    ...(route.form ? ['application/x-www-form-urlencoded'] : []),
    ...(route.uploads ? ['multipart/form-data'] : []),
  ];
  return { required: !body.safeParse(undefined).success, content: Object.fromEntries(types.map((type) => [type, { schema }])) };
}

function responses(book: SchemaBook, route: AnyRoute): JsonSchema {
  const answers = Object.entries(route.answers).map(([status, answer]) => {
    const description = STATUS_CODES[status] ?? 'Answer';
    if (isSchema(answer)) return [status, { description, content: { 'application/json': { schema: book.of(answer, 'output') } } }];
    if (isRaw(answer)) return [status, { description, content: { [answer.contentType]: { schema: { type: 'string' } } } }];
    return [status, { description }];
  });
  const problem = { 'application/problem+json': { schema: book.of(Problem, 'output') } };
  return { ...Object.fromEntries(answers), default: { description: 'A problem (RFC 9457)', content: problem } };
}

function schemesOf(routes: readonly AnyRoute[]): JsonSchema {
  return Object.fromEntries(routes.filter(({ access }) => access.scheme).map(({ access }) => [schemeName(access.name), access.scheme]));
}

const schemeName = (access: string) => access.replace(/\W+/g, '-');
