import { fileURLToPath } from "node:url";
import type { ViteUserConfig } from "vitest/config";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const slow = ["test/metamorphic/**", "test/fuzz/**"];

const config: ViteUserConfig = {
	// The public names mean the sources, as in tsconfig.json.
	resolve: {
		alias: [
			{ find: /^sameas$/, replacement: here("./src/index.ts") },
			{ find: /^sameas\/crm$/, replacement: here("./src/crm.ts") },
			{ find: /^sameas\/platforms$/, replacement: here("./src/platforms.ts") },
			{ find: /^sameas\/dossier$/, replacement: here("./src/dossier.ts") },
			{ find: /^sameas\/trust$/, replacement: here("./src/trust.ts") },
			{ find: /^sameas\/train$/, replacement: here("./src/training/train.ts") },
			{ find: /^sameas\/testing$/, replacement: here("./src/testing.ts") },
			{ find: /^sameas\/node$/, replacement: here("./src/node.ts") },
		],
	},
	test: {
		// By default one core is left to others.
		maxWorkers: "100%",
		projects: [
			{
				extends: true,
				test: {
					name: "unit",
					include: ["test/**/*.test.ts", "examples/**/*.test.ts"],
					// CI runs what tries thousands of cases apart, without coverage.
					exclude: ["test/package/**", ...(process.env["SAMEAS_SUITES"] === "apart" ? slow : [])],
					testTimeout: 20_000,
					typecheck: {
						enabled: true,
						include: ["test/**/*.test-d.ts"],
						tsconfig: "./tsconfig.json",
						// `npm run typecheck` reports errors in the sources, once.
						ignoreSourceErrors: true,
					},
				},
			},
			{
				extends: true,
				test: {
					name: "package",
					include: ["test/package/**/*.test.ts"],
					globalSetup: "test/package/setup.ts",
					testTimeout: 120_000,
					hookTimeout: 180_000,
				},
			},
		],
		coverage: {
			provider: "v8",
			include: ["src/**/*.ts"],
			reporter: ["text-summary", "html", "json-summary"],
			thresholds: { lines: 90, functions: 90, statements: 90, branches: 85 },
		},
	},
};

export default config;
