/** What other modules ask of knowledge. */
export { addPublishedCard } from './cards/arriving.ts';
export { readCardForResidents } from './cards/residents.ts';
export { insertPackage } from './packages/queries.ts';
export { stepsOf as stepsOfPackage } from './packages/rules.ts';
export type { PackageContent } from './packages/schema.ts';
export { packageInUse } from './packages/service.ts';
