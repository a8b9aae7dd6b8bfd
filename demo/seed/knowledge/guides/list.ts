import { pointGuides } from './at-the-point.ts';
import { roleGuides } from './roles-and-authorities.ts';
import type { DemoGuide } from './types.ts';

export const guides: DemoGuide[] = [...pointGuides, ...roleGuides];
