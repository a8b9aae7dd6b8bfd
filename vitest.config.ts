import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['server/**/*.test.ts', 'tests/**/*.test.ts', 'demo/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ['e2e/**', 'node_modules/**', '**/*.mail.test.ts', '**/*.system.test.ts'],
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
      { test: { name: 'system', include: ['tests/**/*.system.test.ts'], environment: 'node', testTimeout: 60_000, hookTimeout: 60_000 } },
      { test: { name: 'web', include: ['web/**/*.test.ts'], environment: 'node' } },
    ],
    pool: 'forks',
    maxWorkers: 2,
  },
});
