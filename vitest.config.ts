import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';

/** The real data of the national directory stands beside the checkout or is not there; what the import does is tried without it too. */
const hasNationalData = existsSync(join(import.meta.dirname, '../shared/data/ptv/v11'));

const national = {
  test: {
    name: 'national',
    include: ['server/**/*.national.test.ts'],
    globalSetup: ['server/testing/database-server.ts'],
    environment: 'node' as const,
    testTimeout: 60_000,
    hookTimeout: 30_000,
    unstubEnvs: true,
  },
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['server/**/*.test.ts', 'tests/**/*.test.ts', 'demo/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ['e2e/**', 'node_modules/**', '**/*.mail.test.ts', '**/*.system.test.ts', '**/*.national.test.ts'],
          globalSetup: ['server/testing/database-server.ts'],
          environment: 'node',
          testTimeout: 30_000,
          hookTimeout: 30_000,
          unstubEnvs: true,
        },
      },
      {
        test: {
          // Against a real mail server, which needs Debian packages and root: `bin/test` has them, `npm test` does without.
          name: 'mail',
          include: ['server/**/*.mail.test.ts'],
          globalSetup: ['server/testing/database-server.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          unstubEnvs: true,
        },
      },
      ...(hasNationalData ? [national] : []),
      { test: { name: 'system', include: ['tests/**/*.system.test.ts'], environment: 'node', testTimeout: 60_000, hookTimeout: 60_000 } },
      { test: { name: 'web', include: ['web/**/*.test.ts'], environment: 'node' } },
    ],
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
  },
});
