/** Kept where every policy can reach them, below the directory. */
export { type Role, roles } from '../identity/types.ts';
