export { variantOf } from './messages/wording.ts';
export { readMatterNumber, sayMatterNumber } from './number.ts';
