import { describe, expect, it } from "vitest";
import { isPlaceholderName, isUnknownCell, isUnknownWord } from "../../src/text/placeholder.js";

describe("what means not known", () => {
	it.each(["n/a", "#N/A", "-", "\u2013", "???", "None", "unknown", "NULL", "(blank)"])("%s anywhere", (text) => {
		expect([isUnknownWord(text), isUnknownCell(text)]).toEqual([true, true]);
	});
	it.each(["Null", "Na", "NA", "Nan", "No", "nil"])("%s in a cell for an address, but not as a name", (text) => {
		expect([isUnknownWord(text), isUnknownCell(text)]).toEqual([false, true]);
	});
	it.each(["Ana", "0", "N. A. Costa", "Nonesuch", "-".repeat(100)])("%s is something", (text) => {
		expect([isUnknownWord(text), isUnknownCell(text)]).toEqual([false, false]);
	});
});

describe("names that fill a field", () => {
	it.each(["Test Test", "TEST, User", "no name", "No-Name", "First Name Last Name"])("%s is nobody", (name) =>
		expect(isPlaceholderName(name)).toBe(true),
	);
	it.each([
		["Test", "Test"],
		["no", "Name"],
		["First Name", "last name"],
	])("%s and %s is nobody", (given, family) => expect(isPlaceholderName(given, family)).toBe(true));
	it.each([
		["Ana", "Test"],
		["", "Test Test"],
		["Test", ""],
		["Unity", "Unknown"],
	])("%s and %s may be somebody", (given, family) => expect(isPlaceholderName(given, family)).toBe(false));
	it.each(["Test", "Ana Test", "Na Na", "Noname Jones", "Unity Unknown", "Customer Service", "John Doe"])(
		"%s may be somebody",
		(name) => expect(isPlaceholderName(name)).toBe(false),
	);
});
