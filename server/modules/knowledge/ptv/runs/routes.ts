import type { FastifyInstance } from 'fastify';
import { route } from '../../../../platform/http/route.ts';
import { byOf } from '../../../identity/service.ts';
import type { StaffAccess } from '../../../identity/types.ts';
import { keyState } from '../key/service.ts';
import { steps } from '../records.ts';
import { ImportAnswer, ImportPlace, ImportRun, ImportRuns, ImportRunWithFaults, ImportStart } from './schema.ts';
import { answerRun, askForRun, type ImportDeps, listRuns, readRun } from './service.ts';
import type { Run } from './types.ts';

export function importRoutes(app: FastifyInstance, deps: ImportDeps & StaffAccess): void {
  const access = deps.staffWith('administrator', 'development-team');

  route(app, {
    method: 'GET',
    url: '/api/admin/directory-imports',
    summary: 'The latest imports of the national service directory; for those who keep what the region shares',
    access,
    answers: { 200: ImportRuns },
    handle: async (call) => {
      const runs = await listRuns(deps, byOf(call));
      return { source: await shownSource(deps), runs: runs.map(shown) };
    },
  });

  route(app, {
    method: 'POST',
    url: '/api/admin/directory-imports',
    summary: 'Import the national service directory now',
    access,
    body: ImportStart,
    answers: { 200: ImportRun },
    handle: async (call) => shown(await askForRun(deps, byOf(call), call.body.mode)),
  });

  route(app, {
    method: 'GET',
    url: '/api/admin/directory-imports/:id',
    summary: 'One import, with what it could not take',
    access,
    params: ImportPlace,
    answers: { 200: ImportRunWithFaults },
    handle: async (call) => {
      const { run, faults } = await readRun(deps, byOf(call), call.params.id);
      return { run: shown(run), faults };
    },
  });

  route(app, {
    method: 'PATCH',
    url: '/api/admin/directory-imports/:id',
    summary: 'Answer an import that would withdraw more than a tenth: go on, or leave the directory as it is',
    access,
    params: ImportPlace,
    body: ImportAnswer,
    answers: { 200: ImportRun },
    handle: async (call) => shown(await answerRun(deps, byOf(call), call.params.id, call.body.withdraw)),
  });
}

async function shownSource({ db, ptv }: ImportDeps) {
  return ptv ? { version: ptv.version, host: new URL(ptv.url).host, key: await keyState(db, ptv) } : null;
}

function shown({ position, counts, withdrawing, askedBy: _, answeredBy: __, approvedAt: ___, movedAt: ____, ...run }: Run) {
  return {
    ...run,
    step: run.endedAt ? null : (position.step ?? null),
    counts: steps.flatMap((step) => (counts[step] ? [{ step, ...counts[step] }] : [])),
    withdrawing: steps.flatMap((step) => (withdrawing[step] ? [{ step, ...withdrawing[step] }] : [])),
  };
}
