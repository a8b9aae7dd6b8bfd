export { administering, byOf, recordChange } from './trail.ts';
