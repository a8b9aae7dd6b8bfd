/** What other modules ask of knowledge. */
export { addPublishedCard } from './cards/arriving.ts';
export { readCardForResidents } from './cards/residents.ts';
