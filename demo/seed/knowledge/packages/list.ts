import { childrenPackages } from './children.ts';
import { familyPackages } from './family.ts';
import { healthAndDutyPackages } from './health-and-duty.ts';
import { movingPackages } from './moving.ts';
import { overBordersPackages } from './over-borders.ts';
import { studiesAndHomePackages } from './studies-and-home.ts';
import type { DemoPackage } from './types.ts';
import { workAndMoneyPackages } from './work-and-money.ts';

/** One for each national life event. */
export const packages: DemoPackage[] = [
  ...childrenPackages,
  ...familyPackages,
  ...movingPackages,
  ...overBordersPackages,
  ...workAndMoneyPackages,
  ...studiesAndHomePackages,
  ...healthAndDutyPackages,
];
