/** `alsoCalled`: what people say when they look for it. */
type Words = { title: string; body: string; alsoCalled?: string[] };

/** A short guide (ohje): how work is done here. `point` and `organisation` by the demo's keys; neither: for everyone. */
export type DemoGuide = {
  key: string;
  kind: 'shift' | 'roles' | 'authority' | 'case' | 'threat';
  point?: string;
  organisation?: string;
  /** For a case-specific instruction: who issued it; days from the demo's today for which it holds. */
  issuer?: string;
  validForDays?: number;
  /** The body is in short paragraphs and lines that begin with a hyphen. */
  texts: { fi: Words; sv: Words; en: Words };
  version: number;
};
