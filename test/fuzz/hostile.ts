/** What strangers, broken exports and attackers send: texts and values, and ways of spoiling good ones. */
import type { Random } from "./random.js";

/** A personal value that would be noticed where none may show. */
export const PLANT = "Zq7plant";

const texts: readonly string[] = [
	...[
		"",
		" ",
		"@",
		"-",
		"n/a",
		"null",
		"undefined",
		"NaN",
		"1e5",
		"-0",
		"0000000000",
		"911",
		"9".repeat(400),
		"1 ".repeat(2000),
	],
	...[
		"\ud800",
		"\udc00\ud800",
		"\u0000",
		"\ufeff",
		"\uffff",
		"\u202etod\u2066",
		"a\u0300\u0316".repeat(2000),
		"\ufdfa".repeat(300),
	],
	...[
		"İıẞſ",
		"علی\u200cرضا",
		"ТDеfrеn",
		"𝐓𝐨𝐝𝐝",
		"김태원",
		"青木 遥",
		"👨‍👩‍👧",
		"Todd\u{e0041}",
		"٢١٢٥٥٥٠١٤٧",
		"２１２５５５０１４７",
		"a\u200b".repeat(500),
	],
	...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "then", "length"],
	...[
		'=HYPERLINK("x")',
		"+cmd|' /C calc'!A0",
		"\t=1",
		"<img src=x onerror=1>",
		"<a href='",
		"<".repeat(3000),
		"&#x110000;&#0;&amp;",
	],
	...[
		"[a](javascript:1)",
		"\r\nINFO ok",
		"\u001b]8;;x\u0007",
		"'); DROP TABLE x;--",
		"\u0024{jndi:ldap://x}",
		"{profile} {record} $& $1 \\",
	],
	...[
		"2026-02-30",
		"+275761-01-01T00:00:00Z",
		"2999-01-01",
		"0000-00-00",
		"2026-11-20T09:12:00Z",
		"02/03/2026",
		"Tue, 99 Foo 2026",
		"1700000000",
	],
	...[
		"https://",
		"http://[::1",
		"https://example.com/@ana",
		"https://x.com/ana",
		"//x.com",
		"mailto:ana@example.com?x",
		"https://t.co/a",
		"data:,x",
	],
	...[
		"ana@example.com",
		"@ana@example.org",
		"a@b",
		"@@",
		'"a b"@example.com',
		"用户@例子.example",
		"x:ana",
		"ana+b@example.net, c@example.org",
		"a.".repeat(300),
	],
	...[
		"+1 617 555 0142",
		"(617) 555-0142 x9",
		"+",
		"tel:+16175550142;ext=<b>",
		"T-1001",
		"INV-20391",
		"#12",
		"Re: Re: Re:",
	],
];
/** Words by which systems say what is what. */
const words: readonly string[] = (
	"call email chat sms ticket post comment user contact person lead account agent bot admin customer prospect inbound outbound " +
	"incoming outgoing internal true false yes no open pending solved resolved closed twitter x facebook instagram mastodon linkedin " +
	"X Twitter Facebook mobile home work fax main phone twitter_handle public private from to id 1 2 3 completed t1 t3 vcard fn n tel " +
	"me profile url acct: https://example.com/ana @ana ana Ana Costa Boston US en Cedar Labs ana@example.com 617 555 0142 Hello"
).split(" ");

/** A text, mostly a bad one. */
export function anyText(random: Random): string {
	switch (random.below(9)) {
		case 0:
			return PLANT;
		case 1:
			return String.fromCharCode(...Array.from({ length: random.below(30) }, () => random.below(0x10000)));
		case 2:
			return String.fromCharCode(...Array.from({ length: random.below(40) }, () => 32 + random.below(95)));
		case 3:
			return anyText(random).slice(0, 40) + anyText(random).slice(0, 40);
		case 4:
			return random.pick(words);
		case 5:
			return random.chance(0.02)
				? random.pick(texts).slice(0, 8).repeat(2000).slice(0, 16_000)
				: `${random.pick(words)} ${PLANT}`;
		default:
			return random.pick(texts);
	}
}

