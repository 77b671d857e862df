import ts from "typescript";

/** A source file by its path below src/, such as `text/phone.ts`. */
export type Tree = Readonly<Record<string, string>>;

interface Layer {
	/** Paths below src/, without `.ts`. The first layer that fits is the file's layer. */
	readonly files: RegExp;
	/** Own files it may import. Downward only. */
	readonly own: RegExp;
	/** Like `own`, for `import type` only. */
	readonly ownTypes?: RegExp;
	/** Packages it may import. */
	readonly packages?: readonly string[];
}

const nouns = "types|errors|arithmetic";
const text = "text/(?:scripts/|tables/)?[^/]+";
const stages = "model|explain";
/** Folders of which each file is a plug-in, beside one with their interface: `scorers/scorer`, `crm/crm`. */
const folders = ["scorers", "stores", "crm", "platforms"];
const interfaceOf = (folder: string): string => `${folder}/${folder.replace(/s$/, "")}`;
const interfaces = folders.map(interfaceOf).join("|");
const plugins = `(?:${folders.join("|")})/[^/]+`;
/** What the resolver is told with, so that `resolver` itself is one resolution from top to bottom. */
const resolverParts = "options|record-set|panel|duplicates|comparing|deciding|erasure|suppression";
/** What a resolver and training have between them. */
const trainingParts = "training/(?:inside|model-file)";
const only = (...paths: readonly string[]): RegExp => new RegExp(`^(?:${paths.join("|")})$`);

/**
 * The import table, see CONTRIBUTING.md. A file that fits no row is an error: give it a row or another place.
 * Nobody imports a file of its own row unless the row says so.
 */
