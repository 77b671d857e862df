import { describe, expect, it } from "vitest";
import { exchangeOf, isOwnAddress, readMailboxes } from "../../src/text/mailbox.js";

describe("readMailboxes", () => {
	it.each<[string, (string | undefined)[]]>([
		['"Costa, Ana" <Ana.Costa+bills@example.com>', ["Ana Costa", "Ana.Costa+bills@example.com"]],
		["Ana Costa <ana@example.com>", ["Ana Costa", "ana@example.com"]],
		["ana@example.com", [undefined, "ana@example.com"]],
		["<ana@example.com>", [undefined, "ana@example.com"]],
		['"ana@example.com" <ana@example.com>', [undefined, "ana@example.com"]],
		['"Cedar Labs, Inc." <hello@example.org>', ["Cedar Labs, Inc.", "hello@example.org"]],
		['"Ana Costa, team lead" <ana@example.com>', ["Ana Costa, team lead", "ana@example.com"]],
		['"costa, ana" <ana@example.com>', ["ana costa", "ana@example.com"]],
		["=?UTF-8?Q?Keller=2C_J=C3=BCrg?= <jk@example.net>", ["Jürg Keller", "jk@example.net"]],
		['"Ana \\"Nita\\" Costa" <ana@example.com>', ["Ana Nita Costa", "ana@example.com"]],
	])("%s", (header, [name, address]) => {
		expect(readMailboxes(header)).toEqual([name === undefined ? { address } : { name, address }]);
	});

	it("reads lists and groups, and passes over what is no address", () => {
		const header = 'Team: "Costa, Ana" <ana@example.com>, bruno@example.org; undisclosed, <x>';
		expect(readMailboxes(header).map(({ address }) => address)).toEqual(["ana@example.com", "bruno@example.org"]);
	});
});

describe("isOwnAddress", () => {
	const own = ["help@example.org", "@example.net", "example.com"];
	it.each([
		["Help+case7@example.org", true],
		["ana@example.org", false],
		["anyone@example.net", true],
		["anyone@mail.example.com", true],
		["anyone@notexample.com", false],
		["no address", false],
	])("%s: %s", (address, expected) => expect(isOwnAddress(address, own)).toBe(expected));
});

describe("exchangeOf", () => {
	const ana = { name: "Ana Costa", address: "ana@example.com" };
	const help = { address: "help@example.org" };
	const bruno = { address: "bruno@example.net" };
	const own = ["example.org"];
	it("is inbound from an outsider, whoever received it", () => {
		expect(exchangeOf({ from: ana, to: [bruno] }, own)).toMatchObject({ direction: "inbound", with: [ana] });
	});
	it("is outbound to each outsider", () => {
		expect(exchangeOf({ from: help, to: [ana, help, bruno] }, own)).toMatchObject({
			direction: "outbound",
			with: [ana, bruno],
		});
	});
	it("is inbound from whoever filled in a form, which the firm's own site sends", () => {
		expect(exchangeOf({ from: help, to: [help], replyTo: ana }, own)).toMatchObject({
			direction: "inbound",
			with: [ana],
			author: ana,
		});
	});
	it("is nobody's among colleagues", () => {
		expect(exchangeOf({ from: help, to: [help] }, own)).toMatchObject({ direction: "internal", with: [] });
	});
	it("has no direction where nobody is known as the firm's own", () => {
		expect(exchangeOf({ from: ana, to: [help] }, []).direction).toBeUndefined();
	});
});
