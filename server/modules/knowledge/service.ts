/** What other modules ask of knowledge. */
export { addPublishedCard } from './cards/arriving.ts';
export { readCardForResidents } from './cards/residents.ts';
export { insertPackage } from './packages/queries.ts';
export { stepsOf as stepsOfPackage } from './packages/rules.ts';
export type { PackageContent } from './packages/schema.ts';
export { packageInUse } from './packages/service.ts';
export { pointsToShow } from './pages/places.ts';
export type { Search } from './search/service.ts';
export type { Entry } from './search/types.ts';
export type { ActorRow } from './support/queries.ts';
export { isAuthority } from './support/rules.ts';
export { actorInUse } from './support/service.ts';
