import type { ViteUserConfig } from "vitest/config";
import base from "../vitest.config.js";

/** The tests that hold what is mutated, without the slow suites. */
const config: ViteUserConfig = {
	resolve: base.resolve ?? {},
	test: {
		include: ["test/{model,assurance/*,disclosing/*,proving/*}.test.ts", "test/{assurance,disclosing}/**/*.test.ts"],
		testTimeout: 20_000,
	},
};

export default config;
