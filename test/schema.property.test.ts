import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SameAsError } from "../src/errors.js";
import { fields, readProfile, readRecord } from "../src/schema.js";

const recordKeys = [
	"source",
	"kind",
	"name",
	"names",
	"email",
	"emails",
	"phone",
	"phones",
	"address",
	"addresses",
	"organization",
	"title",
	"link",
	"links",
	"handle",
	"handles",
	"interactions",
	"status",
	"consent",
	"attributes",
	"firstName",
	"last_name",
	"First Name",
	"E-Mail",
	"Mobile Phone Number",
	"Company",
	"City",
	"Twitter",
	"LinkedIn URL",
	"Website",
	"Customer Mail",
	"Record ID",
	"Consent",
];
const profileKeys = [
	"platform",
	"id",
	"instance",
	"handle",
	"displayName",
	"bio",
	"location",
	"link",
	"links",
	"email",
	"emails",
	"emailHashes",
	"phone",
	"phones",
	"posts",
	"createdAt",
	"attributes",
];
const innerKeys = [
	"full",
	"given",
	"middle",
	"family",
	"nickname",
	"lang",
	"value",
	"label",
	"primary",
	"verified",
	"mayContact",
	"text",
	"street",
	"postalCode",
	"url",
	"platform",
	"handle",
	"id",
	"instance",
	"grade",
	"channel",
	"references",
	"at",
	"state",
	"doNotMatch",
	"doNotCall",
	"preferredChannel",
	"__proto__",
];

/** Handles and addresses put together from the pieces that the reader looks for. */
const pieces = fc.constantFrom(
	"@",
	"＠",
	":",
	"/",
	"://",
	".",
	" ",
	"x",
	"twitter",
	"mastodon",
	"matrix",
	"www.",
	"https",
	"acct:",
	"did:plc:",
	"todd",
	"social.example",
	"github.com",
	"bsky.social",
	".com",
	"_",
	"#",
	"İ",
	"\u200e",
	"\u0301",
	"\ud83d",
	"\ude00",
	"a".repeat(70),
);
const handleLike = fc.array(pieces, { maxLength: 7 }).map((parts) => parts.join(""));
const scalar = fc.oneof(
	handleLike,
	fc.string({ unit: "binary", maxLength: 80 }),
	fc.constantFrom("yes", "0", "call", "Customer", "person", "proven", "5.03556E+09", "todd@example.com", ""),
	fc.constantFrom(
		"a@example.com; b@example.com, n/a",
		"617 555 0142 / 617 555 0177.0",
		"6175550177.0",
		"n/a",
		"-",
		"None",
		"Unknown",
		"test",
		"Test Test",
		"noemail@example.com",
		"1234567890",
		"x.com/todd",
	),
	fc.anything({ maxDepth: 0, withBigInt: true, withDate: true, withSparseArray: true }),
);
const inner = fc.dictionary(fc.constantFrom(...innerKeys), fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })), {
	maxKeys: 6,
});
const field = fc.oneof(
	scalar,
	inner,
	fc.array(fc.oneof(scalar, inner), { maxLength: 4 }),
	fc.anything({ withNullPrototype: true }),
);
const anyRecord = fc
	.record({
		id: fc.oneof({ weight: 4, arbitrary: fc.string({ minLength: 1 }) }, fc.nat(), field),
		rest: fc.dictionary(fc.constantFrom(...recordKeys), field),
	})
	.map(({ id, rest }) => ({ ...rest, id }));
const anyProfile = fc.oneof(handleLike, fc.dictionary(fc.constantFrom(...profileKeys), field));

/** A bare record has nothing to match on, and saying so again is right. */
const isEmptyNotice = ({ path }: { path: string }): boolean => path === "";

