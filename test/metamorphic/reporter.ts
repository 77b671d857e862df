import type { Reporter, TestModule } from "vitest/node";

/**
 * Prints, for each metamorphic property, on how many cases it was tried, how many told something, whether it failed
 * and what it took: processor time, which other work on the machine does not lengthen.
 */
export default class MetamorphicReporter implements Reporter {
	onTestRunEnd(modules: readonly TestModule[]): void {
		const rows = modules
			.flatMap((module) => [...module.children.allTests()])
			.filter((test) => test.meta().cases !== undefined)
			.map((test) => ({
				property: test.name,
				cases: test.meta().cases,
				telling: test.meta().telling,
				failures: test.result().state === "failed" ? 1 : 0,
				cpuSeconds: Math.round((test.meta().cpuMs ?? 0) / 1000),
			}))
			.sort((a, b) => Number.parseInt(a.property, 10) - Number.parseInt(b.property, 10));
		console.table(rows);
	}
}
