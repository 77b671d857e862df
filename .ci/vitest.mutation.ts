import { fileURLToPath } from "node:url";
import type { ViteUserConfig } from "vitest/config";
import base from "../vitest.config.js";

/** The tests that hold what is mutated, without the slow suites. */
const config: ViteUserConfig = {
	root: fileURLToPath(new URL("..", import.meta.url)),
	resolve: base.resolve ?? {},
	test: {
		include: [
			"test/model*.test.ts",
			"test/assurance/{assurance,alerts,levels,receipt}.test.ts",
			"test/disclosing/{disclose,redaction,subject,views}.test.ts",
		],
		testTimeout: 20_000,
	},
};

export default config;
