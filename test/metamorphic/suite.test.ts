import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { properties } from "./suite.js";

const here = new URL("./", import.meta.url);

it("tries each of the 32 properties once", () => {
	const files = readdirSync(here).filter((file) => file.endsWith(".property.test.ts"));
	const tried = files.flatMap((file) =>
		[...readFileSync(new URL(file, here), "utf8").matchAll(/^holds\(\s*(\d+),/gm)].map(([, number]) => Number(number)),
	);
	expect(tried.sort((a, b) => a - b)).toEqual(Array.from({ length: 32 }, (_, index) => index + 1));
	expect(Object.keys(properties).map(Number)).toEqual(tried);
});
