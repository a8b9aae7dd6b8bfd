export { isPicture, redraw } from './documents/files/images.ts';
export { noteHappening } from './happenings.ts';
export { lockMatterItself, lockOpen, lockToKeep } from './locking.ts';
export { variantOf } from './messages/wording.ts';
export { readMatterNumber, sayMatterNumber } from './number.ts';
export { leaveTrace } from './trace.ts';
export { takeTurn } from './turn.ts';
