import {
	type AnyScorer,
	type CrmRecordInput,
	createResolver,
	type Decision,
	defaultScorers,
	defineScorer,
	explain,
	type IdentityLink,
	memoryStore,
	type RecordRow,
	type Resolution,
	SameAsError,
	type SocialProfileInput,
} from "sameas";
import { describe, expectTypeOf, it } from "vitest";

describe("what goes in", () => {
	it("is as loose as a CSV row or an API answer", () => {
		expectTypeOf<{ id: string; email: string; phone: null }>().toExtend<CrmRecordInput>();
		expectTypeOf<{ id: number; emails: (string | null)[] }>().toExtend<CrmRecordInput>();
		expectTypeOf<Record<string, never>>().toExtend<SocialProfileInput>();
	});

	it("needs an id on a record and nothing else", () => {
		expectTypeOf<{ id: string }>().toExtend<CrmRecordInput>();
		expectTypeOf<{ name: string }>().not.toExtend<CrmRecordInput>();
	});

	it("is a row of a CSV parser, without a cast", () => {
		expectTypeOf<Record<string, string>>().toExtend<RecordRow>();
		expectTypeOf<Record<string, string | undefined>>().toExtend<RecordRow>();
		expectTypeOf<Record<string, unknown>>().toExtend<RecordRow>();
		expectTypeOf<{ "Record ID": string; "First Name": string; Email: string | null }>().toExtend<RecordRow>();
		const rows = [
			{ id: 1, firstName: "Ana", lastName: "Costa", phone: 2125550142, handle: "@ana" },
			{ id: null, "E-mail": "lost@example.com" },
		];
		expectTypeOf(createResolver).toBeCallableWith({ records: rows });
		expectTypeOf(createResolver().add).toBeCallableWith(rows);
		expectTypeOf(createResolver().upsert).toBeCallableWith([{ "Record ID": "1" }]);
	});

	it("is completed and checked under the keys that are known", () => {
		expectTypeOf<CrmRecordInput>().toHaveProperty("firstName");
		expectTypeOf<CrmRecordInput>().toHaveProperty("lastName");
		expectTypeOf<CrmRecordInput>().toHaveProperty("handle");
		// @ts-expect-error: a contact point has a value
		createResolver({ records: [{ id: "1", emails: [{ vlaue: "ana@example.com" }] }] });
		// @ts-expect-error: a name has a given part
		createResolver({ records: [{ id: "1", names: [{ first: "Ana" }] }] });
		// @ts-expect-error: a record is an object
		createResolver({ records: ["Ana"] });
	});

	it("may leave a signal open", () => {
		const { addAll, resolve, resolveAll } = createResolver();
		const signal = undefined as AbortSignal | undefined;
		expectTypeOf(resolve).toBeCallableWith("@ana", { signal });
		expectTypeOf(resolveAll<string>).toBeCallableWith(["@ana"], { signal, onProgress: undefined });
		expectTypeOf(addAll).toBeCallableWith([], { signal, onProgress: undefined });
	});

	it("catches misspelt options and unknown states", () => {
		// @ts-expect-error: the option is called records
		createResolver({ record: [] });
		// @ts-expect-error: no such relation
		createResolver({ records: [{ id: "1", status: "fan" }] });
		// @ts-expect-error: no such channel
		createResolver({ records: [{ id: "1", interactions: [{ channel: "fax" }] }] });
		// @ts-expect-error: a handle is a string or a profile
		void createResolver().resolve(42);
	});

	it("takes the default parts apart and together again", () => {
		expectTypeOf(defaultScorers()).toEqualTypeOf<AnyScorer[]>();
		expectTypeOf(createResolver).toBeCallableWith({ scorers: defaultScorers(), store: memoryStore() });
	});
});

describe("what comes out", () => {
	it("is a decision with links and reasons", () => {
		const answer = createResolver().resolve("@TDefren");
		expectTypeOf(answer).toEqualTypeOf<Promise<Resolution>>();
		expectTypeOf<Resolution["decision"]>().toEqualTypeOf<Decision>();
		expectTypeOf<Resolution["links"]>().toEqualTypeOf<readonly IdentityLink[]>();
		expectTypeOf(explain).returns.toBeString();
	});

	it("may be no link at all", () => {
		expectTypeOf((resolution: Resolution) => resolution.links[0]?.recordId).returns.toEqualTypeOf<string | undefined>();
	});

	it("cannot be written to", () => {
		expectTypeOf<Resolution["links"]>().not.toExtend<unknown[]>();
		const write = (link: IdentityLink): void => {
			// @ts-expect-error: an answer is not edited
			link.probability = 1;
		};
		expectTypeOf(write).toBeFunction();
	});
});

describe("errors", () => {
	it("are told apart by their code", () => {
		const caught: unknown = undefined;
		if (SameAsError.is(caught)) {
			expectTypeOf(caught.code).toExtend<string>();
			// @ts-expect-error: no such code
			expectTypeOf(caught.code === "NOT_FOUND").toBeBoolean();
		}
	});
});

describe("a scorer of your own", () => {
	it("only returns levels that it names", () => {
		const parts = {
			name: "loyalty",
			group: "account",
			levels: { same: { m: 0.9, u: 0.001, says: "The loyalty number is the same" } },
			ofProfile: ({ bio }) => bio,
			ofRecord: ({ title }) => title,
		} as const satisfies Partial<AnyScorer>;
		const seen = { profileValue: "1", recordValue: "1", profileField: "bio", recordField: "title" };
		defineScorer({ ...parts, compare: () => ({ level: "same", ...seen }) });
		// @ts-expect-error: the level is misspelt
		defineScorer({ ...parts, compare: () => ({ level: "smae", ...seen }) });
	});

	it("compares the values that it read", () => {
		defineScorer({
			name: "length",
			group: "context",
			levels: { same: { m: 0.5, u: 0.1, says: "The bio is as long as the title" } },
			ofProfile: ({ bio }) => bio?.length,
			ofRecord: ({ title }) => title,
			compare: (profile, record) => {
				expectTypeOf(profile).toBeNumber();
				expectTypeOf(record).toBeString();
				return undefined;
			},
		});
	});
});
