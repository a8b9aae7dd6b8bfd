import { cityCards } from './city.ts';
import { kelaCards } from './kela.ts';
import { moreKelaCards } from './kela-more.ts';
import { populationCards } from './population.ts';
import { regionCards } from './region.ts';
import { stateCards } from './state.ts';
import type { DemoCard } from './types.ts';

export const cards: DemoCard[] = [...kelaCards, ...moreKelaCards, ...populationCards, ...stateCards, ...regionCards, ...cityCards];