const layers: readonly Layer[] = [
	{ files: only(nouns), own: only() },
	{ files: only("text/phone"), own: only(nouns, text), packages: ["libphonenumber-js"] },
	{ files: only("text/distance"), own: only(nouns, text), packages: ["fastest-levenshtein"] },
	{ files: only(text), own: only(nouns, text) },
	{ files: only("reading"), own: only(nouns, text) },
	{ files: only("payload"), own: only(nouns, text, "reading") },
	{ files: only("row"), own: only(nouns, text, "reading") },
	{ files: only("schema"), own: only(nouns, text, "reading", "row"), packages: ["zod"] },
	{ files: only(interfaces), own: only(nouns, text) },
	{ files: only(stages), own: only(nouns, text), ownTypes: only(interfaces) },
	{ files: only("memory/[^/]+"), own: only(nouns, "memory/[^/]+") },
	{ files: only("details"), own: only(nouns, text, "payload") },
	{ files: only("gathering"), own: only(nouns, text, "payload", "details"), ownTypes: only(interfaceOf("platforms")) },
	...folders.map((folder) => ({
		files: only(`${folder}/[^/]+`),
		own: only(
			nouns,
			text,
			"schema",
			"payload",
			interfaceOf(folder),
			...(folder === "platforms" ? ["gathering", "details"] : []),
			...(folder === "stores" ? ["memory/[^/]+"] : []),
		),
	})),
	{ files: only("platforms"), own: only("types", "platforms/[^/]+") },
	{ files: only("statistics"), own: only() },
	{ files: only("source"), own: only(nouns) },
	{ files: only("batch"), own: only(nouns, "source") },
	{ files: only("assigning/[^/]+"), own: only(nouns, text, "assigning/[^/]+") },
	{ files: only("assurance/[^/]+"), own: only(nouns, text, "assurance/[^/]+") },
	{ files: only("proving/[^/]+"), own: only(nouns, text, "assurance/[^/]+", "proving/[^/]+") },
	{ files: only("disclosing/[^/]+"), own: only(nouns, text, "assurance/[^/]+", "disclosing/[^/]+") },
	{ files: only("trust"), own: only("(?:assurance|proving|disclosing)/[^/]+", "sinks") },
	{
		files: only("options"),
		own: only("errors", text, "model", plugins, "suppression"),
		ownTypes: only(nouns, interfaces),
	},
	{ files: only("suppression"), own: only(nouns, text) },
	{
		files: only("record-set|panel"),
		own: only("errors", "arithmetic", "schema", "model", "source", "text/hash", "suppression"),
		ownTypes: only(nouns, interfaces, "panel"),
	},
	{
		files: only("duplicates"),
		own: only(text, "record-set"),
		ownTypes: only(nouns, interfaces, "panel"),
	},
	{
		files: only("comparing"),
		own: only("model", "record-set"),
		ownTypes: only(nouns, interfaces, "panel", "duplicates"),
	},
	{ files: only("deciding"), own: only("model"), ownTypes: only(nouns) },
	{
		files: only("erasure"),
		own: only(text, "suppression"),
		ownTypes: only(nouns, interfaces, "panel", "record-set", "duplicates"),
	},
	{
		files: only(trainingParts),
		own: only("errors", "reading"),
		ownTypes: only(nouns, interfaces, stages),
	},
	{
		files: only("resolver"),
		own: only(
			nouns,
			text,
			"schema",
			"batch",
			"source",
			"assurance/[^/]+",
			interfaces,
			stages,
			plugins,
			resolverParts,
			trainingParts,
		),
	},
	{
		files: only("counterfactuals/[^/]+"),
		own: only(nouns, text, "model", "deciding", "counterfactuals/[^/]+"),
	},
	{ files: only("combining/[^/]+"), own: only(nouns, text, "schema", "combining/[^/]+"), ownTypes: only(interfaces) },
	{
		files: only("recounting/[^/]+"),
		own: only(nouns, text, "combining/order", "disclosing/[^/]+", "recounting/[^/]+"),
	},
	{ files: only("writers/writer"), own: only(nouns, text, "recounting/hand-off(?:-text)?") },
	{ files: only("writers/[^/]+"), own: only(nouns, text, "payload", "recounting/[^/]+", "writers/writer") },
	{ files: only("dossier"), own: only("recounting/[^/]+", "disclosing/policy") },
	{ files: only("sinks"), own: only(nouns, text) },
	{ files: only("crm"), own: only("combining/[^/]+", "crm/[^/]+", "writers/[^/]+", "payload") },
	{ files: only("evaluate"), own: only(nouns, "statistics", "source"), ownTypes: only("resolver") },
	{ files: only("contract"), own: only() },
	{ files: only("reader-contract"), own: only("contract", "schema"), ownTypes: only(nouns) },
	{
		files: only("crm-contract|platform-contract"),
		own: only("contract", "reader-contract"),
		ownTypes: only(interfaces),
	},
	{
		files: only("testing"),
		own: only(nouns, text, "schema", interfaces, stages, plugins, "(?:crm-|platform-|reader-)?contract"),
	},
	{
		files: only("training/[^/]+"),
		own: only(
			"errors",
			"arithmetic",
			"model",
			"schema",
			"statistics",
			"source",
			"resolver",
			"erasure",
			"training/[^/]+",
		),
		ownTypes: only(nouns, interfaces, "options"),
	},
	{ files: only("node"), own: only("node/[^/]+") },
	{
		files: only("node/[^/]+"),
		own: only(
			"errors",
			"batch",
			"source",
			"schema",
			"resolver",
			"record-set",
			"memory/bytes",
			"stores/memory",
			"node/[^/]+",
		),
		ownTypes: only(nouns, "options", "erasure"),
		packages: ["node:events", "node:fs", "node:os", "node:path", "node:timers", "node:util", "node:worker_threads"],
	},
	{ files: only("index"), own: /^(?!index$|testing$|crm$|platforms$|dossier$|trust$|sinks$|node(?:\/|$))/ },
];

/** Names from outside the language that would make the same question give another answer, elsewhere or tomorrow. */
const impureGlobals = new Set(
	[
		"process Buffer global globalThis console require module __dirname __filename", // Node
		"window self document navigator localStorage sessionStorage indexedDB", // browsers
		"fetch XMLHttpRequest WebSocket EventSource", // network
		"performance Intl", // clock, locale
		"eval Function", // code from strings, forbidden on many pages
	].flatMap((names) => names.split(" ")),
);
const impureMembers = new Set([
	"Date.now",
	// Of a text without a zone it asks for the machine's; of most texts it is the engine's own affair.
	"Date.parse",
	"Math.random",
	"crypto.getRandomValues",
	"crypto.randomUUID",
]);
/** What of `Math` ECMAScript defines to the last bit. The rest, and `**`, may differ in the last digit between engines. */
const exactMath =
	/^(?:abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc|E|LN2|LN10|LOG2E|LOG10E|PI|SQRT1_2|SQRT2)$/;
