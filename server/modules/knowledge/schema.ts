/** What other modules' shapes are made with. */
export { adviceLevels } from './cards/schema.ts';
export type { SupportTexts } from './support/schema.ts';
