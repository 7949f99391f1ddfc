/** Names of the signs from U+00A0 to U+00FF, in their order. */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo ' +
  'frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve ' +
  'Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ' +
  'ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const OTHERS =
  'amp & lt < gt > quot " apos \' ndash – mdash — hellip … lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ lsaquo ‹ rsaquo › bull • prime ′ trade ™ euro € ' +
  'minus − le ≤ ge ≥ ne ≠ asymp ≈ infin ∞ rarr → larr ← harr ↔ radic √ part ∂ sum ∑ int ∫ ' +
  'alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π rho ρ sigma σ tau τ upsilon υ ' +
  'phi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω ' +
  'OElig Œ oelig œ Scaron Š scaron š Zcaron Ž zcaron ž Ccaron Č ccaron č Cacute Ć cacute ć nacute ń sacute ś zacute ź zdot ż Lstrok Ł lstrok ł aogon ą eogon ę ' +
  'gbreve ğ Scedil Ş scedil ş inodot ı Idot İ abreve ă ecaron ě rcaron ř uring ů Yuml Ÿ';

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ...LATIN_1.split(' ').map((name, index) => [name, String.fromCodePoint(0xa0 + index)] as const),
  ...(OTHERS.match(/\S+ \S+/g) ?? []).map((pair) => {
    const [name = '', sign = ''] = pair.split(' ');
    return [name, sign] as const;
  }),
  // Text is set with ordinary blanks.
  ['nbsp', ' '] as const,
]);

const ENTITY = /&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8}\d{0,2});/gi;

/**
 * Turns `&amp;`, `&#8217;`, `&#x2019;`, `&eacute;` into the characters they stand for.
 * @param text any text
 * @returns the text; what is unknown stays
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES.get(name) ?? ENTITIES.get(name.toLowerCase()) ?? whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    const isCharacter = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? (code === 0xa0 ? ' ' : String.fromCodePoint(code)) : whole;
  });
}

/**
 * As {@link decodeEntities}, also for texts that several programs have encoded one after the other ("&amp;amp;").
 * @param text any text
 * @returns text that holds no known entity any more
 */
export function decodeAllEntities(text: string): string {
  let before = text;
  for (let round = 0; round < 5; round += 1) {
    const after = decodeEntities(before);
    if (after === before) return after;
    before = after;
  }
  return before;
}
