import { expect, test } from 'vitest';
import { z } from 'zod';
import { readApi } from '../server/api.ts';
import { anyone } from '../server/platform/http/access.ts';
import type { AnyRoute } from '../server/platform/http/route.ts';
import { testDatabase } from '../server/testing/database.ts';

const { appUrl } = await testDatabase();
const { routes, known } = await readApi({ url: appUrl });

/** Routes the framework or a protocol library adds by itself, with the reason. */
const UNDECLARED = new Set<string>([]);

/** What a route lacks of access, words, answers and shapes. */
function faultsOf(route: AnyRoute): string[] {
  const faults: string[] = [];
  const statuses = Object.keys(route.answers).map(Number);
  const takesBody = route.method !== 'GET' && route.method !== 'DELETE';
  if (!route.access?.name || typeof route.access.admit !== 'function') faults.push('no access');
  if (!/^[A-Z].{3,}/.test(route.summary) || route.summary.endsWith('.')) faults.push('no summary of one line');
  if (statuses.length === 0 || statuses.some((status) => status < 200 || status > 599)) faults.push('no answer');
  if (!statuses.some((status) => status < 400)) faults.push('only refusals are declared');
  if (/:\w+/.test(route.url) && !route.params) faults.push('parameters without a schema');
  if (takesBody && route.uploads && !route.body) faults.push('a form without a schema');
  if (route.access === anyone && route.method !== 'GET' && !route.limit)
    faults.push('anyone may change something without a limit of its own');
  return faults;
}

const nameOf = ({ method, url }: AnyRoute) => `${method} ${url}`;
const faultyOnes = (all: readonly AnyRoute[]) => all.flatMap((route) => faultsOf(route).map((fault) => `${nameOf(route)}: ${fault}`));

/** Fastify adds HEAD to each GET; whatever else nobody declared has no access, no schema and no line in the document. */
function undeclared(all: readonly string[], declared: readonly AnyRoute[]): string[] {
  const names = new Set(declared.map(nameOf));
  return all.filter((name) => !names.has(name.replace(/^HEAD /, 'GET ')) && !UNDECLARED.has(name));
}

test('every route has an access, a summary and a schema for all it takes and answers', () => {
  expect(routes.length).toBeGreaterThan(10);
  expect(faultyOnes(routes)).toEqual([]);
});

test('no route is added past the declaration', () => {
  expect(known.length).toBeGreaterThanOrEqual(routes.length);
  expect(undeclared(known, routes)).toEqual([]);
});

test('no two routes have one address, and no summary says the same twice', () => {
  const names = routes.map(nameOf);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('the guard sees what it guards against', () => {
  const bad = {
    method: 'POST',
    url: '/api/things/:id',
    summary: 'do',
    access: anyone,
    answers: { 404: z.object({}) },
    uploads: { maxFiles: 1, maxBytes: 1 },
  };
  expect(faultsOf(bad as AnyRoute)).toEqual([
    'no summary of one line',
    'only refusals are declared',
    'parameters without a schema',
    'a form without a schema',
    'anyone may change something without a limit of its own',
  ]);
  expect(faultsOf({ ...bad, access: {} } as unknown as AnyRoute)).toContain('no access');
  expect(undeclared(['GET /api/x', 'HEAD /api/x', 'GET /hidden'], [{ method: 'GET', url: '/api/x' } as unknown as AnyRoute])).toEqual([
    'GET /hidden',
  ]);
});
