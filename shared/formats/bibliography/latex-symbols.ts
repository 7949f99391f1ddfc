/** Combining marks of LaTeX's accent commands. */
export const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  '"': '\u0308',
  b: '\u0331',
  c: '\u0327',
  d: '\u0323',
  G: '\u030F',
  h: '\u0309',
  H: '\u030B',
  k: '\u0328',
  r: '\u030A',
  t: '\u0361',
  u: '\u0306',
  U: '\u030E',
  v: '\u030C',
};

/** Combining marks of the accents of formulas. */
export const MATH_ACCENTS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  bar: '\u0304',
  breve: '\u0306',
  check: '\u030C',
  ddot: '\u0308',
  dot: '\u0307',
  grave: '\u0300',
  hat: '\u0302',
  overline: '\u0305',
  tilde: '\u0303',
  vec: '\u20D7',
  widehat: '\u0302',
  widetilde: '\u0303',
};

/** Commands of one sign that print a character, a space or nothing. */
export const SIGNS: Readonly<Record<string, string>> = {
  '&': '&',
  '%': '%',
  $: '$',
  '#': '#',
  _: '_',
  '{': '{',
  '}': '}',
  '\\': ' ',
  ' ': ' ',
  '\n': ' ',
  ',': ' ',
  ';': ' ',
  ':': ' ',
  '!': '',
  '-': '',
  '/': '',
  '@': '',
};

/** Commands that print something, as "name text" pairs. */
const PRINTED = `
textbackslash \\|backslash \\|textbraceleft {|textbraceright }|lbrace {|rbrace }|textasciitilde ~|textasciicircum ^|textunderscore _|textdollar $|textquotesingle '|textasciigrave \`
textquotedbl "|textless <|textgreater >|lt <|gt >|textbar ||textbullet •|bullet •|textperiodcentered ·|cdot ·|cdotp ·|dots …|ldots …|textellipsis …|cdots ⋯|textendash –|textemdash —
textquoteleft ‘|textquoteright ’|textquotedblleft “|textquotedblright ”|quotedblbase „|glqq „|grqq “|quotesinglbase ‚|guillemotleft «|guillemotright »|guillemetleft «|guillemetright »|flqq «|frqq »|lq ‘|rq ’
ss ß|SS ẞ|ae æ|AE Æ|oe œ|OE Œ|o ø|O Ø|aa å|AA Å|l ł|L Ł|i ı|j ȷ|dh ð|DH Ð|dj đ|DJ Đ|th þ|TH Þ|ng ŋ|NG Ŋ
S §|P ¶|copyright ©|textcopyright ©|textregistered ®|texttrademark ™|pounds £|textsterling £|euro €|texteuro €|EUR €|textyen ¥|textcent ¢|textdegree °|degree °|textordfeminine ª|textordmasculine º|dag †|ddag ‡|dagger †|ddagger ‡
textexclamdown ¡|textquestiondown ¿|textonehalf ½|textonequarter ¼|textthreequarters ¾|textmu µ|textonesuperior ¹|texttwosuperior ²|textthreesuperior ³|textnumero №|cyrchar 
alpha α|beta β|gamma γ|delta δ|epsilon ε|varepsilon ε|zeta ζ|eta η|theta θ|vartheta ϑ|iota ι|kappa κ|lambda λ|mu μ|nu ν|xi ξ|pi π|rho ρ|sigma σ|varsigma ς|tau τ|upsilon υ|phi φ|varphi φ|chi χ|psi ψ|omega ω
Gamma Γ|Delta Δ|Theta Θ|Lambda Λ|Xi Ξ|Pi Π|Sigma Σ|Upsilon Υ|Phi Φ|Psi Ψ|Omega Ω
times ×|texttimes ×|div ÷|pm ±|textpm ±|mp ∓|leq ≤|le ≤|geq ≥|ge ≥|neq ≠|ne ≠|approx ≈|sim ∼|simeq ≃|equiv ≡|propto ∝|infty ∞|partial ∂|nabla ∇|sum ∑|prod ∏|int ∫|in ∈|notin ∉|subset ⊂|cup ∪|cap ∩|forall ∀|exists ∃|neg ¬|wedge ∧|vee ∨|emptyset ∅
less <|greater >|Alpha Α|Beta Β|Epsilon Ε|Zeta Ζ|Eta Η|Iota Ι|Kappa Κ|Mu Μ|Nu Ν|omicron ο|Omicron Ο|Rho Ρ|Tau Τ|Chi Χ|varphi φ|log log |ln ln |exp exp |sin sin |cos cos |tan tan |max max |min min |gets ←|hyphen -
rightarrow →|to →|leftarrow ←|leftrightarrow ↔|Rightarrow ⇒|Leftarrow ⇐|Leftrightarrow ⇔|uparrow ↑|downarrow ↓|circ ∘|star ⋆|ast ∗|prime ′|ell ℓ|hbar ℏ|angle ∠|perp ⊥|parallel ∥|oplus ⊕|otimes ⊗|checkmark ✓|Re ℜ|Im ℑ|aleph ℵ|hslash ℏ
LaTeX LaTeX|LaTeXe LaTeX2e|TeX TeX|BibTeX BibTeX|newblock |relax |protect |noindent |allowbreak |nobreak |displaystyle |textstyle |scriptstyle |limits |nolimits |bgroup |egroup |newline  |linebreak  |quad  |qquad  |enspace  |thinspace  |space  |nobreakspace  |hfill  |slash /|textslash /|lbrack [|rbrack ]|langle ⟨|rangle ⟩|lvert ||rvert ||vert ||mid ||colon :|And &|hyp -|textminus −
`;

