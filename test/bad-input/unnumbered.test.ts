/** Bad input beside the sixty: found later, each with its result. */
import { describe, expect, it } from "vitest";
import { limits } from "../../src/text/unicode.js";
import { takeIn } from "./doors.js";

const trap = (): never => {
	throw new Error("secret@example.com");
};

describe("cells", () => {
	it("a telephone number that a spreadsheet has rounded is left out", async () => {
		const { resolver, codes } = await takeIn({ name: "Todd Defren", phone: "5.03556E+09" });
		expect(resolver.get("1")?.phones).toEqual([]);
		expect(codes).toEqual(["SHAPE phone"]);
	});

	it("a cell of many addresses is read up to the cap, one of thousands not at all", async () => {
		const many = Array.from({ length: 200 }, (_, index) => `t${index}@example.com`).join(";");
		const { resolver, codes } = await takeIn({ email: many });
		expect(resolver.get("1")?.emails).toHaveLength(limits.contacts);
		expect(codes).toEqual(["LIMIT emails"]);
		expect((await takeIn({ name: "Todd", email: "t@example.com;".repeat(10_000) })).codes).toEqual(["LIMIT email"]);
	});
});

describe("rows", () => {
	it("one with a hundred thousand columns is read by its exact keys", async () => {
		const wide: Record<string, unknown> = { id: "1", name: "Todd" };
		for (let index = 0; index < 100_000; index++) wide[`First Name ${index}`] = "x";
		expect((await takeIn(wide)).resolver.get("1")?.names).toEqual([{ full: "Todd" }]);
	});

	it("one whose keys cannot be listed is read by its exact keys", async () => {
		const shy = new Proxy({ id: "1", name: "Todd", "E-Mail": "todd@example.com" }, { ownKeys: trap });
		const { resolver, codes } = await takeIn(shy);
		expect(resolver.get("1")).toMatchObject({ names: [{ full: "Todd" }], emails: [] });
		expect(codes).toEqual([]);
	});

	it("a column whose getter throws costs that column", async () => {
		const row = Object.defineProperty({ id: "1", "Last Name": "Defren" }, "E-Mail", { get: trap, enumerable: true });
		const { resolver, codes } = await takeIn(row);
		expect(resolver.get("1")).toMatchObject({ names: [{ family: "Defren" }], emails: [] });
		expect(codes).toEqual(["SHAPE email"]);
	});
});

describe("objects", () => {
	it("a refusal of consent that cannot be read counts as one", async () => {
		const consent = { doNotCall: { valueOf: trap }, doNotEmail: Promise.resolve(false) };
		const { resolver } = await takeIn({ name: "Todd", consent });
		expect(resolver.get("1")?.consent).toEqual({ doNotCall: true, doNotEmail: true });
	});

	it("promises are not waited for", async () => {
		const { resolver, codes } = await takeIn({
			name: "Todd",
			phone: Promise.resolve("1"),
			title: Promise.resolve("CEO"),
		});
		expect(resolver.get("1")).toMatchObject({ phones: [] });
		expect(codes).toEqual(["SHAPE title", "SHAPE phone"]);
	});

	it("a list that lies about its length is not read", async () => {
		const list = new Proxy(["todd@example.com"], {
			get: (target, key) => (key === "length" ? Number.NaN : Reflect.get(target, key)),
		});
		const { resolver, codes } = await takeIn({ name: "Todd", emails: list });
		expect(resolver.get("1")?.emails).toEqual([]);
		expect(codes).toEqual(["LIMIT emails"]);
	});

	it("an interaction that is the record itself is one without a channel", async () => {
		const circle: Record<string, unknown> = { id: "1", name: "Todd" };
		circle["interactions"] = [circle];
		expect((await takeIn(circle)).resolver.get("1")?.interactions).toEqual([{ id: "1", channel: "other" }]);
	});
});
