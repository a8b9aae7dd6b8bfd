export const collectingKey = (id: string) => ['collecting', id] as const;

/** done: by whoever serves · refused: the name on the document was another · over: by itself, or with the slip. */
export type Ended = (how: 'done' | 'refused' | 'over') => void;
