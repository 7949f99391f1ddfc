/** @typedef {{ median: number, min: number, max: number, count: number }} Spread */

/**
 * @param {readonly number[]} values at least one
 * @param {number} share 0 to 1
 * @returns {number} the value below which that share of the values lies (nearest rank)
 */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/**
 * @param {readonly number[]} values at least one
 * @returns {Spread}
 */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  const median = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
  return { median, min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN, count: sorted.length };
}

/** @param {number} ms milliseconds */
export const milliseconds = (ms) =>
  ms >= 2_000 ? `${(ms / 1_000).toFixed(1)} s` : `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;

/** @param {number} bytes */
export const megabytes = (bytes) => `${(bytes / 1024 / 1024).toFixed(0)} MB`;

/**
 * Prints a measurement as a ratio. Each ratio is of one pair, measured one after the other.
 * @param {string} name what was measured
 * @param {readonly { app: number, base: number }[]} pairs in the order they were measured
 * @param {{ base: string, unit: (value: number) => string }} words name of the baseline, how a value is written
 */
export function printRatio(name, pairs, { base, unit }) {
  const ratio = spread(pairs.map((pair) => pair.app / pair.base));
  const app = spread(pairs.map((pair) => pair.app));
  const baseline = spread(pairs.map((pair) => pair.base));
  console.log(
    `${name.padEnd(44)} ${ratio.median.toFixed(2).padStart(6)} x   (${ratio.min.toFixed(2)} to ${ratio.max.toFixed(2)}, n=${ratio.count})   ` +
      `${unit(app.median)} against ${unit(baseline.median)} (${base})`,
  );
}

/** @param {string} text a further value or a remark about the line above */
export function printNote(text) {
  console.log(`    ${text}`);
}
