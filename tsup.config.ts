import type { Options } from "tsup";

const config: Options = {
	// index, crm, platforms, dossier, trust, train, testing and node are the public ones. The others make a piece of their
	// own of what is used alone: a page that imports only `explain` loads little, not every module with a table at its top.
	entry: {
		index: "src/index.ts",
		crm: "src/crm.ts",
		platforms: "src/platforms.ts",
		dossier: "src/dossier.ts",
		trust: "src/trust.ts",
		train: "src/training/train.ts",
		testing: "src/testing.ts",
		node: "src/node.ts",
		// Not imported by name: threads begin with it.
		worker: "src/node/worker.ts",
		resolver: "src/resolver.ts",
		evaluate: "src/evaluate.ts",
		explain: "src/explain.ts",
		"what-if": "src/counterfactuals/what-if.ts",
		errors: "src/errors.ts",
		payload: "src/payload.ts",
		reader: "src/crm/crm.ts",
		combine: "src/combining/combine.ts",
	},
	format: ["esm", "cjs"],
	platform: "neutral",
	target: "es2022",
	// Both together. Without splitting every subpath gets a SameAsError class of its own; splitting without treeshake
	// sends the CommonJS build through sucrase, which renames classes and expands modern syntax.
	splitting: true,
	// `import.meta.url`, by which a thread's file is found, in CommonJS.
	shims: true,
	// No module of ours has side effects, so a chunk that is imported for nothing need not be imported.
	treeshake: { moduleSideEffects: "no-external" },
	sourcemap: true,
	clean: true,
	// tsup sets `baseUrl`, which TypeScript 6 reports as deprecated (egoist/tsup issue 1388).
	dts: {
		entry: {
			index: "src/index.ts",
			crm: "src/crm.ts",
			platforms: "src/platforms.ts",
			dossier: "src/dossier.ts",
			trust: "src/trust.ts",
			train: "src/training/train.ts",
			testing: "src/testing.ts",
			node: "src/node.ts",
		},
		compilerOptions: { ignoreDeprecations: "6.0" },
	},
};

export default config;
