import { isTypo } from "./distance.js";
import type { NameReading } from "./name.js";
import type { NamePart } from "./name-parts.js";
import { wholeName } from "./name-source.js";
import type { NameRole } from "./population.js";

/**
 * Whether two names may be one person's: some reading of the one agrees with some reading of the other. Short forms,
 * initials, missing parts and a slip of the keyboard in the surname agree; another given name, another middle initial and
 * another generation (Jr, Sr) do not.
 */
export function namesAgree(a: readonly NameReading[], b: readonly NameReading[]): boolean {
	return a.some((one) => b.some((other) => readingsAgree(one, other)));
}

/** Surnames first: most differ, and they are quickly told apart. */
const roles: readonly NameRole[] = ["family", "given"];

function readingsAgree(a: NameReading, b: NameReading): boolean {
	const bothSay = a.generation !== undefined && b.generation !== undefined;
	if (bothSay && a.generation !== b.generation) return false;
	const isPresent = (reading: NameReading, role: NameRole): boolean => reading[role].length > 0;
	// A name of one word may be the other's given name or surname.
	if (wholeName(a) || wholeName(b)) {
		return roles.some(
			(ours) => isPresent(a, ours) && roles.some((theirs) => isPresent(b, theirs) && sameName(a, ours, b, theirs)),
		);
	}
	return roles.every((role) => sameName(a, role, b, role)) && middlesAgree(a, b);
}

/**
 * What stands between the given name and the surname that both have: middle names, or the first of two surnames. These
 * are cut to initials and spelt in many ways, so their first letters have to do.
 */
function middlesAgree(a: NameReading, b: NameReading): boolean {
	const full = texts(b, "family", ["full"], false);
	const sameSurname = texts(a, "family", ["full"], false).some((name) => full.includes(name));
	const between = ({ middle, family }: NameReading, other: NameReading): string[] =>
		sameSurname ? [...middle] : [...middle, ...pieces(family).filter((piece) => !pieces(other.family).includes(piece))];
	const [ours, theirs] = [between(a, b), between(b, a)];
	if (ours.length === 0 || theirs.length === 0) return true;
	return ours.some((one) => theirs.some((other) => one[0] === other[0]));
}

const pieces = (words: readonly string[]): string[] => words.flatMap((word) => word.split("-"));

/** What a reading has for a role, in Latin letters or in the name's own script. */
function texts(
	{ parts }: NameReading,
	role: NameRole,
	details: readonly NamePart["detail"][],
	native: boolean,
): string[] {
	const found: string[] = [];
	for (const part of parts) {
		if (part.role === role && details.includes(part.detail) && (part.native === true) === native) found.push(part.text);
	}
	return found;
}

/** The ways in which a name stands for the whole of it: the surname also by one of its parts, the given name by its first. */
function names(reading: NameReading, role: NameRole, native: boolean): readonly string[] {
	const found = texts(reading, role, role === "family" ? ["full", "part"] : ["full"], native);
	const first = role === "given" && !native ? reading.given[0]?.split("-")[0] : undefined;
	if (first !== undefined) found.push(first);
	return found;
}

/** The surname, where that is all there is to it: one word with one spelling. */
function plainSurname({ plain, family: [word, ...more] }: NameReading): string | undefined {
	return plain && more.length === 0 && word?.includes("-") === false ? word : undefined;
}

function sameName(a: NameReading, roleA: NameRole, b: NameReading, roleB: NameRole): boolean {
	const surnames = roleA === "family" && roleB === "family";
	if (surnames) {
		const [one, other] = [plainSurname(a), plainSurname(b)];
		if (one !== undefined && other !== undefined) return one === other || isTypo(one, other) || isInitialOf(one, other);
	}
	const scriptOf = (reading: NameReading, role: NameRole) =>
		reading.parts.find((part) => part.role === role && part.native)?.script;
	const script = scriptOf(a, roleA);
	// Within one script names are compared letter by letter: many are spelt alike in Latin letters.
	const native = script !== undefined && script === scriptOf(b, roleB);
	const theirs = names(b, roleB, native);
	const ours = names(a, roleA, native);
	if (ours.some((name) => theirs.includes(name))) return true;
	// Of given names a letter makes another person: Carla and Carlo.
	if (surnames && ours.some((one) => theirs.some((other) => isTypo(one, other)))) return true;
	return isShortFor(a, roleA, b, roleB) || isShortFor(b, roleB, a, roleA);
}

/** Whether the one of two words is the first letter of the other. */
function isInitialOf(one: string, other: string): boolean {
	return one[0] === other[0] && (one.length === 1 || other.length === 1);
}

/** Whether the one is a usual short form of the other, or the initial of any form of it: R. is Robert and Bob. */
function isShortFor(short: NameReading, shortRole: NameRole, long: NameReading, longRole: NameRole): boolean {
	const shorts = texts(long, longRole, ["nickname"], false);
	const initials = texts(long, longRole, ["initial"], false);
	return names(short, shortRole, false).some(
		(name) =>
			shorts.includes(name) ||
			(name.length === 1 && (initials.includes(name) || shorts.some((other) => other.startsWith(name)))),
	);
}
