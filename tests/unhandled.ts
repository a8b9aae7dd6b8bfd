import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** Errors that no test caught fail the run although every test passes; the JSON report leaves them out, so that `bin/test-sum.ts` could not name them. */
export default class Unhandled implements Reporter {
  onTestRunEnd(_modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const file = process.env.VITEST_UNHANDLED;
    if (file) writeFileSync(file, JSON.stringify(errors.map(told)));
  }
}

/** The test that ran when it came, where Vitest knows it, and the first lines of the stack. */
function told(error: SerializedError): string {
  const where = [error.VITEST_TEST_PATH, error.VITEST_TEST_NAME].filter(Boolean).join(' > ');
  return `${where || 'outside the tests'}: ${(error.stack ?? error.message ?? '').split('\n').slice(0, 6).join(' ').slice(0, 800)}`;
}
