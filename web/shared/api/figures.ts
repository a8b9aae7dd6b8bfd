import type { z } from 'zod';
import type * as figures from '../../../server/modules/queue/figures/schema.ts';
import { request } from './request.ts';

/** As they go over the wire. */
export type Figures = z.input<typeof figures.Figures>;
export type FigureGroup = Figures['steps'];
/** Days as `2026-11-22`, both included. */
export type FigurePeriod = { from: string; until: string };

/** Minutes within which everybody should be called. */
export type FigureTarget = 10 | 15 | 20 | 30;

const address = (pointId: string, { from, until }: FigurePeriod, target: FigureTarget, as: 'figures' | 'figures.csv') =>
  `/api/queue/points/${pointId}/${as}?from=${from}&until=${until}&target=${target}`;

export const readFigures = (pointId: string, period: FigurePeriod, target: FigureTarget) =>
  request<Figures>('GET', address(pointId, period, target, 'figures'));
export const figuresTable = (pointId: string, period: FigurePeriod, target: FigureTarget) =>
  address(pointId, period, target, 'figures.csv');
export const readVisitedPoints = () => request<z.input<typeof figures.VisitedPoints>>('GET', '/api/queue/visited-points');
