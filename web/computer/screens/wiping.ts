import type { App, Screen } from '../types.ts';

/** Stands until everything is forgotten: nobody sits down before. */
export const wipingScreen = ({ t }: App): Screen => ({ title: t.wiping, lead: t.wipingHint, parts: [] });
