export type { FieldFault } from './form-parts.ts';
export type { Help, View } from './view.ts';
