import { existsSync, readFileSync } from 'node:fs';

/** Adds up the results of the test runners: prints "N passed, N failed" and exits with 1 unless everything ran and passed. */
const [stepFailed, vitestFile, journeysFile] = process.argv.slice(2);
const vitest = read(vitestFile) as { numPassedTests?: number; numFailedTests?: number; numPendingTests?: number };
const journeys = (read(journeysFile) as { stats?: { expected: number; unexpected: number; flaky: number; skipped: number } }).stats;

const passed = (vitest.numPassedTests ?? 0) + (journeys?.expected ?? 0);
// A flaky journey is a broken one, and a skipped test proves nothing.
const failures =
  (vitest.numFailedTests ?? 0) + (vitest.numPendingTests ?? 0) + (journeys ? journeys.unexpected + journeys.flaky + journeys.skipped : 0);
const complete = vitest.numPassedTests !== undefined && journeys !== undefined;
const failed = failures + (stepFailed === '1' && failures === 0 ? 1 : 0) + (complete ? 0 : 1);

process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

function read(file: string | undefined): unknown {
  return file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
