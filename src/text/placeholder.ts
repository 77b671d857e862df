import { clip, fold, limits, words } from "./unicode.js";

/**
 * What people and programs write into a cell of which nothing is known. These are nobody's name, firm or place; "Null",
 * "Na" and "Nan" are people, and "NA" is Namibia.
 */
// biome-ignore format: a list
const absent: ReadonlySet<string> = /* @__PURE__ */ new Set([
	"n/a", "#n/a", "n.a.", "n.a", "#null!", "#ref!", "#value!", "#name?", "(none)", "(null)", "(blank)",
	"(empty)", "(unknown)", "[null]", "<null>", "none", "unknown", "undefined", "not available", "not applicable",
	"not known", "not provided",
]);
/** The same in cells that hold no words of a language: addresses, numbers, links. */
// biome-ignore format: a list
const absentCells: ReadonlySet<string> = /* @__PURE__ */ new Set([
	"null", "nil", "na", "nan", "no", "no email", "no phone", "tbd",
]);
/** As databases write it, not as the Null family does. */
const nullWords: ReadonlySet<string> = /* @__PURE__ */ new Set(["null", "NULL", "nan", "NaN"]);
const dashes = /^[-–—_.,?*/#]{1,16}$/;
/** The longest of them. */
const MAX_LENGTH = 16;

/** All of them are short and begin with a mark, an N, a T or a U. Most values do not, and are done with here. */
function mayBeUnknown(text: string): boolean {
	if (text.length > MAX_LENGTH) return false;
	const first = text.charCodeAt(0);
	const letter = first | 0x20;
	if (letter >= 0x61 && letter <= 0x7a) return letter === 0x6e || letter === 0x74 || letter === 0x75;
	return first < 0x30 || first > 0x39;
}

/** Whether a name, firm or place means "not known": "n/a", "-", "Unknown". */
export function isUnknownWord(text: string): boolean {
	return mayBeUnknown(text) && (dashes.test(text) || absent.has(text.toLowerCase()) || nullWords.has(text));
}

/** Whether an address, a number or a link means "not known": also "null", "na", "no email". */
export function isUnknownCell(text: string): boolean {
	return mayBeUnknown(text) && (isUnknownWord(text) || absentCells.has(text.toLowerCase()));
}

/** Names that fill a required field. Only pairs: Test, First and User alone are people somewhere. */
// biome-ignore format: a list
const placeholderNames: ReadonlySet<string> = /* @__PURE__ */ new Set([
	"test test", "test user", "test contact", "test tester", "test testing", "user test", "unknown unknown",
	"name unknown", "unknown name", "no name", "first last", "firstname lastname", "first name last name",
	"fname lname", "your name", "dummy dummy", "asdf asdf", "xxx xxx",
]);

const MAX_NAME = 32;

/** Whether a whole name, or one in two parts, is nobody's: "Test Test", "No Name", "Firstname Lastname". */
export function isPlaceholderName(name: string, family?: string): boolean {
	// Most names are done with here.
	if (!/^(?:test|us|un|na|no|fi|fn|yo|du|as|xx)/i.test(name)) return false;
	const whole = family === undefined ? name : `${name} ${family}`;
	return whole.length <= MAX_NAME && placeholderNames.has(words(fold(clip(whole, limits.name))).join(" "));
}
