#!/usr/bin/env node
import { parseArgs } from "node:util";
// What is still missed, by kind, on real sets: told from the resolver's own answers, and from whether the handle resembles
// the name of the right record at all. Shares are of the profiles whose right record is held.
// usage: npm run bench:misses -- --data DIR [--show N]
//   --data DIR  real sets, see sets.mjs
//   --show N    N examples of each kind, by their handle only
import anyAscii from "any-ascii";
import { distance } from "fastest-levenshtein";
import { createResolver, evaluate } from "../dist/index.js";
import { readSets } from "./sets.mjs";

const { values } = parseArgs({ options: { data: { type: "string" }, show: { type: "string", default: "0" } } });
if (!values.data) {
	console.error("Which sets? Run with --data DIR.");
	process.exit(2);
}

const letters = (text) =>
	anyAscii(text.normalize("NFC"))
		.toLowerCase()
		.replace(/[^a-z]/g, "");
const wordsOf = (record) =>
	record.names.flatMap((name) =>
		Object.values(name)
			.join(" ")
			.split(/[\s\-'’.]+/u),
	);

/** A generous look, as a person would: a beginning of a name of three letters at the start, or most of it anywhere. */
function resembles(handle, word) {
	if (word.length < 2) return false;
	if (word.length >= 3 && handle.startsWith(word.slice(0, 3))) return true;
	if (word.length < 4) return handle.startsWith(word) || handle.endsWith(word);
	for (let from = 0; from < handle.length; from++) {
		for (const length of [word.length - 1, word.length, word.length + 1]) {
			const piece = handle.slice(from, from + length);
			if (piece.length === length && 3 * distance(piece, word) <= word.length) return true;
		}
	}
	return false;
}

/** Records that the built-in store compares at most. */
const MOST_COMPARED = 32;

const ofName = ({ scorer }) => scorer === "name";
const shows = ({ level }) => !/-(?:opaque|other-name|other-given|other-family)$/.test(level);
const showsName = (evidence) => evidence.some((one) => ofName(one) && shows(one));

/** Why nothing of the name was seen in the handle. */
function unseenKind({ handle = "", displayName }, record) {
	const words = wordsOf(record);
	const text = letters(handle);
	if (!words.some((word) => resembles(text, letters(word)))) {
		return displayName === undefined
			? "nothing of the name in the handle"
			: "nothing of the name in handle and display name";
	}
	const isForeign = words.every((word) => !/\p{Script=Latin}/u.test(word));
	return isForeign ? "a transliteration that no table has" : "a form of the name that the grammar does not know";
}

/** Levels that make a handle a record's own: its name in full, or its own mailbox. */
const own = /^(?:handle-full-name|handle-initial-surname|mailbox-is-handle|name-is-mailbox)$/;

/** Why the right record is not first. `alone` is the answer when it is the only record. */
function lostKind(profile, record, { links, decision, recall }, place, alone) {
	const [top] = links;
	const evidence = links[place]?.evidence ?? alone.links[0]?.evidence ?? [];
	if (decision === "link") {
		const isTheirs = top.evidence.some(({ level, bits }) => own.test(level) && bits >= 0);
		return isTheirs && !showsName(evidence)
			? "linked wrong, and the other's own name or mailbox contradicts the label"
			: "linked wrong (the label says another)";
	}
	if (!showsName(evidence)) return unseenKind(profile, record);
	if (place > 0) {
		return links[place].probability > top.probability / 4
			? "outranked by a namesake who is about as probable"
			: showsName(top.evidence)
				? "outranked by a namesake whose name fits better"
				: "outranked by a record for which something else speaks";
	}
	const keys = alone.links[0]?.foundBy ?? [];
	if (keys.length === 0) return "found by no key";
	const isCrowded = recall.candidates >= MOST_COMPARED || keys.some((key) => recall.capped.includes(key));
	return isCrowded
		? "found only by keys that too many records share to compare all"
		: "found, but too little speaks for it to be listed";
}

/** Why a record that is rightly first is not linked: the first reason without which it would be. */
function unsureKind({ links: [top], prior }, link) {
	const needed = Math.log2(link / (1 - link));
	const bare = prior.bits - top.prior;
	const odds = top.bits + top.competition;
	if (top.probability >= link) return "first but unsure: something speaks against it";
	if (odds - top.competition >= needed) return "first but unsure: namesakes compete";
	if (bare > 1 && odds + bare >= needed) return "first but unsure: the record holds nothing but a name";
	const pattern = top.evidence.find((one) => ofName(one) && shows(one))?.level ?? "";
	if (pattern === "") return "first but unsure: no name, only context";
	if (!/-full-name$/.test(pattern)) return "first but unsure: a short form or a part of the name";
	return "first but unsure: a common name";
}

for (const { name, records, labelled } of readSets(values.data)) {
	const resolver = createResolver({ records, maxLinks: 100 });
	const answers = [];
	const recorder = {
		thresholds: resolver.thresholds,
		get: (id) => resolver.get(id),
		async resolve(profile, options) {
			answers.push(await resolver.resolve(profile, options));
			return answers.at(-1);
		},
	};
	const { overall, unlinkables } = await evaluate(recorder, labelled, { samples: 0 });
	const kinds = new Map();
	const put = (kind, index) => kinds.set(kind, [...(kinds.get(kind) ?? []), labelled[index].profile.handle]);
	for (const { index, truth, kind } of unlinkables.list) {
		const answer = answers[index];
		const { profile } = labelled[index];
		const isOf = ({ recordId, duplicates }) => recordId === truth || duplicates.some(({ id }) => id === truth);
		const place = answer.links.findIndex(isOf);
		const record = resolver.get(truth);
		if (kind === "absent") put("the record set does not hold the record", index);
		else if (place === 0) put(unsureKind(answer, resolver.thresholds.link), index);
		else {
			const alone = await createResolver({ records: [record] }).resolve(profile);
			put(lostKind(profile, record, answer, place, alone), index);
		}
	}
	labelled.forEach(({ truth }, index) => {
		if (truth === null && answers[index].decision === "link") put("linked, though the label says nobody", index);
	});
	const { answerable, hits1, recall } = overall;
	const percent = (count) => `${((100 * count) / answerable).toFixed(1).padStart(5)} %`;
	console.log(
		`\n${name}: ${answerable} profiles of people held; ${percent(hits1.hits).trim()} right first, ${percent(recall.hits).trim()} linked`,
	);
	for (const [kind, handles] of [...kinds].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))) {
		console.log(`  ${String(handles.length).padStart(4)} ${percent(handles.length)}  ${kind}`);
		const examples = handles.slice(0, Number(values.show));
		if (examples.length > 0) console.log(`                 ${examples.join("  ")}`);
	}
}
