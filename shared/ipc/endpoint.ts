import type { ZodType } from 'zod';

/** One call of the contract. Inputs are parsed in main before they are routed; outputs are parsed in tests and development. */
export interface Endpoint {
  readonly input: ZodType;
  readonly output: ZodType;
}

/** The endpoints of one area: exactly the names of its channel list. */
export type Area<Names extends readonly string[]> = Readonly<Record<Names[number], Endpoint>>;
