import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '..', '..', '..');
const SOURCES = /^(electron|shared|db)\//;

/** What the sources say that needs words in every language. */
export interface SourceNames {
  /** Codes of expected failures: "library.item-missing". */
  readonly codes: ReadonlySet<string>;
  /** Names of the steps that undo and redo can name: "library.trash". */
  readonly steps: ReadonlySet<string>;
  /** Places where a name could not be read from the types. */
  readonly unread: readonly string[];
}

/** Reads the sources of the library with the compiler, so that a code behind a variable or a union is found too. */
export function readSourceNames(): SourceNames {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.node.json'), (path) => ts.sys.readFile(path)) as {
    readonly config?: unknown;
  };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const sources = fileNames.filter((path) => SOURCES.test(relativePath(path)));
  const program = ts.createProgram(sources, options);
  const reader = new NameReader(program.getTypeChecker());
  for (const path of sources) {
    const file = program.getSourceFile(path);
    if (file && !file.isDeclarationFile) reader.read(file);
  }
  return reader;
}

function relativePath(path: string): string {
  return path.slice(root.length + 1).replaceAll('\\', '/');
}

class NameReader implements SourceNames {
  readonly codes = new Set<string>();
  readonly steps = new Set<string>();
  readonly unread: string[] = [];
  readonly #checker: ts.TypeChecker;

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  read(file: ts.SourceFile): void {
    const area = /^(?:shared\/domain|electron\/library\/services)\/([a-z]+)/.exec(
      relativePath(file.fileName),
    )?.[1];
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) this.#call(node, area);
      else if (ts.isNewExpression(node) && node.expression.getText() === 'Refusal')
        this.#addCodes(node.arguments?.[0], area);
      else if (ts.isPropertyAssignment(node) && node.name.getText() === 'code')
        for (const code of this.#values(node.initializer) ?? []) if (code.includes('.')) this.codes.add(code);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }

  #call(node: ts.CallExpression, area: string | undefined): void {
    const [first] = node.arguments;
    if (ts.isIdentifier(node.expression) && node.expression.text === 'fail') this.#addCodes(first, area);
    if (
      first &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 'run' &&
      this.#checker.typeToString(this.#checker.getTypeAtLocation(node.expression.expression)) === 'CommandLog'
    )
      this.#addSteps(first);
  }

  /** A pure domain gives codes without their area; the service of that area puts it before them. */
  #addCodes(node: ts.Expression | undefined, area: string | undefined): void {
    if (!node) return;
    const values = this.#values(node);
    if (values) {
      for (const code of values)
        this.codes.add(area === undefined || code.includes('.') ? code : `${area}.${code}`);
    } else if (!/\.code\b/.test(node.getText())) this.#unreadAt(node);
    // `fail(other.error.code)` hands on a failure that was read where it began.
  }

  #addSteps(node: ts.Expression): void {
    const values = this.#values(node) ?? this.#valuesOfParameter(node);
    if (values) for (const step of values) this.steps.add(step);
    else this.#unreadAt(node);
  }

  /** The name is a parameter of the function around: what its callers in the same file give. */
  #valuesOfParameter(node: ts.Expression): readonly string[] | null {
    const declaration = this.#checker.getSymbolAtLocation(node)?.valueDeclaration;
    if (!declaration || !ts.isParameter(declaration)) return null;
    const index = declaration.parent.parameters.indexOf(declaration);
    const name = declaration.parent.name?.getText();
    const found: (readonly string[] | null)[] = [];
    const visit = (other: ts.Node): void => {
      const argument = ts.isCallExpression(other) ? other.arguments[index] : undefined;
      if (ts.isCallExpression(other) && argument && calledName(other) === name)
        found.push(this.#values(argument));
      ts.forEachChild(other, visit);
    };
    visit(node.getSourceFile());
    return found.length === 0 || found.includes(null) ? null : found.flatMap((values) => values ?? []);
  }

  /** Every text that an expression can be, or null when its type is any string. */
  #values(node: ts.Expression): readonly string[] | null {
    if (ts.isTemplateExpression(node)) {
      let texts: readonly string[] = [node.head.text];
      for (const span of node.templateSpans) {
        const middles = this.#values(span.expression);
        if (!middles) return null;
        texts = texts.flatMap((text) => middles.map((middle) => text + middle + span.literal.text));
      }
      return texts;
    }
    const type = this.#checker.getTypeAtLocation(node);
    const parts = type.isUnion() ? type.types : [type];
    const texts = parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
    return texts.length === parts.length ? texts : null;
  }

  #unreadAt(node: ts.Node): void {
    const file = node.getSourceFile();
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    this.unread.push(`${relativePath(file.fileName)}:${String(line + 1)} ${node.getText()}`);
  }
}

function calledName(call: ts.CallExpression): string {
  return ts.isPropertyAccessExpression(call.expression)
    ? call.expression.name.getText()
    : call.expression.getText();
}
