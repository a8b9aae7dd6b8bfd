import type { Slide, SlideInput } from '../../../../shared/api/displays.ts';
import { pick } from '../../edit/three-way.ts';
import { missingNames, noNames } from '../../fields/missing.ts';

export type SlideKind = Slide['kind'];
export type SlideDetails = Omit<SlideInput, 'kind' | 'alt'>;

const fields = ['title', 'body', 'shownFrom', 'shownUntil', 'seconds', 'position', 'active'] as const;
export const slideDetails = (slide: Slide): SlideDetails => pick(slide, fields) as SlideDetails;

const usualSeconds = 12;
export const noSlide: SlideDetails = {
  ...{ title: noNames, body: noNames, shownFrom: null, shownUntil: null },
  ...{ seconds: usualSeconds, position: 0, active: true },
};

/** A slide of who is here has no words of its own. */
export const inputOf = (kind: SlideKind, details: SlideDetails): SlideInput =>
  kind === 'words' ? { ...details, kind, alt: null } : { ...details, kind, title: null, body: null, alt: null };

export const missingInSlide = (kind: SlideKind, { title }: Partial<SlideDetails>) =>
  kind === 'words' ? missingNames('title', title ?? noNames) : [];
