/** The part of jstat (MIT) that the statistics use; the package ships no types of its own. */
declare module 'jstat' {
  interface NormalDistribution {
    cdf(x: number, mean: number, sd: number): number;
    inv(p: number, mean: number, sd: number): number;
  }
  interface StudentDistribution {
    cdf(x: number, df: number): number;
    inv(p: number, df: number): number;
  }
  const jstat: {
    readonly normal: NormalDistribution;
    readonly studentt: StudentDistribution;
    /** Regularised incomplete beta function I_x(a, b). */
    ibeta(x: number, a: number, b: number): number;
  };
  export default jstat;
}
