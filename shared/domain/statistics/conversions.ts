import { normalCdf } from './distributions';

/** F23: the same standardised difference as four pictures. */
export interface EffectPictures {
  /** Share of the comparison group below the average of the other. */
  readonly u3: number;
  /** Chance that a random member of one group is above a random member of the other. */
  readonly commonLanguage: number;
  readonly overlap: number;
  /** WWC improvement index in percentile points for an average pupil. */
  readonly improvementIndex: number;
}

/**
 * F23: U3 = Φ(d), CLES = Φ(d/√2), OVL = 2Φ(-|d|/2), improvement = 100(Φ(d) - .5).
 * @param d a between-group standardised difference
 */
export function effectPictures(d: number): EffectPictures {
  return {
    u3: normalCdf(d),
    commonLanguage: normalCdf(d / Math.SQRT2),
    overlap: 2 * normalCdf(-Math.abs(d) / 2),
    improvementIndex: 100 * (normalCdf(d) - 0.5),
  };
}

/**
 * F23: d = ln OR · √3 / π.
 * @param oddsRatio above 0
 */
export function oddsRatioToD(oddsRatio: number): number {
  return (Math.log(oddsRatio) * Math.sqrt(3)) / Math.PI;
}

/**
 * F23: r = d / √(d² + 4), for groups of equal size.
 * @param d standardised difference
 */
export function dToR(d: number): number {
  return d / Math.sqrt(d ** 2 + 4);
}