/** Methods that ask for the machine's locale or time zone. */
const localMethods =
	/^(?:localeCompare|toLocale\w+|toDateString|toTimeString|getTimezoneOffset|getYear|(?:get|set)(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds))$/;

const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/;
/** Words that say nothing about what is in a file. */
const vagueWords = /^(?:util|helper|common|manager|service|engine|builder)s?$/;
/** Files here are named after somebody's product, whatever it is called. */
const vendorFolder = /^(?:crm|platforms|writers)\//;

interface Import {
	readonly from: string;
	readonly typeOnly: boolean;
}

/** Everything in the tree that breaks a rule, one sentence each. */
export function faults(tree: Tree): string[] {
	const found: string[] = [];
	const edges = new Map<string, string[]>();
	for (const [path, source] of Object.entries(tree)) {
		const say = (fault: string): number => found.push(`${path}: ${fault}`);
		checkName(path, say);
		const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true);
		const imports = importsOf(file, say);
		checkImports(path, imports, tree, say);
		checkPurity(file, say);
		if (path === "index.ts") checkIndex(file, say);
		edges.set(
			path,
			imports.flatMap(({ from }) => resolveOwn(path, from) ?? []),
		);
	}
	found.push(...unreachable(tree));
	for (const cycle of cycles(edges)) found.push(`${cycle[0]}: imports go round in a circle: ${cycle.join(" -> ")}`);
	return found.sort();
}

type Say = (fault: string) => void;

function checkName(path: string, say: Say): void {
	const name = path.slice(path.lastIndexOf("/") + 1);
	if (!kebabCase.test(name)) say("the name is not kebab-case");
	if (vendorFolder.test(path)) return;
	const vague = path
		.replace(/\.ts$/, "")
		.split(/[/-]/)
		.filter((word) => vagueWords.test(word));
	for (const word of vague) say(`"${word}" says nothing about what is in it`);
}

function importsOf(file: ts.SourceFile, say: Say): Import[] {
	const imports: Import[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
			const from = node.moduleSpecifier;
			if (from && ts.isStringLiteral(from)) imports.push({ from: from.text, typeOnly: isTypeOnly(node) });
		} else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
			const { literal } = node.argument;
			if (ts.isStringLiteral(literal)) imports.push({ from: literal.text, typeOnly: true });
		} else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
			const [from] = node.arguments;
			if (from && ts.isStringLiteralLike(from)) imports.push({ from: from.text, typeOnly: false });
			// A thread fetches the module that the caller has named.
			else if (file.fileName !== "node/setup.ts") say("imports something that is known only when it runs");
		}
		ts.forEachChild(node, visit);
	};
	visit(file);
	return imports;
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
	if (ts.isExportDeclaration(node)) {
		const clause = node.exportClause;
		if (node.isTypeOnly) return true;
		return clause !== undefined && ts.isNamedExports(clause) && allTypes(clause.elements);
	}
	const clause = node.importClause;
	if (!clause) return false;
	if (clause.isTypeOnly) return true;
	const bindings = clause.namedBindings;
	return !clause.name && bindings !== undefined && ts.isNamedImports(bindings) && allTypes(bindings.elements);
}

const allTypes = (elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[]): boolean =>
	elements.length > 0 && elements.every(({ isTypeOnly }) => isTypeOnly);

