import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['server/**/*.test.ts', 'tests/**/*.test.ts', 'demo/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ['e2e/**', 'node_modules/**'],
          globalSetup: ['server/testing/database-server.ts'],
          environment: 'node',
          testTimeout: 15_000,
          hookTimeout: 30_000,
          unstubEnvs: true,
        },
      },
      { test: { name: 'web', include: ['web/**/*.test.ts'], environment: 'node' } },
    ],
    pool: 'forks',
    maxWorkers: 2,
  },
});