/** What a command without arguments prints. */
export const SYMBOLS: ReadonlyMap<string, string> = new Map(
  PRINTED.trim()
    .split('\n')
    .flatMap((row) => row.split(/\|(?=[A-Za-z]+ )/))
    .map((pair) => {
      const gap = pair.indexOf(' ');
      return [pair.slice(0, gap), pair.slice(gap + 1)] as const;
    }),
);

const SMALL_CAPS: readonly [string, string] = ['<span style="font-variant:small-caps;">', '</span>'];

/** Commands that give their argument a look CSL knows: tags before and after. */
export const STYLED: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['textit', ['<i>', '</i>']],
  ['emph', ['<i>', '</i>']],
  ['textsl', ['<i>', '</i>']],
  ['mkbibemph', ['<i>', '</i>']],
  ['mathit', ['<i>', '</i>']],
  ['textbf', ['<b>', '</b>']],
  ['mkbibbold', ['<b>', '</b>']],
  ['mathbf', ['<b>', '</b>']],
  ['textsc', SMALL_CAPS],
  ['textsuperscript', ['<sup>', '</sup>']],
  ['mkbibsuperscript', ['<sup>', '</sup>']],
  ['textsubscript', ['<sub>', '</sub>']],
  ['mkbibquote', ['“', '”']],
  ['enquote', ['“', '”']],
]);

/** Commands that change the look up to the end of their group. */
export const SWITCHES: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['it', ['<i>', '</i>']],
  ['em', ['<i>', '</i>']],
  ['sl', ['<i>', '</i>']],
  ['itshape', ['<i>', '</i>']],
  ['bf', ['<b>', '</b>']],
  ['bfseries', ['<b>', '</b>']],
  ['sc', SMALL_CAPS],
  ['scshape', SMALL_CAPS],
  ['rm', ['', '']],
  ['tt', ['', '']],
  ['sf', ['', '']],
  ['normalfont', ['', '']],
  ['upshape', ['', '']],
  ['small', ['', '']],
  ['cyr', ['', '']],
]);

/** Commands of which only the argument is printed. */
export const TRANSPARENT = new Set(
  (
    'text textrm texttt textsf textup textmd textnormal textln mathrm mathsf mathtt mathcal mathbb mathfrak mbox hbox url path uppercase lowercase ' +
    'MakeUppercase MakeLowercase ensuremath foreignlanguage underline uline sout hyphenation nolinkurl operatorname boldsymbol bm'
  ).split(' '),
);

/** Commands whose argument is for sorting or hidden. */
export const HIDDEN = new Set([
  'noopsort',
  'phantom',
  'hphantom',
  'vphantom',
  'switchargs',
  'label',
  'cite',
  'nocite',
  'index',
  'vspace',
  'hspace',
]);