function checkImports(path: string, imports: readonly Import[], tree: Tree, say: Say): void {
	const layer = layers.find(({ files }) => files.test(path.replace(/\.ts$/, "")));
	if (!layer) {
		say("has no row in the import table");
		return;
	}
	for (const { from, typeOnly } of imports) {
		const own = resolveOwn(path, from);
		if (own === undefined) {
			const allowed = layer.packages?.some((name) => from === name || from.startsWith(`${name}/`));
			if (!allowed) say(`may not import the package "${from}"`);
			continue;
		}
		if (!from.endsWith(".js")) say(`write "${from}" with the ending .js`);
		else if (!(own in tree)) say(`"${from}" does not exist`);
		const target = own.replace(/\.ts$/, "");
		const allowed = layer.own.test(target) || (typeOnly && layer.ownTypes?.test(target));
		if (!allowed) say(`may not import "${from}"`);
	}
}

/** The path below src/ that a relative import means; undefined for a package. */
function resolveOwn(path: string, from: string): string | undefined {
	if (!from.startsWith(".")) return undefined;
	const parts = path.split("/").slice(0, -1);
	for (const part of from.split("/")) {
		if (part === ".." && parts.length > 0) parts.pop();
		else if (part !== ".") parts.push(part);
	}
	return parts.join("/").replace(/\.js$/, ".ts");
}

/** The entry lists public names one by one; it holds no code. Types may go out together. */
function checkIndex(file: ts.SourceFile, say: Say): void {
	for (const statement of file.statements) {
		if (!ts.isExportDeclaration(statement)) say("holds something else than exports");
		else if (!statement.exportClause && !statement.isTypeOnly) say("exports everything of a file: list the names");
	}
}

/** A file's declarations, and what the names in it that come from other own files are and where they are declared. */
interface Names {
	readonly declared: ReadonlyMap<string, ts.Statement>;
	readonly imported: ReadonlyMap<string, readonly [path: string, name: string]>;
}

function namesOf(path: string, source: string): Names {
	const declared = new Map<string, ts.Statement>();
	const imported = new Map<string, readonly [string, string]>();
	for (const statement of ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true).statements) {
		const { name } = statement as ts.Statement & { readonly name?: ts.Node };
		if (name && ts.isIdentifier(name)) declared.set(name.text, statement);
		if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
		const from = resolveOwn(path, statement.moduleSpecifier.text);
		const bindings = statement.importClause?.namedBindings;
		if (from === undefined || !bindings || !ts.isNamedImports(bindings)) continue;
		for (const { name, propertyName } of bindings.elements) {
			imported.set(name.text, [from, (propertyName ?? name).text]);
		}
	}
	return { declared, imported };
}

/** What the entry exports, each as `file name`. */
function publicNames(tree: Tree): string[] {
	const entry = ts.createSourceFile("index.ts", tree["index.ts"] ?? "", ts.ScriptTarget.ES2022, true);
	return entry.statements.flatMap((statement) => {
		if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier) return [];
		const from = resolveOwn("index.ts", (statement.moduleSpecifier as ts.StringLiteral).text) as string;
		const { exportClause } = statement;
		if (exportClause && ts.isNamedExports(exportClause)) {
			return exportClause.elements.map(({ name, propertyName }) => `${from} ${(propertyName ?? name).text}`);
		}
		return [...namesOf(from, tree[from] ?? "").declared.keys()].map((name) => `${from} ${name}`);
	});
}

/**
 * Types that a public one or a public function's signature names, and that a caller cannot import. What a scorer's
 * function returns is a `Scorer` of something: that something is the scorer's own business.
 */
function unreachable(tree: Tree): string[] {
	const exported = new Set(publicNames(tree));
	return [...exported].flatMap((entry) => {
		const [path, name] = entry.split(" ") as [string, string];
		const { declared, imported } = namesOf(path, tree[path] ?? "");
		const missing = new Set<string>();
		const visit = (node: ts.Node, parent?: ts.Node): void => {
			if (ts.isBlock(node)) return;
			const isResult = parent !== undefined && ts.isFunctionDeclaration(parent) && parent.type === node;
			if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) check(node.typeName.text);
			if (ts.isExpressionWithTypeArguments(node) && ts.isIdentifier(node.expression)) check(node.expression.text);
			if (!isResult) ts.forEachChild(node, (child) => visit(child, node));
		};
		const check = (type: string): void => {
			const [from, original] = imported.get(type) ?? [path, type];
			const isOwn = imported.has(type) || declared.has(type);
			if (isOwn && !exported.has(`${from} ${original}`)) missing.add(original);
		};
		const declaration = declared.get(name);
		if (declaration) visit(declaration);
		return [...missing].map((type) => `index.ts: exports ${name} and not ${type}, which it names`);
	});
}

