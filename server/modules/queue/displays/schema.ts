import { z } from 'zod';
import { id } from '../../../platform/http/shapes.ts';
import { Names } from '../../directory/schema.ts';
import { displayLanguages, Way } from '../devices/schema.ts';
import { HereThen } from '../presence/schema.ts';
import { ShownSlide } from '../slides/schema.ts';

const direction = z.enum(['left', 'right', 'ahead', 'back', 'up', 'down']).nullable();

/** A call as everybody may see it. */
export const ShownCall = z
  .object({
    code: z.string(),
    counter: z.object({ id, name: Names, direction }),
    at: z.iso.datetime(),
    calls: z.int(),
    language: z.string(),
    appointment: z.boolean(),
    /** Called and not yet there. */
    isNow: z.boolean(),
  })
  .meta({ id: 'ShownCall' });

export const DisplayView = z
  .object({
    point: z.object({ name: Names, zone: z.string() }),
    now: z.iso.datetime(),
    shows: z.enum(['all', 'tickets', 'appointments']),
    speaks: z.boolean(),
    /** The latest first. */
    calls: z.array(ShownCall),
    /** The first is the largest. */
    languages: displayLanguages,
    /** Slides say one language at a time, else all at once. */
    byTurns: z.boolean(),
    /** The way to counters from where this display hangs, where it is not as the counter says. */
    ways: z.array(Way),
    slides: z.array(ShownSlide),
    /** Which authorities are here today, where and when; no counter, which would tell of those called there. */
    today: z.array(HereThen.omit({ organisationId: true })),
  })
  .meta({ id: 'DisplayView' });

/** Addresses of sounds. */
export const SpokenCall = z.object({ sounds: z.array(z.string()) }).meta({ id: 'SpokenCall' });

export type ShownCall = z.infer<typeof ShownCall>;
export type DisplayView = z.infer<typeof DisplayView>;
