/** The validator of the library ro-crate, which its own types leave out. */
declare module 'ro-crate/lib/validator.js' {
  export class Validator {
    readonly result: unknown;
    parseJSON(json: string): void;
    validate(): Promise<void>;
  }
}
