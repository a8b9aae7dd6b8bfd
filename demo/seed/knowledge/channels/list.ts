import type { DemoChannel } from '../types.ts';
import { eServices } from './e-services.ts';
import { forms } from './forms.ts';
import { phones } from './phones.ts';
import { places } from './places.ts';

export const channels: DemoChannel[] = [...eServices, ...phones, ...forms, ...places];
