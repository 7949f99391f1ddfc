declare module '*.dependency-cruiser.cjs' {
  import type { ICruiseOptions, IFlattenedRuleSet } from 'dependency-cruiser';

  const configuration: IFlattenedRuleSet & { readonly options: ICruiseOptions };
  export default configuration;
}
