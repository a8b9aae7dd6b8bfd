/** What other modules' shapes are made with. */
export { adviceLevels } from './cards/schema.ts';
