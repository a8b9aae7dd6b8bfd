import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long, so that none of them is begun last and the other worker is left without work. */
const long = ['tests/attacks/bodies.test.ts', 'tests/attacks/foreign.test.ts', 'server/platform/db/embedded.test.ts'];

/** As usual within the others: larger ones first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = long.findIndex((file) => moduleId.endsWith(file));
  return place < 0 ? long.length : place;
}
