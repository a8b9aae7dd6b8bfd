import type { DemoService } from '../types.ts';
import { associationServices } from './associations.ts';
import { cityEveryday } from './city-everyday.ts';
import { cityFamilies } from './city-families.ts';
import { cityLiving } from './city-living.ts';
import { healthServices } from './health.ts';
import { justiceServices } from './justice.ts';
import { familyBenefits } from './kela-family.ts';
import { healthBenefits } from './kela-health.ts';
import { livingBenefits } from './kela-living.ts';
import { studyAndMovingBenefits } from './kela-moving-on.ts';
import { pensionBenefits } from './kela-pension.ts';
import { migrationServices } from './migration.ts';
import { policeServices } from './police.ts';
import { populationServices } from './population.ts';
import { registrationServices } from './registration.ts';
import { socialServices } from './social.ts';
import { taxServices } from './tax.ts';
import { workServices } from './work.ts';

export const services: DemoService[] = [
  ...populationServices,
  ...registrationServices,
  ...policeServices,
  ...taxServices,
  ...migrationServices,
  ...justiceServices,
  ...livingBenefits,
  ...studyAndMovingBenefits,
  ...familyBenefits,
  ...healthBenefits,
  ...pensionBenefits,
  ...healthServices,
  ...socialServices,
  ...cityLiving,
  ...cityFamilies,
  ...cityEveryday,
  ...workServices,
  ...associationServices,
];
