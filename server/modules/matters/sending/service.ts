export { nextAttempt, withPatience } from './attempts.ts';
export { startLoop } from './loop.ts';
