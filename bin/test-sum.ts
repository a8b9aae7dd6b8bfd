import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Adds up the results of the test runners: names what failed, why, prints "N passed, N failed" and exits with 1 unless everything ran and passed. */
type Vitest = {
  numPassedTests?: number;
  numFailedTests?: number;
  numPendingTests?: number;
  testResults?: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
};
type Journey = { title: string; file: string; ok: boolean; tests: { results: { status: string; errors?: { message?: string }[] }[] }[] };
type Suite = { specs?: Journey[]; suites?: Suite[] };
type Journeys = { stats?: { expected: number; unexpected: number; flaky: number; skipped: number }; suites?: Suite[] };

const [results = '.', ...failedSteps] = process.argv.slice(2);
const vitest: Vitest = read('vitest.json');
const journeys: Journeys = read('journeys.json');
const unhandled: string[] = Object.values(read<string[]>('unhandled.json'));
const stats = journeys.stats;

const passed = (vitest.numPassedTests ?? 0) + (stats?.expected ?? 0);
// A flaky journey is a broken one, and a skipped test proves nothing.
const failures =
  (vitest.numFailedTests ?? 0) + (vitest.numPendingTests ?? 0) + (stats ? stats.unexpected + stats.flaky + stats.skipped : 0);
const complete = vitest.numPassedTests !== undefined && stats !== undefined;
const failed = failures + (failedSteps.length > 0 && failures === 0 ? 1 : 0) + (complete ? 0 : 1);

// Last, where whoever reads only the end of a long log finds them.
for (const step of failedSteps) process.stdout.write(`FAILED step ${step.slice(0, 80)}\n`);
for (const line of [...failedTests(), ...failedJourneys()]) process.stdout.write(`FAILED ${line}\n`);
for (const line of unhandled) process.stdout.write(`UNHANDLED ${line}\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

function failedTests(): string[] {
  return (vitest.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status !== 'passed');
    if (tests.length > 0) return tests.map((test) => told(name, test.fullName, test.failureMessages?.[0]));
    return status === 'passed' ? [] : [told(name, 'the whole file', message)];
  });
}

function failedJourneys(): string[] {
  const specs = (suite: Suite): Journey[] => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  return (journeys.suites ?? [])
    .flatMap(specs)
    .filter((spec) => !spec.ok)
    .map((spec) =>
      told(spec.file, spec.title, spec.tests.flatMap((test) => test.results.flatMap((result) => result.errors ?? [])).at(0)?.message),
    );
}

/** One line a failure: where it stands, which it is and the first lines of why. */
function told(file: string, title: string, why = ''): string {
  const reason = why.split('\n').slice(0, 3).join(' ').slice(0, 400);
  return `${file.replace(`${process.cwd()}/`, '')} > ${title}: ${reason}`;
}

function read<Results>(name: string): Results {
  const file = join(results, name);
  return (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Results;
}
