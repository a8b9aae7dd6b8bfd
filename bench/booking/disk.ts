import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { round, summary } from '../contacts/load.ts';

/** About what the log of the database grows by at a commit of a booking. */
const BYTES = 8_192;
/** The file is written once beforehand and then over and over, as the database does with its log. */
const BLOCKS = 2_000;
const STALLED_MS = 10;

/**
 * What the disk alone makes of as many flushes a second as there are commits. Nothing is answered before it is on the disk, so whoever
 * books while it stands still waits as long, whatever serves them.
 */
export async function flushesAtPace(folder: string, perSecond: number, seconds: number) {
  const path = join(folder, 'flushes');
  const file = openSync(path, 'w');
  const block = Buffer.alloc(BYTES, 1);
  for (let n = 0; n < BLOCKS; n += 1) writeSync(file, block);
  fdatasyncSync(file);
  const times: number[] = [];
  const begun = performance.now();
  for (let n = 0; n < perSecond * seconds; n += 1) {
    await pause(Math.max(0, begun + (n * 1000) / perSecond - performance.now()));
    const started = performance.now();
    writeSync(file, block, 0, BYTES, (n % BLOCKS) * BYTES);
    fdatasyncSync(file);
    times.push(performance.now() - started);
  }
  closeSync(file);
  rmSync(path);
  const took = (performance.now() - begun) / 1000;
  const stalls = times.filter((time) => time > STALLED_MS);
  const stalled = stalls.reduce((sum, time) => sum + time, 0) / 1000;
  return {
    ...summary([{ times, seconds: took, failed: 0 }]),
    stalls: stalls.length,
    longest: round(Math.max(...times)),
    stalledShare: round(stalled / took),
  };
}