function checkPurity(file: ts.SourceFile, say: Say): void {
	const declared = declaredNames(file);
	const isGlobal = (node: ts.Node, name?: string): boolean =>
		ts.isIdentifier(node) && !declared.has(node.text) && (name === undefined || node.text === name);
	const visit = (node: ts.Node): void => {
		if (ts.isTypeNode(node)) return;
		if (ts.isIdentifier(node) && impureGlobals.has(node.text) && isReference(node) && isGlobal(node)) {
			say(`uses ${node.text}`);
		}
		if (ts.isPropertyAccessExpression(node)) {
			const member = `${node.expression.getText(file)}.${node.name.text}`;
			if (impureMembers.has(member) && isGlobal(node.expression)) say(`uses ${member}`);
			else if (isGlobal(node.expression, "Math") && !exactMath.test(node.name.text))
				say(`uses ${member}, which is not the same on every engine: see arithmetic.ts`);
			if (localMethods.test(node.name.text)) say(`uses .${node.name.text}(), which asks for the locale or time zone`);
		}
		if (isGlobal(node, "Math") && !ts.isPropertyAccessExpression(node.parent)) say("uses Math as a whole");
		if (isInexactPower(node)) say("uses **, which is not the same on every engine: see arithmetic.ts");
		if (ts.isNewExpression(node) && isGlobal(node.expression, "Date")) {
			if (!node.arguments?.length) say("uses new Date()");
			else if (node.arguments.length > 1) say("uses new Date() with year and month, which asks for the time zone");
		}
		if (ts.isCallExpression(node) && isGlobal(node.expression, "Date")) say("uses Date()");
		ts.forEachChild(node, visit);
	};
	visit(file);
}

/** Any power but of two by a whole number as it is written, which every engine has right. */
function isInexactPower(node: ts.Node): boolean {
	if (!ts.isBinaryExpression(node)) return false;
	const { left, operatorToken, right } = node;
	if (operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken) return true;
	if (operatorToken.kind !== ts.SyntaxKind.AsteriskAsteriskToken) return false;
	return left.getText() !== "2" || !/^-?\d+$/.test(right.getText());
}

/** Every name that the file itself gives to something. */
function declaredNames(file: ts.SourceFile): ReadonlySet<string> {
	const names = new Set<string>();
	const visit = (node: ts.Node): void => {
		const { name } = node as ts.Node & { readonly name?: ts.Node };
		const declares =
			ts.isVariableDeclaration(node) ||
			ts.isParameter(node) ||
			ts.isBindingElement(node) ||
			ts.isFunctionDeclaration(node) ||
			ts.isFunctionExpression(node) ||
			ts.isClassDeclaration(node) ||
			ts.isImportClause(node) ||
			ts.isImportSpecifier(node) ||
			ts.isNamespaceImport(node);
		if (declares && name && ts.isIdentifier(name)) names.add(name.text);
		ts.forEachChild(node, visit);
	};
	visit(file);
	return names;
}

/** False where an identifier is only the name of a member: `order.process`, `{ process: 1 }`. */
function isReference(node: ts.Identifier): boolean {
	const { parent } = node;
	if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
	if (ts.isShorthandPropertyAssignment(parent)) return true;
	if (ts.isBindingElement(parent)) return parent.initializer === node;
	const { name } = parent as ts.Node & { readonly name?: ts.Node };
	return name !== node;
}

function cycles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
	const found: string[][] = [];
	const done = new Set<string>();
	const walk = (path: string, trail: readonly string[]): void => {
		const start = trail.indexOf(path);
		if (start !== -1) {
			found.push([...trail.slice(start), path]);
			return;
		}
		if (done.has(path)) return;
		for (const next of edges.get(path) ?? []) walk(next, [...trail, path]);
		done.add(path);
	};
	for (const path of edges.keys()) walk(path, []);
	return found;
}