/** A text that was good: a few places of it changed. */
export function spoiltText(random: Random, good: string): string {
	let text = good;
	for (let times = 1 + random.below(4); times > 0; times--) {
		const from = random.below(text.length + 1);
		const to = Math.min(text.length, from + random.below(12));
		switch (random.below(5)) {
			case 0:
				text = text.slice(0, from) + text.slice(to);
				break;
			case 1:
				text = text.slice(0, from) + anyText(random).slice(0, 400) + text.slice(from);
				break;
			case 2:
				text = text.slice(0, to) + text.slice(from);
				break;
			case 3:
				text =
					text.slice(0, from) +
					String.fromCharCode(random.below(random.chance(0.5) ? 128 : 0x10000)) +
					text.slice(from + 1);
				break;
			default:
				text = text.slice(0, from);
		}
	}
	return text.slice(0, 20_000);
}

const trap = (): never => {
	throw new Error(PLANT);
};

/** A value of any kind, objects that defend themselves among them. */
export function anyValue(random: Random, depth = 0, holes = true): unknown {
	const inner = (): unknown => (depth > 3 ? anyText(random) : anyValue(random, depth + 1, holes));
	switch (random.below(depth > 3 ? 10 : 26)) {
		case 0:
			return null;
		case 1:
			return undefined;
		case 2:
			return random.pick([true, false]);
		case 3:
			return random.pick([
				0,
				-0,
				1,
				-1,
				Number.NaN,
				Number.POSITIVE_INFINITY,
				2 ** 53 + 1,
				1e300,
				5e-324,
				1700000000,
				1.5,
			]);
		case 4:
			return random.pick([10n, 2n ** 70n, Symbol(PLANT), Symbol.iterator]);
		case 5:
		case 6:
		case 7:
		case 8:
		case 9:
			return anyText(random);
		case 10:
		case 11:
			return random.several(4, inner);
		case 12:
		case 13:
			return Object.fromEntries(random.several(4, () => [random.pick(words), inner()]));
		case 14:
			return JSON.parse(
				`{"__proto__":{"polluted":${JSON.stringify(PLANT)}},"constructor":{"prototype":{"polluted":1}}}`,
			);
		case 15: {
			const circle: Record<string, unknown> = { id: "1" };
			for (const key of ["data", "items", "author", "parent", "value", random.pick(words)]) circle[key] = circle;
			return circle;
		}
		case 16:
			return Object.defineProperty({}, random.pick(words), { get: trap, enumerable: true });
		case 17:
			return new Proxy({}, { get: trap, has: trap, ownKeys: trap, getPrototypeOf: trap });
		case 18: {
			const { proxy, revoke } = Proxy.revocable(random.chance(0.5) ? {} : [], {});
			revoke();
			return proxy;
		}
		case 19: {
			const sparse: unknown[] = [];
			sparse[random.below(5)] = inner();
			sparse.length = holes ? 4_000_000_000 : 40;
			return sparse;
		}
		case 20:
			return { toJSON: trap, toString: trap, valueOf: trap, [Symbol.toPrimitive]: trap };
		case 21:
			return random.pick([
				new Date(Number.NaN),
				new Date(0),
				new Map([["a", 1]]),
				new Set([1]),
				new Uint8Array(4),
				/x/,
				trap,
				class {},
			]);
		case 22:
			// biome-ignore lint/suspicious/noThenProperty: it is what a promise looks like
			return random.chance(0.5) ? Promise.resolve(PLANT) : Object.defineProperty({}, "then", { get: trap });
		case 23: {
			let deep: unknown = anyText(random);
			for (let level = random.below(3000); level > 0; level--)
				deep = level % 2 ? [deep] : { value: deep, ...(holes ? { data: deep } : {}) };
			return deep;
		}
		case 24:
			return new Proxy([inner()], {
				get: (list, key) =>
					key === "length" ? random.pick([Number.NaN, -1, holes ? 2 ** 40 : 3]) : Reflect.get(list, key),
			});
		default:
			return Object.create(null, { [random.pick(words)]: { value: inner(), enumerable: true } });
	}
}