describe("whatever comes in", () => {
	it("is either accepted or quarantined, and nothing is lost", () => {
		fc.assert(
			fc.property(fc.array(fc.oneof(anyRecord, fc.anything()), { maxLength: 8 }), (inputs) => {
				const read = inputs.map((input, index) => readRecord(input, index));
				const accepted = read.filter((one) => "record" in one);
				const quarantined = read.flatMap((one) => ("quarantined" in one ? [one.quarantined] : []));
				expect(accepted.length + quarantined.length).toBe(inputs.length);
				for (const { index, path, reason } of quarantined) {
					expect(read[index]).toHaveProperty("quarantined");
					expect(path === "" || path === "id").toBe(true);
					expect(reason).not.toBe("");
				}
			}),
			{ numRuns: 300 },
		);
	});

	it("is in normal form after one reading: a second changes nothing and warns of nothing", () => {
		fc.assert(
			fc.property(anyRecord, (input) => {
				const once = readRecord(input, 0);
				if ("quarantined" in once) return;
				const twice = readRecord(once.record, 0);
				if ("quarantined" in twice) throw new Error("quarantined on second reading");
				expect(twice.record).toStrictEqual(once.record);
				expect(twice.warnings.filter((warning) => !isEmptyNotice(warning))).toEqual([]);
			}),
			{ numRuns: 2000 },
		);
	});

	it("is a profile in normal form after one reading, too", () => {
		fc.assert(
			fc.property(anyProfile, (input) => {
				const once = readProfile(input);
				const twice = readProfile(once.profile);
				expect(twice).toStrictEqual({ profile: once.profile, warnings: [] });
			}),
			{ numRuns: 2000 },
		);
	});

	it("is a profile or a SameAsError", () => {
		fc.assert(
			fc.property(fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true }), (input) => {
				try {
					expect(Array.isArray(readProfile(input).profile.links)).toBe(true);
				} catch (error) {
					expect(error).toBeInstanceOf(SameAsError);
				}
			}),
			{ numRuns: 500 },
		);
	});

	it("is read by hand as zod reads it, or left to zod", () => {
		const edges = [
			...[63, 64, 65, 255, 256, 257, 511, 512, 513].map((length) => "7".repeat(length)),
			...["Todd@Example.com", "test@test.com", "+16175550142", "6175550142.0", "5.03556E+09", "555-555-5555"],
			...[
				"X.com",
				"github.com.com",
				"Https://Social.Example/@a",
				"Yes",
				"CALL",
				" ",
				"\u00a0a",
				`a${"\u0300".repeat(31)}`,
			],
			...["d41d8cd98f00b204e9800998ecf8427e", "D41D8CD98F00B204E9800998ECF8427E", "d41d8cd98f00b204"],
			...[0, 1, -0, 2 ** 53, Number.NaN, true, false, null],
		];
		const closeToPlain = fc.string({
			unit: fc.constantFrom("a", "Z", "7", ".", "@", " ", "\u00a0", "\u02ff", "\u0300"),
		});
		fc.assert(
			fc.property(fc.oneof(scalar, closeToPlain), (value) => {
				for (const field of fields) {
					const plain = field.plain(value);
					if (plain === undefined) continue;
					expect(field.safeParse(value)).toMatchObject({ success: true, data: plain });
					expect(field.plain(plain)).toBe(plain);
				}
			}),
			{ numRuns: 300, examples: edges.map((value): [unknown] => [value]) },
		);
	});

	it("is asked for each property once", () => {
		fc.assert(
			fc.property(anyRecord, (input) => {
				const asked: PropertyKey[] = [];
				const get = (target: object, key: PropertyKey): unknown => {
					asked.push(key);
					return Reflect.get(target, key);
				};
				expect(readRecord(new Proxy(input, { get }), 0)).toStrictEqual(readRecord(input, 0));
				expect(asked).toHaveLength(new Set(asked).size);
			}),
			{ numRuns: 500 },
		);
	});

	it("survives as JSON", () => {
		fc.assert(
			fc.property(anyRecord, (input) => {
				const read = readRecord(input, 0);
				if ("record" in read) expect(JSON.parse(JSON.stringify(read.record))).toEqual(read.record);
			}),
			{ numRuns: 300 },
		);
	});
});

describe("personal values", () => {
	const marker = "canary-7f3a";
	/** The marker in every wrong shape. */
	const shapes: readonly unknown[] = [
		marker,
		`${marker}\ud800`,
		marker.repeat(4000),
		`5.1E+9${marker}`,
		`@${marker}@`,
		`https://${marker}`,
		{ [marker]: marker },
		{ value: { [marker]: marker } },
		{
			value: [marker],
			full: [marker],
			url: [marker],
			handle: [marker],
			text: { marker },
			channel: marker,
			at: [marker],
		},
		[[marker]],
		Array.from({ length: 3000 }, () => ({ [marker]: marker })),
		() => marker,
		Symbol(marker),
		Object.assign(new Error(marker), { value: new Error(marker) }),
		{
			get value(): string {
				throw new Error(marker);
			},
		},
		new Proxy(
			{},
			{
				get: () => {
					throw new Error(marker);
				},
			},
		),
	];

	it("never stand in a warning, a quarantine entry or an error", () => {
		const texts: string[] = [];
		for (const shape of shapes) {
			for (const key of ["id", ...recordKeys]) {
				const read = readRecord({ id: "1", [key]: shape }, 0);
				texts.push(JSON.stringify("record" in read ? read.warnings : read.quarantined));
				for (const innerKey of innerKeys) {
					const inside = readRecord({ id: "1", [key]: [{ [innerKey]: shape }] }, 0);
					if ("record" in inside) texts.push(JSON.stringify(inside.warnings));
				}
			}
			for (const key of profileKeys) texts.push(JSON.stringify(readProfile({ [key]: shape }).warnings));
			try {
				readProfile(shape);
			} catch (error) {
				texts.push(`${error}${JSON.stringify(error)}`);
			}
		}
		expect(texts.length).toBeGreaterThan(5000);
		expect(texts.filter((text) => text.includes("canary"))).toEqual([]);
	});
});