/** The same where a caller or the library has made it: no list of
 * endless holes and nothing that is in itself twice over, as no JSON is. */
export const anyMade = (random: Random): unknown => anyValue(random, 1, false);

/**
 * An object that has something under whatever key it is asked for, the same each time: it leads a reader through all that
 * it knows, so that no sample of the system's is needed.
 */
export function answering(random: Random, depth = 0): object {
	const given = new Map<PropertyKey, unknown>();
	const answer = (): unknown => {
		const kind = random.next();
		if (kind < 0.12) return undefined;
		if (depth < 5 && kind < 0.45) return answering(random, depth + 1);
		if (depth < 5 && kind < 0.6)
			return random.several(3, () => (random.chance(0.8) ? answering(random, depth + 1) : random.pick(words)));
		if (kind < 0.85) return random.chance(0.7) ? random.pick(words) : anyText(random);
		if (kind < 0.92) return random.pick([0, 1, 2, 3, 5, 10, 1700000000, 1700000000000, true, false]);
		return anyValue(random, 2);
	};
	return new Proxy(
		{},
		{
			get(_target, key) {
				if (typeof key === "symbol") return undefined;
				if (!given.has(key)) given.set(key, answer());
				return given.get(key);
			},
			has: () => true,
			ownKeys: () => ["id", "type", "name", "value"],
			getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: undefined }),
		},
	);
}

const anyDeep = (random: Random): unknown => anyValue(random, 1);

type Path = readonly (string | number)[];
const pathsOf = new Map<string, readonly Path[]>();

function pathsIn(value: unknown, path: Path = []): Path[] {
	if (typeof value !== "object" || value === null) return [path];
	const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
	return [path, ...keys.flatMap((key) => pathsIn((value as Record<string | number, unknown>)[key], [...path, key]))];
}

/** A copy of what a JSON text says, with a few parts of it spoilt, left out, said twice or under another name. */
export function spoilt(random: Random, json: string, any: (random: Random) => unknown = anyDeep): unknown {
	let root: unknown = JSON.parse(json);
	let paths = pathsOf.get(json);
	if (paths === undefined) {
		paths = pathsIn(root);
		pathsOf.set(json, paths);
	}
	for (let times = 1 + random.below(3); times > 0; times--) {
		const path = random.pick(paths);
		const last = path.at(-1);
		if (last === undefined) {
			if (random.chance(0.3)) root = random.chance(0.5) ? [root, root] : any(random);
			continue;
		}
		const holder = path.slice(0, -1).reduce<unknown>((value, key) => (isPlain(value) ? value[key] : undefined), root);
		if (!isPlain(holder)) continue;
		const old = holder[last];
		switch (random.below(8)) {
			case 0:
				delete holder[last];
				break;
			case 1:
				holder[last] = [old, old];
				break;
			case 2:
				Object.defineProperty(holder, last, { get: trap, enumerable: true, configurable: true });
				break;
			case 3:
				delete holder[last];
				Object.defineProperty(holder, random.pick(["__proto__", "constructor", "then", PLANT, "0"]), {
					value: old,
					enumerable: true,
					configurable: true,
					writable: true,
				});
				break;
			case 4:
				holder[last] = typeof old === "string" ? spoiltText(random, old) : anyText(random);
				break;
			case 5:
				holder[last] = root;
				break;
			default:
				holder[last] = any(random);
		}
	}
	return root;
}

/** Whether its parts can be replaced: what has been spoilt before may be a Proxy that throws, or a getter. */
function isPlain(value: unknown): value is Record<string | number, unknown> {
	try {
		if (typeof value !== "object" || value === null || Object.isFrozen(value)) return false;
		const prototype: unknown = Object.getPrototypeOf(value);
		const isListOrObject = prototype === Object.prototype || Array.isArray(value);
		return (
			isListOrObject &&
			Object.values(Object.getOwnPropertyDescriptors(value)).every(
				(one) => "value" in one && one.configurable !== undefined,
			)
		);
	} catch {
		return false;
	}
}
